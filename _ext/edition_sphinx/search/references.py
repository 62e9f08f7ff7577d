"""References without words of their own: they get them when all pages are read.

« See figure 3 » is read before anybody knows its number. Until then a mark that no text
can hold stands for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from sphinx import addnodes

from edition.text.spacing import french

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment

__all__ = ["reference_mark", "say_references"]

# Two code points that Unicode keeps out of texts.
MARK = re.compile("\ufdd0(.*?) (.*?)\ufdd1")

NUMBERED = ("figure", "table", "section")


def reference_mark(node: nodes.Node) -> str:
    """Return the mark of a reference that names its target only by its id, or nothing."""
    if not isinstance(node, addnodes.pending_xref) or node["refexplicit"]:
        return ""
    kind, target = node["reftype"], node["reftarget"]
    return f"\ufdd0{kind} {target}\ufdd1" if kind in ("numref", "ref") else ""


def say_references(text: str, env: BuildEnvironment) -> str:
    """Put the words of a page in the place of each mark: « figure 3 », a title."""
    return MARK.sub(lambda found: _words(found[1], found[2], env), text)


def _words(kind: str, target: str, env: BuildEnvironment) -> str:
    """Return what the page shows; nothing for what the build says to be unknown."""
    domain = cast("StandardDomain", env.get_domain("std"))
    if kind == "ref":
        return french(domain.labels.get(target, ("", "", ""))[2])
    docname, anchor = domain.anonlabels.get(target, ("", ""))
    numbers = env.toc_fignumbers.get(docname, {})
    for thing in NUMBERED:
        if number := numbers.get(thing, {}).get(anchor):
            said = ".".join(map(str, number))
            return str(env.config.numfig_format[thing]) % said
    return ""
