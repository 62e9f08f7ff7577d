"""What Sphinx would say itself, in English and once, is said before it, each time.

Every folder of ``tests/issues`` named here is built with the ``conf.py`` of the real
book: what stops the build is what ``edition check`` says.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from edition_sphinx.report import KEPT, EditionFault
from support.issue_folders import EXPECTED, FOLDERS, lay_out

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = 3

# What is found in the pages, before the first is read.
OF_PAGES = [
    "anchor-duplicate",
    "contents-entry",
    "contents-page",
    "image-missing",
    "reference-unknown",
    "reference-words",
    "section-level",
]
OF_THE_EDITION = ["citation-field", "citation-file", "setting-file", "source-place"]


def book(name: str, folder: Path, root: Path) -> Path:
    """Lay out a faulty edition under the settings of the real one."""
    lay_out(name, folder)
    for file in ("conf.py", "docutils.conf"):
        shutil.copy(root / file, folder / file)
    return folder


def expected(name: str) -> list[str]:
    return (FOLDERS / name / EXPECTED).read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", [*OF_PAGES, *OF_THE_EDITION])
def test_the_first_build_and_the_next_say_what_the_check_says(
    name: str, tmp_path: Path, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from sphinx.testing.util import SphinxTestApp

    folder = book(name, tmp_path / "livre", root)
    for _ in range(2):
        capfd.readouterr()
        with pytest.raises(EditionFault) as fault:
            SphinxTestApp("html", srcdir=folder, builddir=tmp_path / "essai").build()
        said = capfd.readouterr().err.splitlines()
        count = len(expected(name))
        assert said[0] == f"L’édition a {count} faute{'s' if count > 1 else ''}"
        assert said[1:] == [*expected(name), KEPT]
        assert fault.value.code == FAULTS
        assert not list((tmp_path / "essai").rglob("*.html"))


def test_after_a_good_build_a_fault_on_an_untouched_page_is_found(
    tmp_path: Path, root: Path
) -> None:
    from sphinx.testing.util import SphinxTestApp

    folder = book("_base", tmp_path / "livre", root)
    (folder / "chapters/plan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "chapters/essai.md").write_text(
        "(sec-essai)=\n# Essai\n\n```{figure} plan.png\n:name: f-44444\n"
        ":alt: Un plan\n```\n",
        "utf-8",
    )
    app = SphinxTestApp("html", srcdir=folder, builddir=tmp_path / "essai")
    app.build()
    assert app.warning.getvalue() == ""
    app.cleanup()
    (folder / "chapters/plan.png").unlink()
    with pytest.raises(EditionFault, match=r"image « chapters/plan\.png » absente"):
        SphinxTestApp("html", srcdir=folder, builddir=tmp_path / "essai").build()
    assert (tmp_path / "essai/html/chapters/essai.html").is_file()


@pytest.mark.parametrize("name", OF_THE_EDITION)
def test_a_faulty_file_of_the_edition_is_said_in_our_words_alone(
    name: str, tmp_path: Path, root: Path
) -> None:
    folder = book(name, tmp_path / "livre", root)
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-nW", "-b", "html", ".", "pages"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(root / "_ext"), "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == FAULTS
    first, *lines, last = done.stderr.splitlines()
    assert first.startswith("L’édition a ")
    assert lines == expected(name)
    assert last == KEPT


def test_without_its_citation_file_no_edition_is_built(
    tmp_path: Path, root: Path
) -> None:
    from sphinx.testing.util import SphinxTestApp

    folder = book("_base", tmp_path / "livre", root)
    (folder / "CITATION.cff").unlink()
    with pytest.raises(EditionFault, match=r"CITATION\.cff: fichier absent"):
        SphinxTestApp("html", srcdir=folder, builddir=tmp_path / "essai").build()
