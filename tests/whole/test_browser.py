"""The real edition in Chromium: as a reader uses it, from a folder and from a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.axe import axe_violations
from support.site_pages import CHAPTER, PAGES, SEARCH, TABLE, THEMES, every_page

PARTS = 6
"""So many tests share the pages, and so many processors their time."""

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# -- the policy ----------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_a_page_works_under_its_policy_from_a_folder(visit: Any, name: str):
    page = visit(name)
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.size > 0)")
    assert page.locator("[data-themes]").is_visible()
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith(
        '"Edition Serif"'
    )
    assert page.evaluate("document.fonts.check('1em \"Edition Serif\"')")


@pytest.mark.parametrize("name", ["index.html", CHAPTER, TABLE, SEARCH])
def test_a_page_works_under_its_policy_from_a_server(
    page: Page, served: str, name: str
):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{served}/{name}")
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-themes]").is_visible()
    assert said == []


@pytest.mark.parametrize(
    "attack",
    [
        "document.body.append(Object.assign(document.createElement('script'),"
        " {textContent: 'globalThis.attacked = true'}))",
        "document.body.append(Object.assign(document.createElement('script'),"
        " {src: 'http://127.0.0.1:9/x.js'}))",
        "document.body.insertAdjacentHTML('beforeend',"
        " '<img src=x onerror=\"globalThis.attacked = true\">')",
        "setTimeout('globalThis.attacked = true', 0)",
    ],
)
def test_the_policy_stops_what_a_page_should_never_run(
    page: Page, site: Path, attack: str
):
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto((site / CHAPTER).as_uri())
    page.evaluate(f"() => {{ try {{ {attack} }} catch {{}} }}")
    # After whatever the attack has put off until later.
    page.evaluate(
        "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
    )
    assert page.evaluate("globalThis.attacked") is None
    assert any(
        "Content Security Policy" in text or "rusted" in text for text in refused
    )


# -- accessibility -------------------------------------------------------------------


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page_in_any_theme(
    browser: Browser, site: Path, part: int
):
    context = browser.new_context(bypass_csp=True, locale="fr-FR")
    page = context.new_page()
    found = []
    for name in every_page(site)[part::PARTS]:
        page.goto((site / name).as_uri())
        # The hundredth row is made as the first; axe would need minutes for all.
        page.evaluate(
            "document.querySelectorAll('tr:nth-child(n + 40)').forEach(row => row.remove())"
        )
        found += [(name, fault) for fault in axe_violations(page)]
        # Nothing but colours changes with the theme, and the pages of data share theirs.
        shared = "/donnees/" in name and name != TABLE
        for theme in () if shared else THEMES[1:]:
            page.evaluate(
                "name => document.documentElement.dataset.theme = name", theme
            )
            faults = axe_violations(page, tags=["cat.color"])
            found += [(f"{name} ({theme})", fault) for fault in faults]
    context.close()
    assert found == []


def test_axe_finds_nothing_where_panels_are_open(browser: Browser, site: Path):
    context = browser.new_context(bypass_csp=True, locale="fr-FR")
    page = context.new_page()
    page.goto((site / CHAPTER).as_uri())
    page.get_by_role("button", name="Sommaire").click()
    assert axe_violations(page) == []
    page.keyboard.press("Escape")
    for summary in page.locator(".ed-apparatus summary").all():
        summary.click()
    page.locator(".ed-value").first.click()
    assert axe_violations(page) == []
    page.goto((site / SEARCH).as_uri() + "?q=bibliotheque")
    assert axe_violations(page) == []
    context.close()


def test_no_page_is_wider_than_the_screen(page: Page, site: Path):
    """At 320 px too, which is 400 % of zoom on 1280 px."""
    wide = []
    for name in every_page(site):
        page.goto((site / name).as_uri())
        for width in (320, 390, 768, 1024, 1440, 1800):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((name, width))
    assert wide == []


SPACED = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
document.adoptedStyleSheets = [sheet];
"""


@pytest.mark.parametrize("name", PAGES)
def test_spaced_text_is_neither_cut_nor_wider_than_the_screen(
    browser: Browser, site: Path, name: str
):
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto((site / name).as_uri())
    page.evaluate(SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    cut = page.evaluate(
        """() => [...document.querySelectorAll("main p, main h1, main h2, header *")]
          .filter((node) => getComputedStyle(node).overflow === "hidden"
            && !node.closest(".visually-hidden") && node.scrollHeight > node.clientHeight + 1)
          .map((node) => node.outerHTML.slice(0, 80))"""
    )
    context.close()
    assert cut == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", [CHAPTER, TABLE, SEARCH])
def test_targets_that_are_not_in_a_sentence_are_24_px_high(
    browser: Browser, site: Path, name: str, width: int
):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto((site / name).as_uri())
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            "header a, header button, header summary, .ed-next a, .ed-foot li a, "
            + ".ed-downloads a, .ed-sort, .ed-field, .ed-local a, main summary, .ed-button")]
          .map((node) => [node, node.getBoundingClientRect()])
          .filter(([, box]) => box.height > 0 && box.height < 24)
          .map(([node, box]) => `${node.outerHTML.slice(0, 80)} ${box.height}`)"""
    )
    context.close()
    assert small == []


def test_the_first_stop_of_the_keyboard_leads_to_the_text(visit: Any):
    page = visit(CHAPTER)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Aller au texte"
    assert skip.is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"


def test_the_focus_is_always_seen(visit: Any):
    page = visit(CHAPTER)
    for _ in range(30):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


# -- measure and movement --------------------------------------------------------------


def test_a_line_holds_62_to_68_characters(visit: Any):
    page = visit("chapters/enquete.html")
    page.evaluate("document.fonts.ready")
    lines = page.evaluate(
        """() => {
          const counts = [];
          for (const p of document.querySelectorAll(".ed-text section > p")) {
            const height = parseFloat(getComputedStyle(p).lineHeight);
            const lines = Math.round(p.getBoundingClientRect().height / height);
            const mark = p.querySelector(".ed-par")?.textContent.length ?? 0;
            if (lines > 4 && !p.querySelector(".ed-call, sup")) counts.push((p.textContent.length - mark) / (lines - .5));
          }
          return counts;
        }"""
    )
    assert lines
    assert 60 <= sum(lines) / len(lines) <= 70


def test_text_stands_on_one_rhythm(visit: Any):
    page = visit("chapters/enquete.html")
    page.evaluate("document.fonts.ready")
    heights = page.evaluate(
        """() => [...document.querySelectorAll(".ed-text section > p")].map((p) =>
          p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight))"""
    )
    assert all(abs(height - round(height)) < 0.02 for height in heights)


@pytest.mark.parametrize("name", ["index.html", CHAPTER, TABLE])
def test_nothing_moves_while_a_page_loads(page: Page, served: str, name: str):
    page.add_init_script(
        """globalThis.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.moved += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{served}/{name}")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("globalThis.moved") < 0.1


def test_motion_is_left_out_for_who_asks(browser: Browser, site: Path):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto((site / CHAPTER).as_uri())
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(behaviour) == "auto"
    context.close()
