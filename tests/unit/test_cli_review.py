"""``edition review``: each claim beside what it rests on."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from edition.cli import Status, main
from edition.paths import EditionPaths
from support.normal import normal_text
from support.small_chapter import add_chapter

EXPECTED = Path(__file__).parent / "review"
REGENERATE = os.environ.get("EDITION_REGEN") == "1"

FAULTS = """% raisonnement
Ce que l’on ignore reste à chercher.

Rien ne prouve cette phrase.

Un constat {finding}`constat-99`, une valeur {data-value}`inconnue`, une source {cite}`x`.

Une citation longue {data-value}`sources:gazette.titre` et {data-value}`constats:constat-03.enonce`.
"""


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EditionPaths:
    """Stand in the small edition, with a chapter that has faults."""
    paths = add_chapter(FAULTS, tmp_path / "x")
    monkeypatch.chdir(tmp_path / "x")
    monkeypatch.delenv("EDITION_CALLED_AS", raising=False)
    return paths


@pytest.fixture(autouse=True)
def _in_the_edition(edition: EditionPaths) -> None:
    """Every test of this file stands there."""


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["review", *arguments]) == Status.CLEAN
    return capsys.readouterr().out


def read_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(said(capsys, "--json", *arguments))


@pytest.mark.parametrize("name", ["strategies", "places", "essai"])
def test_a_chapter_is_printed_with_all_that_proves_it(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = normal_text(said(capsys, name))
    expected = EXPECTED / f"{name}.txt"
    if REGENERATE:
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text("utf-8")
    assert max(map(len, found.splitlines())) <= 88


def test_json_holds_the_same_for_a_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = read_json(capsys, "strategies")
    expected = EXPECTED / "strategies.json"
    if REGENERATE:
        text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert found == json.loads(expected.read_text("utf-8"))


@pytest.mark.parametrize(
    "given",
    ["strategies", "strategies.md", "chapters/strategies", "./chapters/strategies.md"],
)
def test_a_chapter_has_several_names(
    given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, given).startswith("Les stratégies (chapters/strategies.md)\n")


def test_without_a_name_all_chapters_come_and_no_annex(
    capsys: pytest.CaptureFixture[str],
) -> None:
    paths = {claim["path"] for claim in read_json(capsys)["claims"]}
    assert paths == {
        f"chapters/{name}.md" for name in ("essai", "places", "strategies", "summary")
    }


def test_a_chapter_named_twice_comes_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "summary", "summary.md") == said(capsys, "summary")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            "stratgies",
            "Chapitre « stratgies » inconnu. Conseil : vouliez-vous « strategies » ?\n",
        ),
        ("zzz", "Chapitre « zzz » inconnu.\n"),
        ("annexes/lacunes", "Chapitre « annexes/lacunes » inconnu.\n"),
    ],
)
def test_an_unknown_chapter_is_a_matter_of_usage(
    given: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", given]) == Status.USAGE
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", message)


def test_a_draw_is_the_same_for_the_same_seed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    first = said(capsys, "--random", "4", "--seed", "7")
    assert said(capsys, "--random", "4", "--seed", "7") == first
    assert first.endswith("Tirage : 4 sur 13, graine 7.\n")
    others = {said(capsys, "--random", "4", "--seed", str(seed)) for seed in range(5)}
    assert len(others) > 1


def test_a_draw_without_seed_says_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    first = said(capsys, "--random", "3")
    seed = re.search(r"graine (\d+)\.\n\Z", first)
    assert seed is not None
    assert said(capsys, "--random", "3", "--seed", seed[1]) == first


def test_reasoning_is_never_drawn_and_the_order_is_that_of_the_book(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = read_json(capsys, "--random", "99", "--seed", "1")
    assert found["summary"]["draw"] == "Tirage : 13 sur 13, graine 1."
    assert not any(claim["reasoning"] for claim in found["claims"])
    places = [(claim["path"], claim["line"]) for claim in found["claims"]]
    assert places == sorted(places)


@pytest.mark.parametrize("count", ["0", "-3"])
def test_a_draw_of_nothing_is_refused(
    count: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", f"--random={count}"]) == Status.USAGE
    assert "attendu : 1 au moins" in capsys.readouterr().err


def test_a_chapter_without_words_has_a_summary(
    edition: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    (edition.chapters / "vide.md").write_text("# Vide\n", "utf-8")
    assert said(capsys, "vide") == (
        "Vide (chapters/vide.md)\n=======================\n\n"
        "0 paragraphe : 0 de raisonnement, 0 sans preuve.\n"
        "Preuves : 0 paragraphe avec un constat, 0 avec un chiffre, 0 avec une source.\n"
        "Raisonnement : 0 mot sur 0, soit 0 %.\n"
    )


@pytest.mark.parametrize("table", ["constats", "variantes", "parties", "sources"])
def test_a_table_that_cannot_be_read_is_said(
    table: str, edition: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    edition.table(table).write_text("id,\n", "utf-8")
    assert main(["review"]) == Status.FAULTS
    assert f"data/tables/{table}.csv:1" in capsys.readouterr().err


def test_a_page_that_cannot_be_read_is_said(
    edition: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    (edition.chapters / "essai.md").write_bytes(b"# Titre \xff\n")
    assert main(["review", "essai"]) == Status.FAULTS
    assert "chapters/essai.md" in capsys.readouterr().err
    assert main(["review", "summary"]) == Status.CLEAN


def test_an_edition_without_apparatus_shows_its_bare_paragraphs(
    edition: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("constats", "preuves", "variantes", "parties", "sources"):
        edition.table(name).unlink()
    edition.references.unlink()
    assert "SANS PREUVE" in said(capsys, "essai")
