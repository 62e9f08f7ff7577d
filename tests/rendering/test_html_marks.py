"""Marks of proof: one drawing a level, the same words for eye and ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edition.tables import load_table
from edition_sphinx.html.marks import (
    FORMS,
    LEVELS,
    Mark,
    draw,
    level_key,
    level_mark,
    mark_of,
    marks_in,
    words_of,
)

if TYPE_CHECKING:
    from edition.paths import EditionPaths

SEEN = ["primaire", *LEVELS]


def test_the_study_is_seen_only_where_it_is_primary_and_of_the_study():
    seen = {
        (level, portee)
        for level in SEEN
        for portee in ("etude", "reception", "contexte", "")
        if mark_of(level, portee) is Mark.STUDY_SEEN
    }
    assert seen == {("primaire", "etude")}


def test_each_level_has_the_mark_that_the_data_say(paths: EditionPaths):
    levels = load_table(paths, "niveaux").frame
    assert set(levels.index) == set(SEEN)
    for level, row in levels.iterrows():
        assert mark_of(str(level), "etude") == row["marque"]
        assert mark_of(str(level), "contexte") == row["marque_hors_etude"]


def test_each_scope_of_the_data_has_a_form(paths: EditionPaths):
    assert set(load_table(paths, "portees").frame.index) == set(FORMS)


def test_no_two_marks_look_alike():
    drawn = {
        (mark_of(level, portee), portee): draw(level, portee)
        for level in SEEN
        for portee in FORMS
    }
    assert len(set(drawn.values())) == len(drawn)


def test_a_mark_says_its_words_to_who_cannot_see_it():
    html = level_mark("tertiaire", "contexte")
    assert 'aria-hidden="true"' in html
    assert '<span class="visually-hidden"> (tiers de seconde main, contexte)' in html


@pytest.mark.parametrize("level", SEEN)
def test_a_mark_has_nothing_that_the_content_policy_forbids(level: str):
    html = level_mark(level, "etude")
    assert "style=" not in html
    assert "href" not in html


def test_what_is_not_a_level_is_shown_as_uncertain_and_inert():
    html = level_mark('x"><script>', "")
    assert "<script>" not in html
    assert words_of("x", "") == "incertain"


def test_the_key_lists_each_mark_of_a_page_once_from_sure_to_unsure():
    body = "".join(
        level_mark(level, portee)
        for level, portee in [
            ("incertain", "etude"),
            ("primaire", "contexte"),
            ("secondaire", "contexte"),
            ("primaire", "etude"),
            ("primaire", "etude"),
        ]
    )
    assert marks_in(body) == [
        ("primaire", "etude"),
        ("primaire", "contexte"),
        ("incertain", "etude"),
    ]
    assert level_key(marks_in(body)).count("<li>") == 3


def test_a_page_without_marks_has_no_key():
    assert level_key(marks_in("<p>Rien.</p>")) == ""
