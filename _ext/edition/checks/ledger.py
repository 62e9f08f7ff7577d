"""Rule: what was published stays, and goes on naming the same.

The comparison is :mod:`edition.releases.gate`'s; here it is said in French, with the
command that repairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from edition.codes import IssueCode
from edition.issues import Issue, IssueError, Place, suggestion
from edition.releases.frozen import read_edition, released_versions
from edition.releases.gate import Fault, FaultKind, compare
from edition.releases.items import ItemKind
from edition.releases.ledger_file import read_ledger
from edition.releases.snapshot import read_snapshot
from edition.releases.state import located
from edition.releases.version import FORM, is_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from edition.paths import EditionPaths
    from edition.releases.frozen import FrozenEdition
    from edition.releases.gate import Located
    from edition.releases.ledger import Ledger

__all__ = ["check", "ledger_faults"]


def check(paths: EditionPaths) -> list[Issue]:
    """Return the faults of the ledger, of the editions and of the published ids."""
    try:
        ledger, issues = read_ledger(paths)
    except IssueError as error:
        return list(error.issues)
    editions: list[FrozenEdition] = []
    issues += _folders(paths)
    for version in released_versions(paths):
        try:
            editions.append(read_edition(paths, version))
        except IssueError as error:
            issues += error.issues
    if issues:
        return issues  # half a ledger would accuse ids that are blameless
    issues += _unknown(ledger, editions, paths)
    if editions and not issues:
        now = located(read_snapshot(paths))
        issues += ledger_faults(ledger, editions[-1], now, paths)
    return issues


def _folders(paths: EditionPaths) -> Iterator[Issue]:
    """List what stands beside the editions and is none."""
    if not paths.editions.is_dir():
        return
    for path in sorted(paths.editions.iterdir()):
        if path.is_dir() and is_version(path.name):
            continue
        said = f"« {path.name} » parmi les éditions figées"
        place = Place(paths.relative(path))
        hint = "effacez-le : une édition n'est écrite que par « edition release »"
        yield Issue(IssueCode.EDITION_FILE, place, said, FORM, hint)


def _unknown(
    ledger: Ledger, editions: list[FrozenEdition], paths: EditionPaths
) -> Iterator[Issue]:
    """List what an edition holds and the ledger has forgotten, and the contrary."""
    where = paths.relative(paths.anchors)
    for edition in editions:
        lost = [anchor for anchor in edition.items if anchor not in ledger.records]
        if lost:
            more = f" et {len(lost) - 1} autres" if len(lost) > 1 else ""
            said = (
                f"« {lost[0]} »{more} de l'édition {edition.version} absents du registre"
                if more
                else f"« {lost[0]} » de l'édition {edition.version} absent du registre"
            )
            hint = (
                "rendez les lignes par git ; si une publication a été interrompue, "
                f"effacez {paths.relative(paths.editions)}/{edition.version}"
            )
            expected = "une ligne par identifiant publié"
            yield Issue(IssueCode.LEDGER_FORM, Place(where), said, expected, hint)
    known = {edition.version for edition in editions}
    for anchor, record in ledger.records.items():
        strange = next(
            (v for v in (record.since, record.changed) if v not in known), ""
        )
        if strange:
            said = f"(id {anchor}) édition « {strange} » inconnue"
            place = Place(where, ledger.line(anchor))
            expected = ", ".join(sorted(known)) or "aucune édition n'est publiée"
            yield Issue(IssueCode.LEDGER_FORM, place, said, expected)


def ledger_faults(
    ledger: Ledger,
    last: FrozenEdition,
    now: Mapping[str, Located],
    paths: EditionPaths,
) -> Iterator[Issue]:
    """List what is wrong with the published ids."""
    frozen = last.items
    for fault in compare(ledger, frozen, now):
        yield _issue(fault, last.version, now, ledger, paths)


def _issue(
    fault: Fault,
    version: str,
    now: Mapping[str, Located],
    ledger: Ledger,
    paths: EditionPaths,
) -> Issue:
    said_as = f"{NAMES[fault.item]} « {fault.id} »"
    place = Place(_file(fault, paths), fault.line)
    anchor = fault.id
    match fault.kind:
        case FaultKind.LOST:
            return Issue(
                IssueCode.ANCHOR_LOST,
                place,
                f"{said_as} : identifiant de l'édition {version}, plus dans le texte",
                "sa ligne (…)= remise, ou une décision de l'éditeur",
                f'edition ids retire {anchor} --reason "…", ou edition ids merge '
                f"{anchor} --into ID, ou edition ids split {anchor} --into ID ID"
                + _renamed(fault, now),
            )
        case FaultKind.OTHER:
            return Issue(
                IssueCode.ANCHOR_REPOINTED,
                place,
                f"{said_as} : d'autres mots que ceux de l'édition {version}",
                "le même passage, même remanié",
                f"si c'est le même passage, edition ids same {anchor} ; sinon, "
                "donnez-lui un identifiant neuf et dites ce que l'ancien devient",
            )
        case FaultKind.TAKEN:
            return Issue(
                IssueCode.ANCHOR_REPOINTED,
                place,
                f"{said_as} : les mots de « {fault.other} » dans l'édition {version}",
                f"« {fault.other} » devant ces mots",
                f"remettez chaque identifiant à sa place ; si c'est voulu, "
                f"edition ids same {anchor}",
            )
        case FaultKind.REVIVED:
            state = ledger.records[anchor].state
            return Issue(
                IssueCode.ANCHOR_REVIVED,
                place,
                f"{said_as} de nouveau dans le texte, après l'état « {state} »",
                "un identifiant neuf : celui-ci dit autre chose à qui l'a cité",
                f"ôtez-le, puis edition ids new --write ; si le passage est revenu "
                f"avant d'être publié comme retiré, edition ids restore {anchor}",
            )
        case FaultKind.HEIRLESS:
            where = paths.relative(paths.anchors)
            return Issue(
                IssueCode.LEDGER_SUCCESSOR,
                Place(where, ledger.line(anchor)),
                f"{said_as} : successeur « {fault.other} » introuvable",
                "un passage qui est dans le texte, ou un identifiant du registre",
                suggestion(fault.other, list(now)) or f"edition ids restore {anchor}",
            )


def _renamed(fault: Fault, now: Mapping[str, Located]) -> str:
    """Return what else to try: the ids of data are typed, and mistyped."""
    if fault.item not in (ItemKind.ROW, ItemKind.TERM, ItemKind.SECTION):
        return ""
    near = [a for a, (_, item) in now.items() if item.kind is fault.item]
    found = suggestion(fault.id, near)
    return f". {found[:1].upper()}{found[1:]}" if found else ""


def _file(fault: Fault, paths: EditionPaths) -> str:
    if fault.item is ItemKind.ROW:
        table = fault.id.partition(".")[0]
        return paths.relative(paths.table(table))
    if fault.item is ItemKind.TERM:
        return paths.relative(paths.table("lexique"))
    return f"{fault.document}.md"


NAMES = {
    ItemKind.SECTION: "section",
    ItemKind.PARAGRAPH: "paragraphe",
    ItemKind.LIST: "liste",
    ItemKind.DEFINITIONS: "liste de définitions",
    ItemKind.QUOTATION: "citation",
    ItemKind.TABLE: "tableau",
    ItemKind.CHART: "graphique",
    ItemKind.FIGURE: "figure",
    ItemKind.ROW: "ligne",
    ItemKind.TERM: "terme",
}
