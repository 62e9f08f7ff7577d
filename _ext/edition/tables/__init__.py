"""Tables: their schemas, their rows, what is wrong with them and how they are shown.

This is the room's public door; other rooms import from here.
"""

from __future__ import annotations

from edition.tables.check import check_tables
from edition.tables.load import Table, load_table, table_names, table_schema
from edition.tables.package import (
    Contributor,
    DataPackage,
    Licence,
    Resource,
    Source,
)
from edition.tables.package_file import load_package
from edition.tables.schema import (
    KEY,
    MISSING,
    NOT_APPLICABLE,
    ROW_ID,
    UNSEEN,
    Constraints,
    Field,
    ForeignKey,
    TableSchema,
)
from edition.tables.schema_file import load_schema

__all__ = [
    "KEY",
    "MISSING",
    "NOT_APPLICABLE",
    "ROW_ID",
    "UNSEEN",
    "Constraints",
    "Contributor",
    "DataPackage",
    "Field",
    "ForeignKey",
    "Licence",
    "Resource",
    "Source",
    "Table",
    "TableSchema",
    "check_tables",
    "load_package",
    "load_schema",
    "load_table",
    "table_names",
    "table_schema",
]
