"""Rule: every term and every key of the text is one of the lexicon and bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.glossary import read_terms
from edition.issues import Issue, IssueCode, IssueError, Place, suggestion
from edition.sources.read import read_references
from edition.tables.source import TableSource
from edition.text.book import read_book
from edition.text.roles import reference_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from edition.paths import EditionPaths

__all__ = ["check"]

CITING = ("cite", "cite:p", "cite:t")


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the terms and the keys that lead nowhere."""
    terms = list(_terms(paths))
    found = {term.casefold() for term in terms}
    keys = _keys(paths)
    for page in read_book(paths):
        for use in page.uses:
            here = Place(page.path, use.line)
            if use.kind != "role" or use.argument.startswith("!"):
                continue
            if use.name == "term":
                # As the glossary itself, which knows both apostrophes.
                term = reference_parts(use.argument)[1].replace("'", "’")
                if term.casefold() not in found:
                    said = f"terme « {term[:60]} » que le lexique ne définit pas"
                    yield _unknown(said, here, hint=suggestion(term, terms))
            elif use.name in CITING:
                for key in filter(None, map(str.strip, use.argument.split(","))):
                    if key not in keys:
                        said = f"clé « {key[:60]} » inconnue de la bibliographie"
                        yield _unknown(said, here, hint=suggestion(key, keys))


def _terms(paths: EditionPaths) -> Iterator[str]:
    source = TableSource(paths)
    for page in read_book(paths):
        for use in page.uses:
            if use.kind == "directive" and use.name == "data-glossary":
                try:
                    table = use.argument.strip()
                    found = read_terms(source, table, place=Place(page.path, use.line))
                except IssueError:
                    continue  # said by the rule of glossaries
                for term in found:
                    yield from (term.name, *term.aliases)


def _keys(paths: EditionPaths) -> Collection[str]:
    if not paths.references.exists():
        return ()
    try:
        place = paths.relative(paths.references)
        return read_references(paths.references, place=place)
    except IssueError:
        return ()  # said by the rule of the bibliography


def _unknown(said: str, here: Place, *, hint: str) -> Issue:
    return Issue(IssueCode.REFERENCE_UNKNOWN, here, said, hint=hint)
