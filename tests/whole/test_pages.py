"""Every page of the real edition, read as a file: form, language, links, weight."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from support.site_pages import every_page

DATA = "chapters/annexes/donnees/"
# What Sphinx, docutils, MyST, sphinx-design and sphinxcontrib-bibtex would write.
ENGLISH = re.compile(
    r"\b(?:Search|Quick search|Next|Previous|Navigation|Related|Main|Permalink|"
    r"Link to this|Contents|Table of Contents|Copyright|Created using|Built with|"
    r"Last updated|Index|Module|Source|Show Source|Toggle|Skip to|Theme|Light|Dark|"
    r"Warning|Hint|Tip|Caution|Danger|Error|See also|Admonition|Changed in|"
    r"Bibliography|Glossary|Footnotes?|Figure \d+\.|Table \d+\.?|Download|Sort|Filter|"
    r"and|edited by|In|editor|pages|accessed|available)\b"
)
TYPED = {
    "author",
    "canonical",
    "cite-as",
    "collection",
    "describedby",
    "item",
    "license",
    "schema.DC",
    "type",
}
"""Links that lead a program on; a browser follows none of them by itself."""
FOREIGN_WORDS_OF_PAGES = frozenset({"Source", "Navigation", "Index", "Module"})
"""French words too; English only in an attribute."""


@dataclass
class Seen:
    """What a page holds."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    attributes: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    lang: str = ""
    policy: str = ""
    mains: int = 0


