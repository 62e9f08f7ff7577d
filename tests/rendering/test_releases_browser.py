"""What the reader of an old citation meets, in Chromium, from a folder and from a server."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.axe import axe_violations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page

    from edition.paths import EditionPaths

PHONE = {"width": 390, "height": 844}
ESSAI = "chapters/essai.html"


@pytest.fixture(scope="module")
def site(released_book: EditionPaths, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path_factory.mktemp("site")
    app = SphinxTestApp("html", srcdir=released_book.root, builddir=folder)
    app.build()
    app.cleanup()
    return Path(app.outdir)


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """Serve the pages below a folder, as forges do, with our page for what is lost."""

    class Server(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix("/livre"))

        def send_error(self, code: int, *words: Any) -> None:
            page = (site / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    handler = functools.partial(Server, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/livre/"
        server.shutdown()


@pytest.fixture
def visit(page: Page, site: Path) -> Callable[[str], Page]:
    """Open a page from its folder, where a browser allows least."""

    def go(address: str) -> Page:
        page.goto(f"{site.as_uri()}/{address}")
        return page

    return go


def line(page: Page) -> Locator:
    return page.locator(".ed-since")


def plain(locator: Locator) -> str:
    return re.sub(
        r"\s+", " ", str(locator.evaluate("node => node.textContent"))
    ).strip()


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("#sec-essai", "Sans changement depuis l’édition 0.1 (2 mars 2026)."),
        ("#p-33338", "Texte reformulé depuis l’édition 0.1 (2 mars 2026)."),
        ("#p-44448", "« 819 » est devenu « 824 »."),
        (
            "#p-66668",
            "Texte partagé depuis l’édition 0.1 (2 mars 2026). À lire : Essai, § 6",
        ),
        ("#p-ffff8", "N’était pas dans l’édition 0.1 : ajouté dans l’édition 0.2."),
        ("#p-zzzz9", "Rien dans cette page ne porte le code « p-zzzz9 »."),
        ("", "Dans cette page, depuis l’édition 0.1 (2 mars 2026) : 2 reformulations"),
    ],
)
def test_one_line_says_what_has_changed(
    visit: Callable[[str], Page], address: str, expected: str
) -> None:
    page = visit(f"{ESSAI}?ed=0.1{address}")
    line(page).wait_for()
    assert expected in plain(line(page))


def test_nothing_is_loaded_or_said_without_an_edition(
    visit: Callable[[str], Page],
) -> None:
    page = visit(f"{ESSAI}#p-33338")
    page.wait_for_load_state("networkidle")
    assert line(page).count() == 0
    assert page.locator("script[src*=editions], script[src*=since]").count() == 0


def test_old_words_can_be_read_beside_the_new(visit: Callable[[str], Page]) -> None:
    page = visit(f"{ESSAI}?ed=0.1#p-33338")
    line(page).get_by_text("Voir ce qui a changé").click()
    assert plain(line(page).locator("del")) == "[ôté : n’a jamais été écrite.]"
    assert plain(line(page).locator("ins")) == "[ajouté : fut écrite plus tard.]"
    kept = plain(line(page).locator("details p"))
    assert kept.startswith("Un agent publie seul, un autre relit ; le ton")


def test_the_line_follows_the_reader(visit: Callable[[str], Page]) -> None:
    page = visit(f"{ESSAI}?ed=0.1#p-33338")
    line(page).wait_for()
    page.evaluate("location.hash = 'p-44448'")
    line(page).get_by_text("est devenu").wait_for()
    assert line(page).count() == 1


def test_what_moved_leads_on_with_the_edition(visit: Callable[[str], Page]) -> None:
    page = visit(f"{ESSAI}?ed=0.1#p-55558")
    stub = page.locator("#p-55558")
    page.wait_for_function("document.querySelector('#p-55558 a').search === '?ed=0.1'")
    stub.get_by_role("link").click()
    line(page).wait_for()
    assert page.url.endswith("autre.html?ed=0.1#p-55558")
    assert "où c’était, dans « Essai », le § 4" in plain(line(page))


def test_what_was_retired_shows_its_words(visit: Callable[[str], Page]) -> None:
    page = visit(f"{ESSAI}?ed=0.1#p-88888")
    page.get_by_text("Un concours de photographies").wait_for()
    assert page.get_by_text("Un concours de photographies").count() == 1


@pytest.mark.parametrize(
    ("address", "arrived"),
    [
        ("chapters/ancien.html#p-cccc8", "chapters/nouveau.html#p-cccc8"),
        ("chapters/ancien.html?ed=0.1#p-cccc8", "chapters/nouveau.html?ed=0.1#p-cccc8"),
        ("chapters/ancien.html", "chapters/nouveau.html"),
        ("chapters/ancien.html?ed=0.1", "chapters/nouveau.html?ed=0.1"),
    ],
)
def test_a_page_that_is_no_more_forwards(
    visit: Callable[[str], Page], address: str, arrived: str
) -> None:
    page = visit(address)
    page.wait_for_url(f"**/{arrived}")


def test_an_edition_that_is_not_there_is_said(visit: Callable[[str], Page]) -> None:
    page = visit(f"{ESSAI}?ed=7.0#p-33338")
    line(page).get_by_text("L’édition 7.0 ne se trouve pas ici").wait_for()


def test_an_edition_of_no_form_is_not_asked_for(visit: Callable[[str], Page]) -> None:
    page = visit(f"{ESSAI}?ed=../../x#p-33338")
    page.wait_for_load_state("networkidle")
    assert page.locator("script[src*=editions]").count() == 0


@pytest.mark.parametrize(
    ("code", "chapter", "edition", "arrived"),
    [
        ("p-33338", "", "", f"{ESSAI}#p-33338"),
        (" #P‑33338 ", "", "", f"{ESSAI}#p-33338"),
        ("p33338", "", "0.1", f"{ESSAI}?ed=0.1#p-33338"),
        ("https://x.fr/a.html?ed=0.2#p-33338", "", "", f"{ESSAI}?ed=0.2#p-33338"),
        ("p-88888", "", "", f"{ESSAI}#p-88888"),
        (
            "releves.metz-fans",
            "",
            "",
            "chapters/annexes/donnees/releves.html#releves.metz-fans",
        ),
        ("§ 3", "Essai", "", f"{ESSAI}#p-33338"),
        ("3", "Essai", "0.1", f"{ESSAI}?ed=0.1#p-44448"),
        ("2", "Ancien nom", "0.1", "chapters/nouveau.html?ed=0.1#p-cccc8"),
    ],
)
def test_a_passage_is_found_by_code_and_by_number(
    visit: Callable[[str], Page], code: str, chapter: str, edition: str, arrived: str
) -> None:
    page = visit("retrouver.html")
    field = page.get_by_role("textbox")
    if chapter:
        page.get_by_role("combobox", name="Page").select_option(label=chapter)
    if edition:
        page.get_by_role("combobox", name="Édition").select_option(value=edition)
    field.fill(code)
    field.press("Enter")
    page.wait_for_url(f"**/{arrived}")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "p-3333x",
            "Aucun passage ne porte le code « p-3333x ». Le plus proche : p-33338",
        ),
        ("§ 99", "Cette page n’a pas de § 99."),
        ("", "Tapez un code ou un numéro."),
        ("<b>", "Aucun passage ne porte le code « <b> »."),
    ],
)
def test_what_is_not_found_is_said(
    visit: Callable[[str], Page], code: str, said: str
) -> None:
    page = visit("retrouver.html")
    page.get_by_role("textbox").fill(code)
    page.get_by_role("button", name="Aller").click()
    status = page.get_by_role("status")
    page.wait_for_function("document.querySelector('[role=status]').textContent")
    assert said in plain(status)


def test_a_code_behind_the_address_is_found_at_once(
    visit: Callable[[str], Page],
) -> None:
    page = visit("retrouver.html#p-44448")
    page.wait_for_url(f"**/{ESSAI}#p-44448")


def test_a_server_gives_the_same(page: Page, served: str) -> None:
    page.goto(f"{served}chapters/ancien.html?ed=0.1#p-cccc8")
    page.wait_for_url("**/nouveau.html?ed=0.1#p-cccc8")
    line(page).get_by_text("Sans changement").wait_for()
    page.get_by_role("link", name="Retrouver un passage").click()
    page.get_by_role("combobox", name="Page").select_option(label="Essai")
    page.get_by_role("combobox", name="Édition").select_option(value="0.1")
    page.get_by_role("textbox").fill("§ 3")
    page.get_by_role("button", name="Aller").click()
    page.wait_for_url(f"**/{ESSAI}?ed=0.1#p-44448")
    line(page).get_by_text("« 819 » est devenu « 824 »").wait_for()


@pytest.mark.parametrize("address", ["rien.html", "chapters/x/y/rien.html"])
def test_a_lost_address_still_finds_a_passage(
    page: Page, served: str, address: str
) -> None:
    page.goto(f"{served}{address}")
    page.get_by_role("heading", name="Cette page n’existe pas").wait_for()
    page.get_by_role("textbox").fill("p-33338")
    page.get_by_role("textbox").press("Enter")
    page.wait_for_url(f"{served}{ESSAI}#p-33338")
    page.goto(f"{served}{address}#p-44448")
    page.wait_for_url(f"{served}{ESSAI}#p-44448")
    page.goto(f"{served}{address}")
    page.get_by_role("link", name="Aller à l’accueil").click()
    page.wait_for_url(f"{served}index.html")


def test_without_script_the_way_is_said(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "retrouver.html").as_uri())
    assert page.get_by_role("textbox").count() == 0
    assert page.locator("noscript p").is_visible()
    page.goto((site / "chapters/ancien.html").as_uri() + "#p-cccc8")
    page.locator("#p-cccc8").get_by_role("link").click()
    assert page.url.endswith("nouveau.html#p-cccc8")
    context.close()


@pytest.mark.parametrize(
    ("address", "theme"),
    [
        (f"{ESSAI}?ed=0.1#p-33338", "light"),
        (f"{ESSAI}?ed=0.1#p-88888", "sepia"),
        (f"{ESSAI}?ed=0.1#p-66668", "dark"),
        ("retrouver.html#p-3333x", "dark"),
        ("404.html", "light"),
        ("404.html", "dark"),
    ],
)
def test_axe_finds_nothing(
    browser: Browser, site: Path, address: str, theme: str
) -> None:
    scheme = "dark" if theme == "dark" else "light"
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, locale="fr-FR")
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{address}")
    page.evaluate("theme => (document.documentElement.dataset.theme = theme)", theme)
    for text in page.locator(".ed-since details").all():
        text.evaluate("node => (node.open = true)")
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()
