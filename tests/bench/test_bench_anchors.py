"""Ten thousand pull requests before the gate; ten thousand ids against their ledger.

Rates can fail, seconds are said: the target for the ids is half a second.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.paths import EditionPaths
from edition.releases.gate import Located, compare
from edition.releases.items import Item, ItemKind
from edition.releases.ledger import AnchorRecord, Ledger, ledger_text
from edition.releases.ledger_file import read_ledger
from edition.releases.snapshot import read_snapshot
from support.gate_trial import trial_of_items

REQUESTS = 10_000
TARGET = 0.5


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n  {line}")


def test_ten_thousand_requests_pass_the_gate_or_are_stopped(
    paths: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    trial = trial_of_items(read_snapshot(paths))
    start = time.perf_counter()
    outcome = trial.run(trial.requests(1, REQUESTS))
    say(capsys, f"{outcome} in {time.perf_counter() - start:.1f} s")
    assert outcome.harmful.total() + outcome.harmless.total() == REQUESTS
    assert outcome.missed == []
    assert outcome.alarm_rate <= 0.01


def book(count: int) -> dict[str, Located]:
    chance = random.Random(count)
    words = [f"mot{number}" for number in range(4000)]
    found = {}
    for number in range(count):
        anchor = f"essai.ligne-{number}"
        said = f"ligne-{number} | {' '.join(chance.choices(words, k=30))}"
        found[anchor] = ("chapters/essai", Item(anchor, ItemKind.ROW, words=said))
    return found


def work(folder: Path, count: int) -> Callable[[], None]:
    """Return the reading of a ledger and the comparison, with a hundredth edited."""
    before = book(count)
    records = {
        i: AnchorRecord(i, item.kind, page, "0.1", "0.1", item.checksum)
        for i, (page, item) in sorted(before.items())
    }
    paths = EditionPaths(folder / str(count))
    paths.anchors.parent.mkdir(parents=True)
    paths.anchors.write_text(ledger_text(Ledger(records)), encoding="utf-8")
    now = dict(before)
    for anchor in [*before][::100]:
        page, item = before[anchor]
        now[anchor] = (page, Item(anchor, item.kind, words=f"{item.words} changé"))

    def compared() -> None:
        ledger, issues = read_ledger(paths)
        assert issues == []
        assert compare(ledger, before, now) == []

    return compared


def best(done: Callable[[], None]) -> float:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        done()
        taken.append(time.perf_counter() - start)
    return min(taken)


def test_ids_are_compared_in_a_time_that_grows_with_their_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few, many = best(work(tmp_path, 1_000)), best(work(tmp_path, 10_000))
    say(capsys, f"10,000 ids: {many:.2f} s (target {TARGET} s), 1,000: {few:.3f} s")
    assert many < 20 * few
