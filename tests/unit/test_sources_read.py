"""What is refused in the file of references, and how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edition.sources import check_references, keywords, reference_id
from edition.sources.read import read_references

if TYPE_CHECKING:
    from pathlib import Path

PLACE = "data/references.bib"


@pytest.fixture
def said(tmp_path: Path):
    def check(text: str | bytes) -> list[str]:
        path = tmp_path / "references.bib"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return [str(issue) for issue in check_references(path, place=PLACE)]

    return check


def test_a_good_file_has_no_fault(said) -> None:
    assert (
        said("% tout va bien\n@book{a_1, title={T}, url={https://x.example/?a=1&b=2}}")
        == []
    )


def test_a_missing_file(tmp_path: Path) -> None:
    (issue,) = check_references(tmp_path / "rien.bib", place=PLACE)
    assert str(issue) == (
        f"{PLACE}: fichier illisible ; attendu : un fichier BibTeX. "
        "[edition.reference-file]"
    )


def test_a_file_in_another_encoding(said) -> None:
    assert said("@misc{a,\n title={é}}".encode("latin-1")) == [
        f"{PLACE}:2: texte illisible ; attendu : UTF-8. [edition.reference-file]"
    ]


@pytest.mark.parametrize(
    "text", ["@misc{a,\ntitle={T}\nyear={2017}}", "@misc{a,\ntitle={T"]
)
def test_a_forgotten_comma_or_brace_is_located(said, text: str) -> None:
    (message,) = said(text)
    assert message.startswith(f"{PLACE}:")
    assert "BibTeX illisible ; attendu : champ = {valeur}" in message
    assert message.endswith("[edition.reference-file]")


def test_a_bare_word(said) -> None:
    assert "mot sans accolades" in said("@misc{a, title={T}, month=janvier}")[0]


def test_a_key_given_twice(said) -> None:
    (message,) = said("@misc{a, title={T}}\n\n@misc{a, title={U}}")
    assert message == f"{PLACE}:1: (clé a) clé donnée 2 fois. [edition.reference-key]"


def test_keys_that_give_the_same_address(said) -> None:
    (message,) = said("@misc{a_b, title={T}}\n@misc{a-b, title={U}}")
    assert message == (
        f"{PLACE}:2: (clé a-b) ancre « ref-a-b » déjà prise par la clé a_b. "
        "[edition.reference-key]"
    )


def test_a_key_with_an_accent(said) -> None:
    assert "(clé été) clé illisible" in said("@misc{été, title={T}}")[0]


def test_an_unknown_type_names_the_nearest(said) -> None:
    (message,) = said("@articel{a, title={T}}")
    assert "type « articel » inconnu ; attendu : article, book" in message
    assert "Conseil : vouliez-vous « article »" in message


def test_a_work_without_title(said) -> None:
    assert said("@misc{a, year=2017}") == [
        f"{PLACE}:1: (clé a) référence sans titre. [edition.reference-field]"
    ]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "www.bpi.fr", "https://a b", "//x"],
)
def test_an_address_that_is_not_of_the_web(said, url: str) -> None:
    (message,) = said(f"@misc{{a, title={{T}}, url={{{url}}}}}")
    assert f"adresse « {url} » refusée" in message


def test_all_faults_are_said_at_once_in_the_order_of_the_file(said) -> None:
    found = said("@misc{a, year=1}\n@foo{b, title={T}}\n@misc{c, year=1}")
    assert [message.split(":")[1] for message in found] == ["1", "2", "3"]


def test_keywords_are_words_between_commas(tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_text(
        "@misc{a, title={T}, keywords={etude, cite-par-l-etude ,}}", "utf-8"
    )
    entry = read_references(path, place=PLACE)["a"]
    assert keywords(entry) == ("etude", "cite-par-l-etude")


def test_the_address_of_a_reference_comes_from_its_key_alone() -> None:
    assert reference_id("Audouard_Tweets_2017") == "ref-audouard-tweets-2017"
