"""« Mentions légales »: the settings of the edition as a definition list.

Ordinary nodes, so that every format shows them.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from edition.issues import IssueError
from edition.settings import Setting, load_settings
from edition_sphinx.config import get_paths
from edition_sphinx.report import report

__all__ = ["LegalNotice"]


class LegalNotice(SphinxDirective):
    """``{legal-notice}``: who publishes the edition, where, how to write to them."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the list; a setting that is not fixed says so."""
        paths = get_paths(self.env)
        self.env.note_dependency(str(paths.settings))
        try:
            settings = load_settings(paths)
        except IssueError as error:
            for issue in error.issues:
                report(issue)
            return []
        items = [_item(setting) for setting in settings]
        # In a container, because it is not a passage of the text.
        return [nodes.container("", nodes.definition_list("", *items))]


def _item(setting: Setting) -> nodes.definition_list_item:
    text: nodes.Node = nodes.Text(setting.text)
    if setting.href is not None:
        text = nodes.reference("", setting.text, refuri=setting.href, internal=False)
    return nodes.definition_list_item(
        "",
        nodes.term("", setting.label),
        nodes.definition("", nodes.paragraph("", "", text)),
    )
