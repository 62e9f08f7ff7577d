"""The passages of a page: what can be cited, in order, with id, words and number.

The table of ``decisions.md`` C is the law: a section, a paragraph of the body, a list,
a definition list, a block quotation, a view of data, each as a whole. What stands in an
item, a card, an aside or a caption belongs to its block and is no passage.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it.tree import SyntaxTreeNode

from edition.allowed import load_allowed
from edition.text.directives import Directive, read_directive
from edition.text.inline import inline_words, roles_of
from edition.text.markdown import Page, inner, read_page, walk
from edition.text.model import Document, Passage, PassageKind, Section
from edition.text.roles import Resolver, Use, unresolved
from edition.text.scope import scope_of
from edition.text.targets import read_targets
from edition.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["directive_use", "read_document", "read_text"]

KINDS = {
    "paragraph": PassageKind.PARAGRAPH,
    "bullet_list": PassageKind.LIST,
    "ordered_list": PassageKind.LIST,
    "dl": PassageKind.DEFINITIONS,
    "blockquote": PassageKind.QUOTATION,
}


def read_document(
    path: Path, *, docname: str, resolve: Resolver = unresolved, shown: str = ""
) -> Document:
    """Read a page from its file.

    :param shown: the path as messages show it; made from ``docname`` when empty.
    """
    text = path.read_text("utf-8")
    return read_text(text, docname=docname, resolve=resolve, shown=shown)


def read_text(
    text: str, *, docname: str, resolve: Resolver = unresolved, shown: str = ""
) -> Document:
    """Read a page from its text."""
    page = read_page(text)
    sections, passages = _Reader(page, docname, resolve).read()
    return Document(
        docname,
        shown or f"{docname}.md",
        title=next((s.title for s in sections if s.level == 1), ""),
        sections=tuple(sections),
        passages=tuple(passages),
        targets=tuple(read_targets(page)),
        uses=tuple(_uses(page, docname)),
        page=page,
    )


def directive_use(directive: Directive, docname: str) -> Use:
    """Return a directive in the form that a resolver of words takes."""
    return Use(
        "directive",
        directive.name,
        directive.argument,
        tuple((option.name, option.value) for option in directive.options),
        directive.line,
        docname,
    )


def _uses(page: Page, docname: str) -> Iterator[Use]:
    for piece in walk(page):
        if piece.directive is not None:
            yield directive_use(piece.directive, docname)
        elif piece.token.type == "inline":
            yield from roles_of(piece.token, line=piece.line, document=docname)


@dataclass(slots=True)
class _Reader:
    """Reads the blocks of a page from top to bottom."""

    page: Page
    docname: str
    resolve: Resolver
    section: str = ""
    numbered: int = 0

    def read(self) -> tuple[list[Section], list[Passage]]:
        """Return the sections and the passages, in order."""
        sections: list[Section] = []
        passages: list[Passage] = []
        target = remark = ""
        for block in SyntaxTreeNode(self.page.tokens).children:
            if block.type == "myst_target":
                target = block.content
                continue
            if block.type == "myst_line_comment":
                remark = fold(block.content)
                continue
            if block.type == "heading":
                sections.append(self._heading(block, target))
                self.section = target
            elif (kind := KINDS.get(block.type)) is not None:
                passages.append(self._block(block, kind, target, remark))
            elif block.token and (directive := read_directive(block.token)):
                passages += self._view(directive)
            target = remark = ""
        return sections, passages

    def _heading(self, block: SyntaxTreeNode, anchor: str) -> Section:
        line, _ = _lines(block)
        title = fold(self._text(block, self.resolve))
        return Section(anchor, int(block.tag[1]), title, line, self.docname)

    def _block(
        self, block: SyntaxTreeNode, kind: PassageKind, anchor: str, remark: str
    ) -> Passage:
        line, end = _lines(block)
        if scope_of(self.docname).numbered:
            self.numbered += 1
        return Passage(
            kind,
            anchor,
            line,
            end,
            words=fold(self._text(block, self.resolve)),
            skeleton=fold(self._text(block, unresolved)),
            section=self.section,
            document=self.docname,
            number=self.numbered,
            remark=remark,
        )

    def _text(self, block: SyntaxTreeNode, resolve: Resolver) -> str:
        return "\n".join(self._texts(block, resolve))

    def _texts(self, block: SyntaxTreeNode, resolve: Resolver) -> Iterator[str]:
        for node in block.walk():
            if node.type == "inline" and node.token is not None:
                line, _ = _lines(node)
                yield inline_words(
                    node.token, resolve=resolve, line=line, document=self.docname
                )
            elif node.type in ("code_block", "fence", "colon_fence"):
                yield node.content

    def _view(self, directive: Directive) -> Iterator[Passage]:
        rule = load_allowed().directives.get(directive.name)
        if rule is None or not rule.passage:
            return
        yield Passage(
            PassageKind(rule.passage),
            directive.option("name") or "",
            directive.line,
            directive.end_line,
            words=fold(self._view_text(directive, self.resolve)),
            skeleton=fold(self._view_text(directive, unresolved)),
            section=self.section,
            document=self.docname,
        )

    def _view_text(self, directive: Directive, resolve: Resolver) -> str:
        """Return the caption, then what the data give."""
        texts = [
            inline_words(
                piece.token, resolve=resolve, line=piece.line, document=self.docname
            )
            for piece in inner(self.page, directive)
            if piece.token.type == "inline"
        ]
        given = resolve(directive_use(directive, self.docname))
        return "\n".join([*texts, given or ""])


def _lines(block: SyntaxTreeNode) -> tuple[int, int]:
    start, end = block.map or (0, 0)
    return start + 1, end
