"""Rule: every table says what it is, where it comes from and who made it.

Whoever takes one file away with its entry of ``datapackage.json`` has all of it there:
nothing but the licence is left to what the package says as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.issues import Issue, IssueError
from edition.tables import load_package
from edition.tables.located import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths
    from edition.tables import Resource

__all__ = ["check"]

NEEDED = {
    "description": "une phrase qui dit ce que le tableau contient",
    "licenses": "la licence du tableau, ou celle de tout le paquet",
    "sources": 'une liste de documents, comme [{ "title": "…" }]',
    "contributors": 'une liste de personnes ou de groupes, comme [{ "title": "…" }]',
}


def check(paths: EditionPaths) -> Iterator[Issue]:
    """Return what the description of each table leaves out."""
    try:
        resources = load_package(paths).resources
    except IssueError:
        return  # said by the check of the tables
    place = paths.relative(paths.datapackage)
    for number, (name, resource) in enumerate(resources.items()):
        for word in _missing(resource):
            yield Issue(
                IssueCode.TABLE_PACKAGE,
                locate(paths.datapackage, "resources", number, place=place),
                f"ressource « {name} » : « {word} » manque",
                NEEDED[word],
            )


def _missing(resource: Resource) -> list[str]:
    return [word for word in NEEDED if not getattr(resource, word)]
