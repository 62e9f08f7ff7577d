"""The pages of the real edition that tests open."""

from __future__ import annotations

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
)
THEMES = ("light", "sepia", "dark")


def every_page(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
