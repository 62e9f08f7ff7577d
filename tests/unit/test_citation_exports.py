"""BibTeX, RIS and CSL-JSON: what a program reads back is what was cited."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pybtex.database
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edition.citation import bibtex
from edition.citation.forms import Form, fill_form, forms_of
from edition.citation.metadata import CitationMetadata
from edition.citation.names import Name
from edition.citation.signs import Passage
from edition.citation.work import Work, edition_work, page_work, typeset
from edition.settings import Settings

PUBLIC = Settings(
    publisher="Les {Essayeurs}", public_address="https://exemple.fr/a_b%20c"
)
ENTITY = "Contributrices et contributeurs de l'édition"
DAY = date(2031, 3, 1)

# What would end a value, open a command, or begin another line of a format.
HOSTILE = (
    "}",
    "{\\",
    "\\input{/etc/passwd}",
    "100 % & $x_1^2$ #~",
    "fin\nER  - \nTY  - BOOK",
    "dit \"oui\", 'non'",
    "\u2028TI  - autre\x00\x0b\x85\ue000\ue00a",
    "@book{x,",
    "</script><!--",
    "«\u202fmots\u202f» et “autres”",
)


def edition(**changes: object) -> Work:
    metadata = CitationMetadata("Un livre", (Name(ENTITY),), "0.2", "MIT", released=DAY)
    return edition_work(replace(metadata, **changes), PUBLIC, release="0.2")


def chapter(title: str, settings: Settings = PUBLIC) -> Work:
    whole = edition_work(
        CitationMetadata("Un livre", (Name(ENTITY),), "0.2", "MIT", released=DAY),
        settings,
    )
    return page_work(whole, title=title, path="chapters/enquete.html")


def form_of(work: Work, name: str) -> Form:
    # Styles are tested elsewhere, and are slow beside these.
    return next(form for form in forms_of(work) if form.title == name)


def quoting(words: str) -> Passage:
    return Passage("§ 12", "p-m2q8x", words, DAY)


def expected_note(words: str) -> str:
    plain = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff ]+", " ", words)
    inner = plain.strip(" ").replace("«\u202f", "“").replace("\u202f»", "”")
    return f"§ 12. «\u202f{inner}\u202f»" if inner else "§ 12"


def read_bibtex(text: str) -> tuple[str, pybtex.database.Entry]:
    parsed = pybtex.database.parse_string(text, "bibtex")
    ((key, entry),) = parsed.entries.items()
    return key, entry


def unescaped(value: str) -> str:
    """Return what TeX prints for a value, protecting braces taken off."""
    signs = {command: sign for sign, command in bibtex.SIGNS.items()}
    found = re.compile("|".join(map(re.escape, sorted(signs, key=len, reverse=True))))
    bare = value.removeprefix("{").removesuffix("}") if value[:1] == "{" else value
    left = found.sub("", bare)
    assert not re.search(r"[\\{}%&$#_~^]", left), f"not escaped: {left}"
    return found.sub(lambda match: signs[match[0]], bare)


def read_ris(text: str) -> dict[str, list[str]]:
    """Read one record, as the format is described: a tag, two spaces, a dash."""
    lines = re.split(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text)
    assert lines[0].startswith("TY  - ")
    assert lines[-2:] == ["ER  - ", ""]
    record: dict[str, list[str]] = {}
    for line in lines[:-1]:
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups()
        record.setdefault(tag, []).append(value)
    assert record["ER"] == [""]
    return record


TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(min_size=1),
    st.text(alphabet="\\{}%&$#_~^\"'« »\n\r-ER@", min_size=1),
).filter(
    lambda text: text.isprintable() or not any(0xD800 <= ord(c) < 0xE000 for c in text)
)


@pytest.fixture(scope="module", autouse=True)
def _no_styles():
    """Leave the styles out: their citations are not read here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("edition.citation.forms.STYLES", ())
        yield


@settings(max_examples=150, deadline=None)
@given(title=TEXTS, words=TEXTS)
@example(title=HOSTILE[4], words=HOSTILE[4])
@example(title=HOSTILE[1], words=HOSTILE[0])
def test_a_hostile_title_and_quotation_come_back_whole(title: str, words: str):
    work = chapter(title)
    passage = quoting(words)
    shown = typeset(title) or "chapters/enquete.html"

    key, entry = read_bibtex(fill_form(form_of(work, "BibTeX"), work, passage))
    assert key == "edition-enquete-p-m2q8x"
    assert entry.type == "incollection"
    said = " ".join(unescaped(entry.fields["title"]).split())
    assert said == " ".join(shown.split())
    note = " ".join(unescaped(entry.fields["note"]).split())
    assert note == " ".join(expected_note(words).split())

    record = read_ris(fill_form(form_of(work, "RIS"), work, passage))
    assert record["TI"] == [shown]
    assert record["N1"] == [expected_note(words)]
    assert record["TY"] == ["CHAP"]

    (item,) = json.loads(fill_form(form_of(work, "CSL-JSON"), work, passage))
    assert item["title"] == shown
    assert item["note"] == expected_note(words)


