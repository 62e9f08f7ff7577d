"""``edition sources``: whether the addresses of the sources still answer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from edition.calling import called_as
from edition.cli.status import Status

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from edition.cli.french import FrenchParser
    from edition.paths import EditionPaths
    from edition.sources.asking import Answer

__all__ = ["add_parser", "run"]

OFFLINE = (
    "Pas de réseau : aucun site n’a pu être joint, rien n’a été vérifié. "
    "Conseil : relancez la commande quand la machine est en ligne."
)


def add_parser(subparsers: argparse._SubParsersAction[FrenchParser]) -> None:
    """Declare the verb, its own verb and its options."""
    parser = subparsers.add_parser(
        "sources",
        help="demande aux adresses des témoins si elles répondent",
        description="S'occupe des témoins et de leurs adresses.",
    )
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", required=True, title="actions"
    )
    links = actions.add_parser(
        "links",
        help="vérifie les adresses sur le réseau",
        description="Demande une par une aux adresses des témoins et de la bibliographie "
        "si elles répondent, avec une pause entre deux questions au même site. Une "
        "vérification interrompue reprend où elle en était. Rend 0 quand toutes "
        "répondent, 3 quand une ne répond pas, 4 sans réseau.",
    )
    links.add_argument(
        "--only",
        default="",
        metavar="MOTIF",
        help="ne demander que les adresses, témoins et références qui contiennent ceci",
    )
    links.add_argument(
        "--again", action="store_true", help="tout redemander, sans reprendre"
    )
    links.add_argument(
        "--pause",
        type=_seconds,
        default=2.0,
        metavar="SECONDES",
        help="entre deux questions au même site (2)",
    )
    links.add_argument(
        "--timeout",
        type=_seconds,
        default=20.0,
        metavar="SECONDES",
        help="attente d'une réponse (20)",
    )


def _seconds(text: str) -> float:
    seconds = float(text.replace(",", "."))
    if not 0 <= seconds <= 600:
        raise ValueError
    return seconds


def run(args: argparse.Namespace, paths: EditionPaths) -> int:
    """Ask the addresses, print what they answered, return the exit status."""
    from edition.sources.addresses import sourced_addresses
    from edition.sources.answers import load_answers, save_answers
    from edition.sources.asking import Asker, NoNetworkError, in_turn

    named = _wanted(sourced_addresses(paths), args.only)
    if not named:
        print(
            "Aucune adresse à vérifier.", file=sys.stderr if args.only else sys.stdout
        )
        return Status.USAGE if args.only else Status.CLEAN
    earlier = load_answers(paths.build)
    # What did not answer is asked again: it may have been a bad day.
    kept = {
        address: answer
        for address, answer in earlier.items()
        if not args.again and not answer.verdict.fault
    }
    asker = Asker(pause=args.pause, timeout=args.timeout)
    answers = {**earlier, **kept}
    found = {address: kept[address] for address in named if address in kept}
    waiting = in_turn(named.keys() - found.keys())
    if found:
        seen = "déjà vue" if len(found) == 1 else "déjà vues"
        print(f"{_count(len(found))} {seen} ; « --again » redemande tout.")
    try:
        for number, address in enumerate(waiting, start=1):
            _progress(number, len(waiting), address)
            found[address] = answers[address] = asker.ask(address)
            if not asker.alone:
                save_answers(paths.build, answers.values())
    except NoNetworkError:
        print(OFFLINE, file=sys.stderr)
        return Status.NOT_READY
    except KeyboardInterrupt:
        print(f"Interrompu. {called_as()} sources links reprend ici.", file=sys.stderr)
        return Status.NOT_READY
    if asker.alone and len(found) == len(waiting):
        print(OFFLINE, file=sys.stderr)
        return Status.NOT_READY
    return _report(found.values(), named)


def _wanted(named: Mapping[str, list[str]], only: str) -> dict[str, list[str]]:
    return {
        address: names
        for address, names in named.items()
        if any(only.lower() in text.lower() for text in (address, *names))
    }


def _progress(number: int, count: int, address: str) -> None:
    if sys.stderr.isatty():
        print(f"{number}/{count} {address}", file=sys.stderr)


def _report(answers: Iterable[Answer], named: Mapping[str, Sequence[str]]) -> int:
    from edition.sources.asking import Verdict

    by_verdict: dict[Verdict, list[Answer]] = {verdict: [] for verdict in Verdict}
    for answer in sorted(answers, key=lambda answer: answer.address):
        by_verdict[answer.verdict].append(answer)
    for verdict, found in by_verdict.items():
        if verdict is Verdict.ALIVE:
            continue
        for answer in found:
            moved = f" ; vers {answer.target}" if answer.target else ""
            names = ", ".join(named[answer.address])
            print(f"{answer.address} {verdict} ({answer.detail}){moved} [{names}]")
    parts = [
        f"{len(found)} : {verdict}" for verdict, found in by_verdict.items() if found
    ]
    print(f"{_count(sum(map(len, by_verdict.values())))}. {' ; '.join(parts)}.")
    faults = any(found and verdict.fault for verdict, found in by_verdict.items())
    return Status.FAULTS if faults else Status.CLEAN


def _count(number: int) -> str:
    return "1 adresse" if number == 1 else f"{number} adresses"
