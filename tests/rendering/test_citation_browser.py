"""« Citer » in Chromium: by mouse, finger and keyboard, from a folder."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edition.citation.forms import fill_form, forms_of
from edition.citation.metadata import load_citation
from edition.citation.signs import Passage, plain
from edition.citation.work import Work, edition_work, page_work
from edition.paths import EditionPaths
from edition.settings import load_settings
from support.axe import axe_violations
from support.small_chapter import SMALL_EDITION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

FORMS = 7
PHONE = {"width": 390, "height": 844}
# A day whose number and month want a zero, and which French writes « 1er ».
TODAY = "2031-03-01T12:00:00"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition with a public address, built once."""
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path_factory.mktemp("citer")
    source = folder / "source"
    shutil.copytree(SMALL_EDITION, source)
    (source / "data/edition.toml").write_text(
        'public_address = "https://exemple.fr/livre"\n', "utf-8", newline="\n"
    )
    app = SphinxTestApp("html", srcdir=source, builddir=folder / "build")
    app.build()
    app.cleanup()
    return Path(app.outdir)


@pytest.fixture
def chapter(page: Page, site: Path) -> Page:
    page.clock.set_fixed_time(TODAY)
    page.goto((site / "chapters/strategies.html").as_uri())
    return page


@pytest.fixture
def phone(browser: Browser, site: Path) -> Iterator[Page]:
    context = browser.new_context(
        viewport=PHONE, has_touch=True, is_mobile=True, locale="fr-FR"
    )
    page = context.new_page()
    page.goto((site / "chapters/strategies.html").as_uri())
    yield page
    context.close()


