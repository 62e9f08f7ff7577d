"""One value in a sentence: its words, and all that says how far to trust it.

The role ``data-value`` of Sphinx and the reader of the ground floor both ask here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from edition.issues import Issue, IssueCode, IssueError, Place, known_values, suggestion
from edition.tables.address import ValueAddress, read_address
from edition.tables.cells import CellKind, CellTarget
from edition.tables.derived import DERIVED, derived_number, read_formula
from edition.tables.format import column_kind, format_cell
from edition.tables.quantities import Form, NoWordsError, Quantity, say_quantity
from edition.tables.source import TableSource
from edition.tables.trust import Trust, present, read_trust, said_date
from edition.tables.units import UNITS, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edition.paths import EditionPaths
    from edition.tables.load import Table

__all__ = ["FIGURES", "Value", "resolve_value"]

FIGURES = "chiffres"
"""The table of figures, one row a figure."""


NOTHING_SAID = Trust()

LONGEST_LABEL = 80
"""A row called by a longer text, such as a quotation, is not named in a measure."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value, resolved.

    :param text: the words of the sentence, before French spacing.
    :param measure: what it measures, in French.
    :param table: where it stands, with ``row``; the permanent address.
    :param column: empty for a row of figures or of formulas.
    :param number: digits with a decimal point, empty when it is no number.
    :param unit: row id of ``unites``, empty when it has none.
    :param missing: whether it is « non vu » or makes no sense.
    :param inputs: the tables that its formula looked at.
    """

    text: str
    measure: str
    table: str
    row: str
    column: str = ""
    number: str = ""
    unit: str = ""
    qualifier: str = ""
    missing: bool = False
    inputs: tuple[str, ...] = ()
    trust: Trust = NOTHING_SAID

    @property
    def date(self) -> str:
        """When it was measured, in French."""
        return self.trust.date

    @property
    def scope(self) -> str:
        """The population, the part or the place that it covers."""
        return self.trust.scope

    @property
    def level(self) -> str:
        """Row id of its level of proof."""
        return self.trust.level

    @property
    def portee(self) -> str:
        """Row id of what it is about: the study, its reception, the context."""
        return self.trust.portee

    @property
    def source(self) -> CellTarget | None:
        """The row of its witness."""
        return self.trust.source

    @property
    def source_label(self) -> str:
        """How its witness is called."""
        return self.trust.source_label

    @property
    def uncertain(self) -> bool:
        """Whether its source is ambiguous, cut or contradicted."""
        return self.trust.uncertain


def resolve_value(
    spec: str | ValueAddress,
    source: TableSource | EditionPaths,
    *,
    place: Place | None = None,
) -> Value:
    """Find a value and say it in French.

    :param spec: as in the role: ``brest-facebook-fans-2013``,
        ``bibliotheques:brest-capucins.surface_m2``, either with ``|nombre``,
        ``|lettres`` or ``|lettres-unite``.
    :param place: of the role, for messages.
    :raises IssueError: badly addressed, unknown, or not to be said in that form.
    """
    place = place or Place("")
    if not isinstance(source, TableSource):
        source = TableSource(source)
    address = read_address(spec, place=place) if isinstance(spec, str) else spec
    find = _cell if address.table else _figure
    value = find(address, source, place)
    if address.capital:
        value = replace(value, text=value.text[:1].upper() + value.text[1:])
    return value


def _figure(address: ValueAddress, source: TableSource, place: Place) -> Value:
    """Find a row of figures or of formulas by its id alone."""
    for name in (FIGURES, DERIVED):
        if source.cells(name, address.row) is not None:
            return _row(address, source.table(name), source, place)
    # Both are taken now: a row added to either mends the page.
    present = [name for name in (FIGURES, DERIVED) if source.has(name)]
    known = [row for name in present for row in source.table(name).frame.index]
    message = f"valeur « {address.row} » inconnue"
    expected = f"l'id d'une ligne de « {FIGURES} » ou de « {DERIVED} »"
    hint = suggestion(address.row, known)
    raise IssueError(Issue(IssueCode.VALUE_ROW, place, message, expected, hint))


def _row(
    address: ValueAddress, table: Table, source: TableSource, place: Place
) -> Value:
    cells = table.lookup(address.row)
    unit = _unit(cells, source, table.place(address.row))
    inputs: tuple[str, ...] = ()
    if table.name == DERIVED:
        row_place = table.place(address.row)
        number = derived_number(cells, source, place=row_place)
        inputs = read_formula(cells, place=row_place).tables
        quantity = Quantity(number, number=number, unit=unit)
    else:
        quantity = Quantity(
            cells["valeur_lue"],
            number=present(cells, "nombre", table),
            highest=present(cells, "nombre_max", table),
            qualifier=present(cells, "qualificatif", table),
            unit=unit,
        )
    missing = not quantity.number and quantity.read in table.schema.missing
    return Value(
        text=quantity.read if missing else _said(address, quantity, place),
        measure=cells["mesure"],
        table=table.name,
        row=address.row,
        number=quantity.number,
        unit=cells["unite"],
        qualifier=quantity.qualifier,
        missing=missing,
        inputs=inputs,
        trust=read_trust(cells, table, source),
    )


def _unit(cells: Mapping[str, str], source: TableSource, place: Place) -> Unit | None:
    row = cells["unite"]
    unit = source.unit(row)
    if unit is None and row and row not in {"non vu"}:
        known = list(source.labels(UNITS))
        message = f"(id {cells['id']}) unité « {row} » inconnue"
        expected, hint = known_values(known), suggestion(row, known)
        raise IssueError(Issue(IssueCode.VALUE_UNIT, place, message, expected, hint))
    return unit


def _said(address: ValueAddress, quantity: Quantity, place: Place) -> str:
    try:
        return say_quantity(quantity, address.form)
    except NoWordsError:
        said = quantity.number or quantity.read
        message = f"« {said} » ne s'écrit pas en lettres"
        hint = f"ôter « |{address.form} », ou écrire « |{Form.DIGITS} »"
        expected = "un nombre entier, qui ne soit ni une année ni un numéro"
        issue = Issue(IssueCode.VALUE_FORM, place, message, expected, hint)
        raise IssueError(issue) from None


def _cell(address: ValueAddress, source: TableSource, place: Place) -> Value:
    """Find one cell of any table."""
    table = source.table(address.table, place=place)
    _check_cell(address, table, place)
    field = table.schema.field(address.column)
    cells = table.lookup(address.row)
    raw = cells[field.name]
    shown = format_cell(raw, field, source=source, missing=table.schema.missing)
    kind = column_kind(field)
    text, number = shown.text, ""
    if shown.missing:
        pass
    elif kind is CellKind.NUMBER:
        number = raw
        quantity = Quantity(raw, number=raw, unit=source.unit(field.unit))
        text = _said(address, quantity, place)
    elif address.form is not Form.FULL:
        message = f"la colonne « {field.name} » n'est pas faite de nombres"
        hint = f"ôter « |{address.form} »"
        raise IssueError(Issue(IssueCode.VALUE_FORM, place, message, hint=hint))
    elif kind is CellKind.DATE:
        text = said_date(raw)
    return Value(
        text=text,
        measure=_measure(field.title, source.label(table.name, address.row)),
        table=table.name,
        row=address.row,
        column=field.name,
        number=number,
        unit=field.unit or "",
        missing=shown.missing,
        trust=read_trust(cells, table, source),
    )


def _measure(title: str, label: str) -> str:
    """Say what a cell measures: its column, and of what."""
    return f"{title} ({label})" if len(label) <= LONGEST_LABEL else title


def _check_cell(address: ValueAddress, table: Table, place: Place) -> None:
    if address.row not in table:
        message = f"ligne « {address.row} » inconnue du tableau « {table.name} »"
        hint = suggestion(address.row, table.frame.index.tolist())
        raise IssueError(Issue(IssueCode.VALUE_ROW, place, message, hint=hint))
    if address.column not in table.schema:
        columns = table.schema.columns
        message = f"colonne « {address.column} » inconnue du tableau « {table.name} »"
        expected, hint = known_values(columns), suggestion(address.column, columns)
        raise IssueError(Issue(IssueCode.VALUE_COLUMN, place, message, expected, hint))
