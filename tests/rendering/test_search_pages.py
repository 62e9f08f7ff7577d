"""What the search says of pages with tables: references, French spaces, doubts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from edition_sphinx.search.read import Kind, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1] / "roots" / "test-tables"

PAGE = """(sec-renvois)=
# Le « renvoi »

(p-aaaaa)=
Voir {numref}`t-aaaaa`, « {ref}`sec-suite` » et `a : « b »` : rien {en}`what is: "this"`
n’est {numref}`perdu <t-aaaaa>` ; 1 234 lieux.

(sec-suite)=
## La suite ; la fin

```{data-table} lieux
:name: t-aaaaa
:columns: nom
:caption: Les « lieux »
```
"""


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> list[list[Any]]:
    return list(published(tmp_path_factory.mktemp("essai")))


def published(folder: Path) -> Iterator[list[Any]]:
    """Build the small edition with one page more, and read its index."""
    import shutil

    from sphinx.testing.util import SphinxTestApp

    source = folder / "source"
    shutil.copytree(ROOT, source)
    shutil.copy(ROOT.parent / "test-html/CITATION.cff", source)
    (source / "chapters/renvois.md").write_text(PAGE, encoding="utf-8")
    app = SphinxTestApp(
        "html",
        srcdir=source,
        builddir=folder / "build",
        confoverrides={
            "extensions": [
                "myst_parser",
                "edition_sphinx.html",
                "edition_sphinx.search",
            ],
            "html_theme": "edition",
        },
    )
    try:
        app.build()
        index = Path(app.outdir) / "_static/search/index.js"
        text = index.read_text(encoding="utf-8")
    finally:
        app.cleanup()
    data = json.loads(text.removeprefix("globalThis.editionIndex=").rstrip(";\n"))
    for kind, page, *rest in data["entries"]:
        yield [kind, data["pages"][page][0], *rest]


def of(entries: list[list[Any]], page: str, anchor: str = "") -> list[Any]:
    """Return title and text of one thing of a page."""
    (found,) = [one for one in entries if one[1:3] == [f"chapters/{page}.html", anchor]]
    return found[3:]


def test_references_and_spaces_are_those_of_the_page(entries: list[list[Any]]):
    assert of(entries, "renvois") == [
        "Le «\u202frenvoi\u202f»",
        "Voir Tableau 1, «\u202fLa suite\u202f; la fin\u202f» et a : « b »\u00a0: rien "
        'what is: "this" n’est perdu\u202f; 1\u202f234 lieux.',
    ]


def test_a_caption_is_found_in_its_section(entries: list[list[Any]]):
    assert of(entries, "renvois", "sec-suite") == [
        "La suite\u202f; la fin",
        "Les «\u202flieux\u202f»",
    ]


def test_the_description_of_a_table_leads_to_its_page(entries: list[list[Any]]):
    _, text = of(entries, "annexes/donnees/lieux")
    assert text == "Tableau «\u202fLieux\u202f» des essais."


def test_the_doubts_of_a_table_lead_to_their_part_of_its_page(
    entries: list[list[Any]],
):
    assert of(entries, "annexes/donnees/lieux", "lieux-reserves") == [
        "Réserves",
        "Deux surfaces sont douteuses.",
    ]


def test_a_table_without_doubts_adds_nothing(entries: list[list[Any]]):
    pages = [one[1] for one in entries if one[2].endswith("-reserves")]
    assert len(pages) == len(set(pages)) < len({one[1] for one in entries})


def test_no_mark_and_no_id_is_left(entries: list[list[Any]]):
    said = json.dumps([one[3:] for one in entries], ensure_ascii=False)
    assert "\ufdd0" not in said
    assert "t-aaaaa" not in said


def test_rows_are_spaced_as_on_their_page(entries: list[list[Any]]):
    rows = [one for one in entries if one[0] == Kind.ROW]
    assert rows
    assert not [one for one in rows if "« " in one[3] + one[4]]


def test_a_citation_that_is_left_out_leaves_no_gap():
    assert plain("Dit  l’étude \n.") == "Dit l’étude."
    assert plain("a\u202f; b\u00a0: c") == "a\u202f; b\u00a0: c"
