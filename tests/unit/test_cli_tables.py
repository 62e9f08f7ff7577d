"""``edition tables``: list, show, new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edition.cli import Status, main
from edition.issues import IssueError
from edition.paths import EditionPaths
from edition.tables import load_table
from edition.tables.scaffold import Column, parse_columns, plan_table
from support.issue_folders import lay_out, messages


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> EditionPaths:
    """Stand in the folder of the faultless edition."""
    paths = lay_out("_base", tmp_path / "x")
    monkeypatch.chdir(tmp_path / "x")
    monkeypatch.delenv("EDITION_CALLED_AS", raising=False)
    return paths


def snapshot(paths: EditionPaths) -> dict[str, bytes]:
    files = sorted(path for path in paths.root.rglob("*") if path.is_file())
    return {paths.relative(path): path.read_bytes() for path in files}


def test_tables_are_listed_with_title_and_size(
    base: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tables", "list"]) == Status.CLEAN
    assert capsys.readouterr().out == (
        "releves  Relevés (4 lignes)\nunites   Unités (2 lignes)\n"
        "villes   Villes (3 lignes)\n"
    )


def test_a_table_shows_its_columns_in_french(
    base: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tables", "show", "releves"]) == Status.CLEAN
    said = capsys.readouterr().out
    assert "Relevés (4 lignes, data/tables/releves.csv)" in said
    assert "  nombre — Nombre (nombre)" in said
    assert "  ville — Ville (texte, vers villes)" in said
    assert "  note — Note (texte, vide = sans objet)" in said


def test_a_row_shows_its_cells(
    base: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tables", "show", "villes", "metz"]) == Status.CLEAN
    assert capsys.readouterr().out == "id : metz\ntitre : Metz\nregion : Lorraine\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["vile"], "Tableau « vile » inconnu. Conseil : vouliez-vous « villes » ?\n"),
        (
            ["x"],
            "Tableau « x » inconnu. Conseil : edition tables list les nomme tous\n",
        ),
        (["villes", "mez"], "vouliez-vous « metz » ?\n"),
        (["villes", "zz"], "Ligne « zz » inconnue dans le tableau « villes ».\n"),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(
    arguments: list[str],
    said: str,
    base: EditionPaths,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["tables", "show", *arguments]) == Status.USAGE
    assert said in capsys.readouterr().err


def test_a_new_table_lacks_only_what_its_author_knows(
    base: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = "titre, nombre:number, date"
    status = main(["tables", "new", "prets", "--title", "Prêts", "--columns", columns])
    assert status == Status.CLEAN
    said = capsys.readouterr().out
    assert said.splitlines()[:4] == [
        "écrit : data/tables/prets.csv",
        "écrit : data/schema/prets.json",
        "écrit : data/datapackage.json",
        "écrit : chapters/annexes/donnees/prets.md",
    ]
    assert "puis lancez edition check" in said
    told = messages(base).splitlines()
    assert [line.partition(" ; ")[0].partition(": ")[2] for line in told] == [
        "ressource « prets » : « contributors » manque",
        "ressource « prets » : « sources » manque",
    ]
    table = load_table(base, "prets")
    assert table.schema.title == "Prêts"
    assert table.schema.columns == ("id", "titre", "nombre", "date")
    assert table.schema.field("nombre").is_numeric
    assert table.schema.field("date").format == "edtf"
    page = (base.data_pages / "prets.md").read_text(encoding="utf-8")
    assert (
        page == "(sec-donnees-prets)=\n# Prêts (données)\n\n```{data-page} prets\n```\n"
    )
    assert b"\r" not in base.table("prets").read_bytes()


def test_the_description_of_other_tables_stays(base: EditionPaths) -> None:
    before = json.loads(base.datapackage.read_text(encoding="utf-8"))
    main(["tables", "new", "prets"])
    after = json.loads(base.datapackage.read_text(encoding="utf-8"))
    assert after["resources"][:-1] == before["resources"]
    assert after["resources"][-1]["path"] == "tables/prets.csv"


def test_nothing_is_ever_written_over(
    base: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(base)
    assert main(["tables", "new", "villes", "--title", "Autre"]) == Status.CLEAN
    assert snapshot(base) == before
    assert "a déjà tout ; rien n'a été écrit." in capsys.readouterr().out


def test_only_what_is_missing_is_written(base: EditionPaths) -> None:
    (base.data_pages / "villes.md").unlink()
    base.schema("villes").unlink()
    rows = base.table("villes").read_bytes()
    assert [base.relative(file.path) for file in plan_table(base, "villes")] == [
        "data/schema/villes.json",
        "chapters/annexes/donnees/villes.md",
    ]
    assert main(["tables", "new", "villes"]) == Status.CLEAN
    assert base.table("villes").read_bytes() == rows
    assert load_table(base, "villes").schema.columns == ("id", "titre", "region")


def test_several_tables_are_made_at_once(base: EditionPaths) -> None:
    assert main(["tables", "new", "prets", "retours"]) == Status.CLEAN
    told = messages(base)
    assert [told.count(f"ressource « {name} »") for name in ("prets", "retours")] == [
        2,
        2,
    ]
    assert len(told.splitlines()) == 4


@pytest.mark.parametrize("name", ["Prêts", "../prets", "2016", "a/b", "x" * 61, "a.b"])
def test_a_name_that_no_table_can_have_is_refused(
    name: str, base: EditionPaths, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(base)
    assert main(["tables", "new", name]) == Status.FAULTS
    assert snapshot(base) == before
    assert "refusé ; attendu : une lettre" in capsys.readouterr().err


def test_columns_are_read_with_their_types() -> None:
    found = parse_columns(" id, titre ,nombre: number,titre,,", place="x")
    assert found == (Column("id"), Column("titre"), Column("nombre", "number"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nombre:numbre", "type « numbre » inconnu"),
        ("Été", "nom de colonne « Été » refusé"),
        ("a b", "nom de colonne « a b » refusé"),
    ],
)
def test_a_column_that_no_schema_would_take_is_refused(text: str, message: str) -> None:
    with pytest.raises(IssueError, match=message):
        parse_columns(text, place="x")
