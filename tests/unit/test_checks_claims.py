"""Every claim has its proof; the study, its context and our reasoning stay apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.checks import rules
from edition.checks.claims import MOST_REASONING
from support.small_chapter import CHAPTER, add_chapter, codes, copy_edition

PROVED = "Un fait {finding}`constat-04`."
TREATS = "```{study-part} chapitre-1\n```\n\n"
CONTEXT = "La page a {data-value}`brest-fans-2016`"


@pytest.mark.parametrize(
    "text",
    [
        PROVED,
        "Un fait {data-value}`corpus`.",
        "Un fait {data-value}`bibliotheques:bellevue.surface_m2`.",
        "Un fait {cite}`gazette_2018`.",
        "Un fait {cite:t}`gazette_2018`.",
        "Un fait.\nIl se lit à la ligne suivante {finding}`constat-04`.",
        "- Un fait.\n- Un autre {finding}`constat-04`.",
        "> Un fait {finding}`constat-04`.",
        "```{data-table} lacunes\n:caption: Une vue est sa preuve\n```",
        "## Un titre n’affirme rien",
        "",
    ],
)
def test_a_block_with_a_proof_is_let_be(text: str, tmp_path: Path) -> None:
    assert codes("claims", add_chapter(text, tmp_path)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Un fait.",
        "Un fait {variant}`variante-01`.",
        "Un {ref}`fait <sec-strategies>` et un [lien](strategies.md).",
        "- Un fait.\n- Un autre.",
        "> Un fait.",
        "Terme\n: Sens.",
        "% raisonement\nUn fait.",
        "Un fait {finding}`,`.",
    ],
)
def test_a_block_without_proof_is_named(text: str, tmp_path: Path) -> None:
    assert codes("claims", add_chapter(text, tmp_path)) == ["claim-unsourced"]


def test_a_block_is_named_by_its_line_and_its_first_words(tmp_path: Path) -> None:
    said = "Une phrase bien longue qui continue au-delà de ce qu’un message peut dire."
    (issue,) = rules()["claims"](add_chapter(f"{PROVED}\n\n{said}", tmp_path))
    assert str(issue.place) == f"{CHAPTER}:5"
    assert "« Une phrase bien longue qui continue au-delà de ce qu’un… »" in str(issue)


@pytest.mark.parametrize("page", ["annexes/essai", "guide/essai", "annexes/donnees/x"])
def test_only_chapters_must_prove(page: str, tmp_path: Path) -> None:
    paths = copy_edition(tmp_path)
    path = paths.root / f"chapters/{page}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# Page\n\nUn fait.\n", "utf-8")
    assert list(rules()["claims"](paths)) == []


@pytest.mark.parametrize(
    ("proved", "reasoned", "expected"),
    [
        (100 - MOST_REASONING, MOST_REASONING, []),
        (99 - MOST_REASONING, MOST_REASONING, ["claim-reasoning"]),
        (0, 5, ["claim-reasoning"]),
        (5, 0, []),
    ],
)
def test_a_chapter_may_reason_a_little(
    proved: int, reasoned: int, expected: list[str], tmp_path: Path
) -> None:
    blocks = []
    if proved:
        blocks.append("mot " * (proved - 1) + "mot {finding}`constat-04`")
    if reasoned:
        blocks.append("% raisonnement\n" + "mot " * reasoned)
    assert codes("claims", add_chapter("\n\n".join(blocks), tmp_path)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TREATS}{CONTEXT}.", ["context-unsaid"]),
        (f"{TREATS}Un annuaire {{cite}}`annuaire_2013`.", ["context-unsaid"]),
        # Said once a block, whatever the number of figures.
        (f"{TREATS}{CONTEXT}, puis {{cite}}`annuaire_2013`.", ["context-unsaid"]),
        (f"{TREATS}{CONTEXT}, chiffre extérieur à l’étude.", []),
        (f"{TREATS}Hors de l’étude : {CONTEXT}.", []),
        (f"{TREATS}Hors de l'étude : {CONTEXT}.", []),
        (f"{TREATS}{CONTEXT}, qui éclaire le contexte.", []),
        (f"{TREATS}% raisonnement\n{CONTEXT}.", ["claim-reasoning"]),
        # Where no part of the study is treated, nobody takes it for a finding.
        (f"{CONTEXT}.", []),
        (f"{TREATS}Un fait {{data-value}}`corpus`.", []),
        (f"{TREATS}Un fait {{cite}}`gazette_2018, martin_etude_2017`.", []),
        (f"{TREATS}Un livre {{cite}}`sansligne_2019`.", []),
        (f"{TREATS}Une valeur {{data-value}}`inconnue`.", []),
    ],
)
def test_the_context_is_never_told_as_a_finding(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    assert codes("claims", add_chapter(text, tmp_path)) == expected


@pytest.mark.parametrize(
    ("section", "finding", "expected"),
    [
        ("chapitre-1", "constat-01", []),
        ("chapitre-1", "constat-02", []),
        ("chapitre-1-brest", "constat-01", []),
        ("chapitre-2, chapitre-1", "constat-01", []),
        ("chapitre-2", "constat-01", ["finding-part"]),
        ("chapitre-2", "constat-01, constat-03", ["finding-part"]),
        ("chapitre-2", "constat-01 | la raison", []),
        ("chapitre-2", "constat-01 |", ["finding-part"]),
        ("", "constat-01", ["finding-part"]),
        ("", "constat-01 | la raison", []),
        ("", "constat-04", []),
        ("chapitre-1", "constat-04", ["finding-part"]),
        ("chapitre-1", "constat-99", []),
    ],
)
def test_a_finding_stands_where_its_part_is_treated_or_says_why(
    section: str, finding: str, expected: list[str], tmp_path: Path
) -> None:
    treats = f"```{{study-part}} {section}\n```\n\n" if section else ""
    paths = add_chapter(f"{treats}Un fait {{finding}}`{finding}`.", tmp_path)
    assert codes("part", paths) == expected


RULES = ("caution", "claims", "marks", "part", "unused")


@pytest.mark.parametrize("rule", RULES)
def test_an_edition_without_findings_has_no_such_rule(
    rule: str, tmp_path: Path
) -> None:
    paths = add_chapter("Un fait, une page créée en 2016.", tmp_path)
    for name in ("constats", "preuves"):
        paths.table(name).unlink()
    assert codes(rule, paths) == []


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    "table",
    ["constats", "preuves", "parties", "sources", "chiffres", "lacunes", "variantes"],
)
def test_a_table_that_cannot_be_read_is_said_by_the_check_of_the_tables_alone(
    rule: str, table: str, tmp_path: Path
) -> None:
    text = f"{PROVED} {CONTEXT}, {{cite}}`gazette_2018`, {{variant}}`variante-01`."
    paths = add_chapter(text, tmp_path)
    paths.table(table).write_bytes(b"\xff\xfe")
    assert codes(rule, paths) == []


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("table", ["sources", "constats", "parties", "lacunes"])
def test_a_table_without_the_expected_columns_stops_no_rule(
    rule: str, table: str, tmp_path: Path
) -> None:
    text = f"{PROVED} {CONTEXT}, {{cite}}`gazette_2018`, {{variant}}`variante-01`."
    paths = add_chapter(TREATS + text, tmp_path)
    rows = ["x,autre"] + ["constat-04,mot"] * (table == "constats")
    paths.table(table).write_text("\n".join(["id,autre", *rows[1:]]) + "\n", "utf-8")
    schema = paths.schema("portees").read_text("utf-8").replace("libelle", "autre")
    paths.schema(table).write_text(schema, "utf-8")
    assert isinstance(codes(rule, paths), list)
