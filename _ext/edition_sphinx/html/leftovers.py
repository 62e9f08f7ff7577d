"""Pages and images that an older build wrote and this one would not.

Sphinx leaves the page of a deleted chapter where it is, and it would be published. A
list in the output says what each build wrote; only what stands there is ever removed,
whatever else somebody keeps in the same folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

__all__ = ["LIST", "remove_leftovers"]

LIST = ".pages"
"""Beside Sphinx's ``.buildinfo``: one path a line, from the root of the output."""

BUILDERS = ("html", "dirhtml")


def remove_leftovers(app: Sphinx, exception: Exception | None) -> None:
    """Remove what no page stands for any more (event ``build-finished``).

    A build that failed removes nothing and leaves the list: the next one will see to it.
    """
    builder = app.builder
    if exception is not None or app.builder.name not in BUILDERS:
        return
    assert isinstance(builder, StandaloneHTMLBuilder)
    out = Path(app.outdir)
    written = {
        builder.get_output_path(docname).relative_to(out).as_posix()
        for docname in app.env.found_docs
    }
    written |= {f"{builder.imagedir}/{name}" for _, name in app.env.images.values()}
    record = out / LIST
    before = record.read_text(encoding="utf-8") if record.is_file() else ""
    _remove(out, set(before.splitlines()) - written)
    now = "".join(f"{name}\n" for name in sorted(written))
    if now != before:
        record.write_text(now, encoding="utf-8", newline="\n")


def _remove(out: Path, names: Iterable[str]) -> None:
    for name in sorted(names):
        path = out / name
        if not path.is_file() or not path.resolve().is_relative_to(out.resolve()):
            # Gone already, or not a line of ours.
            continue
        path.unlink()
        for folder in path.parents:
            if folder == out or any(folder.iterdir()):
                break
            folder.rmdir()
