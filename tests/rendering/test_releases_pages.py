"""Pages of a book with a past: every id ever published is found where it was cited."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from edition.releases.frozen import read_edition, released_versions
from support.site_pages import ids_of

if TYPE_CHECKING:
    from sphinx.testing.util import SphinxTestApp

    from edition.paths import EditionPaths


def build(source: Path, folder: Path) -> SphinxTestApp:
    from sphinx.testing.util import SphinxTestApp

    app = SphinxTestApp("html", srcdir=source, builddir=folder)
    app.build()
    app.cleanup()
    assert app.warning.getvalue() == ""
    return app


@pytest.fixture(scope="module")
def site(released_book: EditionPaths, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(build(released_book.root, tmp_path_factory.mktemp("site")).outdir)


def text(site: Path, name: str) -> str:
    found = (site / name).read_text(encoding="utf-8")
    return found.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_id_of_every_edition_is_on_the_page_where_it_was(
    site: Path, released_book: EditionPaths
) -> None:
    count = 0
    for version in released_versions(released_book):
        for name, page in read_edition(released_book, version).pages.items():
            held = ids_of(site / f"{name}.html")
            count += len(page.items)
            assert {item.id for item in page.items} <= held, (version, name)
    assert count == 58


def test_a_stub_leads_on_without_a_script(site: Path) -> None:
    page = text(site, "chapters/essai.html")
    assert "Ce qui n’est plus dans cette page" in page
    stub = r'<li id="p-55558"><code>p-55558</code> (.*?)</li>'
    found = re.search(stub, page)
    assert found is not None
    assert found[1] == (
        "§ 4 de l’édition 0.1 : à lire dans "
        '<a href="autre.html#p-55558">« Autre page », § 2</a>.'
    )
    assert "retrait. Raison donnée : Le concours n’est pas attesté." in page
    assert "<blockquote><p>Un concours de photographies a été tenu" in page


def test_a_page_that_is_no_more_leads_on_for_each_id(site: Path) -> None:
    page = text(site, "chapters/ancien.html")
    assert '<a class="ed-heir" href="nouveau.html">« Nouveau nom »</a>' in page
    for anchor in ("sec-ancien", "p-bbbb8", "p-cccc8"):
        assert f'href="nouveau.html#{anchor}"' in page


def test_a_page_that_is_no_more_is_in_no_contents(site: Path) -> None:
    assert "ancien.html" not in text(site, "index.html")


def test_pages_say_that_work_goes_on_after_an_edition(site: Path) -> None:
    said = "Texte en cours, après l’édition 0.2 du 14 septembre 2026."
    assert said in text(site, "chapters/essai.html")
    # And a citation does not promise the words of the edition.
    assert "Édition 0.2, texte en cours." in text(site, "chapters/essai.html")
    assert "?ed=" not in text(site, "_static/citations/chapters/essai.js")


def test_pages_that_are_the_edition_say_so(
    released_book: EditionPaths, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    shutil.copytree(released_book.root, source, ignore=shutil.ignore_patterns(".git"))
    other = source / "chapters/autre.md"
    words = other.read_text(encoding="utf-8")
    site = Path(build(source, tmp_path / "build").outdir)
    assert "Texte en cours" in text(site, "chapters/essai.html")

    # The next build writes all pages again, though one source alone has changed.
    other.write_text(words.replace("ont laissé partir", "laissent partir"), "utf-8")
    build(source, tmp_path / "build")
    assert "Édition 0.2 du 14 septembre 2026." in text(site, "chapters/essai.html")
    assert "essai.html?ed=0.2" in text(site, "_static/citations/chapters/essai.js")
    assert json.loads(text(site, "anchors.json"))["exact"] is True


def test_a_stub_follows_the_number_of_what_it_leads_to(
    released_book: EditionPaths, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    shutil.copytree(released_book.root, source, ignore=shutil.ignore_patterns(".git"))
    build(source, tmp_path / "build")
    other = source / "chapters/autre.md"
    words = other.read_text(encoding="utf-8")
    first = "(p-dddd8)=\n"
    added = f"(p-hhhh8)=\nUn paragraphe de plus.\n\n{first}"
    other.write_text(words.replace(first, added), encoding="utf-8")
    site = Path(build(source, tmp_path / "build").outdir)
    assert "« Autre page », § 3</a>" in text(site, "chapters/essai.html")
    assert "§ 3" in text(site, "_static/editions/0.1/chapters/essai.js")


def test_files_of_what_is_no_more_are_removed(
    released_book: EditionPaths, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    shutil.copytree(released_book.root, source, ignore=shutil.ignore_patterns(".git"))
    site = Path(build(source, tmp_path / "build").outdir)
    stray = site / "_static/editions/0.9/chapters/essai.js"
    stray.parent.mkdir(parents=True)
    stray.write_text("", encoding="utf-8")
    build(source, tmp_path / "build")
    assert not stray.exists()
    assert (site / "_static/editions/0.1/chapters/ancien.js").is_file()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("data/anchors.csv", "id,kind\n", "colonnes inattendues"),
        ("data/editions/0.1/edition.json", "{", "[edition.edition-file]"),
    ],
)
def test_a_past_that_cannot_be_read_ends_the_build(
    released_book: EditionPaths,
    tmp_path: Path,
    name: str,
    content: str,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source = tmp_path / "source"
    shutil.copytree(released_book.root, source, ignore=shutil.ignore_patterns(".git"))
    (source / name).write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit):
        build(source, tmp_path / "build")
    assert said in capsys.readouterr().err


def test_the_lost_page_brings_all_that_it_needs(site: Path) -> None:
    page = text(site, "404.html")
    assert not re.findall(r'(?:src|href)="(?!/")', page)
    assert "[[" not in page


def test_the_policy_of_the_lost_page_names_its_style_and_its_script(site: Path) -> None:
    page = (site / "404.html").read_text(encoding="utf-8")
    policy = re.findall(r'Security-Policy" content="(.*?)"', page)[0]
    for tag in ("style", "script"):
        (inline,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        checksum = b64encode(sha256(inline.encode()).digest()).decode()
        assert f"'sha256-{checksum}'" in unescape(policy)
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("setting", "home"),
    [
        ("", "/"),
        ('public_address = "https://exemple.fr/livre"', "https://exemple.fr/livre/"),
    ],
)
def test_the_lost_page_leads_home(
    released_book: EditionPaths, tmp_path: Path, setting: str, home: str
) -> None:
    source = tmp_path / "source"
    shutil.copytree(released_book.root, source, ignore=shutil.ignore_patterns(".git"))
    (source / "data/edition.toml").write_text(f"{setting}\n", encoding="utf-8")
    site = Path(build(source, tmp_path / "build").outdir)
    assert f'href="{home}" data-home="index.html"' in text(site, "404.html")
