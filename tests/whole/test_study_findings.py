"""What the editors promise about findings, variants, quotations and gaps."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from support.rows import MISSING, UNSEEN, column, read, where


@pytest.fixture(scope="module")
def rank() -> dict[str, int]:
    """How sure each level is: 1 is the surest."""
    return {key: int(row["ordre"]) for key, row in read("niveaux").items()}


# -- findings --------------------------------------------------------------------


def test_there_are_77_findings_in_the_order_of_the_dossier() -> None:
    findings = read("constats")

    assert column(findings, "id_dossier") == [str(n) for n in range(1, 78)]
    assert list(findings) == [f"constat-{n:02}" for n in range(1, 78)]


def test_every_finding_has_a_proof() -> None:
    assert set(column(read("preuves"), "constat")) == set(read("constats"))


def test_the_level_of_a_finding_is_that_of_its_best_proof(rank: dict[str, int]) -> None:
    levels: dict[str, set[str]] = defaultdict(set)
    for proof in read("preuves").values():
        levels[proof["constat"]].add(proof["niveau"])

    for key, finding in read("constats").items():
        assert finding["niveau"] == min(levels[key], key=rank.__getitem__), key


def test_a_finding_is_study_seen_only_by_a_proof_of_the_study_itself() -> None:
    findings = where(read("constats"), portee="etude", niveau="primaire")
    proofs = where(read("preuves"), portee="etude", niveau="primaire")

    assert set(findings) <= set(column(proofs, "constat"))


def test_what_reviews_say_is_never_a_finding_of_the_study() -> None:
    reviews = where(read("constats"), rubrique="presse et recensions")

    assert column(reviews, "id_dossier") == [str(n) for n in range(63, 78)]
    assert set(column(reviews, "portee")) == {"reception"}
    assert set(column(reviews, "partie")) == {""}


def test_the_table_of_contents_proves_headings_only() -> None:
    proofs = where(read("preuves"), source="oeb-toc")

    assert set(column(proofs, "niveau")) == {"titre"}


# -- parts of the study ----------------------------------------------------------


def test_a_part_stands_after_and_below_the_part_that_holds_it() -> None:
    parts = read("parties")

    assert column(parts, "ordre") == [str(n + 1) for n in range(len(parts))]
    for key, part in parts.items():
        if part["parent"]:
            parent = parts[part["parent"]]
            assert int(parent["ordre"]) < int(part["ordre"]), key
            assert int(parent["rang"]) + 1 == int(part["rang"]), key


def test_the_level_of_a_part_follows_from_what_was_seen_of_it() -> None:
    level = {"début": "primaire", "intitulé": "titre", UNSEEN: "incertain"}

    for key, part in read("parties").items():
        assert part["niveau"] == level[part["etendue_vue"]], key


def test_the_address_of_a_part_ends_with_its_number() -> None:
    for part in read("parties").values():
        number = part["identifiant_openedition"]
        if number not in MISSING:
            assert part["adresse"].endswith(f"/bibpompidou/{number}")


# -- variants --------------------------------------------------------------------


def test_there_are_34_variants_in_the_order_of_the_dossier() -> None:
    assert column(read("variantes"), "id_dossier") == [f"E{n}" for n in range(1, 35)]


def test_a_variant_has_at_least_two_readings_but_for_one() -> None:
    readings = Counter(column(read("lecons"), "variante"))

    assert set(readings) == set(read("variantes"))
    # E28: nobody gives another reading; the variant warns against inventing one.
    assert [key for key in readings if readings[key] < 2] == ["variante-28"]


def test_readings_are_lettered_in_order_and_each_has_a_witness() -> None:
    readings = read("lecons")
    letters: dict[str, str] = defaultdict(str)
    for reading in readings.values():
        letters[reading["variante"]] += reading["version"]

    assert all("ABCD".startswith(found) for found in letters.values())
    assert set(column(read("lecons-temoins"), "lecon")) == set(readings)


def test_the_level_of_a_variant_is_that_of_the_best_witness_of_what_is_kept(
    rank: dict[str, int],
) -> None:
    kept = where(read("lecons"), retenue="true")
    levels: dict[str, set[str]] = defaultdict(set)
    for witness in read("lecons-temoins").values():
        if witness["lecon"] in kept:
            levels[kept[witness["lecon"]]["variante"]].add(witness["niveau"])

    for key, variant in read("variantes").items():
        if variant["verdict"] == "non tranché":
            assert key not in levels
            assert variant["niveau"] == "incertain", key
        else:
            assert variant["niveau"] == min(levels[key], key=rank.__getitem__), key


# -- quotations ------------------------------------------------------------------


def test_a_quotation_has_25_words_at_most() -> None:
    for key, quotation in read("citations").items():
        # « l’analyse » counts for two: the stricter of the two ways of counting.
        assert len(re.findall(r"\w+", quotation["texte"])) <= 25, key


def test_a_cut_quotation_shows_its_cut() -> None:
    for key, quotation in read("citations").items():
        assert (quotation["coupee"] == "true") == ("[…]" in quotation["texte"]), key


def test_a_quotation_is_kept_without_guillemets() -> None:
    assert not any(
        set('«»"') & set(text) for text in column(read("citations"), "texte")
    )


# -- what is missing -------------------------------------------------------------


def test_every_part_that_was_not_read_to_its_end_is_a_gap() -> None:
    units = {
        key
        for key, part in read("parties").items()
        if part["genre"] not in {"section", "annexes"}
    }

    assert units <= set(column(read("lacunes"), "partie"))


def test_a_filled_gap_names_the_witness_that_filled_it() -> None:
    gaps = read("lacunes")
    filled = {key: gap for key, gap in gaps.items() if gap["etat"] != "ouverte"}

    assert filled
    assert not MISSING & set(column(filled, "source"))
