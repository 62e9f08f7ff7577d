"""Accessibility of a page, by axe-core, as lines that a failing test can show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

# WCAG 2.2 AA, which RGAA 4.1 asks for, and what axe calls best practice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@cache
def _script() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def axe_violations(page: Page, *, tags: Sequence[str] = TAGS) -> list[str]:
    """Return what axe finds wrong, one line an element; empty when all is well."""
    page.evaluate(_script())
    options = {"runOnly": {"type": "tag", "values": list(tags)}}
    found: dict[str, Any] = page.evaluate(
        "options => axe.run(document, options)", options
    )
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: "
        f"{node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
