"""The forms that the value of a setting may have, and where a value leads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DOI_FORM", "FORMS", "href_of", "is_address", "is_doi"]

MAIL = re.compile(r"[^@\s/:?#]+@[^@\s/:?#]+\.[^@\s/:?#.]+")
DOI = re.compile(r"10\.\d{4,9}/[^\s?#]+")
DOI_FORM = "un DOI seul, comme 10.1234/abcd, sans adresse devant"


def is_text(value: str) -> bool:
    """Whether a text is one line without control signs."""
    return re.search(r"[\x00-\x1f\x7f]", value) is None


def is_address(value: str) -> bool:
    """Whether a text is the address of a page, without a secret in it."""
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return False
    allowed = parts.scheme in {"http", "https"} and "@" not in parts.netloc
    return bool(allowed and host) and not re.search(r"[\s<>\"\\]", value)


def is_doi(value: str) -> bool:
    """Whether a text is a DOI, without the address of a resolver."""
    return DOI.fullmatch(value) is not None


def _is_reach(value: str) -> bool:
    return MAIL.fullmatch(value) is not None or is_address(value)


FORMS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "text": ("un texte d'une ligne, entre guillemets droits", is_text),
    "address": ("une adresse http(s) complète", is_address),
    "doi": (DOI_FORM, is_doi),
    "reach": ("une adresse électronique ou une adresse http(s)", _is_reach),
}
"""What is expected of a value, and whether one fits."""


def href_of(value: str, form: str) -> str | None:
    """Return where a value leads, if anywhere."""
    if form == "doi":
        return f"https://doi.org/{value}"
    if form == "reach" and MAIL.fullmatch(value):
        return f"mailto:{value}"
    return None if form == "text" else value
