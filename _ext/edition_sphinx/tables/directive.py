"""``data-table``: a live view of a table in the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from edition.issues import IssueError
from edition.tables.request import OPTIONS, read_request
from edition.tables.request_check import check_request
from edition.tables.request_needs import needed_tables
from edition.tables.source import TableSource
from edition_sphinx.config import get_config, get_paths
from edition_sphinx.report import report
from edition_sphinx.tables.dependencies import depend_on_package, depend_on_tables
from edition_sphinx.tables.domain import ViewUse, get_tables
from edition_sphinx.tables.nodes import data_caption, data_table
from edition_sphinx.tables.places import directive_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

__all__ = ["DataTable", "OpenOptions", "fault"]

OF_PAGE = ("name", "caption")


class OpenOptions(dict[str, Callable[[str], Any]]):
    """Options that MyST lets through, so that we name the nearest in French."""

    def __missing__(self, name: str) -> Callable[[str], Any]:
        return directives.unchanged


class DataTable(SphinxDirective):
    """Show a view of a table.

    The options are checked while the page is read, when a message can name its line;
    the rows are looked up when it is written.
    """

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = OpenOptions(
        dict.fromkeys(OPTIONS, directives.unchanged)
    )

    def run(self) -> Sequence[nodes.Node]:
        """Return the view, or what is wrong with it."""
        table = self.arguments[0].strip() if self.arguments else ""
        depend_on_tables(self.env, [table])
        depend_on_package(self.env)
        try:
            options, title = self._checked(table)
        except IssueError as error:
            return fault(self.env, error)
        name = self.options.get("name", "")
        node = data_table(
            "",
            table=table,
            options=options,
            title=title,
            docname=self.env.docname,
        )
        self.set_source_info(node)
        messages = self._caption(node)
        if name:
            self.add_name(node)
        anchor = node["ids"][0] if node["ids"] else ""
        caption = node.children[0].astext() if node.children else title
        get_tables(self.env).note_view(
            self.env.docname,
            ViewUse(table, anchor, tuple(sorted(options.items()))),
            title=caption,
        )
        return [node, *messages]

    def _checked(self, table: str) -> tuple[dict[str, str], str]:
        """Return the options that shape the view, and the title of the table.

        :raises IssueError: any fault of the view.
        """
        at = directive_places(self.env, self.lineno)
        options = {name: str(value) for name, value in self.options.items()}
        most = get_config(self.env).excerpt_rows
        request = read_request(table, options, at=at, most=most)
        source = TableSource(get_paths(self.env))
        found = source.table(table, place=at(""))
        issues = check_request(request, found, at=at)
        if issues:
            raise IssueError(*issues)
        depend_on_tables(self.env, needed_tables(request, source))
        shaping = {
            name: value for name, value in options.items() if name not in OF_PAGE
        }
        return shaping, found.schema.title

    def _caption(self, node: data_table) -> list[nodes.system_message]:
        text = self.options.get("caption", "").strip()
        if not text:
            return []
        children, messages = self.parse_inline(text)
        caption = data_caption(text, "", *children)
        self.set_source_info(caption)
        node += caption
        return messages


def fault(env: BuildEnvironment, error: IssueError) -> list[nodes.Node]:
    """Report what is wrong, and say on the page that something is not shown."""
    get_tables(env).faulty[env.docname] = True
    for issue in error.issues:
        report(issue)
    said = " ".join(issue.message for issue in error.issues)
    return [nodes.paragraph("", f"[Non montré : {said}.]", classes=["ed-fault"])]
