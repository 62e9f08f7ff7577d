"""From the rows of a table to the terms of a glossary, in French order.

How a term is shown and linked is left to :mod:`edition_sphinx.glossary`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, IssueError, known_values, suggestion
from edition.tables.cells import CellTarget
from edition.tables.collation import collation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from edition.issues import Place
    from edition.tables.load import Table
    from edition.tables.source import TableSource

__all__ = ["Term", "read_terms"]

# Named by convention; the column of the term itself has the role « title ».
DEFINITION = "definition"
VARIANT = "variante"
NOTE = "note"

PARENTHESIS = re.compile(r"\s*\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Term:
    """A term and its definition.

    :param row: its id, in the table and in the page.
    :param aliases: what else leads to it: its variant, the term without what stands in
        parentheses, and that alone.
    :param source: the row of its witness; nothing for a definition of our own.
    """

    row: str
    name: str
    definition: str
    variant: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    source: CellTarget | None = None
    source_label: str = ""


def read_terms(source: TableSource, name: str, *, place: Place) -> list[Term]:
    """Return the terms of a table, sorted as in a French dictionary.

    :param place: of the directive, for messages.
    :raises IssueError: an unknown table, one that holds no definitions, a term that is
        defined twice.
    """
    table = source.table(name, place=place)
    _check_columns(table, place)
    terms = [_term(table, row, source) for row in table.frame.index]
    issues = list(_twice(terms, table))
    if issues:
        raise IssueError(*issues)
    return _without_clashes(sorted(terms, key=lambda term: collation_key(term.name)))


def _check_columns(table: Table, place: Place) -> None:
    columns = table.schema.columns
    code = IssueCode.GLOSSARY_TABLE
    if table.schema.role("title") is None:
        message = f"tableau « {table.name} » sans colonne de rôle « title »"
        raise IssueError(Issue(code, place, message, expected="celle des termes"))
    if DEFINITION not in columns:
        message = f"tableau « {table.name} » sans colonne « {DEFINITION} »"
        hint = suggestion(DEFINITION, columns)
        raise IssueError(Issue(code, place, message, known_values(columns), hint))
    if not len(table):
        message = f"tableau « {table.name} » sans aucune ligne"
        raise IssueError(Issue(code, place, message))


def _term(table: Table, row: str, source: TableSource) -> Term:
    cells = table.lookup(row)
    title, witness = table.schema.role("title"), table.schema.role("source")
    assert title is not None
    name = cells[title.name]
    variant = _present(cells, VARIANT, table)
    target = None
    cited = _present(cells, witness.name, table) if witness else ""
    if cited and witness and witness.foreign:
        target = CellTarget(witness.foreign.table, cited)
    return Term(
        row=row,
        name=name,
        definition=cells[DEFINITION],
        variant=variant,
        note=_present(cells, NOTE, table),
        aliases=tuple(_aliases(name, variant)),
        source=target,
        source_label=source.label(target.table, cited) if target else cited,
    )


def _present(cells: Mapping[str, str], name: str, table: Table) -> str:
    cell = cells.get(name, "")
    return "" if cell in table.schema.missing else cell


def _aliases(name: str, variant: str) -> Iterator[str]:
    """« Portée (reach) » is also found as « Portée » and as « reach ».

    And with a typewriter's apostrophe, which a writer may have no other of.
    """
    bare = PARENTHESIS.sub("", name).strip()
    for called in (name, bare, *PARENTHESIS.findall(name), *variant.split(" ; ")):
        for alias in (called.strip(), called.strip().replace("’", "'")):
            if alias and alias.casefold() != name.casefold():
                yield alias


def _twice(terms: Iterable[Term], table: Table) -> Iterator[Issue]:
    seen: dict[str, Term] = {}
    for term in terms:
        other = seen.setdefault(term.name.casefold(), term)
        if other is not term:
            place = table.place(term.row)
            message = f"(id {term.row}) terme « {term.name} » déjà défini"
            hint = f"réunir les deux définitions, ou nommer autrement {other.row}"
            yield Issue(IssueCode.GLOSSARY_TERM, place, message, hint=hint)


def _without_clashes(terms: list[Term]) -> list[Term]:
    """Keep an alias only where it leads to one term, and is not a term itself."""
    names = {term.name.casefold() for term in terms}
    counts: dict[str, set[str]] = {}
    for term in terms:
        for alias in term.aliases:
            counts.setdefault(alias.casefold(), set()).add(term.row)
    kept = []
    for term in terms:
        aliases = tuple(
            dict.fromkeys(
                alias
                for alias in term.aliases
                if alias.casefold() not in names and len(counts[alias.casefold()]) == 1
            )
        )
        kept.append(replace(term, aliases=aliases))
    return kept
