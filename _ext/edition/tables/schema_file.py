"""Reading a schema file, and refusing what we would not obey.

The model stands in :mod:`edition.tables.schema`; links to other tables and units are
looked up by the checks, which see all tables at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from edition.issues import IssueCode, known_values
from edition.tables.located import Pointer, read_json
from edition.tables.schema import (
    FORMATS,
    NOT_APPLICABLE,
    ROLES,
    TYPES,
    Constraints,
    Field,
    ForeignKey,
    TableSchema,
)
from edition.tables.schema_keys import (
    check_column,
    check_names,
    check_primary_key,
    read_foreign_keys,
    read_missing,
    read_unique_keys,
)
from edition.tables.schema_sums import read_sums
from edition.tables.words import WordReader

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["load_schema"]

TABLE_WORDS = (
    "$schema",
    "name",
    "title",
    "description",
    "fields",
    "fieldsMatch",
    "primaryKey",
    "uniqueKeys",
    "foreignKeys",
    "missingValues",
    "edition:sums",
)
FIELD_WORDS = (
    "name",
    "type",
    "title",
    "description",
    "example",
    "constraints",
    "edition:empty",
    "edition:format",
    "edition:language",
    "edition:role",
    "edition:unit",
)
CONSTRAINT_WORDS = (
    "required",
    "unique",
    "pattern",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "enum",
)


def load_schema(path: Path, *, place: str) -> TableSchema:
    """Read the schema of a table.

    :param place: the path for messages, relative to the repository.
    :raises IssueError: all the faults of the file at once, each at its line.
    """
    json = read_json(path, place=place, code=IssueCode.TABLE_SCHEMA)
    reader = WordReader(json, code=IssueCode.TABLE_SCHEMA)
    schema = _table(reader, json.value, path.stem)
    reader.finish()
    return schema


def _table(reader: WordReader, found: dict[str, Any], stem: str) -> TableSchema:
    reader.words((), found, known=TABLE_WORDS, kind="propriété")
    name = reader.text(("name",), found)
    if name is not None and name != stem:
        message = f"name « {name} » n'est pas le nom du fichier"
        reader.note(("name",), message, expected=stem)
    match = reader.texts(("fieldsMatch",), found)
    if match not in ((), ("exact",)):
        message = f"fieldsMatch « {', '.join(match)} » refusé"
        expected = "exact : mêmes colonnes, même ordre"
        reader.note(("fieldsMatch",), message, expected=expected)
    foreign = read_foreign_keys(reader, found)
    fields = tuple(
        _field(reader, pointer, item, foreign)
        for pointer, item in reader.objects(("fields",), found)
    )
    names = [field.name for field in fields]
    check_names(reader, names)
    check_primary_key(reader, found)
    for pointer, column in foreign:
        check_column(reader, pointer, column.column, names)
    for number, field in enumerate(fields):
        if field.language is not None:
            pointer = ("fields", number, "edition:language")
            check_column(reader, pointer, field.language, names)
    return TableSchema(
        name=stem,
        title=reader.needed(("title",), found),
        description=reader.text(("description",), found) or "",
        fields=fields,
        missing=read_missing(reader, found),
        unique_keys=read_unique_keys(reader, found, names),
        sums=read_sums(reader, found, fields),
    )


def _field(
    reader: WordReader,
    pointer: Pointer,
    found: dict[str, Any],
    foreign: list[tuple[Pointer, ForeignKey]],
) -> Field:
    name = reader.needed((*pointer, "name"), found)
    of = f"champ « {name} »" if name else f"champ n° {int(pointer[-1]) + 1}"
    reader.words(pointer, found, known=FIELD_WORDS, kind="propriété", of=of)
    kind = reader.choice((*pointer, "type"), found, known=TYPES, of=of) or ""
    if "type" not in found:
        reader.note(pointer, f"{of} : « type » manque", expected=known_values(TYPES))
    empty = reader.choice(
        (*pointer, "edition:empty"), found, known=(NOT_APPLICABLE,), of=of
    )
    constraints = _constraints(reader, (*pointer, "constraints"), found, kind, of)
    if empty and constraints.required:
        message = f"{of} : « required » et « edition:empty » se contredisent"
        reader.note((*pointer, "edition:empty"), message, expected="l'un ou l'autre")
    return Field(
        name=name,
        type=kind or "string",
        title=reader.needed((*pointer, "title"), found, of=of),
        description=reader.text((*pointer, "description"), found, of=of) or "",
        unit=reader.text((*pointer, "edition:unit"), found, of=of),
        format=reader.choice((*pointer, "edition:format"), found, known=FORMATS, of=of),
        constraints=constraints,
        foreign=next((key for _, key in foreign if key.column == name), None),
        empty=empty,
        role=reader.choice((*pointer, "edition:role"), found, known=ROLES, of=of),
        language=reader.text((*pointer, "edition:language"), found, of=of),
    )


def _constraints(
    reader: WordReader, pointer: Pointer, field: dict[str, Any], kind: str, of: str
) -> Constraints:
    found = reader.value(pointer, field, dict, of=of)
    if not found:
        return Constraints()
    reader.words(pointer, found, known=CONSTRAINT_WORDS, kind="contrainte", of=of)
    pattern = reader.text((*pointer, "pattern"), found, of=of)
    if pattern is not None:
        try:
            re.compile(pattern)
        except re.error:
            message = f"{of} : motif « {pattern} » illisible"
            expected = "une expression régulière"
            reader.note((*pointer, "pattern"), message, expected=expected)
            pattern = None
    return Constraints(
        required=bool(reader.value((*pointer, "required"), found, bool, of=of)),
        unique=bool(reader.value((*pointer, "unique"), found, bool, of=of)),
        pattern=pattern,
        minimum=_limit(reader, (*pointer, "minimum"), found, kind, of),
        maximum=_limit(reader, (*pointer, "maximum"), found, kind, of),
        min_length=reader.value((*pointer, "minLength"), found, int, of=of),
        max_length=reader.value((*pointer, "maxLength"), found, int, of=of),
        enum=_enum(reader, (*pointer, "enum"), found, of),
    )


def _limit(
    reader: WordReader, pointer: Pointer, found: Mapping[str, Any], kind: str, of: str
) -> float | str | None:
    if pointer[-1] not in found:
        return None
    if kind == "date":
        return reader.text(pointer, found, of=of)
    if kind in {"string", "boolean"}:
        message = f"{of} : « {pointer[-1]} » sans effet sur le type {kind}"
        reader.note(pointer, message, expected="number, integer, year ou date")
        return None
    value = reader.value(pointer, found, float, of=of)
    return None if value is None else float(value)


def _enum(
    reader: WordReader, pointer: Pointer, found: Mapping[str, Any], of: str
) -> tuple[str, ...]:
    values = reader.value(pointer, found, list, of=of)
    if values is None:
        return ()
    if not values:
        reader.note(pointer, f"{of} : énumération vide", expected="au moins une valeur")
    return tuple(
        str(value).lower() if isinstance(value, bool) else str(value)
        for value in values
    )
