"""What the room hands to the templates of a page (the room ``html`` owns them)."""

from __future__ import annotations

from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edition.citation.forms import forms_of
from edition.citation.work import page_work
from edition.text.scope import Scope, scope_of
from edition_sphinx.citation.edition import cited_edition
from edition_sphinx.citation.files import file_of, script_of, write_file
from edition_sphinx.citation.foot import foot_html, hook_html
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
    """Write the file of a page and hand its foot over (event ``html-page-context``)."""
    if doctree is None or app.builder.name != "html":
        return
    edition = cited_edition(app)
    work = edition
    if pagename != app.config.root_doc:
        title = app.env.titles[pagename].astext()
        path = app.builder.get_target_uri(pagename)
        work = page_work(edition, title=title, path=path)
    forms = forms_of(work)
    script = script_of(work, forms)
    version = write_file(file_of(Path(app.outdir), pagename), script)
    hook = escape(f"{pagename}?{_panel()}{version}")
    guide = ""
    if GUIDE in app.env.found_docs and pagename != GUIDE:
        guide = context["pathto"](GUIDE)
    scope = scope_of(pagename)
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
