"""Marks of bars, dots and lines: one quantity a row, with its unit, year and doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts.model import Chart, ChartType, Mark
from edition.charts.periods import decimal_years
from edition.charts.rows import HIGHEST, QUALIFIER
from edition.issues import Issue, IssueCode, IssueError, known_values
from edition.tables.format import format_cell
from edition.tables.quantities import Form, Quantity, say_quantity
from edition.text.spacing import french

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.charts.rows import Rows
    from edition.tables.units import Unit

__all__ = ["build_quantities"]

YEAR = len("2013")


def build_quantities(rows: Rows) -> Chart:
    """Build a chart of bars, dots or lines."""
    spec = rows.spec
    unit = _unit(rows)
    years = _years(rows)
    by_row = len(set(years)) > 1
    is_line = spec.type is ChartType.LINE
    marks = []
    skipped = 0
    by_year = is_line and _years_only(rows)
    for cells, year in zip(rows.cells, years, strict=True):
        place = _place(rows, cells, by_year=by_year) if is_line else (0.0, True)
        if place is None:
            skipped += 1
            continue
        label = rows.named(cells, spec.x or rows.title)
        if by_row and not is_line:
            label += f" ({year})"
        marks.append(_mark(rows, cells, label, unit, place))
    if is_line:
        # Each line from left to right, in the order in which the series appear.
        order = {
            series: n for n, series in enumerate(dict.fromkeys(m.series for m in marks))
        }
        marks.sort(key=lambda mark: (order[mark.series], mark.start))
    symbol = (
        unit.beside("", plural=True) if unit and unit.symbol and not unit.before else ""
    )
    dated = is_line and not rows.field(spec.x).is_numeric
    measure = _measure(rows, unit)
    if not is_line and not by_row and years and years[0]:
        measure += years[0] if years[0].startswith(" ") else f", {years[0]}"
    return Chart(
        type=spec.type,
        marks=tuple(marks),
        view=rows.view,
        measure=french(measure),
        notes=_notes(skipped),
        symbol=french(symbol),
        dated=dated or (is_line and rows.field(spec.x).type == "year"),
    )


def _mark(
    rows: Rows,
    cells: Mapping[str, str],
    label: str,
    unit: Unit | None,
    place: tuple[float, bool],
) -> Mark:
    spec = rows.spec
    number = rows.present(cells, spec.y)
    most = rows.present(cells, spec.y + HIGHEST)
    qualifier = rows.present(cells, QUALIFIER)
    series = rows.named(cells, spec.label) if spec.label else ""
    if number:
        form = Form.FULL if unit and unit.symbol else Form.DIGITS
        said = say_quantity(Quantity(number, number, most, qualifier, unit), form)
    else:
        said = cells[spec.y] or "sans objet"
    where, sure = place
    return Mark(
        row=cells[rows.table.schema.primary_key],
        label=french(label),
        value=float(number) if number else None,
        said=french(said),
        most=float(most) if most else None,
        start=where,
        end=where,
        uncertain=bool(qualifier) or rows.doubtful(cells) or not sure,
        accent=rows.stands_out(cells[rows.table.schema.primary_key], series),
        series=french(series),
    )


def _unit(rows: Rows) -> Unit | None:
    """Return the one unit of all quantities.

    :raises IssueError: they have several, and cannot share a scale.
    """
    field = rows.field(rows.spec.y)
    if field.unit:
        return rows.source.unit(field.unit)
    column = rows.unit_column
    if column is None:
        return None
    found = sorted(
        {
            rows.present(cells, column.name)
            for cells in rows.cells
            if rows.present(cells, rows.spec.y)
        }
    )
    if len(found) > 1:
        message = (
            f"unités mêlées sur la même échelle : {known_values(found, quote=True)}"
        )
        hint = f'retenir une unité par « filter » : {column.name} = "{found[0]}"'
        issue = Issue(IssueCode.CHART_UNITS, rows.at("y"), message, hint=hint)
        raise IssueError(issue)
    return rows.source.unit(found[0]) if found else None


def _measure(rows: Rows, unit: Unit | None) -> str:
    """Say what is measured: the column's title and the unit, neither said twice."""
    title = rows.field(rows.spec.y).title
    if unit is None or not unit.written:
        return title
    if unit.symbol:
        return f"En {unit.symbol}" if rows.unit_column else f"{title}, en {unit.symbol}"
    if unit.plural.casefold() in title.casefold():
        return title
    return (
        unit.after_noun("Nombre") if rows.unit_column else f"{title}, en {unit.plural}"
    )


def _years(rows: Rows) -> list[str]:
    """Return the date of each quantity, in French; nothing when the table has none."""
    field = rows.date
    if field is None or field.name == rows.spec.x:
        return ["" for _ in rows.cells]
    said = []
    for cells in rows.cells:
        shown = format_cell(cells[field.name], field, missing=rows.table.schema.missing)
        said.append("sans date" if shown.missing else shown.text)
    if set(said) == {"sans date"}:
        return [f" ({field.title.lower()} : non vu)" for _ in said]
    return said


def _years_only(rows: Rows) -> bool:
    """Tell whether all dates of a line are years, which then are points of its scale."""
    cells = [rows.present(cells, rows.spec.x) for cells in rows.cells]
    return all(len(cell.rstrip("~?%")) == YEAR for cell in cells if cell)


def _place(
    rows: Rows, cells: Mapping[str, str], *, by_year: bool
) -> tuple[float, bool] | None:
    """Return where a point stands on the scale and whether that is sure."""
    field = rows.field(rows.spec.x)
    cell = rows.present(cells, field.name)
    if not cell:
        return None
    if field.type in {"number", "integer", "year"}:
        return float(cell), True
    span = decimal_years(cell)
    where = span.start if by_year else (span.start + span.end) / 2
    return where, not span.uncertain


def _notes(skipped: int) -> tuple[str, ...]:
    if not skipped:
        return ()
    said = "Une valeur sans date n’est pas montrée."
    if skipped > 1:
        said = f"{skipped} valeurs sans date ne sont pas montrées."
    return (said,)
