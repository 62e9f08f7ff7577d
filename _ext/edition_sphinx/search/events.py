"""When the search reads pages, and when it writes its index and its page."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sphinx.search

from edition_sphinx.config import get_paths
from edition_sphinx.search.domain import get_search
from edition_sphinx.search.index import build_index, write_index
from edition_sphinx.search.read import plain, read_page
from edition_sphinx.search.references import say_references
from edition_sphinx.search.rows import find_rows
from edition_sphinx.search.stems import kept_stems
from edition_sphinx.search.tables import find_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

__all__ = ["collect_page", "make_search_page"]

PAGE = "recherche"
STEMS = "racines.json"
SAID = "Chercher un mot dans le texte, les tableaux et le lexique de l’édition."
STEMMERS = ("base-stemmer.js", "french-stemmer.js")


def collect_page(app: Sphinx, doctree: nodes.document) -> None:
    """Note what a page says (event ``doctree-read``)."""
    docname = app.env.docname
    get_search(app.env).note(docname, read_page(doctree, docname))


def make_search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write the index and return the search page (event ``html-collect-pages``)."""
    if app.builder.name != "html":
        return
    env = app.env
    paths = get_paths(app)
    pages = (
        replace(one, text=plain(say_references(one.text, env)))
        for one in get_search(env).all_found()
    )
    with kept_stems(Path(app.doctreedir, STEMS)):
        index = build_index(
            chain(find_tables(pages, paths), find_rows(paths, env.all_docs)),
            titles={name: plain(title.astext()) for name, title in env.titles.items()},
            url=lambda docname: app.builder.get_relative_uri(PAGE, docname),
        )
    folder = Path(app.outdir) / "_static" / "search"
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "index.js", write_index(index))
    # Snowball's own stemmer, as Sphinx ships it: the same that Python calls.
    source = Path(sphinx.search.__file__).parent / "minified-js"
    for name in STEMMERS:
        _write(folder / name, (source / name).read_text(encoding="utf-8"))
    yield PAGE, {"title": "Rechercher", "edition_description": SAID}, f"{PAGE}.html"


def _write(path: Path, text: str) -> None:
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
