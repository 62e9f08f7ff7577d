"""``edition review``: each claim beside the statements it rests on."""

from __future__ import annotations

import json
import random
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from edition.cli.status import Status
from edition.issues import IssueError, suggestion

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from edition.cli.french import FrenchParser
    from edition.findings.review import Reviewed
    from edition.paths import EditionPaths
    from edition.text.model import Document

__all__ = ["add_parser", "run"]

FOLDER = "chapters/"
MOST_SEEDS = 10_000


def add_parser(subparsers: argparse._SubParsersAction[FrenchParser]) -> None:
    """Declare the verb and its options."""
    parser = subparsers.add_parser(
        "review",
        help="montre chaque affirmation à côté de ses preuves",
        description="Montre chaque paragraphe d'un chapitre à côté de ce qui le "
        "prouve : constats, chiffres, sources, variantes, avec leurs témoins. Pour qui "
        "relit. Sans chapitre, les montre tous.",
    )
    parser.add_argument(
        "chapters", nargs="*", metavar="CHAPITRE", help="par exemple bilan"
    )
    parser.add_argument(
        "--random",
        type=int,
        metavar="N",
        help="tirer N affirmations au hasard, raisonnements exclus",
    )
    parser.add_argument(
        "--seed",
        type=int,
        metavar="GRAINE",
        help="refaire le même tirage ; sans elle, le tirage dit la sienne",
    )
    parser.add_argument(
        "--json", action="store_true", help="écrire du JSON, pour un programme"
    )


def run(args: argparse.Namespace, paths: EditionPaths) -> int:
    """Print the claims and return the exit status."""
    if args.random is not None and args.random < 1:
        said = f"« {args.random} » affirmations à tirer ; attendu : 1 au moins."
        print(said, file=sys.stderr)
        return Status.USAGE
    chapters = _chapters(paths)
    wanted = [_name(given) for given in args.chapters] or list(chapters)
    for name in wanted:
        if name not in chapters:
            hint = suggestion(name, chapters)
            said = f"Chapitre « {name} » inconnu."
            print(f"{said} Conseil : {hint}" if hint else said, file=sys.stderr)
            return Status.USAGE
    read = _review([chapters[name] for name in dict.fromkeys(wanted)], paths)
    drawn = ""
    if args.random is not None:
        seed = random.randrange(MOST_SEEDS) if args.seed is None else args.seed
        read, drawn = _draw(read, args.random, seed)
    if args.json:
        _print_json(read, drawn)
    else:
        _print_text(read, drawn)
    return Status.CLEAN


def _chapters(paths: EditionPaths) -> dict[str, Path]:
    """Return the files of the chapters by the name that one gives."""
    from edition.text.files import docname_of
    from edition.text.scope import Scope, scope_of

    found = {}
    for path in paths.documents():
        docname = docname_of(paths.relative(path))
        if scope_of(docname) is Scope.CHAPTER:
            found[docname.removeprefix(FOLDER)] = path
    return found


def _name(given: str) -> str:
    return (
        given.replace("\\", "/")
        .removeprefix("./")
        .removeprefix(FOLDER)
        .removesuffix(".md")
    )


def _review(
    files: Sequence[Path], paths: EditionPaths
) -> list[tuple[Document, list[Reviewed]]]:
    from edition.findings.review import Reviewer
    from edition.tables.source import TableSource
    from edition.text.files import docname_of, open_page
    from edition.text.passages import read_text

    reviewer = Reviewer(TableSource(paths), titles=_titles(paths))
    read = []
    for path in files:
        shown = paths.relative(path)
        text, issues = open_page(path, shown=shown, root=paths.root)
        if text is None:
            raise IssueError(*issues)
        page = read_text(
            text, docname=docname_of(shown), resolve=reviewer.resolve, shown=shown
        )
        read.append((page, reviewer.review(page)))
    return read


def _titles(paths: EditionPaths) -> Mapping[str, str]:
    """Return the titles of the bibliography, by key."""
    if not paths.references.is_file():
        return {}
    from pybtex.richtext import Text

    from edition.sources.read import read_references

    place = paths.relative(paths.references)
    entries = read_references(paths.references, place=place)
    return {
        key: str(Text.from_latex(entry.fields.get("title", "")))
        for key, entry in entries.items()
    }


def _draw(
    read: list[tuple[Document, list[Reviewed]]], count: int, seed: int
) -> tuple[list[tuple[Document, list[Reviewed]]], str]:
    """Keep some claims by chance, in the order of the book."""
    urn = [claim for _, claims in read for claim in claims if not claim.reasoning]
    drawn = random.Random(seed).sample(urn, min(count, len(urn)))
    kept = [(page, [c for c in claims if c in drawn]) for page, claims in read]
    said = f"Tirage : {len(drawn)} sur {len(urn)}, graine {seed}."
    return [(page, claims) for page, claims in kept if claims], said


def _print_text(read: list[tuple[Document, list[Reviewed]]], drawn: str) -> None:
    from edition.cli.claim_sheet import claim_text, tally_text, title_text
    from edition.findings.tally import count_claims

    for page, claims in read:
        print(title_text(page.title or page.docname, page.path))
        for claim in claims:
            print(claim_text(claim))
    print(tally_text(count_claims([c for _, claims in read for c in claims])), end="")
    if drawn:
        print(drawn)


def _print_json(read: list[tuple[Document, list[Reviewed]]], drawn: str) -> None:
    from edition.findings.tally import count_claims

    claims = [claim for _, claims in read for claim in claims]
    tally = count_claims(claims)
    record = {
        "claims": [{**asdict(claim), "bare": claim.bare} for claim in claims],
        "summary": {**asdict(tally), "share": tally.share, "draw": drawn},
    }
    print(json.dumps(record, ensure_ascii=False, indent=2))
