"""Rule: headings have ids of their author and go down one level at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.anchors.ids import is_section
from edition.codes import IssueCode
from edition.issues import Issue, Place
from edition.text.book import read_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths
    from edition.text.model import Document, Section

__all__ = ["check"]


def check(paths: EditionPaths) -> list[Issue]:
    """Return the faults of the headings of the book."""
    return [issue for page in read_book(paths) for issue in _page(page)]


def _page(page: Document) -> Iterator[Issue]:
    level = 0
    for section in page.sections:
        here = Place(page.path, section.line)
        yield from _id(section, here)
        yield from _level(section, here, level)
        level = section.level
    if not page.sections:
        said = "page sans titre"
        hint = "commencer par « (sec-…)= » puis « # Titre »"
        yield Issue(IssueCode.SECTION_LEVEL, Place(page.path), said, hint=hint)


def _id(section: Section, here: Place) -> Iterator[Issue]:
    code, title = IssueCode.SECTION_ID, section.title[:60]
    expected = "« sec- », puis des mots en minuscules sans accent, unis par des tirets"
    if not title:
        said, hint = "titre vide", "écrire son texte, ou retirer la ligne"
        yield Issue(IssueCode.SECTION_LEVEL, here, said, hint=hint)
    if not section.id:
        hint = "écrire avant lui une ligne « (sec-…)= »"
        yield Issue(code, here, f"titre « {title} » sans identifiant", hint=hint)
    elif not is_section(section.id):
        yield Issue(code, here, f"identifiant de section « {section.id} »", expected)


def _level(section: Section, here: Place, before: int) -> Iterator[Issue]:
    code = IssueCode.SECTION_LEVEL
    said = f"titre de niveau {section.level} « {section.title[:60]} »"
    if section.level == 1 and before:
        hint = "une page n'en a qu'un : en faire un sous-titre, « ## »"
        yield Issue(code, here, f"second {said}", hint=hint)
    elif section.level > before + 1:
        expected = f"niveau {before + 1}, « {'#' * (before + 1)} »"
        yield Issue(code, here, said, expected)
