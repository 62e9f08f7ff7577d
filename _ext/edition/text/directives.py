"""One directive, read from its fence as MyST reads it, but more strictly.

MyST accepts YAML in the options (quotes, blocks, comments); here an option is one line
``:name: value``. What this reader does not understand is a fault, so that nothing can
mean one thing here and another in MyST.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.allowed import Kind, load_allowed

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["Directive", "Option", "directive_name", "read_directive"]

FENCES = ("fence", "colon_fence")
OPTION = re.compile(r"\s*:(?P<name>[a-z][a-z-]*):(?:[ ]+(?P<value>.*?))?[ ]*")

# A value that begins so would be read as YAML by MyST; « # » begins a comment there.
YAML_START = re.compile(r"""["'|>#]""")
YAML_COMMENT = re.compile(r"\s#")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a directive, as written."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive of a page.

    :param line: of the opening fence, from 1.
    :param end_line: the last line of the fence, from 1.
    :param body_line: how many lines of the page stand before the body.
    :param faults: lines that are no option, with what is wrong.
    """

    name: str
    argument: str
    options: tuple[Option, ...]
    body: str
    line: int
    end_line: int
    body_line: int
    faults: tuple[tuple[int, str], ...] = ()

    def option(self, name: str) -> str | None:
        """Return the value of an option, ``None`` when it is not given."""
        return next((o.value for o in self.options if o.name == name), None)


def directive_name(token: Token) -> str | None:
    """Return the name of the directive that a fence opens, if it opens one.

    The test is MyST's own: the first word of the line, in braces, whatever spaces of
    Unicode stand after it.
    """
    if token.type not in FENCES:
        return None
    first = (token.info.strip().split(maxsplit=1) or [""])[0]
    if first.startswith("{") and first.endswith("}"):
        return first[1:-1]
    return None


def read_directive(token: Token) -> Directive | None:
    """Read the directive of a fence; ``None`` when the fence is no directive."""
    name = directive_name(token)
    if name is None or token.map is None:
        return None
    _, _, argument = token.info.strip().partition("}")
    start, end = token.map
    lines = token.content.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    options: list[Option] = []
    faults: list[tuple[int, str]] = []
    if lines and lines[0].startswith("---"):
        faults.append((start + 2, "options entre deux lignes « --- »"))
    count = 0
    for line in lines:
        if not _is_option(line):
            break
        count += 1
        _read_option(line, start + 1 + count, options, faults)
    lines = lines[count:]
    before = start + 1 + count
    rule = load_allowed().directives.get(name)
    argument = argument.strip()
    if rule is not None and rule.argument is Kind.NONE and argument:
        # MyST: without argument, the body may begin on the opening line.
        lines, argument, before = [argument, *lines], "", before - 1
    if lines and not lines[0].strip():
        lines, before = lines[1:], before + 1
    return Directive(
        name,
        argument,
        tuple(options),
        "\n".join(lines),
        line=start + 1,
        end_line=end,
        body_line=before,
        faults=tuple(faults),
    )


def _is_option(line: str) -> bool:
    stripped = line.lstrip()
    return stripped.startswith(":") and not stripped.startswith(":::")


def _read_option(
    line: str, number: int, options: list[Option], faults: list[tuple[int, str]]
) -> None:
    matched = OPTION.fullmatch(line)
    if matched is None:
        faults.append((number, f"option mal écrite « {line.strip()} »"))
        return
    name, value = matched["name"], matched["value"] or ""
    if YAML_START.match(value):
        faults.append(
            (number, f"la valeur de l'option « {name} » commence par « {value[0]} »")
        )
    elif YAML_COMMENT.search(value):
        faults.append((number, f"la valeur de l'option « {name} » contient « # »"))
    elif any(option.name == name for option in options):
        faults.append((number, f"option « {name} » donnée deux fois"))
    options.append(Option(name, value, number))
