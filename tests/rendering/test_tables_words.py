"""Texts of the data in pages: spaced, ordinals raised, inert; long values plain."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from edition.paths import EditionPaths
from edition.tables.values import resolve_value
from edition_sphinx.tables.html_value import MOST_SIGNS, value_classes
from edition_sphinx.tables.words import text_html

ROOTS = Path(__file__).parents[1] / "roots"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("le 1er janvier", "le 1<sup>er</sup>\u00a0janvier"),
        ("Paris 20e", "Paris 20<sup>e</sup>"),
        ("XXIe siècle ; 2de", "XXI<sup>e</sup>\u00a0siècle\u202f; 2<sup>de</sup>"),
        ("<b>1er</b> & 2e", "&lt;b&gt;1<sup>er</sup>&lt;/b&gt; &amp; 2<sup>e</sup>"),
        ("https://example.org/20e", "https://example.org/20e"),
        ("annexe-2e, x2e, Vers 1234", "annexe-2e, x2e, Vers 1234"),
        ("rien", "rien"),
    ],
)
def test_a_text_of_the_data_is_set_as_the_text_is(text: str, html: str):
    assert text_html(text) == html


def test_a_value_is_called_up_by_its_words_a_quotation_is_not():
    value = resolve_value("fans-2013", EditionPaths(ROOTS / "test-tables"))
    assert value_classes(value).split()[0] == "ed-value"
    quotation = dataclasses.replace(value, text="mot " * MOST_SIGNS)
    assert "ed-value" not in value_classes(quotation).split()
