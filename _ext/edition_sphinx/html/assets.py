"""Which sheets and scripts a page loads: only those that it uses, in one order.

Order is the cascade.  What Sphinx's ``basic`` and its search bring along is not loaded by
any page of ours and leaves the output at the end of a build.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

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
    "uses_of",
]

STATIC = Path(__file__).parent / "theme" / "edition" / "static"


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


SIGNS = {
    Use.DESIGN: re.compile(r'class="(?:[^"]* )?sd-'),
    Use.TABLE: re.compile(r'class="(?:[^"]* )?(?:ed-table|ed-chart|docutils)[ "]'),
    Use.TOOLS: re.compile(r"data-table-tools"),
    Use.VALUE: re.compile(r'class="(?:[^"]* )?ed-(?:value|level)[ "]'),
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
    Asset("css/print.css", media="print"),
)
SCRIPTS = (
    Asset("js/frame.js"),
    Asset("js/tables.js", Use.TOOLS),
    Asset("js/values.js", Use.VALUE),
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
        return f"{address}?v={blake2b(source.read_bytes(), digest_size=4).hexdigest()}"

    return url


def remove_unused(app: Sphinx, exception: Exception | None) -> None:
    """Remove what no page loads (event ``build-finished``)."""
    if exception is not None or app.builder.name != "html":
        return
    for name in UNUSED:
        (Path(app.outdir) / "_static" / name).unlink(missing_ok=True)
