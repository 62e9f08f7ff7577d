"""From a node to what it shows: the same for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import Place
from edition.tables.request import read_request
from edition.tables.source import TableSource
from edition.tables.view import build_view
from edition_sphinx.config import get_config, get_paths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.environment import BuildEnvironment

    from edition.tables.view import TableView
    from edition_sphinx.tables.nodes import data_table

__all__ = ["make_view", "node_view", "table_number", "unplaced"]


def unplaced(option: str) -> Place:
    """Return no place: whatever had one was said while the page was read."""
    return Place("data")


def node_view(env: BuildEnvironment, node: data_table) -> TableView:
    """Return what a view shows."""
    return make_view(env, node["table"], node["options"])


def make_view(
    env: BuildEnvironment, table: str, options: Mapping[str, str]
) -> TableView:
    """Return what the options of a view show."""
    most = get_config(env).excerpt_rows
    request = read_request(table, options, at=unplaced, most=most)
    return build_view(request, TableSource(get_paths(env)), at=unplaced)


def table_number(env: BuildEnvironment, node: data_table) -> str:
    """Return « Tableau 3 », or nothing for a view without id."""
    if not node["ids"]:
        return ""
    page = node["docname"]
    numbers = env.toc_fignumbers.get(page, {}).get("table")
    if numbers is None:
        # The builder of one long page gathers all numbers under its first page.
        gathered = env.toc_fignumbers.get(env.config.root_doc, {})
        numbers = gathered.get(f"{page}/table", {})
    number = numbers.get(node["ids"][0])
    if number is None:
        return ""
    said = str(env.config.numfig_format["table"]) % ".".join(map(str, number))
    # In a sentence it is a common noun; here it opens the caption.
    return said[:1].upper() + said[1:]
