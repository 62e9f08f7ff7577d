"""Which sheets and scripts a page loads: only those that it uses, in one order.

Order is the cascade.  What Sphinx's ``basic`` and its search bring along is not loaded by
any page of ours and leaves the output at the end of a build; what is ours is shipped
without its comments (:mod:`edition_sphinx.html.minified`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from edition_sphinx.html.kept import kept_text
from edition_sphinx.html.minified import MINIFIERS, minifier_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Set

    from sphinx.application import Sphinx

__all__ = [
    "SCRIPTS",
    "STYLES",
    "Asset",
    "Use",
    "asset_urls",
    "chosen",
    "remove_unused",
    "ship_minified",
    "uses_of",
]

STATIC = Path(__file__).parent / "theme" / "edition" / "static"

FOLDER = "static"
"""Beside the doctrees: the lean files, which are made again only when they change."""


class Use(StrEnum):
    """What a page holds that needs a sheet or a script of its own."""

    DESIGN = "design"
    """Cards and grids of sphinx-design."""
    TABLE = "table"
    """Tables and charts."""
    TOOLS = "tools"
    """Tables that can be sorted or filtered."""
    VALUE = "value"
    """Values and marks of proof, which have something to say."""
    HOME = "home"
    """The title page."""
    SEARCH = "search"
    """The search page."""
    FIND = "find"
    """« Retrouver un passage »."""
    FORWARD = "forward"
    """The address of a page that is no more."""
    CITATION = "citation"
    """Pages that can be cited: all that a chapter is made of."""


SIGNS = {
    Use.DESIGN: re.compile(r'class="(?:[^"]* )?sd-'),
    Use.TABLE: re.compile(r'class="(?:[^"]* )?(?:ed-table|ed-chart|docutils)[ "]'),
    Use.TOOLS: re.compile(r"data-table-tools"),
    Use.VALUE: re.compile(r'class="(?:[^"]* )?ed-(?:value|level|call)[ "]'),
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of ``_static``.

    :param use: the pages that need it; all of them without a use.
    :param media: of a style sheet.
    """

    name: str
    use: Use | None = None
    media: str = "all"


STYLES = (
    Asset("css/tokens.css"),
    Asset("sphinx-design.min.css", Use.DESIGN),
    Asset("css/text.css"),
    Asset("css/frame.css"),
    Asset("css/tables.css", Use.TABLE),
    Asset("css/values.css", Use.VALUE),
    Asset("css/cards.css", Use.DESIGN),
    Asset("css/home.css", Use.HOME),
    Asset("css/search.css", Use.SEARCH),
    Asset("css/search.css", Use.FIND),
    Asset("css/print.css", media="print"),
)
SCRIPTS = (
    Asset("js/frame.js"),
    Asset("js/tables.js", Use.TOOLS),
    Asset("js/values.js", Use.VALUE),
    Asset("js/cite.js", Use.CITATION),
    Asset("js/find.js", Use.FIND),
    Asset("js/forward.js", Use.FORWARD),
    Asset("search/base-stemmer.js", Use.SEARCH),
    Asset("search/french-stemmer.js", Use.SEARCH),
    Asset("search/index.js", Use.SEARCH),
    Asset("js/search.js", Use.SEARCH),
)

# From ``basic`` and Sphinx's own search; by name, so that nothing else is ever removed.
UNUSED = (
    "basic.css",
    "design-tabs.js",
    "doctools.js",
    "documentation_options.js",
    "file.png",
    "minus.png",
    "plus.png",
    "pygments.css",
    "sphinx_highlight.js",
    "translations.js",
    "searchtools.js",
    "language_data.js",
)


def uses_of(body: str) -> frozenset[Use]:
    """Return what a page with this body holds."""
    return frozenset(use for use, sign in SIGNS.items() if sign.search(body))


def chosen(assets: Iterable[Asset], uses: Set[Use]) -> tuple[Asset, ...]:
    """Return the files that a page with these uses loads, in their order."""
    return tuple(asset for asset in assets if asset.use is None or asset.use in uses)


def asset_urls(outdir: Path, pathto: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function from an asset's name to its address on a page.

    The address carries a checksum of ours, so that a browser never shows a new page with
    an old sheet; other people's files change with their version only.
    """

    def url(name: str) -> str:
        address = pathto(f"_static/{name}")
        source = STATIC / name
        if not source.is_file():
            return address
        return f"{address}?v={_checksum(source, source.stat().st_mtime_ns)}"

    return url


@cache
def _checksum(source: Path, changed: int) -> str:
    """Return the checksum of a file, read once for all pages until it changes."""
    return blake2b(source.read_bytes(), digest_size=4).hexdigest()


def ship_minified(app: Sphinx, exception: Exception | None) -> None:
    """Put lean files over the readable ones that Sphinx copied (``build-finished``).

    A build that writes no page copies none, and has nothing to do here.
    """
    if exception is not None or app.builder.name != "html":
        return
    for source in sorted(path for path in STATIC.rglob("*") if path.is_file()):
        name = source.relative_to(STATIC).as_posix()
        target = Path(app.outdir) / "_static" / name
        minify = MINIFIERS.get(source.suffix)
        if minify and target.is_file() and target.read_bytes() == source.read_bytes():
            text = source.read_text(encoding="utf-8")
            key = blake2b(f"{minifier_version()}{text}".encode(), digest_size=16)
            kept = Path(app.doctreedir, FOLDER, name)
            lean = kept_text(kept, key.hexdigest(), partial(minify, text))
            target.write_bytes(lean.encode())


def remove_unused(app: Sphinx, exception: Exception | None) -> None:
    """Remove what no page loads (event ``build-finished``)."""
    if exception is not None or app.builder.name != "html":
        return
    for name in UNUSED:
        (Path(app.outdir) / "_static" / name).unlink(missing_ok=True)
