"""The rows that a chart shows, with the columns that it reads and their faults."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from edition.charts.model import ChartType
from edition.issues import Issue, IssueCode, IssueError, known_values, suggestion
from edition.tables.cells import CellKind
from edition.tables.request import ColumnRequest
from edition.tables.units import UNITS
from edition.tables.view import build_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edition.charts.spec import ChartSpec
    from edition.tables.load import Table
    from edition.tables.request import OptionPlaces
    from edition.tables.schema import Field
    from edition.tables.source import TableSource
    from edition.tables.view import TableView

__all__ = ["Rows", "read_rows"]

# Named by convention, where a table has them.
QUALIFIER = "qualificatif"
HIGHEST = "_max"
DATES = ("date", "millesime", "annee")

NUMERIC = ("number", "integer")
UNCERTAIN = "incertain"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a chart, in their order.

    :param cells: of each row, by column, as in the file.
    :param view: the same rows, for whoever wants the figures.
    """

    spec: ChartSpec
    table: Table
    source: TableSource
    cells: tuple[Mapping[str, str], ...]
    view: TableView
    at: OptionPlaces

    def field(self, name: str) -> Field:
        """Return a column."""
        return self.table.schema.field(name)

    def present(self, cells: Mapping[str, str], name: str) -> str:
        """Return a cell that holds a value, or nothing."""
        cell = cells.get(name, "")
        return "" if cell in self.table.schema.missing else cell

    def named(self, cells: Mapping[str, str], name: str) -> str:
        """Return a cell as a reader calls it: the name of the row it points at."""
        cell, field = cells[name], self.field(name)
        if cell in self.table.schema.missing:
            return cell or "sans objet"
        return self.source.label(field.foreign.table, cell) if field.foreign else cell

    def doubtful(self, cells: Mapping[str, str]) -> bool:
        """Tell whether the source of a row is ambiguous, cut or contradicted."""
        level = self.table.schema.role("level")
        return level is not None and cells[level.name] == UNCERTAIN

    def stands_out(self, *words: str) -> bool:
        """Tell whether one of these words was asked to stand out."""
        return any(word in self.spec.highlight for word in words if word)

    @property
    def title(self) -> str:
        """The column that names the rows."""
        role = self.table.schema.role("title")
        return role.name if role else self.table.schema.primary_key

    @property
    def date(self) -> Field | None:
        """The column that dates the quantities, if there is one."""
        names = [name for name in DATES if name in self.table.schema]
        return self.field(names[0]) if names else None

    @property
    def unit_column(self) -> Field | None:
        """The column that gives each row its unit, if there is one."""
        for field in self.table.schema.fields:
            if field.foreign and field.foreign.table == UNITS:
                return field
        return None


def read_rows(spec: ChartSpec, source: TableSource, *, at: OptionPlaces) -> Rows:
    """Choose the rows of a chart and check the columns that it reads.

    :raises IssueError: an unknown table, column or value, a column of another type.
    """
    table = source.table(spec.request.table, place=at(""))
    issues = list(_check_columns(spec, table, at))
    if issues:
        raise IssueError(*issues)
    view = _view(spec, _shown(spec, table), source, at)
    # A column that makes no sense for any of these rows would only be in the way.
    said = [
        column.name
        for place, column in enumerate(view.columns)
        if any(row.cells[place].kind is not CellKind.EMPTY for row in view.rows)
    ]
    if 0 < len(said) < len(view.columns):
        view = _view(spec, said, source, at)
    frame = table.frame.loc[[row.id for row in view.rows]]
    cells = tuple(
        dict(zip(frame.columns, row, strict=True))
        for row in frame.itertuples(index=False, name=None)
    )
    return Rows(spec, table, source, cells, view, at)


def _view(
    spec: ChartSpec, names: list[str], source: TableSource, at: OptionPlaces
) -> TableView:
    columns = tuple(ColumnRequest(name) for name in names)
    return build_view(replace(spec.request, columns=columns), source, at=at)


def _check_columns(spec: ChartSpec, table: Table, at: OptionPlaces) -> Iterator[Issue]:
    wanted = {"x": spec.x, "y": spec.y, "label": spec.label, "group": spec.group}
    columns = table.schema.columns
    for option, name in wanted.items():
        if name and name not in table.schema:
            yield Issue(
                IssueCode.CHART_COLUMN,
                at(option),
                f"colonne « {name} » inconnue du tableau « {table.name} »",
                expected=known_values(columns),
                hint=suggestion(name, columns),
            )
        elif name and (
            expected := _other_kind(spec.type, option, table.schema.field(name))
        ):
            fitting = [
                field.name
                for field in table.schema.fields
                if not _other_kind(spec.type, option, field)
            ]
            known = known_values(fitting) or "ce tableau n'en a pas"
            yield Issue(
                IssueCode.CHART_COLUMN,
                at(option),
                f"colonne « {name} » d'une autre nature dans « {option} »",
                expected=f"{expected} ({known})",
            )


def _other_kind(kind: ChartType, option: str, field: Field) -> str:
    """Return what was expected, when a column cannot serve; nothing when it can."""
    number = field.type in NUMERIC
    date = field.format == "edtf" or field.type in {"date", "year"}
    match kind, option:
        case _, "y":
            return "" if number else "une colonne de nombres"
        case ChartType.TIMELINE, "x":
            return "" if date else "une colonne de dates"
        case ((ChartType.LINE | ChartType.HISTOGRAM), "x"):
            return "" if number or date else "une colonne de nombres ou de dates"
    return ""


def _shown(spec: ChartSpec, table: Table) -> list[str]:
    """Return the columns of the small table that gives the figures of a chart.

    Without the witnesses: the foot of the chart names them, and each row leads to its
    place in the whole table.
    """
    title = table.schema.role("title")
    unit = [
        field.name
        for field in table.schema.fields
        if field.foreign and field.foreign.table == UNITS
    ]
    wanted = [
        title.name if title and spec.x != title.name else "",
        spec.group,
        spec.label,
        spec.x,
        QUALIFIER if spec.y else "",
        spec.y,
        spec.y + HIGHEST if spec.y else "",
        *(unit if spec.y else ()),
        next((name for name in DATES if name in table.schema), ""),
    ]
    return [name for name in dict.fromkeys(wanted) if name and name in table.schema]
