"""A citation as a RIS record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.citation.signs import ADDRESS, CLOSE, CODE, DAY, NOTE, OPEN

if TYPE_CHECKING:
    from edition.citation.work import Work

__all__ = ["ris"]


def ris(work: Work) -> str:
    """Return the record.

    No sign has a meaning inside a value; what could end one, a line's end, stands in
    none (:func:`edition.citation.work.typeset`, and the script for quoted words).
    """
    issued = work.issued
    title = (
        [("TI", work.book)] if work.whole else [("TI", work.title), ("T2", work.book)]
    )
    tags = [
        ("TY", "BOOK" if work.whole else "CHAP"),
        ("ID", f"{work.key}{OPEN}-{CODE}{CLOSE}"),
        *(("AU", author) for author in work.authors),
        *title,
        ("ET", work.version),
        ("PB", work.publisher),
        ("PY", f"{issued.year}" if issued else ""),
        ("DA", f"{issued:%Y/%m/%d}" if issued else ""),
        ("UR", ADDRESS if work.public else ""),
        ("DO", work.doi),
        ("LA", work.language),
    ]
    lines = [f"{tag}  - {value}\n" for tag, value in tags if value]
    if work.public:
        lines.append(f"{OPEN}Y2  - {DAY}\n{CLOSE}")
    return f"{''.join(lines)}{OPEN}N1  - {NOTE}\n{CLOSE}ER  - \n"
