"""``edition release``: freeze the edition of today under a number."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from edition.cli.status import Status
from edition.issues import Issue, IssueCode, IssueError, Place

if TYPE_CHECKING:
    import argparse

    from edition.cli.french import FrenchParser
    from edition.paths import EditionPaths
    from edition.releases.cut import Release

__all__ = ["add_parser", "run"]

MOST_FILES = 5


def add_parser(subparsers: argparse._SubParsersAction[FrenchParser]) -> None:
    """Declare the verb and its options."""
    parser = subparsers.add_parser(
        "release",
        help="fige une édition",
        description="Fige l'édition d'aujourd'hui : chaque passage, chaque ligne de "
        "données et chaque graphique y gardent leurs mots. Refuse s'il reste une faute "
        "ou un fichier non enregistré dans git ; n'écrit qu'une fois tout vérifié.",
    )
    parser.add_argument("version", metavar="NUMÉRO", help="par exemple 0.1 ou 2026.1")
    parser.add_argument(
        "--date", type=_day, metavar="AAAA-MM-JJ", help="le jour de la publication"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="tout vérifier, ne rien écrire"
    )


def run(args: argparse.Namespace, paths: EditionPaths) -> int:
    """Check everything, then write the release."""
    from edition.checks import run_checks
    from edition.releases.cut import check_version, write_release
    from edition.releases.state import edition_state

    check_version(paths, args.version)
    _refuse_unsaved(paths)
    issues = run_checks(paths)
    if issues:
        raise IssueError(*issues, _remaining(len(issues), paths))
    day = args.date or datetime.now(tz=UTC).date()
    release = _make(paths, args.version, day)
    print(_said(release))
    state = edition_state(paths)
    if state.exact:
        print(f"Aucun mot n'a changé depuis l'édition {state.latest}.")
    if args.dry_run:
        print("Rien n'a été écrit (--dry-run).")
        return Status.CLEAN
    try:
        written = write_release(release, paths)
    except OSError as error:
        said = f"écriture refusée : {error.strerror}"
        hint = "rien n'a été changé ; libérez la place ou les droits, puis relancez"
        place = Place(paths.relative(paths.editions))
        raise IssueError(Issue(IssueCode.RELEASE, place, said, hint=hint)) from error
    for path in written:
        print(f"écrit : {paths.relative(path)}")
    print(
        "Conseil : relisez « git diff », puis git add data CITATION.cff, git commit -m "
        f'"releases: édition {args.version}" et git tag {args.version}'
    )
    return Status.CLEAN


def _make(paths: EditionPaths, version: str, day: date) -> Release:
    from edition.citation.metadata import load_citation
    from edition.releases.cut import make_release
    from edition.releases.ledger_file import read_ledger
    from edition.releases.snapshot import read_snapshot
    from edition.releases.state import latest_edition

    last = latest_edition(paths)
    ledger, _ = read_ledger(paths)
    return make_release(
        paths,
        version,
        date=day.isoformat(),
        title=load_citation(paths).title,
        pages=read_snapshot(paths),
        ledger=ledger,
        before=last.items if last else {},
    )


def _said(release: Release) -> str:
    items = release.edition.items.values()
    passages = sum(item.kind.passage for _, item in items)
    views = sum(item.kind.view for _, item in items)
    return (
        f"Édition {release.edition.version} du {release.edition.date} : "
        f"{len(release.edition.pages)} pages, {passages} passages, {views} tableaux et "
        f"graphiques, {len(items)} identifiants en tout."
    )


def _refuse_unsaved(paths: EditionPaths) -> None:
    """Refuse to freeze what git does not have: nobody could build it again.

    :raises IssueError: no git, or files that are not committed.
    """
    place = Place(".")
    try:
        done = subprocess.run(
            ["git", "status", "--porcelain", "--untracked-files=normal", "-z"],
            cwd=paths.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        said = "ce dossier n'est pas suivi par git"
        expected = "un dépôt git, pour que l'édition puisse être reconstruite"
        raise IssueError(Issue(IssueCode.RELEASE, place, said, expected)) from error
    # « XY path », between NULs; the old name of a renaming has no such beginning.
    found = [entry[3:] for entry in done.stdout.split("\0") if entry[2:3] == " "]
    if found:
        shown = ", ".join(found[:MOST_FILES])
        more = (
            f" et {len(found) - MOST_FILES} autres" if len(found) > MOST_FILES else ""
        )
        said = f"fichiers non enregistrés dans git : {shown}{more}"
        hint = "git add, git commit, puis relancez"
        raise IssueError(Issue(IssueCode.RELEASE, place, said, "aucun", hint))


def _remaining(count: int, paths: EditionPaths) -> Issue:
    place = Place(paths.relative(paths.editions))
    said = "1 faute restante" if count == 1 else f"{count} fautes restantes"
    hint = "un avertissement compte ici pour une faute ; rien n'a été écrit"
    return Issue(IssueCode.RELEASE, place, said, "aucune", hint)


def _day(text: str) -> date:
    return date.fromisoformat(text)
