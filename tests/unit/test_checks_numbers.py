from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edition.checks import numbers
from edition.paths import EditionPaths

if TYPE_CHECKING:
    from pathlib import Path


def said(root: Path, text: str, name: str = "chapters/x.md") -> list[str]:
    page = root / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, "utf-8")
    issues = numbers.check(EditionPaths(root))
    return [f"{i.place.line} {i.message}" for i in issues]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Un\ndeux.", ["2 nombre tapé « deux »"]),
        ("**819** fans", ["1 nombre tapé « 819 fans »"]),
        ("- trois fans", ["1 nombre tapé « trois fans »"]),
        ("T\n: trois fans", ["2 nombre tapé « trois fans »"]),
        (":::{note}\ntrois fans\n:::", ["2 nombre tapé « trois fans »"]),
        (
            "```{data-table} x\n:caption: trois fans\n```",
            ["2 nombre tapé « trois fans »"],
        ),
        ("```{data-chart} x\n:alt: trois fans\n```", ["2 nombre tapé « trois fans »"]),
        ("{ref}`les trois fans <sec-a>`", ["1 nombre tapé « trois fans »"]),
        ("[trois fans](#sec-a)", ["1 nombre tapé « trois fans »"]),
        ("2{sup}`e` et 12", ["1 nombre tapé « et 12 »"]),
    ],
)
def test_numbers_are_found_wherever_the_author_writes(
    text: str, found: list[str], tmp_path: Path
) -> None:
    assert said(tmp_path, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "# Trois fans",
        "> trois fans",
        "*Trois hommes dans un bateau*",
        "« trois fans », « et\ntrois autres »",
        "[Trois fans](https://example.org) et [*Quatre*](#sec-a)",
        "`trois` {abbr}`trois (fans)` {data-value}`trois|lettres` {cite}`trois{p. 3}`",
        "{en}`three, 3 fans`",
        ":::{card} Trois fans\nTexte.\n:::",
        "% trois fans",
        "---\ndescription: trois fans\n---\n",
    ],
)
def test_titles_quotations_and_code_say_what_others_wrote(
    text: str, tmp_path: Path
) -> None:
    assert said(tmp_path, text) == []


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("index.md", 1),
        ("chapters/x.md", 1),
        ("chapters/annexes/x.md", 1),
        ("chapters/annexes/donnees/x.md", 0),
        ("chapters/guide/x.md", 0),
    ],
)
def test_the_guide_counts_its_own_steps(name: str, count: int, tmp_path: Path) -> None:
    assert len(said(tmp_path, "trois fans", name)) == count


def test_the_row_that_has_the_number_is_named(tmp_path: Path) -> None:
    table = tmp_path / "data/tables/chiffres.csv"
    table.parent.mkdir(parents=True)
    table.write_text("id,nombre\nbrest-fans,819\nmetz-fans,1234.5\n", "utf-8")
    (tmp_path / "index.md").write_text("819 fans et 1 234,5 vues", "utf-8")
    hints = [issue.hint for issue in numbers.check(EditionPaths(tmp_path))]
    assert hints == [
        "vouliez-vous {data-value}`brest-fans` ?",
        "vouliez-vous {data-value}`metz-fans` ?",
    ]


# What « edition explain number-typed » says is not counted, word for word.
PROMISED = [
    "Un compte, une page, un réseau neuf, un tiers lieu, tous deux.",
    "En 1500, en 2099, dans les années 2010, le 3 mai.",
    "La 2e, la vingt-deuxième, le XXIe siècle.",
    "https://exemple.org/12 et 10.4000/books.12, ISBN 978-2-84246-220-5, ISSN 1760-7787.",
    "§ 3, chapitre 2, tableau 3, figure 4, graphique 5, annexe 6, section 7, partie 8.",
    "page 9, note 10, niveau 11, volume 12, tome 13, n° 14, étape 15, règle 16.",
    "version 17, ligne 18, colonne 19, variante 20, article 21.",
    "Le web 2.0, E12, CC0, l'université Paris 13, les Deux-Sèvres.",
]


@pytest.mark.parametrize("text", PROMISED)
def test_what_the_explanation_promises_is_not_counted(
    text: str, tmp_path: Path
) -> None:
    assert said(tmp_path, text) == []


def test_the_exceptions_of_these_promises_are_counted(tmp_path: Path) -> None:
    text = "2013 fans ; neuf fans ; un tiers de fans"
    assert said(tmp_path, text) == [
        "1 nombre tapé « 2013 fans »",
        "1 nombre tapé « neuf fans »",
        "1 nombre tapé « tiers de »",
    ]
