from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from edition.text.files import check_file

if TYPE_CHECKING:
    from pathlib import Path


LINKS = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows asks for a right to make links"
)


def said(root: Path, name: str) -> list[str]:
    issues = check_file(root / name, shown=name, root=root)
    return [str(issue) for issue in issues]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "chapters").mkdir()
    return tmp_path


def test_a_page_of_ours_has_no_fault(root: Path) -> None:
    (root / "chapters/x.md").write_bytes("(sec-x)=\n# Été\n".encode())
    assert said(root, "chapters/x.md") == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xef\xbb\xbfa", "x.md:1: marque BOM en tête du fichier."),
        (b"a\nb\r\nc", "x.md:2: fin de ligne de Windows."),
        (b"a\rb", "x.md:1: fin de ligne de Windows."),
        (b"a\n\xe9t\xe9", "x.md:2: octet 0xE9 qui n'est pas de l'UTF-8."),
        (b"\xff\xfea", "x.md:1: octet 0xFF qui n'est pas de l'UTF-8."),
    ],
)
def test_bytes_that_tools_read_differently_are_refused(
    root: Path, data: bytes, message: str
) -> None:
    (root / "x.md").write_bytes(data)
    (line,) = said(root, "x.md")
    assert line.startswith(message)
    assert line.endswith("[edition.source-sign]")


def test_a_page_in_another_language_is_refused(root: Path) -> None:
    (root / "x.rst").write_text(".. raw:: html\n", "utf-8")
    (line,) = said(root, "x.rst")
    assert line == (
        "x.rst: page en « .rst » ; attendu : un fichier .md. "
        "Conseil : la réécrire en Markdown. [edition.source-place]"
    )


@LINKS
def test_a_link_to_a_file_elsewhere_is_refused(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret\n", "utf-8")
    (root / "chapters/x.md").symlink_to(secret)
    (line,) = said(root, "chapters/x.md")
    assert line.startswith("chapters/x.md: lien symbolique ; attendu : un fichier")


@LINKS
def test_a_page_in_a_folder_that_is_a_link_is_refused(root: Path) -> None:
    elsewhere = root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "x.md").write_text("# Secret\n", "utf-8")
    (root / "chapters/dossier").symlink_to(elsewhere)
    (line,) = said(root, "chapters/dossier/x.md")
    assert "lien symbolique" in line


@LINKS
def test_the_root_itself_may_be_behind_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (real / "x.md").write_text("# Titre\n", "utf-8")
    link = tmp_path / "link"
    link.symlink_to(real)
    assert said(link, "x.md") == []


def test_a_page_that_cannot_be_read_is_said(root: Path) -> None:
    (root / "x.md").mkdir()
    (line,) = said(root, "x.md")
    assert line == "x.md: page illisible. [edition.source-place]"
