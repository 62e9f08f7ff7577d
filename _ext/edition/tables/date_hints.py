"""What somebody meant who wrote a date as one says it in French."""

from __future__ import annotations

import re
import unicodedata

from edition.tables.edtf import EdtfError, parse_edtf

__all__ = ["suggested_date"]

MONTHS = {
    "janv": 1,
    "fevr": 2,
    "mars": 3,
    "avr": 4,
    "mai": 5,
    "juin": 6,
    "juil": 7,
    "aout": 8,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
SPOKEN = re.compile(
    r"(?:(?P<day>\d{1,2})(?:er)? )?(?P<month>[a-z]+)\.? (?P<year>\d{4})", re.ASCII
)
SLASHES = re.compile(
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})", re.ASCII
)
YEARS = re.compile(
    r"(?:de )?(?P<first>\d{4}) ?(?:-|–|—|a|et) ?(?P<last>\d{4})", re.ASCII
)
ABOUT = re.compile(r"(?:vers|environ|env\.|c\.|ca\.?) ?(?P<year>\d{4})", re.ASCII)


def suggested_date(text: str) -> str:
    """Return the hint that writes a French date in EDTF; « » when it is not clear."""
    folded = unicodedata.normalize("NFKD", text.strip().lower())
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    found = _read(plain)
    try:
        return f"écrivez {parse_edtf(found).text}"
    except EdtfError:
        return ""


def _read(text: str) -> str:
    if found := SPOKEN.fullmatch(text):
        name = found["month"]
        month = MONTHS.get(name[:4]) or MONTHS.get(name[:3])
        if month:
            return _date(found["year"], month, found["day"])
    if found := SLASHES.fullmatch(text):
        return _date(found["year"], int(found["month"]), found["day"])
    if found := YEARS.fullmatch(text):
        return f"{found['first']}/{found['last']}"
    if found := ABOUT.fullmatch(text):
        return f"{found['year']}~"
    return ""


def _date(year: str, month: int, day: str | None) -> str:
    said = f"{year}-{month:02d}"
    return f"{said}-{int(day):02d}" if day else said
