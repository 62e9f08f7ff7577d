"""A parser of command lines that speaks French, its errors included."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from edition.cli.status import Status
from edition.issues import known_values, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FrenchParser"]


class FrenchParser(argparse.ArgumentParser):
    """An argument parser with French help and one-line French errors."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", FrenchFormatter)
        if sys.version_info >= (3, 14):
            # Its colours are for a terminal, ours are compared in tests.
            options.setdefault("color", False)
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self._positionals.title = "arguments"
        self._optionals.title = "options"
        self.add_argument(
            "-h", "--help", action="help", help="montre cette aide et s'arrête"
        )

    def error(self, message: str) -> NoReturn:
        """Say in French what was not understood, with the next step, and stop."""
        hint = f"{self.prog} --help montre l'usage"
        self.exit(Status.USAGE, f"{_in_french(message)} Conseil : {hint}.\n")


class FrenchFormatter(argparse.HelpFormatter):
    """Help whose first line begins with « Usage : »."""

    def add_usage(
        self, usage: Any, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        """Write the usage line; see :class:`argparse.HelpFormatter`."""
        said = "Usage : " if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)


def _in_french(message: str) -> str:
    for pattern, said in SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return said(*found.groups())
    return "Commande mal écrite."


def _unknown_choice(value: str, choices: str) -> str:
    known = re.findall(r"[^\s,']+", choices)
    sentence = f"« {value} » inconnu ; attendu : {known_values(known)}."
    hint = suggestion(value, known)
    return f"{sentence} {hint[:1].upper()}{hint[1:]}" if hint else sentence


# What argparse says, from Python 3.11 on, and what we say instead. A sentence that a
# newer Python words otherwise falls back on the last resort of ``_in_french``.
SENTENCES: tuple[tuple[str, Callable[..., str]], ...] = (
    (
        r"the following arguments are required: (.*)",
        lambda names: f"Il manque : {names}.",
    ),
    (
        r"unrecognized arguments: (.*)",
        lambda words: f"« {words} » en trop ou inconnu.",
    ),
    (
        r"argument [^:]+: invalid choice: '(.*?)'.*\(choose from (.*)\)",
        _unknown_choice,
    ),
    (
        r"argument ([^:]+): expected (?:one|at least one) argument",
        lambda name: f"Il manque une valeur après {name}.",
    ),
    (
        r"argument ([^:]+): ignored explicit argument '(.*)'",
        lambda name, value: f"{name} ne prend pas de valeur (« {value} »).",
    ),
    (
        r"argument ([^:]+): not allowed with argument (.*)",
        lambda one, other: f"{one} et {other} s'excluent.",
    ),
    (
        r"argument ([^:]+): invalid .* value: '(.*)'",
        lambda name, value: f"{name} : valeur « {value} » refusée.",
    ),
)
