"""The door of the book: no page that is not allowed reaches MyST.

Twice: all pages of a build at once, so that all faults are told together and before
anything is read; then each page at the moment it is parsed, whatever brought it there.
Between the two the book as a whole: what Sphinx would say of it, it would say once, in
English, and the next build would be clean over a broken page.
What a page may use is decided in ``edition/allowed.toml``.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from edition import checks
from edition.text.admit import check_source
from edition.text.files import open_page
from edition_sphinx.config import get_config, get_paths
from edition_sphinx.report import stop

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from edition.issues import Issue

__all__ = [
    "check_files",
    "check_page",
    "check_pages",
    "check_text",
    "lock_settings",
]

# Before any other handler: nobody should work on a page that is going to be refused.
FIRST = 10


def setup(app: Sphinx) -> None:
    """Stand at both doors, and lock what is behind them."""
    app.connect("config-inited", check_files)
    app.connect("builder-inited", lock_settings)
    app.connect("env-before-read-docs", check_pages, priority=FIRST)
    app.connect("env-before-read-docs", check_text, priority=FIRST + 1)
    # Last, to see the text as it will be parsed.
    app.connect("source-read", check_page, priority=1000)


def check_files(app: Sphinx, config: Config) -> None:
    """Stop when a file keeps the edition from being one (event ``config-inited``).

    ``conf.py`` has read some of them and gone on without: this is the first place from
    which only our own words reach the reader of the message.
    """
    if _is_whole(app):
        stop(checks.check_files(get_paths(app)))


def lock_settings(app: Sphinx) -> None:
    """Forbid raw output and files in directives (event ``builder-inited``).

    ``docutils.conf`` says the same; but only ``sphinx-build`` reads it, not every
    program that builds with Sphinx.
    """
    app.env.settings["raw_enabled"] = False
    app.env.settings["file_insertion_enabled"] = False


def check_pages(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Stop the build when a page to be read has faults (``env-before-read-docs``)."""
    root = Path(app.srcdir)
    issues: list[Issue] = []
    for docname in docnames:
        path = Path(env.doc2path(docname))
        shown = path.relative_to(root).as_posix()
        text, found = open_page(path, shown=shown, root=root)
        issues += found if text is None else _faults(text, shown)
    stop(issues)


def check_text(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Stop the build when the book has faults as a whole (``env-before-read-docs``).

    An id given twice, a page in no table of contents, a title too low, an image that is
    not there.
    """
    if _is_whole(app):
        stop(checks.check_text(get_paths(app)))


def check_page(app: Sphinx, docname: str, content: list[str]) -> None:
    """Stop the build at a page that has faults (event ``source-read``)."""
    root = Path(app.srcdir)
    path = Path(app.env.doc2path(docname))
    shown = path.relative_to(root).as_posix()
    _, found = open_page(path, shown=shown, root=root)
    stop(found or _faults(content[0], shown))


def _is_whole(app: Sphinx) -> bool:
    """Tell whether a whole book is built; without the settings, the guard stands alone."""
    return "edition_check_text" in app.config and get_config(app).check_text


# Both doors see the same text, as a rule.
@lru_cache(maxsize=256)
def _faults(text: str, path: str) -> tuple[Issue, ...]:
    return tuple(check_source(text, path))
