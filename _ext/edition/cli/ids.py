"""``edition ids``: ids for new passages, decisions on published ones."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

from edition.calling import as_called
from edition.cli.decisions import ACTIONS, decide, declare
from edition.issues import Severity

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from edition.cli.french import FrenchParser
    from edition.paths import EditionPaths
    from edition.text.model import Passage

__all__ = ["add_parser", "run"]

CLEAN, USAGE, FAULTS = 0, 2, 3

SHOWN_WORDS = 60


def add_parser(subparsers: argparse._SubParsersAction[FrenchParser]) -> None:
    """Declare the verb and its options."""
    parser = subparsers.add_parser(
        "ids",
        help="donne un identifiant aux passages, dit ce que deviennent les anciens",
        description="Donne un identifiant aux passages qui n'en ont pas (« new »), et "
        "inscrit au registre ce que deviennent ceux qui ont été publiés.",
    )
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", required=True, title="actions"
    )
    new = actions.add_parser(
        "new",
        help="montre les passages sans identifiant, et leur en donne un",
        description="Montre les passages sans identifiant. Avec --write, inscrit un "
        "nouvel identifiant devant chacun ; ceux qui en ont un le gardent, et aucun "
        "autre octet des fichiers ne change. Sans fichier, tout le livre est vu.",
    )
    new.add_argument("files", nargs="*", metavar="FICHIER", help="pages du livre")
    new.add_argument(
        "--write", action="store_true", help="inscrire les identifiants dans les pages"
    )
    declare(actions)


def run(args: argparse.Namespace, paths: EditionPaths) -> int:
    """List the passages without id, give them one, or write a decision."""
    if args.action in ACTIONS:
        return decide(args, paths)
    from edition.anchors.taken import taken_ids

    pages = _pages(args.files, paths)
    if pages is None:
        return USAGE
    taken = taken_ids(paths)
    # Ids must not be guessed from one another: the source is the system's own.
    rng = random.SystemRandom()
    count, status = 0, CLEAN
    for path in pages:
        given = _page(path, paths, taken=taken, rng=rng, write=args.write)
        if given is None:
            status = FAULTS
        else:
            count += given
    print(_said(count, written=args.write))
    if count and not args.write:
        print(as_called("Conseil : edition ids new --write"))
    return status


def _pages(files: list[str], paths: EditionPaths) -> list[Path] | None:
    """Return the pages that are meant, nothing when one is no page of the book."""
    from edition.text.scope import scope_of

    book = {paths.relative(path): path for path in paths.documents()}
    if not files:
        return [path for name, path in book.items() if scope_of(name[:-3]).anchored]
    named = [name.replace("\\", "/").removeprefix("./") for name in files]
    for name in named:
        if name not in book:
            print(
                f"« {name} » n'est pas une page du livre ; attendu : index.md ou un "
                "fichier .md de chapters/.",
                file=sys.stderr,
            )
            return None
    return [book[name] for name in named]


def _page(
    path: Path,
    paths: EditionPaths,
    *,
    taken: set[str],
    rng: random.Random,
    write: bool,
) -> int | None:
    """Return how many passages of a page had no id, nothing when it has faults."""
    from edition.anchors.write import assign, replace_file
    from edition.text.files import check_file, docname_of

    shown = paths.relative(path)
    faults = [
        issue
        for issue in check_file(path, shown=shown, root=paths.root)
        if issue.severity is Severity.ERROR
    ]
    if faults:
        # An id put into a page that reads otherwise than it looks would be misplaced.
        for issue in faults:
            print(as_called(str(issue)), file=sys.stderr)
        print(f"{shown} : laissée telle quelle.", file=sys.stderr)
        return None
    source = path.read_bytes().decode("utf-8")
    assignment = assign(source, docname=docname_of(shown), taken=taken, rng=rng)
    for passage, anchor in assignment.given:
        print(f"{shown}:{passage.line}: {anchor if write else '–'} {_start(passage)}")
    if write and assignment.given:
        replace_file(path, assignment.text)
    return len(assignment.given)


def _start(passage: Passage) -> str:
    words = passage.words or "(vue sans légende)"
    if len(words) <= SHOWN_WORDS:
        return words
    return f"{words[:SHOWN_WORDS].rsplit(' ', 1)[0]}…"


def _said(count: int, *, written: bool) -> str:
    if not count:
        return "Aucun passage sans identifiant."
    passages = "1 passage" if count == 1 else f"{count} passages"
    if written:
        return f"{passages} : identifiant inscrit."
    return f"{passages} sans identifiant."
