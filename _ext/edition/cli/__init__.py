"""The command ``edition``: one file a verb, found by being here.

A verb is a module with ``add_parser(subparsers)`` and ``run(args, paths) -> int``; it
imports what is heavy inside ``run``, so that the help comes at once. What is said to
people is French; the exit status is one of
:class:`~edition.cli.status.Status`.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from edition.calling import as_called, called_as
from edition.cli.french import FrenchParser
from edition.cli.status import Status
from edition.issues import IssueError
from edition.paths import EditionPaths, find_root

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

__all__ = ["Status", "Verb", "main", "verbs"]


class Verb(Protocol):
    """What a module of this package offers to be a verb."""

    def add_parser(
        self, subparsers: argparse._SubParsersAction[FrenchParser]
    ) -> object:
        """Declare the verb and its options."""

    def run(self, args: argparse.Namespace, paths: EditionPaths) -> int:
        """Do the work and return the exit status."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a sign shows « ? » rather than nothing at all.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    found = verbs()
    try:
        args = _parser(found).parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    root = _root(args.root)
    if root is None:
        print(
            "Aucune édition ici ; attendu : un dossier qui contient conf.py et data/. "
            "Conseil : placez-vous dans ce dossier, ou nommez-le avec --root.",
            file=sys.stderr,
        )
        return Status.NOT_READY
    try:
        status = found[args.verb].run(args, EditionPaths(root))
        sys.stdout.flush()
    except IssueError as error:
        for issue in error.issues:
            print(as_called(str(issue)), file=sys.stderr)
        return Status.FAULTS
    except BrokenPipeError:
        # The reader of the output has seen enough (« edition check | head »).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.CLEAN
    return status


def verbs() -> dict[str, Verb]:
    """Return the verbs by their name, in alphabetical order."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        verb = importlib.import_module(f"{__name__}.{module.name}")
        if hasattr(verb, "add_parser"):
            found[module.name] = cast("Verb", verb)
    return dict(sorted(found.items()))


def _parser(found: dict[str, Verb]) -> FrenchParser:
    parser = FrenchParser(
        prog=called_as(),
        description="Vérifie et tient à jour l'édition.",
        epilog="« VERBE --help » dit ce que fait un verbe et ses options.",
    )
    parser.add_argument(
        "--root",
        type=Path,
        metavar="DOSSIER",
        help="le dossier de l'édition, si ce n'est pas celui-ci",
    )
    subparsers = parser.add_subparsers(
        dest="verb", metavar="VERBE", required=True, title="verbes"
    )
    for verb in found.values():
        verb.add_parser(subparsers)
    return parser


def _root(given: Path | None) -> Path | None:
    if given is None:
        return find_root(Path.cwd())
    folder = given.resolve()
    return folder if find_root(folder) == folder else None
