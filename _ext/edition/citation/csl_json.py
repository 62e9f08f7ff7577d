"""A citation as CSL-JSON, which Zotero and word processors read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from edition.citation.signs import ADDRESS, CLOSE, CODE, DAY, NOTE, OPEN

if TYPE_CHECKING:
    from edition.citation.work import Work

__all__ = ["SIGNS", "csl_json"]

SIGNS = {'"': '\\"', "\\": "\\\\"}
"""What JSON escapes in a text without control signs."""


def csl_json(work: Work) -> str:
    """Return a list of one item, so that programs take it for a library."""
    issued = work.issued
    fields: dict[str, Any] = {
        "id": f"{work.key}{OPEN}-{CODE}{CLOSE}",
        "type": "book" if work.whole else "chapter",
        "author": [{"literal": author} for author in work.authors],
        "title": work.title or work.book,
        "container-title": "" if work.whole else work.book,
        "edition": work.version,
        "publisher": work.publisher,
        "issued": _day(*f"{issued:%Y-%m-%d}".split("-")) if issued else "",
        "URL": ADDRESS if work.public else "",
        "DOI": work.doi,
    }
    said = [f"    {_pair(name, value)},\n" for name, value in fields.items() if value]
    if work.public:
        said.append(f"{OPEN}    {_pair('accessed', _day(DAY))},\n{CLOSE}")
    language = _pair("language", "fr-FR" if work.language == "fr" else work.language)
    note = f'{OPEN}    "note": "{NOTE}",\n{CLOSE}'
    return f"[\n  {{\n{''.join(said)}{note}    {language}\n  }}\n]\n"


def _day(*figures: str) -> dict[str, list[list[str]]]:
    return {"date-parts": [list(figures)]}


def _pair(name: str, value: Any) -> str:
    return f'"{name}": {json.dumps(value, ensure_ascii=False)}'
