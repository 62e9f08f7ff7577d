"""``edition explain``: what a message means and how it is repaired."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from edition.calling import as_called
from edition.cli.paragraph import paragraph
from edition.cli.status import Status
from edition.issues import IssueCode, suggestion

if TYPE_CHECKING:
    import argparse

    from edition.cli.french import FrenchParser
    from edition.paths import EditionPaths

__all__ = ["add_parser", "run"]


WIDTH = 80


def add_parser(subparsers: argparse._SubParsersAction[FrenchParser]) -> None:
    """Declare the verb and its options."""
    parser = subparsers.add_parser(
        "explain",
        help="explique un message, ou tous",
        description="Explique le message dont le code est donné entre crochets à la "
        "fin de la ligne ; sans code, les explique tous.",
    )
    parser.add_argument(
        "code", nargs="?", metavar="CODE", help="par exemple table-unknown"
    )


def run(args: argparse.Namespace, paths: EditionPaths) -> int:
    """Print one explanation, or all of them."""
    codes = {str(code): code for code in IssueCode}
    if args.code is None:
        for code in codes.values():
            print(f"{code}\n{_paragraphs(code.explanation, indent='    ')}\n")
        return Status.CLEAN
    wanted = args.code.strip("[]").removeprefix("edition.")
    if wanted not in codes:
        hint = suggestion(wanted, codes)
        said = f"Code « {wanted} » inconnu."
        print(f"{said} Conseil : {hint}" if hint else said, file=sys.stderr)
        return Status.USAGE
    print(_paragraphs(codes[wanted].explanation))
    return Status.CLEAN


def _paragraphs(text: str, *, indent: str = "") -> str:
    parts = as_called(text).split("\n\n")
    return "\n\n".join(paragraph(part, width=WIDTH, indent=indent) for part in parts)
