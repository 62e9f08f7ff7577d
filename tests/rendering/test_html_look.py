"""Colours, weights and fonts: what the style sheets and scripts promise."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from edition_sphinx.html.minified import MINIFIERS

STATIC = Path(__file__).parents[2] / "_ext/edition_sphinx/html/theme/edition/static"
TOKENS = (STATIC / "css/tokens.css").read_text(encoding="utf-8")
THEMES = ("light", "sepia", "dark")
BLOCKS = {
    "light": r":root \{([^}]*--ed-paper[^}]*)\}",
    "sepia": r'html\[data-theme="sepia"\] \{([^}]*)\}',
    "dark": r'html\[data-theme="dark"\] \{([^}]*)\}',
    "device": r"html:not\(\[data-theme\]\) \{([^}]*)\}",
}


def colours(theme: str) -> dict[str, str]:
    found = re.search(BLOCKS[theme], TOKENS)
    assert found is not None
    return dict(re.findall(r"--ed-([\w-]+): (#[0-9a-f]{6});", found[1]))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("theme", "ink", "ground"),
    [*product(THEMES, ["ink", "muted", "accent"], ["paper", "panel"])],
)
def test_text_stands_out_seven_to_one(theme: str, ink: str, ground: str):
    found = colours(theme)
    assert contrast(found[ink], found[ground]) >= 7


@pytest.mark.parametrize(("theme", "ground"), [*product(THEMES, ["paper", "panel"])])
def test_a_link_is_told_from_the_text_by_more_than_its_hue(theme: str, ground: str):
    found = colours(theme)
    assert contrast(found["thread"], found[ground]) >= 3
    text = (STATIC / "css/text.css").read_text(encoding="utf-8")
    assert re.search(r"(?m)^a \{[^}]*underline [^;]*var\(--ed-thread\)", text)


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_searched_for_stays_readable_on_its_mark(theme: str):
    found = colours(theme)
    assert contrast(found["ink"], found["mark"]) >= 7


@pytest.mark.parametrize(
    ("theme", "ink"),
    [*product(THEMES, ["edge-ink", "fill-1", "fill-2", "fill-3", "fill-4"])],
)
def test_lines_and_bars_stand_out_three_to_one(theme: str, ink: str):
    found = colours(theme)
    assert contrast(found[ink], found["paper"]) >= 3


def test_the_night_of_the_device_is_the_night_of_the_edition():
    assert colours("device") == colours("dark")


@pytest.mark.parametrize("theme", ["sepia", "dark"])
def test_each_theme_sets_every_colour(theme: str):
    assert colours(theme).keys() == colours("light").keys()


@pytest.mark.parametrize(
    "path", sorted((STATIC / "css").glob("*.css")), ids=lambda path: path.name
)
def test_colours_stand_in_the_tokens_alone(path: Path):
    text = path.read_text(encoding="utf-8")
    if path.name == "print.css":  # paper is white, and says so through the tokens
        text = re.sub(r"--ed-[\w-]+: [^;]+;", "", text)
    if path.name != "tokens.css":
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", text)


def shipped(path: Path) -> bytes:
    """Return a file as browsers get it."""
    return MINIFIERS[path.suffix](path.read_text(encoding="utf-8")).encode()


# Pages of their own, which hold no chapter.
TOOLS = ("search.js", "find.js", "forward.js")


def weight(suffix: str, *, without: tuple[str, ...] = ()) -> int:
    found = [path for path in STATIC.rglob(f"*{suffix}") if path.name not in without]
    return sum(len(shipped(path)) for path in found)


def test_sheets_weigh_at_most_30_kb_in_all():
    assert 10_000 < weight(".css") <= 30_000


def test_scripts_of_a_chapter_weigh_at_most_25_kb_in_all():
    # What it loads at the reader's gesture is counted too.
    assert 10_000 < weight(".js", without=TOOLS) <= 25_000


@pytest.mark.parametrize("name", TOOLS)
def test_a_page_that_is_a_tool_weighs_less(name: str):
    assert len(shipped(STATIC / "js" / name)) <= 6_000


def test_the_script_of_tables_weighs_at_most_3_kb_compressed():
    import gzip

    assert len(gzip.compress(shipped(STATIC / "js/tables.js"))) <= 3_000


def test_fonts_weigh_at_most_120_kb_in_all():
    assert sum(path.stat().st_size for path in STATIC.rglob("*.woff2")) <= 120_000


@pytest.mark.parametrize(
    "path", sorted((STATIC / "js").glob("*.js")), ids=lambda path: path.name
)
def test_a_script_is_classic_closed_and_typed(path: Path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("// @ts-check\n")
    assert '"use strict";' in text
    assert text.rstrip().endswith("})();")
    assert not re.search(
        r"innerHTML|insertAdjacentHTML|\beval\(|\bfetch\(|import ", text
    )


def test_motion_waits_for_readers_who_want_it():
    for path in (STATIC / "css").glob("*.css"):
        text = path.read_text(encoding="utf-8")
        assert "transition" not in text
        assert "animation" not in text
        if re.search(r"\bscroll-behavior", text):
            assert "prefers-reduced-motion: no-preference" in text


def test_nothing_is_asked_of_another_host():
    for path in STATIC.rglob("*"):
        if path.suffix in {".css", ".js"}:
            text = path.read_text(encoding="utf-8")
            assert "://" not in text, path.name
