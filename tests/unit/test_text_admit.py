from __future__ import annotations

import time

import pytest

from edition.text.admit import check_source

PATH = "chapters/x.md"

FINE = """\
---
description: Une page
keywords: [a, b]
lang: fr
---

(sec-x)=
# Un titre {sup}`e`

% un commentaire

(p-22222)=
Du *texte*, un [lien](https://example.org), une {ref}`section <sec-x>`,
une {data-value}`valeur|nombre` et {cite:p}`clef{p. 3}`.

```{data-table} chronologie
:name: t-22222
:caption: Une *légende* : {data-value}`x`
:columns: date, titre = Événement
:filter: lieu = "Brest" and nombre > 3
:limit: 20
```

:::{data-chart} chronologie
:alt: Rien
:type: bar
:::

::::{grid} 1 1 2 2
:gutter: 2

:::{grid-item-card} Titre
:link: https://example.org
:link-type: url

Texte.
:::
::::

```{note} Début
suite.
```
"""


def said(text: str, path: str = PATH, place: str = "") -> list[str]:
    """Return code and line of what is refused."""
    issues = check_source(text, path, place=place)
    return [f"{issue.place.line} {issue.code}" for issue in issues]


def test_what_is_allowed_is_not_refused() -> None:
    assert check_source(FINE, PATH) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # -- directives: any fence, any case, any language, any place
        ("```{raw} html\n<b>x</b>\n```", ["1 directive-unknown"]),
        ("````{RAW} html\nx\n````", ["1 directive-unknown"]),
        ("~~~{eval-rst}\n.. raw:: html\n~~~", ["1 directive-unknown"]),
        (":::{include} ../conf.py\n:::", ["1 directive-unknown"]),
        ("```{inclure} ../conf.py\n```", ["1 directive-unknown"]),
        ("```{brut} html\n```", ["1 directive-unknown"]),
        ("```{literalinclude} ../conf.py\n```", ["1 directive-unknown"]),
        ("```{csv-table}\n:file: /etc/passwd\n```", ["1 directive-unknown"]),
        ("```{raw}\u00a0html\nx\n```", ["1 directive-unknown"]),
        ("```{raw}\u2003html\nx\n```", ["1 directive-unknown"]),
        ("```  {raw}   html\nx\n```", ["1 directive-unknown"]),
        ("   ```{raw} html\nx\n   ```", ["1 directive-unknown"]),
        ("```{raw} html\nsans fin", ["1 directive-unknown", "1 syntax-unclosed"]),
        ("```{only} html\nx\n```", ["1 directive-unknown"]),
        ("```{note}\nx", ["1 syntax-unclosed"]),
        ("```{note}\nx\n\n", ["1 syntax-unclosed"]),
        ("```{note}\nx\n\n```{tip}\ny\n```", ["1 syntax-unclosed"]),
        ("````{note}\nx\n```\n", ["1 syntax-unclosed"]),
        (":::{note}\nx\n::\n", ["1 syntax-unclosed"]),
        (
            "```{toctree}\n:maxdepth: 1 2\n\na\n```",
            ["1 directive-place", "2 directive-option"],
        ),
        (
            "````{grid} 77\n:gutter: 9\n\nUn mot.\n````",
            ["1 directive-form", "2 directive-option", "4 directive-place"],
        ),
        ("```{note}x\ny\n```", ["1 directive-form"]),
        ("```{raw html}\nx\n```", ["1 directive-form"]),
        (":::note\nx\n:::", ["1 directive-form"]),
        ("````{note}\n```{raw} html\nx\n```\n````", ["2 directive-unknown"]),
        ("> ```{raw} html\n> x\n> ```", ["1 directive-unknown"]),
        ("- un\n\n  ```{raw} html\n  x\n  ```", ["3 directive-unknown"]),
        ("T\n: ```{raw} html\n  x\n  ```", ["2 directive-unknown"]),
        ("- ```{note}\n  x\n  ```", ["1 directive-place"]),
        ("```{data-page} x\n```", ["1 directive-place"]),
        ("```{toctree}\nx\n```", ["1 directive-place"]),
        ("```{code-block} python\nx\n```", ["1 directive-place"]),
        (":::{grid-item-card}\nx\n:::", ["1 directive-place"]),
        (
            "````{note}\n```{data-table} x\n```\n````",
            ["2 directive-place"],
        ),
        # -- arguments, options, bodies
        ("```{data-table}\n```", ["1 directive-form"]),
        ("```{data-table} ../x\n```", ["1 directive-form"]),
        ("```{data-table} x\ncorps\n```", ["1 directive-form"]),
        ("```{note}\n```", ["1 directive-form"]),
        ("```{note}\n:class: x\ny\n```", ["2 directive-option"]),
        ("```{data-table} x\n:style: y\n```", ["2 directive-option"]),
        ("```{data-table} x\n:limit: beaucoup\n```", ["2 directive-option"]),
        ("```{data-table} x\n:limit:\n```", ["2 directive-option"]),
        ("```{data-chart} x\n```", ["1 directive-option"]),
        ("```{data-chart} x\n:alt: y\n:type: pie\n```", ["3 directive-option"]),
        (
            "```{data-table} x\n---\nname: t-22222\n---\n```",
            ["1 directive-form", "2 directive-form"],
        ),
        (
            "```{data-table} x\n:caption: |\n:  suite\n```",
            ["2 directive-form", "3 directive-form"],
        ),
        ('```{data-table} x\n:caption: "a"\n```', ["2 directive-form"]),
        ("```{data-table} x\n:caption: a # b\n```", ["2 directive-form"]),
        ("```{data-table} x\n:limit: 1\n:limit: 2\n```", ["3 directive-form"]),
        ("```{data-table} x\n:limit:3\n```", ["2 directive-form"]),
        (":::{card}\na\n^^^\nb\n:::", ["3 directive-form"]),
        ("```{card}\n---\na: b\n---\nc\n```", ["2 directive-form"]),
        (":::{card}\n:link: javascript:x\n\na\n:::", ["2 directive-option"]),
        (":::{card}\n:link: ../conf.py\n\na\n:::", ["2 directive-option"]),
        # -- what a title or a caption holds
        ("```{data-table} x\n:caption: {raw}`x`\n```", ["2 role-unknown"]),
        (":::{admonition} {raw}`x`\ny\n:::", ["1 role-unknown"]),
        ("# {raw}`x`", ["1 role-unknown"]),
        ("[{raw}`x`](https://example.org)", ["1 role-unknown"]),
        ("- *{raw}`x`*", ["1 role-unknown"]),
        ("T {raw}`x`\n: d {raw}`y`", ["1 role-unknown", "2 role-unknown"]),
        ("un\ndeux {raw}`x`", ["2 role-unknown"]),
        # -- roles
        ("{eval}`x`", ["1 role-unknown"]),
        ("{Ref}`x`", ["1 role-unknown"]),
        ("{brut}`x`", ["1 role-unknown"]),
        ("{download}`../conf.py`", ["1 role-unknown"]),
        ("{ref}`!x`", ["1 role-form"]),
        ("{ref} `x`", ["1 role-form"]),
        ("{réf}`x`", ["1 role-form"]),
        ("{r\u00a0ef}`x`", ["1 role-form"]),
        # -- front matter
        ("---\nmyst:\n  substitutions: {a: b}\n---\n", ["2 front-matter"]),
        ("---\nhtml_meta: {a: b}\n---\n", ["2 front-matter"]),
        ("---\nsubstitutions: {a: b}\n---\n", ["2 front-matter"]),
        ("---\nlang: de\n---\n", ["2 front-matter"]),
        ("---\ntitre: x\n---\n", ["2 front-matter"]),
        ("---\ndescription: {a: b}\n---\n", ["2 front-matter"]),
        (f"---\ndescription: {'x' * 600}\n---\n", ["2 front-matter"]),
        ("---\na: &b c\n---\n", ["2 front-matter"]),
        # -- links and images
        ("[a](javascript:x)", ["1 link-forbidden"]),
        ("[a](JAVASCRIPT:x)", ["1 link-forbidden"]),
        ("[a](java&#115;cript:x)", ["1 link-forbidden"]),
        ("[a]: javascript:x\n\n[a]", ["1 link-forbidden"]),
        ("<javascript:x>", ["1 syntax-forbidden"]),
        ("<ftp://example.org>", ["1 link-forbidden"]),
        ("<path:../conf.py>", ["1 link-forbidden"]),
        ("[a](file:///etc/passwd)", ["1 link-forbidden"]),
        ("[a](data:text/html,x)", ["1 link-forbidden"]),
        ("[a](../conf.py)", ["1 link-forbidden"]),
        ("[a](../data/tables/x.csv)", ["1 link-forbidden"]),
        ("[a][b]\n\n[b]: ../conf.py", ["1 link-forbidden"]),
        ("[](https://example.org)", ["1 link-forbidden"]),
        ("![a](https://example.org/x.png)", ["1 image-forbidden"]),
        ("![a](x.png)", ["1 image-forbidden"]),
        ("```{image} https://example.org/x.png\n:alt: a\n```", ["1 image-forbidden"]),
        ("```{image} /etc/x.png\n:alt: a\n```", ["1 image-forbidden"]),
        ("```{image} x.png\n```", ["1 directive-option"]),
        ("```{figure} x.png\n:width: 50%\n:alt: a\n```", ["2 directive-option"]),
        # -- everything else that is not text
        ("<script>alert(1)</script>", ["1 syntax-forbidden", "1 syntax-forbidden"]),
        ("Un <b>mot</b>.", ["1 syntax-forbidden", "1 syntax-forbidden"]),
        ("<!-- caché -->", ["1 syntax-forbidden"]),
        ("<?php x ?>", ["1 syntax-forbidden"]),
        ("{{ env.app }}", ["1 syntax-forbidden"]),
        ("{% include 'x' %}", ["1 syntax-forbidden"]),
        ("Un[^1].\n\n[^1]: Bas", ["1 link-forbidden", "3 syntax-forbidden"]),
        ("Un[^a b].", ["1 syntax-forbidden"]),
        ("    du code", ["1 syntax-forbidden"]),
        ("```\ndu code\n```", ["1 syntax-forbidden"]),
        ("```python\nx\n```", ["1 syntax-forbidden"]),
        ("| a |\n|---|\n| b |", ["1 syntax-forbidden"]),
        ("+++", ["1 syntax-forbidden"]),
        # -- signs
        ("a\r\nb", ["1 source-sign"]),
        ("a\tb", ["1 source-sign"]),
        ("a\x00b", ["1 source-sign"]),
        ("\ufeffa", ["1 source-sign"]),
        ("a\u202eb", ["1 source-sign"]),
        ("a\u200bb", ["1 source-sign"]),
        ("a\n\u2028b", ["2 source-sign"]),
        # -- sizes
        ("a" * 4001, ["1 source-size"]),
        ("a\n" * 30_000, ["20001 source-size"]),
        ("a\n\n" * 140_000, ["0 source-size"]),
    ],
)
def test_what_is_not_allowed_is_refused(text: str, codes: list[str]) -> None:
    assert sorted(set(said(text))) == sorted(set(codes))


