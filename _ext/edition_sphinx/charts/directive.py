"""``data-chart``: a live chart of a table in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from edition.charts import (
    OPTIONS,
    VIEW_OPTIONS,
    build_chart,
    check_marks,
    read_spec,
)
from edition.issues import Issue, IssueCode, IssueError, known_values, suggestion
from edition.tables.source import TableSource
from edition_sphinx.charts.nodes import chart_caption, data_chart
from edition_sphinx.config import get_paths
from edition_sphinx.report import report
from edition_sphinx.tables.dependencies import depend_on_package, depend_on_tables
from edition_sphinx.tables.directive import OpenOptions, fault
from edition_sphinx.tables.domain import TableUse, ViewUse, get_tables
from edition_sphinx.tables.places import directive_places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docutils import nodes

    from edition.tables.request import OptionPlaces

__all__ = ["DataChart"]


class DataChart(SphinxDirective):
    """Show a chart of a table.

    The marks are worked out while the page is read, when a message can name a line, and
    drawn when it is written.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = OpenOptions(
        dict.fromkeys(OPTIONS, directives.unchanged)
    )

    def run(self) -> Sequence[nodes.Node]:
        """Return the chart, or what is wrong with it."""
        table = self.arguments[0].strip() if self.arguments else ""
        options = {name: str(value or "") for name, value in self.options.items()}
        depend_on_tables(self.env, [table])
        depend_on_package(self.env)
        try:
            title = self._check(table, options)
        except IssueError as error:
            return fault(self.env, error)
        node = data_chart(
            "",
            table=table,
            options=options,
            title=title,
            docname=self.env.docname,
        )
        self.set_source_info(node)
        messages = self._caption(node)
        if options.get("name"):
            self.add_name(node)
        anchor = node["ids"][0] if node["ids"] else ""
        called = node.children[0].astext() if node.children else title
        use = TableUse(table, "chart", anchor, called)
        domain = get_tables(self.env)
        domain.note_use(self.env.docname, use)
        # The rows of a chart are a view like any other: they can be taken away.
        view = ViewUse(table, anchor, self._view)
        domain.views.setdefault(self.env.docname, []).append(view)
        return [node, *messages]

    def _check(self, table: str, options: dict[str, str]) -> str:
        """Build the chart once, and return the title of its table.

        :raises IssueError: any fault of the chart.
        """
        at = directive_places(self.env, self.lineno)
        unknown = [name for name in options if name not in OPTIONS]
        if unknown:
            raise IssueError(*(_unknown(name, at) for name in unknown))
        source = TableSource(get_paths(self.env))
        try:
            spec = read_spec(table, options, at=at)
            chart = build_chart(spec, source, at=at)
        finally:
            depend_on_tables(self.env, source.used)
        columns = ", ".join(column.name for column in chart.view.columns)
        shaping = {name: options[name] for name in VIEW_OPTIONS if name in options}
        self._view = tuple(sorted({**shaping, "columns": columns}.items()))
        for issue in check_marks(chart, at=at):
            get_tables(self.env).faulty[self.env.docname] = True
            report(issue)
        return source.table(table).schema.title

    def _caption(self, node: data_chart) -> list[nodes.system_message]:
        text = self.options.get("caption", "").strip()
        if not text:
            return []
        children, messages = self.parse_inline(text)
        caption = chart_caption(text, "", *children)
        self.set_source_info(caption)
        node += caption
        return messages


def _unknown(name: str, at: OptionPlaces) -> Issue:
    return Issue(
        IssueCode.CHART_OPTION,
        at(name),
        f"option « {name} » inconnue",
        expected=known_values(OPTIONS),
        hint=suggestion(name, OPTIONS),
    )
