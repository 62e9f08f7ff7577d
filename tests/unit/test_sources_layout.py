"""A reference laid out in French, for each kind of work."""

from __future__ import annotations

import re

import pytest
from pybtex.backends.html import Backend
from pybtex.database import parse_string

from edition.sources import lay_out, sort_entries

NBSP = "\u00a0"


def show(text: str, *, year: str = "2017") -> str:
    entry = next(iter(parse_string(text, "bibtex").entries.values()))
    return str(lay_out(entry, f"Nom {year}")).replace(NBSP, "~")


def markup(text: str) -> str:
    entry = next(iter(parse_string(text, "bibtex").entries.values()))
    return lay_out(entry, "Nom 2017").render(Backend())


def test_a_book() -> None:
    shown = show(
        """@book{a, author={Audouard, Marie-Françoise and Wiart, Louis},
        title={Des tweets}, subtitle={Enquête}, address={Paris}, series={Papiers},
        publisher={Bpi}, year=2017, pagetotal=272, isbn={979-10-91281-44-7}}"""
    )
    assert shown == (
        "Audouard Marie-Françoise et Wiart Louis, 2017, Des tweets : Enquête, Paris, "
        "Bpi, coll. « Papiers », 272~p., ISBN~979-10-91281-44-7."
    )


def test_an_article_with_its_addresses() -> None:
    shown = show(
        """@article{a, author={Roux, Ugo}, title={Des tweets « ressource »},
        journal={Essachess}, volume=15, number={1(29)}, pages={205--232}, year=2022,
        doi={10.21409/20T3}, url={https://essachess.example/557}}"""
    )
    assert shown == (
        "Roux Ugo, 2017, « Des tweets “ressource” », Essachess [en ligne], vol.~15, "
        "nº~1(29), p.~205–232, DOI : 10.21409/20T3, essachess.example/557."
    )


def test_a_part_of_a_book_with_its_editor() -> None:
    shown = show(
        """@incollection{a, author={Marois, Alain}, title={Réseaux et BU},
        booktitle={Faire connaître}, editor={Vidal, Jean-Marc}, pages={7}}""",
        year=f"s.{NBSP}d.",
    )
    assert shown == (
        "Marois Alain, s.~d., « Réseaux et BU », dans Vidal Jean-Marc (dir.), "
        "Faire connaître, p.~7."
    )


def test_an_edited_book_names_its_editor_first() -> None:
    shown = show("@book{a, editor={Galaup, Xavier}, title={Médiation}, pages={228}}")
    assert shown == "Galaup Xavier (dir.), 2017, Médiation, 228~p."


@pytest.mark.parametrize(
    ("kind", "named", "expected"),
    [
        ("mastersthesis", "", "mémoire, Enssib"),
        ("mastersthesis", "type={Mémoire d'étude},", "mémoire d'étude, Enssib"),
        ("phdthesis", "", "thèse de doctorat, Enssib"),
    ],
)
def test_a_thesis(kind: str, named: str, expected: str) -> None:
    text = f"@{kind}{{a, author={{Mingat, Aude}}, title={{Réseaux}}, {named} school={{Enssib}}}}"
    assert show(text) == f"Mingat Aude, 2017, Réseaux, {expected}."


def test_a_report_does_not_name_its_author_twice() -> None:
    shown = show("@techreport{a, author={{Bpi}}, title={Rapport}, institution={Bpi}}")
    assert shown == "Bpi, 2017, Rapport."


def test_a_page_without_author_begins_with_its_title() -> None:
    shown = show(
        "@online{a, title={Présentation}, organization={@Brest}, url={https://b.example}}"
    )
    assert shown == "« Présentation », 2017, @Brest [en ligne], b.example."


def test_a_page_without_a_site_is_still_said_to_be_online() -> None:
    shown = show("@misc{a, title={Éditorial}, url={https://b.example}}")
    assert shown == "« Éditorial » [en ligne], 2017, b.example."


def test_months_are_french_though_bibtex_spells_them_in_english() -> None:
    shown = show("@article{a, title={Prix}, journal={Livres Hebdo}, month=aug}")
    assert shown == "« Prix », 2017, Livres Hebdo, août."


