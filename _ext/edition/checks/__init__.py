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

    from edition.checks.exceptions import Exceptions
    from edition.paths import EditionPaths

    Rule = Callable[[EditionPaths], Iterable[Issue]]

__all__ = ["check_data", "check_references", "rules", "run_checks"]

LEADING = ("citing", "references")
"""The rules of what leads from the text to elsewhere in the edition."""

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
    kept = _kept(_most_telling(dict.fromkeys(found)), exceptions)
    return _sorted([*kept, *exceptions.faults()])


def check_data(paths: EditionPaths, *, today: date | None = None) -> list[Issue]:
    """Return the faults of the tables that no exception covers, sorted.

    What a build asks before it reads the first page; whether every exception is of use
    is left to :func:`run_checks`, which sees the text too.
    """
    exceptions = load_exceptions(paths)
    found = check_tables(paths, today=today, tolerance=exceptions)
    return _sorted([*_kept(found, exceptions), *exceptions.issues])


def check_references(paths: EditionPaths) -> list[Issue]:
    """Return what of the text leads nowhere and no exception covers, sorted.

    A build asks for all pages, not only those it reads: Sphinx says such a fault once,
    and a second build would be clean over a broken page.
    """
    found = [issue for name in LEADING for issue in rules()[name](paths)]
    return _sorted(_kept(found, load_exceptions(paths)))


def _kept(issues: Iterable[Issue], exceptions: Exceptions) -> list[Issue]:
    return [issue for issue in issues if not exceptions.covers(issue)]


def _sorted(issues: Iterable[Issue]) -> list[Issue]:
    return sorted(issues, key=lambda issue: issue.sort_key)


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
