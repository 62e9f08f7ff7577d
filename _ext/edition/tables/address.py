"""How a text names one value: a row of figures, or one cell of any table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from edition.issues import Issue, IssueCode, IssueError, Place, known_values, suggestion
from edition.tables.quantities import Form

__all__ = ["ValueAddress", "read_address"]

ADDRESS = re.compile(
    r"(?:(?P<table>[\w-]+):)?(?P<row>[\w-]+)(?:\.(?P<column>[\w-]+))?"
    r"(?:\|(?P<form>[\w-]*))?"
)

EXPECTED = "brest-facebook-fans-2013, ou bibliotheques:brest-capucins.surface_m2"


@dataclass(frozen=True, slots=True)
class ValueAddress:
    """One value.

    :param table: empty for a row of ``chiffres`` or ``derives``; then ``column`` is
        empty too.
    :param capital: whether the first letter is a capital, at the start of a sentence.
    """

    table: str
    row: str
    column: str
    form: Form
    capital: bool = False


def read_address(text: str, *, place: Place) -> ValueAddress:
    """Read the text of the role ``data-value``.

    ``row``, ``table:row.column``, each with an optional form after ``|``; a form that
    begins with a capital asks for one (``|Lettres``).

    :raises IssueError: at ``place``.
    """
    found = ADDRESS.fullmatch(text.strip())
    if found is None or bool(found["table"]) != bool(found["column"]):
        message = f"valeur « {text} » mal adressée"
        raise IssueError(Issue(IssueCode.VALUE_FORM, place, message, EXPECTED))
    form = found["form"]
    wanted = (form or "").lower()
    known = [str(one) for one in Form if one]
    if form is not None and wanted not in known:
        raise IssueError(
            Issue(
                IssueCode.VALUE_FORM,
                place,
                f"forme « {form} » inconnue",
                expected=known_values(known),
                hint=suggestion(form, known),
            )
        )
    return ValueAddress(
        table=found["table"] or "",
        row=found["row"],
        column=found["column"] or "",
        form=Form(wanted),
        capital=bool(form) and form[0].isupper(),
    )
