"""What crosses pages: which page uses which table, where the page of a table is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from sphinx.environment import BuildEnvironment

    from edition.tables.values import Value

__all__ = ["TableUse", "TablesDomain", "UseKind", "ViewUse", "get_tables"]

UseKind = str
"""« view », « chart », « value », or « mark » of the apparatus."""


@dataclass(frozen=True, slots=True)
class ViewUse:
    """A view that a page holds.

    :param anchor: its id; empty when its author has not given one yet.
    :param options: those that shape it, as written.
    """

    table: str
    anchor: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TableUse:
    """That a page shows something of a table.

    :param anchor: of the view or chart; empty for a value and a mark.
    :param title: of the view or chart; of the value, what it measures; of the mark, the
        row.
    """

    table: str
    kind: UseKind
    anchor: str = ""
    title: str = ""


class TablesDomain(Domain):
    """Uses of tables, by page. Data themselves are never state."""

    name = "tables"
    label = "Tableaux"
    # 1: first shape.
    data_version = 1
    initial_data: ClassVar[dict[str, Any]] = {
        "uses": {},
        "views": {},
        "values": {},
        "pages": {},
        "listings": {},
        "faulty": {},
        "shown": {},
        "names": (),
    }

    @property
    def uses(self) -> dict[str, list[TableUse]]:
        """What each page uses, in order, each thing once."""
        return cast("dict[str, list[TableUse]]", self.data["uses"])

    @property
    def views(self) -> dict[str, list[ViewUse]]:
        """The views of each page."""
        return cast("dict[str, list[ViewUse]]", self.data["views"])

    @property
    def values(self) -> dict[str, dict[str, Value]]:
        """The values of each page, by what the role says, in order of appearance."""
        return cast("dict[str, dict[str, Value]]", self.data["values"])

    @property
    def pages(self) -> dict[str, str]:
        """For each page that is the page of a table: which table."""
        return cast("dict[str, str]", self.data["pages"])

    @property
    def listings(self) -> dict[str, bool]:
        """The pages that list all tables."""
        return cast("dict[str, bool]", self.data["listings"])

    @property
    def faulty(self) -> dict[str, bool]:
        """The pages with a fault of this room; they are read again at each build.

        A warning that was not heeded is so given again.
        """
        return cast("dict[str, bool]", self.data["faulty"])

    @property
    def shown(self) -> dict[str, object]:
        """What each page last said about other pages, to see when it must change."""
        return cast("dict[str, object]", self.data["shown"])

    @property
    def names(self) -> tuple[str, ...]:
        """The tables there were at the last build."""
        return cast("tuple[str, ...]", self.data["names"])

    @names.setter
    def names(self, names: tuple[str, ...]) -> None:
        self.data["names"] = names

    def note_use(self, docname: str, use: TableUse) -> None:
        """Remember that a page shows something of a table."""
        found = self.uses.setdefault(docname, [])
        if use not in found:
            found.append(use)

    def note_view(self, docname: str, view: ViewUse, *, title: str) -> None:
        """Remember a view."""
        self.views.setdefault(docname, []).append(view)
        self.note_use(docname, TableUse(view.table, "view", view.anchor, title))

    def note_value(self, docname: str, spec: str, value: Value) -> None:
        """Remember a value, and the tables from which it was worked out."""
        self.values.setdefault(docname, {})[spec] = value
        for table in (value.table, *value.inputs):
            self.note_use(docname, TableUse(table, "value", title=value.measure))

    def values_of(self, docname: str) -> tuple[Value, ...]:
        """Return the values of a page, each once whatever its form, in order."""
        found: dict[tuple[str, str, str], Value] = {}
        for value in self.values.get(docname, {}).values():
            found.setdefault((value.table, value.row, value.column), value)
        return tuple(found.values())

    def page_of(self, table: str) -> str | None:
        """Return the page of a table; the first in the alphabet if there are two."""
        found = (page for page, name in sorted(self.pages.items()) if name == table)
        return next(found, None)

    def page_of_view(self, anchor: str) -> str | None:
        """Return the page that holds the view with this id."""
        return next(
            (
                page
                for page, views in sorted(self.views.items())
                if any(view.anchor == anchor for view in views)
            ),
            None,
        )

    def uses_of(self, table: str) -> Iterator[tuple[str, list[TableUse]]]:
        """Return each page that uses a table, with its uses."""
        for docname, uses in sorted(self.uses.items()):
            found = [use for use in uses if use.table == table]
            if found:
                yield docname, found

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is going to be read again or was removed."""
        for found in self._by_page:
            found.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader found."""
        for key in ("uses", "views", "values", "pages", "listings", "faulty"):
            theirs = otherdata[key]
            self.data[key].update(
                {docname: theirs[docname] for docname in docnames if docname in theirs}
            )

    @property
    def _by_page(self) -> Iterable[dict[str, Any]]:
        return (
            self.uses,
            self.views,
            self.values,
            self.pages,
            self.listings,
            self.faulty,
            self.shown,
        )

    def fingerprint(self) -> Mapping[str, str]:
        """Return which page is whose, for links that must follow when it moves."""
        return dict(sorted((table, page) for page, table in self.pages.items()))


def get_tables(env: BuildEnvironment) -> TablesDomain:
    """Return the domain; the one door to it."""
    return cast("TablesDomain", env.get_domain("tables"))
