"""How to cite a page, at its foot: readable without a script, and on paper."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from edition.citation.forms import fill_form
from edition.citation.signs import SLANT, Passage

if TYPE_CHECKING:
    from edition.citation.forms import Form
    from edition.citation.work import Work

__all__ = ["foot_html", "hook_html"]

PATTERN = (
    "Pour un passage, ajouter son numéro (« § 12 ») et, à l’adresse, son code "
    "(<code>#p-…</code>)\N{NO-BREAK SPACE}: le lien du numéro, en marge, le donne."
)


def foot_html(work: Work, form: Form, *, hook: str, numbered: bool, guide: str) -> str:
    """Return the section.

    :param hook: what the script is told: page and version of its files.
    :param numbered: whether the page has numbered passages.
    :param guide: address of the page on how to cite; empty without one.
    """
    said = escape(fill_form(form, work, Passage()), quote=False).split(SLANT)
    # Between every second pair of signs stand words in italics.
    shown = "".join(
        f"<i>{part}</i>" if at % 2 else part for at, part in enumerate(said)
    )
    pattern = PATTERN if numbered else ""
    more = f'<a href="{escape(guide)}">Comment citer</a>' if guide else ""
    more = f"<p>{f'{pattern} {more}'.strip()}</p>\n" if pattern or more else ""
    what = "l’édition" if work.whole else "cette page"
    return (
        f'<section class="ed-apparatus" aria-labelledby="ed-citer" data-cite="{hook}">\n'
        f'<h2 id="ed-citer">Citer {what}</h2>\n<p>{shown}</p>\n{more}</section>\n'
    )


def hook_html(hook: str) -> str:
    """Return what the script needs on a page that says elsewhere how to cite it."""
    return f'<div class="ed-apparatus" data-cite="{hook}"></div>\n'
