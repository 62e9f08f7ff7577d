"""Rule: a reference without words of its own leads to something that has a name.

A section has its title, a table or a chart its caption and its number; a paragraph has
neither, and a link to it says itself what it leads to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.checks.contents import numbered_sections
from edition.codes import IssueCode
from edition.issues import Issue, Place
from edition.text.book import read_book
from edition.text.model import PassageKind
from edition.text.roles import reference_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths
    from edition.text.model import Document, Passage

__all__ = ["check"]


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the references that would show nothing."""
    book = read_book(paths)
    ids = {name for page in book for name, _ in page.ids()}
    views = {p.id for page in book for p in page.passages if _named(p)}
    sections = {section.id for page in book for section in page.sections}
    # What is no id at all is told by the rule of references.
    nameless = ids - views - sections
    numberless = ids - views - numbered_sections(book)
    for page in book:
        yield from _page(page, nameless, numberless)


def _named(passage: Passage) -> bool:
    """Tell whether a view has a name and a number; of a figure, its caption."""
    return passage.kind.view and (
        passage.kind is not PassageKind.FIGURE or bool(passage.words)
    )


def _page(page: Document, nameless: set[str], numberless: set[str]) -> Iterator[Issue]:
    for use in page.uses:
        here = Place(page.path, use.line)
        if use.kind == "directive":
            target = use.option("link") or ""
            silent = use.option("link-type") == "ref" and not use.option("link-alt")
            if silent and target in nameless:
                yield _fault(target, here, "qui n'a pas de titre", CARD)
            continue
        words, target = reference_parts(use.argument)
        if use.name == "ref" and words is None and target in nameless:
            yield _fault(target, here, "qui n'a pas de titre", WORDS)
        elif use.name == "numref" and target in numberless:
            yield _fault(target, here, "qui n'a pas de numéro", WORDS)


def _fault(target: str, here: Place, noun: str, hint: str) -> Issue:
    said = f"renvoi vers « {target[:60]} », {noun}"
    return Issue(IssueCode.REFERENCE_WORDS, here, said, hint=hint.format(target))


WORDS = "dire où mène le renvoi : « [mots du lien](#{}) »"
CARD = "dire où mène la carte par une ligne « :link-alt: … »"
