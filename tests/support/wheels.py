"""Tiny wheels and a lock for them: what ``make.py`` installs in its tests, offline."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

VERSION = "1.0"


def make_wheel(folder: Path, name: str, main: str = "") -> Path:
    """Write a wheel whose ``python -m <name>`` runs ``main``; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{name}-{VERSION}-py3-none-any.whl"
    info = f"{name}-{VERSION}.dist-info"
    files = {
        f"{name}/__init__.py": "",
        f"{name}/__main__.py": main,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {VERSION}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in {**files, f"{info}/RECORD": record}.items():
            archive.writestr(path, text)
    return wheel


def lock_of(wheels: Mapping[str, Path]) -> str:
    """Return the text of a lock for wheels, by name."""
    return "".join(
        f"{name}=={VERSION} \\\n"
        f"    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
        for name, wheel in wheels.items()
    )
