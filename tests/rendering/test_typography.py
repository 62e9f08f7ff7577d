"""French spacing in the pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

    MakeApp = Callable[..., SphinxTestApp]

ROOT = Path(__file__).parents[1] / "roots" / "test-text"

PAGE = """\
(sec-page)=
# Quoi : « rien » ?

(sec-suite)=
## Et {en}`What? No!` ensuite !

(p-22222)=
Un *mot* ; un `code ; de` : « *un titre* » ! {en}`Why not?` Oui?

(p-33333)=
{data-value}`a-b` : voir https://example.org/a?b ; <https://example.org/c?d>.

(p-44444)=
- « un » ;
- deux ?

Terme :
: définition : 10 000 fans

```{note}
Un aparté ; voilà.
```

```{data-table} x
:name: t-55555
:caption: Une légende : oui
```
"""


def shown(text: str) -> str:
    """Write the two spaces so that a person sees them, without the markup."""
    text = re.sub(r"<[^>]+>", "", text)
    return text.replace("\u00a0", "·").replace("\u202f", "_").replace("&nbsp;", "·")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the small book, its page replaced."""
    copy = tmp_path / "livre"
    shutil.copytree(ROOT, copy)
    (copy / "chapters" / "torture.md").unlink()
    index = "(sec-accueil)=\n# A\n\n```{toctree}\n:caption: Le texte : ici\n\nchapters/plain\n```\n"
    (copy / "index.md").write_text(index, "utf-8")
    (copy / "chapters" / "plain.md").write_text(PAGE, "utf-8")
    return copy


def built(book: Path, make_app: MakeApp, buildername: str = "html") -> Path:
    app = make_app(buildername, srcdir=book, freshenv=True)
    app.build()
    assert app.warning.getvalue() == ""
    return Path(app.outdir)


@pytest.mark.parametrize(
    "line",
    [
        "Quoi·: «_rien_»_?",
        "Et What? No! ensuite_!",
        "Un mot_; un code ; de·: «_un titre_»_! Why not? Oui_?",
        "[a-b]·: voir https://example.org/a?b_; https://example.org/c?d.",
        "«_un_»_;",
        "deux_?",
        "Terme·:",
        "définition·: 10_000 fans",
        "Un aparté_; voilà.",
        "Une légende·: oui",
    ],
)
def test_text_has_french_spaces(line: str, book: Path, make_app: MakeApp) -> None:
    page = (built(book, make_app) / "chapters" / "plain.html").read_text("utf-8")
    assert line in shown(page)


def test_contents_and_links_have_the_title_as_the_page_has_it(
    book: Path, make_app: MakeApp
) -> None:
    index = shown((built(book, make_app) / "index.html").read_text("utf-8"))
    assert "Quoi·: «_rien_»_?" in index
    assert "Le texte·: ici" in index


def test_words_of_another_language_say_which_and_are_left_as_they_are(
    book: Path, make_app: MakeApp
) -> None:
    page = (built(book, make_app) / "chapters" / "plain.html").read_text("utf-8")
    assert '<span lang="en">Why not?</span>' in page


def test_a_page_in_another_language_is_left_as_it_is(
    book: Path, make_app: MakeApp
) -> None:
    page = book / "chapters" / "plain.md"
    page.write_text(
        "---\nlang: en\n---\n\n(sec-en)=\n# What: this?\n\nYes; no!\n", "utf-8"
    )
    text = (built(book, make_app) / "chapters" / "plain.html").read_text("utf-8")
    assert "What: this?" in text
    assert "Yes; no!" in text


def test_every_format_has_them(book: Path, make_app: MakeApp) -> None:
    page = (built(book, make_app, "text") / "chapters" / "plain.txt").read_text("utf-8")
    assert "Un aparté_; voilà." in shown(page)
    assert "§" not in page
