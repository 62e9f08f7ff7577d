"""``release-history``: what each edition brought, in the guide."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from edition.releases.history import read_history
from edition.releases.shelf import read_shelf
from edition_sphinx.config import get_paths
from edition_sphinx.releases.nodes import release_history

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.text import TextTranslator

    from edition.releases.history import ChangeGroup, Entry, ReleaseNote

__all__ = ["ReleaseHistory", "depart_history", "visit_history", "visit_history_text"]

NONE = "Aucune édition n’a encore été publiée."
MOST = 20
"""Entries of one kind and page that are listed one by one; the rest is counted."""


class ReleaseHistory(SphinxDirective):
    """List the editions; the directive has neither argument nor option."""

    has_content = False

    def run(self) -> Sequence[nodes.Node]:
        """Return the list."""
        node = release_history()
        self.set_source_info(node)
        return [node]


def visit_history(self: HTML5Translator, node: release_history) -> None:
    """Write the entries."""
    builder, docname = self.builder, self.builder.current_docname
    level = self.section_level + 1

    def url(document: str, anchor: str) -> str:
        return f"{builder.get_relative_uri(docname, document)}#{anchor}"

    notes = read_history(read_shelf(get_paths(builder.env)))
    for note in notes:
        self.body.append(_note(note, url, level))
    if not notes:
        self.body.append(f"<p>{NONE}</p>\n")
    raise nodes.SkipNode


def _note(note: ReleaseNote, url: Callable[[str, str], str], level: int) -> str:
    # Not a section: its id would have to be the author's.
    parts = [f"<h{level}>{escape(note.title)}</h{level}>\n<p>{escape(note.said)}</p>\n"]
    title = ""
    for group in note.groups:
        if group.title != title:
            title = group.title
            parts.append(f"<h{level + 1}>{escape(title)}</h{level + 1}>\n")
        parts.append(f"<p>{_group(group, url)}</p>\n")
    return f'<div class="ed-release">\n{"".join(parts)}</div>\n'


def _group(group: ChangeGroup, url: Callable[[str, str], str]) -> str:
    shown = [_entry(entry, url) for entry in group.entries[:MOST]]
    rest = len(group.entries) - len(shown)
    more = f", et {rest} de plus" if rest else ""
    page = escape(group.page)
    return f"<b>{page}</b>\N{NO-BREAK SPACE}: {', '.join(shown)}{more}."


def _entry(entry: Entry, url: Callable[[str, str], str]) -> str:
    link = escape(url(entry.document, entry.id))
    said = f" ({escape(entry.said)})" if entry.said else ""
    return f'<a href="{link}">{escape(entry.name)}</a>{said}'


def visit_history_text(self: TextTranslator, node: release_history) -> None:
    """Write the entries as plain lines."""
    notes = read_history(read_shelf(get_paths(self.builder.env)))
    self.new_state(0)
    self.add_text("\n".join(_lines(notes)) or NONE)
    self.end_state(wrap=False)
    raise nodes.SkipNode


def _lines(notes: Sequence[ReleaseNote]) -> Iterator[str]:
    for note in notes:
        yield note.title
        yield note.said
        for group in note.groups:
            names = ", ".join(entry.name for entry in group.entries)
            yield f"{group.title}, {group.page} : {names}."
        yield ""


def depart_history(self: object, node: release_history) -> None:
    """Nothing is left to write."""
