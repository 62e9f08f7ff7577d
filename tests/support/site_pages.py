"""The pages of the real edition that tests open."""

from __future__ import annotations

import re
from pathlib import Path

CHAPTER = "chapters/etablissements.html"
TABLE = "chapters/annexes/donnees/chronologie.html"
SEARCH = "recherche.html"
PAGES = (
    "index.html",
    "chapters/avant-propos.html",
    "chapters/enquete.html",
    CHAPTER,
    "chapters/annexes/chronologie.html",
    "chapters/annexes/lexique.html",
    "chapters/annexes/temoins.html",
    "chapters/annexes/bibliographie.html",
    "chapters/annexes/donnees/index.html",
    TABLE,
    "chapters/guide/mentions-legales.html",
    SEARCH,
    "retrouver.html",
)
ID = re.compile(r'\bid="([^"]+)"')
TOOLS = (SEARCH, "retrouver.html", "404.html")
"""Pages that are not text: nobody cites them."""
THEMES = ("light", "sepia", "dark")


def every_page(site: Path) -> list[str]:
    """Return all pages but that of a lost address, which stands alone and is tested so."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    return sorted(found - {"404.html"})


def ids_of(page: Path) -> set[str]:
    """Return the ids that an address can lead to on a built page."""
    return set(ID.findall(page.read_text(encoding="utf-8")))
