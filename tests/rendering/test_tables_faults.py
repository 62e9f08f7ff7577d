"""What is said of faults in views, values and data, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from edition_sphinx.report import EditionFault
from support.table_builds import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp

VIEW = "(sec-vues)=\n# Vues\n\n```{data-table} lieux\n:name: t-aaaaa\n:columns: nom, ville\n```\n"
HEAD = "(sec-vues)=\n# Vues\n\n"


@pytest.fixture
def workshop(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp]
) -> Workshop:
    """One page that can be spoiled; the data page of the table stays."""
    found = Workshop(rootdir / "test-tables", tmp_path, make_app)
    found.write(
        "index.md", "(sec-livre)=\n# Livre\n\n```{toctree}\nchapters/vues\n```\n"
    )
    found.write("chapters/vues.md", VIEW)
    for path in (found.root / "chapters" / "annexes").rglob("*.md"):
        path.unlink()
    found.remove("chapters/valeurs.md")
    return found


def said(workshop: Workshop, page: str) -> list[str]:
    """Return the messages of our own for a page, without colours."""
    workshop.write("chapters/vues.md", page)
    text = workshop.build(edition_check_data=False).said
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    # Sphinx repeats the code at the end of what it is given.
    text = re.sub(r"(\[edition\.[\w-]+\])((?:\n    .*)*) \1", r"\1\2", text)
    return [
        line.removeprefix("WARNING: ") for line in text.splitlines() if line.strip()
    ]


def fence(*options: str, table: str = "lieux") -> str:
    return HEAD + "\n".join([f"```{{data-table}} {table}", *options, "```", ""])


def test_unknown_column(workshop: Workshop) -> None:
    assert said(workshop, fence(":name: t-aaaaa", ":columns: nom, vile")) == [
        "chapters/vues.md:6: colonne « vile » inconnue du tableau « lieux » ; attendu : "
        "id, nom, ville, surface, heures, ouvert, date et 7 autres. Conseil : vouliez-vous "
        "« ville » ? [edition.view-column]"
    ]


def test_unknown_option(workshop: Workshop) -> None:
    assert said(workshop, fence(":name: t-aaaaa", ":colums: nom")) == [
        "chapters/vues.md:6: option « colums » inconnue ; attendu : name, caption, columns, "
        "filter, sort, group, limit et 2 autres. Conseil : vouliez-vous « columns » ? "
        "[edition.view-option]"
    ]


def test_faulty_filter(workshop: Workshop) -> None:
    assert said(workshop, fence(":columns: nom", ":filter: surface > grande")) == [
        "chapters/vues.md:6: filtre : « grande » inattendu ; attendu : un texte entre "
        "guillemets, un nombre, true ou false. Conseil : les textes se mettent entre "
        'guillemets : "grande". [edition.view-filter]',
        "    surface > grande",
        "              ^",
    ]


def test_empty_view(workshop: Workshop) -> None:
    assert said(workshop, fence(':filter: ville = "Bres"')) == [
        "chapters/vues.md:5: tableau « lieux » : le filtre ne retient aucune ligne sur 6. "
        "Conseil : « ville » ne vaut jamais « Bres », vouliez-vous « Brest ». "
        "[edition.view-empty]",
        '    ville = "Bres"',
    ]


@pytest.mark.parametrize(
    "name", ["lieu", "../lieux", "/etc/passwd", "../../data/tables/lieux", ""]
)
def test_unknown_table_or_path(workshop: Workshop, name: str) -> None:
    for directive in ("data-table", "data-page"):
        messages = said(workshop, f"{HEAD}```{{{directive}}} {name}\n```\n")
        assert len(messages) == 1
        assert messages[0].startswith(f"chapters/vues.md:4: tableau « {name} » inconnu")
        assert messages[0].endswith("[edition.table-unknown]")


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("fans-2012", "valeur « fans-2012 » inconnue"),
        ("lieux:capucin.surface", "ligne « capucin » inconnue du tableau « lieux »"),
        ("lieux:capucins.sufrace", "colonne « sufrace » inconnue du tableau « lieux »"),
        ("lieu:capucins.surface", "tableau « lieu » inconnu"),
        ("fans-2013|letres", "forme « letres » inconnue"),
        ("../../etc/passwd", "valeur « ../../etc/passwd » mal adressée"),
    ],
)
def test_unknown_value(workshop: Workshop, spec: str, message: str) -> None:
    page = (
        f"{HEAD}Un paragraphe\nde trois lignes\navec {{data-value}}`{spec}` dedans.\n"
    )
    messages = said(workshop, page)
    assert len(messages) == 1
    # The line of the role, not that of its paragraph.
    assert messages[0].startswith(f"chapters/vues.md:6: {message}")


def test_unknown_row(workshop: Workshop) -> None:
    messages = said(workshop, f"{HEAD}{{data-value}}`fans-2012`\n")
    assert "vouliez-vous « fans-2013 »" in messages[0]
    assert messages[0].endswith("[edition.value-row]")


def test_unknown_column_of_a_value(workshop: Workshop) -> None:
    messages = said(workshop, f"{HEAD}{{data-value}}`lieux:capucins.sufrace`\n")
    assert "vouliez-vous « surface »" in messages[0]
    assert messages[0].endswith("[edition.value-column]")


def test_badly_addressed_value(workshop: Workshop) -> None:
    messages = said(workshop, f"{HEAD}{{data-value}}`part|lettres`\n")
    assert "« 12.05 » ne s'écrit pas en lettres" in messages[0]
    assert messages[0].endswith("[edition.value-form]")


def test_unknown_unit(workshop: Workshop) -> None:
    workshop.edit("data/tables/chiffres.csv", "819,819,,,fan,", "819,819,,,fans,")
    assert said(workshop, f"{HEAD}{{data-value}}`fans-2013`\n") == [
        "data/tables/chiffres.csv:2: (id fans-2013) unité « fans » inconnue ; attendu : "
        "abonne, annee, bibliotheque, date, equipement, fan, heure et 4 autres. Conseil : "
        "vouliez-vous « fan » ? [edition.value-unit]"
    ]


def test_faulty_formula(workshop: Workshop) -> None:
    workshop.edit(
        "data/tables/derives.csv", "count(lieux where vil", "cout(lieux where vil"
    )
    assert said(workshop, f"{HEAD}{{data-value}}`lieux-brest`\n") == [
        "data/tables/derives.csv:2: (id lieux-brest) formule : fonction « cout » inconnue ; "
        "attendu : count, sum, min, max, mean, median, distinct, round. Conseil : "
        "vouliez-vous « count » ? [edition.formula]",
        '    cout(lieux where ville = "Brest")',
        "    ^",
    ]


def test_a_formula_is_nothing_to_python(workshop: Workshop) -> None:
    formula = '"count(lieux where ville = ""Brest"")"'
    workshop.edit("data/tables/derives.csv", formula, "__import__('os').system('true')")
    messages = said(workshop, f"{HEAD}{{data-value}}`lieux-brest`\n")
    assert "formule : signe « _ » inattendu" in messages[0]


def test_a_page_with_faults_says_what_it_does_not_show(workshop: Workshop) -> None:
    workshop.write("chapters/vues.md", fence(":columns: nom, vile"))
    built = workshop.build(edition_check_data=False)
    assert "[Non montré\u00a0: colonne «\u202fvile\u202f» inconnue" in built.page(
        "chapters/vues.html"
    )


# -- the whole of the data -------------------------------------------------------------


def test_faulty_data_stop_the_build_before_any_page_and_what_was_built_stays(
    workshop: Workshop,
) -> None:
    first = workshop.build(edition_check_data=False)
    before = first.files()
    for name in ("lieux", "sources"):
        workshop.write(f"chapters/annexes/donnees/{name}.md", f"# {name}\n")
    workshop.edit("data/tables/lieux.csv", "9700,43.5", "grande,beaucoup")
    workshop.edit("chapters/vues.md", "# Vues", "# Changé")
    with pytest.raises(EditionFault) as caught:
        workshop.build()
    text = str(caught.value)
    assert "data/tables/lieux.csv:2: (id capucins) surface « grande »" in text
    assert "data/tables/lieux.csv:2: (id capucins) heures « beaucoup »" in text
    assert "[edition.table-value-type]" in text
    after = {
        path.relative_to(first.out).as_posix(): path.read_bytes()
        for path in first.out.rglob("*")
        if path.is_file()
    }
    assert after == before


def test_builder_that_cannot_show_tables(workshop: Workshop) -> None:
    with pytest.raises(EditionFault) as caught:
        workshop.build("latex")
    assert str(caught.value).splitlines()[1] == (
        "conf.py: le format « latex » ne sait pas montrer nos tableaux et nos valeurs ; "
        "attendu : html, dirhtml, singlehtml, epub ou text. [edition.builder-unknown]"
    )


@pytest.mark.parametrize("builder", ["dummy", "pseudoxml", "linkcheck"])
def test_builders_that_write_no_text_are_let_through(
    workshop: Workshop, builder: str
) -> None:
    assert workshop.build(builder, edition_check_data=False).said == ""
