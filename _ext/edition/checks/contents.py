"""Rule: the table of contents leads from the title page to every page, each once.

Sphinx says such faults itself, in English, after it has read the whole book.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.issues import Issue, Place, suggestion
from edition.text.book import page_names, read_book
from edition.text.contents import HOME, entry_lines, entry_pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edition.paths import EditionPaths
    from edition.text.directives import Directive
    from edition.text.model import Document

__all__ = ["check", "numbered_sections"]

DEEPEST = 999
"""The depth of « :numbered: » without a number, as Sphinx has it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table of contents.

    :param pages: those it leads to; none when there is no such page.
    :param depth: down to which level titles are numbered from here; 0 for none.
    """

    text: str
    place: Place
    owner: str
    pages: tuple[str, ...]
    depth: int = 0

    @property
    def glob(self) -> bool:
        """Whether it stands for all pages of a pattern."""
        return "*" in self.text


def check(paths: EditionPaths) -> list[Issue]:
    """Return the entries that lead nowhere or twice, and the pages without entry."""
    pages = page_names(paths)
    if HOME not in pages:
        said = "page de titre absente"
        expected = "un fichier index.md à la racine de l'édition"
        return [Issue(IssueCode.CONTENTS_PAGE, Place("index.md"), said, expected)]
    book = read_book(paths)
    entries = [entry for page in book for entry in _entries(page, pages)]
    issues = [issue for entry in entries for issue in _leads(entry, pages)]
    issues += _repeated(entries)
    if len(book) == len(pages):
        # A page that cannot be read may be the one that lists the others.
        reached = _reached(entries)
        if reached == {HOME} != pages:
            said = "page de titre sans sommaire"
            expected = "une directive « toctree » qui nomme les pages du livre"
            place = Place("index.md")
            return [*issues, Issue(IssueCode.CONTENTS_PAGE, place, said, expected)]
        issues += [
            Issue(
                IssueCode.CONTENTS_PAGE,
                Place(f"{name}.md"),
                "page que le sommaire n'atteint pas",
                hint=f"ajouter une ligne « {name} » au « toctree » de index.md, ou "
                "effacer la page",
            )
            for name in sorted(pages - reached)
        ]
    return issues


def numbered_sections(book: Sequence[Document]) -> set[str]:
    """Return the ids of the sections that have a number, as « 2.3 »."""
    documents = {page.docname: page for page in book}
    entries = [entry for page in book for entry in _entries(page, set(documents))]
    left = [(name, entry.depth) for entry in entries for name in entry.pages]
    depths: dict[str, int] = {}
    while left:
        name, depth = left.pop()
        if depth <= depths.get(name, 0):
            continue
        depths[name] = depth
        below = [entry for entry in entries if entry.owner == name]
        left += [(found, depth - 1) for entry in below for found in entry.pages]
    return {
        section.id
        for name, depth in depths.items()
        for section in documents[name].sections
        if section.level <= depth
    }


def _entries(page: Document, pages: set[str]) -> Iterator[Entry]:
    for directive, line, entry in entry_lines(page):
        glob = directive.option("glob") is not None
        place = Place(page.path, line)
        found = entry_pages(entry, page.docname, pages, glob=glob)
        yield Entry(entry, place, page.docname, found, _depth(directive))


def _depth(directive: Directive) -> int:
    given = directive.option("numbered")
    if given is None:
        return 0
    return int(given) if given.isdecimal() else DEEPEST


def _leads(entry: Entry, pages: set[str]) -> Iterator[Issue]:
    code, here = IssueCode.CONTENTS_ENTRY, entry.place
    said = f"entrée de sommaire « {entry.text[:60]} »"
    if not entry.pages and entry.glob:
        expected = "un motif que suit au moins une page, et l'option « :glob: »"
        yield Issue(code, here, f"{said} sans aucune page", expected)
    elif not entry.pages:
        folder = posixpath.dirname(entry.owner)
        near = [posixpath.relpath(page, folder or ".") for page in sorted(pages)]
        expected = "une page du livre, sans « .md », depuis le dossier de cette page"
        hint = suggestion(entry.text, near) or "retirer la ligne, ou ajouter la page"
        yield Issue(code, here, f"{said} sans page", expected, hint)
    elif entry.owner in entry.pages or HOME in entry.pages:
        hint = "retirer la ligne"
        yield Issue(code, here, f"{said}, qui ramène d'où elle part", hint=hint)


def _repeated(entries: list[Entry]) -> Iterator[Issue]:
    """Return the second entry of a page; patterns only take what is left.

    In one table of contents they do; from one to the other nothing is left out.
    """
    first: dict[str, Entry] = {}
    for entry in entries:
        for name in entry.pages:
            before = first.setdefault(name, entry)
            if before is entry:
                continue
            if before.owner == entry.owner and entry.glob:
                continue
            yield Issue(
                IssueCode.CONTENTS_ENTRY,
                entry.place,
                f"page « {name} » déjà au sommaire",
                f"une fois, dans {before.place}",
                "retirer l'entrée qui est de trop",
            )


def _reached(entries: list[Entry]) -> set[str]:
    """Return the pages to which entries lead from the title page."""
    leads: dict[str, set[str]] = {}
    for entry in entries:
        leads.setdefault(entry.owner, set()).update(entry.pages)
    reached, waiting = {HOME}, [HOME]
    while waiting:
        found = leads.get(waiting.pop(), set()) - reached
        reached |= found
        waiting += found
    return reached
