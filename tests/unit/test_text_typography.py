from __future__ import annotations

import pytest

from edition.text.passages import read_text
from edition.text.prose import read_prose
from edition.text.typography import find_faults


def codes(text: str) -> list[str]:
    page = read_text(text, docname="chapters/guide/x")
    return [
        str(fault.code).removeprefix("typography-")
        for prose in read_prose(page)
        for fault in find_faults(prose)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'étude", ["apostrophe"]),
        ('un "mot"', ["quote", "quote"]),
        ("un “mot”", ["quote", "quote"]),
        ("un mot - un autre", ["dash"]),
        ("un mot -- un autre", ["dash"]),
        ("attendre...", ["ellipsis"]),
        ("des livres, etc…", ["ellipsis"]),
        ("des livres, etc...", ["ellipsis"]),
        ("A la fin", ["capital"]),
        ("Fin. « A quoi bon ? »", ["capital"]),
        ("Ca va", ["capital"]),
        ("l’Etat", ["capital"]),
        ("un  mot", ["space"]),
        ("un mot , un autre", ["space"]),
        ("un mot .", ["space"]),
        ("{cite:p}`x` .", ["space"]),
        ("un mot; un autre", ["space"]),
        ("un mot: un autre", ["space"]),
        ("vraiment?", ["space"]),
        ("un mot,un autre", ["space"]),
        ("«mot »", ["space"]),
        ("« mot»", ["space"]),
        ("( mot)", ["space"]),
        ("XXème siècle", ["ordinal"]),
        ("XXIè siècle et XIXeme", ["ordinal"]),
        ("le 20ème", ["ordinal"]),
        ("le 20e siècle", ["ordinal"]),
        ("la 1ère fois", ["ordinal"]),
        ("n°3", ["ordinal"]),
        ("12000 fans", ["number"]),
        ("2.5 %", ["number"]),
        ("13%", ["number"]),
        ("un mot (et", ["pair"]),
        ("un mot »", ["pair"]),
        ("« un mot", ["pair"]),
        ("« un (mot » )", ["pair", "pair", "space"]),
        ("# L'étude", ["apostrophe"]),
        ("- L'étude", ["apostrophe"]),
        ("> L'étude", ["apostrophe"]),
        ("| a |\n|---|\n| l'étude |", ["apostrophe"]),
        ("```{data-chart} x\n:alt: L'étude\n```", ["apostrophe"]),
        ("```{data-table} x\n:caption: L'étude\n```", ["apostrophe"]),
        ("---\ndescription: L'étude\n---\n", ["apostrophe"]),
        ("{term}`l'étude`", ["apostrophe"]),
    ],
)
def test_what_french_writes_otherwise_is_found(text: str, found: list[str]):
    assert sorted(codes(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "L’étude, « dit-il », s’arrête là… Vraiment ? Oui ! C’est-à-dire : non ; si.",
        "Un tiret – celui-ci – et peut-être un trait d’union.",
        "`l'exemple` et `a - b` et `1.5%`",
        "```\nl'exemple ...\n```",
        "% l'exemple ...",
        '{en}`the library\'s page: "x"`',
        "{data-value}`x` : un mot",
        "<https://exemple.org/a?b=c;d!e>",
        "[Un lien](https://exemple.org/a--b)",
        "https://exemple.org/l'exemple...",
        "*Tweeting: a study* et [Libraries: what for?](https://exemple.org)",
        "« comme “cela” »",
        "*Autour de “Des tweets”*",
        "A-t-on lu ? Oui. A-t-elle lu ? Le groupe A est venu.",
        "Vitamine A, plan B.",
        "des livres, etc.",
        "des livres (etc.), un par un",
        "le XXe siècle, le 2e tome, le 1er mai, la 1re page, n° 3, la 2nde",
        "12 000 fans, 2,5 %, en 2016, RGAA 4.1, ISBN 978-2-84246-231-4",
        "le dépôt 10.4000/books.bibpompidou.2073",
        "à 12:30, de 3:1",
        "a) un mot ; b) un autre",
        "(un mot [et un autre])",
        "[…] la coupe",
        "un mot {finding}`constat-1`, un autre {cite:p}`x`.",
        "un mot {finding}`constat-1` {variant}`variante-2`.",
        "L’**étude** et l’*enquête*, (*ici*)",
        "En fin de ligne,\nun mot ;\nun autre",
    ],
)
def test_what_is_right_is_left_alone(text: str):
    assert codes(text) == []


def test_a_fault_is_told_on_its_line():
    page = read_text("Un mot.\nL'autre.", docname="chapters/guide/x")
    (prose,) = read_prose(page)
    (fault,) = find_faults(prose)
    assert prose.line_at(fault.position) == 2
    assert fault.around == "L'autre."
