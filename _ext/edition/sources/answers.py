"""Answers kept between two runs, so that a long round can be taken up again."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING

from edition.sources.asking import Answer, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["load_answers", "save_answers"]

NAME = "liens.json"


def load_answers(folder: Path) -> dict[str, Answer]:
    """Return the answers of earlier runs by address; none when there is no file."""
    try:
        records = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return {
            str(record["adresse"]): Answer(
                str(record["adresse"]),
                Verdict(record["verdict"]),
                str(record["detail"]),
                str(record["vers"]),
            )
            for record in records
        }
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def save_answers(folder: Path, answers: Iterable[Answer]) -> None:
    """Write the answers, sorted by address."""
    records = [
        {
            "adresse": answer.address,
            "verdict": str(answer.verdict),
            "detail": answer.detail,
            "vers": answer.target,
        }
        for answer in sorted(answers, key=lambda answer: answer.address)
    ]
    written = json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    # A folder that is closed to us costs the memory, not the round.
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / NAME).write_text(written, encoding="utf-8", newline="\n")
