"""The contents of the book as the drawer and the title page show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from edition.text.spacing import french

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.environment import BuildEnvironment

__all__ = ["Entry", "Part", "foreign_titles", "read_contents", "read_sections"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page or a section.

    :param description: one line on a chapter, from its front matter.
    :param current: whether it is the page that is being written.
    :param open: whether it is, or leads to, that page.
    """

    title: str
    url: str
    description: str = ""
    current: bool = False
    open: bool = False
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The pages under one caption of the title page."""

    title: str
    entries: tuple[Entry, ...]


def read_contents(
    env: BuildEnvironment, *, docname: str, url: Callable[[str], str]
) -> tuple[Part, ...]:
    """Return the parts of the book, open where ``docname`` stands.

    :param url: the address of a page, seen from the one that is being written.
    """
    root = env.config.root_doc
    return tuple(
        Part(
            title=contents.get("caption") or "",
            entries=tuple(
                _entry(env, found, docname=docname, url=url, title=title)
                for title, found in contents["entries"]
                if found in env.titles
            ),
        )
        for contents in env.tocs[root].findall(addnodes.toctree)
    )


def foreign_titles(env: BuildEnvironment) -> dict[str, str]:
    """Return the language of each page that is not in French, by its title."""
    return {
        _words(env.titles[docname]): str(found["lang"])
        for docname, found in sorted(env.metadata.items())
        if str(found.get("lang", "fr")) != "fr" and docname in env.titles
    }


def _entry(
    env: BuildEnvironment,
    found: str,
    *,
    docname: str,
    url: Callable[[str], str],
    title: str | None = None,
) -> Entry:
    current = found == docname
    below = current or docname in _pages_below(env, found)
    entries: tuple[Entry, ...] = ()
    if below:
        pages = env.toctree_includes.get(found, [])
        entries = tuple(
            _entry(env, page, docname=docname, url=url)
            for page in pages
            if page in env.titles
        )
    if current and not entries:
        entries = read_sections(env, docname)
    return Entry(
        title=title or _words(env.titles[found]),
        url=url(found),
        description=french(str(env.metadata[found].get("description", ""))),
        current=current,
        open=below,
        entries=entries,
    )


def _pages_below(env: BuildEnvironment, docname: str) -> set[str]:
    """Return all pages under a page; a page that includes itself does not hang us."""
    found: set[str] = set()
    left = [docname]
    while left:
        for page in env.toctree_includes.get(left.pop(), []):
            if page not in found:
                found.add(page)
                left.append(page)
    return found


def read_sections(env: BuildEnvironment, docname: str) -> tuple[Entry, ...]:
    """Return the sections of a page, without its title and below the second level."""
    return tuple(
        Entry(title=_words(link), url=str(link["anchorname"]))
        for item in _items(env.tocs[docname])
        for section in _sublist(item)
        for link in _links(section)
    )


def _items(node: nodes.Element) -> Iterator[nodes.list_item]:
    return (child for child in node.children if isinstance(child, nodes.list_item))


def _sublist(item: nodes.list_item) -> Iterator[nodes.list_item]:
    for child in item.children:
        if isinstance(child, nodes.bullet_list):
            yield from _items(child)


def _links(item: nodes.list_item) -> Iterator[nodes.reference]:
    """Return the link of an item itself, not of what is under it."""
    first = item.children[0] if item.children else None
    if isinstance(first, addnodes.compact_paragraph):
        yield from (
            link for link in first.findall(nodes.reference) if link["anchorname"]
        )


def _words(node: nodes.Element) -> str:
    return " ".join(node.astext().split(" "))
