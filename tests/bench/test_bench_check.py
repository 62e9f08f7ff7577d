"""How long the check of the tables takes: seconds are said, ratios can fail.

The target is one second for 100,000 rows of six columns on a machine with two cores.
"""

from __future__ import annotations

import csv
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.paths import EditionPaths
from edition.tables import load_table
from edition.tables.check import check_tables
from support.small_tables import column, small_edition, write_table

TARGET = 1.0

ROWS = 100_000


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the shortest time that some work took; the rest is the machine's."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return min(taken)


def six_columns(folder: Path, rows: int) -> EditionPaths:
    """Write a faultless table of as many rows, with the costliest of our columns."""
    paths = small_edition(folder)
    write_table(paths, "villes", "id\nbrest\nmetz\nquimperle\n")
    chance = random.Random(1)
    lines = ["id,ville,date,nombre,adresse,note"]
    for number in range(rows):
        city = chance.choice(("brest", "metz", "quimperle"))
        day = f"20{chance.randrange(10, 20)}-{chance.randrange(1, 10):02d}"
        amount = f"{chance.random() * 100:.2f}"
        address = f"https://exemple.org/{chance.randrange(5000)}"
        note = f'"Note {number}, écrite avec une virgule"'
        lines.append(f"r-{number},{city},{day},{amount},{address},{note}")
    link = {"fields": "ville", "reference": {"resource": "villes", "fields": "id"}}
    write_table(
        paths,
        "gros",
        "\n".join(lines) + "\n",
        column("ville", required=True),
        column("date", format="edtf"),
        column("nombre", "number", minimum=0, maximum=100),
        column("adresse", format="url"),
        column("note", empty=True),
        foreignKeys=[link],
    )
    return paths


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> EditionPaths:
    return six_columns(tmp_path_factory.mktemp("bench") / "large", ROWS)


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n  {line}")


def test_checking_takes_few_times_what_reading_takes(
    large: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    def read() -> None:
        with large.table("gros").open(encoding="utf-8", newline="") as file:
            list(csv.reader(file))

    def check() -> None:
        assert check_tables(large, ["gros"]) == []

    reading, checking = best(read), best(check)
    say(capsys, f"check of 100,000 x 6: {checking:.2f} s (target {TARGET:.0f} s)")
    assert checking < 12 * reading


def test_ten_times_the_rows_take_about_ten_times_the_time(
    large: EditionPaths, tmp_path: Path
) -> None:
    small = six_columns(tmp_path / "small", ROWS // 10)
    less = best(lambda: check_tables(small, ["gros"]))
    more = best(lambda: check_tables(large, ["gros"]))
    assert more < 25 * less


def test_a_flood_of_faults_costs_little_more_than_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = six_columns(tmp_path / "flood", ROWS // 5)
    sound = best(lambda: check_tables(paths, ["gros"]))
    text = paths.table("gros").read_text(encoding="utf-8")
    text = text.replace(",brest,", ",brets,").replace("https:", "htps:")
    paths.table("gros").write_text(text, encoding="utf-8", newline="\n")
    flooded = best(lambda: check_tables(paths, ["gros"]))
    say(capsys, f"20,000 rows: {sound:.2f} s, with 26,000 faults {flooded:.2f} s")
    assert len(check_tables(paths, ["gros"])) == 42
    assert flooded < 3 * sound


def test_a_table_is_loaded_once(
    large: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    first = best(lambda: load_table(large, "gros"), times=1)
    again = best(lambda: load_table(large, "gros"))
    say(capsys, f"load of 100,000 x 6: {first:.2f} s, again {again * 1e6:.0f} µs")
    assert again < first / 20
