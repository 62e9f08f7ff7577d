"""``edition check``: every fault of the edition, all at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from edition.calling import as_called, called_as
from edition.cli.status import Status
from edition.issues import Issue, Severity

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from edition.cli.french import FrenchParser
    from edition.paths import EditionPaths

__all__ = ["add_parser", "run"]


def add_parser(subparsers: argparse._SubParsersAction[FrenchParser]) -> None:
    """Declare the verb and its options."""
    parser = subparsers.add_parser(
        "check",
        help="vérifie les données et le texte",
        description="Vérifie toute l'édition et dit toutes les fautes à la fois, une "
        "par ligne. Rend 0 quand il n'y en a pas, 3 quand il y en a.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="CHEMIN",
        help="ne dire que les fautes de ces fichiers ou dossiers",
    )
    parser.add_argument(
        "--json", action="store_true", help="écrire une liste JSON, pour un programme"
    )
    parser.add_argument(
        "--strict", action="store_true", help="compter les avertissements comme fautes"
    )


def run(args: argparse.Namespace, paths: EditionPaths) -> int:
    """Check the edition, print what was found, return the exit status."""
    from edition.checks import run_checks

    issues = run_checks(paths)
    if args.paths:
        wanted = [path.replace("\\", "/").removeprefix("./") for path in args.paths]
        issues = [issue for issue in issues if _within(issue.place.path, wanted)]
    errors = [issue for issue in issues if issue.severity is Severity.ERROR]
    if args.json:
        print(json.dumps(_records(issues), ensure_ascii=False, indent=2))
    else:
        for issue in issues:
            print(as_called(str(issue)))
        print(_count(len(errors), len(issues) - len(errors)))
        if issues:
            print(f"Conseil : {called_as()} explain {issues[0].code}")
    return Status.FAULTS if errors or (args.strict and issues) else Status.CLEAN


def _within(path: str, wanted: Sequence[str]) -> bool:
    return any(
        path == found.rstrip("/") or path.startswith(found.rstrip("/") + "/")
        for found in wanted
    )


def _records(issues: Sequence[Issue]) -> list[dict[str, str | int]]:
    return [
        {
            "code": str(issue.code),
            "path": issue.place.path,
            "line": issue.place.line,
            "severity": str(issue.severity),
            "message": issue.message,
            "expected": issue.expected,
            "hint": as_called(issue.hint),
            "excerpt": issue.excerpt,
        }
        for issue in issues
    ]


def _count(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "Aucune faute."
    said = []
    if errors:
        said.append("1 faute" if errors == 1 else f"{errors} fautes")
    if warnings:
        word = "avertissement" if warnings == 1 else "avertissements"
        said.append(f"{warnings} {word}")
    return " et ".join(said) + "."
