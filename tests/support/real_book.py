"""The real book inside Sphinx, for the tests of ``whole/``."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def real_book(root: Path, folder: Path, builder: str = "html") -> Iterator[Sphinx]:
    """Give the real book, not yet built; nothing is written but into ``folder``.

    Not ``SphinxTestApp``: when it ends, it removes ``docutils.conf`` from the sources.
    """
    with patch_docutils(root), docutils_namespace():
        yield Sphinx(
            root,
            root,
            folder / builder,
            folder / "doctrees",
            builder,
            status=None,
            warning=io.StringIO(),
            freshenv=True,
        )
