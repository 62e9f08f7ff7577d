"""Reads ``data/edition.toml``; what is wrong in it is told at once, with its line."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from edition.issues import Issue, IssueCode, IssueError, Place, known_values, suggestion
from edition.settings.model import CHAPTERS, Settings, forms_of_settings
from edition.settings.values import DOI_FORM, FORMS, is_doi

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from edition.paths import EditionPaths

__all__ = ["load_settings"]

EMPTY = 'laissez "" tant que rien n\'est fixé'
ENCODING = "enregistrez le fichier en UTF-8"
QUOTES = "vérifiez les guillemets droits de cette ligne"


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
    reader = _Reader(where, text)
    values = reader.values(found)
    dois = reader.dois(found.get(CHAPTERS, {}), paths, values)
    if reader.issues:
        raise IssueError(*reader.issues)
    return Settings(**values, chapter_doi=dois)


class _Reader:
    """Reads values and collects the faults."""

    def __init__(self, where: str, text: str) -> None:
        self.issues: list[Issue] = []
        self._where = where
        self._text = text

    def values(self, found: Mapping[str, Any]) -> dict[str, str]:
        """Return the settings of one value; what is empty is left out."""
        forms = forms_of_settings()
        values: dict[str, str] = {}
        for name, value in found.items():
            if name == CHAPTERS:
                continue
            if name not in forms:
                said = f"réglage « {name} » inconnu"
                self._unknown(name, said, [*forms, CHAPTERS])
                continue
            expected, accepts = FORMS[forms[name]]
            kept = value.strip() if isinstance(value, str) else value
            if kept == "":
                continue
            if isinstance(kept, str) and accepts(kept):
                values[name] = kept
            else:
                said = f"réglage « {name} » : valeur « {kept} » refusée"
                self._refused(name, said, expected, EMPTY)
        return values

    def dois(
        self, found: object, paths: EditionPaths, values: Mapping[str, str]
    ) -> tuple[tuple[str, str], ...]:
        """Return the DOI of each document that has one.

        A DOI leads to the page of its document, so that there must be one; and names
        nothing else, so that it is given once.
        """
        if not isinstance(found, dict):
            said = f"réglage « {CHAPTERS} » : valeur « {found} » refusée"
            form = f"une section [{CHAPTERS}], une ligne par chapitre"
            self._refused(CHAPTERS, said, form, EMPTY)
            return ()
        known = _documents(paths) if found else []
        # No DOI differs from another by its capitals alone.
        taken = {values.get("doi", "").lower(): "l'édition"}
        kept: list[tuple[str, str]] = []
        for document, value in found.items():
            said = f"[{CHAPTERS}] : document « {document} »"
            doi = value.strip() if isinstance(value, str) else value
            if document not in known:
                self._unknown(document, f"{said} inconnu", known)
            elif doi == "":
                continue
            elif not isinstance(doi, str) or not is_doi(doi):
                refused = f"{said} : valeur « {doi} » refusée"
                self._refused(document, refused, DOI_FORM, EMPTY)
            elif doi.lower() in taken:
                other = taken[doi.lower()]
                twice = f"{said} : le DOI « {doi} » est déjà celui de {other}"
                self._refused(document, twice, "un DOI par document", EMPTY)
            else:
                taken[doi.lower()] = f"« {document} »"
                kept.append((document, doi))
        if kept and "public_address" not in values:
            self._refused(
                CHAPTERS,
                f"[{CHAPTERS}] sans adresse publique",
                "l'adresse où mène le DOI d'un chapitre",
                "donnez d'abord « public_address »",
            )
        return tuple(sorted(kept))

    def _refused(self, name: str, said: str, expected: str, hint: str) -> None:
        place = Place(self._where, _line(self._text, name))
        self.issues.append(Issue(IssueCode.SETTING_VALUE, place, said, expected, hint))

    def _unknown(self, name: str, said: str, known: Iterable[str]) -> None:
        names = list(known)
        place = Place(self._where, _line(self._text, name))
        expected, hint = known_values(names), suggestion(name, names)
        self.issues.append(
            Issue(IssueCode.SETTING_UNKNOWN, place, said, expected, hint)
        )


def _documents(paths: EditionPaths) -> list[str]:
    """Return the documents that may have a DOI: the title page has the edition's."""
    names = (page.relative_to(paths.root).as_posix() for page in paths.documents())
    return sorted(name.removesuffix(".md") for name in names if name != "index.md")


def _line(text: str, name: str) -> int:
    """Return the line of a key, to place a message; 0 when it is written otherwise."""
    found = re.search(rf"(?m)^\s*[\"'\[]*{re.escape(name)}(?=[\"'\]\s=.])", text)
    return text.count("\n", 0, found.end()) + 1 if found else 0


def _unreadable(where: str, line: int, hint: str) -> Issue:
    return Issue(
        IssueCode.SETTING_FILE,
        Place(where, line),
        "ce fichier n'est pas du TOML en UTF-8",
        'des lignes comme publisher = "…"',
        hint,
    )
