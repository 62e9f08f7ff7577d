"""The cells of a CSV file, exactly as they stand, and what is wrong with its form.

No schema is needed here; what the cells mean is left to the checks.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from edition.issues import Issue, IssueCode, Place
from edition.tables.raw import repair_bytes
from edition.tables.scan import Positions, Scan, scan
from edition.tables.schema import ROW_ID

if TYPE_CHECKING:
    Mask = np.ndarray[tuple[int], np.dtype[np.bool]]

__all__ = ["MOST_TOLD", "Sheet", "read_sheet"]

MOST_TOLD = 20
"""Of the same fault in the same column, this many rows are told one by one."""

SEPARATORS = {";": "points-virgules", "\t": "tabulations", "|": "barres"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a file.

    :param header: the first row, as it stands.
    :param frame: the other rows, as texts; its columns are numbered, because a faulty
        header may name two of them alike. Rows that are too long or too short are
        left out.
    :param lines: the line on which each row of ``frame`` begins.
    :param issues: what is wrong with the form of the file.
    :param left_out: the first cells of the rows left out: ids that others may name.
    """

    header: tuple[str, ...]
    frame: pd.DataFrame
    lines: Positions
    issues: tuple[Issue, ...] = ()
    left_out: tuple[str, ...] = ()

    def cells(self, number: int) -> list[str]:
        """Return the cells of a column, from the first row to the last."""
        cells: list[str] = self.frame[number].tolist()
        return cells


def read_sheet(data: bytes, *, place: str) -> Sheet:
    """Read the bytes of a CSV file; any bytes will do, faults become issues."""
    data, issues = repair_bytes(data, place=place)
    shape = scan(data)
    readable = data.strip() and not shape.bad_quote
    header = _split(data[: shape.ends[0]]) if readable else ()
    fault = _unreadable(shape, header, place)
    if fault is not None:
        return Sheet((), _frame(b"", 0), shape.lines[:0], (*issues, fault))
    fits = shape.cells == len(header)
    misfits = np.flatnonzero(~fits).tolist()
    left_out = tuple(
        _split(data[shape.starts[row] : shape.ends[row]])[0] for row in misfits
    )
    for row, first in zip(misfits[:MOST_TOLD], left_out, strict=False):
        issues.append(_ragged(shape, row, first, len(header), place))
    if len(misfits) > MOST_TOLD:
        line = int(shape.lines[misfits[MOST_TOLD]])
        more = len(misfits) - MOST_TOLD
        message = f"et {more} {'autre' if more == 1 else 'autres'} (même défaut)"
        issues.append(Issue(IssueCode.TABLE_RAGGED, Place(place, line), message))
    return Sheet(
        header=header,
        frame=_frame(_body(data, shape, fits), len(header)),
        lines=shape.lines[1:][fits[1:]],
        issues=tuple(issues),
        left_out=left_out,
    )


def _unreadable(shape: Scan, header: tuple[str, ...], place: str) -> Issue | None:
    """Return the fault that leaves no cell to be trusted, if there is one."""
    code, at = IssueCode.TABLE_HEADER, Place(place, 1)
    if shape.bad_quote:
        message = "guillemet droit mal placé ou jamais fermé"
        expected = 'la cellule entière entre "…", ses guillemets doublés'
        at = Place(place, shape.bad_quote)
        return Issue(IssueCode.TABLE_QUOTE, at, message, expected)
    if not header:
        return Issue(code, Place(place), "fichier vide", "une ligne d'en-tête")
    used = next((sign for sign in SEPARATORS if sign in header[0]), None)
    if len(header) == 1 and used is not None:
        message = f"cellules séparées par des {SEPARATORS[used]}"
        hint = "enregistrez en CSV avec la virgule comme séparateur"
        return Issue(code, at, message, "des virgules", hint)
    return None


def _ragged(shape: Scan, row: int, first: str, width: int, place: str) -> Issue:
    count = int(shape.cells[row])
    named = f"(id {first}) " if ROW_ID.fullmatch(first) else ""
    cells = "1 cellule" if count == 1 else f"{count} cellules"
    blank = shape.starts[row] == shape.ends[row]
    message = "ligne vide" if blank else f"{named}ligne de {cells}"
    expected = f"{width}, comme l'en-tête"
    at = Place(place, int(shape.lines[row]))
    return Issue(IssueCode.TABLE_RAGGED, at, message, expected)


def _split(row: bytes) -> tuple[str, ...]:
    """Split a row; its quotation marks are known to be well placed."""
    cells, cell, quoted = [], b"", False
    for part in row.split(b","):
        cell += part
        quoted ^= bool(part.count(b'"') % 2)
        if quoted:
            cell += b","
            continue
        if cell.startswith(b'"'):
            cell = cell[1:-1].replace(b'""', b'"')
        cells.append(cell.decode("utf-8"))
        cell = b""
    return tuple(cells)


def _body(data: bytes, shape: Scan, fits: Mask) -> bytes:
    """Return the rows after the header that have as many cells as it has."""
    if fits.all():
        return data[int(shape.ends[0]) + 1 :]
    rows = zip(shape.starts[1:], shape.ends[1:], fits[1:], strict=True)
    return b"".join(data[start:end] + b"\n" for start, end, fit in rows if fit)


def _frame(body: bytes, width: int) -> pd.DataFrame:
    if not body:
        return pd.DataFrame({number: [] for number in range(width)}, dtype="str")
    return pd.read_csv(
        io.BytesIO(body),
        header=None,
        names=list(range(width)),
        index_col=False,
        dtype=str,
        keep_default_na=False,
        na_filter=False,
        skip_blank_lines=False,
        # Named, so that a lone carriage return stays in its cell.
        lineterminator="\n",
        engine="c",
    )
