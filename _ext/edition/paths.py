"""Where things lie in the repository; the one place that knows the folder names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["EditionPaths", "find_root"]


@dataclass(frozen=True, slots=True)
class EditionPaths:
    """The folders and files of one edition, from its root folder.

    :param root: the folder that holds ``conf.py`` and ``data/``.
    """

    root: Path

    @property
    def data(self) -> Path:
        """Everything that is data."""
        return self.root / "data"

    @property
    def tables(self) -> Path:
        """The CSV files, one a table."""
        return self.data / "tables"

    @property
    def schemas(self) -> Path:
        """The Table Schema files, one a table."""
        return self.data / "schema"

    @property
    def datapackage(self) -> Path:
        """The descriptor of the whole package (Data Package v2)."""
        return self.data / "datapackage.json"

    @property
    def settings(self) -> Path:
        """Who publishes, where, how to reach them (TOML)."""
        return self.data / "edition.toml"

    @property
    def references(self) -> Path:
        """The bibliography (BibTeX)."""
        return self.data / "references.bib"

    @property
    def exceptions(self) -> Path:
        """Exceptions to the checks, each with its reason (CSV)."""
        return self.data / "exceptions.csv"

    @property
    def words(self) -> Path:
        """The words that the dictionary lacks, one a line."""
        return self.data / "mots.txt"

    @property
    def build(self) -> Path:
        """What is made and can be made again."""
        return self.root / "_build"

    @property
    def anchors(self) -> Path:
        """The ledger of every id ever published (CSV)."""
        return self.data / "anchors.csv"

    @property
    def editions(self) -> Path:
        """The frozen editions, a folder each (JSON)."""
        return self.data / "editions"

    @property
    def chapters(self) -> Path:
        """The text, one file a chapter."""
        return self.root / "chapters"

    @property
    def data_pages(self) -> Path:
        """The committed pages of the tables, one a table."""
        return self.chapters / "annexes" / "donnees"

    @property
    def citation(self) -> Path:
        """Title, authors and version of the edition (CFF)."""
        return self.root / "CITATION.cff"

    def table(self, name: str) -> Path:
        """Return the CSV file of a table."""
        return _table(self.root, name)

    def schema(self, name: str) -> Path:
        """Return the schema file of a table."""
        return _schema(self.root, name)

    def documents(self) -> list[Path]:
        """Return the pages of the book in a fixed order: index, then chapters."""
        index = self.root / "index.md"
        pages = sorted(self.chapters.rglob("*.md"), key=lambda page: page.as_posix())
        return ([index] if index.is_file() else []) + pages

    def relative(self, path: Path) -> str:
        """Return the path as messages show it: from the root, forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.name


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above ``start`` that holds an edition."""
    for folder in (start, *start.parents):
        if (folder / "conf.py").is_file() and (folder / "data").is_dir():
            return folder
    return None


# Asked for thousands of times in a build.


@lru_cache(maxsize=1024)
def _table(root: Path, name: str) -> Path:
    return root / "data" / "tables" / f"{name}.csv"


@lru_cache(maxsize=1024)
def _schema(root: Path, name: str) -> Path:
    return root / "data" / "schema" / f"{name}.json"
