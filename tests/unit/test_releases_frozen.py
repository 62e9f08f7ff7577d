"""Frozen editions: read as they were written, and refused when they were not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition.checks.ledger import check
from edition.issues import IssueError
from edition.paths import EditionPaths
from edition.releases.frozen import (
    edition_text,
    page_text,
    read_edition,
    released_versions,
)
from edition.releases.items import Item, ItemKind, PageItems
from edition.releases.state import EditionState, edition_state, latest_edition

SMALL = Path(__file__).resolve().parent.parent / "roots" / "test-ledger"
PAGE = "data/editions/1.3/chapters/essai.json"
SUMMARY = "data/editions/1.3/edition.json"


@pytest.fixture
def book(tmp_path: Path) -> EditionPaths:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    return EditionPaths(tmp_path)


def change(paths: EditionPaths, name: str, edit: Callable[[Any], None]) -> None:
    path = paths.root / name
    data = json.loads(path.read_text(encoding="utf-8"))
    edit(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_a_page_is_read_as_it_was_written(book: EditionPaths) -> None:
    edition = read_edition(book, "1.3")
    assert (edition.version, edition.date) == ("1.3", "2026-03-02")
    page = edition.pages["chapters/essai"]
    assert page_text(page, "1.3") == (book.root / PAGE).read_text(encoding="utf-8")
    assert edition_text(edition) == (book.root / SUMMARY).read_text(encoding="utf-8")


def test_an_item_stands_on_a_line_of_its_own(book: EditionPaths) -> None:
    """So that git shows what a release changed."""
    lines = (book.root / PAGE).read_text(encoding="utf-8").splitlines()
    ids = [line for line in lines if line.startswith('{"id": "')]
    assert len(ids) == len(read_edition(book, "1.3").pages["chapters/essai"].items)


def test_hostile_words_come_back_as_they_were() -> None:
    words = 'a "b" \\ </script> \u2028 {} % é 🂡'
    item = Item("p-22222", ItemKind.PARAGRAPH, "1", "T", "sec-t", words)
    text = page_text(PageItems("a", "Titre « x »", (item,)), "0.1")
    assert json.loads(text)["items"][0]["words"] == words


@pytest.mark.parametrize(
    ("name", "edit", "said"),
    [
        (SUMMARY, lambda d: d.update(edition="1.4"), "édition « 1.4 » dans le dossier"),
        (SUMMARY, lambda d: d.update(documents="index"), "« documents » mal formé"),
        (SUMMARY, lambda d: d["documents"].append("chapters/x"), "fichier absent"),
        (PAGE, lambda d: d.update(document="index"), "document « index »"),
        (PAGE, lambda d: d.update(items={}), "« items » mal formé"),
        (PAGE, lambda d: d["items"].append(3), "mal formé"),
        (PAGE, lambda d: d["items"][0].pop("id"), "élément 1 mal formé"),
        (PAGE, lambda d: d["items"][0].pop("checksum"), "élément 1 mal formé"),
        (PAGE, lambda d: d["items"][0].update(checksum=3), "élément 1 mal formé"),
        (PAGE, lambda d: d["items"][0].update(kind="paragraf"), "élément 1 mal formé"),
        (PAGE, lambda d: d["items"][0].update(title=["x"]), "élément 1 mal formé"),
        (PAGE, lambda d: d["items"][1].update(words="Autre."), "les mots de son empr"),
    ],
)
def test_an_edition_that_was_changed_is_refused(
    book: EditionPaths, name: str, edit: Callable[[Any], None], said: str
) -> None:
    change(book, name, edit)
    with pytest.raises(IssueError) as caught:
        read_edition(book, "1.3")
    (issue,) = caught.value.issues
    assert said in issue.message
    assert issue.place.path.startswith("data/editions/1.3/")
    assert edition_state(book) == EditionState()  # the build goes on, the check says it


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", "null", '{"a": NaN}', "[" * 9999]
)
@pytest.mark.parametrize("name", [PAGE, SUMMARY])
def test_a_file_that_is_no_edition_is_refused(
    book: EditionPaths, name: str, content: str
) -> None:
    (book.root / name).write_text(content, encoding="utf-8")
    with pytest.raises(IssueError) as caught:
        read_edition(book, "1.3")
    assert {i.place.path for i in caught.value.issues} <= {PAGE, SUMMARY}


def test_an_edition_cannot_name_a_file_outside(book: EditionPaths) -> None:
    change(book, SUMMARY, lambda d: d["documents"].append("../../secret"))
    (book.root / "data/secret.json").write_text("{}", encoding="utf-8")
    assert "../../secret" not in read_edition(book, "1.3").pages


def test_what_lies_beside_the_editions_is_told(book: EditionPaths) -> None:
    (book.editions / "1.3 (copie)").mkdir()
    assert released_versions(book) == ("1.3",)
    assert any("copie" in str(issue) for issue in check(book))


def test_an_id_in_two_pages_is_told(book: EditionPaths) -> None:
    """A page added by hand, with ids that another one has."""
    (book.root / "chapters/double.md").write_text(
        (book.root / "chapters/essai.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    from edition.checks import run_checks

    codes = {str(issue.code) for issue in run_checks(book)}
    assert "anchor-duplicate" in codes


# -- where the text of today stands ----------------------------------------------------


def test_the_text_is_that_of_the_edition_until_a_word_changes(
    book: EditionPaths,
) -> None:
    assert edition_state(book) == EditionState("1.3", "2026-03-02", exact=True)
    page = book.root / "chapters/essai.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("seul", "seule"), encoding="utf-8")
    assert edition_state(book) == EditionState("1.3", "2026-03-02", exact=False)
    page.write_text(text.replace("\nLe choix", " Le choix"), encoding="utf-8")
    assert edition_state(book).exact  # another line end is not another word


def test_a_figure_of_the_data_is_part_of_the_text(book: EditionPaths) -> None:
    table = book.tables / "releves.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("819", "820"), encoding="utf-8"
    )
    assert not edition_state(book).exact


def test_before_the_first_edition_there_is_none(book: EditionPaths) -> None:
    shutil.rmtree(book.editions)
    assert latest_edition(book) is None
    assert edition_state(book) == EditionState()
