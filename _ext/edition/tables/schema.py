"""What a table is: its columns, their types, units, limits and links.

The model of the part of Table Schema (v2) that we use, with our own properties
(``edition:…``). Reading the files, and refusing words that we do not know, is left to
:mod:`edition.tables.schema_file`.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass

__all__ = [
    "FORMATS",
    "KEY",
    "MISSING",
    "NOT_APPLICABLE",
    "ROLES",
    "ROW_ID",
    "TYPES",
    "UNSEEN",
    "Constraints",
    "Field",
    "ForeignKey",
    "Sum",
    "TableSchema",
]

KEY = "id"
"""The first column of every table; it names the row for ever."""

ROW_ID = re.compile(r"[a-z][a-z0-9-]*")
"""What a row id, and the name of a table, looks like."""

UNSEEN = "non vu"
"""The value exists or may exist; nobody of us has seen it."""

NOT_APPLICABLE = "sans objet"
"""What an empty cell means, where the schema allows one."""

MISSING = ("", UNSEEN)
"""The cells that hold no value."""

TYPES = ("string", "number", "integer", "boolean", "date", "year")
"""The types of Table Schema that we read."""

FORMATS = ("edtf", "url", "doi", "isbn", "reference", "latitude", "longitude")
"""What ``edition:format`` may say of a column."""

ROLES = ("title", "source", "level", "scope", "note")
"""What ``edition:role`` may say of a column."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """The limits of a column's values."""

    required: bool = False
    """Neither empty nor « non vu »."""

    unique: bool = False
    pattern: str | None = None
    """A regular expression for the whole cell."""

    minimum: float | str | None = None
    maximum: float | str | None = None
    """Numbers for numeric columns, ISO dates for columns of type ``date``."""

    min_length: int | None = None
    max_length: int | None = None
    enum: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A column whose cells are row ids of a table.

    :param table: the table pointed at; the name of the own table for a link inside.
    """

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    :param title: its French heading.
    :param unit: row id of the table ``unites``, when all cells have the same unit.
    :param format: one of :data:`FORMATS`, or nothing.
    :param empty: what an empty cell means (« sans objet »); nothing when no cell may
        be empty.
    :param role: one of :data:`ROLES`, or nothing.
    :param language: the column that says in which language each cell is; nothing when
        all are in French, or names that have none.
    """

    name: str
    type: str = "string"
    title: str = ""
    description: str = ""
    unit: str | None = None
    format: str | None = None
    constraints: Constraints = Constraints()
    foreign: ForeignKey | None = None
    empty: str | None = None
    role: str | None = None
    language: str | None = None

    @property
    def is_numeric(self) -> bool:
        """Whether the cells are numbers to compare and to add."""
        return self.type in {"number", "integer", "year"}


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts that should add up, in rows (``column``) or in columns (``columns``).

    :param column: the cells to add over the rows.
    :param by: add within each group of rows that agree in these columns.
    :param where: only rows with one of these values in each of these columns.
    :param columns: the cells to add within each row, instead of ``column``.
    :param total: a number; or the id of the row that holds the total of ``column``;
        or the column that holds the total of ``columns``.
    :param tolerance: how far the sum may lie from the total.
    :param label: what is added up, in French.
    """

    label: str
    total: float | str
    column: str = ""
    columns: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True)
class TableSchema:
    """The columns of a table, in their order, and what holds between rows.

    :param missing: the cells that hold no value; a part of :data:`MISSING`.
    :param unique_keys: columns that together name at most one row.
    """

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: str = KEY
    missing: tuple[str, ...] = MISSING
    unique_keys: tuple[tuple[str, ...], ...] = ()
    sums: tuple[Sum, ...] = ()
    _by_name: dict[str, Field] = dataclasses.field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        self._by_name.update({column.name: column for column in self.fields})

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(self._by_name)

    def field(self, name: str) -> Field:
        """Return a column by its name; raise :class:`KeyError` for an unknown one."""
        return self._by_name[name]

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def role(self, role: str) -> Field | None:
        """Return the first column that has a role, if any has."""
        return next((column for column in self.fields if column.role == role), None)
