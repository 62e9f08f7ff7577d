"""What a machine may lack, and what a test that needs it says then."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
# Where the installers of macOS and Windows put it, off the search path.
CHROMIUM_PLACES = {
    "darwin": (
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
    ),
}


@dataclass(frozen=True, slots=True)
class Need:
    """A program that some tests need.

    :param reason: what is missing and how to get it, in French for a contributor.
    """

    name: str
    reason: str
    find: Callable[[], str | None]


def find_chromium() -> str | None:
    """Return the path of a browser of the Chromium family, or ``None``."""
    found = (shutil.which(name) for name in CHROMIUM_NAMES)
    places = map(os.path.expandvars, CHROMIUM_PLACES.get(sys.platform, ()))
    installed = (place for place in places if Path(place).is_file())
    return next(filter(None, found), None) or next(installed, None)


@cache
def find_driven_chromium() -> str | None:
    """Return a browser that Playwright can drive: its own driver may not start.

    On a bare Debian the Node inside Playwright's wheel lacks libatomic.
    """
    command = [sys.executable, "-m", "playwright", "--version"]
    started = subprocess.run(command, capture_output=True).returncode == 0
    return find_chromium() if started else None


NEEDS = (
    Need(
        "chromium",
        "Chromium ou le pilote de Playwright est absent, les pages ne sont pas essayées"
        " dans un navigateur (Debian : sudo apt install chromium libatomic1)",
        find_driven_chromium,
    ),
    Need(
        "node",
        "Node est absent (Debian : sudo apt install nodejs)",
        lambda: shutil.which("node"),
    ),
    Need(
        "java",
        "Java est absent (Debian : sudo apt install default-jre-headless)",
        lambda: shutil.which("java"),
    ),
)


def in_ci() -> bool:
    """Tell whether a lack must be an error."""
    return os.environ.get("CI", "").lower() in {"true", "1"}
