"""Rule: every term and every key of the text is one of the lexicon and bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.glossary import read_terms
from edition.issues import Issue, IssueCode, IssueError, Place, nearest
from edition.sources.read import read_references
from edition.tables.source import TableSource
from edition.text.book import read_book
from edition.text.roles import reference_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["check"]

CITING = ("cite", "cite:p", "cite:t")


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the terms and the keys that lead nowhere."""
    terms = {name.casefold(): name for name in _terms(paths)}
    keys = _keys(paths)
    for page in read_book(paths):
        for use in page.uses:
            here = Place(page.path, use.line)
            if use.kind != "role" or use.argument.startswith("!"):
                continue
            if use.name == "term":
                _, term = reference_parts(use.argument)
                # As the glossary itself, which knows both apostrophes.
                said = term.replace("'", "’")
                if said.casefold() not in terms:
                    noun = "que le lexique ne définit pas"
                    yield _unknown(f"terme « {term[:60]} »", noun, said, terms, here)
            elif use.name in CITING:
                for key in filter(None, map(str.strip, use.argument.split(","))):
                    if key not in keys:
                        noun = "inconnue de la bibliographie"
                        yield _unknown(f"clé « {key[:60]} »", noun, key, keys, here)


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


def _keys(paths: EditionPaths) -> dict[str, str]:
    if not paths.references.exists():
        return {}
    try:
        place = paths.relative(paths.references)
        return {key: key for key in read_references(paths.references, place=place)}
    except IssueError:
        return {}  # said by the rule of the bibliography


def _unknown(
    what: str, noun: str, said: str, known: dict[str, str], here: Place
) -> Issue:
    found = nearest(said.casefold(), sorted(known)) or nearest(said, sorted(known))
    hint = f"vouliez-vous « {known[found]} » ?" if found else ""
    return Issue(IssueCode.REFERENCE_UNKNOWN, here, f"{what} {noun}", hint=hint)
