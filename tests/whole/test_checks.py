"""The gate of the text and the data: the real edition has no fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition.checks import run_checks
from edition.paths import EditionPaths


def test_the_edition_has_no_fault(paths: EditionPaths) -> None:
    assert [str(issue) for issue in run_checks(paths)] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Douze pages et 1 234 fans.", ["« 1 234 fans »", "« Douze pages »"]),
        ("Un {term}`engagemant`.", ["vouliez-vous « Engagement » ?"]),
        ("Voir {cite:p}`audouard_tweets_2071`.", ["« audouard_tweets_2071 »"]),
        ("Voir {numref}`t-neuff`.", ["« t-neuff », identifiant inconnu"]),
    ],
)
def test_a_fault_typed_into_a_chapter_is_found(
    words: str, said: list[str], paths: EditionPaths, tmp_path: Path
) -> None:
    for name in ("chapters", "data"):
        shutil.copytree(paths.root / name, tmp_path / name)
    for name in ("index.md", "conf.py", "CITATION.cff"):
        shutil.copy(paths.root / name, tmp_path / name)
    copy = EditionPaths(tmp_path)
    chapter = copy.chapters / "enquete.md"
    text = chapter.read_text("utf-8")
    chapter.write_text(f"{text}\n(p-zzzzz)=\n{words}\n", "utf-8")
    found = [str(issue) for issue in run_checks(copy)]
    assert len(found) == len(said)
    for issue, words_of_it in zip(found, said, strict=True):
        assert issue.startswith("chapters/enquete.md:")
        assert words_of_it in issue
