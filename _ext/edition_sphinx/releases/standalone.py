"""``404.html``: found under any address, so that it brings along all that it needs.

Its script looks for the edition above the address that was asked for; style and script
stand in the page, and its policy names them by their checksums.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from edition.settings import load_settings
from edition_sphinx.config import get_paths
from edition_sphinx.html.assets import STATIC
from edition_sphinx.html.minified import minified_css, minified_js

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["NOT_FOUND", "write_not_found"]

NOT_FOUND = "404.html"
TEMPLATES = STATIC.parent


def write_not_found(app: Sphinx, exception: Exception | None) -> None:
    """Write the page (event ``build-finished``)."""
    if exception is not None or app.builder.name != "html":
        return
    style = minified_css((TEMPLATES / "404.css").read_text(encoding="utf-8"))
    script = minified_js((STATIC / "js/find.js").read_text(encoding="utf-8"))
    home = (load_settings(get_paths(app)).public_address or "").rstrip("/") + "/"
    text = (TEMPLATES / "404.html").read_text(encoding="utf-8")
    for name, value in {
        "policy": escape(_policy(style, script)),
        "style": style,
        "script": script,
        "home": escape(home),
    }.items():
        text = text.replace(f"[[{name}]]", value)
    path = Path(app.outdir, NOT_FOUND)
    content = text.encode()
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)


def _policy(style: str, script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' '{_checksum(script)}'",
            f"style-src '{_checksum(style)}'",
            "form-action 'self'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
        )
    )


def _checksum(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