def test_all_faults_are_told_at_once_in_the_order_of_the_page() -> None:
    text = "{raw}`x`\n\n```{raw} html\n```\n\n{{ x }}\n"
    assert said(text) == ["1 role-unknown", "3 directive-unknown", "6 syntax-forbidden"]


def test_the_message_names_the_nearest_allowed_name() -> None:
    (issue,) = check_source("```{data-tables} x\n```", PATH)
    assert str(issue).endswith(
        "Conseil : vouliez-vous « data-table » ? [edition.directive-unknown]"
    )
    assert "directive « data-tables » non permise ; attendu : data-table" in str(issue)


def test_directives_too_deep_are_refused_and_not_opened() -> None:
    text = "x"
    for depth in range(3, 40):
        fence = ":" * depth
        text = f"{fence}{{note}}\n{text}\n{fence}"
    assert [line.split()[1] for line in said(text)] == ["source-size"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("chapters/guide/x.md", "```python\nx\n```"),
        ("chapters/guide/x.md", "```{code-block} python\nx\n```"),
        ("chapters/guide/x.md", "| a |\n|---|\n| b |"),
        ("index.md", "```{toctree}\n:numbered:\nchapters/x\nTitre <chapters/y>\n```"),
        ("index.md", "```{toctree}\n:numbered: 2\n:glob:\nchapters/*\n```"),
        ("chapters/annexes/donnees/x.md", "```{data-page} x\n```"),
        ("chapters/annexes/lexique.md", "```{data-glossary} lexique\n```"),
    ],
)
def test_some_things_have_a_place_of_their_own(path: str, text: str) -> None:
    assert check_source(text, path) == []


