"""Views, values and the pages of tables as HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from support.read_tables import DATA, page, row, table, visible
from support.table_builds import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp


# -- views -----------------------------------------------------------------------------


def test_views_are_numbered_in_one_series_and_referred_to(built: SphinxTestApp) -> None:
    html = page(built, "chapters/vues.html")
    numbers = re.findall(r'<span class="ed-caption-number">(Tableau \d)</span>', html)
    assert numbers == ["Tableau 1", "Tableau 2", "Tableau 3"]
    assert re.search(
        r'href="#t-k3m9x"><span class="std std-numref">Tableau 2</span>', html
    )
    assert re.search(
        r'href="#t-p4q7z"><span class="std std-numref">Tableau 3</span>', html
    )


def test_a_caption_has_its_number_and_its_markup(built: SphinxTestApp) -> None:
    view = table(page(built, "chapters/vues.html"), "t-k3m9x")
    caption = re.search(r"<caption.*?</caption>", view, re.S)
    assert caption
    assert 'id="t-k3m9x-titre"' in caption[0]
    assert "<em>lieux</em>" in caption[0]
    assert (
        visible(caption[0])
        == "Tableau 2 Les lieux ouverts ; soit 2 bibliothèques à Brest"
    )


def test_without_a_caption_a_view_is_called_by_its_table(built: SphinxTestApp) -> None:
    view = table(page(built, "chapters/vues.html"), "t-p4q7z")
    assert (
        visible(re.findall(r"<caption.*?</caption>", view, re.S)[0])
        == "Tableau 3 Lieux"
    )


def test_every_heading_has_its_scope_and_the_box_its_name(built: SphinxTestApp) -> None:
    for name in ("chapters/vues.html", f"{DATA}/lieux.html", f"{DATA}/index.html"):
        html = page(built, name)
        figures = re.findall(r'<figure class="ed-table.*?</figure>', html, re.S)
        assert figures
        assert not re.search(r"<th(?![^>]* scope=)[ >]", "".join(figures))
        boxes = re.findall(
            r'<div class="ed-scroll" tabindex="0" role="region" aria-labelledby="([^"]+)"',
            html,
        )
        assert boxes
        for label in boxes:
            assert html.count(f'id="{label}"') == 1


def test_rows_have_their_address_in_the_view(built: SphinxTestApp) -> None:
    view = table(page(built, "chapters/vues.html"), "t-k3m9x")
    assert re.findall(r'<tr id="([^"]+)"', view) == [
        "t-k3m9x.zone",
        "t-k3m9x.capucins",
        "t-k3m9x.ecole",
        "t-k3m9x.attaque",
    ]


def test_groups_head_their_rows(built: SphinxTestApp) -> None:
    view = table(page(built, "chapters/vues.html"), "t-k3m9x")
    headings = re.findall(
        r'<tr class="ed-group"><th scope="rowgroup" colspan="6">(.*?)</th></tr>', view
    )
    assert headings == ["Arles", "Brest", "Metz"]
    assert view.count("<tbody>") == 3


def test_numbers_are_french_aligned_and_keep_what_a_script_sorts_by(
    built: SphinxTestApp,
) -> None:
    view = table(page(built, "chapters/vues.html"), "t-k3m9x")
    capucins = row(view, "t-k3m9x.capucins")
    assert '<td class="ed-num" data-sort="9700">9\u202f700</td>' in capucins
    assert '<td class="ed-num" data-sort="43.5">43,5</td>' in capucins
    # What an integer lacks to stand on the decimal of its column.
    assert '<td class="ed-num" data-sort="30" data-pad=",0">30</td>' in row(
        view, "t-k3m9x.ecole"
    )
    assert (
        '<td class="ed-date" data-sort="2017-01-07">7\u00a0janvier\u00a02017</td>'
        in capucins
    )


def test_headings_say_unit_and_kind(built: SphinxTestApp) -> None:
    view = table(page(built, "chapters/vues.html"), "t-k3m9x")
    assert (
        '<th scope="col" class="ed-num" data-type="number">Surface '
        '<span class="ed-unit">(m²)</span></th>' in view
    )
    assert '<th scope="col" data-type="date">Ouverture au public</th>' in view


def test_a_cell_that_names_a_row_leads_to_it(built: SphinxTestApp) -> None:
    view = table(page(built, "chapters/vues.html"), "t-k3m9x")
    link = '<a href="annexes/donnees/sources.html#sources.journal">Journal d’essai</a>'
    assert link in row(view, "t-k3m9x.capucins")
    assert 'id="sources.journal"' in page(built, f"{DATA}/sources.html")


def test_levels_have_their_mark_their_word_and_a_key(built: SphinxTestApp) -> None:
    view = table(page(built, "chapters/vues.html"), "t-k3m9x")
    zone = row(view, "t-k3m9x.zone")
    assert 'data-level="titre" data-scope="etude"' in zone
    assert "<svg" in zone
    assert zone.rstrip("</tr>").endswith("titre seul</td") or "titre seul</td>" in zone
    key = re.findall(r'<ul class="ed-key">.*?</ul>', view, re.S)
    assert [visible(item) for item in re.findall(r"<li>.*?</li>", key[0])] == [
        "secondaire : tiers vu, contexte",
        "calcul : calculé par l’édition, contexte",
        "titre seul : intitulé seul",
    ]


def test_missing_cells_are_marked_and_explained(built: SphinxTestApp) -> None:
    view = table(page(built, "chapters/vues.html"), "t-k3m9x")
    assert '<td class="ed-missing">non vu</td>' in row(view, "t-k3m9x.attaque")
    assert "« non vu » : la donnée existe ou peut exister" in visible(view)
    short = table(page(built, "chapters/vues.html"), "t-p4q7z")
    assert '<td class="ed-missing ed-empty"><span aria-hidden="true">–</span>' in short
    assert '<span class="visually-hidden">sans objet</span>' in short
    assert "« – » : sans objet." in visible(short)
    assert "la donnée existe" not in short


def test_the_foot_says_extent_witnesses_licence_and_files(built: SphinxTestApp) -> None:
    view = table(page(built, "chapters/vues.html"), "t-p4q7z")
    words = visible(view.partition('<div class="ed-table-foot">')[2])
    assert words.startswith("2 lignes sur 6. Tableau entier.")
    assert "Source : Journal d’essai" in words
    assert "Licence : Creative Commons Attribution 4.0" in words
    assert "Fichier inventé – mention demandée." in words
    files = re.findall(r'<a href="([^"]+)" download="">(.*?)</a>', view)
    assert files == [
        ("../donnees/vues/t-p4q7z.csv", "CSV de cette vue"),
        ("../donnees/tables/lieux.csv", "CSV complet"),
        ("../donnees/json/lieux.json", "JSON"),
    ]
    for href, _ in files:
        assert (built.outdir / "chapters" / href).is_file()


def test_short_tables_get_no_tools(built: SphinxTestApp) -> None:
    html = page(built, "chapters/vues.html")
    assert "data-table-tools" not in table(html, "t-p4q7z")
    assert 'data-table-tools="" hidden=""' in page(built, f"{DATA}/lieux.html")


def test_nothing_inline_and_no_id_that_counts(built: SphinxTestApp) -> None:
    for name in ("chapters/vues.html", "chapters/valeurs.html", f"{DATA}/lieux.html"):
        body = page(built, name).partition("<body")[2]
        ours = body.partition('<div class="body"')[2].partition("sphinxsidebar")[0]
        assert not re.search(r"<[^>]+ (?:style|on\w+)=", ours)
        assert "<script" not in ours
        ids = re.findall(r' id="([^"]+)"', ours)
        assert len(ids) == len(set(ids))
        assert not [found for found in ids if re.fullmatch(r"id\d+", found)]


def test_pages_are_well_formed(built: SphinxTestApp) -> None:
    for name in ("chapters/vues.html", f"{DATA}/lieux.html", f"{DATA}/index.html"):
        assert unclosed(page(built, name)) == []


def unclosed(html: str) -> list[str]:
    """Return the elements that are closed out of order."""
    void = {"meta", "link", "br", "hr", "img", "input", "path", "circle"}
    stack: list[str] = []
    wrong: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in void:
                stack.append(tag)

        def handle_endtag(self, tag: str) -> None:
            if tag not in void and (not stack or stack.pop() != tag):
                wrong.append(tag)

    reader = Reader()
    reader.feed(html)
    return wrong + stack


# -- hostile cells ---------------------------------------------------------------------


def test_html_markdown_and_scripts_in_cells_are_inert(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp]
) -> None:
    workshop = Workshop(rootdir / "test-tables", tmp_path, make_app)
    workshop.edit(
        "data/tables/lieux.csv",
        "attaque,<b>Gras</b> & « fin »,Metz,208,8,true,non vu,non vu,,,",
        'attaque,"<script>alert(1)</script>""\' onmouseover=x",<img src=x onerror=y>,'
        'a<b>,8,<i>,<i>x</i>,<u>,javascript:alert(3),"10.1000/""><b>",',
    )
    workshop.edit("data/tables/sources.csv", "Journal d’essai", "<u>Journal</u>")
    workshop.edit("data/tables/chiffres.csv", "Fans de la page", '"Fans ""><b>de</b>"')
    workshop.edit(
        "data/datapackage.json", '"title": "Lieux"', '"title": "<s>Lieux</s>"'
    )
    built = workshop.build(edition_check_data=False)
    assert built.said == ""
    for name, content in built.files().items():
        if name.endswith(".html"):
            text = content.decode()
            body = text.partition('<div class="body"')[2].partition("sphinxsidebar")[0]
            assert not re.search(r"<(?:script|img|b|u|s|i)[ >]", body), name
            assert not re.search(r'href="[^"]*javascript', text, re.I), name
    page = built.page(f"{DATA}/lieux.html")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27; onmouseover=x" in page
    assert "javascript:alert(3)</td>" in page
    assert "**gras** [lien](javascript:alert(1)) `code` {data-value}`x`" in page
