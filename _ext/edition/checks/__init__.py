"""House rules: everything that is checked in the edition, with its exceptions.

One file a rule. A rule is a module of this package with ``check(paths)``, which
returns the issues it finds; it is found by being there. The tables come first, because
the other rules lean on them.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from edition.checks.exceptions import load_exceptions
from edition.issues import Issue, IssueCode, IssueError
from edition.tables.check import check_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from edition.paths import EditionPaths

    Rule = Callable[[EditionPaths], Iterable[Issue]]

__all__ = ["check_data", "rules", "run_checks"]

ROOMS = ("view-", "chart-")
"""The codes of the rooms that read the options of their own directives."""


def run_checks(paths: EditionPaths, *, today: date | None = None) -> list[Issue]:
    """Return every fault of the edition that no exception covers, sorted.

    :param today: see :func:`edition.tables.check.check_tables`.
    """
    exceptions = load_exceptions(paths)
    found = check_tables(paths, today=today, tolerance=exceptions)
    for rule in rules().values():
        try:
            found += rule(paths)
        except IssueError as error:
            # A table or a schema that cannot be read, said already; another rule's
            # file, said here.
            found += error.issues
    told = _most_telling(dict.fromkeys(found))
    kept = [issue for issue in told if not exceptions.covers(issue)]
    kept += exceptions.faults()
    return sorted(kept, key=lambda issue: issue.sort_key)


def check_data(paths: EditionPaths, *, today: date | None = None) -> list[Issue]:
    """Return the faults of the tables that no exception covers, sorted.

    What a build asks before it reads the first page; whether every exception is of use
    is left to :func:`run_checks`, which sees the text too.
    """
    exceptions = load_exceptions(paths)
    found = check_tables(paths, today=today, tolerance=exceptions)
    kept = [issue for issue in found if not exceptions.covers(issue)]
    return sorted([*kept, *exceptions.issues], key=lambda issue: issue.sort_key)


def _most_telling(issues: Iterable[Issue]) -> list[Issue]:
    """Leave out what the list of allowed options says of an option less well."""
    found = list(issues)
    better = {issue.place for issue in found if issue.code.startswith(ROOMS)}
    return [
        issue
        for issue in found
        if issue.code is not IssueCode.DIRECTIVE_OPTION or issue.place not in better
    ]


@cache
def rules() -> Mapping[str, Rule]:
    """Return the rules by the name of their module, in alphabetical order."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(__path__):
        rule = importlib.import_module(f"{__name__}.{module.name}")
        if hasattr(rule, "check"):
            found[module.name] = rule.check
    return dict(sorted(found.items()))
