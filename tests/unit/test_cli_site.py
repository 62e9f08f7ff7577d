"""``edition site pack|assemble``: an edition in one file, the folder to publish."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from edition.cli import main
from edition.site.assemble import BANNER, SHELF

CLEAN, FAULTS = 0, 3

BOOK = Path(__file__).resolve().parent.parent / "roots" / "test-ledger"


def pages(folder: Path, version: str, *, exact: bool = True, words: str = "") -> Path:
    """Built pages as the first floor leaves them, with a page in a folder."""
    index = {"edition": version, "exact": exact}
    made = {
        "anchors.json": json.dumps(index),
        "index.html": f"<main>{BANNER}{SHELF}{words or version}</main>",
        "chapters/essai.html": f"<main>{BANNER}essai</main>",
        "_static/css/a.css": "p{}",
        ".buildinfo": "of Sphinx",
    }
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return folder


def run(*words: str) -> int:
    return main(["--root", str(BOOK), "site", *words])


def pack(root: Path, version: str) -> Path:
    built = pages(root / f"html-{version}", version)
    assert run("pack", "--html", str(built), "--out", str(root)) == CLEAN
    return root / f"edition-{version}.zip"


def assemble(root: Path, built: Path) -> int:
    words = ("--html", str(built), "--archives", str(root), "--out", str(root / "site"))
    return run("assemble", *words)


def text(path: Path) -> str:
    return path.read_text("utf-8")


def test_an_edition_is_one_file_that_unfolds_to_one_folder(tmp_path: Path) -> None:
    archive = pack(tmp_path, "0.1")
    with zipfile.ZipFile(archive) as zipped:
        assert zipped.namelist() == [
            "edition-0.1/_static/css/a.css",
            "edition-0.1/anchors.json",
            "edition-0.1/chapters/essai.html",
            "edition-0.1/index.html",
        ]


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    archive = pack(tmp_path, "0.1")
    first = archive.read_bytes()
    (tmp_path / "html-0.1" / "index.html").touch()
    assert pack(tmp_path, "0.1").read_bytes() == first
    assert not list(tmp_path.glob(".*.new"))


@pytest.mark.parametrize(("version", "exact"), [("", False), ("0.1", False)])
def test_pages_that_are_no_edition_are_refused(
    tmp_path: Path, version: str, *, exact: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    built = pages(tmp_path / "html", version, exact=exact)
    assert run("pack", "--html", str(built), "--out", str(tmp_path)) == FAULTS
    said = capsys.readouterr().err
    assert "pas celles d'une édition figée" in said
    assert "edition release" in said
    assert "[edition.site]" in said
    assert not list(tmp_path.glob("*.zip"))


@pytest.mark.parametrize(
    "index",
    [None, "", "[]", "{}", '{"edition": "../x", "exact": true}', '{"edition": 3}'],
    ids=["absent", "empty", "list", "bare", "version", "number"],
)
def test_a_folder_that_holds_no_pages_is_refused(
    tmp_path: Path, index: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "html"
    folder.mkdir()
    if index is not None:
        (folder / "anchors.json").write_text(index, "utf-8")
    assert run("pack", "--html", str(folder)) == FAULTS
    assert "[edition.site]" in capsys.readouterr().err


def test_each_edition_stands_whole_and_the_older_lead_to_the_newest(
    tmp_path: Path,
) -> None:
    pack(tmp_path, "0.1")
    pack(tmp_path, "0.10")
    pack(tmp_path, "0.9")
    assert assemble(tmp_path, tmp_path / "html-0.10") == CLEAN
    site = tmp_path / "site"
    old = text(site / "0.9" / "chapters" / "essai.html")
    assert "Vous lisez l’édition 0.9" in old
    assert 'href="../../chapters/essai.html">L’édition 0.10' in old
    assert 'href="../index.html"' in text(site / "0.1" / "index.html")
    assert "Vous lisez" not in text(site / "0.10" / "index.html")
    shelf = text(site / "index.html")
    places = [shelf.index(f"Édition {version}<") for version in ("0.10", "0.9", "0.1")]
    assert places == sorted(places)
    assert (site / "edition-0.9.zip").read_bytes() == (
        tmp_path / "edition-0.9.zip"
    ).read_bytes()
    assert not (site / ".buildinfo").exists()


def test_an_older_page_that_is_no_more_leads_to_the_title_page(tmp_path: Path) -> None:
    pack(tmp_path, "0.1")
    newest = pages(tmp_path / "html-0.2", "0.2")
    (newest / "chapters" / "essai.html").unlink()
    assert assemble(tmp_path, newest) == CLEAN
    old = text(tmp_path / "site" / "0.1" / "chapters" / "essai.html")
    assert 'href="../../index.html"' in old


def test_work_after_an_edition_does_not_pass_for_it(tmp_path: Path) -> None:
    pack(tmp_path, "0.1")
    newest = pages(tmp_path / "html", "0.1", exact=False, words="plus neuf")
    assert assemble(tmp_path, newest) == CLEAN
    assert "plus neuf" in text(tmp_path / "site" / "index.html")
    assert "plus neuf" not in text(tmp_path / "site" / "0.1" / "index.html")
    assert "d’aujourd’hui" in text(tmp_path / "site" / "0.1" / "index.html")


def test_a_second_run_replaces_its_own_folder_and_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = pages(tmp_path / "html", "")
    site = tmp_path / "site"
    assert assemble(tmp_path, built) == CLEAN
    (site / "left.html").write_text("of the run before", "utf-8")
    assert assemble(tmp_path, built) == CLEAN
    assert not (site / "left.html").exists()
    (site / ".edition-site").unlink()
    assert assemble(tmp_path, built) == FAULTS
    assert "un dossier qui n'existe pas encore" in capsys.readouterr().err
    assert (site / "index.html").is_file()
    assert [path.name for path in tmp_path.iterdir()].count("site") == 1


@pytest.mark.parametrize(
    "name",
    [
        "edition-0.1/../../out.html",
        "/out.html",
        "edition-0.1/..\\out.html",
        "out.html",
        "C:/out.html",
        "../x/out.html",
    ],
)
def test_an_archive_cannot_write_outside_its_folder(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "edition-0.1.zip", "w") as zipped:
        entry = zipfile.ZipInfo("x")
        entry.filename = name
        zipped.writestr(entry, "hostile")
    assert assemble(tmp_path, pages(tmp_path / "html", "0.2")) == FAULTS
    assert "sortirait du dossier" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
    assert not list(tmp_path.rglob("out.html"))
    assert not list(tmp_path.glob(".site.*"))


def test_a_link_in_an_archive_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "edition-0.1.zip", "w") as zipped:
        entry = zipfile.ZipInfo("edition-0.1/index.html")
        entry.external_attr = 0o120777 << 16
        zipped.writestr(entry, "/etc/passwd")
    assert assemble(tmp_path, pages(tmp_path / "html", "0.2")) == FAULTS
    assert "sortirait du dossier" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("edition-0.1.zip", b"PK\x03\x04cut", "archive illisible"),
        ("edition-0.1.zip", b"", "archive illisible"),
        ("edition-neuve.zip", b"", "n'est pas une archive d'édition"),
        ("edition-0.1 (1).zip", b"", "n'est pas une archive d'édition"),
    ],
)
def test_a_file_that_is_no_edition_is_refused(
    tmp_path: Path,
    name: str,
    content: bytes,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / name).write_bytes(content)
    assert assemble(tmp_path, pages(tmp_path / "html", "0.2")) == FAULTS
    assert said in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
