"""Units: how they are written after, or before, a number.

One row of the table ``unites`` each; which number they follow is left to
:mod:`edition.tables.quantities`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NO_BREAK", "UNITS", "Unit", "read_unit"]

UNITS = "unites"
"""The table of units."""

NO_BREAK = "\N{NO-BREAK SPACE}"

# « h » is mute in every unit that we have (habitants, heures).
VOWELS = "aeiouyhàâéèêëîïôöùûüœæ"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and its grammar.

    :param symbol: written instead of the word (« m² »); empty when the word is.
    :param before: written before the number (« p. 21 »).
    :param written: whether anything is written at all; not for years and dates.
    :param form: ``nombre``, ``numéro``, ``année`` or ``date``.
    """

    row: str
    singular: str
    plural: str
    feminine: bool
    symbol: str
    before: bool
    written: bool
    spaced: bool
    form: str

    @property
    def grouped(self) -> bool:
        """Whether thousands are separated."""
        return self.form == "nombre"

    @property
    def heading(self) -> str:
        """The unit as the heading of a column shows it."""
        return (self.symbol or self.plural) if self.written else ""

    def word(self, *, plural: bool) -> str:
        """Return the word of the unit, never its symbol."""
        if not self.written:
            return ""
        return self.plural if plural else self.singular

    def beside(self, said: str, *, plural: bool) -> str:
        """Put the unit, as a symbol if it has one, beside a number that was said."""
        if not self.written:
            return said
        shown = self.symbol or self.word(plural=plural)
        space = NO_BREAK if self.spaced else ""
        return f"{shown}{space}{said}" if self.before else f"{said}{space}{shown}"

    def after_noun(self, said: str) -> str:
        """Put the unit after « million » or « milliard »: « 2 millions d’abonnés »."""
        if not self.written:
            return said
        elided = self.plural[:1].lower() in VOWELS
        return f"{said} d’{self.plural}" if elided else f"{said} de {self.plural}"


def read_unit(row: str, cells: Mapping[str, str]) -> Unit:
    """Read a row of the table ``unites``."""
    return Unit(
        row=row,
        singular=cells["singulier"],
        plural=cells["pluriel"],
        feminine=cells["genre"] == "féminin",
        symbol=cells["symbole"],
        before=cells["position"] == "avant",
        written=cells["position"] != "aucune",
        spaced=cells["espace"] != "aucune",
        form=cells["forme"],
    )
