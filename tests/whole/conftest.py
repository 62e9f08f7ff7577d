"""What the tests of the real edition share: its pages, built once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real edition, where a warning is a failure, and return its folder."""
    folder = tmp_path_factory.mktemp("edition")
    pages = folder / "pages"
    build = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html"]
    done = subprocess.run(
        [*build, "-d", str(folder / "doctrees"), str(root), str(pages)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return pages
