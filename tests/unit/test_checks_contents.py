"""Which sections have a number, and what a page that cannot be read hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edition.checks import contents, run_checks
from edition.text.book import read_book
from support.issue_folders import TODAY, lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from edition.paths import EditionPaths


def write(paths: EditionPaths, **pages: str) -> None:
    for name, text in pages.items():
        path = paths.root / "chapters" / f"{name}.md"
        path.write_text(text, "utf-8")


CHAPTER = "(sec-{0})=\n# A\n\n(sec-{0}-b)=\n## B\n\n(sec-{0}-c)=\n### C\n"


@pytest.mark.parametrize(
    ("option", "numbered"),
    [
        ("", set()),
        (":numbered: 2\n", {"sec-un", "sec-un-b", "sec-deux"}),
        (
            ":numbered:\n",
            {f"sec-{n}{s}" for n in ("un", "deux") for s in ("", "-b", "-c")},
        ),
    ],
)
def test_sections_are_numbered_from_the_contents_down(
    option: str, numbered: set[str], tmp_path: Path
) -> None:
    paths = lay_out("_base", tmp_path)
    below = "\n```{toctree}\n\ndeux\n```\n"
    write(paths, un=CHAPTER.format("un") + below, deux=CHAPTER.format("deux"))
    (paths.root / "index.md").write_text(
        f"# Accueil\n\n```{{toctree}}\n{option}\nchapters/un\n```\n", "utf-8"
    )
    assert contents.numbered_sections(read_book(paths)) == numbered


@pytest.mark.parametrize("bad", [b"\xff", b"\xef\xbb\xbf", b"a\tb", b"```{note}\nx\n"])
def test_a_page_that_cannot_be_read_is_the_only_fault(
    bad: bytes, tmp_path: Path
) -> None:
    """Its ids, and the pages that it may list, are not held to be missing."""
    paths = lay_out("_base", tmp_path)
    write(
        paths,
        un="---\ndescription: Un.\n---\n\n(sec-un)=\n# A\n\n(p-33333)=\n"
        "Voir [là](#sec-deux) et [ici](deux.md).\n",
    )
    (paths.root / "chapters/deux.md").write_bytes(bad + b"\n(sec-deux)=\n# B\n")
    found = run_checks(paths, today=TODAY)
    assert [issue.place.path for issue in found] == ["chapters/deux.md"]


def test_circles_and_pages_without_entry_are_told(tmp_path: Path) -> None:
    paths = lay_out("_base", tmp_path)
    text = "(sec-{0})=\n# A\n\n```{{toctree}}\n\n{1}\n```\n"
    write(paths, un=text.format("un", "deux"), deux=text.format("deux", "un"))
    (paths.root / "index.md").write_text(
        "# A\n\n```{toctree}\n:glob:\n\nchapters/annexes/**\n```\n", "utf-8"
    )
    assert [str(issue.place) for issue in contents.check(paths)] == [
        "chapters/deux.md",
        "chapters/un.md",
    ]
