"""What tabs, search engines and shared links show of each page: title and description."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from support.site_pages import every_page

ARTICLE = re.compile(r"^(?:les?|la|l’)\s*")
NUMBER = re.compile(r"^[\d.]+\s+")


def found(site: Path, pattern: str) -> dict[str, str]:
    """Return what each page has in its head; nothing where it has not one."""
    said = {}
    for name in every_page(site):
        head = (site / name).read_text("utf-8").partition("<body")[0]
        shown = re.findall(pattern, head)
        assert len(shown) < 2, name
        said[name] = unescape("".join(shown))
    assert len(said) > 30
    return said


def twice(said: dict[str, str]) -> list[str]:
    return [text for text, count in Counter(said.values()).items() if count > 1]


def test_a_reader_can_tell_all_pages_apart_by_their_titles(site: Path) -> None:
    titles = found(site, r"<title>(.*?)</title>")
    assert all(titles.values())
    folded = {
        # Neither its number nor its article tells a page apart in a row of tabs.
        name: ARTICLE.sub("", NUMBER.sub("", title.partition(" – ")[0]).lower())
        for name, title in titles.items()
    }
    assert twice(folded) == []


def test_every_page_has_a_description_of_its_own(site: Path) -> None:
    said = found(site, r'<meta name="description" content="([^"]*)"')
    assert [name for name, text in said.items() if len(text) < 20] == []
    assert twice(said) == []


@pytest.mark.parametrize("name", ["chronologie", "sources"])
def test_the_page_of_a_table_is_described_as_in_the_package(
    site: Path, name: str
) -> None:
    package = json.loads((site / "donnees" / "datapackage.json").read_text("utf-8"))
    expected = next(r for r in package["resources"] if r["name"] == name)["description"]
    said = found(site, r'<meta name="description" content="([^"]*)"')
    shown = said[f"chapters/annexes/donnees/{name}.html"]
    assert re.sub(r"\s", " ", shown) == expected


def test_english_titles_of_witnesses_are_said_to_be_english(site: Path) -> None:
    page = (site / "chapters/annexes/donnees/sources.html").read_text("utf-8")
    shown = re.findall(r'<td lang="([a-z]+)">(.*?)</td>', page)
    assert {language for language, _ in shown} == {"en"}
    titles = [unescape(title) for _, title in shown]
    assert "State of America’s Libraries Report 2014: Social Networking" in titles
    assert "How Americans value public libraries in their communities" in titles
    assert not any("bibliothèque" in title for title in titles)
