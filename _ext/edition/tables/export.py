"""Tables for other programs: the rows of a view as CSV, a whole table as JSON.

The CSV file of ``data/tables/`` is published as it is; these two are made from it.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from edition.tables.cells import Cell, CellKind
from edition.tables.numbers import decimals
from edition.tables.schema import KEY, Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.tables.load import Table
    from edition.tables.package import Resource
    from edition.tables.view import TableView

__all__ = ["table_json", "view_csv"]

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

# Exact in the file, French on the page: a program could not read the page's form.
EXACT = {CellKind.NUMBER, CellKind.DATE, CellKind.LINK}


def view_csv(view: TableView) -> str:
    """Write the rows of a view as CSV, for a spreadsheet.

    The columns, headings, order and names of rows are those of the view. Numbers,
    dates and addresses are as in the file, because « 1 234,5 » is no number to a
    program; « sans objet » is an empty cell. The id of the row is put first, so that
    each row can be found again; then what the page says once above a group of rows.

    It begins with a byte order mark, unlike the files of ``data/``: without it
    spreadsheets take the accents for another encoding, and this file is for them.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    with_id = all(column.name != KEY for column in view.columns)
    headings = [
        f"{column.title} ({column.unit})" if column.unit else column.title
        for column in view.columns
    ]
    shown = {column.name for column in view.columns}
    grouped = view.group if view.group and view.group.name not in shown else None
    writer.writerow(
        [*([KEY] if with_id else []), *([grouped.title] if grouped else []), *headings]
    )
    for group in view.groups:
        said = [_plain(group.title)] if grouped and group.title else []
        for row in group.rows:
            cells = [_plain(cell) for cell in row.cells]
            writer.writerow([*([row.id] if with_id else []), *said, *cells])
    return BOM + out.getvalue()


def _plain(cell: Cell) -> str:
    if cell.kind is CellKind.EMPTY:
        return ""
    return cell.raw if cell.kind in EXACT else cell.text


def table_json(table: Table, resource: Resource | None) -> str:
    """Write a whole table as JSON: what it is, then one object a row.

    Numbers are numbers and booleans booleans; a cell that makes no sense is ``null``,
    « non vu » stays a text, because it is no lack of a value but a thing we say.
    """
    about: dict[str, Any] = {
        "name": table.name,
        "title": resource.title if resource else table.schema.title,
        "description": table.schema.description,
    }
    if resource:
        about["licenses"] = [
            {"name": one.name, "title": one.title, "path": one.path}
            for one in resource.licenses
        ]
    about["missingValues"] = list(table.schema.missing)
    fields = [
        {"name": field.name, "title": field.title, "type": field.type}
        | ({"unit": field.unit} if field.unit else {})
        for field in table.schema.fields
    ]
    head = json.dumps(about, ensure_ascii=False, indent=1).removesuffix("\n}")
    rows = ",\n".join(f"  {_json(row)}" for row in _rows(table))
    listed = ",\n".join(f"  {_json(field)}" for field in fields)
    return f'{head},\n "fields": [\n{listed}\n ],\n "rows": [\n{rows}\n ]\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _rows(table: Table) -> Iterator[dict[str, Any]]:
    columns = [
        _values(field, table.frame[field.name].tolist(), table.schema.missing)
        for field in table.schema.fields
    ]
    names = table.schema.columns
    for cells in zip(*columns, strict=True):
        yield dict(zip(names, cells, strict=True))


def _values(field: Field, cells: list[str], missing: tuple[str, ...]) -> list[Any]:
    known = {cell: _value(field, cell, missing) for cell in set(cells)}
    return [known[cell] for cell in cells]


def _value(field: Field, cell: str, missing: tuple[str, ...]) -> Any:
    if cell in missing:
        return cell or None
    if field.type == "boolean":
        return {"true": True, "false": False}.get(cell, cell)
    if not field.is_numeric:
        return cell
    try:
        return float(cell) if decimals(cell) else int(cell)
    except ValueError:
        return cell
