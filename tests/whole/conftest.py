"""What the tests of the real edition share: its pages, built once."""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from support.frames import table

if TYPE_CHECKING:
    from playwright.sync_api import Page


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


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Serve the pages on this machine and return their address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def visit(page: Page, site: Path) -> Callable[[str], Page]:
    """Open a page of the edition from its folder; any word on the console is a fault."""

    def go(name: str) -> Page:
        path, _, rest = name.partition("?")
        page.goto((site / path).as_uri() + (f"?{rest}" if rest else ""))
        return page

    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    yield go
    assert said == []


@pytest.fixture(scope="module")
def figures() -> pd.DataFrame:
    return table("chiffres")


@pytest.fixture(scope="module")
def places() -> pd.DataFrame:
    return table("bibliotheques")


@pytest.fixture(scope="module")
def accounts() -> pd.DataFrame:
    return table("comptes-twitter-uk-2016")
