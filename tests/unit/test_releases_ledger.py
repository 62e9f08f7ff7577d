"""The ledger of published ids: its file, its faults, where an id leads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition.issues import Issue, IssueError
from edition.paths import EditionPaths
from edition.releases.items import ItemKind
from edition.releases.ledger import AnchorRecord, AnchorState, Ledger, ledger_text
from edition.releases.ledger_file import is_known_form, read_ledger
from edition.releases.version import is_version, version_key

SMALL = Path(__file__).resolve().parent.parent / "roots" / "test-ledger"
SUM = "0" * 64
HEAD = "id,kind,document,since,changed,checksum,state,successors,reason,same\n"
ACTIVE, SPLIT = AnchorState.ACTIVE, AnchorState.SPLIT
MERGED, RETIRED = AnchorState.MERGED, AnchorState.RETIRED


def row(anchor: str, state: str = "active", heirs: str = "", why: str = "") -> str:
    return f"{anchor},paragraph,chapters/a,0.1,0.1,{SUM},{state},{heirs},{why},\n"


def record(
    anchor: str, state: AnchorState = ACTIVE, successors: tuple[str, ...] = ()
) -> AnchorRecord:
    kind = ItemKind.PARAGRAPH
    return AnchorRecord(
        anchor, kind, "chapters/a", "0.1", "0.1", SUM, state, successors
    )


def ledger(*records: AnchorRecord) -> Ledger:
    return Ledger({found.id: found for found in records})


@pytest.fixture
def book(tmp_path: Path) -> EditionPaths:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    return EditionPaths(tmp_path)


def faults(paths: EditionPaths, content: str | bytes) -> list[Issue]:
    data = content.encode() if isinstance(content, str) else content
    paths.anchors.write_bytes(data)
    try:
        return read_ledger(paths)[1]
    except IssueError as error:
        return list(error.issues)


# -- the file --------------------------------------------------------------------------


def test_what_is_written_is_read_again(book: EditionPaths) -> None:
    found, issues = read_ledger(book)
    assert issues == []
    text = ledger_text(found)
    assert text == book.anchors.read_text(encoding="utf-8")
    assert "\r" not in text


def test_without_a_file_nothing_was_published(book: EditionPaths) -> None:
    book.anchors.unlink()
    assert read_ledger(book) == (Ledger(), [])


def test_two_new_ids_seldom_stand_on_neighbouring_lines() -> None:
    """Lines are sorted by id, which chance draws: two branches write far apart."""
    records = [record(f"p-{letter}2222") for letter in "zbmq"]
    lines = ledger_text(ledger(*records)).splitlines()[1:]
    assert [line[:7] for line in lines] == ["p-b2222", "p-m2222", "p-q2222", "p-z2222"]


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("id,kind\n", 1, "colonnes inattendues"),
        (HEAD.replace("id,kind", "kind,id"), 1, "colonnes inattendues"),
        (HEAD + "p-22222,paragraph\n", 2, ""),
        (HEAD + row("p-2222o"), 2, "mal formé"),
        (HEAD + row(""), 2, "mal formé"),
        (HEAD + row("p-22222").replace(",0.1,0.1", ",0.1.dev0,0.1"), 2, "édition"),
        (HEAD + row("p-22222").replace("chapters/a", "../a"), 2, "document « ../a »"),
        (HEAD + row("p-22222").replace("chapters/a", "a.md"), 2, "document « a.md »"),
        (HEAD + row("p-22222").replace(SUM, "0a"), 2, "empreinte"),
        (HEAD + row("p-22222", "split"), 2, "sans successeur"),
        (HEAD + row("p-22222", "active", "p-33333"), 2, "successeurs d'un"),
        (HEAD + row("p-22222", "retired"), 2, "retrait sans raison"),
        (HEAD + row("p-22222", "merged", "p-22222"), 2, "fondu dans lui-même"),
        (HEAD + row("p-22222", "merged", "p-1"), 2, "successeur « p-1 » mal formé"),
        (HEAD + row("p-33333") + row("p-22222"), 3, "mal rangé"),
        (HEAD + row("p-22222") * 2, 3, "déjà donné ligne 2"),
        (
            HEAD
            + row("p-22222", "merged", "p-33333")
            + row("p-33333", "merged", "p-22222"),
            2,
            "en cercle",
        ),
        (
            HEAD
            + "<<<<<<< HEAD\n"
            + row("p-22222")
            + "=======\n"
            + row("p-33333")
            + ">>>>>>> b\n",
            2,
            "fusion de deux branches inachevée",
        ),
        (b"\xef\xbb\xbf" + HEAD.encode(), 1, ""),
        (HEAD.encode() + b"p-22222,\xff\n", 2, ""),
        ("", 0, ""),
        (b"\x00" * 20, 0, ""),
    ],
)
def test_a_malformed_ledger_is_told_at_its_line(
    book: EditionPaths, content: str | bytes, line: int, said: str
) -> None:
    found = faults(book, content)
    assert found
    assert {issue.place.path for issue in found} == {"data/anchors.csv"}
    if line:
        assert line in {issue.place.line for issue in found}
    assert any(said in issue.message for issue in found)


@pytest.mark.parametrize(
    ("anchor", "known"),
    [
        ("p-m2q8x", True),
        ("sec-terrains-2", True),
        ("lieux.brest-1", True),
        ("lex-veille", True),
        ("p-M2Q8X", False),
        ("lieux.", False),
        ("p-2222o", False),
        ("p-222222", False),
        ("a b", False),
        ("", False),
    ],
)
def test_only_ids_of_our_forms_are_known(anchor: str, known: bool) -> None:
    assert is_known_form(anchor) is known


# -- where an id leads -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("records", "heirs"),
    [
        ([record("p-22222")], ("p-22222",)),
        ([record("p-22222", RETIRED)], ()),
        ([record("p-22222", MERGED, ("p-33333",)), record("p-33333")], ("p-33333",)),
        # Through a second decision.
        (
            [
                record("p-22222", MERGED, ("p-33333",)),
                record("p-33333", SPLIT, ("p-44444", "p-55555")),
                record("p-44444"),
                record("p-55555"),
            ],
            ("p-44444", "p-55555"),
        ),
        # A split id that names the first half on.
        (
            [record("p-22222", SPLIT, ("p-22222", "p-33333")), record("p-33333")],
            ("p-22222", "p-33333"),
        ),
        # Two ways to the same end.
        (
            [
                record("p-22222", SPLIT, ("p-33333", "p-44444")),
                record("p-33333", MERGED, ("p-55555",)),
                record("p-44444", MERGED, ("p-55555",)),
                record("p-55555"),
            ],
            ("p-55555",),
        ),
        # An heir that was retired leads nowhere.
        (
            [record("p-22222", MERGED, ("p-33333",)), record("p-33333", RETIRED)],
            (),
        ),
        # A successor of this very edition is not in the ledger yet.
        ([record("p-22222", MERGED, ("p-33333",))], ("p-33333",)),
        # A circle, which the reader refuses, ends.
        (
            [
                record("p-22222", MERGED, ("p-33333",)),
                record("p-33333", MERGED, ("p-22222",)),
            ],
            (),
        ),
    ],
)
def test_successors_are_followed_to_the_end(
    records: list[AnchorRecord], heirs: tuple[str, ...]
) -> None:
    assert ledger(*records).heirs("p-22222") == heirs


def test_an_id_that_was_split_stands_when_it_names_the_first_half() -> None:
    assert record("p-22222", SPLIT, ("p-22222", "p-33333")).stands
    assert not record("p-22222", SPLIT, ("p-33333", "p-44444")).stands
    assert not record("p-22222", RETIRED).stands


# -- the names of editions -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("0.1", True),
        ("2026.1", True),
        ("1.2.3.4", True),
        ("1", False),
        ("0.1.dev0", False),
        ("01.2", False),
        ("1.2.3.4.5", False),
        ("1..2", False),
        ("../1.2", False),
        ("1.2\n", False),
        ("٣.١", False),
        ("9999999.1", False),
    ],
)
def test_an_edition_is_named_by_numbers(text: str, known: bool) -> None:
    assert is_version(text) is known


def test_editions_are_ordered_by_number() -> None:
    names = ["0.10", "0.9", "1.0", "0.9.1"]
    assert sorted(names, key=version_key) == ["0.9", "0.9.1", "0.10", "1.0"]
