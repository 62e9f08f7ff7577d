"""Which packages some code imports, read from its syntax."""

from __future__ import annotations

import ast
import sys
from pathlib import Path


def third_parties(folder: Path) -> set[str]:
    """Return the packages, beyond the standard library, that the code of a folder uses.

    Imports inside functions count; relative ones do not.
    """
    names: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add(str(node.module))
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names
