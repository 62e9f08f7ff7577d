"""Which findings and variants each page marks, and why, for the notes at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from sphinx.domains import Domain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from sphinx.environment import BuildEnvironment

__all__ = ["FindingsDomain", "get_findings"]


class FindingsDomain(Domain):
    """Marks by page: row ids and reasons. The records themselves are never state."""

    name = "findings"
    label = "Apparat"
    # 1: first shape. 2: lists.
    data_version = 2
    initial_data: ClassVar[dict[str, Any]] = {"marks": {}, "listed": {}}

    @property
    def marks(self) -> dict[str, dict[tuple[str, str], list[str]]]:
        """The reasons of each mark of each page, by kind and row."""
        return cast("dict[str, dict[tuple[str, str], list[str]]]", self.data["marks"])

    @property
    def listed(self) -> dict[str, list[tuple[str, str]]]:
        """What the lists of each page show in full, by kind and row."""
        return cast("dict[str, list[tuple[str, str]]]", self.data["listed"])

    def note(self, docname: str, kind: str, rows: Iterable[str], reason: str) -> None:
        """Remember a mark of a page."""
        found = self.marks.setdefault(docname, {})
        for row in rows:
            reasons = found.setdefault((str(kind), row), [])
            if reason and reason not in reasons:
                reasons.append(reason)

    def note_listed(self, docname: str, kind: str, rows: Iterable[str]) -> None:
        """Remember what a list of a page shows."""
        self.listed.setdefault(docname, []).extend((str(kind), row) for row in rows)

    def of(self, docname: str, kind: str) -> Mapping[str, list[str]]:
        """Return the rows that a page marks, with the reasons that it gives."""
        marks = self.marks.get(docname, {})
        return {row: reasons for (of, row), reasons in marks.items() if of == kind}

    def unlisted(self, docname: str, kind: str) -> Mapping[str, list[str]]:
        """Return the marked rows that no list of the page shows."""
        shown = {row for of, row in self.listed.get(docname, ()) if of == kind}
        marked = self.of(docname, kind)
        return {row: why for row, why in marked.items() if row not in shown}

    def clear_doc(self, docname: str) -> None:
        """Forget a page that is going to be read again or was removed."""
        self.marks.pop(docname, None)
        self.listed.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader found."""
        for key in ("marks", "listed"):
            theirs = otherdata[key]
            self.data[key].update(
                {name: theirs[name] for name in docnames if name in theirs}
            )


def get_findings(env: BuildEnvironment) -> FindingsDomain:
    """Return the domain; the one door to it."""
    return cast("FindingsDomain", env.get_domain("findings"))
