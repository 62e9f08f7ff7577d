"""The words and signs of our two small languages, filters and formulas, and their faults.

What they mean is left to :mod:`edition.tables.filter` and
:mod:`edition.tables.formula`. Nothing is ever given to Python to evaluate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from edition.issues import Issue, IssueCode, Place

__all__ = ["ExpressionError", "Token", "TokenStream"]

LONGEST = 2_000
DEEPEST = 40

TOKEN = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<number>\d+(?:\.\d+)?)(?![\w.])
    | (?P<string>"(?:[^"]|"")*")
    | (?P<word>[^\W\d_](?:[\w-]*\w)?)
    | (?P<sign><=|>=|!=|[=<>(),.:+*/-])
    """,
    re.VERBOSE,
)

QUOTES = "'«»“”‘’"


class ExpressionError(ValueError):
    """A filter or a formula cannot be understood.

    :param message: what is wrong, one clause in French without a full stop.
    :param offset: where, counted in signs from 0.
    """

    def __init__(
        self, message: str, offset: int, *, expected: str = "", hint: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.expected = expected
        self.hint = hint

    def excerpt(self, text: str) -> str:
        """Return the expression with a caret under the fault, on two lines."""
        shown = text.replace("\n", " ").replace("\t", " ")
        offset = min(self.offset, len(shown))
        return f"{shown}\n{' ' * offset}^"

    def issue(
        self, code: IssueCode, place: Place, text: str, *, kind: str = "filtre"
    ) -> Issue:
        """Return the fault as an issue that shows the expression.

        :param kind: what the expression is called in the message.
        """
        return Issue(
            code,
            place,
            f"{kind} : {self.message}",
            expected=self.expected,
            hint=self.hint,
            excerpt=self.excerpt(text),
        )


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a quoted text or a sign.

    :param kind: ``word``, ``number``, ``string``, ``sign`` or ``end``.
    :param text: as written; without its quotes for a string.
    :param offset: where it begins, counted in signs from 0.
    """

    kind: str
    text: str
    offset: int

    @property
    def said(self) -> str:
        """How a message names it."""
        if self.kind == "end":
            return "fin de l'expression"
        return f"« {self.text} »"


class TokenStream:
    """The tokens of an expression, one after the other.

    :raises ExpressionError: a sign that belongs to no token, or a text too long.
    """

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            msg = f"expression de {len(text)} signes"
            raise ExpressionError(msg, LONGEST, expected=f"au plus {LONGEST}")
        self.text = text
        self._tokens = _tokens(text)
        self._next = 0
        self._depth = 0

    @property
    def current(self) -> Token:
        """The token to be read next."""
        return self._tokens[self._next]

    def peek(self) -> Token:
        """Return the token after the current one."""
        return self._tokens[min(self._next + 1, len(self._tokens) - 1)]

    def take(self) -> Token:
        """Return the current token and go on."""
        token = self.current
        if token.kind != "end":
            self._next += 1
        return token

    def take_sign(self, *signs: str) -> Token | None:
        """Take the current token if it is one of these signs."""
        token = self.current
        return self.take() if token.kind == "sign" and token.text in signs else None

    def take_word(self, *words: str) -> Token | None:
        """Take the current token if it is one of these words."""
        token = self.current
        return self.take() if token.kind == "word" and token.text in words else None

    def need_sign(self, sign: str) -> Token:
        """Take a sign, or raise saying that it was expected."""
        token = self.take_sign(sign)
        if token is None:
            msg = f"« {sign} »"
            raise self.unexpected(msg)
        return token

    def unexpected(self, expected: str, *, hint: str = "") -> ExpressionError:
        """Return the error that the current token is not what was expected."""
        token = self.current
        message = f"{token.said} inattendu"
        if token.kind == "end":
            message = "expression inachevée"
        return ExpressionError(message, token.offset, expected=expected, hint=hint)

    def enter(self) -> None:
        """Note one more open parenthesis, and refuse too many."""
        self._depth += 1
        if self._depth > DEEPEST:
            msg = f"plus de {DEEPEST} parenthèses ouvertes"
            raise ExpressionError(msg, self.current.offset)

    def leave(self) -> None:
        """Note that a parenthesis was closed."""
        self._depth -= 1


def _tokens(text: str) -> list[Token]:
    tokens = []
    offset = 0
    while offset < len(text):
        found = TOKEN.match(text, offset)
        if found is None:
            raise _unknown_sign(text, offset)
        kind = found.lastgroup or ""
        said = found.group()
        if kind == "string":
            said = said[1:-1].replace('""', '"')
        if kind != "space":
            tokens.append(Token(kind, said, offset))
        offset = found.end()
    tokens.append(Token("end", "", len(text)))
    return tokens


def _unknown_sign(text: str, offset: int) -> ExpressionError:
    sign = text[offset]
    if sign == '"':
        msg = "guillemets jamais refermés"
        return ExpressionError(msg, offset, expected='un second "')
    if sign in QUOTES:
        msg = (
            f"signe « {sign} » inattendu" if sign not in "«»" else "guillemet français"
        )
        return ExpressionError(msg, offset, expected='un texte entre " et "')
    if sign.isdigit():
        number = re.match(r"[\w.]+", text[offset:])
        said = number.group() if number else sign
        hint = "les dates et les textes se mettent entre guillemets"
        return ExpressionError(f"nombre « {said} » illisible", offset, hint=hint)
    return ExpressionError(f"signe « {sign} » inattendu", offset)
