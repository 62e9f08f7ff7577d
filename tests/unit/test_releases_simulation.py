"""Pull requests made by chance on the real text, and what the gate says of them.

What is harmless and what is not is written in :mod:`support.pull_requests`; ten
thousand requests are made in ``tests/bench/test_bench_anchors.py``.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest

from edition.paths import EditionPaths
from edition.releases import gate
from edition.releases.items import Item, ItemKind
from edition.releases.ledger import AnchorRecord, Ledger
from edition.releases.snapshot import read_snapshot
from support.gate_trial import Trial, trial_of_items, trial_of_sources
from support.pull_requests import HARMFUL, HARMLESS

REQUESTS = 300
SEED = 2026


@pytest.fixture(scope="module")
def trial(paths: EditionPaths) -> Trial:
    return trial_of_sources(paths, read_snapshot(paths))


def test_no_published_id_is_lost_and_no_harmless_request_is_refused(
    trial: Trial,
) -> None:
    outcome = trial.run(trial.requests(SEED, REQUESTS))

    assert outcome.missed == []
    assert outcome.alarm_rate <= 0.01
    # Every kind of request was made.
    assert len(outcome.harmless) == len(HARMLESS)
    assert len(outcome.harmful) == len(HARMFUL)


def test_the_sources_give_the_items_of_the_edition(
    trial: Trial, paths: EditionPaths
) -> None:
    real = {i.id: i for page in read_snapshot(paths).values() for i in page.items}
    for anchor, (_, item) in trial.frozen.items():
        if not item.kind.view:  # their numbers run through the book
            assert item == real[anchor]


@pytest.mark.parametrize(
    ("name", "value", "missed"),
    [("SAME", 0.0, True), ("SAME", 0.95, False)],
)
def test_a_gate_that_is_too_wide_or_too_narrow_would_show(
    paths: EditionPaths,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: float,
    missed: bool,
) -> None:
    monkeypatch.setattr(gate, name, value)
    trial = trial_of_items(read_snapshot(paths))
    outcome = trial.run(trial.requests(SEED, REQUESTS))
    assert bool(outcome.missed) is missed
    assert (outcome.alarm_rate > 0.01) is not missed


def test_exchanged_rows_of_data_are_seen_in_every_table(paths: EditionPaths) -> None:
    frozen = {
        item.id: (page.document, item)
        for page in read_snapshot(paths).values()
        for item in page.items
        if item.kind is ItemKind.ROW
    }
    ledger = Ledger(
        {
            i: AnchorRecord(i, item.kind, page, "0.1", "0.1", item.checksum)
            for i, (page, item) in sorted(frozen.items())
        }
    )
    tables: defaultdict[str, list[Item]] = defaultdict(list)
    for _, item in frozen.values():
        tables[item.id.partition(".")[0]].append(item)
    door = gate.Gate(frozen)
    count = 0
    for rows in tables.values():
        for one, other in [*pairwise(rows)][:3]:
            swapped = {one.id: _cells(one, other), other.id: _cells(other, one)}
            if one.words.partition(" | ")[2] == other.words.partition(" | ")[2]:
                continue
            now = {**frozen, **{i: (frozen[i][0], row) for i, row in swapped.items()}}
            accused = {fault.id for fault in door.compare(ledger, now)}
            assert accused & set(swapped), (one.id, other.id)
            count += 1
    assert count > 30


def _cells(row: Item, source: Item) -> Item:
    """Return a row with the cells of another one."""
    own, _, _ = row.words.partition(" | ")
    return replace(row, words=f"{own} | {source.words.partition(' | ')[2]}")
