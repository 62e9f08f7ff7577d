"""The fonts: everything that French typography asks of them, and no name of theirs."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

ttlib = pytest.importorskip("fontTools.ttLib")
pytest.importorskip("brotli")

from edition_sphinx.html.tools.subset_fonts import (  # noqa: E402
    CUTS,
    FONTS,
    THIN_SPACE,
)

FRENCH = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’“”…–— \u00a0\u202f€§°²"
WANTED = {
    "serif": {"smcp", "c2sc", "onum", "lnum", "pnum", "tnum", "liga", "locl", "sups"},
    "serif-italic": {"onum", "lnum", "pnum", "tnum", "liga", "locl", "sups"},
    "serif-bold": {"onum", "lnum", "pnum", "tnum", "liga", "locl"},
    # Its figures are lining and tabular when nothing else is asked.
    "sans": {"smcp", "c2sc", "onum", "pnum", "liga", "locl"},
}
NAMES = [cut.target for cut in CUTS]


@cache
def font(name: str) -> Any:
    return ttlib.TTFont(FONTS / f"{name}.woff2")


def features(name: str, table: str) -> set[str]:
    return {
        record.FeatureTag
        for record in font(name)[table].table.FeatureList.FeatureRecord
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_font_has_every_sign_of_french(name: str):
    missing = [char for char in FRENCH if ord(char) not in font(name).getBestCmap()]
    assert not missing


@pytest.mark.parametrize("name", ["serif", "serif-italic", "sans"])
def test_a_font_of_running_text_has_superior_letters_and_arrows(name: str):
    missing = [
        char for char in "ᵉʳˢ→←↑↓−×≤≥≈" if ord(char) not in font(name).getBestCmap()
    ]
    assert not missing


@pytest.mark.parametrize("name", WANTED)
def test_a_font_keeps_the_features_that_the_sheets_use(name: str):
    assert features(name, "GSUB") >= WANTED[name]
    assert "kern" in features(name, "GPOS")


@pytest.mark.parametrize("name", NAMES)
def test_a_cut_does_not_bear_the_reserved_name(name: str):
    cut = font(name)
    said = {
        record.nameID: str(record)
        for record in cut["name"].names
        if record.nameID in {1, 3, 4, 6, 16, 21}
    }
    assert said[1].startswith("Edition ")
    assert not [text for text in said.values() if "source" in text.casefold()]
    assert "Source" not in cut["CFF "].cff.fontNames[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_cut_says_whose_it_is_and_under_which_licence(name: str):
    said = {record.nameID: str(record) for record in font(name)["name"].names}
    assert "Adobe" in said[0]
    assert "OFL" in said[14]


@pytest.mark.parametrize("name", NAMES)
def test_the_thin_space_can_be_seen(name: str):
    cut = font(name)
    assert cut["hmtx"].metrics[cut.getBestCmap()[0x202F]][0] == THIN_SPACE


def test_the_notice_of_the_fonts_goes_with_them():
    notice = (FONTS / "LISEZMOI.txt").read_text(encoding="utf-8")
    assert "Reserved Font Name" in notice
    assert "SIL Open Font License 1.1" in notice
