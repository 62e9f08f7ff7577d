"""Addresses in cells: which are safe to follow, and how they are shown."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

__all__ = ["doi_address", "safe_address", "shown_address"]

LONGEST_SHOWN = 60

DOI = re.compile(r"10\.\d{4,9}/\S+")
DOI_ROOT = "https://doi.org/"

# Blanks and commands, which browsers drop before they look at the scheme.
UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\\\"<>`]")


def safe_address(text: str) -> str | None:
    """Return the address if following it can only open a page of the web.

    Only ``http`` and ``https`` with a host pass; ``javascript:``, ``data:`` and
    addresses with hidden signs or a password are nothing but text.
    """
    if UNSAFE.search(text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return text


def doi_address(text: str) -> str | None:
    """Return the address of a DOI, or nothing when it is none."""
    if not DOI.fullmatch(text):
        return None
    return safe_address(DOI_ROOT + quote(text, safe="/:;()._-"))


def shown_address(text: str) -> str:
    """Return an address as a reader wants it: no scheme, accents readable, not long."""
    shown = text.partition("://")[2] or text
    shown = unquote(shown.removeprefix("www.").removesuffix("/"))
    if not shown.isprintable():
        shown = text
    if len(shown) > LONGEST_SHOWN:
        shown = shown[: LONGEST_SHOWN - 1].rstrip("/?&=.-") + "…"
    return shown
