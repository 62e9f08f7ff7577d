"""Values, the pages of tables and their files, as HTML."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from edition_sphinx.tables import values_list_html
from edition_sphinx.tables.domain import get_tables
from support.read_tables import DATA, page, visible
from support.table_builds import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sphinx.testing.util import SphinxTestApp


# -- values ----------------------------------------------------------------------------


FANS = f"v-{blake2b(b'chiffres:fans-2013.', digest_size=4).hexdigest()}"


def test_a_value_is_text_with_the_way_to_its_note(built: SphinxTestApp) -> None:
    html = page(built, "chapters/valeurs.html")
    assert (
        f'La page compte <span class="ed-value" data-note="{FANS}">819\u00a0fans</span>'
    ) in html
    assert ">Plus de quatre\u00a0bibliothèques</span>" in html
    assert ">9\u202f700\u00a0m²</span>" in html


def test_uncertain_and_unseen_values_are_visibly_so(built: SphinxTestApp) -> None:
    html = page(built, "chapters/valeurs.html")
    unseen = re.search(r'<span class="ed-value ed-missing"[^>]*>non vu</span>', html)
    assert unseen
    uncertain = re.search(
        r'<span class="ed-value ed-uncertain"[^>]*>3 \+ 3\u00a0équipements</span>'
        r'<span class="ed-level" data-level="incertain".*?\(incertain, contexte\)',
        html,
    )
    assert uncertain


def test_a_value_in_a_title_is_text_in_the_contents(built: SphinxTestApp) -> None:
    contents = page(built, "index.html")
    assert re.search(
        r'href="chapters/valeurs.html">Valeurs\u00a0: 819\u00a0fans en tout</a>',
        contents,
    )
    assert "<title>Valeurs : 819 fans en tout" in page(built, "chapters/valeurs.html")


def test_the_values_of_a_chapter_are_listed_once_with_their_sources(
    built: SphinxTestApp,
) -> None:
    values = get_tables(built.env).values_of("chapters/valeurs")
    assert [value.row for value in values] == [
        "fans-2013", "quatre", "lieux-brest", "capucins", "oeuvre", "reseau",
    ]  # fmt: skip
    html = values_list_html(built, "chapters/valeurs")
    items = [visible(item) for item in re.findall(r"<li .*?</li>", html, re.S)]
    assert items[0] == (
        "819 fans Fans de la page Page du réseau 19 février 2013 "
        "Source : Journal d’essai Note « utile »"
    )
    assert items[2] == "2 bibliothèques Lieux de Brest Calculé d’après : lieux"
    assert items[5].startswith("3 + 3 équipements Composition du réseau date non vue")
    assert 'href="annexes/donnees/chiffres.html#chiffres.fans-2013"' in html
    assert 'href="annexes/donnees/sources.html#sources.journal"' in html
    assert values_list_html(built, "index") == ""


# -- pages of tables -------------------------------------------------------------------


def test_the_page_of_a_table_says_all_that_is_known_of_it(built: SphinxTestApp) -> None:
    html = page(built, f"{DATA}/lieux.html")
    titles = re.findall(r'<section id="(lieux-[a-z]+)">\n<h2>(.*?)</h2>', html)
    assert titles == [
        ("lieux-reserves", "Réserves"),
        ("lieux-donnees", "Données"),
        ("lieux-colonnes", "Colonnes"),
        ("lieux-provenance", "Provenance"),
        ("lieux-licence", "Licence"),
        ("lieux-fichiers", "Fichiers"),
        ("lieux-citer", "Citer"),
        ("lieux-emplois", "Emplois dans l’édition"),
    ]
    for anchor, title in titles:
        assert f'<li><a href="#{anchor}">{title}</a></li>' in html
    words = visible(html)
    assert "6 lignes, 14 colonnes." in words
    assert "Fichier inventé (2026)" in words
    assert "Deux surfaces sont douteuses." in words
    assert (
        "La rédaction, « Lieux », tableau de données, dans Livre d’essai, 1.0" in words
    )
    assert "adresse publique non fixée" in words


def test_each_row_of_the_page_has_its_permanent_address(built: SphinxTestApp) -> None:
    html = page(built, f"{DATA}/lieux.html")
    assert len(re.findall(r'<tr id="lieux\.[a-z]+">', html)) == 6
    assert '<th scope="row"><a href="#lieux.oeuvre">oeuvre</a></th>' in html


def test_the_page_of_a_table_names_who_uses_it(built: SphinxTestApp) -> None:
    html = page(built, f"{DATA}/lieux.html").partition("lieux-emplois")[2]
    assert '<a href="../../vues.html">Vues</a>' in html
    assert '<a href="../../vues.html#t-p4q7z">«\u202fLieux\u202f»</a>' in html
    assert "Valeurs" in html
    assert "3 valeurs" in html


def test_an_address_of_the_web_is_a_link_out_and_its_text_is_short(
    built: SphinxTestApp,
) -> None:
    html = page(built, f"{DATA}/lieux.html")
    assert (
        '<a href="https://www.exemple.fr/capucins/?a=1&amp;b=2" rel="external">'
        "exemple.fr/capucins/?a=1&amp;b=2</a>" in html
    )
    assert '<a href="https://doi.org/10.4000/books.essai.1" rel="external">' in html


def test_a_public_address_is_cited_when_it_is_set(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp]
) -> None:
    workshop = Workshop(rootdir / "test-tables", tmp_path, make_app)
    built = workshop.build(html_baseurl="https://edition.exemple/")
    page = built.page(f"{DATA}/lieux.html")
    assert f"https://edition.exemple/{DATA}/lieux.html." in page


def test_a_very_long_view_is_an_excerpt_that_leads_to_the_page_of_its_table(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp]
) -> None:
    workshop = Workshop(rootdir / "test-tables", tmp_path, make_app)
    built = workshop.build(edition_excerpt_rows=1)
    view = built.page("chapters/vues.html")
    assert len(re.findall(r'<tr id="t-aaaaa\.', view)) == 1
    assert "1 ligne sur 2. Tableau entier." in visible(view)
    assert (
        f'<a href="{DATA.removeprefix("chapters/")}/sources.html">Tableau ent' in view
    )


def test_the_page_of_a_very_long_table_has_every_row_and_its_address(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp]
) -> None:
    workshop = Workshop(rootdir / "test-tables", tmp_path, make_app)
    path = workshop.root / "data" / "tables" / "portees.csv"
    first = path.read_text("utf-8").splitlines()[1]
    name, comma, rest = first.partition(",")
    rows = [f"{name}-{number}{comma}{rest}-{number}" for number in range(2500)]
    path.write_text(
        "\n".join([*path.read_text("utf-8").splitlines(), *rows, ""]), "utf-8"
    )
    built = workshop.build(edition_check_data=False)
    page = built.page(f"{DATA}/portees.html")
    for number in (0, 1999, 2000, 2499):
        assert page.count(f'<tr id="portees.{name}-{number}">') == 1
    assert len(re.findall(r'<tr id="portees\.[a-z0-9-]+">', page)) == len(rows) + 3
    assert "lignes sur" not in visible(page)


def test_a_cell_in_another_language_says_so_and_keeps_its_own_spaces(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp]
) -> None:
    workshop = Workshop(rootdir / "test-tables", tmp_path, make_app)
    workshop.edit(
        "data/schema/sources.json",
        '"description": "Sigle.",',
        '"description": "Sigle.", "edition:language": "langue",',
    )
    workshop.edit(
        "data/schema/sources.json",
        '"name": "adresse",',
        '"name": "langue", "title": "Langue", "type": "string"\n},\n{\n"name": "adresse",',
    )
    workshop.write(
        "data/tables/sources.csv",
        "id,sigle,langue,adresse\n"
        "journal,Journal : essai,fr,https://exemple.fr/journal\n"
        "rapport,A report: why ?,en,https://exemple.fr/rapport\n",
    )
    page = workshop.build(edition_check_data=False).page(f"{DATA}/sources.html")
    assert '<td lang="en">A report: why ?</td>' in page
    assert "<td>Journal\u00a0: essai</td>" in page


def test_the_list_of_tables_names_them_all_with_rows_and_licence(
    built: SphinxTestApp,
) -> None:
    html = page(built, f"{DATA}/index.html")
    rows = re.findall(
        r'<tr><th scope="row"><a href="([^"]+)">(.*?)</a></th><td[^>]*>(\d+)</td>', html
    )
    assert rows[0] == ("lieux.html", "Lieux", "6")
    assert len(rows) == 7
    assert "Creative Commons Attribution 4.0" in html


# -- files -----------------------------------------------------------------------------


def test_the_data_lie_beside_the_pages_as_a_package(
    built: SphinxTestApp, rootdir: Path
) -> None:
    data = rootdir / "test-tables" / "data"
    folder = built.outdir / "donnees"
    for name in ("datapackage.json", "tables/lieux.csv", "schema/lieux.json"):
        assert (folder / name).read_bytes() == (data / name).read_bytes()
    assert len(list((folder / "json").iterdir())) == 7
    csv = (folder / "vues/t-k3m9x.csv").read_bytes()
    assert csv.startswith(b"\xef\xbb\xbfid,Ville,Lieu,")
