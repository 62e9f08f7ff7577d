"""Tables in Chromium: heads that stay, fields with names, rings that show, paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

LONG = "chapters/annexes/donnees/chiffres.html"
CHARTED = "chapters/etablissements.html"
TABLES = "chapters/enquete.html"
Visit = Callable[[str], "Page"]

HEAD = """() => {
  const head = document.querySelector("[id$=-donnees] thead th").getBoundingClientRect();
  const box = document.querySelector("[id$=-donnees] .ed-scroll").getBoundingClientRect();
  return [head.top - box.top, box.bottom <= innerHeight + 1, head.height];
}"""


def test_the_head_of_a_long_table_stays_while_its_rows_pass(visit: Visit):
    page = visit(LONG)
    page.locator("[id$=-donnees] tbody tr").nth(100).evaluate(
        "row => row.scrollIntoView({block: 'center', behavior: 'instant'})"
    )
    offset, inside, height = page.evaluate(HEAD)
    assert abs(offset) <= 1
    assert inside
    assert height > 20


def test_a_row_that_is_called_by_its_address_is_not_under_the_head(
    page: Page, site: Path
):
    page.emulate_media(reduced_motion="reduce")  # the jump is over when the page is
    page.goto(f"{(site / LONG).as_uri()}#chiffres.brest-facebook-fans-2013")
    row = page.locator('[id="chiffres.brest-facebook-fans-2013"]').bounding_box()
    head = page.locator("[id$=-donnees] thead th").first.bounding_box()
    assert head["y"] >= 0
    assert head["y"] + head["height"] - 1 <= row["y"] < 300


def test_on_a_phone_the_page_scrolls_and_no_box_inside_it(visit: Visit, page: Page):
    page.set_viewport_size({"width": 320, "height": 640})
    visit(LONG)
    heights = page.locator("[id$=-donnees] .ed-scroll").evaluate(
        "box => [box.scrollHeight, box.clientHeight]"
    )
    assert abs(heights[0] - heights[1]) <= 1


@pytest.mark.parametrize("name", [TABLES, "chapters/annexes/temoins.html", LONG])
def test_each_field_that_filters_says_which_table(visit: Visit, name: str):
    page = visit(name)
    names = page.locator(".ed-table-tools input").evaluate_all(
        "fields => fields.map(field => field.labels[0].textContent.trim())"
    )
    assert names
    assert len(set(names)) == len(names)
    assert all(len(said) > len("Filtrer") and said[:8] == "Filtrer " for said in names)


def test_the_ring_around_a_sort_button_is_not_cut(visit: Visit):
    page = visit(TABLES)
    button = page.locator(".ed-sort").first
    button.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert button.evaluate("node => node.matches(':focus-visible')")
    room = button.evaluate(
        """node => {
          const style = getComputedStyle(node), box = node.closest(".ed-scroll");
          const ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
          const own = node.getBoundingClientRect(), outer = box.getBoundingClientRect();
          return [own.left - ring - outer.left, own.top - ring - outer.top, ring];
        }"""
    )
    assert room[2] > 2
    assert min(room[:2]) >= 0


def test_a_quotation_is_no_button(visit: Visit):
    page = visit(TABLES)
    long = page.locator(".ed-value[role]").evaluate_all(
        "nodes => nodes.map(node => node.textContent.length).filter(size => size > 60)"
    )
    assert long == []
    assert page.locator("blockquote .ed-value").count() == 0


def test_on_paper_a_chart_shows_its_figures_once_and_says_where_they_are(
    visit: Visit, page: Page
):
    visit(CHARTED)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".ed-chart").count() > 0
    assert not page.locator(".ed-chart-data").first.is_visible()
    assert page.locator(".ed-chart-address").first.is_visible()
    page.emulate_media(media="screen")
    assert page.locator(".ed-chart-data").first.is_visible()
    assert not page.locator(".ed-chart-address").first.is_visible()


def test_the_bibliography_leaves_room_in_its_budget(site: Path):
    """A tenth of 120 KB, for the references to come."""
    page = site / "chapters/annexes/bibliographie.html"
    assert page.stat().st_size <= 0.9 * 120 * 1024
