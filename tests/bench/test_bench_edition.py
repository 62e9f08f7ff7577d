"""The whole edition against the same text under stock Sphinx, and against itself.

Processor time of processes of their own; seconds are said, only ratios fail. Cells are
changed in the tables that most pages use, where it costs most, and in those whose cells
change most often.
"""

from __future__ import annotations

import csv
import io
import pickle
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from edition.paths import EditionPaths
from edition.tables import load_table
from support.compiled import compiled_environment
from support.stock_book import write_stock_book

MOST_OF_STOCK = 1.3
"""Of the time of the same text with ``csv-table`` and the same theme."""

MOST_FOR_A_CELL = 1.5
"""Of a build with nothing to do, when one cell has changed."""

MOST_FOR_ITS_PAGES = 1.5
"""Of what the pages that show a table take in a whole build, by the weight of their
sources, when they are more than a few: all of them are read and written, as they must.
"""

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
        env=compiled_environment(root),
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


def shares(book: Path) -> dict[str, float]:
    """Return which part of the text depends on each table, from the last build."""
    with (book / "pages/.doctrees/environment.pickle").open("rb") as file:
        needed = pickle.load(file).dependencies
    weights = {name: (book / f"{name}.md").stat().st_size for name in needed}
    shown: Counter[str] = Counter()
    for page, names in needed.items():
        tables = {Path(name) for name in names}
        found = {path.stem for path in tables if path.parent.name == "tables"}
        shown.update(dict.fromkeys(found, weights[page]))
    whole = sum(weights.values())
    return {name: weight / whole for name, weight in shown.most_common()}


def change_a_cell(paths: EditionPaths, name: str) -> None:
    """Lengthen the first word that the table shows as it is written."""
    schema = load_table(paths, name).schema
    shown = [
        at
        for at, field in enumerate(schema.fields)
        if at
        and field.type == "string"
        and not (field.foreign or field.format or field.name == "id_dossier")
        and not (field.constraints.pattern or field.constraints.enum)
    ]
    path = paths.table(name)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"))))
    row, at = next(
        (row, at)
        for at in shown
        for row in rows[1:]
        if row[at][:1].isalpha() and row[at] not in schema.missing
    )
    row[at] += "s"
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.write_text(text.getvalue(), "utf-8", newline="\n")


def test_a_changed_cell_costs_little_more_than_nothing(
    book: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shortest of three, as another program may slow any build down."""
    shutil.rmtree(book / "pages", ignore_errors=True)
    whole = build(book, root)
    nothing = [build(book, root)]
    shown = shares(book)
    rest = whole / nothing[0] - 1
    most = {
        name: max(MOST_FOR_A_CELL, 1 + MOST_FOR_ITS_PAGES * shown[name] * rest)
        for name in [*list(shown)[:2], "chiffres", "lacunes"]
    }
    taken: dict[str, list[float]] = {}
    for name in most:
        taken[name] = []
        while len(taken[name]) < 3:
            change_a_cell(EditionPaths(book), name)
            taken[name].append(build(book, root))
            nothing.append(build(book, root))
            if min(taken[name]) <= most[name] * min(nothing):
                break
    ratios = {name: min(times) / min(nothing) for name, times in taken.items()}
    said = ", ".join(
        f"{name} {ratio:.2f} (au plus {most[name]:.2f})"
        for name, ratio in ratios.items()
    )
    with capsys.disabled():
        sys.stdout.write(
            f"\n  rien à faire : {min(nothing):.1f} s ; une cellule : {said}\n"
        )
    assert {name: ratio for name, ratio in ratios.items() if ratio > most[name]} == {}
