"""References of the bibliography: French layout, labels and order.

The public door of the room. Placing the references in a page is left to
:mod:`edition_sphinx.sources`.
"""

from __future__ import annotations

from edition.sources.labels import make_labels, split_label
from edition.sources.layout import LANGUAGE, NOTE, entry_language, lay_out
from edition.sources.names import lead_names, short_names
from edition.sources.order import sort_entries
from edition.sources.people import FAMILY
from edition.sources.read import check_references, keywords, reference_id
from edition.sources.style import FRENCH, make_style

__all__ = [
    "FAMILY",
    "FRENCH",
    "LANGUAGE",
    "NOTE",
    "check_references",
    "entry_language",
    "keywords",
    "lay_out",
    "lead_names",
    "make_labels",
    "make_style",
    "reference_id",
    "short_names",
    "sort_entries",
    "split_label",
]