def panel(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Citer")


def citation(page: Page) -> str:
    return panel(page).locator("p").last.evaluate("node => node.textContent")


def number(page: Page, anchor: str) -> Locator:
    return page.locator(f'.ed-par[href="#{anchor}"]')


def select(page: Page, anchor: str) -> None:
    page.evaluate(
        "id => getSelection().selectAllChildren(document.getElementById(id))", anchor
    )


def clipboard(page: Page) -> str:
    """Return what was copied, as a field gets it."""
    page.evaluate(
        "() => { const field = document.createElement('textarea');"
        " document.body.append(field); field.focus(); }"
    )
    page.keyboard.press("Control+v")
    return str(page.evaluate("document.querySelector('textarea').value"))


def work_of(site: Path, title: str, path: str) -> Work:
    paths = EditionPaths(site.parent.parent / "source")
    edition = edition_work(load_citation(paths), load_settings(paths))
    return page_work(edition, title=title, path=path) if title else edition


def test_a_click_on_a_number_gives_the_address_and_opens_the_panel(chapter: Page):
    number(chapter, "p-str33").click()
    panel(chapter).wait_for()
    assert chapter.url.endswith("strategies.html#p-str33")
    said = panel(chapter).inner_text().replace("\u00a0", " ")
    assert said.startswith("Citer : § 2\n")
    where = "https://exemple.fr/livre/chapters/strategies.html#p-str33"
    assert f"Adresse permanente\n\n{where}\n" in said
    assert (
        f"§ 2. [Consulté le 1er mars 2031]. Disponible à l’adresse : {where}." in said
    )


def test_nothing_is_loaded_before_the_first_use_and_nothing_twice(chapter: Page):
    asked: list[str] = []
    chapter.on("request", lambda request: asked.append(request.url))
    chapter.reload()
    names = ("panel.js", "panel.css", "citations/")
    assert not [url for url in asked if any(name in url for name in names)]
    for anchor in ("p-str33", "p-str55"):
        number(chapter, anchor).click()
        panel(chapter).get_by_role("heading").wait_for()
    assert len([url for url in asked if any(name in url for name in names)]) == 3


def test_the_keyboard_opens_chooses_copies_and_comes_back(chapter: Page):
    link = number(chapter, "p-str33")
    link.focus()
    chapter.keyboard.press("Enter")
    panel(chapter).wait_for()
    assert chapter.evaluate("document.activeElement.className") == "ed-panel"
    chapter.keyboard.press("Tab")
    assert chapter.locator(":focus").inner_text() == "Copier l’adresse"
    chapter.keyboard.press("Enter")
    assert panel(chapter).get_by_role("status").inner_text() == "Copié."
    chapter.keyboard.press("Tab")
    for _ in range(4):
        chapter.keyboard.press("ArrowRight")
    assert panel(chapter).get_by_label("BibTeX").is_checked()
    assert citation(chapter).startswith("@incollection{edition-strategies-p-str33,\n")
    chapter.keyboard.press("Tab")
    assert chapter.locator(":focus").inner_text() == "Copier la citation"
    chapter.keyboard.press("Enter")
    assert panel(chapter).get_by_role("status").inner_text() == "Copié."
    chapter.keyboard.press("Escape")
    assert panel(chapter).count() == 0
    assert link.evaluate("node => node === document.activeElement")


def test_what_is_copied_is_what_is_shown(chapter: Page):
    number(chapter, "p-str33").click()
    panel(chapter).get_by_label("RIS").check()
    shown = citation(chapter)
    assert (
        "\nUR  - https://exemple.fr/livre/chapters/strategies.html#p-str33\n" in shown
    )
    panel(chapter).get_by_role("button", name="Copier la citation").click()
    assert clipboard(chapter).strip() == shown.strip()


def test_a_browser_that_may_not_copy_leaves_the_text_selected(chapter: Page):
    number(chapter, "p-str33").click()
    panel(chapter).wait_for()
    chapter.evaluate("document.execCommand = () => false")
    panel(chapter).get_by_role("button", name="Copier l’adresse").click()
    status = panel(chapter).get_by_role("status").inner_text()
    assert status.replace("\u00a0", " ") == "Sélectionné : à copier par Ctrl + C."
    where = "https://exemple.fr/livre/chapters/strategies.html#p-str33"
    assert chapter.evaluate("String(getSelection()).trim()") == where


@pytest.mark.parametrize("at", range(FORMS))
@pytest.mark.parametrize(
    ("anchor", "locator", "words"),
    [
        ("", "", ""),
        ("p-str33", "§\u00a02", ""),
        (
            "p-str33",
            "§\u00a02",
            'a \\input{b} 100 % «\u202fc\u202f» "d" & $e_f$ #~^ < ER  - g',
        ),
    ],
)
def test_the_browser_fills_a_form_as_the_ground_floor_does(
    chapter: Page, site: Path, at: int, anchor: str, locator: str, words: str
):
    """Words of every sign that a format fears stand in the passage."""
    if words:
        chapter.evaluate(
            "([id, words]) => { document.getElementById(id).prepend(words); }",
            [anchor, words],
        )
        chapter.evaluate(
            """([id, size]) => {
              const text = document.getElementById(id).firstChild;
              getSelection().setBaseAndExtent(text, 0, text, size);
            }""",
            [anchor, len(words)],
        )
    name = "Choisir un style, copier"
    way = (
        number(chapter, anchor) if anchor else chapter.get_by_role("button", name=name)
    )
    way.click()
    panel(chapter).get_by_role("radio").nth(at).check()
    work = work_of(site, "Les stratégies", "chapters/strategies.html")
    passage = Passage(locator, anchor, words, date(2031, 3, 1))
    expected = plain(fill_form(forms_of(work)[at], work, passage))
    # A browser reads two spaces of a passage as one.
    assert citation(chapter).replace("ER  -", "ER -") == expected.replace(
        "ER  -", "ER -"
    )


def test_the_words_selected_become_a_quotation_of_their_passage(chapter: Page):
    tip = chapter.get_by_role("button", name="Citer ces mots")
    assert not tip.is_visible()
    select(chapter, "p-str55")
    tip.click()
    assert citation(chapter).startswith("«\u202fReste à savoir pourquoi.\u202f»\n")
    assert "§ 4" in panel(chapter).get_by_role("heading").inner_text().replace(
        "\u00a0", " "
    )
    assert chapter.url.endswith("#p-str55")
    panel(chapter).get_by_label("CSL-JSON").check()
    (item,) = json.loads(citation(chapter))
    assert item["note"] == "§\u00a04. «\u202fReste à savoir pourquoi.\u202f»"
    panel(chapter).get_by_role("button", name="Fermer").click()
    assert panel(chapter).count() == 0
    assert number(chapter, "p-str55").evaluate(
        "node => node === document.activeElement"
    )


def test_marks_and_numbers_are_no_words_of_a_quotation(chapter: Page):
    select(chapter, "p-str33")
    number(chapter, "p-str33").click()
    panel(chapter).wait_for()
    quoted = citation(chapter).partition("\n")[0]
    assert quoted.startswith("«\u202fAucune équipe n’a de charte. Le deuxième chapitre")


def test_words_of_one_passage_are_not_quoted_for_another(chapter: Page):
    select(chapter, "p-str55")
    number(chapter, "p-str33").click()
    panel(chapter).wait_for()
    assert "Reste à savoir" not in citation(chapter)


def test_a_selection_over_two_passages_is_no_quotation(chapter: Page):
    chapter.evaluate(
        """() => getSelection().setBaseAndExtent(
          document.getElementById("p-str33"), 0, document.getElementById("p-str55"), 1)"""
    )
    assert not chapter.get_by_role("button", name="Citer ces mots").is_visible()


@pytest.mark.parametrize(
    ("page_name", "way", "locator", "anchor"),
    [
        ("strategies", "h2 .ed-permalink", "« La charte »", "sec-strategies-charte"),
        ("strategies", "h1 .ed-permalink", "", "sec-strategies"),
        ("places", ".ed-downloads .ed-cite", "tableau 1", "t-pk555"),
        (
            "annexes/donnees/lacunes",
            "tbody th > a",
            "ligne lacune-chapitre-1",
            "lacunes.lacune-chapitre-1",
        ),
    ],
)
def test_sections_tables_and_rows_are_cited_too(
    page: Page, site: Path, page_name: str, way: str, locator: str, anchor: str
):
    page.goto((site / f"chapters/{page_name}.html").as_uri())
    page.locator(way).first.focus()
    page.keyboard.press("Enter")
    panel(page).wait_for()
    heading = panel(page).get_by_role("heading").inner_text()
    said = heading.replace("\u00a0", " ").replace("\u202f", " ")
    assert said == f"Citer : {locator or 'la page'}"
    assert citation(page).endswith(f"chapters/{page_name}.html#{anchor}.")


def test_a_finger_opens_it_inside_the_screen(phone: Page):
    number(phone, "p-str33").tap()
    panel(phone).wait_for()
    box = panel(phone).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert box["y"] + box["height"] <= PHONE["height"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    panel(phone).get_by_label("Texte seul").tap()
    assert citation(phone).startswith(
        "Les essayeurs, «\u202fLes stratégies\u202f», dans"
    )
    phone.locator("h1").tap(position={"x": 2, "y": 2})
    assert panel(phone).count() == 0


def test_a_finger_that_selects_words_finds_the_way(phone: Page):
    select(phone, "p-str55")
    phone.get_by_role("button", name="Citer ces mots").tap()
    assert citation(phone).startswith("«\u202fReste à savoir pourquoi.\u202f»\n")


def test_every_way_is_large_enough_for_a_finger(phone: Page):
    small = phone.evaluate(
        """() => [...document.querySelectorAll(".ed-par, .ed-cite")]
          .map((node) => [node, node.getBoundingClientRect()])
          .filter(([, box]) => box.height > 0 && (box.height < 24 || box.width < 24))
          .map(([node]) => node.outerHTML)"""
    )
    assert small == []


def test_a_click_that_opens_another_tab_opens_no_panel(chapter: Page):
    with chapter.context.expect_page() as other:
        number(chapter, "p-str33").click(modifiers=["Control"])
    assert other.value.url.endswith("#p-str33")
    assert panel(chapter).count() == 0


def test_without_its_files_a_number_is_still_an_address(chapter: Page):
    chapter.route("**/panel.js*", lambda route: route.abort())
    with chapter.expect_event("requestfailed"):
        number(chapter, "p-str33").click()
    assert chapter.url.endswith("#p-str33")
    assert panel(chapter).count() == 0


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_axe_finds_nothing(browser: Browser, site: Path, theme: str, width: int):
    context = browser.new_context(
        bypass_csp=True, locale="fr-FR", viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto((site / "chapters/strategies.html").as_uri())
    page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    select(page, "p-str55")
    assert axe_violations(page) == []
    number(page, "p-str33").click()
    panel(page).wait_for()
    assert axe_violations(page) == []
    context.close()


def test_without_script_the_foot_is_there_and_the_links_are_addresses(
    browser: Browser, site: Path
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "chapters/strategies.html").as_uri())
    assert page.get_by_role("heading", name="Citer cette page").is_visible()
    number(page, "p-str33").click()
    assert page.url.endswith("#p-str33")
    context.close()
