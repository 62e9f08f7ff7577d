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
from edition.checks.pages import check_names
from edition.issues import Issue, IssueCode, IssueError, Place, Severity
from edition.tables.check import check_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from edition.checks.exceptions import Exceptions
    from edition.paths import EditionPaths

    Rule = Callable[[EditionPaths], Iterable[Issue]]

__all__ = ["check_data", "check_files", "check_text", "rules", "run_checks"]

OF_A_BUILD = (
    "anchors",
    "breaks",
    "citing",
    "contents",
    "glossary",
    "images",
    "marks",
    "names",
    "references",
    "sections",
)
"""The rules of the text whose faults leave a broken page, or a word of Sphinx's own."""

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
    kept = _kept(_most_telling(found), exceptions)
    return _sorted([*kept, *exceptions.faults()])


def check_data(paths: EditionPaths, *, today: date | None = None) -> list[Issue]:
    """Return the faults of the tables that no exception covers, sorted.

    What a build asks before it reads the first page; whether every exception is of use
    is left to :func:`run_checks`, which sees the text too.
    """
    exceptions = load_exceptions(paths)
    found = check_tables(paths, today=today, tolerance=exceptions)
    return _sorted([*_kept(found, exceptions), *exceptions.issues])


def check_files(paths: EditionPaths) -> list[Issue]:
    """Return what is wrong before any page is opened, sorted.

    The settings, the citation file, and files among the pages that are no page: Sphinx
    has words of its own for two files of one name.
    """
    found = [*rules()["metadata"](paths), *check_names(paths)]
    return _sorted(_kept(found, load_exceptions(paths)))


def check_text(paths: EditionPaths) -> list[Issue]:
    """Return the faults of the text that no build can pass over, sorted.

    A build asks for all pages, not only those it reads: Sphinx says such a fault once,
    and a second build would be clean over a broken page.
    """
    found = [issue for name in OF_A_BUILD for issue in rules()[name](paths)]
    errors = [issue for issue in found if issue.severity is Severity.ERROR]
    return _sorted(_kept(_most_telling(errors), load_exceptions(paths)))


def _kept(issues: Iterable[Issue], exceptions: Exceptions) -> list[Issue]:
    return [issue for issue in issues if not exceptions.covers(issue)]


def _sorted(issues: Iterable[Issue]) -> list[Issue]:
    return sorted(issues, key=lambda issue: issue.sort_key)


def _most_telling(issues: Iterable[Issue]) -> list[Issue]:
    """Leave out what is said twice, or less well than by another rule."""
    best: dict[tuple[str, Place, str, str], Issue] = {}
    for issue in issues:
        told = (str(issue.code), issue.place, issue.message, issue.expected)
        if told not in best or len(issue.text) > len(best[told].text):
            best[told] = issue
    # What says what was expected says more than what does not.
    fuller = {told[:3] for told in best if told[3]}
    better = {i.place for i in best.values() if i.code.startswith(ROOMS)}
    return [
        issue
        for told, issue in best.items()
        if (issue.expected or told[:3] not in fuller)
        and (issue.code is not IssueCode.DIRECTIVE_OPTION or issue.place not in better)
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
