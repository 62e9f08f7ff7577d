"""Links of the text to rows, to rows of a view, to terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from support.table_builds import Built, Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

PAGE = "chapters/valeurs.html"


@pytest.fixture
def workshop(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp]
) -> Workshop:
    return Workshop(rootdir / "test-tables", tmp_path, make_app)


def build(workshop: Workshop, text: str, builder: str = "html") -> Built:
    """Build with one more paragraph in the page of values."""
    path = workshop.root / "chapters" / "valeurs.md"
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")
    return workshop.build(builder)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (
            "annexes/donnees/chiffres.md#chiffres.fans-2013",
            "annexes/donnees/chiffres.html#chiffres.fans-2013",
        ),
        ("#chiffres.fans-2013", "annexes/donnees/chiffres.html#chiffres.fans-2013"),
        ("vues.md#t-p4q7z.capucins", "vues.html#t-p4q7z.capucins"),
        ("#t-p4q7z.capucins", "vues.html#t-p4q7z.capucins"),
        ("vues.md#sec-vues", "vues.html#sec-vues"),
    ],
)
def test_the_text_links_to_a_row_where_it_stands(
    workshop: Workshop, link: str, address: str
) -> None:
    built = build(workshop, f"Voir [*les* fans]({link}).")
    assert built.said == ""
    found = re.search(r'<a [^>]*href="([^"]+)"[^>]*>(?:<span[^>]*>)?<em>les</em> fans',
                      built.page(PAGE))  # fmt: skip
    assert found
    assert found[1] == address
    page, _, anchor = address.partition("#")
    assert f'id="{anchor}"' in built.page(f"chapters/{page}")


def test_a_link_to_a_row_of_the_same_page_stays_there(workshop: Workshop) -> None:
    path = workshop.root / "chapters" / "vues.md"
    with path.open("a", encoding="utf-8") as page:
        page.write(
            "\nVoir [la ligne](#t-p4q7z.capucins) et [elle](vues.md#t-p4q7z.capucins).\n"
        )
    built = workshop.build()
    assert built.said == ""
    assert built.page("chapters/vues.html").count('href="#t-p4q7z.capucins"') == 2


def test_a_link_without_words_shows_its_address(workshop: Workshop) -> None:
    built = build(workshop, "Voir [](annexes/donnees/chiffres.md#chiffres.fans-2013).")
    assert built.said == ""
    assert ">chiffres.fans-2013</span></code></a>" in built.page(PAGE)


def test_every_format_can_show_a_link_to_a_row(workshop: Workshop) -> None:
    built = build(workshop, "Voir [les fans](#chiffres.fans-2013).", builder="text")
    assert built.said == ""
    assert "Voir les fans." in built.page("chapters/valeurs.txt")


def test_a_row_on_another_page_than_its_own_is_left_to_the_fault_that_it_is(
    workshop: Workshop,
) -> None:
    built = build(workshop, "Voir [les fans](vues.md#chiffres.fans-2013).")
    assert "chiffres.fans-2013" in built.said


@pytest.mark.parametrize("link", ["annexes/lexique.md#lex-like", "#lex-like"])
def test_the_text_links_to_a_term(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp], link: str
) -> None:
    workshop = Workshop(rootdir / "test-glossary", tmp_path, make_app)
    path = workshop.root / "chapters" / "essai.md"
    path.write_text(
        f"---\norphan: true\n---\n(sec-essai)=\n# Essai\n\nUn [*like*]({link}).\n",
        "utf-8",
    )
    built = workshop.build()
    assert built.said == ""
    assert 'href="annexes/lexique.html#lex-like"><em>like</em>' in built.page(
        "chapters/essai.html"
    )
