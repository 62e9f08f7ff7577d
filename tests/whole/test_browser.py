"""The real edition in Chromium: as a reader uses it, from a folder and from a server."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edition_sphinx.search.words import fold, stem
from support.axe import axe_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

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


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Serve the pages on this machine and return their address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def visit(page: Page, site: Path) -> Callable[[str], Page]:
    """Open a page of the edition from its folder; any word on the console is a fault."""

    def go(name: str) -> Page:
        path, _, rest = name.partition("?")
        page.goto((site / path).as_uri() + (f"?{rest}" if rest else ""))
        return page

    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    yield go
    assert said == []


def every_page(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]


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
    page.wait_for_timeout(50)
    assert page.evaluate("globalThis.attacked") is None
    assert any(
        "Content Security Policy" in text or "rusted" in text for text in refused
    )


# -- accessibility -------------------------------------------------------------------


def test_axe_finds_nothing_on_any_page_in_any_theme(browser: Browser, site: Path):
    context = browser.new_context(bypass_csp=True, locale="fr-FR")
    page = context.new_page()
    found = []
    for name in every_page(site):
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
    page.locator(".ed-apparatus summary").click()
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
            if (lines > 4) counts.push((p.textContent.length - mark) / (lines - .5));
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


# -- colours ---------------------------------------------------------------------------


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_colours_are_chosen_and_remembered(page: Page, served: str):
    page.goto(f"{served}/{CHAPTER}")
    light = paper(page)
    page.get_by_text("Couleurs", exact=True).click()
    page.get_by_label("Sombre").check()
    dark = paper(page)
    assert dark != light
    page.goto(f"{served}/index.html")
    assert paper(page) == dark
    page.get_by_text("Couleurs", exact=True).click()
    assert page.get_by_label("Sombre").is_checked()
    page.get_by_label("Selon l’appareil").check()
    assert paper(page) == light


def test_colours_follow_the_device_without_scripts(browser: Browser, site: Path):
    context = browser.new_context(color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    dark = page.locator("body").evaluate(
        "node => getComputedStyle(node).backgroundColor"
    )
    assert dark == "rgb(24, 22, 19)"
    context.close()


# -- contents --------------------------------------------------------------------------


def test_the_contents_open_close_and_give_the_focus_back(visit: Any):
    page = visit(CHAPTER)
    button = page.get_by_role("button", name="Sommaire")
    drawer = page.get_by_role("navigation", name="Sommaire")
    assert button.get_attribute("aria-expanded") == "false"
    button.press("Enter")
    assert drawer.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    assert page.locator(":focus").get_attribute("aria-current") == "page"
    page.keyboard.press("Escape")
    assert not drawer.is_visible()
    assert page.locator(":focus").inner_text() == "Sommaire"


def test_the_contents_open_without_scripts(browser: Browser, site: Path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / CHAPTER).as_uri())
    drawer = page.locator("#sommaire")
    assert not drawer.is_visible()
    page.locator('.ed-head [href="#sommaire"]').click()
    assert drawer.is_visible()
    page.locator(".ed-drawer-close").click()
    assert not drawer.is_visible()
    context.close()


def test_the_contents_stay_open_on_a_very_wide_screen(browser: Browser, site: Path):
    context = browser.new_context(viewport={"width": 1800, "height": 900})
    page = context.new_page()
    page.goto((site / CHAPTER).as_uri())
    assert page.locator("#sommaire").is_visible()
    assert not page.get_by_role("button", name="Sommaire").is_visible()
    context.close()


# -- values ----------------------------------------------------------------------------


def first_value(page: Page) -> Locator:
    return page.locator(".ed-text .ed-value[role]").first


def test_a_value_explains_itself_on_focus_and_leads_to_its_row(visit: Any):
    page = visit(CHAPTER)
    value = first_value(page)
    value.focus()
    assert value.get_attribute("aria-expanded") == "true"
    card = page.locator("#ed-card")
    assert card.is_visible()
    said = card.inner_text()
    assert [
        word for word in ("Date", "Périmètre", "Preuve", "Témoin") if word not in said
    ] == []
    page.keyboard.press("Tab")
    card.get_by_role("link", name="Voir la ligne du tableau").click()
    assert "/donnees/" in page.url
    row = page.url.partition("#")[2]
    page.locator(f'[id="{row}"]').wait_for()


def test_a_value_explains_itself_under_the_mouse_and_keeps_still(visit: Any):
    page = visit(CHAPTER)
    first_value(page).hover()
    card = page.locator("#ed-card")
    card.wait_for()
    card.hover()
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert card.count() == 0


def test_a_value_explains_itself_on_touch_inside_the_screen(
    browser: Browser, site: Path
):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto((site / CHAPTER).as_uri())
    for value in page.locator(".ed-text .ed-value[role]").all()[:6]:
        value.tap()
        box = page.locator("#ed-card").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        page.locator("h1").tap()
        assert page.locator("#ed-card").count() == 0
    context.close()


def test_a_value_is_plain_text_without_scripts(browser: Browser, site: Path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / CHAPTER).as_uri())
    value = page.locator(".ed-text .ed-value").first
    assert value.inner_text()
    assert value.get_attribute("role") is None
    context.close()


# -- tables ----------------------------------------------------------------------------


def column(page: Page, table: Locator, at: int) -> list[str]:
    return [
        text.strip()
        for text in table.locator(f"tbody tr > :nth-child({at})").all_inner_texts()
    ]


def data_table(page: Page) -> Locator:
    return page.locator(".ed-table:has([data-table-tools])").first


def test_a_table_is_sorted_from_its_header_by_keyboard_and_says_so(visit: Any):
    page = visit(TABLE)
    figure = data_table(page)
    head = figure.locator("thead th").nth(1)
    name = head.inner_text().strip()
    before = figure.locator("tbody tr").evaluate_all("rows => rows.map(row => row.id)")
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert name in figure.get_by_role("status").inner_text()
    keys = figure.locator("tbody tr > :nth-child(2):not(.ed-missing)").evaluate_all(
        "cells => cells.map(cell => cell.dataset.sort ?? cell.textContent.trim())"
    )
    in_french = page.evaluate(
        "keys => [...keys].sort(new Intl.Collator('fr', {numeric: true}).compare)", keys
    )
    assert keys == in_french
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") is None
    after = figure.locator("tbody tr").evaluate_all("rows => rows.map(row => row.id)")
    assert after == before


def test_numbers_are_sorted_as_numbers_and_what_is_missing_stands_last(visit: Any):
    page = visit(CHAPTER)
    figure = page.locator(".ed-table:has(.ed-num):has(.ed-group)").first
    heads = figure.locator("thead th")
    at = next(
        index
        for index in range(heads.count())
        if heads.nth(index).get_attribute("data-type") == "number"
    )
    heads.nth(at).get_by_role("button").click()
    for group in figure.locator("tbody").all():
        assert "ed-group" in (group.locator("tr").first.get_attribute("class") or "")
        keys = group.locator("tr:not(.ed-group)").evaluate_all(
            """(rows, at) => rows.map(({cells}) => cells[at].classList.contains("ed-missing")
              ? Infinity : Number(cells[at].dataset.sort))""",
            at,
        )
        assert keys == sorted(keys)


def test_a_table_is_filtered_whatever_the_accents(visit: Any):
    page = visit(TABLE)
    figure = data_table(page)
    total = figure.locator("tbody tr").count()
    figure.get_by_label("Filtrer").fill("BIBLIOTHEQUE")
    shown = figure.locator("tbody tr:visible").count()
    assert 0 < shown < total
    assert f"{shown} lignes sur {total}" in figure.get_by_role("status").inner_text()
    figure.get_by_label("Filtrer").fill("zzzz")
    assert figure.locator("tbody tr:visible").count() == 0
    assert "Aucune ligne" in figure.get_by_role("status").inner_text()
    figure.get_by_label("Filtrer").fill("")
    assert figure.locator("tbody tr:visible").count() == total


def test_a_table_is_whole_without_scripts(browser: Browser, site: Path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / TABLE).as_uri())
    assert page.locator("tbody tr").count() > 59
    assert not page.locator("[data-table-tools]").first.is_visible()
    assert page.locator("thead button").count() == 0
    context.close()


def test_the_mark_of_a_level_says_its_words_on_a_tap(visit: Any):
    page = visit(TABLE)
    page.locator("td .ed-level").first.click()
    said = page.locator("#ed-card").inner_text()
    assert "vu" in said


# -- search ----------------------------------------------------------------------------


def count(page: Page) -> int:
    said = page.get_by_role("status").inner_text()
    return int("".join(char for char in said if char.isdigit()))


def results(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".ed-results a").all_inner_texts()]


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ("bibliotheque", "Bibliothèques"),
        ("oeuvre", "œuvre"),
        ("quimperle", "Quimperlé"),
        ("enquetes", "l’enquête"),
    ],
)
def test_two_ways_of_asking_find_the_same(visit: Any, asked: str, same: str):
    found = results(visit(f"{SEARCH}?q={asked} "))
    assert found
    assert found == results(visit(f"{SEARCH}?q={same} "))


def test_a_hit_leads_to_its_section(visit: Any):
    page = visit(f"{SEARCH}?q=brest")
    page.locator(".ed-results").get_by_role(
        "link", name="Brest", exact=True
    ).first.click()
    assert page.url.endswith("#sec-etablissements-brest")
    page.locator("#sec-etablissements-brest").wait_for()


def test_titles_come_before_terms_text_and_rows(visit: Any):
    page = visit(f"{SEARCH}?q=engagement")
    groups = [
        text.split(" (")[0] for text in page.locator(".ed-results h2").all_inner_texts()
    ]
    order = ["Titres", "Lexique", "Texte", "Lignes de tableaux"]
    assert groups == [group for group in order if group in groups]
    assert "Lexique" in groups
    assert "Lignes de tableaux" in groups


def test_all_the_words_of_a_question_must_be_there(visit: Any):
    brest, facebook, both = (
        count(visit(f"{SEARCH}?q={asked} "))
        for asked in ("brest", "facebook", "brest facebook")
    )
    assert 0 < both < min(brest, facebook)


def test_the_last_word_may_be_the_beginning_of_a_word(visit: Any):
    assert "Engagement" in results(visit(f"{SEARCH}?q=engag"))


def test_a_row_of_a_table_is_found_and_reached(visit: Any):
    page = visit(f"{SEARCH}?q=lambezellec")
    page.locator('.ed-results a[href*="/donnees/"]').first.click()
    row = page.url.partition("#")[2]
    assert row.startswith("bibliotheques.")
    page.locator(f'[id="{row}"]').wait_for()


def test_excerpts_mark_the_words_that_were_asked_for(visit: Any):
    page = visit(f"{SEARCH}?q=bibliotheque")
    marks = {fold(text) for text in page.locator(".ed-results mark").all_inner_texts()}
    assert marks
    assert {stem(word) for word in marks} == {stem("bibliotheque")}


def test_the_search_is_announced_and_driven_by_keyboard(visit: Any):
    page = visit(SEARCH)
    assert page.locator(":focus").get_attribute("id") == "ed-query"
    page.keyboard.type("metz")
    page.get_by_role("status").get_by_text("résultat").wait_for()
    page.keyboard.press("Enter")
    first = page.locator(".ed-results a").first
    assert page.evaluate(
        "document.activeElement === document.querySelector('.ed-results a')"
    )
    page.keyboard.press("ArrowDown")
    assert page.evaluate(
        "document.activeElement === document.querySelectorAll('.ed-results a')[1]"
    )
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.locator(":focus").get_attribute("id") == "ed-query"
    assert first.is_visible()
    assert "q=metz" in page.url


def test_no_single_key_leads_away_from_the_page(visit: Any):
    page = visit(CHAPTER)
    before = page.url
    for key in ("/", "s", "?"):
        page.keyboard.press(key)
    assert page.url == before


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("zzzzz", "Rien pour"),
        ("les", "partout"),
        ("<script>alert(1)</script>", "Rien pour"),
    ],
)
def test_a_search_without_result_says_what_to_do(visit: Any, asked: str, said: str):
    page = visit(SEARCH)
    page.locator("#ed-query").fill(asked)
    page.locator(".ed-query button").click()
    assert said in page.get_by_role("status").inner_text()
    assert results(page) == []


def test_the_search_page_says_where_to_go_without_scripts(browser: Browser, site: Path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / SEARCH).as_uri())
    assert not page.locator("form").is_visible()
    assert page.locator("noscript p").is_visible()
    assert page.locator("main a").count() == 2
    context.close()


def test_both_stemmers_agree_on_every_word_of_the_edition(visit: Any):
    page = visit(SEARCH)
    words = page.evaluate(
        r"""() => { const all = new Set();
          for (const [, , , title, text] of editionIndex.entries)
            for (const word of (title + " " + text).normalize("NFD").toLowerCase()
              .replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/æ/g, "ae")
              .match(/[a-z]+/g) ?? []) all.add(word);
          return [...all].sort(); }"""
    )
    assert len(words) > 3000
    theirs = page.evaluate(
        "words => { const s = new FrenchStemmer(); return words.map(w => s.stemWord(w)); }",
        words,
    )
    differing = [
        (word, stem(word), other)
        for word, other in zip(words, theirs, strict=True)
        if stem(word) != other
    ]
    assert differing == []


# -- paper -----------------------------------------------------------------------------


def test_paper_has_no_interface_and_unfolds_what_is_folded(visit: Any):
    page = visit(CHAPTER)
    page.emulate_media(media="print")
    assert not page.locator(".ed-head").is_visible()
    assert not page.locator(".ed-drawer").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details[open]").count() == 0


def test_forced_colours_keep_every_mark(browser: Browser, site: Path):
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((site / TABLE).as_uri())
    mark = page.locator("td .ed-mark path").first
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    stroke = mark.evaluate("node => getComputedStyle(node).stroke")
    fill = mark.evaluate("node => getComputedStyle(node).fill")
    assert ground not in {stroke, fill}
    context.close()
