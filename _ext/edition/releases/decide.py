"""Editors' decisions on published ids: what became of them, written in the ledger.

A decision is refused when the text does not agree with it, so that the ledger never
says what is not so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from edition.issues import Issue, IssueCode, IssueError, Place, suggestion
from edition.releases.ledger import AnchorState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from edition.releases.gate import Located
    from edition.releases.ledger import AnchorRecord, Ledger

__all__ = ["SHORTEST_REASON", "Decider"]

SHORTEST_REASON = 10


class Decider:
    """Applies decisions to a ledger.

    :param frozen: what the last edition held.
    :param now: what the text holds today.
    :param place: of the ledger, for messages.
    """

    def __init__(
        self,
        ledger: Ledger,
        frozen: Mapping[str, Located],
        now: Mapping[str, Located],
        *,
        place: str,
    ) -> None:
        self.ledger = ledger
        self.frozen = frozen
        self.now = now
        self.place = place

    def retire(self, ids: Sequence[str], reason: str) -> Ledger:
        """Retire ids whose passages are no longer in the edition.

        :raises IssueError: an id that was not published or still stands in the text.
        """
        self._reasoned(reason)
        records = [self._gone(anchor) for anchor in ids]
        return self.ledger.with_records(
            replace(r, state=AnchorState.RETIRED, successors=(), reason=reason, same="")
            for r in records
        )

    def split(self, anchor: str, into: Sequence[str], reason: str = "") -> Ledger:
        """Say in which passages the words of one stand now; it may be one of them.

        :raises IssueError: a successor that is not in the text, or only one.
        """
        stays = anchor in into
        record = self._known(anchor) if stays else self._gone(anchor)
        if len(set(into)) < 2:
            self._refuse(
                f"« {anchor} » partagé en un seul passage",
                "au moins deux passages qui sont dans le texte",
                f"edition ids merge {anchor} --into {' '.join(into)}",
            )
        heirs = tuple(dict.fromkeys(into))
        self._stand(heirs)
        decided = _decided(record, AnchorState.SPLIT, heirs, reason)
        return self.ledger.with_records([self._accepted(decided) if stays else decided])

    def merge(self, ids: Sequence[str], into: str, reason: str = "") -> Ledger:
        """Say which passage the words of others are part of now.

        :raises IssueError: that passage is not in the text, or one of the others is.
        """
        records = [self._gone(anchor) for anchor in ids]
        self._stand((into,))
        changed = [_decided(r, AnchorState.MERGED, (into,), reason) for r in records]
        heir = self.ledger.records.get(into)
        if heir is not None:
            changed.append(self._accepted(heir))
        return self.ledger.with_records(changed)

    def same(self, ids: Sequence[str]) -> Ledger:
        """Accept the words of today as those of the same passages.

        :raises IssueError: an id that is not in the text.
        """
        changed = []
        for anchor in ids:
            record = self._known(anchor)
            if anchor not in self.now:
                self._refuse(
                    f"« {anchor} » n'est plus dans le texte",
                    "un passage qui y est",
                    f'edition ids retire {anchor} --reason "…"',
                )
            changed.append(self._accepted(record))
        return self.ledger.with_records(changed)

    def restore(self, ids: Sequence[str]) -> Ledger:
        """Take back a decision that no edition has published yet.

        :raises IssueError: the decision was published, or the passage is not back.
        """
        changed = []
        for anchor in ids:
            record = self._known(anchor, active=False)
            if anchor not in self.frozen:
                self._refuse(
                    f"« {anchor} » n'était plus dans la dernière édition",
                    "un identifiant dont la décision n'est pas publiée",
                    "donnez au passage un identifiant neuf : edition ids new --write",
                )
            self._stand((anchor,))
            changed.append(
                replace(
                    record,
                    state=AnchorState.ACTIVE,
                    successors=(),
                    reason="",
                    same="",
                )
            )
        return self.ledger.with_records(changed)

    def _accepted(self, record: AnchorRecord) -> AnchorRecord:
        """Accept the words of today, which a decision has made what they are."""
        return replace(record, same=self.now[record.id][1].checksum)

    def _known(self, anchor: str, *, active: bool = True) -> AnchorRecord:
        record = self.ledger.records.get(anchor)
        if record is None:
            hint = suggestion(anchor, list(self.ledger.records))
            if anchor in self.now:
                hint = "il n'a jamais été publié : changez-le sans rien décider"
            self._refuse(
                f"« {anchor} » n'est pas au registre", "un identifiant publié", hint
            )
        if active and record.state is not AnchorState.ACTIVE:
            said = f"« {anchor} » a déjà l'état « {record.state} »"
            self._refuse(said, "« active »", f"edition ids restore {anchor}")
        return record

    def _gone(self, anchor: str) -> AnchorRecord:
        record = self._known(anchor)
        if anchor in self.now:
            document, item = self.now[anchor]
            self._refuse(
                f"« {anchor} » est encore dans {document}.md, ligne {item.line}"
                if item.line
                else f"« {anchor} » est encore dans {document}",
                "un passage ôté du texte",
                "ôtez d'abord le passage de la page",
            )
        return record

    def _stand(self, ids: Sequence[str]) -> None:
        for anchor in ids:
            if anchor not in self.now:
                hint = suggestion(anchor, list(self.now))
                said = f"« {anchor} » n'est pas dans le texte"
                expected = "un identifiant qui y est (edition ids new --write)"
                self._refuse(said, expected, hint)

    def _reasoned(self, reason: str) -> None:
        if len(reason.strip()) < SHORTEST_REASON or "\n" in reason:
            said = f"raison trop courte : « {reason} »"
            expected = "une phrase, que verra qui suit une ancienne citation"
            self._refuse(said, expected)

    def _refuse(self, said: str, expected: str, hint: str = "") -> NoReturn:
        code = IssueCode.LEDGER_SUCCESSOR
        raise IssueError(Issue(code, Place(self.place), said, expected, hint))


def _decided(
    record: AnchorRecord, state: AnchorState, heirs: tuple[str, ...], reason: str
) -> AnchorRecord:
    return replace(record, state=state, successors=heirs, reason=reason, same="")
