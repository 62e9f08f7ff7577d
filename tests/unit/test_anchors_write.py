from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.anchors.taken import taken_ids
from edition.anchors.write import assign, replace_file
from edition.paths import EditionPaths
from edition.text.passages import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from edition.anchors.write import Assignment

DOC = "chapters/x"
LINE = re.compile(r"\([pq]-\w{5}\)=\n?|:name: [tf]-\w{5}\n")


def assigned(source: str, taken: set[str] | None = None) -> Assignment:
    rng = random.Random(3)
    return assign(source, docname=DOC, taken=set() if taken is None else taken, rng=rng)


@pytest.mark.parametrize(
    ("source", "pattern"),
    [
        ("Un.\n", r"\(p-.{5}\)=\nUn\.\n"),
        ("Un.", r"\(p-.{5}\)=\nUn\."),
        ("- un\n- deux\n", r"\(p-.{5}\)=\n- un\n- deux\n"),
        ("T\n: d\n", r"\(p-.{5}\)=\nT\n: d\n"),
        ("> un\n", r"\(q-.{5}\)=\n> un\n"),
        ("Un :\n- deux\n", r"\(p-.{5}\)=\nUn :\n\(p-.{5}\)=\n- deux\n"),
        ("% note\nUn.\n", r"% note\n\(p-.{5}\)=\nUn\.\n"),
        ("```{data-table} x\n```\n", r"```\{data-table\} x\n:name: t-.{5}\n```\n"),
        ("```{data-table} x", r"```\{data-table\} x\n:name: t-.{5}"),
        (
            ":::{data-chart} x\n:alt: y\n:::\n",
            r":::\{data-chart\} x\n:name: f-.{5}\n:alt: y\n:::\n",
        ),
        (
            "  ```{data-table} x\n  ```\n",
            r"  ```\{data-table\} x\n  :name: t-.{5}\n  ```\n",
        ),
        ("# T\n\n## U\n", r"# T\n\n## U\n"),
        (":::{note}\nx\n:::\n", r":::\{note\}\nx\n:::\n"),
        ("", r""),
    ],
)
def test_ids_are_written_where_they_belong(source: str, pattern: str) -> None:
    assert re.fullmatch(pattern, assigned(source).text)


def test_what_has_an_id_keeps_it_and_a_second_run_changes_nothing() -> None:
    source = "(p-22222)=\nUn.\n\nDeux.\n\n```{data-table} x\n:name: t-33333\n```\n"
    first = assigned(source)
    assert "(p-22222)=\nUn." in first.text
    assert ":name: t-33333" in first.text
    assert len(first.given) == 1
    second = assigned(first.text)
    assert second.given == ()
    assert second.text == first.text


def test_no_other_byte_changes() -> None:
    source = "  Un\u00a0:  \n- deux\u202f;\n\n\n\nT\n:   d\n\nfin"
    assert LINE.sub("", assigned(source).text) == source


def test_ids_that_were_ever_used_are_not_given_again() -> None:
    taken: set[str] = set()
    texts = [assigned("Un.\n\nDeux.\n", taken).text for _ in range(50)]
    assert len(taken) == 100
    assert len({line for text in texts for line in LINE.findall(text)}) == 100


def test_a_file_with_windows_line_ends_is_refused() -> None:
    with pytest.raises(ValueError, match="carriage return"):
        assigned("Un.\r\n")


BLOCKS = [
    "Un paragraphe.\nSur deux lignes.",
    "Un *mot* {ref}`x` et {data-value}`y`.",
    "- un\n- deux\n  - trois",
    "* un\n\n  suite",
    "3. un\n4. deux",
    "Terme\n: définition\n\n  suite\n: autre",
    "> cité\n> encore",
    "> cité\nparesseux",
    "% commentaire",
    "## Titre",
    "(sec-a)=\n### Titre",
    "(p-22222)=\nDéjà.",
    "(q-33333)=\n> Déjà.",
    "```{data-table} x\n:caption: y\n```",
    ":::{data-chart} x\n:alt: y\n:::",
    "```{data-table} x\n:name: t-44444\n```",
    ":::{note}\nUn.\n\n- deux\n:::",
    "***",
    "    code",
    "```\ncode\n```",
    "[a]: https://example.org",
    "Fin\\\nforcée",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(BLOCKS), st.sampled_from(["\n", "\n\n", "\n\n\n"])),
        max_size=10,
    )
)
def test_ids_change_neither_the_words_nor_their_order(
    parts: list[tuple[str, str]],
) -> None:
    source = "".join(block + end for block, end in parts)
    before = read_text(source, docname=DOC)
    taken = {"p-22222", "q-33333", "t-44444"}
    result = assigned(source, taken)
    after = read_text(result.text, docname=DOC)
    assert [(p.kind, p.words) for p in after.passages] == [
        (p.kind, p.words) for p in before.passages
    ]
    assert all(p.id for p in after.passages)
    new = [anchor for _, anchor in result.given]
    assert len(new) == len(set(new))
    assert not set(new) & {"p-22222", "q-33333", "t-44444"}
    assert [s.id for s in after.sections] == [s.id for s in before.sections]
    assert LINE.sub("", result.text) == LINE.sub("", source)
    assert assigned(result.text).given == ()


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "x.md"
    page.write_text("avant", "utf-8")
    page.chmod(0o640)
    replace_file(page, "après\n")
    assert page.read_bytes() == "après\n".encode()
    assert page.stat().st_mode & 0o777 == 0o640
    monkeypatch.setattr("pathlib.Path.replace", _disk_full)
    with pytest.raises(OSError, match="plein"):
        replace_file(page, "perdu")
    assert [path.name for path in tmp_path.iterdir()] == ["x.md"]
    assert page.read_text("utf-8") == "après\n"


def _disk_full(self: Path, target: Path) -> None:
    msg = "disque plein"
    raise OSError(msg)


def test_every_id_that_the_repository_remembers_is_taken(tmp_path: Path) -> None:
    for name, text in {
        "index.md": "(p-22222)=\nUn.",
        "chapters/x.md": "% jadis p-33333\n```{data-table} x\n:name: t-44444\n```",
        "data/anchors.csv": "id,kind,state\nq-55555,quotation,retired\n",
        "data/annotations/x.yaml": "- block: p-66666\n",
        "data/editions/0.1/x.json": '{"id": "f-77777"}',
        "notes.txt": "p-88888",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert taken_ids(EditionPaths(tmp_path)) == {
        "p-22222",
        "p-33333",
        "t-44444",
        "q-55555",
        "p-66666",
        "f-77777",
    }
