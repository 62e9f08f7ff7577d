"""Rule: every image that a page shows is a file of the book, its caption a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.issues import Issue, Place, suggestion
from edition.text.book import read_book
from edition.text.links import image_path
from edition.text.markdown import body_tokens, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["check"]

DIRECTIVES = ("figure", "image")


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return the images that are not there; what may be one is judged elsewhere."""
    for page in read_book(paths):
        yield from _captions(page)
        for use in page.uses:
            if use.kind != "directive" or use.name not in DIRECTIVES:
                continue
            name = image_path(use.argument, page=page.path)
            if name is None:
                continue
            file = paths.root / name
            here = Place(page.path, use.line)
            if file.is_symlink() or not file.resolve().is_relative_to(
                paths.root.resolve()
            ):
                said = f"image « {name[:60]} », qui est un lien symbolique"
                expected = "le fichier lui-même"
                yield Issue(IssueCode.IMAGE_MISSING, here, said, expected)
            elif not file.is_file():
                known = [p.name for p in sorted(file.parent.glob("*")) if p.is_file()]
                yield Issue(
                    IssueCode.IMAGE_MISSING,
                    here,
                    f"image « {name[:60]} » absente",
                    "un fichier du livre, nommé depuis le dossier de cette page",
                    suggestion(file.name, known),
                )


def _captions(page: Document) -> Iterator[Issue]:
    """Return the figures whose text begins with something else than a paragraph."""
    for piece in walk(page.page):
        directive = piece.directive
        if directive is None or directive.name != "figure":
            continue
        tokens = body_tokens(page.page, directive)
        if tokens and tokens[0].type != "paragraph_open":
            line = directive.body_line + 1
            said = "légende de figure qui n'est pas un paragraphe"
            expected = "une ligne de texte, puis ce qui la complète"
            yield Issue(
                IssueCode.DIRECTIVE_FORM, Place(page.path, line), said, expected
            )
