"""Everything that is wrong with the tables, all at once.

Each table is read once, as bytes, and every rule looks at its different cells; rules
stand in ``check_*.py``, one module a subject. Which faults are accepted, and why, is
left to :mod:`edition.checks`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueError
from edition.tables.check_addresses import check_addresses
from edition.tables.check_dates import check_dates, current_day
from edition.tables.check_files import check_files
from edition.tables.check_form import check_form
from edition.tables.check_links import check_links, check_schema_links
from edition.tables.check_rows import check_rows
from edition.tables.check_sums import check_percentages, check_promises, check_sums
from edition.tables.check_values import check_values
from edition.tables.checked import CheckedTable, make_checked
from edition.tables.header import check_header
from edition.tables.load import table_names
from edition.tables.located import locate
from edition.tables.raw import read_bytes
from edition.tables.schema import KEY, ROW_ID
from edition.tables.schema_file import load_schema
from edition.tables.sheet import read_sheet
from edition.tables.told import tell
from edition.tables.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from edition.issues import Place
    from edition.paths import EditionPaths
    from edition.tables.located import Pointer
    from edition.tables.told import Finding, Tolerance

__all__ = ["check_tables"]


def check_tables(
    paths: EditionPaths,
    names: Iterable[str] | None = None,
    *,
    today: date | None = None,
    tolerance: Tolerance | None = None,
) -> list[Issue]:
    """Return every fault of the tables, sorted; a sound edition gives none.

    :param names: only the cells of these tables; all of them, and the files around
        them, when not given.
    :param today: the day after which a date is in the future; the present day, or
        that of ``SOURCE_DATE_EPOCH``, when not given.
    :param tolerance: what is accepted although a rule is against it.
    """
    issues: list[Issue] = []
    day = today or current_day()
    tables = {name: _read(paths, name, issues) for name in table_names(paths)}
    sound = {name: table for name, table in tables.items() if table is not None}
    ids: dict[str, Collection[str]] = {
        name: table.ids for name, table in sound.items() if KEY in table.columns
    }
    wanted = set(sound if names is None else names)
    for name, table in sound.items():
        if name in wanted:
            where = partial(_locate, paths, name)
            units = ids.get(UNITS, () if UNITS not in tables else None)
            issues += check_schema_links(
                table.schema, locate=where, tables=tables, units=units
            )
            issues += check_promises(table, locate=where)
            issues += tell(_findings(table, ids, day), table, tolerance)
    if names is None:
        issues += check_files(paths)
    else:
        files = {paths.relative(paths.table(name)) for name in wanted}
        files |= {paths.relative(paths.schema(name)) for name in wanted}
        issues = [issue for issue in issues if issue.place.path in files]
    return sorted(issues, key=lambda issue: issue.sort_key)


def _read(paths: EditionPaths, name: str, issues: list[Issue]) -> CheckedTable | None:
    """Read a table as far as it can be read; nothing without cells or schema."""
    csv, schema_path = paths.table(name), paths.schema(name)
    schema = sheet = None
    place = paths.relative(csv)
    if not ROW_ID.fullmatch(name):
        return None
    if schema_path.is_file():
        try:
            schema = load_schema(schema_path, place=paths.relative(schema_path))
        except IssueError as error:
            issues += error.issues
    try:
        sheet = read_sheet(read_bytes(csv, inside=paths.data, place=place), place=place)
    except IssueError as error:
        issues += error.issues
    else:
        issues += sheet.issues
    if schema is None or sheet is None:
        return None
    issues += check_header(sheet.header, schema, place=place)
    return make_checked(sheet, schema, path=place)


def _locate(paths: EditionPaths, name: str, pointer: Pointer) -> Place:
    path = paths.schema(name)
    return locate(path, *pointer, place=paths.relative(path))


def _findings(
    table: CheckedTable, ids: dict[str, Collection[str]], day: date
) -> Iterator[Finding]:
    yield from check_rows(table)
    yield from check_form(table)
    yield from check_values(table)
    yield from check_dates(table, today=day)
    yield from check_addresses(table)
    yield from check_links(table, ids)
    yield from check_percentages(table)
    yield from check_sums(table)
