"""The search of the real edition in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edition_sphinx.search.words import fold, stem
from support.site_pages import SEARCH

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


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
