"""What one block of a page may be: code, tables, headings, then what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.allowed import load_allowed
from edition.codes import IssueCode
from edition.issues import Issue, Place, known_values
from edition.text.admit_directives import LANGUAGES, directive_issues
from edition.text.admit_inline import inline_issues
from edition.text.directives import FENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.text.markdown import Piece

__all__ = ["block_issues"]

CODE_HINT = "une citation s'écrit avec « > », un exemple a sa place dans le guide"


def block_issues(piece: Piece, *, path: str, place: str) -> Iterator[Issue]:
    """Show what is not allowed in one block.

    :param place: the sort of page, from ``allowed.toml``.
    """
    token = piece.token
    yield from _child(piece, path=path)
    if piece.directive is not None:
        yield from directive_issues(piece, path=path, place=place)
    elif token.type == "inline":
        yield from inline_issues(token, path=path, line=piece.line)
    elif token.type in FENCES:
        yield from _fence(piece, path=path, place=place)
    elif token.type == "code_block":
        yield _forbidden(
            piece,
            path,
            "bloc de code par retrait de quatre espaces",
            "retirer les espaces en tête de ligne",
        )
    elif token.type == "table_open" and place != "guide":
        yield _forbidden(
            piece,
            path,
            "tableau tapé dans le texte",
            "en faire un tableau de données et le montrer par data-table",
        )
    elif token.type == "myst_block_break":
        yield _forbidden(piece, path, "séparateur « +++ »", "retirer la ligne")


def _fence(piece: Piece, *, path: str, place: str) -> Iterator[Issue]:
    info = piece.token.info.strip()
    if info.startswith("{") or piece.token.type == "colon_fence":
        yield Issue(
            IssueCode.DIRECTIVE_FORM,
            Place(path, piece.line),
            f"directive mal écrite « {piece.token.markup}{info[:40]} »",
            f"{piece.token.markup}{{nom}} argument",
        )
    elif place != "guide":
        yield _forbidden(piece, path, "bloc de code", CODE_HINT)
    elif info and info not in LANGUAGES:
        yield Issue(
            IssueCode.DIRECTIVE_FORM,
            Place(path, piece.line),
            f"langage « {info[:40]} » inconnu",
            known_values(LANGUAGES),
        )


def _child(piece: Piece, *, path: str) -> Iterator[Issue]:
    """Look at what stands directly in a directive that holds only certain others."""
    around = load_allowed().directives.get(
        piece.inside[-1].name if piece.inside else ""
    )
    if around is None or not around.children or piece.option or piece.blocks:
        return
    token = piece.token
    if token.level or token.nesting < 0:
        return
    if piece.directive is None or piece.directive.name not in around.children:
        yield Issue(
            IssueCode.DIRECTIVE_PLACE,
            Place(path, piece.line),
            f"texte ou bloc posé dans « {around.name} »",
            f"seulement {known_values(around.children)}",
        )


def _forbidden(piece: Piece, path: str, message: str, hint: str) -> Issue:
    place = Place(path, piece.line)
    return Issue(IssueCode.SYNTAX_FORBIDDEN, place, message, hint=hint)
