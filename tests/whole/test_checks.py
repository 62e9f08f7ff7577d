"""The gate of the text and the data: the real edition has no fault."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition.checks import run_checks
from edition.paths import EditionPaths
from edition_sphinx.report import EditionFault
from support.real_book import real_book


def test_the_edition_has_no_fault(paths: EditionPaths) -> None:
    assert [str(issue) for issue in run_checks(paths)] == []


def spoilt(paths: EditionPaths, folder: Path, words: str) -> EditionPaths:
    """Copy the edition and add a paragraph to one of its chapters."""
    for name in ("chapters", "data"):
        shutil.copytree(paths.root / name, folder / name)
    for name in ("index.md", "conf.py", "CITATION.cff"):
        shutil.copy(paths.root / name, folder / name)
    copy = EditionPaths(folder)
    with (copy.chapters / "enquete.md").open("a", encoding="utf-8") as chapter:
        chapter.write(f"\n% raisonnement\n\n(p-zzzzz)=\n{words}\n")
    return copy


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Douze pages et 1 234 fans.", ["« 1 234 fans »", "« Douze pages »"]),
        ("Un {term}`engagemant`.", ["vouliez-vous « Engagement » ?", "« engagemant »"]),
        ("Voir {cite:p}`audouard_tweets_2071`.", ["« audouard_tweets_2071 »"]),
        ("Voir {numref}`t-neuff`.", ["« t-neuff », identifiant inconnu"]),
    ],
)
def test_a_fault_typed_into_a_chapter_is_found(
    words: str, said: list[str], paths: EditionPaths, tmp_path: Path
) -> None:
    copy = spoilt(paths, tmp_path, words)
    found = [str(issue) for issue in run_checks(copy)]
    assert len(found) == len(said)
    for issue, words_of_it in zip(found, said, strict=True):
        assert issue.startswith("chapters/enquete.md:")
        assert words_of_it in issue


@pytest.mark.parametrize(
    "words", ["{term}`engagemant`", "{cite:p}`personne_rien_1900`", "{ref}`t-neuff`"]
)
def test_what_leads_nowhere_stops_the_second_build_as_the_first(
    words: str, paths: EditionPaths, tmp_path: Path
) -> None:
    copy = spoilt(paths, tmp_path / "livre", f"Voir {words}.")
    for _ in range(2):
        with (
            real_book(copy.root, tmp_path / "pages") as app,
            pytest.raises(
                EditionFault, match=r"enquete\.md:\d+: .*inconnu|définit pas"
            ),
        ):
            app.build()
        assert not list((tmp_path / "pages").rglob("*.html"))
