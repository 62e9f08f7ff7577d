"""Colours, contents, values, tables and paper in Chromium, as a reader uses them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from support.site_pages import CHAPTER, TABLE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

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


def test_no_single_key_leads_away_from_the_page(visit: Any):
    page = visit(CHAPTER)
    before = page.url
    for key in ("/", "s", "?"):
        page.keyboard.press(key)
    assert page.url == before


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
    note = page.locator(f'[id="{value.get_attribute("data-note")}"]').text_content()
    assert "Source" in said
    assert "".join(said.split()) == "".join((note or "").split())
    assert card.locator("svg[aria-label]").get_attribute("aria-label")
    page.keyboard.press("Tab")
    card.get_by_role("link", name=value.inner_text(), exact=True).click()
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
    page.locator("td svg[aria-label]").first.click()
    said = page.locator("#ed-card").inner_text()
    assert "vu" in said


# -- paper -----------------------------------------------------------------------------


def test_paper_has_no_interface_and_unfolds_what_is_folded(visit: Any):
    page = visit(CHAPTER)
    page.emulate_media(media="print")
    assert not page.locator(".ed-head").is_visible()
    assert not page.locator(".ed-drawer").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open], .ed-chart-data)").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details[open]").count() == 0


def test_forced_colours_keep_every_mark(browser: Browser, site: Path):
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((site / TABLE).as_uri())
    mark = page.locator("td svg[aria-label]").first
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    stroke = mark.evaluate("node => getComputedStyle(node).stroke")
    fill = mark.evaluate("node => getComputedStyle(node).fill")
    assert ground not in {stroke, fill}
    context.close()
