"""What makes the pages of the book outdated that nobody has edited.

Every page shows the contents of the book, and says the titles and numbers of what it
refers to. Sphinx writes again only what it has read again: a chapter that is renamed
would leave dead links in all others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["OutdatedPages"]


class OutdatedPages:
    """Compares the book before and after the pages of a build are read."""

    def __init__(self, app: Sphinx) -> None:
        self.contents: list[object] = []
        self.targets: dict[str, object] = {}
        app.connect("env-get-outdated", self.note)
        # Last: the numbers of sections, tables and figures are given at the same event.
        app.connect("env-get-updated", self.compare, priority=999)

    def note(
        self,
        app: Sphinx,
        env: BuildEnvironment,
        added: set[str],
        changed: set[str],
        removed: set[str],
    ) -> list[str]:
        """Note the book as the last build left it (event ``env-get-outdated``)."""
        self.contents, self.targets = _contents(env), _targets(env)
        return []

    def compare(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Return all pages if the shape or a name has changed (``env-get-updated``)."""
        targets = _targets(env)
        known = self.targets.keys() & targets.keys()
        if self.contents == _contents(env) and all(
            self.targets[name] == targets[name] for name in known
        ):
            return []
        return sorted(env.found_docs)


def _contents(env: BuildEnvironment) -> list[object]:
    """Return what the drawer and the arrows of all pages are made of."""
    home: Any = env.tocs.get(env.config.root_doc)
    parts = list(home.findall(addnodes.toctree)) if home is not None else []
    return [
        [(part.get("caption"), tuple(part["entries"])) for part in parts],
        {docname: list(found) for docname, found in env.toctree_includes.items()},
        {docname: title.astext() for docname, title in env.titles.items()},
        {docname: data.get("description") for docname, data in env.metadata.items()},
        {docname: dict(found) for docname, found in env.toc_fignumbers.items()},
    ]


def _targets(env: BuildEnvironment) -> dict[str, object]:
    """Return where each id of the book stands, and the name it is shown by."""
    standard = env.domaindata.get("std", {})
    return {**standard.get("anonlabels", {}), **standard.get("labels", {})}
