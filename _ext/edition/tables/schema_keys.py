"""Reading what a schema says of rows: their key, their links, the cells without value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from edition.issues import known_values, suggestion
from edition.tables.schema import KEY, MISSING, ROW_ID, ForeignKey

if TYPE_CHECKING:
    from edition.tables.located import Pointer
    from edition.tables.words import WordReader

__all__ = [
    "check_column",
    "check_names",
    "check_primary_key",
    "read_foreign_keys",
    "read_missing",
    "read_unique_keys",
]


def read_foreign_keys(
    reader: WordReader, found: dict[str, Any]
) -> list[tuple[Pointer, ForeignKey]]:
    """Return the links to other tables, each with its pointer."""
    keys = []
    for pointer, item in reader.objects(("foreignKeys",), found):
        reader.words(pointer, item, known=("fields", "reference"), kind="propriété")
        columns = reader.texts((*pointer, "fields"), item)
        target = reader.value((*pointer, "reference"), item, dict) or {}
        at = (*pointer, "reference")
        reader.words(at, target, known=("resource", "fields"), kind="propriété")
        remote = reader.texts((*at, "fields"), target)
        if len(columns) != 1 or remote != (KEY,):
            message = "lien vers un autre tableau mal écrit"
            expected = f"un seul champ, qui vise le champ « {KEY} »"
            reader.note(pointer, message, expected=expected)
            continue
        resource = reader.text((*at, "resource"), target)
        if resource is None or (resource and not ROW_ID.fullmatch(resource)):
            message = "tableau visé mal nommé"
            reader.note(at, message, expected="« resource » : nom d'un tableau")
            continue
        own = str(reader.json.place).rpartition("/")[2].removesuffix(".json")
        keys.append((pointer, ForeignKey(columns[0], resource or own)))
    return keys


def read_missing(reader: WordReader, found: dict[str, Any]) -> tuple[str, ...]:
    """Return the cells that hold no value."""
    items = found.get("missingValues")
    if isinstance(items, list) and all(isinstance(item, dict) for item in items):
        found = {"missingValues": [item.get("value") for item in items]}
    values = reader.texts(("missingValues",), found)
    if "missingValues" not in found or any(value not in MISSING for value in values):
        known = known_values(MISSING, quote=True)
        message = "« missingValues » manque ou dit autre chose que nous"
        reader.note(("missingValues",), message, expected=known)
    return tuple(value for value in values if value in MISSING)


def read_unique_keys(
    reader: WordReader, found: dict[str, Any], names: list[str]
) -> tuple[tuple[str, ...], ...]:
    """Return the sets of columns that together name at most one row."""
    keys = []
    for number, item in enumerate(reader.value(("uniqueKeys",), found, list) or []):
        pointer: Pointer = ("uniqueKeys", number)
        columns = tuple(item) if isinstance(item, list) else (item,)
        for column in columns:
            check_column(reader, pointer, str(column), names)
        keys.append(tuple(map(str, columns)))
    return tuple(keys)


def check_column(
    reader: WordReader, pointer: Pointer, column: str, names: list[str]
) -> None:
    """Note a column that the schema does not define."""
    if column not in names:
        reader.note(
            pointer,
            f"champ « {column} » inconnu",
            expected=known_values(names),
            hint=suggestion(column, names),
        )


def check_names(reader: WordReader, names: list[str]) -> None:
    """Note a column defined twice, and a first column that is not the id."""
    for number, name in enumerate(names):
        if name in names[:number]:
            message = f"champ « {name} » défini deux fois"
            reader.note(("fields", number), message, expected="un nom par champ")
    if names[:1] != [KEY]:
        said = f"« {names[0]} »" if names else "absent"
        message = f"premier champ {said}"
        reader.note(("fields",), message, expected=f"« {KEY} »")


def check_primary_key(reader: WordReader, found: dict[str, Any]) -> None:
    """Note a primary key that is not the id."""
    if reader.texts(("primaryKey",), found) != (KEY,):
        message = "« primaryKey » manque ou vise un autre champ"
        reader.note(("primaryKey",), message, expected=f"« {KEY} »")
