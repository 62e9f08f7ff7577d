"""What one directive may be: its name, its place, its argument, options and body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.allowed import DirectiveRule, Kind, OptionRule, load_allowed
from edition.codes import IssueCode
from edition.issues import Issue, Place, known_values, suggestion
from edition.text.links import ANCHOR, image_path, link_fault
from edition.text.markdown import DEEPEST, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.text.directives import Directive, Option

__all__ = ["LANGUAGES", "directive_issues"]

LANGUAGES = ("bash", "bibtex", "csv", "json", "markdown", "python", "text", "toml")
"""Of the examples in the guide; Sphinx knows no colours for a name that is none."""

SHAPES = {
    Kind.ANCHOR: (re.compile(r"[a-z0-9-]+"), "un identifiant"),
    Kind.WORD: (re.compile(r"[A-Za-z0-9_-]+"), "un mot"),
    Kind.NAME: (re.compile(r"[a-z][a-z0-9-]*"), "le nom d'un tableau"),
    Kind.NUMBER: (re.compile(r"\d{1,4}"), "un nombre entier"),
    # As sphinx-design takes them: one value, or four for screens of four widths.
    Kind.COLUMNS: (
        re.compile(
            r"(?:auto|[1-9]|1[0-2])(?: (?:auto|[1-9]|1[0-2])){3}|auto|[1-9]|1[0-2]"
        ),
        "un nombre de 1 à 12 ou « auto », ou quatre",
    ),
    Kind.GUTTERS: (
        re.compile(r"[0-5](?: [0-5]){3}|[0-5]"),
        "un nombre de 0 à 5, ou quatre",
    ),
    Kind.LANGUAGE: (re.compile("|".join(LANGUAGES)), known_values(LANGUAGES)),
}

# One document of a table of contents, with or without a title of its own.
ENTRY = re.compile(r"(?:[^<>]+ <)?(?!.*\.\.)[A-Za-z0-9_*][A-Za-z0-9_/*.-]*>?")
SEPARATOR = re.compile(r"(?:\^{3,}|\+{3,})\s*")


def directive_issues(piece: Piece, *, path: str, place: str) -> Iterator[Issue]:
    """Show what is not allowed in one directive, its body not counted."""
    directive = piece.directive
    if directive is None:
        return
    here = Place(path, directive.line)
    rules = load_allowed().directives
    rule = rules.get(directive.name)
    if rule is None:
        names = [name for name, known in rules.items() if known.fits(place)]
        yield Issue(
            IssueCode.DIRECTIVE_UNKNOWN,
            here,
            f"directive « {directive.name[:40]} » non permise",
            known_values(names),
            suggestion(directive.name, names) or "la retirer",
        )
        return
    yield from _place(piece, rule, here, place)
    for line, fault in directive.faults:
        expected = "une option par ligne, « :nom: valeur », sans guillemet ni « # »"
        yield Issue(IssueCode.DIRECTIVE_FORM, Place(path, line), fault, expected)
    yield from _argument(directive, rule, here)
    yield from _options(directive, rule, path)
    yield from _body(directive, rule, path)


def _place(
    piece: Piece, rule: DirectiveRule, here: Place, place: str
) -> Iterator[Issue]:
    code, said = IssueCode.DIRECTIVE_PLACE, f"directive « {rule.name} »"
    if not rule.fits(place):
        expected = known_values(PLACES[name] for name in rule.places)
        yield Issue(code, here, f"{said} hors de sa place", expected)
    if piece.blocks:
        message = f"{said} dans une liste, une citation ou un tableau"
        yield Issue(code, here, message, hint="la mettre après, au bord de la page")
    around = piece.inside[-1].name if piece.inside else ""
    if rule.parents and around not in rule.parents:
        yield Issue(code, here, f"{said} seule", f"dans {known_values(rule.parents)}")
    if rule.passage and piece.inside:
        message = f"{said} dans une autre directive"
        yield Issue(code, here, message, hint="la mettre au bord de la page")
    if len(piece.inside) >= DEEPEST:
        yield Issue(
            IssueCode.SOURCE_SIZE,
            here,
            f"directive à {len(piece.inside) + 1} niveaux de profondeur",
            f"au plus {DEEPEST}",
        )


def _argument(
    directive: Directive, rule: DirectiveRule, here: Place
) -> Iterator[Issue]:
    code, argument = IssueCode.DIRECTIVE_FORM, directive.argument
    if not argument:
        if rule.argument is not Kind.NONE and not rule.argument_optional:
            yield Issue(code, here, f"directive « {rule.name} » sans argument")
    elif rule.argument is Kind.FILE:
        if image_path(argument, page=here.path) is None:
            yield Issue(
                IssueCode.IMAGE_FORBIDDEN,
                here,
                f"image « {argument[:60]} »",
                "un fichier png, jpg, svg ou webp dans chapters/ ou _static/",
            )
    elif rule.argument in SHAPES and not SHAPES[rule.argument][0].fullmatch(argument):
        expected = SHAPES[rule.argument][1]
        yield Issue(code, here, f"argument « {argument[:60]} »", expected)


def _options(directive: Directive, rule: DirectiveRule, path: str) -> Iterator[Issue]:
    known = rule.options or {}
    for option in directive.options:
        here = Place(path, option.line)
        if (allowed := known.get(option.name)) is None:
            yield Issue(
                IssueCode.DIRECTIVE_OPTION,
                here,
                f"option « {option.name} » non permise pour « {rule.name} »",
                known_values(known) or "aucune option",
                suggestion(option.name, known) or "la retirer",
            )
        elif expected := _value_fault(option, allowed, directive, path):
            said = f"option « {option.name} » : « {option.value[:60]} »"
            yield Issue(IssueCode.DIRECTIVE_OPTION, here, said, expected)
    for name in rule.required:
        if not directive.option(name):
            yield Issue(
                IssueCode.DIRECTIVE_OPTION,
                Place(path, directive.line),
                f"directive « {rule.name} » sans option « {name} »",
                hint=f"ajouter une ligne « :{name}: … »",
            )


def _value_fault(
    option: Option, allowed: OptionRule, directive: Directive, path: str
) -> str:
    """Return what was expected of a value, nothing when it is right."""
    value = option.value
    if allowed.optional and not value:
        return ""
    match allowed.kind:
        case Kind.FLAG:
            return "aucune valeur" if value else ""
        case Kind.CHOICE:
            return "" if value in allowed.choices else known_values(allowed.choices)
        case Kind.TARGET:
            return _target_fault(value, directive.option("link-type") or "url", path)
        case kind if kind in SHAPES:
            shape, expected = SHAPES[kind]
            return "" if shape.fullmatch(value) else expected
        case _:
            return "" if value else "une valeur"


def _target_fault(value: str, link_type: str, path: str) -> str:
    if link_type == "ref":
        return "" if ANCHOR.fullmatch(value) else "un identifiant"
    if link_type == "doc":
        return (
            "" if ENTRY.fullmatch(value) and "*" not in value else "une page du livre"
        )
    outside = value.startswith(("http://", "https://"))
    fine = outside and not link_fault(value, page=path)
    return "" if fine else "une adresse http(s), ou « :link-type: doc »"


def _body(directive: Directive, rule: DirectiveRule, path: str) -> Iterator[Issue]:
    code = IssueCode.DIRECTIVE_FORM
    here = Place(path, directive.line)
    said = f"directive « {rule.name} »"
    filled = bool(directive.body.strip())
    if filled and rule.body is Kind.NONE:
        yield Issue(code, here, f"{said} avec un contenu", "aucun contenu")
    elif not filled and rule.body is not Kind.NONE and not rule.passage:
        yield Issue(code, here, f"{said} sans contenu")
    first = directive.body_line + 1
    for number, line in enumerate(directive.body.split("\n"), first):
        if (
            rule.body is Kind.LINES
            and line.strip()
            and not ENTRY.fullmatch(line.strip())
        ):
            yield Issue(
                code, Place(path, number), f"ligne « {line[:60]} »", "une page du livre"
            )
        elif rule.body is Kind.MARKDOWN and SEPARATOR.fullmatch(line):
            # sphinx-design cuts a card there and reads each part alone.
            said = f"séparateur « {line.strip()} »"
            yield Issue(code, Place(path, number), said, hint="retirer la ligne")
    if rule.body is Kind.MARKDOWN and directive.body.startswith("---"):
        yield Issue(code, Place(path, first), "contenu qui commence par « --- »")


PLACES = {
    "index": "la page de titre",
    "front": "une page liminaire",
    "chapter": "un chapitre",
    "annex": "une annexe",
    "data": "la page d'un tableau",
    "guide": "une page du guide",
    "note": "une annotation",
}
