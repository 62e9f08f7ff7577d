"""The nodes of live tables and values: names and options, never rows, never paths.

A builder of ours needs nothing else of this room.
"""

from __future__ import annotations

from docutils import nodes

__all__ = ["data_caption", "data_index", "data_page", "data_table", "data_value"]


class data_table(nodes.General, nodes.Element):
    """A view of a table, numbered with the other tables.

    ``table``: its name; ``options``: those of the directive, as written, that shape the
    view; ``title``: what it is called without a caption; ``docname``: the page that
    holds it. Its one child, if any, is a :class:`data_caption`.
    """


class data_caption(nodes.Part, nodes.TextElement):
    """The caption of a view."""


class data_page(nodes.General, nodes.Element):
    """The whole page of a table: ``table``, ``docname``.

    One node, because nothing on it is a passage of the edition.
    """


class data_index(nodes.General, nodes.Element):
    """The list of all tables: ``docname``."""


class data_value(nodes.Inline, nodes.TextElement):
    """A value in a sentence; its child is its text.

    ``spec``: as written in the role; ``docname``: the page that holds it.
    """
