"""The whole edition against the same text under stock Sphinx, and against itself.

Processor time of processes of their own; seconds are said, only ratios fail. The cell
is one of ``lacunes``, which few pages use; a cell of ``sources`` or ``unites``, which
nearly all of them show, costs as much as those pages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from edition.paths import EditionPaths
from support.stock_book import write_stock_book

MOST_OF_STOCK = 1.3
"""Of the time of the same text with ``csv-table`` and the same theme."""

MOST_FOR_A_CELL = 1.5
"""Of a build with nothing to do, when one cell has changed."""

MEASURED = """
import sys, time
from sphinx.cmd.build import main
code = main(sys.argv[1:])
print(code, time.process_time())
"""

KEPT = ("conf.py", "docutils.conf", "index.md", "chapters", "data", "CITATION.cff")


def build(folder: Path, root: Path) -> float:
    """Build the pages of a folder; return seconds of processor."""
    command = [sys.executable, "-c", MEASURED, "-Q", "-b", "html"]
    done = subprocess.run(
        [*command, str(folder), str(folder / "pages")],
        env=os.environ | {"PYTHONPATH": str(root / "_ext")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    code, seconds = done.stdout.split()[-2:]
    assert code == "0", done.stderr
    return float(seconds)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A copy of the real edition, with the machinery where it is."""
    folder = tmp_path_factory.mktemp("bench") / "edition"
    folder.mkdir()
    for name in KEPT:
        source = root / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)
    conf = (folder / "conf.py").read_text("utf-8")
    (folder / "conf.py").write_text(
        conf.replace('str(ROOT / "_ext")', repr(str(root / "_ext"))), "utf-8"
    )
    return folder


def test_the_edition_costs_little_more_than_stock_sphinx(
    book: Path, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_stock_book(EditionPaths(root), tmp_path / "stock")
    shutil.rmtree(book / "pages", ignore_errors=True)
    ours, stock = build(book, root), build(tmp_path / "stock", root)
    with capsys.disabled():
        sys.stdout.write(
            f"\n  édition : {ours:.1f} s ; Sphinx seul : {stock:.1f} s ; "
            f"rapport {ours / stock:.2f}\n"
        )
    assert ours <= MOST_OF_STOCK * stock


def test_a_changed_cell_costs_little_more_than_nothing(
    book: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(book, root)
    nothing = min(build(book, root) for _ in range(2))
    table = EditionPaths(book).table("lacunes")
    rows = table.read_text("utf-8")
    table.write_text(rows.replace("Corps du chapitre", "Le corps du chapitre"), "utf-8")
    changed = build(book, root)
    with capsys.disabled():
        sys.stdout.write(
            f"\n  rien à faire : {nothing:.1f} s ; une cellule : {changed:.1f} s ; "
            f"rapport {changed / nothing:.2f}\n"
        )
    assert changed <= MOST_FOR_A_CELL * nothing
