"""A table as the checks see it: plain lists of cells, even when its form has faults."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from edition.issues import Place
from edition.tables.schema import KEY
from edition.tables.signs import is_odd, is_unseen_misspelt
from edition.tables.told import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from edition.issues import IssueCode
    from edition.tables.scan import Positions
    from edition.tables.schema import Field, TableSchema
    from edition.tables.sheet import Sheet
    from edition.tables.told import Said

__all__ = ["CheckedTable", "make_checked"]


@dataclass(frozen=True)
class CheckedTable:
    """The columns of a table that its schema knows.

    :param path: the CSV file as messages show it.
    :param columns: the cells of each column, in the order of the rows.
    """

    name: str
    path: str
    schema: TableSchema
    columns: Mapping[str, list[str]]
    lines: Positions
    left_out: tuple[str, ...] = ()
    _values: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the rows, those of rows that could not be read included."""
        return frozenset(self.columns.get(KEY, ())).union(self.left_out)

    @cached_property
    def distinct(self) -> Mapping[str, frozenset[str]]:
        """The different cells of each column: what most rules need to look at."""
        return {name: frozenset(cells) for name, cells in self.columns.items()}

    def fields(self) -> list[Field]:
        """Return the fields of the schema whose column is there."""
        return [found for found in self.schema.fields if found.name in self.columns]

    @cached_property
    def odd(self) -> Mapping[str, frozenset[str]]:
        """The different cells of each column whose signs deserve a closer look."""
        return {
            name: frozenset(filter(is_odd, cells))
            for name, cells in self.distinct.items()
        }

    def misspelt(self, name: str) -> frozenset[str]:
        """Return the cells of a column that say « non vu » in another way."""
        column = self.schema.field(name)
        if name == KEY or column.foreign:
            return frozenset()
        found = filter(is_unseen_misspelt, self.odd[name])
        return frozenset(found).difference(column.constraints.enum)

    def values(self, name: str) -> frozenset[str]:
        """Return the different cells of a column that hold a value."""
        if name not in self._values:
            missing = {"", *self.schema.missing}
            cells = self.distinct[name].difference(missing, self.misspelt(name))
            self._values[name] = cells
        return self._values[name]

    def row_id(self, row: int) -> str:
        """Return the id of the row at a position; « » without a column of ids."""
        ids = self.columns.get(KEY)
        return ids[row] if ids else ""

    def place_of(self, row: int) -> Place:
        """Return where the row at a position begins."""
        return Place(self.path, int(self.lines[row]))

    def rows_with(self, name: str, bad: Collection[str]) -> list[int]:
        """Return the positions of the rows whose cell is one of ``bad``."""
        cells = self.columns[name]
        return [row for row, cell in enumerate(cells) if cell in bad]

    def finding(
        self,
        code: IssueCode,
        name: str,
        bad: Collection[str],
        say: Callable[[str], Said],
    ) -> list[Finding]:
        """Return a finding for the rows whose cell is one of ``bad``, if there is any.

        :param say: makes the words from the cell.
        """
        if not bad:
            return []
        cells = self.columns[name]
        rows = self.rows_with(name, frozenset(bad))
        return [Finding(code, name, rows, lambda row: say(cells[row]))]


def make_checked(sheet: Sheet, schema: TableSchema, *, path: str) -> CheckedTable:
    """Take the columns that the schema knows; of two with one name, the first."""
    columns: dict[str, list[str]] = {}
    for number, name in enumerate(sheet.header):
        if name in schema and name not in columns:
            columns[name] = sheet.cells(number)
    return CheckedTable(schema.name, path, schema, columns, sheet.lines, sheet.left_out)
