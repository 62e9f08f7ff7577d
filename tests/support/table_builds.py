"""Builds of a small edition that is spoiled, mended and built again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

__all__ = ["Built", "Workshop"]


@dataclass
class Built:
    """What one build did.

    :param said: the warnings.
    :param read: the pages read, in their order.
    :param written: the pages written.
    """

    out: Path
    said: str = ""
    read: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def page(self, name: str) -> str:
        """Return a page of the output."""
        return (self.out / name).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """Return every file of the output, by its name."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file()
        }


class Workshop:
    """A copy of a small edition, and the means to build it again and again.

    :param make_app: the fixture of ``sphinx.testing``.
    """

    def __init__(
        self, source: Path, folder: Path, make_app: Callable[..., SphinxTestApp]
    ) -> None:
        self.root = folder / "édition d'essai"
        shutil.copytree(source, self.root)
        self._folder = folder
        self._make_app = make_app

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file, which must hold it."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} : {old}"
        self.write(name, text.replace(old, new))

    def write(self, name: str, text: str) -> None:
        """Write a file; a build lies between, so that its time is a later one."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def remove(self, name: str) -> None:
        """Remove a file."""
        (self.root / name).unlink()

    def build(
        self,
        builder: str = "html",
        *,
        out: str = "out",
        parallel: int = 0,
        **config: Any,
    ) -> Built:
        """Build, again if it was built into the same folder before."""
        app = self._make_app(
            builder,
            srcdir=self.root,
            builddir=self._folder / out,
            parallel=parallel,
            confoverrides=config,
        )
        built = Built(app.outdir)
        app.connect("source-read", lambda app, name, text: built.read.append(name))
        app.connect("html-page-context", self._note(built))
        try:
            app.build()
        finally:
            built.said = app.warning.getvalue()
            app.cleanup()
        return built

    @staticmethod
    def _note(built: Built) -> Callable[..., None]:
        def note(
            app: object, page: str, template: str, ctx: object, tree: object
        ) -> None:
            if tree is not None:
                built.written.append(page)

        return note
