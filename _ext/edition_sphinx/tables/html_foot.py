"""What stands below a table: what is shown, how far to trust it, whose it is, files."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from edition.tables.cells import NOTHING, CellKind
from edition.tables.numbers import french_number
from edition.tables.schema import UNSEEN
from edition_sphinx.html.marks import draw, words_of
from edition_sphinx.tables.words import spaced, text_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from edition.tables.credits import Credits, SourceCredit
    from edition.tables.levels import LevelKey
    from edition.tables.package import Licence
    from edition.tables.view import TableView
    from edition_sphinx.tables.links import Links

__all__ = ["licence_html", "missing_words", "table_foot"]


def table_foot(view: TableView, links: Links, *, anchor: str) -> str:
    """Return the foot of a view.

    :param anchor: the id of the view; empty on the page of a table, which has all that
        a view does not say.
    """
    on_page = not anchor
    lines = [
        _paragraph("ed-table-extent", _extent(view, links)),
        _levels(view.levels),
        _paragraph("ed-table-missing", missing_words(view)),
    ]
    if not on_page:
        lines += [
            _paragraph("ed-table-credit", " · ".join(_credit(view.credits, links))),
            _downloads(view, links, anchor),
        ]
    said = "\n".join(line for line in lines if line)
    return f'<div class="ed-table-foot">\n{said}\n</div>\n' if said else ""


def _paragraph(name: str, content: str) -> str:
    return f'<p class="{name}">{content}</p>' if content else ""


def _extent(view: TableView, links: Links) -> str:
    """Say how many rows are not shown, and where they are."""
    left = view.found - view.shown
    if not left:
        return ""
    shown, found = french_number(str(view.shown)), french_number(str(view.found))
    rows = "ligne" if view.shown < 2 else "lignes"
    said = f"{shown} {rows} sur {found}."
    file = links.file(f"tables/{view.table}.csv")
    page = links.table(view.table)
    if page:
        said += f' <a href="{page}">Tableau entier</a>.'
    elif file:
        said += f' Le tableau entier est dans le <a href="{file}">fichier CSV</a>.'
    return said


def _levels(keys: Iterable[LevelKey]) -> str:
    """Return the key of the levels of proof that the view shows."""
    items = []
    for key in keys:
        scope = key.scope or ""
        words = words_of(key.level, scope)
        said = key.label if key.label == words else f"{key.label} : {words}"
        items.append(f"<li>{draw(key.level, scope)} {text_html(said)}</li>")
    return f'<ul class="ed-key">{"".join(items)}</ul>' if items else ""


def missing_words(view: TableView) -> str:
    """Explain the cells without value, if some are shown."""
    said = []
    if view.holds(CellKind.MISSING):
        said.append(
            f"« {UNSEEN} » : la donnée existe ou peut exister, mais nous ne l’avons "
            "pas vue."
        )
    if view.holds(CellKind.EMPTY):
        said.append(f"« {NOTHING} » : sans objet.")
    return spaced(" ".join(said))


def _credit(credits: Credits, links: Links) -> Iterator[str]:
    if credits.sources:
        plural = "s" if len(credits.sources) + credits.more > 1 else ""
        named = ", ".join(_source(one, links) for one in credits.sources)
        others = {0: "", 1: " et 1 autre"}
        more = others.get(credits.more, f" et {credits.more} autres")
        yield f"{spaced(f'Source{plural} :')} {named}{more}"
    licences = ", ".join(licence_html(credits.licences))
    if licences:
        yield f"{spaced('Licence :')} {licences}"
    if credits.notice:
        yield text_html(credits.notice)


def _source(credit: SourceCredit, links: Links) -> str:
    href = links.row(credit.target) if credit.target else credit.href
    said = text_html(credit.label)
    if href:
        said = f'<a href="{escape(href)}">{said}</a>'
    return f"{said} ({text_html(credit.version)})" if credit.version else said


def licence_html(licences: Iterable[Licence]) -> Iterator[str]:
    """Return each licence, linked to its text when its address is known."""
    for licence in licences:
        title = text_html(licence.title or licence.name)
        if licence.path:
            yield f'<a href="{escape(licence.path)}" rel="license">{title}</a>'
        else:
            yield title


def _downloads(view: TableView, links: Links, anchor: str) -> str:
    files = [
        (f"vues/{anchor}.csv", "CSV de cette vue"),
        (f"tables/{view.table}.csv", "CSV complet"),
        (f"json/{view.table}.json", "JSON"),
    ]
    items = "".join(
        f'<li><a href="{href}" download="">{words}</a></li>'
        for path, words in files
        if (href := links.file(path))
    )
    if not items:
        return ""
    label = "Télécharger"
    if anchor:
        # The address of the view; with the script, the way to its citation.
        items += f'<li><a class="ed-cite" href="#{anchor}">Citer</a></li>'
        label += ", citer"
    return f'<ul class="ed-downloads" aria-label="{label}">{items}</ul>'