@pytest.mark.parametrize(
    "line", ["https://example.org", "../conf", "/etc/passwd", "a <b> c", "<x"]
)
def test_a_table_of_contents_lists_pages_of_the_book(line: str) -> None:
    text = f"```{{toctree}}\n{line}\n```"
    assert said(text, "index.md") == ["2 directive-form"]


def test_a_note_may_use_roles_but_no_directive() -> None:
    assert check_source("Voir {ref}`sec-a`.", "note", place="note") == []
    assert said("```{note}\nx\n```", "note", "note") == ["1 directive-place"]


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 4000,
        "[](" * 1300,
        "![" * 2000,
        "*a " * 1300,
        "`" * 3999,
        "> " * 2000,
        "- " * 2000,
        "{ref}`" * 650,
        "\n".join(["[" * 3000] * 100),
        "\n".join(["> " * 50 + "a"] * 1000),
        "\n".join(["- " * 20 + "a"] * 1000),
        "\n".join(["a"] * 100_000),
        "\n".join(["```{note}"] * 2000),
        "| a " * 900 + "|\n" + "|---" * 900 + "|\n" + ("| b " * 900 + "|\n") * 20,
    ],
)
def test_a_page_made_to_take_for_ever_does_not(bomb: str) -> None:
    start = time.perf_counter()
    check_source(bomb, PATH)
    # Generous: a slow machine, not a slow method.
    assert time.perf_counter() - start < 10
