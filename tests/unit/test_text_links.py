from __future__ import annotations

import pytest

from edition.text.links import image_path, link_fault, page_of, row_address

PAGE = "chapters/guide/citer.md"


@pytest.mark.parametrize(
    "href",
    [
        "https://example.org/a?b=c#d",
        "http://example.org",
        "mailto:quelqu.un@example.org",
        "#sec-enquete",
        "#t-k3m9x.brest",
        "../enquete.md",
        "../enquete.md#sec-enquete",
        "../../index.md",
        "autre.md",
    ],
)
def test_these_links_may_be(href: str) -> None:
    assert link_fault(href, page=PAGE) == ""


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java%73cript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "inv:#index",
        "path:../../conf.py",
        "project:x.md",
        "https://",
        "https:///chemin",
        "mailto:personne",
        "//example.org/x.md",
        "/etc/passwd",
        "/chapters/enquete.md",
        "../../conf.py",
        "../../../autre.md",
        "../../README.md",
        "../../data/tables/x.csv",
        "../enquete.html",
        "#Titre",
        "#a b",
        "../enquete.md#../x",
        "",
    ],
)
def test_these_links_may_not(href: str) -> None:
    assert link_fault(href, page=PAGE)


def test_a_page_is_named_from_where_the_link_stands() -> None:
    assert page_of("../enquete.md", page=PAGE) == "chapters/enquete.md"
    assert page_of("../../index.md", page=PAGE) == "index.md"
    assert page_of("../../conf.py", page=PAGE) is None


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("carte.svg", "chapters/guide/carte.svg"),
        ("../images/a.png", "chapters/images/a.png"),
        ("../../_static/a.jpg", "_static/a.jpg"),
        ("../../data/a.png", None),
        ("../../../a.png", None),
        ("/chapters/a.png", None),
        ("https://example.org/a.png", None),
        ("carte.*", None),
        ("carte.html", None),
    ],
)
def test_an_image_is_a_file_of_the_book(path: str, found: str | None) -> None:
    assert image_path(path, page=PAGE) == found


def test_an_address_with_a_dot_is_that_of_a_row() -> None:
    assert row_address("chiffres.brest-fans") == ("chiffres", "brest-fans")
    assert row_address("t-k3m9x.brest") == ("t-k3m9x", "brest")
    assert row_address("sec-enquete") is None
    assert row_address("") is None
