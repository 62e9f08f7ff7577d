"""Who publishes the edition, where, and how to reach them: ``data/edition.toml``.

A setting that is empty is *not fixed*: the edition says so and never guesses. Where
the settings are shown is left to the templates.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from edition.issues import Issue, IssueCode, IssueError, Place, known_values, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from edition.paths import EditionPaths

__all__ = ["UNSET", "Setting", "Settings", "load_settings"]

UNSET = "non fixé"

MAIL = re.compile(r"[^@\s/:?#]+@[^@\s/:?#]+\.[^@\s/:?#.]+")
DOI = re.compile(r"10\.\d{4,9}/[^\s?#]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as a page shows it.

    :param label: what it is, in French.
    :param text: its value, or « non fixé ».
    :param href: where it leads, if anywhere.
    """

    name: str
    label: str
    text: str
    href: str | None


def _setting(label: str, form: str) -> Any:
    return field(default=None, metadata={"label": label, "form": form})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the edition; ``None`` is « non fixé »."""

    publisher: str | None = _setting("Éditeur", "text")
    """Person or body that publishes the edition."""

    publication_director: str | None = _setting("Directeur de la publication", "text")
    """Who answers for it, in the sense of French press law."""

    hosting: str | None = _setting("Hébergeur", "text")
    """Who hosts the pages: name, address, telephone."""

    public_address: str | None = _setting("Adresse publique", "address")
    """Where the edition is read; permanent links begin so."""

    doi: str | None = _setting("DOI", "doi")
    """Identifier of the edition as a whole, without the resolver's address."""

    forge: str | None = _setting("Dépôt du code et des données", "address")
    """Where the sources are kept and faults reported."""

    contact: str | None = _setting("Contact", "reach")
    """How to write to those who make the edition."""

    removal_address: str | None = _setting("Demande de retrait", "reach")
    """Where someone who is named asks for a removal or a correction."""

    def shown(self, name: str) -> str:
        """Return a setting as a page prints it, « non fixé » included."""
        value: str | None = getattr(self, name)
        return UNSET if value is None else value

    def __iter__(self) -> Iterator[Setting]:
        """Go through all settings in the order of this class."""
        for option in fields(self):
            value = getattr(self, option.name)
            yield Setting(
                option.name,
                option.metadata["label"],
                self.shown(option.name),
                None if value is None else _href(value, option.metadata["form"]),
            )


def load_settings(paths: EditionPaths) -> Settings:
    """Read the settings; without the file, none is fixed.

    :raises IssueError: with every fault of the file at once.
    """
    where = paths.relative(paths.settings)
    try:
        text = paths.settings.read_text(encoding="utf-8")
        found = tomllib.loads(text)
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise IssueError(_unreadable(where, line, ENCODING)) from error
    except (tomllib.TOMLDecodeError, OSError) as error:
        found_line = re.search(r"at line (\d+)", str(error))
        line = int(found_line.group(1)) if found_line else 0
        raise IssueError(_unreadable(where, line, QUOTES)) from error
    issues: list[Issue] = []
    values: dict[str, str] = {}
    forms = {option.name: option.metadata["form"] for option in fields(Settings)}
    for name, value in found.items():
        place = Place(where, _line(text, name))
        if name not in forms:
            issues.append(_unknown(place, name, list(forms)))
            continue
        expected, accepts = FORMS[forms[name]]
        kept = value.strip() if isinstance(value, str) else value
        if kept == "":
            continue
        if isinstance(kept, str) and accepts(kept):
            values[name] = kept
            continue
        issues.append(
            Issue(
                IssueCode.SETTING_VALUE,
                place,
                f"réglage « {name} » : valeur « {kept} » refusée",
                expected,
                'laissez "" tant que rien n\'est fixé',
            )
        )
    if issues:
        raise IssueError(*issues)
    return Settings(**values)


def _is_text(value: str) -> bool:
    return re.search(r"[\x00-\x1f\x7f]", value) is None


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return False
    allowed = parts.scheme in {"http", "https"} and "@" not in parts.netloc
    return bool(allowed and host) and not re.search(r"[\s<>\"\\]", value)


def _is_doi(value: str) -> bool:
    return DOI.fullmatch(value) is not None


def _is_reach(value: str) -> bool:
    return MAIL.fullmatch(value) is not None or _is_address(value)


FORMS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "text": ("un texte d'une ligne, entre guillemets droits", _is_text),
    "address": ("une adresse http(s) complète", _is_address),
    "doi": ("un DOI seul, comme 10.1234/abcd, sans adresse devant", _is_doi),
    "reach": ("une adresse électronique ou une adresse http(s)", _is_reach),
}


def _href(value: str, form: str) -> str | None:
    if form == "doi":
        return f"https://doi.org/{value}"
    if form == "reach" and MAIL.fullmatch(value):
        return f"mailto:{value}"
    return None if form == "text" else value


def _line(text: str, name: str) -> int:
    """Return the line of a key, to place a message; 0 when it is written otherwise."""
    found = re.search(rf"(?m)^\s*[\"'\[]*{re.escape(name)}\b", text)
    return text.count("\n", 0, found.end()) + 1 if found else 0


ENCODING = "enregistrez le fichier en UTF-8"
QUOTES = "vérifiez les guillemets droits de cette ligne"


def _unreadable(where: str, line: int, hint: str) -> Issue:
    return Issue(
        IssueCode.SETTING_FILE,
        Place(where, line),
        "ce fichier n'est pas du TOML en UTF-8",
        'des lignes comme publisher = "…"',
        hint,
    )


def _unknown(place: Place, name: str, names: list[str]) -> Issue:
    return Issue(
        IssueCode.SETTING_UNKNOWN,
        place,
        f"réglage « {name} » inconnu",
        known_values(names),
        suggestion(name, names),
    )
