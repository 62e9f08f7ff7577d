"""The stubs of a page as HTML: they lead on without a script."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from edition.releases.ledger import AnchorState
from edition.releases.told import say_list
from edition.text.spacing import french

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from edition.releases.stubs import Stub
    from edition.releases.whereabouts import Heir

__all__ = ["stubs_html"]

SAID = {
    None: "à lire dans",
    AnchorState.SPLIT: "texte partagé entre",
    AnchorState.MERGED: "texte fondu dans",
}
"""What happened, before the places where it is to be read now."""


def stubs_html(stubs: Iterable[Stub], url: Callable[[str, str], str]) -> str:
    """Return the list.

    :param url: address of an id on a page, by their names.
    """
    items = "".join(_item(stub, url) for stub in stubs)
    return f'<ul class="ed-stubs">\n{items}</ul>\n'


def _item(stub: Stub, url: Callable[[str, str], str]) -> str:
    name = stub.name[:1].upper() + stub.name[1:]
    said = escape(french(f"{name} de l’édition {stub.version} :"))
    links = say_list([_link(heir, url) for heir in stub.heirs]) if stub.heirs else ""
    if links and stub.state in SAID:
        said = f"{said} {SAID[stub.state]} {links}."
    else:
        more = f" À sa place\N{NO-BREAK SPACE}: {links}." if links else ""
        said = f"{said} retrait.{more}"
    if stub.reason:
        reason = french(f"Raison donnée : {stub.reason.rstrip('. ')}.")
        said = f"{said} {escape(reason)}"
    if stub.words:
        said += (
            f"<details><summary>Son texte dans l’édition {stub.version}</summary>"
            f"<blockquote><p>{escape(stub.words)}</p></blockquote></details>"
        )
    anchor = escape(stub.id)
    return f'<li id="{anchor}"><code>{anchor}</code> {said}</li>\n'


def _link(heir: Heir, url: Callable[[str, str], str]) -> str:
    link = escape(url(heir.document, heir.id))
    said = escape(french(f"« {heir.title} », {heir.name}"))
    return f'<a href="{link}">{said}</a>'
