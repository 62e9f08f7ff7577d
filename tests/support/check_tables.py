"""Checking the one table of a small edition, on a day of its own."""

from __future__ import annotations

from datetime import date

from edition.issues import Issue
from edition.paths import EditionPaths
from edition.tables.check import check_tables

TODAY = date(2026, 6, 1)


def check(paths: EditionPaths, *names: str) -> list[Issue]:
    return check_tables(paths, names or ("essai",), today=TODAY)


def codes(issues: list[Issue]) -> list[str]:
    return [str(issue.code) for issue in issues]
