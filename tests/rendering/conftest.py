"""What the tests of small editions share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sphinx.util.docutils import docutils_namespace


@pytest.fixture(autouse=True)
def _own_docutils() -> Iterator[None]:
    """Forget what an application has registered, even one that its faults ended.

    ``SphinxTestApp`` tidies up after an ``Exception``; ``EditionFault`` ends the
    process, as the end of a command does.
    """
    with docutils_namespace():
        yield
