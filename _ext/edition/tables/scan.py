"""Where the rows and cells of a CSV file begin, on its bytes, without reading cells.

It holds the file to the strict form of RFC 4180, in which every parser sees the same
cells; turning bytes into cells is left to :mod:`edition.tables.sheet`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Positions", "Scan", "scan"]

Positions = npt.NDArray[np.int64]

NEWLINE, QUOTE, COMMA = b'\n",'


@dataclass(frozen=True, slots=True)
class Scan:
    """The shape of a CSV file.

    :param starts: the offset of the first byte of each row, header included.
    :param ends: the offset of the line feed (or of the end of file) after each row.
    :param lines: the line on which each row begins, counted from 1.
    :param cells: how many cells each row has.
    :param bad_quote: the line of the first quotation mark that parsers would take in
        different ways; 0 when there is none. With one, nothing else is to be trusted.
    """

    starts: Positions
    ends: Positions
    lines: Positions
    cells: Positions
    bad_quote: int = 0


def scan(data: bytes) -> Scan:
    """Find the rows of a CSV file whose lines end with a line feed."""
    found = np.frombuffer(data, dtype=np.uint8)
    newlines = np.flatnonzero(found == NEWLINE)
    commas = np.flatnonzero(found == COMMA)
    quotes = np.flatnonzero(found == QUOTE)
    bad = _bad_quote(found, quotes)
    # Between quotation marks a comma or a line feed is part of the cell.
    ends = newlines[np.searchsorted(quotes, newlines) % 2 == 0]
    commas = commas[np.searchsorted(quotes, commas) % 2 == 0]
    if len(data) and (not len(ends) or ends[-1] != len(data) - 1):
        ends = np.append(ends, len(data))
    starts = np.concatenate(([0], ends[:-1] + 1)) if len(ends) else ends
    before = np.searchsorted(commas, starts)
    return Scan(
        starts=starts,
        ends=ends,
        lines=np.searchsorted(newlines, starts) + 1,
        cells=np.searchsorted(commas, ends) - before + 1,
        bad_quote=int(np.searchsorted(newlines, bad)) + 1 if bad >= 0 else 0,
    )


def _bad_quote(found: npt.NDArray[np.uint8], quotes: Positions) -> int:
    """Return the offset of the first misplaced quotation mark, or -1."""
    if not len(quotes):
        return -1
    opening, closing = quotes[0::2], quotes[1::2]
    before = found[np.maximum(opening - 1, 0)]
    fine = (opening == 0) | np.isin(before, (COMMA, NEWLINE, QUOTE))
    bad = list(opening[~fine][:1])
    after = found[np.minimum(closing + 1, len(found) - 1)]
    fine = (closing == len(found) - 1) | np.isin(after, (COMMA, NEWLINE, QUOTE))
    bad += list(closing[~fine][:1])
    if not bad and len(opening) > len(closing):
        bad = [opening[-1]]
    return int(min(bad)) if bad else -1
