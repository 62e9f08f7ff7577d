"""What is read and written again when data change, and that builds agree."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.table_builds import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.testing.util import SphinxTestApp

DATA = "chapters/annexes/donnees"


@pytest.fixture
def workshop(
    tmp_path: Path, rootdir: Path, make_app: Callable[..., SphinxTestApp]
) -> Workshop:
    return Workshop(rootdir / "test-tables", tmp_path, make_app)


def test_nothing_is_done_when_nothing_changed(workshop: Workshop) -> None:
    assert workshop.build().said == ""
    again = workshop.build()
    assert (again.read, again.written, again.said) == ([], [], "")


@pytest.mark.parametrize(
    ("table", "old", "new", "pages"),
    [
        # A cell of the table of places: views, values and its own page.
        (
            "lieux",
            "955,30,true",
            "956,30,true",
            ["chapters/vues", "chapters/valeurs", "lieux", "index"],
        ),
        # A witness: wherever a row is called by its name.
        (
            "sources",
            "Rapport 2014",
            "Rapport 2015",
            [
                "chapters/vues",
                "chapters/valeurs",
                "lieux",
                "chiffres",
                "sources",
                "index",
            ],
        ),
        # A figure that one page has; another page has a formula, which is no figure.
        (
            "chiffres",
            "Fans de la page",
            "Fans du compte",
            ["chapters/valeurs", "chiffres", "index"],
        ),
    ],
)
def test_a_cell_that_changes_has_the_pages_of_its_table_read_again(
    workshop: Workshop, table: str, old: str, new: str, pages: list[str]
) -> None:
    workshop.build()
    workshop.edit(f"data/tables/{table}.csv", old, new)
    again = workshop.build()
    wanted = {name if "/" in name else f"{DATA}/{name}" for name in pages}
    assert set(again.read) == wanted
    assert again.said == ""


def test_a_change_reaches_the_page_the_files_and_no_other_page(
    workshop: Workshop,
) -> None:
    first = workshop.build()
    assert '<td class="ed-num" data-sort="955">' in first.page("chapters/vues.html")
    before = first.files()
    workshop.edit("data/tables/lieux.csv", "955,30,true", "8955,30,true")
    again = workshop.build()
    page = again.page("chapters/vues.html")
    assert 'data-sort="8955">8\u202f955</td>' in page
    changed = {
        name for name, content in again.files().items() if before.get(name) != content
    }
    pages = {name for name in changed if name.endswith(".html")}
    assert pages == {
        "chapters/vues.html",
        f"{DATA}/lieux.html",
    }
    files = {name for name in changed if name.startswith("donnees/")}
    assert files == {
        "donnees/tables/lieux.csv",
        "donnees/json/lieux.json",
        "donnees/vues/t-k3m9x.csv",
    }


def test_a_computed_value_follows_the_rows_it_counts(workshop: Workshop) -> None:
    workshop.build()
    workshop.edit("data/tables/lieux.csv", "L’eau vive,Metz", "L’eau vive,Brest")
    again = workshop.build()
    assert "<em>lieux</em> ouverts\u202f; soit" in again.page("chapters/vues.html")
    assert ">3\u00a0bibliothèques</span>" in again.page("chapters/valeurs.html")


def test_a_new_table_is_listed_and_a_lost_one_is_told(workshop: Workshop) -> None:
    workshop.build()
    for folder, ending in (("tables", "csv"), ("schema", "json")):
        text = (workshop.root / f"data/{folder}/portees.{ending}").read_text("utf-8")
        workshop.write(
            f"data/{folder}/couleurs.{ending}", text.replace("portees", "couleurs")
        )
    page = f"{DATA}/index"
    listed = workshop.build(edition_check_data=False)
    assert page in listed.read
    workshop.remove("data/tables/couleurs.csv")
    workshop.remove("data/schema/couleurs.json")
    assert workshop.build(edition_check_data=False).read == [page]
    assert workshop.build(edition_check_data=False).read == []


def test_a_page_that_names_a_table_too_early_is_read_again_once_it_is_there(
    workshop: Workshop,
) -> None:
    workshop.edit(
        "chapters/vues.md", "```{data-table} sources", "```{data-table} couleurs"
    )
    first = workshop.build()
    assert "chapters/vues.md:10: tableau « couleurs » inconnu" in first.said
    # A fault that is still there is told again, or only the first build would fail.
    again = workshop.build()
    assert again.read == ["chapters/vues"]
    assert "tableau « couleurs » inconnu" in again.said
    for folder, ending in (("tables", "csv"), ("schema", "json")):
        text = (workshop.root / f"data/{folder}/sources.{ending}").read_text("utf-8")
        workshop.write(
            f"data/{folder}/couleurs.{ending}", text.replace('"sources"', '"couleurs"')
        )
    mended = workshop.build(edition_check_data=False)
    assert mended.said == ""
    assert 'data-table="couleurs"' in mended.page("chapters/vues.html")
    assert workshop.build(edition_check_data=False).read == []


def test_a_schema_that_changes_has_its_pages_read_again(workshop: Workshop) -> None:
    workshop.build()
    workshop.edit(
        "data/schema/lieux.json", '"title": "Ouverture"', '"title": "Horaires"'
    )
    again = workshop.build()
    assert set(again.read) == {
        "chapters/vues",
        "chapters/valeurs",
        f"{DATA}/lieux",
        f"{DATA}/index",
    }
    assert "Horaires" in again.page(f"{DATA}/lieux.html")


def test_the_page_of_a_table_is_written_again_when_another_page_begins_to_use_it(
    workshop: Workshop,
) -> None:
    first = workshop.build()
    assert "Emplois dans l’édition" not in first.page(f"{DATA}/niveaux.html")
    text = "(sec-valeurs)=\n# Valeurs\n\n```{data-table} niveaux\n:name: t-zzzzz\n:caption: Les niveaux\n```\n"
    workshop.write("chapters/valeurs.md", text)
    again = workshop.build()
    assert again.read == ["chapters/valeurs"]
    page = again.page(f"{DATA}/niveaux.html")
    assert '<a href="../../valeurs.html#t-zzzzz">«\u202fLes niveaux\u202f»</a>' in page
    assert f"{DATA}/niveaux" in again.written
    assert f"{DATA}/portees" not in again.written
    workshop.write("chapters/valeurs.md", "(sec-valeurs)=\n# Valeurs\n")
    assert "Emplois" not in workshop.build().page(f"{DATA}/niveaux.html")


def test_links_to_rows_follow_the_page_of_their_table(workshop: Workshop) -> None:
    workshop.build(edition_check_data=False)
    workshop.remove(f"{DATA}/sources.md")
    workshop.edit(f"{DATA}/index.md", "sources\n", "")
    # The check of the data would say that a table has no page.
    again = workshop.build(edition_check_data=False)
    assert again.said == ""
    page = again.page("chapters/vues.html")
    assert "sources.html" not in page
    assert "<td>Journal d’essai</td>" in page


def test_files_of_what_is_gone_are_removed(workshop: Workshop) -> None:
    first = workshop.build()
    assert "donnees/vues/t-p4q7z.csv" in first.files()
    workshop.edit("chapters/vues.md", "t-p4q7z", "t-bbbbb")
    again = workshop.build()
    assert "donnees/vues/t-p4q7z.csv" not in again.files()
    assert "donnees/vues/t-bbbbb.csv" in again.files()


def test_files_that_do_not_change_are_not_written_again(workshop: Workshop) -> None:
    first = workshop.build()
    file = first.out / "donnees/tables/lieux.csv"
    before = file.stat().st_mtime_ns
    os.utime(file, ns=(before - 10**9, before - 10**9))
    workshop.edit("data/tables/sources.csv", "Rapport 2014", "Rapport 2015")
    workshop.build()
    assert file.stat().st_mtime_ns == before - 10**9


def test_parallel_builds_and_builds_elsewhere_give_the_same_bytes(
    workshop: Workshop,
    tmp_path: Path,
    rootdir: Path,
    make_app: Callable[..., SphinxTestApp],
) -> None:
    serial = workshop.build(out="a").files()
    in_two = workshop.build(out="b", parallel=2)
    # Nothing was said of an extension that forbids it.
    assert in_two.said == ""
    parallel = in_two.files()
    elsewhere = Workshop(rootdir / "test-tables", tmp_path / "ailleurs", make_app)
    other = elsewhere.build().files()
    for files in (parallel, other):
        assert files.keys() == serial.keys()
        different = [name for name in serial if files[name] != serial[name]]
        # Sphinx pickles the pages it has seen, with the time, for itself alone.
        assert different in ([], [".buildinfo"])
    assert str(workshop.root).encode() not in b"".join(serial.values())


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_the_order_of_pythons_sets_is_not_seen(
    workshop: Workshop, tmp_path: Path, seed: str
) -> None:
    expected = workshop.build(out="a").files()
    out = tmp_path / "graine"
    environment = dict(os.environ, PYTHONHASHSEED=seed)
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-b",
        "html",
        "-d",
        str(tmp_path / "d"),
    ]
    done = subprocess.run(
        [*command, str(workshop.root), str(out)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    for name, content in expected.items():
        if name.endswith((".html", ".csv", ".json")):
            assert (out / name).read_bytes() == content, name


def test_a_second_reading_leaves_no_trace_of_the_first(workshop: Workshop) -> None:
    workshop.build()
    workshop.edit(
        "chapters/valeurs.md", "soit {data-value}`fans-2013|nombre`", "soit peu de"
    )
    workshop.edit(
        "chapters/valeurs.md", "Valeurs : {data-value}`fans-2013` en tout", "Valeurs"
    )
    workshop.edit("chapters/valeurs.md", "compte {data-value}`fans-2013`", "compte")
    again = workshop.build()
    assert (
        "valeurs.html"
        not in again.page(f"{DATA}/chiffres.html").split("chiffres-emplois")[0]
    )
    assert "3 valeurs" not in again.page(f"{DATA}/chiffres.html")
