"""Passages in Sphinx: the same as on the ground floor, with ids and numbers of ours."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from edition.text import dialect
from edition.text.passages import read_document
from edition_sphinx.anchors.domain import get_anchors
from edition_sphinx.anchors.read import read_passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    MakeApp = Callable[..., SphinxTestApp]

ROOT = Path(__file__).parents[1] / "roots" / "test-text"
TORTURE = "chapters/torture"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small book."""
    copy = tmp_path / "livre"
    shutil.copytree(ROOT, copy)
    return copy


@pytest.fixture
def app(book: Path, make_app: MakeApp) -> SphinxTestApp:
    """The small book, built."""
    app: SphinxTestApp = make_app("html", srcdir=book, freshenv=True)
    app.build()
    assert app.warning.getvalue() == ""
    return app


def html(app: SphinxTestApp, docname: str) -> str:
    return (Path(app.outdir) / f"{docname}.html").read_text("utf-8")


def upstairs(app: SphinxTestApp, docname: str) -> list[tuple[str, ...]]:
    found = read_passages(app.env.get_doctree(docname))
    return [(p.kind.value, p.id, p.section, p.words) for p in found]


def downstairs(root: Path, docname: str) -> list[tuple[str, ...]]:
    document = read_document(root / f"{docname}.md", docname=docname)
    # A view without id is no passage in the doctree: nothing there says what it is.
    passages = [p for p in document.passages if p.id or not p.kind.view]
    return [(p.kind.value, p.id, p.section, p.words) for p in passages]


def test_the_parser_of_the_ground_floor_has_the_rules_of_myst() -> None:
    config = MdParserConfig(
        enable_extensions=set(dialect.MYST_ENABLE_EXTENSIONS),
        disable_syntax=list(dialect.MYST_DISABLE_SYNTAX),
    )
    theirs = create_md_parser(config, RendererHTML)
    ours = dialect.make_parser()
    expected = theirs.get_active_rules()
    expected["core"].remove("wordcount")
    assert ours.get_active_rules() == expected
    options = {k: v for k, v in theirs.options.items() if k != "myst_config"}
    assert dict(ours.options) == options


@pytest.mark.parametrize("docname", ["index", TORTURE, "chapters/plain"])
def test_both_floors_read_the_same_passages(app: SphinxTestApp, docname: str) -> None:
    found = downstairs(ROOT, docname)
    assert found
    assert upstairs(app, docname) == found


BLOCKS = [
    "Un paragraphe.\nSur *deux\nlignes*.",
    "Des rôles {abbr}`a (b)`, {ref}`sec-accueil`, {ref}`c <sec-accueil>`{sup}`e`.",
    "Un `code {ref}` et **gras *et* italique**, &lt; a &gt; \\[b\\] &nbsp;c.",
    "Un [lien](https://example.org) et <https://example.org/a?b=c&d>.",
    "Fin forcée\\\nsuite  \nencore",
    "- un\n- deux\n\n  suite\n  - trois\n    > cité",
    "* autre\n* liste",
    "7) sept\n8) huit",
    "Terme\n: définition\n\n  suite\n: - liste\n\nAutre\n~ définition",
    "> cité\nparesseux\n>\n> - liste",
    "> > emboîtée\n>\n> fin",
    "% commentaire\n% long",
    "***",
    "```{note}\nAparté {data-value}`x`.\n\n- liste\n```",
    "::::{grid} 2\n:::{grid-item-card} T\nTexte.\n:::\n::::",
    ":::{dropdown} Titre\n> cité\n:::",
    "[a]: https://example.org\n\nVoir [a].",
    "Pas un titre\n(p-",
    "1\\. pas une liste",
    "« Guillemets » : oui ; non ?",
]


@pytest.mark.parametrize("seed", range(6))
def test_both_floors_read_the_same_passages_of_any_page(
    seed: int, book: Path, make_app: MakeApp
) -> None:
    rng = random.Random(seed)
    parts = ["(sec-page)=\n# Page"]
    for number in range(60):
        mark = f"({rng.choice('pq')}-{seed}{number:04})="
        block = rng.choice(BLOCKS)
        if rng.random() < 0.15:
            block = f"(sec-{number})=\n## Titre {number}\n\n{block}"
        elif not block.startswith(("```", ":::", "%", "***", "[")):
            block = rng.choice([f"{mark}\n{block}", block])
        parts += [block, rng.choice(["", "", "", "% entre deux"])]
    page = book / "chapters" / "plain.md"
    page.write_text("\n\n".join(parts) + "\n", "utf-8")
    app = make_app("html", srcdir=book, freshenv=True)
    app.build()
    assert upstairs(app, "chapters/plain") == downstairs(book, "chapters/plain")


