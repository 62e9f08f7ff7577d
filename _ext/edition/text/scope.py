"""What sort of page a document is, by its place in the book."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Scope", "scope_of"]


class Scope(StrEnum):
    """A sort of page; the values are the ``places`` of ``allowed.toml``."""

    INDEX = "index"
    """The title page."""
    FRONT = "front"
    """What is said before the chapters, of all of them: an abstract, an English page."""
    CHAPTER = "chapter"
    """A chapter of the body."""
    ANNEX = "annex"
    """An annex, made from data or written."""
    DATA = "data"
    """The page of a table."""
    GUIDE = "guide"
    """How to read, cite and contribute: about the edition, not the edition."""
    NOTE = "note"
    """An annotation; not a page."""

    @property
    def anchored(self) -> bool:
        """Whether every passage must have an id: only what can be cited in ten years."""
        return self in (Scope.FRONT, Scope.CHAPTER, Scope.ANNEX)

    @property
    def numbered(self) -> bool:
        """Whether passages have a number in the page (§ 12)."""
        return self.anchored

    @property
    def sourced(self) -> bool:
        """Whether every figure must come from the data (guides count their own steps)."""
        return self not in (Scope.DATA, Scope.GUIDE)


FRONT_PAGES = ("chapters/resume", "chapters/en")


def scope_of(docname: str) -> Scope:
    """Return the sort of a page; what is in no known folder is held to be a chapter."""
    if docname == "index":
        return Scope.INDEX
    if docname in FRONT_PAGES:
        return Scope.FRONT
    if docname.startswith("chapters/annexes/donnees/"):
        return Scope.DATA
    if docname.startswith("chapters/annexes/"):
        return Scope.ANNEX
    if docname.startswith("chapters/guide/"):
        return Scope.GUIDE
    return Scope.CHAPTER
