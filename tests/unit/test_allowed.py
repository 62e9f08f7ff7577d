from __future__ import annotations

import pytest

from edition.allowed import Kind, RoleWords, load_allowed, read_allowed

LIST = """
[front-matter]
description = "text"
[roles]
ref = "reference"
[directives.note]
body = "markdown"
"""


def test_the_list_of_the_edition_can_be_read() -> None:
    allowed = load_allowed()
    assert allowed.roles["data-value"] is RoleWords.VALUE
    assert allowed.directives["data-table"].argument is Kind.NAME
    assert allowed.front_matter["lang"].choices == ("fr", "en")


NEVER = [
    "raw",
    "include",
    "literalinclude",
    "csv-table",
    "eval-rst",
    "parsed-literal",
    "container",
    "class",
    "role",
    "default-role",
    "meta",
    "code",
    "math",
    "only",
    "ifconfig",
    "html_meta",
    "highlight",
    "download",
    "autodoc",
    "graphviz",
    "contents",
    "sidebar",
    "replace",
    "unicode",
    "date",
    "title",
    "list-table",
    "image-grid",
    "bibliography",
    "glossary",
    "index",
]


@pytest.mark.parametrize("name", NEVER)
def test_what_can_read_a_file_or_run_something_is_not_in_it(name: str) -> None:
    allowed = load_allowed()
    assert name not in allowed.directives
    assert name not in allowed.roles


def test_no_directive_takes_a_style_a_class_or_a_size() -> None:
    for rule in load_allowed().directives.values():
        names = set(rule.options or ())
        assert not names & {"style", "width", "height", "scale", "align", "file", "url"}
        assert not [name for name in names if "class" in name]


def test_every_image_needs_a_text_for_who_does_not_see_it() -> None:
    for name in ("figure", "image", "data-chart"):
        assert "alt" in load_allowed().directives[name].required


def test_a_directive_stands_everywhere_but_in_a_note_unless_places_are_named() -> None:
    rules = load_allowed().directives
    assert rules["note"].fits("chapter")
    assert not rules["note"].fits("note")
    assert rules["data-page"].fits("data")
    assert not rules["data-page"].fits("chapter")


@pytest.mark.parametrize(
    "wrong",
    [
        'boddy = "markdown"',
        'argument = "anything"',
        'options = { x = "whatever" }',
    ],
)
def test_a_word_that_the_list_does_not_know_is_an_error(wrong: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        read_allowed(f"{LIST}\n[directives.x]\n{wrong}\n")
