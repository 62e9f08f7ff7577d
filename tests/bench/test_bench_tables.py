"""A table of 10,000 rows against Sphinx's own: time and memory of a whole build.

Seconds and megabytes are said; only the ratios of one run fail.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.compiled import compiled_environment
from support.small_tables import column, small_edition, write_table

ROWS = 10_000

MOST_TIME = 0.15
"""Of the time of ``csv-table`` with the same rows."""

MOST_MEMORY = 0.75
"""Of its memory; the target is 150 MB, of which Sphinx and pandas alone take 125."""

CONF = """
project = "Essai"
language = "fr"
html_theme = "basic"
html_copy_source = False
"""


def lines(count: int) -> str:
    chance = random.Random(1)
    written = ["id,nom,ville,date,nombre,note"]
    for number in range(count):
        city = chance.choice(("Brest", "Metz", "Quimperlé"))
        day = f"20{chance.randrange(10, 20)}-{chance.randrange(1, 13):02d}"
        amount = f"{chance.random() * 10_000:.2f}"
        note = f'"Note {number} ; écrite avec une virgule, et « citée »"'
        written.append(f"r-{number},Lieu {number},{city},{day},{amount},{note}")
    return "\n".join(written) + "\n"


def ours(folder: Path, rows: str) -> None:
    paths = small_edition(folder)
    write_table(
        paths,
        "lieux",
        rows,
        column("nom", role="title"),
        column("ville"),
        column("date", format="edtf"),
        column("nombre", "number"),
        column("note"),
    )
    extensions = '["myst_parser", "edition_sphinx.config", "edition_sphinx.tables"]'
    own = f"extensions = {extensions}\nedition_excerpt_rows = 20_000\n"
    (folder / "conf.py").write_text(
        f"{CONF}{own}edition_check_data = False\n", encoding="utf-8"
    )
    page = "# Essai\n\n```{data-table} lieux\n:name: t-aaaaa\n:columns: id, nom, ville, date, nombre, note\n```\n"
    (folder / "index.md").write_text(page, encoding="utf-8")


def stock(folder: Path, rows: str) -> None:
    folder.mkdir(parents=True)
    (folder / "lieux.csv").write_text(rows, encoding="utf-8")
    (folder / "conf.py").write_text(
        f'{CONF}extensions = ["myst_parser"]\n', encoding="utf-8"
    )
    page = "# Essai\n\n```{csv-table} Lieux\n:file: lieux.csv\n:header-rows: 1\n```\n"
    (folder / "index.md").write_text(page, encoding="utf-8")


MEASURED = """
import sys, time
from pathlib import Path
from sphinx.cmd.build import main
code = main(sys.argv[1:])
status = Path("/proc/self/status").read_text()
peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
print(code, time.process_time(), int(peak.split()[1]) / 1024)
"""


def build(folder: Path, root: Path) -> tuple[float, float]:
    """Build in a process of its own; return seconds of processor and megabytes.

    The peak is read by the process itself: seen from here it would count ours too.
    """
    shutil.rmtree(folder / "sortie", ignore_errors=True)
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            MEASURED,
            "-Q",
            "-b",
            "html",
            str(folder),
            str(folder / "sortie"),
        ],
        env=compiled_environment(root),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    code, seconds, megabytes = done.stdout.split()[-3:]
    assert code == "0", done.stderr
    return float(seconds), float(megabytes)


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="La mémoire se lit dans /proc."
)
def test_ten_thousand_rows_cost_little_beside_csv_table(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = lines(ROWS)
    ours(tmp_path / "ours", rows)
    stock(tmp_path / "stock", rows)
    build(tmp_path / "ours", root)
    begin = time.perf_counter()
    our_time, our_memory = build(tmp_path / "ours", root)
    taken = time.perf_counter() - begin
    page = (tmp_path / "ours" / "sortie" / "index.html").read_text("utf-8")
    assert page.count('<tr id="t-aaaaa.') == ROWS
    its_time, its_memory = build(tmp_path / "stock", root)
    with capsys.disabled():
        sys.stdout.write(
            f"\n  10 000 lignes : {our_time:.1f} s ({taken:.1f} s au mur), {our_memory:.0f} Mo ; "
            f"csv-table : {its_time:.1f} s, {its_memory:.0f} Mo ; "
            f"rapports {our_time / its_time:.3f} et {our_memory / its_memory:.2f}\n"
        )
    assert our_time <= MOST_TIME * its_time
    assert our_memory <= MOST_MEMORY * its_memory
