"""What the tests of small editions share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from sphinx.util.docutils import docutils_namespace

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp


@pytest.fixture(autouse=True)
def _own_docutils() -> Iterator[None]:
    """Forget what an application has registered, even one that its faults ended.

    ``SphinxTestApp`` tidies up after an ``Exception``; ``EditionFault`` ends the
    process, as the end of a command does.
    """
    with docutils_namespace():
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, rootdir: Path) -> SphinxTestApp:
    """The small edition, built once."""
    from sphinx.testing.util import SphinxTestApp

    folder = tmp_path_factory.mktemp("html")
    app = SphinxTestApp("html", srcdir=rootdir / "test-tables", builddir=folder)
    app.build()
    app.cleanup()
    assert app.warning.getvalue() == ""
    return app
