"""Stems are read back from the last build, and never trusted blindly."""

import json
from pathlib import Path

import pytest

from edition_sphinx.search import words
from edition_sphinx.search.stems import kept_stems


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[str, str] = {}
    monkeypatch.setattr(words, "known_stems", known)
    monkeypatch.setattr("edition_sphinx.search.stems.known_stems", known)


def test_a_second_build_does_not_stem_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "racines.json"
    with kept_stems(path):
        found = words.stem("bibliotheques")
    words.known_stems.clear()
    monkeypatch.setattr(words, "_stemmer", None)
    with kept_stems(path):
        assert words.stem("bibliotheques") == found


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"stemmer": "autre 1.0", "stems": {"fans": "faux"}}']
)
def test_what_another_version_or_nobody_wrote_is_passed_over(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "racines.json"
    path.write_text(text, "utf-8")
    with kept_stems(path):
        assert words.stem("fans") == "fan"
    assert json.loads(path.read_text("utf-8"))["stems"] == {"fans": "fan"}
