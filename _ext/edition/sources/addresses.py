"""The addresses that the edition stands on, and which row or reference gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.issues import IssueError
from edition.settings import load_settings
from edition.sources.read import read_references
from edition.tables.package_file import load_package
from edition.tables.source import TableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["DOI", "known_addresses", "sourced_addresses"]

DOI = "https://doi.org/"
WEB = ("https://", "http://")

COLUMNS = (
    ("sources", "adresse"),
    ("sources", "archive"),
    ("sources", "doi"),
    ("sources-adresses", "adresse"),
)
"""Where the tables hold addresses and DOIs."""

FIELDS = ("url", "doi")
"""Where the bibliography holds them."""


def sourced_addresses(paths: EditionPaths) -> dict[str, list[str]]:
    """Return who gives each address: ids of rows, keys of references.

    What cannot be read is passed over; the checks of the tables say it.
    """
    found: dict[str, list[str]] = {}
    for address, name in (*_of_tables(paths), *_of_references(paths)):
        names = found.setdefault(address, [])
        if name not in names:
            names.append(name)
    return found


def known_addresses(paths: EditionPaths) -> frozenset[str]:
    """Return the addresses that a text may give: those above, the licences, our own."""
    settings = load_settings(paths)
    ours = (settings.public_address, settings.forge, settings.contact)
    return frozenset(
        {
            *sourced_addresses(paths),
            *_of_licences(paths),
            *(address for address in ours if address),
        }
    )


def _of_tables(paths: EditionPaths) -> Iterator[tuple[str, str]]:
    source = TableSource(paths)
    for name, column in COLUMNS:
        if not source.has(name):
            continue
        try:
            table = source.table(name)
        except IssueError:
            continue
        if column in table.frame:
            for row, cell in table.frame[column].items():
                if address := _address(cell):
                    yield address, str(row)


def _of_references(paths: EditionPaths) -> Iterator[tuple[str, str]]:
    if not paths.references.is_file():
        return
    try:
        place = paths.relative(paths.references)
        entries = read_references(paths.references, place=place)
    except IssueError:
        return
    for key, entry in entries.items():
        for name in FIELDS:
            if address := _address(entry.fields.get(name, "")):
                yield address, key


def _of_licences(paths: EditionPaths) -> Iterator[str]:
    try:
        package = load_package(paths)
    except IssueError:
        return
    for licences in (
        package.licenses,
        *(r.licenses for r in package.resources.values()),
    ):
        yield from (licence.path for licence in licences if licence.path)


def _address(cell: str) -> str:
    """Return the address that a cell holds; empty for « non vu » and the like."""
    if cell.startswith(WEB):
        return cell
    return f"{DOI}{cell}" if cell.startswith("10.") else ""
