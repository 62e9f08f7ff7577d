"""Tables in memory: exact cells, by row id, with the line each row came from.

A table is loaded once a process and again when its file or its schema changes. Its
form must be sound; what its cells say is left to :mod:`edition.tables.check`.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas as pd

from edition.issues import (
    Issue,
    IssueCode,
    IssueError,
    Place,
    known_values,
    suggestion,
)
from edition.tables.header import check_header
from edition.tables.raw import read_bytes
from edition.tables.schema import KEY, ROW_ID, TableSchema
from edition.tables.schema_file import load_schema
from edition.tables.sheet import MOST_TOLD, read_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from edition.paths import EditionPaths
    from edition.tables.scan import Positions

__all__ = ["Table", "load_table", "table_names", "table_schema"]

MOST_CACHED = 256

Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose form is sound.

    :param path: the CSV file as messages show it.
    :param frame: the exact cells, as texts, one column a field; its index holds the row
        ids, which are also the column ``id``. Shared by everybody: work on it gives
        new frames (pandas copies on write), never assign to it.
    :param lines: the line on which each row begins, in the order of ``frame``.
    """

    name: str
    path: str
    schema: TableSchema
    frame: pd.DataFrame
    lines: Positions
    _numbers: dict[str, pd.Series[float]] = dataclass_field(
        default_factory=dict, repr=False, compare=False
    )
    _rows: dict[str, Mapping[str, str]] = dataclass_field(
        default_factory=dict, repr=False, compare=False
    )
    _labels: dict[str, str] = dataclass_field(
        default_factory=dict, repr=False, compare=False
    )

    def __len__(self) -> int:
        return len(self.frame)

    def __contains__(self, row_id: object) -> bool:
        return row_id in self.frame.index

    def lookup(self, row_id: str) -> Mapping[str, str]:
        """Return the cells of a row; raise :class:`KeyError` for an unknown id.

        Kept: a page asks for the same unit, level or witness at each of its values.
        """
        if row_id not in self._rows:
            position = self.frame.index.get_loc(row_id)
            cells = self.frame.iloc[position]
            found = dict(zip(self.frame.columns, cells, strict=True))
            self._rows[row_id] = MappingProxyType(found)
        return self._rows[row_id]

    @property
    def labels(self) -> Mapping[str, str]:
        """How each row is called: its column of role « title », or its id."""
        if not self._labels:
            rows = self.frame.index.tolist()
            title = self.schema.role("title")
            called = rows if title is None else self.frame[title.name].tolist()
            missing = self.schema.missing
            for row, label in zip(rows, called, strict=True):
                self._labels[row] = row if label in missing else label
        return MappingProxyType(self._labels)

    def place(self, row_id: str) -> Place:
        """Return where a row stands; raise :class:`KeyError` for an unknown id."""
        position = self.frame.index.get_loc(row_id)
        return Place(self.path, int(self.lines[position]))

    def numbers(self, column: str) -> pd.Series[float]:
        """Return a column as numbers, ``NaN`` where there is none.

        Shared like :attr:`frame`. Raise :class:`KeyError` for an unknown column.
        """
        if column not in self._numbers:
            cells = self.frame[column]
            cells = cells.where(~cells.isin(self.schema.missing))
            found = pd.to_numeric(cells, errors="coerce").astype("float64")
            self._numbers[column] = found
        return self._numbers[column]


_tables: dict[tuple[Path, Path], tuple[tuple[Stamp, Stamp], Table]] = {}


def table_names(paths: EditionPaths) -> tuple[str, ...]:
    """Return the names of all tables, sorted."""
    if not paths.tables.is_dir():
        return ()
    return tuple(sorted(path.stem for path in paths.tables.glob("*.csv")))


def load_table(paths: EditionPaths, name: str) -> Table:
    """Return a table, from the cache when neither its file nor its schema changed.

    :raises IssueError: unknown, refused or malformed, with every fault of its form.
        Whoever asked knows the better place for an unknown name; the issue names the
        folder of tables.
    """
    _known(paths, name)
    csv, schema = paths.table(name), paths.schema(name)
    try:
        stamps = (_stamp(csv), _stamp(schema))
    except OSError:
        stamps = ((-1, 0), (-1, 0))
    cached = _tables.get((csv, schema))
    if cached is not None and cached[0] == stamps and stamps[0][0] >= 0:
        return cached[1]
    table = _read(paths, name)
    if len(_tables) >= MOST_CACHED:
        _tables.clear()
    _tables[csv, schema] = (stamps, table)
    return table


def table_schema(paths: EditionPaths, name: str) -> TableSchema:
    """Return the schema of a table without reading its rows.

    :raises IssueError: unknown table, or a schema that is missing or faulty.
    """
    _known(paths, name)
    path = paths.schema(name)
    if not path.is_file():
        place = Place(paths.relative(paths.table(name)))
        expected = paths.relative(path)
        message = f"tableau « {name} » sans schéma"
        hint = f"edition tables new {name} en écrit un"
        code = IssueCode.TABLE_SCHEMA_MISSING
        raise IssueError(Issue(code, place, message, expected, hint))
    return load_schema(path, place=paths.relative(path))


def _known(paths: EditionPaths, name: str) -> None:
    # The pattern also keeps a name from leaving the folder.
    if ROW_ID.fullmatch(name) and paths.table(name).exists():
        return
    names = table_names(paths)
    raise IssueError(
        Issue(
            IssueCode.TABLE_UNKNOWN,
            Place(paths.relative(paths.tables)),
            f"tableau « {name} » inconnu",
            expected=known_values(names),
            hint=suggestion(name, names),
        )
    )


def _read(paths: EditionPaths, name: str) -> Table:
    schema = table_schema(paths, name)
    place = paths.relative(paths.table(name))
    data = read_bytes(paths.table(name), inside=paths.data, place=place)
    sheet = read_sheet(data, place=place)
    issues = [*sheet.issues, *check_header(sheet.header, schema, place=place)]
    if issues:
        raise IssueError(*issues)
    frame = sheet.frame.set_axis(list(sheet.header), axis="columns")
    # Without a name: the column of the same name would make sorting ambiguous.
    frame.index = pd.Index(frame[KEY]).rename(None)
    if not frame.index.is_unique:
        raise IssueError(*_twice(frame, sheet.lines, place))
    return Table(name, place, schema, frame, sheet.lines)


def _twice(frame: pd.DataFrame, lines: Positions, place: str) -> list[Issue]:
    """Say which ids are repeated, in the words of the check."""
    issues = []
    first: dict[str, int] = {}
    for row_id, line in zip(frame.index, lines.tolist(), strict=True):
        if first.setdefault(row_id, line) != line:
            named = f"(id {row_id}) " if row_id else ""
            said = f"{named}id « {row_id} » déjà donné ligne {first[row_id]}"
            expected = "une valeur différente dans chaque ligne"
            code = IssueCode.TABLE_ROW_TWICE
            issues.append(Issue(code, Place(place, line), said, expected))
    return issues[:MOST_TOLD]


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return (found.st_size, found.st_mtime_ns)