def test_each_passage_is_noted_with_its_place(app: SphinxTestApp) -> None:
    anchors = get_anchors(app.env)
    found = anchors.find("q-99999")
    assert found is not None
    assert (found.kind, found.docname, found.number, found.section) == (
        "quotation",
        TORTURE,
        9,
        "sec-sous",
    )
    assert anchors.find("p-zzzzz") is None


def test_numbers_are_those_of_the_ground_floor(app: SphinxTestApp) -> None:
    document = read_document(ROOT / f"{TORTURE}.md", docname=TORTURE)
    expected = {p.id: p.number for p in document.passages if p.id}
    assert {a.id: a.number for a in get_anchors(app.env).pages[TORTURE]} == expected


def test_a_number_stands_in_the_margin_of_each_passage_with_an_id(
    app: SphinxTestApp,
) -> None:
    page = html(app, TORTURE)
    assert (
        '<a class="ed-par" href="#p-22222" data-number="1" '
        'aria-label="Adresse du paragraphe 1"></a></p>' in page
    )
    shown = re.findall(
        r'class="ed-par" href="#([\w-]+)" data-number="(\d+)" [^>]*></a>', page
    )
    document = read_document(ROOT / f"{TORTURE}.md", docname=TORTURE)
    assert shown == [
        (p.id, str(p.number)) for p in document.passages if p.id and p.number
    ]


@pytest.mark.parametrize(
    ("blocks", "end"),
    [
        ("- un\n- deux", "<p>deux</p>\n{}</li>\n</ul>"),
        ("1. un\n2. deux", "<p>deux</p>\n{}</li>\n</ol>"),
        ("- un\n  - deux", "</ul>\n{}</li>\n</ul>"),
        ("Terme\n: sens\n: autre sens", "<p>autre sens</p>\n{}</dd>\n</dl>"),
        ("> cité\n>\n> - liste", "</ul>\n{}</div></blockquote>"),
        ("Un *mot*", "<em>mot</em>{}</p>"),
    ],
)
def test_the_number_is_the_last_thing_in_a_passage_and_breaks_no_list(
    book: Path, make_app: MakeApp, blocks: str, end: str
) -> None:
    page = book / "chapters" / "plain.md"
    page.write_text(f"(sec-plain)=\n# T\n\n(p-55555)=\n{blocks}\n", "utf-8")
    app = make_app("html", srcdir=book, freshenv=True)
    app.build()
    mark = (
        '<a class="ed-par" href="#p-55555" data-number="1" '
        'aria-label="Adresse du paragraphe 1"></a>'
    )
    written = html(app, "chapters/plain")
    assert end.format(mark) in written
    assert written.count(mark) == 1


def test_pages_that_are_not_the_text_have_no_numbers(app: SphinxTestApp) -> None:
    assert "ed-par" not in html(app, "index")


def test_no_page_has_an_id_that_only_counts_or_copies_a_title(
    app: SphinxTestApp,
) -> None:
    document = read_document(ROOT / f"{TORTURE}.md", docname=TORTURE)
    ids = re.findall(r' id="([^"]*)"', html(app, TORTURE))
    ours = [name for name, _ in document.ids()]
    assert [found for found in ids if not found.startswith("search")] == ours


def test_a_heading_is_reached_by_the_id_of_its_author_alone(app: SphinxTestApp) -> None:
    page = html(app, TORTURE)
    assert '<section id="sec-sous">' in page
    assert "sous-titre-essai" not in page
    assert 'href="#sec-sous"' in page


def test_a_page_read_again_has_no_passage_of_before(
    book: Path, make_app: MakeApp
) -> None:
    make_app("html", srcdir=book, freshenv=True).build()
    page = book / "chapters" / "plain.md"
    page.write_text("(sec-plain)=\n# T\n\n(p-55555)=\nAutre.\n", "utf-8")
    again = make_app("html", srcdir=book)
    again.build()
    anchors = get_anchors(again.env)
    assert [a.id for a in anchors.pages["chapters/plain"]] == ["p-55555"]
    assert anchors.find("p-22222") is not None
    (book / "chapters" / "plain.md").unlink()
    (book / "index.md").write_text("(sec-accueil)=\n# A\n", "utf-8")
    (book / f"{TORTURE}.md").write_text("(sec-torture)=\n# T\n", "utf-8")
    last = make_app("html", srcdir=book)
    last.build()
    assert "chapters/plain" not in get_anchors(last.env).pages


def test_passages_survive_a_parallel_reading(book: Path, make_app: MakeApp) -> None:
    for number in range(8):
        page = book / "chapters" / f"page{number}.md"
        page.write_text(f"# T\n\n(p-2222{number + 2})=\nUn.\n", "utf-8")
    app = make_app("html", srcdir=book, freshenv=True, parallel=2)
    app.build()
    pages = get_anchors(app.env).pages
    assert [pages[f"chapters/page{n}"][0].id for n in range(8)] == [
        f"p-2222{n + 2}" for n in range(8)
    ]
