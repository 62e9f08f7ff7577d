"""What the panel of a page is filled with: a script of its own, loaded at the first use."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from edition.citation.forms import SEPARATORS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

    from edition.citation.forms import Form
    from edition.citation.work import Work

__all__ = ["file_of", "remove_files", "script_of", "write_file"]

FOLDER = "_static/citations"
LABEL = "Adresse permanente"


def script_of(work: Work, forms: Iterable[Form]) -> str:
    """Return the script of a page: its address and its forms."""
    data = {
        "label": LABEL if work.public else f"{LABEL} (adresse publique non fixée)",
        "address": work.address,
        "url": work.url,
        "public": work.public,
        "forms": [[form.title, form.template, form.format] for form in forms],
        "separators": SEPARATORS,
        "signs": SIGNS,
    }
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.editionCitation={said};\n"


def file_of(outdir: Path, docname: str) -> Path:
    """Return where the script of a page stands."""
    return outdir / FOLDER / f"{docname}.js"


def write_file(path: Path, text: str) -> str:
    """Write a script if it changed, and return its checksum."""
    content = text.encode()
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return blake2b(content, digest_size=4).hexdigest()


def remove_files(app: Sphinx, exception: Exception | None) -> None:
    """Remove the scripts of pages that are no more (event ``build-finished``)."""
    if exception is not None or app.builder.name != "html":
        return
    folder = Path(app.outdir, FOLDER)
    kept = {file_of(Path(app.outdir), docname) for docname in app.env.found_docs}
    for path in sorted(folder.rglob("*.js")):
        if path not in kept:
            path.unlink()
