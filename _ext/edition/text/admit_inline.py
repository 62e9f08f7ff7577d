"""What inline text may hold: roles and links of the list, and nothing active."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from edition.allowed import load_allowed
from edition.codes import IssueCode
from edition.issues import Issue, Place, known_values, suggestion
from edition.text.links import link_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

__all__ = ["inline_issues"]

TAG = re.compile(r"<[A-Za-z/!?][^>\s]{0,30}")
SUBSTITUTION = re.compile(r"\{\{|\{%")
FOOTNOTE = re.compile(r"\[\^[^\]\s]{0,30}")
BROKEN_ROLE = re.compile(r"\{[^{}\n]{0,60}\}\s?$")
ACTIVE_LINK = re.compile(
    r"\]\s?[(:]\s*<?\s*(javascript|vbscript|data|file)\s*:", re.IGNORECASE
)


def inline_issues(token: Token, *, path: str, line: int) -> Iterator[Issue]:
    """Show what is not allowed in one « inline » token.

    :param line: its first line in the page, from 1.
    """
    children = token.children or []
    for position, child in enumerate(children):
        here = Place(path, line)
        after = children[position + 1].type if position + 1 < len(children) else ""
        match child.type:
            case "softbreak" | "hardbreak":
                line += 1
            case "myst_role":
                yield from _role(child, here)
            case "link_open":
                yield from _link(child, here, empty=after == "link_close")
            case "image":
                yield Issue(
                    IssueCode.IMAGE_FORBIDDEN,
                    here,
                    f"image « {str(child.attrGet('src') or '')[:60]} » dans le texte",
                    hint="la poser par la directive « figure »",
                )
            case "text" | "text_special":
                yield from _text(
                    child.content, here, before_code=after == "code_inline"
                )


def _role(token: Token, here: Place) -> Iterator[Issue]:
    name, known = token.meta["name"], load_allowed().roles
    content = token.content.strip()
    if name not in known:
        yield Issue(
            IssueCode.ROLE_UNKNOWN,
            here,
            f"rôle « {name} » non permis",
            known_values(known),
            suggestion(name, known) or "le retirer",
        )
    elif not content or content.startswith("!"):
        # Sphinx reads « ! » as « do not link ».
        said = f"rôle « {name} » : « {content[:40]} »"
        yield Issue(IssueCode.ROLE_FORM, here, said, f"{{{name}}}`texte`")


def _link(token: Token, here: Place, *, empty: bool) -> Iterator[Issue]:
    href = str(token.attrGet("href") or "")
    if fault := link_fault(href, page=here.path):
        yield Issue(
            IssueCode.LINK_FORBIDDEN,
            here,
            f"lien vers « {href[:60]} » : {fault}",
            "une adresse http(s), une page .md du livre ou « #identifiant »",
        )
    if empty:
        said = f"lien sans texte vers « {href[:60]} »"
        yield Issue(IssueCode.LINK_FORBIDDEN, here, said, hint="dire où mène le lien")


def _text(text: str, here: Place, *, before_code: bool) -> Iterator[Issue]:
    code = IssueCode.SYNTAX_FORBIDDEN
    for found in TAG.finditer(text):
        yield Issue(code, here, f"HTML « {found[0]}… »", hint="l'écrire en Markdown")
    if SUBSTITUTION.search(text):
        yield Issue(code, here, "substitution « {{ »", hint="écrire le texte lui-même")
    for found in FOOTNOTE.finditer(text):
        yield Issue(
            code,
            here,
            f"note de bas de page « {found[0].lower()}] »",
            hint="en faire une annotation, ou la mettre dans le texte",
        )
    for found in ACTIVE_LINK.finditer(text):
        said = f"lien en « {found[1].lower()}: »"
        yield Issue(IssueCode.LINK_FORBIDDEN, here, said, hint="le retirer")
    if before_code and (broken := BROKEN_ROLE.search(text)):
        yield Issue(
            IssueCode.ROLE_FORM,
            here,
            f"rôle mal écrit « {broken[0].strip()} »",
            "{nom}`texte`, le nom en lettres sans accent",
        )
