"""What the tests of tables read in a built page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.testing.util import SphinxTestApp

DATA = "chapters/annexes/donnees"


def page(app: SphinxTestApp, name: str) -> str:
    return (app.outdir / name).read_text("utf-8")


def table(html: str, anchor: str) -> str:
    found = re.search(
        rf'<figure class="ed-table" id="{anchor}".*?</figure>', html, re.S
    )
    assert found
    return found[0]


def row(html: str, anchor: str) -> str:
    found = re.search(rf'<tr id="{re.escape(anchor)}">.*?</tr>', html, re.S)
    assert found, anchor
    return found[0]


def visible(html: str) -> str:
    """Return the words that are read, with plain spaces."""
    html = re.sub(r'<span class="visually-hidden">.*?</span>', "", html)
    text = re.sub(r"<[^>]+>", "", html)
    return re.sub(r"\s+", " ", text.replace("&lt;", "<").replace("&amp;", "&")).strip()
