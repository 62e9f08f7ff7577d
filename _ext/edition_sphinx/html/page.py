"""What the templates of a page read, gathered while it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from edition.citation.metadata import CitationMetadata, load_citation
from edition.releases.state import edition_state
from edition.releases.told import say_edition
from edition.text.spacing import french
from edition_sphinx.config import get_config, get_paths
from edition_sphinx.html import marks
from edition_sphinx.html.assets import (
    SCRIPTS,
    STYLES,
    Asset,
    Use,
    asset_urls,
    chosen,
    uses_of,
)
from edition_sphinx.html.contents import (
    Entry,
    Part,
    foreign_titles,
    read_contents,
    read_sections,
)
from edition_sphinx.html.policy import content_policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx

__all__ = ["Page", "add_context", "prepare_builder"]

USES = {
    "recherche.html": Use.SEARCH,
    "retrouver.html": Use.FIND,
    "deplacee.html": Use.FORWARD,
}
"""What the pages need that no source has, by their templates."""
TABLE = re.compile(r'<figure class="ed-table.*?</figure>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Page:
    """All that our templates know beyond what Sphinx tells them, as ``edition``."""

    policy: str
    """The content policy; empty when the page carries none."""
    url: Callable[[str], str]
    """Address of a file of ``_static``."""
    styles: tuple[Asset, ...]
    scripts: tuple[Asset, ...]
    contents: tuple[Part, ...]
    sections: tuple[Entry, ...]
    """The sections of this page, when there are enough to be worth a list."""
    foreign: dict[str, str]
    """The language of the pages that are not in French, by their titles."""
    citation: CitationMetadata
    subtitle: str
    """What kind of edition it is: the second half of its title."""
    standing: str
    """Which edition this is: « Édition 0.1 du 23 novembre 2026 »."""
    description: str
    """What the page is, in one sentence: from its front matter, or from its table."""
    values: str
    """« Chiffres de ce chapitre » as HTML, from the room of tables; empty without."""
    findings: str
    """« Constats de ce chapitre » as HTML, from the room of findings; empty without."""
    variants: str
    """« Variantes de ce chapitre », likewise."""
    key: str
    """Key of the marks of this page as HTML; empty when it has none."""
    drawings: str
    """The drawings that the marks of this page share; empty when it has none."""


def prepare_builder(app: Sphinx) -> None:
    """Leave the search of Sphinx out: ours has its own page (event ``builder-inited``)."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def add_context(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> str | None:
    """Hand ``edition`` to the templates (event ``html-page-context``)."""
    if app.builder.name != "html":
        return None
    paths = get_paths(app)
    body = str(context.get("body", ""))
    url = asset_urls(Path(app.outdir), lambda name: context["pathto"](name, 1))
    citation = load_citation(paths)
    is_home = pagename == app.config.root_doc
    values = str(context.get("edition_values", ""))
    findings = str(context.get("edition_findings", ""))
    variants = str(context.get("edition_variants", ""))
    notes = values + findings + variants
    uses = uses_of(body + notes)
    if is_home:
        uses |= {Use.HOME}
    uses |= {USES[templatename]} if templatename in USES else set()
    if context.get("edition_citation"):
        uses |= {Use.CITATION}
    sections = read_sections(app.env, pagename) if doctree is not None else ()
    # A table has its own key below it.
    key = marks.level_key(marks.marks_in(TABLE.sub("", body) + notes))
    (body, values, findings, variants, key), drawings = marks.share_marks(
        body, values, findings, variants, key
    )
    context["body"] = body
    context["edition"] = Page(
        policy=content_policy() if get_config(app).content_policy else "",
        url=url,
        styles=chosen(STYLES, uses),
        scripts=chosen(SCRIPTS, uses),
        contents=read_contents(app.env, docname=pagename, url=context["pathto"]),
        sections=sections if len(sections) > 1 and not is_home else (),
        foreign=foreign_titles(app.env),
        citation=citation,
        subtitle=_typeset(citation.title.partition(" : ")[2]),
        standing=say_edition(edition_state(paths), citation.version, citation.released),
        description=french(_description(context)),
        values=values,
        findings=findings,
        variants=variants,
        key=key,
        drawings=drawings,
    )
    context["shorttitle"] = french(str(context["shorttitle"]))
    context["docstitle"] = french(str(context["docstitle"]))
    return "home.html" if is_home else None


def _description(context: dict[str, Any]) -> str:
    own = (context.get("meta") or {}).get("description")
    return str(own or context.get("edition_description", ""))


def _typeset(text: str) -> str:
    """Set a line of a file that is typed plainly, as ``CITATION.cff`` is."""
    return french(text[:1].upper() + text[1:].replace("'", "’"))
