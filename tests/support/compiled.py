"""Processes that are measured: with compiled modules, as in any installation."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["compiled_environment"]


def compiled_environment(root: Path) -> dict[str, str]:
    """Return an environment in which modules are compiled once, and found again.

    Where Python is told to keep nothing, most of a short build would be compilation,
    and any ratio to it would flatter us. The first run of a bench fills the cache.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE"
    }
    cache = Path(tempfile.gettempdir()) / "edition-bench-modules"
    return kept | {
        "PYTHONPATH": str(root / "_ext"),
        "PYTHONPYCACHEPREFIX": str(cache),
    }
