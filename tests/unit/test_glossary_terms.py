"""Terms of a glossary: their other names, their order, their witnesses."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.glossary import Term, read_terms
from edition.issues import IssueError, Place
from edition.paths import EditionPaths
from edition.tables.source import TableSource

ROOT = Path(__file__).parents[1] / "roots" / "test-glossary"


def read(name: str = "lexique") -> dict[str, Term]:
    source = TableSource(EditionPaths(ROOT))
    return {term.row: term for term in read_terms(source, name, place=Place("p.md", 3))}


def test_accents_do_not_disturb_the_order() -> None:
    assert [term.name for term in read().values()] == [
        "Éloge",
        "Fil d’actualité",
        "Like (j’aime)",
        "Portée",
        "Portée organique",
        "RSN",
    ]


def test_other_names() -> None:
    terms = read()
    assert terms["lex-portee"].aliases == ("reach",)
    assert terms["lex-rsn"].aliases == ("réseaux sociaux numériques",)
    assert terms["lex-fil-d-actualite"].aliases == ("Fil d'actualité",)
    assert terms["lex-like"].aliases == ("Like (j'aime)", "Like", "j’aime", "j'aime")


def test_witnesses() -> None:
    terms = read()
    target = terms["lex-portee"].source
    assert target is not None
    assert (target.table, target.row) == ("sources", "presse")
    assert terms["lex-portee"].source_label == "Presse locale"
    assert terms["lex-eloge"].source is None


def test_a_table_without_definitions() -> None:
    with pytest.raises(IssueError, match=r"p\.md:3: tableau « sources » sans colonne"):
        read("sources")
