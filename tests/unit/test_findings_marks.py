from __future__ import annotations

from pathlib import Path

import pytest

from edition.checks import rules
from edition.findings import MarkSpec, read_mark, read_rows
from edition.text.passages import read_text
from support.small_chapter import add_chapter, codes


@pytest.mark.parametrize(
    ("text", "rows", "reason"),
    [
        ("constat-45", ("constat-45",), ""),
        (" constat-45 , constat-46 ", ("constat-45", "constat-46"), ""),
        ("constat-45, constat-45", ("constat-45",), ""),
        ("constat-45 | rappel  du\n périmètre", ("constat-45",), "rappel du périmètre"),
        ("constat-45 | l’un | l’autre", ("constat-45",), "l’un | l’autre"),
        ("constat-45 |", ("constat-45",), ""),
        ("| une raison", (), "une raison"),
        (" , ", (), ""),
        ("", (), ""),
    ],
)
def test_a_mark_names_rows_and_may_say_why(
    text: str, rows: tuple[str, ...], reason: str
) -> None:
    assert read_mark(text) == MarkSpec(rows, reason)


def test_a_part_has_no_reason_and_swallows_none() -> None:
    assert read_rows("chapitre-1, chapitre-2 | x") == ("chapitre-1", "chapitre-2 | x")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Un mot {finding}`constat-01`.", "Un mot."),
        ("Un mot{finding}`constat-01`.", "Un mot."),
        ("Un mot\n{finding}`constat-01`.\nSuite.", "Un mot. Suite."),
        ("Un mot\\\n{finding}`constat-01`.", "Un mot."),
        ("Un mot {finding}`constat-01` {variant}`variante-01`.", "Un mot."),
        ("Un *mot {finding}`constat-01`*.", "Un mot."),
        ("Un mot *{finding}`constat-01`*.", "Un mot."),
        ("{finding}`constat-01` un mot.", "un mot."),
        ("- Un mot {finding}`constat-01` ;\n- {finding}`constat-01`", "Un mot ;"),
        ("{finding}`constat-01`", ""),
    ],
)
def test_a_mark_has_no_words_and_hangs_on_those_before_it(
    text: str, words: str
) -> None:
    (passage,) = read_text(text, docname="chapters/x").passages
    assert (passage.words, passage.skeleton) == (words, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un mot {finding}`constat-01`.", []),
        ("Un mot {finding}`constat-01, constat-02 | raison`.", []),
        ("Un mot {variant}`variante-01`.", []),
        ("Un mot {finding}`constat-99`.", ["reference-unknown"]),
        ("Un mot {variant}`constat-01`.", ["reference-unknown"]),
        ("Un mot {finding}`constat-01, x, y`.", ["reference-unknown"] * 2),
        ("Un mot {finding}`,`.", ["mark-form"]),
        ("Un mot {finding}`| raison`.", ["mark-form"]),
        ("## Titre {variant}`variante-01`", ["mark-form"]),
        ("[Un {finding}`constat-01`](index.md)", ["mark-form"]),
        ("[Un](index.md) {finding}`constat-01`", []),
        (":::{admonition} Titre {finding}`constat-01`\nTexte.\n:::", ["mark-form"]),
        (":::{admonition} Titre\nTexte {finding}`constat-01`.\n:::", []),
        ("- Un mot {finding}`constat-01`.", []),
        ("```{study-part} chapitre-1, annexe-1\n```", []),
        ("```{study-part} ,\n```", ["mark-form"]),
        ("```{study-part} chapitre-9\n```", ["reference-unknown"]),
        ("```{study-part} chapitre-1 | raison\n```", ["reference-unknown"]),
    ],
)
def test_a_mark_names_what_exists_where_a_reader_can_follow_it(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes("marks", add_chapter(text, tmp_path)) == expected


def test_a_name_that_is_nearly_right_is_suggested(tmp_path: Path) -> None:
    paths = add_chapter("Un mot {finding}`constat-1`.", tmp_path)
    (issue,) = rules()["marks"](paths)
    assert issue.hint == "vouliez-vous « constat-01 » ?"
    assert str(issue.place) == "chapters/essai.md:3"
