"""What all tests share: the repository, a browser, and what a machine may lack.

A test that needs Chromium, Node or Java says so with a marker. On a contributor's
machine it is then skipped with its reason; in CI (``CI=true``) the lack is an error, so
that no check is lost without a word. Without Sphinx the ground floor is tested alone.
"""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from edition.paths import EditionPaths
from support.machine import NEEDS, find_chromium, in_ci

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SPHINX = importlib.util.find_spec("sphinx") is not None
pytest_plugins = ["sphinx.testing.fixtures"] if SPHINX else []
collect_ignore = [] if SPHINX else ["rendering", "whole"]

# Seconds depend on the machine; in CI the same tree must give the same answer.
settings.register_profile("edition", deadline=None, derandomize=in_ci())
settings.load_profile("edition")

# Quiet: no request but ours leaves the machine.
BROWSER_ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers; forget how ``make.py`` was called."""
    os.environ.pop("EDITION_CALLED_AS", None)
    for need in NEEDS:
        line = f"{need.name}: needs {need.name}; skipped without it, an error in CI"
        config.addinivalue_line("markers", line)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that open a page."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("chromium")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test, or fail in CI, when the machine lacks what it needs."""
    for need in NEEDS:
        if item.get_closest_marker(need.name) and need.find() is None:
            if in_ci():
                pytest.fail(f"CI=true : {need.reason}", pytrace=False)
            pytest.skip(need.reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def paths(root: Path) -> EditionPaths:
    """Return the paths of the real edition."""
    return EditionPaths(root)


@pytest.fixture(scope="session")
def rootdir() -> Path:
    """Return the folder of the small editions, for ``sphinx.testing``."""
    return Path(__file__).resolve().parent / "roots"


@pytest.fixture(scope="session")
def released_book(tmp_path_factory: pytest.TempPathFactory) -> EditionPaths:
    """Return a small book with a past; do not write there."""
    from support.released_book import make_released_book

    return make_released_book(tmp_path_factory.mktemp("released"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once for all tests."""
    # Late, so that the ground floor is tested where playwright is not installed.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(BROWSER_ARGUMENTS)
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page, French, 1440 px wide.

    The test fails when a script of the page throws, or when the page asks anything
    of another host than this machine.
    """
    faults: list[str] = []
    context = browser.new_context(
        locale="fr-FR", viewport={"width": 1440, "height": 900}
    )
    context.set_default_timeout(10_000)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    outside = re.compile(
        r"^(?!file:|data:|blob:|about:|https?://(127\.0\.0\.1|localhost))"
    )
    context.route(
        outside, lambda route: (faults.append(route.request.url), route.abort())
    )
    yield context.new_page()
    context.close()
    assert not faults
