"""The decisions of ``edition ids``: what became of an id that was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.cli.status import Status
from edition.issues import IssueError

if TYPE_CHECKING:
    import argparse

    from edition.cli.french import FrenchParser
    from edition.paths import EditionPaths
    from edition.releases.decide import Decider
    from edition.releases.ledger import Ledger

__all__ = ["ACTIONS", "decide", "declare"]

HELP = {
    "retire": "le passage n'est plus dans l'édition",
    "merge": "les mots du passage sont passés dans un autre",
    "split": "les mots du passage sont maintenant dans plusieurs",
    "same": "c'est le même passage, bien que ses mots soient autres",
    "restore": "revient sur une décision qui n'est pas encore publiée",
    "sort": "remet le registre en ordre, après une fusion de branches",
}
ACTIONS = tuple(HELP)


def declare(actions: argparse._SubParsersAction[FrenchParser]) -> None:
    """Declare the decisions among the actions of ``edition ids``."""
    for name, said in HELP.items():
        parser = actions.add_parser(
            name,
            help=said,
            description=f"Inscrit au registre (data/anchors.csv) : {said}."
            if name != "sort"
            else f"{said[:1].upper()}{said[1:]}. Deux lignes identiques n'en font "
            "qu'une ; rien d'autre ne change.",
        )
        if name == "split":
            parser.add_argument("ids", nargs=1, metavar="ID", help="le passage partagé")
        elif name != "sort":
            parser.add_argument("ids", nargs="+", metavar="ID", help="les identifiants")
        if name in ("split", "merge"):
            parser.add_argument(
                "--into",
                nargs="+" if name == "split" else 1,
                required=True,
                metavar="ID",
                help="où sont ces mots maintenant",
            )
        if name in ("retire", "split", "merge"):
            parser.add_argument(
                "--reason",
                default="",
                required=name == "retire",
                metavar="PHRASE",
                help="pourquoi, en une phrase que liront ceux qui suivent une ancienne "
                "citation",
            )


def decide(args: argparse.Namespace, paths: EditionPaths) -> int:
    """Write a decision in the ledger, unless the text does not agree with it.

    :raises IssueError: the ledger is faulty, or the decision is refused.
    """
    from edition.anchors.write import replace_file
    from edition.releases.decide import Decider
    from edition.releases.ledger import ledger_text
    from edition.releases.ledger_file import read_ledger
    from edition.releases.snapshot import read_snapshot
    from edition.releases.state import latest_edition, located

    if args.action == "sort":
        return _sort(paths)
    ledger, issues = read_ledger(paths)
    if issues:
        raise IssueError(*issues)
    if not ledger.records:
        print("Aucune édition n'est publiée : il n'y a rien à décider.")
        return Status.CLEAN
    last = latest_edition(paths)
    decider = Decider(
        ledger,
        last.items if last else {},
        located(read_snapshot(paths)),
        place=paths.relative(paths.anchors),
    )
    changed = _apply(args, decider)
    replace_file(paths.anchors, ledger_text(changed))
    for anchor, record in changed.records.items():
        before = ledger.records[anchor]
        if record != before:
            heirs = f" → {', '.join(record.successors)}" if record.successors else ""
            accepted = record.same and record.state is before.state
            said = "même passage" if accepted else str(record.state)
            print(f"{anchor} : {said}{heirs}")
    return Status.CLEAN


def _apply(args: argparse.Namespace, decider: Decider) -> Ledger:
    match args.action:
        case "retire":
            return decider.retire(args.ids, args.reason)
        case "merge":
            return decider.merge(args.ids, args.into[0], args.reason)
        case "split":
            return decider.split(args.ids[0], args.into, args.reason)
        case "same":
            return decider.same(args.ids)
        case _:
            return decider.restore(args.ids)


def _sort(paths: EditionPaths) -> int:
    """Sort the lines of the ledger as they stand; what is wrong in them stays."""
    from edition.anchors.write import replace_file

    if not paths.anchors.is_file():
        print("Aucun registre : aucune édition n'est publiée.")
        return Status.CLEAN
    text = paths.anchors.read_bytes().decode("utf-8")
    header, _, body = text.partition("\n")
    # A line is a record: no cell of the ledger holds a line end.
    lines = sorted(set(body.splitlines()), key=lambda line: line.partition(",")[0])
    ordered = "\n".join([header, *lines]) + "\n"
    if ordered == text:
        print("Le registre est en ordre.")
    else:
        replace_file(paths.anchors, ordered)
        print(f"{paths.relative(paths.anchors)} : remis en ordre.")
    return Status.CLEAN
