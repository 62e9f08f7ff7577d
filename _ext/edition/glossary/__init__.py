"""The glossary: terms made from the rows of a table.

This is the room's public door; other rooms import from here.
"""

from __future__ import annotations

from edition.glossary.terms import Term, read_terms

__all__ = ["Term", "read_terms"]
