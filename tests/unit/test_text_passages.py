from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edition.text.passages import read_text

if TYPE_CHECKING:
    from edition.text.model import Passage
    from edition.text.roles import Use


def passages(text: str, docname: str = "chapters/x") -> tuple[Passage, ...]:
    return read_text(text, docname=docname).passages


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Un *mot* et `code`.\nSuite.", "paragraph", "Un mot et code. Suite."),
        ("- a\n- b\n  1. c", "list", "a b c"),
        ("1. a\n\n   b\n2. c", "list", "a b c"),
        ("Terme\n: Définition\n\n  suite", "definitions", "Terme Définition suite"),
        ("> Un\n> deux\n>\n> - trois", "quotation", "Un deux trois"),
        ("```{data-table} x\n:caption: Une *légende*\n```", "table", "Une légende"),
        (":::{data-chart} x\n:alt: Rien\n:::", "chart", ""),
        ("```{figure} a.png\n:alt: Rien\n\nLégende\n```", "figure", "Légende"),
    ],
)
def test_each_block_of_the_body_is_one_passage(
    text: str, kind: str, words: str
) -> None:
    (found,) = passages(text)
    assert (found.kind.value, found.words) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        ":::{note}\nUn aparté.\n\n- liste\n:::",
        "::::{grid}\n:::{grid-item-card} Titre\nTexte\n:::\n::::",
        "```{admonition} Titre\n> cité\n```",
        "```{data-page} x\n```",
        "```\ncode\n```",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "% un commentaire",
        "***",
        "# Un titre",
        "[a]: https://example.org",
    ],
)
def test_what_is_in_a_card_an_aside_or_no_text_is_no_passage(text: str) -> None:
    assert passages(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{ref}`sec-a`", "[sec-a]"),
        ("{ref}`le titre <sec-a>`", "le titre"),
        ("{numref}`t-k3m9x`", "[t-k3m9x]"),
        ("{doc}`autre`", "[autre]"),
        ("{term}`RSN`", "RSN"),
        ("{term}`les réseaux <RSN>`", "les réseaux"),
        ("{cite}`a2017,b2018`", "[a2017,b2018]"),
        ("{cite:t}`a2017{p. 3}`", "[a2017{p. 3}]"),
        ("{abbr}`RSN (réseaux sociaux)`", "RSN"),
        ("XX{sup}`e`", "XXe"),
        ("{data-value}`x|nombre`", "[x|nombre]"),
        ("a&eacute;&amp;\\*", "aé&*"),
        ("a\\\nb", "a b"),
        ("[texte](#p-22222)", "texte"),
        ("<https://example.org>", "https://example.org"),
        ("![un *carré*](a.png)", "un carré"),
    ],
)
def test_words_are_those_that_are_read(text: str, words: str) -> None:
    (found,) = passages(text)
    assert found.words == words


def test_values_are_resolved_and_the_skeleton_keeps_their_addresses() -> None:
    def resolve(use: Use) -> str | None:
        return {"brest": "819\u00a0fans"}.get(use.argument)

    text = "On compte {data-value}`brest`, puis {data-value}`autre`."
    (found,) = read_text(text, docname="chapters/x", resolve=resolve).passages
    assert found.words == "On compte 819 fans, puis [autre]."
    assert found.skeleton == "On compte [brest], puis [autre]."


def test_a_view_reads_as_its_caption_then_its_data() -> None:
    text = "```{data-table} t\n:name: t-k3m9x\n:caption: Légende\n```"
    document = read_text(
        text,
        docname="chapters/x",
        resolve=lambda use: f"{use.name} {use.argument} {use.option('name')}",
    )
    assert document.passages[0].words == "Légende data-table t t-k3m9x"
    assert document.passages[0].id == "t-k3m9x"


def test_sections_ids_lines_and_numbers() -> None:
    text = """\
(sec-a)=
# A *b*

(p-22222)=
Un.

(sec-c)=
## C

- deux

```{data-table} t
:name: t-22222
```

(q-33333)=
> Trois.
"""
    document = read_text(text, docname="chapters/x")
    assert document.title == "A b"
    assert [(s.id, s.level, s.line) for s in document.sections] == [
        ("sec-a", 1, 2),
        ("sec-c", 2, 8),
    ]
    assert [(p.id, p.line, p.section, p.number) for p in document.passages] == [
        ("p-22222", 5, "sec-a", 1),
        ("", 10, "sec-c", 2),
        ("t-22222", 12, "sec-c", 0),
        ("q-33333", 17, "sec-c", 3),
    ]
    assert document.ids() == [
        ("sec-a", 1),
        ("p-22222", 4),
        ("sec-c", 7),
        ("t-22222", 12),
        ("q-33333", 16),
    ]


@pytest.mark.parametrize(
    ("docname", "number"),
    [
        ("chapters/enquete", 1),
        ("chapters/annexes/temoins", 1),
        ("chapters/annexes/donnees/sources", 0),
        ("chapters/guide/citer", 0),
        ("index", 0),
    ],
)
def test_only_chapters_and_annexes_are_numbered(docname: str, number: int) -> None:
    assert passages("Un.", docname)[0].number == number


def test_uses_are_listed_with_their_lines_those_in_asides_too() -> None:
    text = """\
Un {ref}`a`
et {doc}`b`.

:::{note} Début {term}`c`
suite {term}`d`
:::

```{data-table} t
:caption: {term}`e`
```
"""
    uses = read_text(text, docname="chapters/x").uses
    assert [(use.name, use.argument, use.line) for use in uses] == [
        ("ref", "a", 1),
        ("doc", "b", 2),
        ("note", "", 4),
        ("term", "c", 4),
        ("term", "d", 5),
        ("data-table", "t", 8),
        ("term", "e", 9),
    ]
