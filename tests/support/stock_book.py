"""The same text for stock Sphinx: what the edition would be without its machinery.

Tables become ``csv-table`` with the same cells, values and terms their words; the theme
and the bibliography stay. Charts, glossary, search and anchors have no equal and are
left out, so the comparison is hard on us.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from edition.issues import Place
from edition.tables.export import view_csv
from edition.tables.load import load_table
from edition.tables.request import read_request
from edition.tables.source import TableSource
from edition.tables.values import resolve_value
from edition.tables.view import build_view

if TYPE_CHECKING:
    from pathlib import Path

    from edition.paths import EditionPaths

__all__ = ["write_stock_book"]

CONF = """
project = "Essai"
language = "fr"
extensions = [
    "myst_parser", "sphinx_design", "sphinxcontrib.bibtex",
    "edition_sphinx.config", "edition_sphinx.html",
]
include_patterns = ["index.md", "chapters/**"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_ref_domains = ["std"]
bibtex_bibfiles = ["data/references.bib"]
html_theme = "edition"
html_copy_source = False
html_use_index = False
numfig = True
edition_content_policy = False
suppress_warnings = ["ref", "bibtex", "toc"]
"""

FENCE = re.compile(r"^```\{([\w-]+)\}[ ]*(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
OPTION = re.compile(r"^:([\w-]+):[ ]*(.*)$", re.MULTILINE)
VALUE = re.compile(r"\{data-value\}`([^`]+)`")
TERM = re.compile(r"\{term\}`([^`]+)`")


def write_stock_book(paths: EditionPaths, folder: Path) -> None:
    """Write the stock book, ready to build, into a new folder.

    :param paths: of the real edition.
    """
    folder.mkdir(parents=True)
    (folder / "data").mkdir()
    shutil.copy(paths.references, folder / "data" / "references.bib")
    shutil.copy(paths.settings, folder / "data" / "edition.toml")
    shutil.copy(paths.citation, folder / "CITATION.cff")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    source = TableSource(paths)
    for page in paths.documents():
        text = page.read_text(encoding="utf-8")
        text = FENCE.sub(lambda fence: _directive(fence, source, paths), text)
        text = VALUE.sub(lambda role: resolve_value(role[1], source).text, text)
        text = TERM.sub(r"\1", text)
        target = folder / page.relative_to(paths.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _directive(fence: re.Match[str], source: TableSource, paths: EditionPaths) -> str:
    name, argument, body = fence.groups()
    options = dict(OPTION.findall(body))
    if name == "data-table":
        request = read_request(argument, options, at=lambda _: Place("data"))
        view = build_view(request, source, at=lambda _: Place("data"))
        return _csv_table(options.get("caption", ""), view_csv(view))
    if name == "data-page":
        frame = load_table(paths, argument).frame
        return _csv_table(argument, frame.to_csv(index=False, lineterminator="\n"))
    if name == "data-bibliography":
        return "" if "contexte" not in body else "```{bibliography}\n:all:\n```"
    return fence[0] if name in {"toctree", "code-block"} else ""


def _csv_table(caption: str, rows: str) -> str:
    rows = rows.removeprefix("\ufeff").strip()
    return f"````{{csv-table}} {caption}\n:header-rows: 1\n\n{rows}\n````"
