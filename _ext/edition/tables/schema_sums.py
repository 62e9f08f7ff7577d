"""Reading ``edition:sums``: which parts should add up to which total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edition.issues import known_values, suggestion
from edition.tables.schema import TYPES, Field, Sum

if TYPE_CHECKING:
    from edition.tables.located import Pointer
    from edition.tables.words import WordReader

__all__ = ["read_sums"]

WORDS = ("label", "column", "columns", "by", "where", "total", "tolerance")


def read_sums(
    reader: WordReader, found: dict[str, Any], fields: tuple[Field, ...]
) -> tuple[Sum, ...]:
    """Return the sums of a table; faults are noted in ``reader``."""
    known = {field.name: field for field in fields}
    typed = {
        item.get("name")
        for _, item in reader.objects(("fields",), found)
        if item.get("type") in TYPES
    }
    return tuple(
        _sum(reader, pointer, item, known, typed)
        for pointer, item in reader.objects(("edition:sums",), found)
    )


def _sum(
    reader: WordReader,
    pointer: Pointer,
    found: dict[str, Any],
    known: dict[str, Field],
    typed: set[Any],
) -> Sum:
    label = reader.needed((*pointer, "label"), found)
    of = f"somme « {label} »"
    reader.words(pointer, found, known=WORDS, kind="propriété", of=of)
    column = reader.text((*pointer, "column"), found, of=of) or ""
    columns = reader.texts((*pointer, "columns"), found, of=of)
    by = reader.texts((*pointer, "by"), found, of=of)
    where = _where(reader, (*pointer, "where"), found, of)
    if bool(column) == bool(columns):
        message = f"{of} : « column » ou « columns »"
        reader.note(pointer, message, expected="l'un des deux, pas les deux")
    total = found.get("total")
    if isinstance(total, bool) or not isinstance(total, int | float | str):
        expected = "un nombre, l'id d'une ligne, ou un champ si « columns »"
        reader.note((*pointer, "total"), f"{of} : total mal écrit", expected=expected)
        total = 0.0
    summed = [column] if column else list(columns)
    if columns and isinstance(total, str):
        summed.append(total)
    for name in (*summed, *by, *(name for name, _ in where)):
        if name not in known:
            reader.note(
                pointer,
                f"{of} : champ « {name} » inconnu",
                expected=known_values(known),
                hint=suggestion(name, known),
            )
    for name in summed:
        # A type that is unknown has its own message.
        if name in known and name in typed and not known[name].is_numeric:
            message = f"{of} : le champ « {name} » n'est pas un nombre"
            reader.note(pointer, message, expected="number, integer ou year")
    tolerance = reader.value((*pointer, "tolerance"), found, float, of=of)
    return Sum(
        label=label,
        total=total if isinstance(total, str) else float(total),
        column=column,
        columns=columns,
        by=by,
        where=where,
        tolerance=float(tolerance or 0),
    )


def _where(
    reader: WordReader, pointer: Pointer, found: dict[str, Any], of: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    conditions = reader.value(pointer, found, dict, of=of) or {}
    return tuple(
        (name, reader.texts((*pointer, name), conditions, of=of)) for name in conditions
    )
