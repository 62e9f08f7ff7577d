"""The rules of language over pages: which texts they look at, and which they leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.checks import addresses, padding, sentences, spelling, typography
from edition.checks.padding import read_phrases
from edition.paths import EditionPaths
from support.issue_folders import lay_out

ENGLISH = "---\nlang: en\n---\n"


@pytest.fixture
def edition(tmp_path: Path) -> EditionPaths:
    paths = lay_out("_base", tmp_path)
    paths.words.write_text("# Rien\n", "utf-8")
    return paths


def write(paths: EditionPaths, text: str) -> None:
    page = paths.chapters / "guide" / "x.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(text, "utf-8")


def unknown(paths: EditionPaths, text: str) -> list[str]:
    write(paths, text)
    return [
        f"{issue.place.line} {issue.message.split(' »')[0].removeprefix('mot « ')}"
        for issue in spelling.check(paths)
        if issue.place.path.endswith("x.md")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Un\nmto.", ["2 mto"]),
        ("# Un mto", ["1 mto"]),
        ("- un mto", ["1 mto"]),
        ("> un mto", ["1 mto"]),
        ("| mto |\n|---|\n| mot |", ["1 mto"]),
        ("Un mot\n: un mto", ["2 mto"]),
        (":::{note}\nun mto\n:::", ["2 mto"]),
        (":::{admonition} Un mto\nun mot\n:::", ["1 mto"]),
        ("```{data-table} villes\n:caption: un mto\n```", ["2 mto"]),
        ("```{data-chart} villes\n:alt: un mto\n```", ["2 mto"]),
        ("---\ndescription: un mto\n---\n", ["2 mto"]),
        ("---\nkeywords: [un, mto]\n---\n", ["2 mto"]),
        ("{term}`mto` et {ref}`mto <sec-a>`", ["1 mto"]),
        ("[mto](#sec-a)", ["1 mto"]),
        ("« un mto » et *un mto*", ["1 mto"]),
        ("**mto** et mto, l’mto", ["1 mto", "1 l’mto"]),
    ],
)
def test_words_are_looked_at_wherever_they_are_read(
    text: str, found: list[str], edition: EditionPaths
):
    assert unknown(edition, text) == found


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH + "The libraries and their readers.",
        "{en}`the library` et `mto`, {cite:p}`mto`, {data-value}`mto`, {doc}`mto`",
        "{abbr}`ABF (mto)`, {ref}`mto`, {term}`!mto`",
        "```\nmto\n```",
        "% mto",
        "(sec-mto)=\n# Titre",
        "https://mto.org, <https://mto.org>, mto.fr, mto.csv",
        "[un lien](https://mto.org/mto)",
        "*Tweeting the library* et « what libraries do online »",
        "[What libraries do online](https://mto.org)",
        "M. Martin, Anne Martin",
        "XXe siècle, 2e, BnF2, RGAA, PDFs",
        "```{data-table} villes\n:filter: nom = mto\n```",
    ],
)
def test_code_names_and_other_languages_are_passed_over(
    text: str, edition: EditionPaths
):
    assert unknown(edition, text) == []


def test_the_sentences_of_tables_are_looked_at(edition: EditionPaths):
    before = list(spelling.check(edition))
    assert before == []
    table = edition.table("unites")
    schema = edition.schema("unites")
    schema.write_text(
        schema.read_text("utf-8").replace('"singulier"', '"definition"'), "utf-8"
    )
    text = table.read_text("utf-8").replace("singulier", "definition", 1)
    head, first, rest = text.split("\n", 2)
    cells = first.split(",")
    cells[head.split(",").index("definition")] = "mto"
    table.write_text("\n".join([head, ",".join(cells), rest]), "utf-8")
    (issue,) = spelling.check(edition)
    assert str(issue.place) == "data/tables/unites.csv:2"
    assert issue.message == "mot « mto » inconnu"


def test_without_a_list_there_is_no_rule(edition: EditionPaths):
    edition.words.unlink()
    assert unknown(edition, "un mto") == []


def test_a_second_check_says_the_same_from_memory(
    edition: EditionPaths, monkeypatch: pytest.MonkeyPatch
):
    first = unknown(edition, "Un mto et des bibliothèques.")
    monkeypatch.setattr("edition.spelling.verdicts._asked", {})
    monkeypatch.setattr("edition.spelling.verdicts._dictionary", None)
    assert unknown(edition, "Un mto et des bibliothèques.") == first == ["1 mto"]


def test_a_known_word_is_told_unused_in_english_pages(edition: EditionPaths):
    edition.words.write_text("mto\n", "utf-8")
    write(edition, ENGLISH + "A mto.")
    assert [issue.code for issue in spelling.check(edition)] == ["word-unused"]
    write(edition, "Un mto.")
    assert list(spelling.check(edition)) == []


# -- phrases ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il est  important de\nnoter que", "Il est important de noter"),
        ("Force est de constater", "Force est de constater"),
        ("À l'ère du numérique", "À l'ère du numérique"),
        ("une véritable fête", "véritable"),
        ("véritablement", "véritablement"),
        ("incontournables", "incontournables"),
        ("# Un enjeu majeur", "enjeu majeur"),
    ],
)
def test_phrases_that_say_nothing_are_found(
    text: str, found: str, edition: EditionPaths
):
    write(edition, text)
    (issue,) = padding.check(edition)
    assert issue.message == f"remplissage « {found} »"
    assert issue.hint


@pytest.mark.parametrize(
    "text",
    [
        "« une véritable fête »",
        "*Un véritable ami*",
        "`véritable`",
        "invéritable, au fond",
        "Il est important.",
        "Le jeu majeur, le rôle joué.",
        ENGLISH + "véritable",
    ],
)
def test_the_words_of_others_may_say_nothing(text: str, edition: EditionPaths):
    write(edition, text)
    assert list(padding.check(edition)) == []


def test_each_phrase_comes_with_what_to_do():
    for phrase, advice in read_phrases().items():
        assert phrase == phrase.lower().strip()
        assert "'" not in phrase + advice
        assert not advice.endswith(".")


# -- lines, signs, addresses -----------------------------------------------------


def test_headings_captions_and_cells_need_be_no_sentences(edition: EditionPaths):
    write(
        edition,
        "# Un. Deux\n\n| Un. Deux |\n|---|\n| Un. Deux |\n\n"
        "```{data-table} villes\n:caption: Un. Deux\n```\n",
    )
    assert list(sentences.check(edition)) == []


def test_lines_are_held_in_english_too(edition: EditionPaths):
    write(edition, ENGLISH + "One. Two.\n")
    (issue,) = sentences.check(edition)
    assert (issue.place.line, issue.code) == (4, "sentence-second")


def test_french_signs_are_not_asked_of_english(edition: EditionPaths):
    write(edition, ENGLISH + "What? It's “this”: that.\n")
    assert list(typography.check(edition)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("<https://exemple.org>", 0),
        ("[x](https://exemple.org#partie)", 0),
        ("`https://exemple.net`", 0),
        ("```\nhttps://exemple.net\n```", 0),
        ("<https://exemple.net>", 1),
        ("Voir https://exemple.net/a.", 1),
        ("[x](https://exemple.net)\net [y](http://exemple.org)", 2),
        (":::{card} x\n:link: https://exemple.net\ny\n:::", 1),
        ("[x](mailto:a@exemple.net) et [y](#sec-a)", 0),
    ],
)
def test_addresses_of_the_text_stand_in_the_data(
    text: str, count: int, edition: EditionPaths
):
    write(edition, text)
    assert len(list(addresses.check(edition))) == count


def test_our_own_addresses_are_known(edition: EditionPaths):
    edition.settings.write_text('forge = "https://forge.net/edition"\n', "utf-8")
    write(edition, "[x](https://forge.net/edition)")
    assert list(addresses.check(edition)) == []
