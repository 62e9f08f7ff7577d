"""Where a link of the text may lead, and which file an image may be."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from edition.text.dialect import MYST_URL_SCHEMES

__all__ = ["ANCHOR", "image_path", "link_fault", "page_of", "row_address"]

# An id of ours, or the address of a row in a view or a table.
ANCHOR = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?")

PAGE = re.compile(r"[A-Za-z0-9_./-]+\.md")
IMAGE = re.compile(r"[A-Za-z0-9_./-]+\.(?:png|jpe?g|svg|webp)")


def link_fault(href: str, *, page: str) -> str:
    """Say why a link may not be; nothing when it may.

    :param page: the path of the page that holds it, from the root of the edition.
    """
    target = unquote(href)
    if target.startswith("#"):
        return "" if ANCHOR.fullmatch(target[1:]) else "identifiant mal formé"
    scheme, colon, rest = target.partition(":")
    if colon and "/" not in scheme:
        if scheme not in MYST_URL_SCHEMES:
            return f"adresse en « {scheme[:20]}: »"
        if scheme == "mailto":
            return "" if "@" in rest else "adresse de courriel mal formée"
        return _host_fault(target)
    path, _, anchor = target.partition("#")
    if anchor and not ANCHOR.fullmatch(anchor):
        return "identifiant mal formé"
    if page_of(path, page=page) is None:
        return "fichier qui n'est pas une page du livre"
    return ""


def _host_fault(target: str) -> str:
    try:
        host = urlsplit(target).hostname
    except ValueError:
        host = None
    return "" if host else "adresse sans nom de site"


def page_of(path: str, *, page: str) -> str | None:
    """Return the page of the book that a relative path names, if it names one."""
    if not PAGE.fullmatch(path):
        return None
    return _inside(path, page, ("chapters/",), ("index.md",))


def row_address(anchor: str) -> tuple[str, str] | None:
    """Return the table or view and the row that an anchor names, if it names one."""
    name, dot, row = anchor.partition(".")
    return (name, row) if dot else None


def image_path(path: str, *, page: str) -> str | None:
    """Return the image of the book that a relative path names, if it names one."""
    if not IMAGE.fullmatch(path):
        return None
    return _inside(path, page, ("chapters/", "_static/"), ())


def _inside(
    path: str, page: str, folders: tuple[str, ...], files: tuple[str, ...]
) -> str | None:
    if path.startswith("/"):
        return None
    found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return found if found.startswith(folders) or found in files else None
