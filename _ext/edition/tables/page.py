"""All that the page of a table says, in no format's syntax."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.tables.dictionary import ColumnEntry, read_dictionary
from edition.tables.request import ColumnRequest, OptionPlaces, TableRequest
from edition.tables.schema import KEY
from edition.tables.view import TableView, build_view

if TYPE_CHECKING:
    from edition.tables.package import Contributor, Licence, Source
    from edition.tables.source import TableSource

__all__ = ["TablePage", "build_page", "described", "page_request"]


@dataclass(frozen=True, slots=True)
class TablePage:
    """The page of a table.

    :param notes: what else a reader should know.
    :param doubts: what is not certain about the data.
    :param notice: the mention that the licence asks for; nothing when it asks none.
    :param view: all rows and columns, whatever their number: here is the permanent
        address of each row.
    """

    name: str
    title: str
    description: str
    columns: tuple[ColumnEntry, ...]
    sources: tuple[Source, ...]
    contributors: tuple[Contributor, ...]
    licences: tuple[Licence, ...]
    notes: tuple[str, ...]
    doubts: tuple[str, ...]
    notice: str
    view: TableView


def page_request(name: str, source: TableSource) -> TableRequest:
    """Return the view of a whole table: every column, the id first, as in the file."""
    columns = source.table(name).schema.columns
    return TableRequest(
        table=name,
        columns=tuple(ColumnRequest(column) for column in columns),
        row_header=KEY,
    )


def described(name: str, source: TableSource) -> str:
    """Return what a table is: from the package, or else from its schema."""
    resource = source.resource(name)
    said = resource.description if resource else ""
    return said or source.table(name).schema.description


def build_page(name: str, source: TableSource, *, at: OptionPlaces) -> TablePage:
    """Gather what the page of a table says.

    :raises IssueError: an unknown table, or one without rows.
    """
    schema = source.table(name, place=at("")).schema
    resource = source.resource(name)
    return TablePage(
        name=name,
        title=resource.title if resource else schema.title,
        description=described(name, source),
        columns=read_dictionary(schema, source),
        sources=resource.sources if resource else (),
        contributors=resource.contributors if resource else (),
        licences=resource.licenses if resource else (),
        notes=resource.notes if resource else (),
        doubts=resource.doubts if resource else (),
        notice=resource.notice if resource else "",
        view=build_view(page_request(name, source), source, at=at),
    )
