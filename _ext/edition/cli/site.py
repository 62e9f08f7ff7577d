"""``edition site``: an edition in one file; the folder that a server publishes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from edition.cli.status import Status
from edition.issues import Issue, IssueCode, IssueError, Place

if TYPE_CHECKING:
    import argparse

    from edition.cli.french import FrenchParser
    from edition.paths import EditionPaths

__all__ = ["add_parser", "run"]


def add_parser(subparsers: argparse._SubParsersAction[FrenchParser]) -> None:
    """Declare the verb and its actions."""
    parser = subparsers.add_parser(
        "site",
        help="met une édition dans un fichier, prépare le dossier à publier",
        description="Travaille sur les pages construites par « make.py html ».",
    )
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", required=True, title="actions"
    )
    pack = actions.add_parser(
        "pack",
        help="met l'édition construite dans un fichier ZIP qui se lit hors ligne",
        description="Écrit edition-<numéro>.zip. Refuse des pages qui ne sont pas, "
        "mot pour mot, celles d'une édition figée.",
    )
    make = actions.add_parser(
        "assemble",
        help="prépare le dossier à publier",
        description="La dernière édition à la racine, chaque édition archivée dans "
        "/<numéro>/, entière, avec son fichier ZIP ; les anciennes disent qu'elles le "
        "sont et mènent à la plus récente.",
    )
    for action in (pack, make):
        action.add_argument(
            "--html",
            type=Path,
            metavar="DOSSIER",
            help="les pages construites (_build/html)",
        )
    pack.add_argument(
        "--out", type=Path, metavar="DOSSIER", help="où écrire l'archive (_build)"
    )
    make.add_argument(
        "--archives",
        type=Path,
        metavar="DOSSIER",
        help="où sont les fichiers edition-<numéro>.zip (_build)",
    )
    make.add_argument(
        "--out", type=Path, metavar="DOSSIER", help="le dossier à publier (_build/site)"
    )


def run(args: argparse.Namespace, paths: EditionPaths) -> int:
    """Do what is asked, and say what was written."""
    from edition.site.archive import archive_name, pack
    from edition.site.assemble import assemble, read_built

    built = read_built(args.html or paths.build / "html")
    if args.action == "pack":
        if not built.version or not built.exact:
            said = "ces pages ne sont pas celles d'une édition figée"
            hint = "edition release, puis python3 make.py html, puis relancez"
            place = Place(paths.relative(built.folder))
            raise IssueError(Issue(IssueCode.SITE, place, said, hint=hint))
        folder = args.out or paths.build
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / archive_name(built.version)
        pack(built.folder, target, folder=f"edition-{built.version}")
        print(f"écrit : {paths.relative(target)} ({target.stat().st_size // 1000} ko)")
        return Status.CLEAN
    archives = sorted((args.archives or paths.build).glob("edition-*.zip"))
    target = args.out or paths.build / "site"
    versions = assemble(built, archives, target)
    shown = ", ".join(versions) or "aucune"
    print(f"écrit : {paths.relative(target)} (éditions archivées : {shown})")
    return Status.CLEAN