def test_a_day_is_said_without_its_year_which_stands_first() -> None:
    shown = show("@misc{a, title={T}, howpublished={S}, date={2024-02-07}, month=feb}")
    assert shown == "« T », 2017, S, 7~février."
    shown = show("@misc{a, title={T}, howpublished={S}, date={2012-12-01}}")
    assert shown.endswith("1er~décembre.")


def test_a_title_of_ours_stands_in_its_brackets() -> None:
    assert show("@misc{a, title={[Page du réseau]}}") == "[Page du réseau], 2017."


def test_people_left_out_are_et_al() -> None:
    shown = show(
        "@misc{a, author={Bastard, Irène and Cardon, D. and others}, title={F}}"
    )
    assert shown == "Bastard Irène, Cardon D. et al., 2017, « F »."


def test_a_particle_stands_after_the_given_name() -> None:
    shown = show("@misc{a, author={de Leusse, Sonia}, title={L}}")
    assert shown.startswith("Leusse Sonia de, ")


def test_our_note_comes_last_in_a_sentence_of_its_own() -> None:
    text = "@misc{a, title={T}, year=2017, note={Début du texte vu}}"
    assert show(text) == "« T », 2017. Début du texte vu."
    assert "ed-reference-note" in str(lay_out(*_entry(text)).parts)


def _entry(text: str) -> tuple[object, str]:
    return next(iter(parse_string(text, "bibtex").entries.values())), "T 2017"


def test_volumes_are_italic_and_parts_in_guillemets() -> None:
    assert "<em>Zone</em>" in markup("@book{a, title={Zone}}")
    assert "« Zone »" in markup("@misc{a, title={Zone}}")


def test_a_title_in_another_language_carries_it() -> None:
    entry, label = _entry("@misc{a, title={Library services}, lang={en}}")
    assert "language-en" in repr(lay_out(entry, label))
    entry, label = _entry("@misc{a, title={Services}, lang={fr}}")
    assert "language-" not in repr(lay_out(entry, label))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://x"])
def test_only_web_addresses_become_links(url: str) -> None:
    assert "href" not in markup(f"@misc{{a, title={{T}}, url={{{url}}}}}")


def test_markup_in_a_field_is_inert() -> None:
    assert "<script>" not in markup("@misc{a, title={<script>alert(1)</script>}}")


ENGLISH = re.compile(
    r"\b(and|In|edited|editor|pages|pp|vol [0-9]|Retrieved|master's)\b"
)


@pytest.mark.parametrize(
    "kind",
    [
        "article",
        "book",
        "booklet",
        "inbook",
        "incollection",
        "inproceedings",
        "manual",
        "mastersthesis",
        "misc",
        "online",
        "phdthesis",
        "proceedings",
        "techreport",
        "unpublished",
    ],
)
def test_no_kind_of_work_brings_an_english_word(kind: str) -> None:
    shown = show(
        f"""@{kind}{{a, author={{A, B. and C, D.}}, editor={{E, F.}}, title={{Titre}},
        booktitle={{Livre}}, journal={{Revue}}, publisher={{Éditeur}}, address={{Brest}},
        institution={{Institut}}, school={{École}}, organization={{Organe}},
        howpublished={{Site}}, series={{Suite}}, volume=2, number=3, month=feb,
        pages={{4--5}}, year=2017, url={{https://x.example}}, note={{Vu}}}}"""
    )
    assert not ENGLISH.search(shown), shown
    assert "A B. et C D., 2017, " in shown


def test_a_list_is_sorted_as_in_a_french_dictionary() -> None:
    entries = parse_string(
        """
        @misc{1, author={Zola, É.}, title={T}} @misc{2, title={« Écrire » en ligne}}
        @misc{3, author={de Leusse, Sonia}, title={T}, year=2001}
        @misc{4, author={de Leusse, Sonia}, title={A}} @misc{5, author={Étienne, R.}, title={T}}
        @misc{6, author={Eco, U.}, title={T}, year=1999}
        @book{7, author={Eco, U.}, title={Z}, year=1999}
        """,
        "bibtex",
    ).entries
    order = [entry.key for entry in sort_entries(entries.values())]
    assert order == ["7", "6", "2", "5", "3", "4", "1"]
