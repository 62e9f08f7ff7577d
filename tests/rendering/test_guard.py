"""The door of the book: each folder of ``test-attacks/attacks`` is refused by name.

An attack is ``attack.md``; the message that stops it stands in ``expected.txt``. The
second half takes the guard away and looks at what is left of the attack: the settings
of docutils and MyST must stop those that read a file or write raw HTML.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx.util.docutils import patch_docutils

from edition_sphinx import guard
from edition_sphinx.report import EditionFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    MakeApp = Callable[..., SphinxTestApp]

ROOT = Path(__file__).parents[1] / "roots" / "test-attacks"
ATTACKS = sorted(path.parent for path in ROOT.glob("attacks/*/attack.md"))
NAMES = [path.name for path in ATTACKS]

LINKS = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows asks for a right to make links"
)

SECRET = "SECRET-DE-LA-MACHINE"
MARK = "MARQUE"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the book, to be attacked."""
    copy = tmp_path / "livre"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns("attacks"))
    (copy / "chapters").mkdir()
    return copy


def refused(make_app: MakeApp, book: Path) -> str:
    app = make_app("html", srcdir=book, freshenv=True)
    with pytest.raises(EditionFault) as fault:
        app.build()
    assert not list(Path(app.outdir).rglob("*.html"))
    return str(fault.value)


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_an_attack_is_refused_with_its_place(
    attack: Path, book: Path, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(book)
    shutil.copy(attack / "attack.md", book / "chapters" / "attaque.md")
    expected = (attack / "expected.txt").read_text("utf-8")
    assert refused(make_app, book) + "\n" == expected
    assert not (book / MARK).exists()


def test_a_page_in_another_language_is_refused(book: Path, make_app: MakeApp) -> None:
    (book / "chapters" / "attaque.rst").write_text(
        "Titre\n=====\n\n.. include:: ../secret.txt\n", "utf-8"
    )
    assert refused(make_app, book) == (
        "1 faute\n"
        "chapters/attaque.rst: page en « .rst » ; attendu : un fichier .md. "
        "Conseil : la réécrire en Markdown. [edition.source-place]"
    )


@LINKS
def test_a_page_that_is_a_link_to_another_file_is_refused(
    book: Path, make_app: MakeApp, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(f"# {SECRET}\n", "utf-8")
    (book / "chapters" / "attaque.md").symlink_to(secret)
    assert refused(make_app, book) == (
        "1 faute\n"
        "chapters/attaque.md: lien symbolique ; attendu : un fichier du livre. "
        "Conseil : mettre le fichier lui-même à cette place. [edition.source-place]"
    )


@LINKS
def test_a_folder_that_is_a_link_is_refused(
    book: Path, make_app: MakeApp, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    (elsewhere / "page.md").write_text(f"# {SECRET}\n", "utf-8")
    (book / "chapters" / "dossier").symlink_to(elsewhere)
    assert "chapters/dossier/page.md: lien symbolique" in refused(make_app, book)


def test_bytes_that_are_no_text_are_refused(book: Path, make_app: MakeApp) -> None:
    (book / "chapters" / "attaque.md").write_bytes(b"# Titre\n\xff\n")
    assert "chapters/attaque.md:2: octet 0xFF" in refused(make_app, book)


def test_the_faults_of_all_pages_are_told_at_once(
    book: Path, make_app: MakeApp
) -> None:
    for name in ("a", "b"):
        page = book / "chapters" / f"{name}.md"
        page.write_text("# Titre\n\n{raw}`x`\n\n{eval}`x`\n", "utf-8")
    said = refused(make_app, book)
    assert said.startswith("4 fautes\n")
    places = [line.split(": ")[0] for line in said.splitlines()[1:]]
    assert places == [f"chapters/{name}.md:{n}" for name in "ab" for n in (3, 5)]


def test_the_previous_build_stays(book: Path, make_app: MakeApp) -> None:
    page = book / "chapters" / "page.md"
    page.write_text("# Titre\n\nAvant.\n", "utf-8")
    app = make_app("html", srcdir=book)
    app.build()
    built = Path(app.outdir) / "chapters" / "page.html"
    before = built.read_bytes()
    page.write_text("# Titre\n\n{raw}`x`\n", "utf-8")
    again = make_app("html", srcdir=book)
    with pytest.raises(EditionFault):
        again.build()
    assert built.read_bytes() == before


def test_what_another_extension_writes_into_a_page_is_judged_too(
    book: Path, make_app: MakeApp
) -> None:
    (book / "chapters" / "page.md").write_text("# Titre\n", "utf-8")
    app = make_app("html", srcdir=book, freshenv=True)

    def spoil(_app: object, docname: str, content: list[str]) -> None:
        if docname == "chapters/page":
            content[0] += "\n```{raw} html\nx\n```\n"

    app.connect("source-read", spoil)
    with pytest.raises(
        EditionFault, match=r"page\.md:3: directive « raw » non permise"
    ):
        app.build()


WITHOUT_GUARD = [
    "raw",
    "raw-in-french",
    "include",
    "include-in-a-note",
    "include-cut-out-of-a-card",
    "literalinclude",
    "csv-table",
    "eval-rst",
    "html-inline",
    "html-block",
    "link-with-a-script",
]


@pytest.mark.parametrize("name", WITHOUT_GUARD)
def test_the_settings_stop_it_where_there_is_no_guard(
    name: str, book: Path, make_app: MakeApp
) -> None:
    shutil.copy(ROOT / "attacks" / name / "attack.md", book / "chapters" / "attaque.md")
    extensions = ["myst_parser", "sphinx_design"]
    app = make_app(
        "html",
        srcdir=book,
        freshenv=True,
        confoverrides={"extensions": extensions, "language": "en"},
    )
    # As sphinx-build does; without it docutils looks in the current folder.
    with patch_docutils(book):
        app.build()
    page = (Path(app.outdir) / "chapters" / "attaque.html").read_text("utf-8")
    assert SECRET not in page
    assert "<script>alert" not in page
    assert "onerror=alert(1)>" not in page.replace("&gt;", "")
    assert 'href="javascript' not in page.lower()


@pytest.mark.parametrize("name", ["raw", "include", "literalinclude", "csv-table"])
def test_behind_the_guard_the_settings_are_locked_without_docutils_conf(
    name: str, book: Path, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    (book / "docutils.conf").unlink()
    monkeypatch.chdir(book)
    monkeypatch.setattr("edition_sphinx.guard.check_source", lambda *_, **__: [])
    shutil.copy(ROOT / "attacks" / name / "attack.md", book / "chapters" / "attaque.md")
    guard._faults.cache_clear()
    app = make_app("html", srcdir=book, freshenv=True)
    app.build()
    page = (Path(app.outdir) / "chapters" / "attaque.html").read_text("utf-8")
    assert SECRET not in page
    assert "<script>alert" not in page


def test_the_real_book_has_the_settings_that_are_tested_here(root: Path) -> None:
    tested = (ROOT / "docutils.conf").read_bytes()
    assert (root / "docutils.conf").read_bytes() == tested


def test_without_guard_a_front_matter_can_run_a_command(
    book: Path, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tell why the allow-list is not a matter of taste."""
    monkeypatch.chdir(book)
    attack = ROOT / "attacks" / "shell-by-front-matter" / "attack.md"
    shutil.copy(attack, book / "chapters" / "attaque.md")
    extensions = ["myst_parser", "sphinx_design"]
    app = make_app(
        "html", srcdir=book, freshenv=True, confoverrides={"extensions": extensions}
    )
    app.build()
    assert (book / MARK).exists()
