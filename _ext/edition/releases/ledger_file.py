"""Reading the ledger: any fault of ``data/anchors.csv``, each at its line.

Two branches may have changed it: what git left half merged, and what it merged into
nonsense (an id twice, a successor that leads nowhere, a circle), is refused.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from edition.anchors.ids import is_anchor, is_section
from edition.issues import Issue, IssueCode, Place, known_values, suggestion
from edition.releases.items import ItemKind
from edition.releases.ledger import COLUMNS, AnchorRecord, AnchorState, Ledger
from edition.releases.version import FORM, is_version
from edition.tables.raw import read_bytes
from edition.tables.sheet import read_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition.paths import EditionPaths

__all__ = ["is_known_form", "read_ledger"]

CONFLICT = re.compile(rb"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
CHECKSUM = re.compile(r"[0-9a-f]{64}")
ROW = re.compile(r"[a-z0-9][a-z0-9-]*\.[a-z][a-z0-9-]*")
PASSAGE = re.compile(r"[pqtf]-")
TERM = re.compile(r"[a-z][a-z0-9-]*")
DOCUMENT = re.compile(r"[a-z0-9][a-z0-9/_-]*")

KINDS = [str(kind) for kind in ItemKind]
STATES = [str(state) for state in AnchorState]


def is_known_form(anchor: str) -> bool:
    """Tell whether an id has one of the forms that ids of ours have."""
    if PASSAGE.match(anchor):
        return is_anchor(anchor)
    return (
        is_section(anchor)
        or ROW.fullmatch(anchor) is not None
        or TERM.fullmatch(anchor) is not None
    )


def read_ledger(paths: EditionPaths) -> tuple[Ledger, list[Issue]]:
    """Return the ledger and what is wrong with its file; empty without a file.

    :raises IssueError: the file cannot be read at all.
    """
    where = paths.relative(paths.anchors)
    if not paths.anchors.exists():
        return Ledger(), []
    data = read_bytes(paths.anchors, inside=paths.data, place=where)
    if found := CONFLICT.search(data):
        line = data.count(b"\n", 0, found.start()) + 1
        message = "fusion de deux branches inachevée"
        expected = "aucune ligne <<<<<<<, ======= ou >>>>>>>"
        hint = "gardez les lignes des deux côtés, une par identifiant"
        return Ledger(), [_fault(where, line, message, expected, hint)]
    sheet = read_sheet(data, place=where)
    if sheet.header != COLUMNS:
        message = "colonnes inattendues"
        issue = _fault(where, 1, message, ",".join(COLUMNS))
        return Ledger(), [*sheet.issues, issue]
    reader = _Reader(where, list(sheet.issues))
    rows = zip(*(sheet.cells(n) for n in range(len(COLUMNS))), strict=True)
    for line, cells in zip(sheet.lines.tolist(), rows, strict=True):
        reader.row(line, dict(zip(COLUMNS, cells, strict=True)))
    reader.whole()
    return Ledger(reader.records, reader.lines), reader.issues


def _fault(
    where: str, line: int, message: str, expected: str = "", hint: str = ""
) -> Issue:
    code = IssueCode.LEDGER_FORM
    return Issue(code, Place(where, line), message, expected, hint)


@dataclass(slots=True)
class _Reader:
    """Reads lines one by one, then looks at what they say together."""

    where: str
    issues: list[Issue]
    records: dict[str, AnchorRecord] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def row(self, line: int, cells: dict[str, str]) -> None:
        """Read one line; what is wrong with it is noted."""
        anchor = cells["id"]
        faults = list(self._faults(anchor, cells))
        if anchor in self.lines:
            said = f"identifiant « {anchor} » déjà donné ligne {self.lines[anchor]}"
            hint = "gardez la ligne qui dit l'état d'aujourd'hui, effacez l'autre"
            faults.append((said, "une ligne par identifiant", hint))
        self.issues += [
            _fault(self.where, line, said, expected, hint)
            for said, expected, hint in faults
        ]
        if anchor and not faults:
            self.records[anchor] = AnchorRecord(
                anchor,
                ItemKind(cells["kind"]),
                cells["document"],
                cells["since"],
                cells["changed"],
                cells["checksum"],
                AnchorState(cells["state"]),
                tuple(cells["successors"].split()),
                cells["reason"],
                cells["same"],
            )
        self.lines.setdefault(anchor, line)

    def _faults(
        self, anchor: str, cells: dict[str, str]
    ) -> Iterator[tuple[str, str, str]]:
        """List what is wrong with the cells of one line."""
        of = f"(id {anchor}) "
        if not is_known_form(anchor):
            expected = "un identifiant de passage, de section, de ligne ou de terme"
            yield f"identifiant « {anchor} » mal formé", expected, ""
        for name, known in (("kind", KINDS), ("state", STATES)):
            if (found := cells[name]) not in known:
                said = f"{of}{name} « {found} » inconnu"
                yield said, known_values(known), suggestion(found, known)
        for name in ("since", "changed"):
            if not is_version(cells[name]):
                yield f"{of}{name} « {cells[name]} » n'est pas une édition", FORM, ""
        if not DOCUMENT.fullmatch(cells["document"]):
            said = f"{of}document « {cells['document']} » mal formé"
            yield said, "une page, sans « .md » : chapters/enquete", ""
        for name in ("checksum", "same"):
            if CHECKSUM.fullmatch(cells[name]) is None and (
                name == "checksum" or cells[name]
            ):
                said = f"{of}{name} « {cells[name]} » n'est pas une empreinte"
                yield said, "64 signes de 0 à 9 et de a à f", ""
        yield from self._state_faults(anchor, cells)

    def _state_faults(
        self, anchor: str, cells: dict[str, str]
    ) -> Iterator[tuple[str, str, str]]:
        of, state = f"(id {anchor}) ", cells["state"]
        successors = cells["successors"].split()
        if state in ("split", "merged") and not successors:
            yield f"{of}état « {state} » sans successeur", "au moins un id", ""
        if state == "active" and successors:
            said = f"{of}successeurs d'un identifiant « active »"
            yield said, "aucun, ou l'état « split » ou « merged »", ""
        if state == "retired" and not cells["reason"].strip():
            yield f"{of}retrait sans raison", "une phrase dans « reason »", ""
        if state == "merged" and anchor in successors:
            yield f"{of}identifiant fondu dans lui-même", "un autre id", ""
        for successor in successors:
            if not is_known_form(successor):
                said = f"{of}successeur « {successor} » mal formé"
                yield said, "des ids séparés par des espaces", ""

    def whole(self) -> None:
        """Look at the order of the lines and at circles of successors."""
        ids = list(self.lines)
        for before, after in itertools.pairwise(ids):
            if before > after:
                said = f"identifiant « {after} » mal rangé, après « {before} »"
                self._note(after, said, "l'ordre des id", "edition ids sort")
                break
        for anchor in self.records:
            if self._circles(anchor):
                said = f"successeurs de « {anchor} » en cercle"
                hint = "corrigez la colonne « successors » de l'un d'eux"
                self._note(anchor, said, "un chemin qui finit", hint)

    def _circles(self, anchor: str) -> bool:
        """Whether following successors from an id leads back to it."""
        waiting = [s for s in self.records[anchor].successors if s != anchor]
        seen: set[str] = set()
        while waiting:
            current = waiting.pop()
            if current == anchor:
                return True
            if current in seen or current not in self.records:
                continue
            seen.add(current)
            waiting += [s for s in self.records[current].successors if s != current]
        return False

    def _note(self, anchor: str, said: str, expected: str, hint: str) -> None:
        line = self.lines[anchor]
        self.issues.append(_fault(self.where, line, said, expected, hint))
