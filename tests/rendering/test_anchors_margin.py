"""« § 12 » in Chromium: seen in the margin, reached by keyboard, silent, never copied."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.axe import axe_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1] / "roots" / "test-html"
LONG = "Un paragraphe assez long pour tenir sur plusieurs lignes d’un écran. " * 4
BLOCKS = f"""\
(sec-blocs)=
# Blocs

(p-22222)=
{LONG}

(p-33333)=
- un
- deux, puis
  - trois

(p-44444)=
1. un
2. [deux](https://example.org)

(p-55555)=
Terme
: sens

Autre terme
: {LONG}

(q-66666)=
> Cité.
>
> - en liste

(p-77777)=
Fin.
"""
IDS = ["p-22222", "p-33333", "p-44444", "p-55555", "q-66666", "p-77777"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small book with every kind of passage, in the theme."""
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path_factory.mktemp("blocs")
    book = folder / "livre"
    shutil.copytree(ROOT, book)
    (book / "chapters" / "texte.md").write_text(BLOCKS, "utf-8")
    app = SphinxTestApp("html", srcdir=book, builddir=folder, freshenv=True)
    app.build()
    app.cleanup()
    assert app.warning.getvalue() == ""
    return Path(app.outdir)


@pytest.fixture(scope="module")
def address(site: Path) -> str:
    """The page that holds them."""
    return (site / "chapters" / "texte.html").as_uri()


PLACES = """() => [...document.querySelectorAll(".ed-par")].map((mark) => {
  const at = mark.getBoundingClientRect();
  const passage = document.getElementById(mark.hash.slice(1)).getBoundingClientRect();
  mark.scrollIntoView({block: "center", behavior: "instant"});
  const now = mark.getBoundingClientRect();
  const hit = document.elementFromPoint((now.left + now.right) / 2, (now.top + now.bottom) / 2);
  const content = (side) => getComputedStyle(mark, side).content.split(" / ")[0];
  return {id: mark.hash.slice(1), left: at.left, gap: passage.left - at.right,
    fall: at.top - passage.top, width: at.width, height: at.height, hit: hit === mark,
    said: [content("::before"), content("::after")]};
})"""


@pytest.mark.parametrize("width", [320, 390, 800, 1100, 1440, 1800])
def test_each_number_stands_beside_the_first_line_of_its_passage(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    places: list[dict[str, Any]] = page.evaluate(PLACES)
    assert [place["id"] for place in places] == IDS
    for number, place in enumerate(places, start=1):
        assert place["left"] >= 0
        # A quotation has a rule of one pixel.
        assert -1 <= place["gap"] <= 1
        assert 0 <= place["fall"] < 1
        assert place["width"] >= 24
        assert place["height"] >= 24
        assert place["hit"]
        sign = '"§\N{NO-BREAK SPACE}"' if width >= 768 else "none"
        assert place["said"] == [sign, f'"{number}"']


def test_each_number_stands_in_the_margin_on_paper(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 640, "height": 900})
    page.goto(address)
    page.emulate_media(media="print")
    places: list[dict[str, Any]] = page.evaluate(PLACES)
    for place in places:
        assert place["left"] >= 0
        assert place["gap"] >= 0
        assert 0 <= place["fall"] < 1
        assert place["said"][0] == '"§\N{NO-BREAK SPACE}"'


def test_the_keyboard_reaches_the_address_of_every_passage_after_its_text(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.locator("#contenu").focus()
    stops: list[str] = []
    for _ in range(len(IDS) + 2):
        page.keyboard.press("Tab")
        stops.append(str(page.evaluate("document.activeElement.getAttribute('href')")))
    links = [f"#{found}" for found in IDS]
    # The link of an item comes before that of its list.
    assert stops == ["#sec-blocs", *links[:2], "https://example.org", *links[2:]]
    style = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(style) == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#p-77777"


def test_the_number_is_said_by_its_link_alone_and_never_copied(
    page: Page, address: str
) -> None:
    page.goto(address)
    assert page.locator("#p-77777").aria_snapshot() == (
        '- paragraph:\n  - text: Fin.\n  - link "Adresse du paragraphe 6":\n'
        '    - /url: "#p-77777"'
    )
    copied: str = page.evaluate(
        """() => { getSelection().selectAllChildren(document.getElementById("p-77777"));
          return getSelection().toString() }"""
    )
    assert copied.strip() == "Fin."


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_any_kind_of_passage(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(
        bypass_csp=True, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(address)
    assert axe_violations(page) == []
    context.close()


def test_the_search_has_no_number(site: Path) -> None:
    scripts = [path.read_text("utf-8") for path in site.rglob("*.js")]
    assert any("Autre terme" in script for script in scripts)
    assert not any("Adresse du paragraphe" in script for script in scripts)
