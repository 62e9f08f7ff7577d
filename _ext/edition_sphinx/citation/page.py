"""What the room hands to the templates of a page (the room ``html`` owns them)."""

from __future__ import annotations

from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edition.citation.forms import forms_of
from edition.citation.heads import head_html
from edition.citation.work import page_work
from edition.settings import load_settings
from edition.text.scope import Scope, scope_of
from edition_sphinx.citation.edition import cited_edition
from edition_sphinx.citation.files import file_of, script_of, write_file
from edition_sphinx.citation.foot import foot_html, hook_html
from edition_sphinx.citation.head import page_head
from edition_sphinx.config import get_paths
from edition_sphinx.html.assets import STATIC

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

__all__ = ["hand_citation"]

GUIDE = "chapters/guide/citer"
PANEL = ("js/panel.js", "css/panel.css")


def hand_citation(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Write the file of a page, hand its head and its foot over.

    Event ``html-page-context``.
    """
    if doctree is None or app.builder.name != "html":
        return
    edition = cited_edition(app)
    work = edition
    if pagename != app.config.root_doc:
        title = app.env.titles[pagename].astext()
        path = app.builder.get_target_uri(pagename)
        doi = load_settings(get_paths(app)).doi_of(pagename)
        language = str(app.env.metadata[pagename].get("lang", "fr"))
        work = page_work(edition, title=title, path=path, doi=doi, language=language)
    forms = forms_of(work)
    script = script_of(work, forms)
    version = write_file(file_of(Path(app.outdir), pagename), script)
    hook = escape(f"{pagename}?{_panel()}{version}")
    guide = ""
    if GUIDE in app.env.found_docs and pagename != GUIDE:
        guide = context["pathto"](GUIDE)
    scope = scope_of(pagename)
    head = page_head(app, pagename, work, url=context["pathto"])
    context["edition_head"] = head_html(head)
    context["edition_citation"] = (
        # The page of a table has a part of its own on how to cite it.
        hook_html(hook)
        if scope is Scope.DATA and "ed-data-page" in str(context.get("body", ""))
        else foot_html(work, forms[0], hook=hook, numbered=scope.numbered, guide=guide)
    )


def _panel() -> str:
    """Return what changes when the panel does."""
    content = b"".join((STATIC / name).read_bytes() for name in PANEL)
    return blake2b(content, digest_size=2).hexdigest()