def test_bibtex_has_every_field_and_an_address_as_it_stands():
    work = chapter("L'enquête")
    _, entry = read_bibtex(fill_form(form_of(work, "BibTeX"), work, quoting("")))
    assert dict(entry.fields) == {
        "title": "{L’enquête}",
        "booktitle": "{Un livre}",
        "edition": "0.2",
        "publisher": "Les \\textbraceleft{}Essayeurs\\textbraceright{}",
        "year": "2031",
        "date": "2031-03-01",
        "url": "https://exemple.fr/a_b%20c/chapters/enquete.html#p-m2q8x",
        "language": "french",
        "urldate": "2031-03-01",
        "note": "§ 12",
    }
    # One name, not a family name « l’édition » with five first names.
    (author,) = entry.persons["author"]
    assert author.last_names == ["{Contributrices et contributeurs de l’édition}"]
    assert not author.first_names


def test_ris_has_every_tag():
    work = chapter("L'enquête")
    assert fill_form(form_of(work, "RIS"), work, quoting("deux mots")) == (
        "TY  - CHAP\n"
        "ID  - edition-enquete-p-m2q8x\n"
        "AU  - Contributrices et contributeurs de l’édition\n"
        "TI  - L’enquête\n"
        "T2  - Un livre\n"
        "ET  - 0.2\n"
        "PB  - Les {Essayeurs}\n"
        "PY  - 2031\n"
        "DA  - 2031/03/01\n"
        "UR  - https://exemple.fr/a_b%20c/chapters/enquete.html#p-m2q8x\n"
        "LA  - fr\n"
        "Y2  - 2031/03/01\n"
        "N1  - § 12. «\u202fdeux mots\u202f»\n"
        "ER  - \n"
    )


def test_csl_json_has_every_variable():
    work = chapter("L'enquête")
    assert json.loads(fill_form(form_of(work, "CSL-JSON"), work, quoting(""))) == [
        {
            "id": "edition-enquete-p-m2q8x",
            "type": "chapter",
            "author": [{"literal": "Contributrices et contributeurs de l’édition"}],
            "title": "L’enquête",
            "container-title": "Un livre",
            "edition": "0.2",
            "publisher": "Les {Essayeurs}",
            "issued": {"date-parts": [["2031", "03", "01"]]},
            "URL": "https://exemple.fr/a_b%20c/chapters/enquete.html#p-m2q8x",
            "accessed": {"date-parts": [["2031", "03", "01"]]},
            "note": "§ 12",
            "language": "fr-FR",
        }
    ]


def test_the_whole_edition_is_a_book_with_its_doi():
    work = replace(edition(), doi="10.1234/a_b")
    key, entry = read_bibtex(fill_form(form_of(work, "BibTeX"), work, Passage()))
    assert (key, entry.type) == ("edition", "book")
    assert entry.fields["title"] == "{Un livre}"
    assert entry.fields["doi"] == "10.1234/a_b"
    assert entry.fields["url"] == "https://doi.org/10.1234/a_b"
    assert "note" not in entry.fields
    record = read_ris(fill_form(form_of(work, "RIS"), work, Passage()))
    assert (record["TY"], record["DO"]) == (["BOOK"], ["10.1234/a_b"])
    (item,) = json.loads(fill_form(form_of(work, "CSL-JSON"), work, Passage()))
    assert (item["type"], item["DOI"]) == ("book", "10.1234/a_b")


def test_a_chapter_has_its_own_doi_and_its_own_language():
    work = replace(chapter("In English"), doi="10.1234/a_b", language="en")
    _, entry = read_bibtex(fill_form(form_of(work, "BibTeX"), work, Passage()))
    assert entry.fields["doi"] == "10.1234/a_b"
    assert entry.fields["language"] == "english"
    record = read_ris(fill_form(form_of(work, "RIS"), work, Passage()))
    assert (record["DO"], record["LA"]) == (["10.1234/a_b"], ["en"])
    (item,) = json.loads(fill_form(form_of(work, "CSL-JSON"), work, Passage()))
    assert (item["DOI"], item["language"]) == ("10.1234/a_b", "en")


def test_without_public_address_the_place_in_the_edition_is_noted_and_no_url_feigned():
    work = chapter("L'enquête", Settings())
    passage = quoting("")
    note = "§ 12. chapters/enquete.html#p-m2q8x"
    _, entry = read_bibtex(fill_form(form_of(work, "BibTeX"), work, passage))
    assert not {"url", "urldate"} & set(entry.fields)
    assert unescaped(entry.fields["note"]) == note
    record = read_ris(fill_form(form_of(work, "RIS"), work, passage))
    assert not {"UR", "Y2"} & set(record)
    assert record["N1"] == [note]
    (item,) = json.loads(fill_form(form_of(work, "CSL-JSON"), work, passage))
    assert not {"URL", "accessed"} & set(item)
    assert item["note"] == note