class Reader(HTMLParser):
    """Reads one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self.in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        seen = self.seen
        given = {name: value or "" for name, value in attrs}
        if len(given) != len(attrs):
            seen.faults.append(f"{tag}: an attribute twice")
        for name, value in given.items():
            if name == "style" or name.startswith("on"):
                seen.faults.append(f"{tag} {name}={value}")
            if name in {"aria-label", "title", "alt", "placeholder"}:
                seen.attributes.append(value)
        if "id" in given:
            seen.ids.append(given["id"])
        if tag == "html":
            seen.lang = given.get("lang", "")
        if given.get("http-equiv") == "Content-Security-Policy":
            seen.policy = given["content"]
        if tag == "style":
            seen.faults.append("style element")
        self.in_data = tag == "script" and given == {"type": "application/ld+json"}
        if tag == "script" and not self.in_data and not given.get("src"):
            seen.faults.append("inline script")
        if tag == "img" and "alt" not in given:
            seen.faults.append(f"img without alt: {given.get('src')}")
        if tag == "main":
            seen.mains += 1
        if re.fullmatch("h[1-6]", tag):
            seen.headings.append(int(tag[1]))
        if tag == "a" and "href" in given:
            seen.links.append(given["href"])
        if tag == "link":
            rels = set(given["rel"].split())
            target = seen.typed if rels & TYPED else seen.assets
            target.append(given["href"])
        if tag in {"script", "img", "source", "iframe"} and given.get("src"):
            seen.assets.append(given["src"])

    def handle_endtag(self, tag: str) -> None:
        self.in_data = False

    def handle_data(self, data: str) -> None:
        if self.in_data:
            self.seen.data.append(data)


@cache
def see(path: Path) -> Seen:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.seen


def pages(site: Path) -> list[Path]:
    found = [site / name for name in every_page(site)]
    assert len(found) > 30
    return found


def name(site: Path, page: Path) -> str:
    return page.relative_to(site).as_posix()


def test_nothing_is_inline_and_every_image_has_a_text(site: Path):
    faults = {name(site, page): see(page).faults for page in pages(site)}
    assert {page: found for page, found in faults.items() if found} == {}


def test_what_is_inline_is_data_that_can_be_read(site: Path):
    for page in pages(site):
        for data in see(page).data:
            assert json.loads(data)["@context"] == "https://schema.org"


def test_every_page_carries_the_strict_policy(site: Path):
    policies = {see(page).policy for page in pages(site)}
    assert len(policies) == 1
    (policy,) = policies
    assert "default-src 'none'" in policy
    for word in ("unsafe", "*", "http:", "https:", "data:", "blob:"):
        assert word not in policy


def test_nothing_is_loaded_from_another_host(site: Path):
    outside = {
        asset
        for page in pages(site)
        for asset in see(page).assets
        if urlsplit(asset).scheme or urlsplit(asset).netloc
    }
    assert outside == set()


def test_every_id_is_unique_and_none_only_counts(site: Path):
    for page in pages(site):
        ids = see(page).ids
        assert len(ids) == len(set(ids)), name(site, page)
        counted = [found for found in ids if re.fullmatch(r"(id|index-)\d+", found)]
        assert counted == [], name(site, page)


def test_every_link_and_every_fragment_leads_somewhere(site: Path):
    broken = []
    for page in pages(site):
        for link in [*see(page).links, *see(page).assets, *see(page).typed]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (
                (page.parent / unquote(parts.path)).resolve() if parts.path else page
            )
            if not target.is_file() or (
                parts.fragment
                and target.suffix == ".html"
                and unquote(parts.fragment) not in see(target).ids
            ):
                broken.append((name(site, page), link))
    assert broken == []


def test_a_link_out_is_plain_https_or_the_address_of_a_source(site: Path):
    schemes = {
        urlsplit(link).scheme for page in pages(site) for link in see(page).links
    }
    assert schemes <= {"", "http", "https", "mailto"}


def test_every_page_is_french(site: Path):
    assert {see(page).lang for page in pages(site)} == {"fr"}


def test_no_page_speaks_english_to_who_cannot_see_it(site: Path):
    english = {
        (name(site, page), text)
        for page in pages(site)
        for text in see(page).attributes
        if set(ENGLISH.findall(text)) - {"Source", "and", "In", "pages", "Index"}
    }
    assert english == set()


def test_the_frame_speaks_no_english(site: Path):
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        if '<article class="ed-text" lang="en">' in text:
            text = re.sub(r'<title>.*?</title>|<ul lang="en">.*?</ul>', " ", text)
        # Its names are English words; what it says of the page stands on it too.
        text = re.sub(r"<script type=.*?</script>", " ", text)
        frame = re.sub(r"<article.*?</article>", " ", text, flags=re.S)
        frame = re.sub(r'<(a|span) [^>]*lang="en"[^>]*>.*?</\1>', " ", frame)
        frame = re.sub(
            r'<div class="ed-apparatus">.*?<nav class="ed-next"', " ", frame, flags=re.S
        )
        frame = re.sub(r"<[^>]+>", " ", frame)
        found = set(ENGLISH.findall(frame)) - FOREIGN_WORDS_OF_PAGES
        assert found == set(), name(site, page)


def test_headings_step_down_one_at_a_time_from_one_first(site: Path):
    for page in pages(site):
        body = page.read_text(encoding="utf-8").partition("<main")[2]
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", body)]
        assert levels.count(1) == 1, name(site, page)
        assert levels[0] == 1, name(site, page)
        for before, after in pairwise(levels):
            assert after <= before + 1, name(site, page)


def test_every_page_has_one_main_part(site: Path):
    assert {see(page).mains for page in pages(site)} == {1}


def test_every_header_of_a_table_says_what_it_heads(site: Path):
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        grids = re.findall(r'<table class="ed-grid">.*?</table>', text, flags=re.S)
        for grid in grids:
            assert "<caption" in grid, name(site, page)
            assert not re.findall(r"<th(?=[ >])(?![^>]*\sscope=)[^>]*>", grid), name(
                site, page
            )


def test_no_header_of_a_row_is_empty(site: Path):
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        heads = re.findall(r"<th[ >].*?</th>", text, flags=re.S)
        empty = [head for head in heads if not re.sub(r"<[^>]+>|\s", "", head)]
        assert empty == [], name(site, page)


def test_a_chapter_weighs_at_most_120_kb(site: Path):
    heavy = {
        name(site, page): page.stat().st_size
        for page in pages(site)
        if not name(site, page).startswith(DATA) and page.stat().st_size > 120 * 1024
    }
    assert heavy == {}


def test_every_page_can_be_reached_from_the_contents(site: Path):
    reached: set[Path] = set()
    left = [site / "index.html"]
    while left:
        page = left.pop()
        if page in reached or not page.is_file():
            continue
        reached.add(page)
        for link in see(page).links:
            path = urlsplit(link).path
            if path.endswith(".html") and not urlsplit(link).scheme:
                left.append((page.parent / unquote(path)).resolve())
    assert set(pages(site)) <= {page.resolve() for page in reached} | reached


def test_french_signs_keep_their_space(site: Path):
    """In the frame; the text has its own test."""
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        foot = text.partition('<footer class="ed-foot">')[2]
        assert not re.findall(r" [:;!?»]|« ", re.sub(r"<[^>]+>", "", foot))
