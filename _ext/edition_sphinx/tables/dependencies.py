"""What a page depends on: it is read again when one of these files changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.tables import ROW_ID
from edition_sphinx.config import get_paths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

__all__ = ["depend_on_package", "depend_on_tables"]


def depend_on_tables(env: BuildEnvironment, names: Iterable[str]) -> None:
    """Make the page that is being read depend on tables: rows and schemas.

    Sphinx takes a file that is not there for a changed one; so a page that names a
    table nobody has written yet is read again until somebody has.
    """
    paths = get_paths(env)
    for name in names:
        # A name of another form could lead out of the folder.
        if ROW_ID.fullmatch(name):
            env.note_dependency(paths.table(name))
            env.note_dependency(paths.schema(name))


def depend_on_package(env: BuildEnvironment) -> None:
    """Make the page depend on titles, licences and sources of the tables."""
    path = get_paths(env).datapackage
    if path.is_file():
        env.note_dependency(path)
