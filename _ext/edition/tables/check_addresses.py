"""Addresses and identifiers: what can be followed safely, and control digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from edition.issues import IssueCode
from edition.tables.addresses import doi_address, safe_address
from edition.tables.told import Said, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from edition.tables.checked import CheckedTable
    from edition.tables.told import Finding

__all__ = ["check_addresses", "is_address", "is_isbn"]

# At least two labels; a dot may end the last.
HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_](?:[\w-]*[^\W_])?\.?")
ISBN = re.compile(r"(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dX]", re.ASCII)


def check_addresses(table: CheckedTable) -> Iterator[Finding]:
    """Find the addresses, DOI and ISBN that lead nowhere or to the wrong place."""
    for field in table.fields():
        rule = RULES.get(field.format or "")
        if rule is None:
            continue
        code, fits, expected = rule
        bad = {value for value in table.values(field.name) if not fits(value)}

        def say(cell: str, name: str = field.name, expected: str = expected) -> Said:
            return Said(f"{name} {quoted(cell)} invalide", expected)

        yield from table.finding(code, field.name, bad, say)


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a page on a public host."""
    if safe_address(text) is None:
        return False
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return bool(host and HOST.fullmatch(host))


def is_isbn(text: str) -> bool:
    """Tell whether a text is an ISBN whose control digit is right."""
    digits = re.sub(r"[- ]", "", text)
    if not ISBN.fullmatch(text) or len(digits) not in {10, 13}:
        return False
    if len(digits) == 10:
        values = [10 if digit == "X" else int(digit) for digit in digits]
        return sum(values[n] * (10 - n) for n in range(10)) % 11 == 0
    if "X" in digits:
        return False
    return sum(int(digit) * (1, 3)[n % 2] for n, digit in enumerate(digits)) % 10 == 0


def _is_doi(text: str) -> bool:
    return doi_address(text) is not None


RULES: dict[str, tuple[IssueCode, Callable[[str], bool], str]] = {
    "url": (
        IssueCode.TABLE_ADDRESS,
        is_address,
        "http:// ou https://, un hôte, aucun blanc",
    ),
    "doi": (IssueCode.TABLE_IDENTIFIER, _is_doi, "10.…/…, sans https://doi.org/"),
    "isbn": (
        IssueCode.TABLE_IDENTIFIER,
        is_isbn,
        "un ISBN à 10 ou 13 chiffres, clé de contrôle comprise",
    ),
}
