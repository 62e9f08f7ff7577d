"""Citations in the styles of libraries, rendered by citeproc-py.

The styles are those of the CSL project, unchanged (``styles/LISEZMOI.txt``). What
citeproc-py or the styles do badly for a text like ours is mended here, each mending with
its reason; ``tests/unit/test_citation_csl.py`` shows what comes out.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edition.citation.signs import ADDRESS, CLOSE, DATE, LOCATOR, OPEN, SLANT
from edition.text.spacing import french

if TYPE_CHECKING:
    from edition.citation.work import Work

__all__ = ["STYLES", "Style", "render"]

FOLDER = Path(__file__).parent / "styles"
SENTINEL = (4321, 8, 17)
"""A day that no release has; the browser puts that of the reader in its place."""

TITLE = "\ue00d"
"""Stands for the title of a page, without the mark at its end."""

ENDING = re.compile(r"\s*[.?!…]+$")
"""A mark at the end of a title, on which the mark after it depends."""

LESS = "\ue00e"
"""Stands for « < », which citeproc-py would take for markup of its own."""

UNSET = f"Adresse publique non fixée{OPEN}\u00a0: {ADDRESS}{CLOSE}"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of citation.

    :param name: of its file.
    :param title: as a reader chooses it.
    :param called: whether a short call stands in the text, before the reference.
    """

    name: str
    title: str
    called: bool = False

    @property
    def chicago(self) -> bool:
        """Whether it is of that family; the others follow ISO 690."""
        return self.name.startswith("chicago")


STYLES = (
    Style("iso690-note-fr", "ISO 690, note"),
    Style("iso690-author-date-fr", "ISO 690, auteur-date", called=True),
    Style("chicago-notes-bibliography-fr", "Chicago, note"),
)

MENDINGS = (
    # A locator says what it is: « § 12 », « tableau 3 ».
    (re.compile(rf"([,.]?\s*)paragr\.\s*{LOCATOR}"), rf"{OPEN}\1{LOCATOR}{CLOSE}"),
    (re.compile(r"17\s+ao[uû]t\s+4321"), DATE),
    # What ISO 690 says of a chapter, its styles forget of a book.
    (re.compile(rf"(?<=[^.]{SLANT})(?=\. Édition )"), " [en\u00a0ligne]"),
    (
        re.compile(r"\b1(?=\s(?:janvier|février|mars|avril|mai|juin|juillet|août)\b)"),
        "1er",
    ),
    (re.compile(r"\b1(?=\s(?:septembre|octobre|novembre|décembre)\b)"), "1er"),
    # The note of Chicago has no comma between locator and date of access.
    (re.compile(rf"{CLOSE}(?=\w)"), f"{CLOSE}, "),
    # A title that ends in « ? » takes no point.
    (re.compile(r"(?<=[?!…])\."), ""),
    (re.compile(r"\s+(?=[.,])"), ""),
    (re.compile(r"'"), "’"),
)
NOWHERE = re.compile(rf"(?:Disponible à l’adresse\s*:\s*)?{ADDRESS}")
QUOTED = re.compile(r"«\s*(.*)\s*»", re.DOTALL)


def render(work: Work, style: Style) -> str:
    """Return the citation with places for what only a reader knows.

    A call in the text stands on a line of its own, before the reference. Of the pages
    of an edition only the titles differ: a title is put in afterwards, so that a build
    asks citeproc-py a few times, not once for each page.
    """
    stem = ENDING.sub("", work.title)
    shape = replace(work, title="", path="", language="fr")
    if not work.whole:
        shape = replace(shape, title=f"{TITLE}{work.title[len(stem) :]}", doi="")
    # Chicago puts it in guillemets: those inside are of the second rank.
    title = _second_rank(stem) if style.chicago else stem
    return _shaped(shape, style).replace(TITLE, title)


@lru_cache(maxsize=64)
def _shaped(work: Work, style: Style) -> str:
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        formatter,
    )
    from citeproc.source import Locator
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([_item(work, style)])
    pages = CitationStylesBibliography(_style(style.name), source, formatter.html)
    cited = Citation([CitationItem("x", locator=Locator("paragraph", LOCATOR))])
    pages.register(cited)
    note = str(pages.cite(cited, _refuse))
    if not style.chicago:
        # Its entry is its note, with the spaces of French.
        (entry,) = map(str, pages.bibliography())
        parts = [note, entry] if style.called else [entry]
    else:
        parts = [note]
    return "\n".join(_mended(part, public=work.public) for part in parts)


def _refuse(item: Any) -> None:
    msg = f"citeproc-py does not know {item.key}"
    raise LookupError(msg)


@cache
def _style(name: str) -> Any:
    """Read a style, once for all pages; its form is that of the CSL project."""
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(str(FOLDER / f"{name}.csl"), validate=False)


def _item(work: Work, style: Style) -> dict[str, Any]:
    """Return what citeproc-py reads. The DOI is left out: it would hide the address."""
    edition = f"{'édition' if style.chicago else 'Édition'} {work.version}"
    item: dict[str, Any] = {
        "id": "x",
        "type": "book" if work.whole else "chapter",
        "author": [{"literal": _shielded(author)} for author in work.authors],
        "title": _shielded(work.book),
        "edition": _shielded(edition),
        "URL": ADDRESS,
        "accessed": {"date-parts": [list(SENTINEL)]},
        "language": "fr-FR",
    }
    if not work.whole:
        item |= {"title": work.title, "container-title": item["title"]}
    if work.publisher:
        item["publisher"] = _shielded(work.publisher)
    if work.issued:
        item["issued"] = {
            "date-parts": [[work.issued.year, work.issued.month, work.issued.day]]
        }
    return item


def _second_rank(title: str) -> str:
    return re.sub(r"«\s*", "“", re.sub(r"\s*»", "”", title))


def _shielded(text: str) -> str:
    return text.replace("<", LESS)


def _mended(text: str, *, public: bool) -> str:
    slanted = re.sub(r"</?i>", SLANT, text)
    said = html.unescape(re.sub(r"<[^>]*>", "", slanted)).replace(LESS, "<")
    for pattern, better in MENDINGS:
        said = pattern.sub(better, said)
    said = french(said.strip())
    if not public:
        said = NOWHERE.sub(UNSET, said)
    return said if re.search(rf"[.)]{CLOSE}?$", said) else f"{said}."
