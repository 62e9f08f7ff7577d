"""Where views and values take their tables from, and which tables they took.

What was taken is what a page depends on: when one of these files changes, the page is
read again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from edition.issues import IssueCode, IssueError, Place
from edition.tables.load import Table, load_table
from edition.tables.package_file import load_package
from edition.tables.units import UNITS, Unit, read_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.paths import EditionPaths
    from edition.tables.package import Resource

__all__ = ["TableSource"]


class TableSource:
    """The tables of one edition.

    Short-lived: one for a view or a value. The tables themselves are kept by
    :func:`edition.tables.load.load_table`.
    """

    def __init__(self, paths: EditionPaths) -> None:
        self.paths = paths
        self._tables: dict[str, Table] = {}
        self._labels: dict[str, Mapping[str, str]] = {}

    @property
    def used(self) -> tuple[str, ...]:
        """The tables taken so far, sorted."""
        return tuple(sorted(self._tables))

    def table(self, name: str, *, place: Place | None = None) -> Table:
        """Return a table.

        :param place: who names it; an unknown name is a fault there.
        :raises IssueError: unknown or malformed.
        """
        if name not in self._tables:
            self._tables[name] = self._load(name, place)
        return self._tables[name]

    def _load(self, name: str, place: Place | None = None) -> Table:
        try:
            return load_table(self.paths, name)
        except IssueError as error:
            raise _said_at(error, place) from None

    def has(self, name: str) -> bool:
        """Whether there is a table of this name."""
        if name in self._tables:
            return True
        return self.paths.table(name).is_file() and self.paths.schema(name).is_file()

    def cells(self, name: str, row: str) -> Mapping[str, str] | None:
        """Return the cells of a row, or nothing when there is none.

        A table that does not have the row is not taken: nothing of it is shown.
        """
        if not self.has(name) or row not in self._load(name):
            return None
        return self.table(name).lookup(row)

    def label(self, name: str, row: str) -> str:
        """Return how a row is called: its column of role « title », or its id."""
        return self.labels(name).get(row, row)

    def labels(self, name: str) -> Mapping[str, str]:
        """Return how each row of a table is called, by row id, in their order."""
        if name not in self._labels:
            self._labels[name] = self.table(name).labels if self.has(name) else {}
        return self._labels[name]

    def unit(self, row: str | None) -> Unit | None:
        """Return a unit by its row id, or nothing when there is none."""
        cells = self.cells(UNITS, row) if row else None
        return read_unit(row, cells) if row and cells else None

    def resource(self, name: str) -> Resource | None:
        """Return what the package says of a table, or nothing when it is silent.

        :raises IssueError: the package cannot be read.
        """
        return self._resources().get(name)

    def resource_names(self) -> tuple[str, ...]:
        """Return the names of what the package describes, in its order."""
        return tuple(self._resources())

    def _resources(self) -> Mapping[str, Resource]:
        if not self.paths.datapackage.is_file():
            return {}
        return load_package(self.paths).resources


def _said_at(error: IssueError, place: Place | None) -> IssueError:
    """Say an unknown table where it was named; other faults stay in their file."""
    if place is None:
        return error
    return IssueError(
        *(
            replace(issue, place=place)
            if issue.code is IssueCode.TABLE_UNKNOWN
            else issue
            for issue in error.issues
        )
    )
