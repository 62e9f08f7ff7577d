"""Rule: every term and every key of the text is one of the lexicon and bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.glossary import read_terms
from edition.issues import Issue, IssueCode, IssueError, Place, suggestion
from edition.sources.read import read_references
from edition.tables.source import TableSource
from edition.text.book import page_names, read_book
from edition.text.roles import reference_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["check"]

CITING = ("cite", "cite:p", "cite:t")


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the terms and the keys that lead nowhere."""
    book = read_book(paths)
    terms = _terms(paths, book)
    found = None if terms is None else {term.casefold() for term in terms}
    keys = _keys(paths)
    yield from _without_file(paths, book)
    yield from _second_bibliography(book)
    for page in book:
        for use in page.uses:
            here = Place(page.path, use.line)
            if use.kind != "role" or use.argument.startswith("!"):
                continue
            if use.name == "term":
                # As the glossary itself, which knows both apostrophes.
                term = reference_parts(use.argument)[1].replace("'", "’")
                if found is not None and term.casefold() not in found:
                    said = f"terme « {term[:60]} » que le lexique ne définit pas"
                    yield _unknown(said, here, hint=suggestion(term, terms or ()))
            elif use.name in CITING and keys is not None:
                for key in filter(None, map(str.strip, use.argument.split(","))):
                    if key not in keys:
                        said = f"clé « {key[:60]} » inconnue de la bibliographie"
                        yield _unknown(said, here, hint=suggestion(key, keys))


def _terms(paths: EditionPaths, book: Sequence[Document]) -> list[str] | None:
    """Return all terms; nothing when a glossary, or a page, cannot be read."""
    if len(book) < len(page_names(paths)):
        return None
    source = TableSource(paths)
    terms: list[str] = []
    for page in book:
        for use in page.uses:
            if use.kind == "directive" and use.name == "data-glossary":
                try:
                    table = use.argument.strip()
                    found = read_terms(source, table, place=Place(page.path, use.line))
                except IssueError:
                    return None  # said by the rule of glossaries
                for term in found:
                    terms += [term.name, *term.aliases]
    return terms


def _second_bibliography(book: Sequence[Document]) -> Iterator[Issue]:
    """Return the pages that list the references again: their ids come from the keys."""
    first = ""
    for page in book:
        for use in page.uses:
            if use.kind == "directive" and use.name == "data-bibliography":
                first = first or page.path
                if page.path != first:
                    here = Place(page.path, use.line)
                    said = "bibliographie sur une seconde page"
                    yield Issue(IssueCode.DIRECTIVE_PLACE, here, said, first)


def _keys(paths: EditionPaths) -> Collection[str] | None:
    """Return all keys; nothing when the bibliography cannot be read."""
    try:
        place = paths.relative(paths.references)
        return read_references(paths.references, place=place)
    except IssueError:
        return None


def _without_file(paths: EditionPaths, book: Sequence[Document]) -> Iterator[Issue]:
    """Say once that there is no bibliography, where the text cites it."""
    cited = any(use.name in CITING for page in book for use in page.uses)
    if cited and not paths.references.exists():
        place = Place(paths.relative(paths.references))
        said = "fichier absent, que le texte cite"
        yield Issue(IssueCode.REFERENCE_FILE, place, said, "un fichier BibTeX")


def _unknown(said: str, here: Place, *, hint: str) -> Issue:
    return Issue(IssueCode.REFERENCE_UNKNOWN, here, said, hint=hint)
