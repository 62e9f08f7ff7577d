"""From a node to its chart and its number: the same for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.charts import build_chart, read_spec
from edition.tables.source import TableSource
from edition_sphinx.config import get_paths
from edition_sphinx.tables.views import unplaced

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from edition.charts import Chart
    from edition_sphinx.charts.nodes import data_chart

__all__ = ["chart_number", "node_chart"]


def node_chart(env: BuildEnvironment, node: data_chart) -> Chart:
    """Return what a chart shows; its faults were said while the page was read."""
    spec = read_spec(node["table"], node["options"], at=unplaced)
    return build_chart(spec, TableSource(get_paths(env)), at=unplaced)


def chart_number(env: BuildEnvironment, node: data_chart) -> str:
    """Return « Figure 3 », or nothing for a chart without id."""
    if not node["ids"]:
        return ""
    docname, numbers = node["docname"], env.toc_fignumbers
    # Where all pages become one, Sphinx puts their numbers together on that one.
    together = numbers.get(env.config.root_doc, {}).get(f"{docname}/figure", {})
    found = {**together, **numbers.get(docname, {}).get("figure", {})}
    number = found.get(node["ids"][0])
    if number is None:
        return ""
    said = str(env.config.numfig_format["figure"]) % ".".join(map(str, number))
    # In a sentence it is a common noun; here it opens the caption.
    return said[:1].upper() + said[1:]
