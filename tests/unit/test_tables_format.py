"""Cells, numbers, dates, addresses and the order of words, as French readers see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.tables import Field, ForeignKey
from edition.tables.addresses import doi_address, safe_address, shown_address
from edition.tables.cells import CellKind, CellTarget
from edition.tables.collation import collation_key, fold
from edition.tables.dates import say_date
from edition.tables.edtf import EdtfError, parse_edtf
from edition.tables.format import format_cell
from edition.tables.number_words import number_words
from edition.tables.numbers import decimals, french_number


def spaced(text: str) -> str:
    """Show the spaces that nobody sees."""
    return text.replace("\u202f", "_").replace("\u00a0", "~")


# -- numbers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("0", "0"),
        ("819", "819"),
        ("1234.5", "1_234,5"),
        ("1234567", "1_234_567"),
        ("12.50", "12,50"),
        ("0.0001", "0,0001"),
        ("1234.56789", "1_234,56789"),
        ("-4.5", "−4,5"),
        ("+7", "7"),
        ("1e3", "1_000"),
        ("non vu", "non vu"),
        ("NaN", "NaN"),
        ("1e999999", "1e999999"),
    ],
)
def test_numbers_keep_their_digits(raw: str, shown: str) -> None:
    assert spaced(french_number(raw)) == shown


def test_years_and_numbers_of_a_series_are_not_grouped() -> None:
    assert french_number("2016", grouped=False) == "2016"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_no_digit_is_added_or_lost(number: object) -> None:
    raw = f"{number:f}"
    shown = french_number(raw)
    back = shown.replace("\u202f", "").replace(",", ".").replace("−", "-")
    assert back == raw


def test_decimals_are_counted_to_align_a_column() -> None:
    assert [decimals(raw) for raw in ("3", "3.10", "non vu", "")] == [0, 2, 0, 0]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zéro"),
        (1, "un"),
        (17, "dix-sept"),
        (21, "vingt et un"),
        (70, "soixante-dix"),
        (71, "soixante et onze"),
        (77, "soixante-dix-sept"),
        (80, "quatre-vingts"),
        (81, "quatre-vingt-un"),
        (91, "quatre-vingt-onze"),
        (100, "cent"),
        (200, "deux cents"),
        (201, "deux cent un"),
        (280, "deux cent quatre-vingts"),
        (1000, "mille"),
        (2000, "deux mille"),
        (80_000, "quatre-vingt mille"),
        (200_000, "deux cent mille"),
        (1_300_000, "un million trois cent mille"),
        (80_000_000, "quatre-vingts millions"),
        (2_000_000_000, "deux milliards"),
    ],
)
def test_numbers_are_said_in_the_traditional_spelling(number: int, words: str) -> None:
    assert number_words(number) == words


def test_words_agree_with_a_feminine_noun() -> None:
    assert number_words(1, feminine=True) == "une"
    assert number_words(21, feminine=True) == "vingt et une"
    assert number_words(81, feminine=True) == "quatre-vingt-une"
    assert number_words(21_001, feminine=True) == "vingt et un mille une"


@pytest.mark.parametrize("number", [-1, 10**12])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="out of range"):
        number_words(number)


# -- dates -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "said", "short"),
    [
        ("2016", "2016", "2016"),
        ("2013-02", "février~2013", "février~2013"),
        ("2013-02-19", "19~février~2013", "19~février~2013"),
        ("2013-01-01", "1er~janvier~2013", "1er~janvier~2013"),
        ("2013-33", "1er trimestre~2013", "1er trimestre~2013"),
        ("2013-41", "2e semestre~2013", "2e semestre~2013"),
        ("201X", "années 2010", "années 2010"),
        ("2009~", "vers 2009", "vers 2009"),
        ("2015-10?", "octobre~2015 (?)", "octobre~2015 (?)"),
        ("2009%", "vers 2009 (?)", "vers 2009 (?)"),
        ("2004/2016", "de 2004 à 2016", "2004-2016"),
        ("2004~/2016", "de 2004 environ à 2016", "de 2004 environ à 2016"),
        ("2020-03/2020-10", "de mars à octobre~2020", None),
        ("2020-10/2021-01", "d’octobre~2020 à janvier~2021", None),
        ("2012-08/2012-09", "d’août à septembre~2012", None),
        ("2017-01-07/2017-01-08", "du 7 au 8~janvier~2017", None),
        ("2017-01-07/2017-02-08", "du 7~janvier au 8~février~2017", None),
        ("2016-12-31/2017-01-01", "du 31~décembre~2016 au 1er~janvier~2017", None),
        ("../2011", "jusqu’en 2011", None),
        ("../2012-08", "jusqu’en août~2012", None),
        ("../2013-02-19", "jusqu’au 19~février~2013", None),
        ("2016/..", "depuis 2016", None),
        ("2013-02-19/..", "depuis le 19~février~2013", None),
        ("/2011", "jusqu’en 2011 (début non connu)", None),
        ("2004/", "depuis 2004 (fin non connue)", None),
    ],
)
def test_dates_are_said_no_more_precisely_than_they_are_known(
    raw: str, said: str, short: str | None
) -> None:
    date = parse_edtf(raw)
    assert spaced(say_date(date)) == said
    assert spaced(say_date(date, short=True)) == (said if short is None else short)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", "illisible"),
        ("hier", "illisible"),
        ("16", "illisible"),
        ("2013-2", "illisible"),
        ("2013-13", "impossible"),
        ("2013-00", "impossible"),
        ("2013-02-30", "impossible"),
        ("2013-02-00", "impossible"),
        ("2013-33-01", "impossible"),
        ("201X-02", "impossible"),
        ("0000", "impossible"),
        ("2014/2012", "finit avant de commencer"),
        ("2013-02-02/2013-02-01", "finit avant de commencer"),
        ("../..", "ouverte des deux côtés"),
        ("/", "ouverte des deux côtés"),
        ("2013/2014/2015", "plus de deux dates"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(raw: str, reason: str) -> None:
    with pytest.raises(EdtfError, match=reason):
        parse_edtf(raw)


def test_dates_sort_by_time_and_the_less_precise_first() -> None:
    ordered = [
        "1995/1999",
        "2009~",
        "../2011",
        "2013",
        "2013-01",
        "2013-01-01",
        "2013/2014",
        "2013-02",
        "2013-33",
        "2013-12-31",
    ]
    by_time = sorted(ordered, key=lambda raw: parse_edtf(raw).sort_text)
    assert by_time.index("2013") < by_time.index("2013-01")
    assert by_time.index("2013-01") < by_time.index("2013-01-01")
    assert by_time[0] == "1995/1999"
    assert by_time[-1] == "2013-12-31" or by_time[-1] == "2013/2014"
    assert by_time.index("2013-02") < by_time.index("2013-12-31")


# -- addresses -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.fr",
        "http://www.exemple.fr/a?b=1&c=d#e",
        "https://exemple.fr/%C3%A9",
        "https://éditions.fr/é",
    ],
)
def test_web_addresses_can_be_followed(address: str) -> None:
    assert safe_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//exemple.fr",
        "/chemin",
        "exemple.fr",
        "https://",
        "https:///chemin",
        "https://exemple.fr/ a",
        'https://exemple.fr/"onclick="x',
        "https://banque.fr@voleur.fr",
        "https://[::1",
        "mailto:a@b.fr",
        "",
    ],
)
def test_other_addresses_are_nothing_but_text(address: str) -> None:
    assert safe_address(address) is None


def test_an_address_is_shown_short_and_readable() -> None:
    assert shown_address("https://www.exemple.fr/") == "exemple.fr"
    assert shown_address("https://exemple.fr/%C3%A9t%C3%A9") == "exemple.fr/été"
    long = shown_address("https://exemple.fr/" + "a" * 100)
    assert len(long) <= 60
    assert long.endswith("…")
    # A sign that turns the direction of writing would show another address.
    assert "\u202e" not in shown_address("https://exemple.fr/%E2%80%AEabc")


def test_a_doi_leads_to_its_resolver() -> None:
    assert doi_address("10.4000/books.bibpompidou.2073") == (
        "https://doi.org/10.4000/books.bibpompidou.2073"
    )
    assert doi_address('10.1000/a"b<c>') == "https://doi.org/10.1000/a%22b%3Cc%3E"
    assert doi_address("javascript:alert(1)") is None
    assert doi_address("10.1/x") is None


# -- cells -----------------------------------------------------------------------------


def test_a_cell_is_formatted_by_its_column_not_by_its_looks() -> None:
    assert format_cell("2016", Field("code")).text == "2016"
    assert spaced(format_cell("2016", Field("n", "integer")).text) == "2_016"
    assert format_cell("2016", Field("a", "year")).text == "2016"
    assert format_cell("true", Field("t")).text == "true"
    assert format_cell("true", Field("t", "boolean")).text == "oui"
    assert format_cell("https://x.fr", Field("t")).href is None


def test_missing_cells_say_which_way_they_miss() -> None:
    field = Field("n", "number")
    unseen, nothing = format_cell("non vu", field), format_cell("", field)
    assert (unseen.kind, unseen.text) == (CellKind.MISSING, "non vu")
    assert (nothing.kind, nothing.text) == (CellKind.EMPTY, "–")
    assert unseen.missing
    assert nothing.missing
    kept = format_cell("non vu", field, missing=("",))
    assert not kept.missing


def test_a_cell_that_names_a_row_points_at_it() -> None:
    field = Field("source", foreign=ForeignKey("source", "sources"), role="source")
    cell = format_cell("journal", field)
    assert cell.target == CellTarget("sources", "journal")
    assert cell.text == "journal"


def test_a_level_of_proof_goes_with_what_the_row_is_about() -> None:
    field = Field("niveau", role="level", foreign=ForeignKey("niveau", "niveaux"))
    cell = format_cell("primaire", field, scope="contexte")
    assert (cell.kind, cell.level, cell.scope) == (
        CellKind.LEVEL,
        "primaire",
        "contexte",
    )


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ("javascript:alert(1)", Field("a", format="url")),
        ("javascript:alert(1)", Field("a", format="doi")),
        ("hier", Field("d", format="edtf")),
        ("<b>", Field("n", "number")),
        ("peut-être", Field("b", "boolean")),
    ],
)
def test_what_cannot_be_read_is_shown_as_it_is_and_leads_nowhere(
    raw: str, field: Field
) -> None:
    cell = format_cell(raw, field)
    assert cell.text == raw
    assert cell.href is None


# -- words -----------------------------------------------------------------------------


def test_words_sort_as_in_a_french_dictionary() -> None:
    ordered = [
        "2e",
        "19e",
        "bpi",
        "Bpi",
        "cote",
        "coté",
        "côté",
        "école",
        "Œuvre",
        "zone",
    ]
    for shuffled in (ordered[::-1], sorted(ordered)):
        assert sorted(shuffled, key=collation_key) == ordered


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Œuvre d’Été", "oeuvre d'ete"),
        ("  à\u202fla\n\tBpi ", "a la bpi"),
        ("ﬁn", "fin"),
        ("ÇA", "ca"),
    ],
)
def test_words_are_compared_without_case_or_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_only_words_in_another_language_than_french_carry_it() -> None:
    title = Field("titre", language="langue")
    assert format_cell("A book", title, language="en").language == "en"
    assert format_cell("Un livre", title, language="fr").language is None
    assert format_cell("Un livre", title, language="non vu").language is None
    assert format_cell("non vu", title, language="en").language is None
    assert format_cell("12", Field("n", "number"), language="en").language is None
