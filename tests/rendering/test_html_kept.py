"""What is kept from one build to the next is true, or made again."""

from __future__ import annotations

from pathlib import Path

from edition_sphinx.html.kept import kept_text


def test_a_text_is_made_once_for_a_key(tmp_path: Path):
    path = tmp_path / "kept" / "a.svg"
    assert kept_text(path, "one", lambda: "<svg>\n</svg>") == "<svg>\n</svg>"
    assert kept_text(path, "one", lambda: "never made") == "<svg>\n</svg>"
    assert kept_text(path, "two", lambda: "other") == "other"
    assert kept_text(path, "one", lambda: "back") == "back"


def test_a_file_that_holds_something_else_is_written_over(tmp_path: Path):
    path = tmp_path / "a.svg"
    path.write_text("<svg>an old drawing", encoding="utf-8")
    assert kept_text(path, "one", lambda: "new") == "new"
    assert path.read_text(encoding="utf-8") == "one\nnew"
