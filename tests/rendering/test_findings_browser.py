"""Marks in Chromium: the note comes to the mark, with a mouse, a finger and a keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.axe import axe_violations
from support.small_chapter import SMALL_EDITION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Build the small edition once and return the address of its chapter."""
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path_factory.mktemp("constats")
    app = SphinxTestApp("html", srcdir=SMALL_EDITION, builddir=folder)
    app.build()
    app.cleanup()
    return (Path(app.outdir) / "chapters/strategies.html").as_uri()


@pytest.fixture
def chapter(page: Page, address: str) -> Page:
    page.goto(address)
    return page


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def first_mark(page: Page) -> Locator:
    return page.locator(".ed-text .ed-call").first


def card(page: Page) -> Locator:
    return page.locator("#ed-card")


def test_a_click_brings_the_note_to_the_mark(chapter: Page) -> None:
    mark = first_mark(chapter)
    before = chapter.url
    mark.click()
    assert "Les équipes n’ont pas de charte." in card(chapter).inner_text()
    assert mark.get_attribute("aria-expanded") == "true"
    assert chapter.url == before
    chapter.locator("h1").click()
    assert card(chapter).count() == 0
    assert mark.get_attribute("aria-expanded") == "false"


def test_a_variant_has_its_note_too(chapter: Page) -> None:
    chapter.locator(".ed-text .ed-call-variant").first.click()
    assert "Quimperlé" in card(chapter).inner_text()


def test_the_keyboard_opens_follows_and_closes(chapter: Page) -> None:
    mark = first_mark(chapter)
    mark.focus()
    assert card(chapter).is_visible()
    chapter.keyboard.press("Tab")
    inside = "document.getElementById('ed-card').contains(document.activeElement)"
    assert chapter.evaluate(inside)
    chapter.keyboard.press("Escape")
    assert card(chapter).count() == 0
    assert chapter.evaluate("document.activeElement.className").startswith("ed-call")
    assert mark.evaluate("mark => mark === document.activeElement")
    chapter.keyboard.press("Enter")
    assert card(chapter).is_visible()
    chapter.keyboard.press("Enter")
    assert card(chapter).count() == 0


def test_the_card_leads_to_the_row_of_the_finding(chapter: Page) -> None:
    first_mark(chapter).click()
    card(chapter).get_by_role("link", name="Constat 1").click()
    assert chapter.url.endswith("donnees/constats.html#constats.constat-01")


@pytest.mark.parametrize("inside", ["svg[aria-label]", "p"])
def test_a_click_inside_a_card_leaves_it_as_it_is(chapter: Page, inside: str) -> None:
    first_mark(chapter).click()
    card(chapter).locator(inside).first.click(position={"x": 2, "y": 2})
    assert "Les équipes" in card(chapter).inner_text()
    chapter.keyboard.press("Escape")
    assert card(chapter).count() == 0
    assert first_mark(chapter).evaluate("mark => mark === document.activeElement")


def test_a_finger_opens_every_card_inside_the_screen(phone: Page) -> None:
    marks = phone.locator(".ed-text .ed-call").all()
    assert len(marks) > 4
    for mark in marks:
        mark.tap()
        box = card(phone).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        phone.locator("h1").tap()
        assert card(phone).count() == 0


def test_a_mark_is_large_enough_for_a_finger(phone: Page) -> None:
    reached = """mark => {
      const box = mark.getBoundingClientRect();
      const x = box.x + box.width / 2, y = box.y + box.height / 2;
      return [-11, 11].every((by) =>
        document.elementFromPoint(x, y + by)?.closest(".ed-call") === mark);
    }"""
    mark = first_mark(phone)
    mark.scroll_into_view_if_needed()
    assert mark.evaluate(reached)


def test_without_scripts_a_mark_leads_to_its_note_which_opens(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    note = page.locator("[id=note-constat-01]")
    assert not note.is_visible()
    first_mark(page).click()
    assert page.url.endswith("#note-constat-01")
    note.wait_for(state="visible")
    context.close()


@pytest.mark.parametrize("opened", [False, True])
def test_axe_finds_nothing(browser: Browser, address: str, opened: bool) -> None:
    context = browser.new_context(bypass_csp=True, locale="fr-FR")
    page = context.new_page()
    for name in ("strategies", "places"):
        page.goto(address.replace("strategies", name))
        if opened:
            for details in page.locator("details > summary").all():
                details.click()
            first_mark(page).click()
            assert card(page).is_visible()
        assert axe_violations(page) == []
    context.close()
