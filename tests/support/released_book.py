"""A small book with a past: released as 0.1 and 0.2, and written on since.

Between the two something of every sort has happened to a published passage.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from edition.cli import main
from edition.paths import EditionPaths

__all__ = [
    "FATES",
    "edit",
    "git",
    "make_first_edition",
    "make_released_book",
    "release",
]

ROOTS = Path(__file__).resolve().parent.parent / "roots"

TEXT = {
    "chapters/essai.md": """\
---
description: Ce qui reste, ce qui change.
---

(sec-essai)=
# Essai

(p-22228)=
Les tweets sont comptés pendant un mois d’été et un mois de rentrée.
Personne n’explique le choix de ces mois.

(p-33338)=
Un agent publie seul, un autre relit ; le ton se règle entre eux.
La charte n’a jamais été écrite.

(p-44448)=
À Brest, la page réunit {data-value}`releves:brest-fans.nombre`, et ce relevé date d’avant l’enquête.

(p-55558)=
Le conservateur tient le compte des visites dans un cahier rouge.
Il le montre volontiers à qui passe.

(p-66668)=
Une vidéo courte demande beaucoup de travail.
On la tourne au rez-de-chaussée, sans lumière d’appoint.

(p-77778)=
Les abonnés répondent surtout le soir.
Les questions pratiques l’emportent sur les débats.

(p-88888)=
Un concours de photographies a été tenu au printemps, et oublié.

(sec-essai-suite)=
## La suite

(p-99998)=
Un réseau ferme, un autre ouvre ; les abonnés ne suivent pas tous.
""",
    "chapters/ancien.md": """\
---
description: Une page qui changera de nom.
---

(sec-ancien)=
# Ancien nom

(p-bbbb8)=
Le catalogue fut la première page que la bibliothèque mit en ligne.

(p-cccc8)=
Il portait déjà un numéro de téléphone et des horaires.
""",
    "chapters/autre.md": """\
---
description: Une page qui accueille.
---

(sec-autre)=
# Autre page

(p-dddd8)=
Cette page reçoit ce que les autres laissent partir.
""",
}

FATES = {
    "p-22228": "renumbered",
    "p-33338": "reworded",
    "p-44448": "value",
    "p-55558": "moved",
    "p-66668": "split",
    "p-77778": "merged",
    "p-88888": "retired",
    "p-99998": "renumbered",
    "p-bbbb8": "moved",
    "p-cccc8": "moved",
    "p-dddd8": "unchanged",
}
"""What becomes of each passage between 0.1 and 0.2."""


def git(folder: Path, *words: str) -> str:
    """Run git without the settings of a machine."""
    who = {"NAME": "Essai", "EMAIL": "essai@example.org"}
    names = {f"GIT_{r}_{k}": v for r in ("AUTHOR", "COMMITTER") for k, v in who.items()}
    done = subprocess.run(
        ["git", "-c", "core.autocrlf=false", *words],
        cwd=folder,
        env={**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def release(paths: EditionPaths, version: str, date: str) -> None:
    """Save what stands in git and release it."""
    git(paths.root, "add", "-A")
    git(paths.root, "commit", "-q", "--allow-empty", "-m", version)
    _edition(paths, "release", version, "--date", date)


def make_first_edition(folder: Path) -> EditionPaths:
    """Write the book into an empty folder and release it as 0.1."""
    shutil.copytree(ROOTS / "test-ledger", folder, dirs_exist_ok=True)
    shutil.copyfile(ROOTS / "test-findings" / "conf.py", folder / "conf.py")
    paths = EditionPaths(folder)
    shutil.rmtree(paths.editions)
    paths.anchors.unlink()
    (folder / ".gitignore").write_text("_build/\n", encoding="utf-8")
    git(folder, "init", "-q")
    for name, text in TEXT.items():
        _write(folder / name, text)
    release(paths, "0.1", "2026-03-02")
    return paths


def make_released_book(folder: Path) -> EditionPaths:
    """Write the book into an empty folder, with its two editions."""
    paths = make_first_edition(folder)
    _change(paths)
    release(paths, "0.2", "2026-09-14")
    # Work after the last release: what was the same is so no more.
    edit(paths, "chapters/autre.md", "laissent partir", "ont laissé partir")
    return paths


def _change(paths: EditionPaths) -> None:
    essai = "chapters/essai.md"
    first = "(p-22228)=\n"
    added = "(p-ffff8)=\nUn paragraphe neuf ouvre désormais la page.\n\n"
    edit(paths, essai, first, added + first)
    edit(paths, essai, "n’a jamais été écrite", "fut écrite plus tard")
    edit(paths, "data/tables/releves.csv", "fans,819,", "fans,824,")
    moved = _cut(paths, essai, "(p-55558)=")
    _append(paths, "chapters/autre.md", moved)
    split = "On la tourne au rez-de-chaussée"
    edit(paths, essai, split, f"\n(p-gggg8)=\n{split}")
    _cut(paths, essai, "(p-77778)=")
    merged = "Les abonnés répondent surtout le soir."
    edit(paths, essai, "ne suivent pas tous.", f"ne suivent pas tous.\n{merged}")
    _cut(paths, essai, "(p-88888)=")
    edit(paths, "chapters/ancien.md", "# Ancien nom", "# Nouveau nom")
    old = paths.root / "chapters/ancien.md"
    old.rename(old.with_name("nouveau.md"))
    decide = ("ids", "retire", "p-88888", "--reason", "Le concours n’est pas attesté.")
    _edition(paths, *decide)
    _edition(paths, "ids", "split", "p-66668", "--into", "p-66668", "p-gggg8")
    _edition(paths, "ids", "merge", "p-77778", "--into", "p-99998")


def _edition(paths: EditionPaths, *words: str) -> None:
    status = main(["--root", str(paths.root), *words])
    assert status == 0, words


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def edit(paths: EditionPaths, name: str, old: str, new: str) -> None:
    """Replace words that stand once in a file."""
    path = paths.root / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old)
    _write(path, text.replace(old, new))


def _cut(paths: EditionPaths, name: str, start: str) -> str:
    """Take a passage out of a page, and return it."""
    path = paths.root / name
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    block = next(block for block in blocks if block.startswith(start))
    _write(path, "\n\n".join(other for other in blocks if other is not block))
    return block


def _append(paths: EditionPaths, name: str, block: str) -> None:
    path = paths.root / name
    _write(path, f"{path.read_text(encoding='utf-8')}\n{block}\n")
