"""``edition tables``: list the tables, show one, make what a new one needs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from edition.calling import called_as
from edition.cli.status import Status

if TYPE_CHECKING:
    import argparse

    from edition.cli.french import FrenchParser
    from edition.paths import EditionPaths

__all__ = ["add_parser", "run"]


TYPES = {
    "string": "texte",
    "number": "nombre",
    "integer": "nombre entier",
    "boolean": "vrai ou faux",
    "date": "date",
    "year": "année",
}


def add_parser(subparsers: argparse._SubParsersAction[FrenchParser]) -> None:
    """Declare the verb, its own verbs and their options."""
    parser = subparsers.add_parser(
        "tables",
        help="liste, montre ou prépare les tableaux de données",
        description="Liste, montre ou prépare les tableaux de données.",
    )
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", required=True, title="actions"
    )
    actions.add_parser(
        "list", help="nomme tous les tableaux", description="Nomme tous les tableaux."
    )
    show = actions.add_parser(
        "show",
        help="décrit un tableau, ou montre une ligne",
        description="Décrit les colonnes d'un tableau, ou montre une de ses lignes.",
    )
    show.add_argument("table", metavar="TABLEAU")
    show.add_argument("row", nargs="?", metavar="ID", help="l'id de la ligne à montrer")
    new = actions.add_parser(
        "new",
        help="écrit ce qui manque à un tableau",
        description="Écrit ce qui manque à un tableau pour exister : fichier CSV, "
        "schéma, description dans datapackage.json, page. N'écrase jamais rien.",
    )
    new.add_argument("tables", nargs="+", metavar="TABLEAU")
    new.add_argument("--title", default="", metavar="TITRE", help="titre en français")
    new.add_argument(
        "--columns",
        default="",
        metavar="COLONNES",
        help="par exemple « titre, nombre:number, date » ; id vient toujours d'abord",
    )


def run(args: argparse.Namespace, paths: EditionPaths) -> int:
    """Do what the action says and return the exit status."""
    if args.action == "list":
        return _list(paths)
    if args.action == "show":
        return _show(args.table, args.row, paths)
    return _new(args, paths)


def _list(paths: EditionPaths) -> int:
    from edition.tables import load_table, table_names

    tables = [load_table(paths, name) for name in table_names(paths)]
    width = max((len(table.name) for table in tables), default=0)
    for table in tables:
        rows = "1 ligne" if len(table) == 1 else f"{len(table)} lignes"
        print(f"{table.name:<{width}}  {table.schema.title} ({rows})")
    return Status.CLEAN


def _show(name: str, row: str | None, paths: EditionPaths) -> int:
    from edition.issues import suggestion
    from edition.tables import load_table, table_names

    names = table_names(paths)
    if name not in names:
        hint = suggestion(name, names) or f"{called_as()} tables list les nomme tous"
        print(f"Tableau « {name} » inconnu. Conseil : {hint}", file=sys.stderr)
        return Status.USAGE
    table = load_table(paths, name)
    if row is not None:
        if row not in table:
            hint = suggestion(row, table.frame.index)
            said = f"Ligne « {row} » inconnue dans le tableau « {name} »."
            said += f" Conseil : {hint}" if hint else ""
            print(said, file=sys.stderr)
            return Status.USAGE
        for column, cell in table.lookup(row).items():
            print(f"{column} : {cell}")
        return Status.CLEAN
    schema = table.schema
    print(f"{schema.title} ({len(table)} lignes, {table.path})")
    if schema.description:
        print(schema.description)
    for field in schema.fields:
        details = [TYPES.get(field.type, field.type)]
        if field.format:
            details.append(field.format)
        if field.unit:
            details.append(f"en {field.unit}")
        if field.foreign:
            details.append(f"vers {field.foreign.table}")
        if field.empty:
            details.append(f"vide = {field.empty}")
        print(f"  {field.name} — {field.title} ({', '.join(details)})")
    return Status.CLEAN


def _new(args: argparse.Namespace, paths: EditionPaths) -> int:
    from edition.tables.scaffold import parse_columns, plan_table, write_planned

    columns = parse_columns(args.columns, place=paths.relative(paths.tables))
    made = False
    for name in args.tables:
        planned = plan_table(paths, name, title=args.title, columns=columns)
        write_planned(planned)
        for file in planned:
            print(f"écrit : {paths.relative(file.path)}")
        if not planned:
            print(f"Le tableau « {name} » a déjà tout ; rien n'a été écrit.")
        made = made or bool(planned)
    if made:
        print(
            "Conseil : décrivez les colonnes dans le schéma et dans data/README.md, "
            "dites dans data/datapackage.json d'où viennent les données et qui les a "
            f"établies, ajoutez des lignes, puis lancez {called_as()} check"
        )
    return Status.CLEAN
