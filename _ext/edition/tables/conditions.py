"""The conditions of a filter, once it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["And", "Comparison", "Condition", "Literal", "Not", "Or", "comparisons"]


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in a filter.

    :param kind: ``string``, ``number`` or ``boolean``.
    """

    kind: str
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A column compared with one value, or with several (``in``).

    :param operator: ``=``, ``!=``, ``<``, ``<=``, ``>``, ``>=``, ``in`` or ``contains``.
    """

    column: str
    operator: str
    values: tuple[Literal, ...]
    offset: int
    operator_offset: int


@dataclass(frozen=True, slots=True)
class Not:
    """The rows that a condition leaves out."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class And:
    """The rows that satisfy every condition."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """The rows that satisfy at least one condition."""

    conditions: tuple[Condition, ...]


Condition = Comparison | Not | And | Or


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """List every comparison of a condition, in the order written."""
    match condition:
        case Comparison():
            yield condition
        case Not(inner):
            yield from comparisons(inner)
        case And(parts) | Or(parts):
            for part in parts:
                yield from comparisons(part)
