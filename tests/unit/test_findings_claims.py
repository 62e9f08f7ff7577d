"""What a claim rests on, and which part of the study its section treats."""

from __future__ import annotations

import pytest

from edition.findings import StudyParts, read_claims
from support.small_chapter import read

PAGE = """# Page

Avant {finding}`constat-01`.

## Un

```{study-part} chapitre-1
```

Dans un.

### Dessous

Dessous.

### Autre

```{study-part} chapitre-1-brest
```

```{study-part} annexe-1, chapitre-1-brest
```

Autre.

## Deux

Dans deux.
"""


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Avant", ()),
        ("Dans un.", ("chapitre-1",)),
        ("Dessous.", ("chapitre-1",)),
        ("Autre.", ("chapitre-1-brest", "annexe-1")),
        ("Dans deux.", ()),
    ],
)
def test_a_section_treats_what_it_names_or_what_the_one_around_it_names(
    words: str, parts: tuple[str, ...]
) -> None:
    (claim,) = (c for c in read_claims(read(PAGE)) if c.passage.words.startswith(words))
    assert claim.parts == parts


def test_what_the_page_names_holds_for_all_its_sections() -> None:
    page = read("# Page\n\n```{study-part} chapitre-1\n```\n\n## Un\n\nTexte.\n")
    assert StudyParts(page).at(8) == ("chapitre-1",)


@pytest.mark.parametrize("text", ["", "Texte.", "```{study-part} chapitre-1\n```"])
def test_a_page_without_heading_treats_nothing(text: str) -> None:
    assert StudyParts(read(text)).at(1) == ()


def test_a_claim_knows_its_evidence_line_by_line() -> None:
    text = (
        "Un {finding}`constat-01, constat-02 | raison`\n"
        "deux {data-value}`corpus|lettres`\n"
        "trois {cite:p}`a, b` {cite}`c`\n"
        "quatre {variant}`variante-01` {term}`mot`.\n\n"
        "```{data-table} lacunes\n:caption: Vue {finding}`constat-03`\n```\n"
    )
    (claim,) = read_claims(read(text))
    assert [(e.role, e.row, e.line, e.reason) for e in claim.evidence] == [
        ("finding", "constat-01", 1, "raison"),
        ("finding", "constat-02", 1, "raison"),
        ("data-value", "corpus|lettres", 2, ""),
        ("cite", "a", 3, ""),
        ("cite", "b", 3, ""),
        ("cite", "c", 3, ""),
    ]
    assert [(e.role, e.row) for e in claim.variants] == [("variant", "variante-01")]
    assert [e.row for e in claim.of("cite")] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "reasoning"),
    [
        ("% raisonnement\nTexte.", True),
        ("% raisonnement\n(p-ss222)=\nTexte.", True),
        ("% raisonnement\n\n- un\n- deux", True),
        ("%raisonnement\nTexte.", True),
        ("% raisonement\nTexte.", False),
        ("% raisonnement\n\n## Titre\n\nTexte.", False),
        ("Texte.\n% raisonnement", False),
        ("% raisonnement\n\n```{data-table} lacunes\n```\n\nTexte.", False),
    ],
)
def test_a_comment_line_marks_the_block_below_it(text: str, reasoning: bool) -> None:
    assert [c.reasoning for c in read_claims(read(text))][-1] is reasoning


def test_the_mark_of_reasoning_holds_for_one_block() -> None:
    claims = read_claims(read("% raisonnement\nUn.\n\nDeux."))
    assert [claim.reasoning for claim in claims] == [True, False]
