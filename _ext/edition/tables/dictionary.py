"""The columns of a table in French, for readers: type, unit, limits, what may lack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.tables.numbers import french_number
from edition.tables.schema import NOT_APPLICABLE, UNSEEN, Constraints, Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.tables.schema import TableSchema
    from edition.tables.source import TableSource

__all__ = ["ColumnEntry", "read_dictionary"]

TYPES = {
    "string": "texte",
    "number": "nombre",
    "integer": "nombre entier",
    "boolean": "oui ou non",
    "date": "date",
    "year": "année",
}

FORMATS = {
    "edtf": "date ou période (EDTF)",
    "url": "adresse web",
    "doi": "DOI",
    "isbn": "ISBN",
    "reference": "clé de la bibliographie",
    "latitude": "latitude en degrés",
    "longitude": "longitude en degrés",
}


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """One column in the dictionary of a table.

    :param target: the table that its cells point at, empty when they do not.
    :param limits: what its values must be, one phrase each.
    :param pattern: a regular expression that its values satisfy; empty where the
        format of the column says the same in words.
    :param missing: what its cells say when they hold no value.
    """

    name: str
    title: str
    kind: str
    unit: str
    description: str
    target: str = ""
    limits: tuple[str, ...] = ()
    pattern: str = ""
    missing: tuple[str, ...] = ()


def read_dictionary(
    schema: TableSchema, source: TableSource
) -> tuple[ColumnEntry, ...]:
    """Describe every column of a table, in their order."""
    return tuple(_entry(field, schema, source) for field in schema.fields)


def _entry(field: Field, schema: TableSchema, source: TableSource) -> ColumnEntry:
    unit = source.unit(field.unit)
    target = field.foreign.table if field.foreign else ""
    is_key = field.name == schema.primary_key
    return ColumnEntry(
        name=field.name,
        title=field.title,
        kind=FORMATS.get(field.format or "", TYPES.get(field.type, field.type)),
        unit=unit.heading if unit else "",
        description=field.description,
        target=target,
        limits=tuple(_limits(field.constraints, is_key=is_key)),
        pattern="" if is_key or field.format else field.constraints.pattern or "",
        missing=tuple(_missing(field, schema)),
    )


def _limits(constraints: Constraints, *, is_key: bool) -> Iterator[str]:
    if is_key:
        yield "nomme la ligne pour toujours"
    if constraints.required:
        yield "toujours présente"
    if constraints.unique and not is_key:
        yield "sans doublon"
    if constraints.enum:
        yield "parmi : " + ", ".join(f"« {value} »" for value in constraints.enum)
    yield from _range(constraints)


def _range(constraints: Constraints) -> Iterator[str]:
    least, most = constraints.minimum, constraints.maximum
    if least is not None and most is not None:
        yield f"de {_number(least)} à {_number(most)}"
    elif least is not None:
        yield f"à partir de {_number(least)}"
    elif most is not None:
        yield f"jusqu’à {_number(most)}"
    if constraints.min_length is not None:
        yield f"au moins {constraints.min_length} signes"
    if constraints.max_length is not None:
        yield f"au plus {constraints.max_length} signes"


def _number(limit: float | str) -> str:
    if isinstance(limit, str):
        return limit
    whole = limit == int(limit)
    return french_number(str(int(limit)) if whole else str(limit))


def _missing(field: Field, schema: TableSchema) -> Iterator[str]:
    if field.constraints.required:
        return
    if UNSEEN in schema.missing:
        yield f"« {UNSEEN} »"
    if field.empty:
        yield f"vide ({NOT_APPLICABLE})"
