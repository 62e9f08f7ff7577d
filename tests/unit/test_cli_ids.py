from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edition.cli import main
from edition.text.passages import read_text

if TYPE_CHECKING:
    from pathlib import Path

CLEAN, USAGE, FAULTS = 0, 2, 3

PAGE = """\
(sec-a)=
# A

(p-22222)=
Déjà.

Un paragraphe qui a bien plus de signes que l'on n'en montre dans une seule ligne.

```{data-table} villes
```
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A small edition in which two passages lack an id."""
    (tmp_path / "conf.py").write_text("", "utf-8")
    (tmp_path / "data").mkdir()
    for name, text in {
        "index.md": "(sec-accueil)=\n# Accueil\n\nSans identifiant.\n",
        "chapters/a.md": PAGE,
        "chapters/annexes/donnees/x.md": "# X\n\nSans identifiant.\n",
        "chapters/guide/g.md": "# G\n\nSans identifiant.\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def ids(edition: Path, *arguments: str) -> int:
    return main(["--root", str(edition), "ids", "new", *arguments])


def test_without_write_it_shows_and_changes_nothing(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ids(edition) == CLEAN
    assert capsys.readouterr().out == (
        "chapters/a.md:7: – Un paragraphe qui a bien plus de signes que l'on n'en…\n"
        "chapters/a.md:9: – (vue sans légende)\n"
        "2 passages sans identifiant.\n"
        "Conseil : edition ids new --write\n"
    )
    assert (edition / "chapters/a.md").read_text("utf-8") == PAGE


def test_with_write_each_passage_has_an_id_and_a_second_run_has_nothing_to_do(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ids(edition, "--write") == CLEAN
    said = capsys.readouterr().out
    assert said.endswith("2 passages : identifiant inscrit.\n")
    text = (edition / "chapters/a.md").read_text("utf-8")
    found = [p.id for p in read_text(text, docname="chapters/a").passages]
    assert found[0] == "p-22222"
    assert re.fullmatch(r"p-\w{5} t-\w{5}", " ".join(found[1:]))
    assert all(anchor in said for anchor in found[1:])
    assert ids(edition, "--write") == CLEAN
    assert capsys.readouterr().out == "Aucun passage sans identifiant.\n"
    assert (edition / "chapters/a.md").read_text("utf-8") == text


def test_title_page_guide_and_pages_of_tables_are_left_unless_named(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ids(edition, "--write", "index.md", "./chapters/guide/g.md") == CLEAN
    assert "2 passages" in capsys.readouterr().out
    assert "(p-" in (edition / "index.md").read_text("utf-8")
    assert (edition / "chapters/a.md").read_text("utf-8") == PAGE


@pytest.mark.parametrize("name", ["chapters/b.md", "README.md", "../x.md", "chapters"])
def test_a_file_that_is_no_page_is_refused(
    name: str, edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ids(edition, "--write", "chapters/a.md", name) == USAGE
    said = capsys.readouterr().err
    assert said.startswith(f"« {name} » n'est pas une page du livre ; attendu :")
    assert (edition / "chapters/a.md").read_text("utf-8") == PAGE


def test_a_page_with_faults_is_left_and_the_others_are_done(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = edition / "chapters/b.md"
    bad.write_bytes(b"# B\r\n\r\nUn.\r\n")
    assert ids(edition, "--write") == FAULTS
    captured = capsys.readouterr()
    assert captured.err == (
        "chapters/b.md:1: fin de ligne de Windows. Conseil : enregistrer avec des "
        "fins de ligne « LF ». [edition.source-sign]\n"
        "chapters/b.md : laissée telle quelle.\n"
    )
    assert captured.out.endswith("2 passages : identifiant inscrit.\n")
    assert bad.read_bytes() == b"# B\r\n\r\nUn.\r\n"
