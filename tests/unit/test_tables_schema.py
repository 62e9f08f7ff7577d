"""Reading schemas: what they mean, and every word that is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from edition.issues import IssueError
from edition.tables import ForeignKey, TableSchema, load_schema
from edition.tables.schema import Sum
from support.small_tables import column, schema_of

PLACE = "data/schema/essai.json"


def read(folder: Path, schema: dict[str, Any] | str) -> TableSchema:
    path = folder / "essai.json"
    text = schema if isinstance(schema, str) else json.dumps(schema, indent=2)
    path.write_text(text, encoding="utf-8")
    return load_schema(path, place=PLACE)


def refusal(folder: Path, schema: dict[str, Any] | str) -> str:
    with pytest.raises(IssueError) as caught:
        read(folder, schema)
    return str(caught.value)


def test_a_schema_says_what_each_column_is(tmp_path: Path) -> None:
    schema = read(
        tmp_path,
        schema_of(
            "essai",
            column("surface", "number", unit="m2", minimum=0, maximum=10_000),
            column("ville", format="reference", role="source", empty=True),
            column("etat", enum=["ouvert", "fermé"], required=True),
            foreignKeys=[
                {"fields": "ville", "reference": {"resource": "villes", "fields": "id"}}
            ],
            uniqueKeys=[["ville", "etat"]],
        ),
    )
    assert schema.columns == ("id", "surface", "ville", "etat")
    assert schema.field("surface").unit == "m2"
    assert schema.field("surface").is_numeric
    assert schema.field("surface").constraints.maximum == 10_000
    assert schema.field("ville").foreign == ForeignKey("ville", "villes")
    assert schema.field("ville").empty == "sans objet"
    assert schema.role("source") is schema.field("ville")
    assert schema.role("title") is None
    assert schema.field("etat").constraints.enum == ("ouvert", "fermé")
    assert schema.unique_keys == (("ville", "etat"),)
    assert schema.missing == ("", "non vu")
    assert "etat" in schema
    assert "autre" not in schema


def test_an_unknown_column_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        read(tmp_path, schema_of("essai")).field("autre")


def test_a_link_inside_the_table_names_the_table(tmp_path: Path) -> None:
    link = {"fields": ["suite"], "reference": {"resource": "", "fields": ["id"]}}
    schema = read(tmp_path, schema_of("essai", column("suite"), foreignKeys=[link]))
    assert schema.field("suite").foreign == ForeignKey("suite", "essai")


def test_missing_values_may_carry_labels(tmp_path: Path) -> None:
    values = [{"value": "", "label": "sans objet"}, {"value": "non vu"}]
    assert read(tmp_path, schema_of("essai", missingValues=values)).missing == (
        "",
        "non vu",
    )


def test_sums_are_read_down_and_across(tmp_path: Path) -> None:
    schema = read(
        tmp_path,
        schema_of(
            "essai",
            column("part", "number"),
            column("oui", "number"),
            column("lieu"),
            **{
                "edition:sums": [
                    {
                        "label": "parts",
                        "column": "part",
                        "by": ["lieu"],
                        "where": {"lieu": ["a", "b"], "id": "x"},
                        "total": 100,
                        "tolerance": 1,
                    },
                    {"label": "tout", "columns": ["part", "oui"], "total": "part"},
                ]
            },
        ),
    )
    down, across = schema.sums
    assert down == Sum(
        label="parts",
        total=100.0,
        column="part",
        by=("lieu",),
        where=(("lieu", ("a", "b")), ("id", ("x",))),
        tolerance=1.0,
    )
    assert across.columns == ("part", "oui")
    assert across.total == "part"


WRONG_WORDS = [
    ({"titel": "x"}, "propriété « titel » inconnue", "« title »"),
    ({"edition:sum": []}, "propriété « edition:sum » inconnue", "« edition:sums »"),
    ({"name": "autre"}, "name « autre » n'est pas le nom du fichier", "essai"),
    ({"fieldsMatch": "subset"}, "fieldsMatch « subset » refusé", "exact"),
    ({"primaryKey": "titre"}, "« primaryKey » manque ou vise", "« id »"),
    ({"missingValues": ["", "n/a"]}, "« missingValues » manque ou", "« non vu »"),
    ({"title": ""}, "« title » manque", "un texte"),
    ({"title": 3}, "« title » mal écrit", "un texte"),
    ({"fields": {}}, "« fields » mal écrit", "une liste"),
    ({"fields": ["id"]}, "« fields », élément 1 mal écrit", "un objet"),
    ({"uniqueKeys": [["lieu"]]}, "champ « lieu » inconnu", "id"),
    ({"foreignKeys": [{"fields": ["a", "b"]}]}, "lien vers un autre", "un seul champ"),
    (
        {
            "foreignKeys": [
                {"fields": "id", "reference": {"resource": "../x", "fields": "id"}}
            ]
        },
        "tableau visé mal nommé",
        "nom d'un tableau",
    ),
    (
        {
            "foreignKeys": [
                {"fields": "lieu", "reference": {"resource": "x", "fields": "id"}}
            ]
        },
        "champ « lieu » inconnu",
        "id",
    ),
]


@pytest.mark.parametrize(("change", "message", "expected"), WRONG_WORDS)
def test_a_table_word_that_we_would_not_obey_is_refused(
    change: dict[str, Any], message: str, expected: str, tmp_path: Path
) -> None:
    said = refusal(tmp_path, schema_of("essai") | change)
    assert message in said
    assert expected in said
    assert said.startswith(PLACE)
    assert "[edition.table-schema]" in said


WRONG_FIELDS = [
    ({"tpye": "string"}, "propriété « tpye » inconnue", "« type »"),
    ({"edition:units": "m"}, "propriété « edition:units » inconnue", "edition:unit"),
    ({"type": "numbre"}, "type « numbre » inconnu", "« number »"),
    ({"edition:format": "uri"}, "edition:format « uri » inconnu", "« url »"),
    ({"edition:role": "titre"}, "edition:role « titre » inconnu", "« title »"),
    ({"edition:empty": "vide"}, "edition:empty « vide » inconnu", "sans objet"),
    ({"title": None}, "« title » mal écrit", "un texte"),
    ({"constraints": []}, "« constraints » mal écrit", "un objet"),
    ({"constraints": {"requird": True}}, "contrainte « requird » inconnue", "required"),
    ({"constraints": {"required": "oui"}}, "« required » mal écrit", "true ou false"),
    ({"constraints": {"required": 1}}, "« required » mal écrit", "true ou false"),
    ({"constraints": {"minLength": True}}, "« minLength » mal écrit", "entier"),
    ({"constraints": {"pattern": "["}}, "motif « [ » illisible", "expression"),
    ({"constraints": {"enum": []}}, "énumération vide", "au moins une valeur"),
    ({"constraints": {"minimum": 1}}, "« minimum » sans effet", "number"),
    (
        {"edition:empty": "sans objet", "constraints": {"required": True}},
        "se contredisent",
        "l'un ou l'autre",
    ),
]


@pytest.mark.parametrize(("change", "message", "expected"), WRONG_FIELDS)
def test_a_field_word_that_we_would_not_obey_is_refused(
    change: dict[str, Any], message: str, expected: str, tmp_path: Path
) -> None:
    said = refusal(tmp_path, schema_of("essai", column("lieu") | change))
    assert f"champ « lieu » : {message}" in said or message in said
    assert expected in said


def test_a_fault_is_told_at_its_line(tmp_path: Path) -> None:
    schema = schema_of("essai", column("lieu", "txt"), column("date", nonsense=1))
    lines = json.dumps(schema, indent=2).splitlines()
    said = refusal(tmp_path, schema).splitlines()
    assert len(said) == 2
    kind = next(n for n, line in enumerate(lines, 1) if '"txt"' in line)
    word = next(n for n, line in enumerate(lines, 1) if '"nonsense"' in line)
    assert said[0].startswith(f"{PLACE}:{kind}: ")
    assert said[1].startswith(f"{PLACE}:{word}: ")


def test_every_field_has_a_type_and_a_title(tmp_path: Path) -> None:
    said = refusal(tmp_path, schema_of("essai", {"name": "lieu"}))
    assert "champ « lieu » : « type » manque" in said
    assert "champ « lieu » : « title » manque" in said


def test_a_field_without_a_name_is_told_by_its_number(tmp_path: Path) -> None:
    assert "champ n° 2" in refusal(tmp_path, schema_of("essai", {"typ": "string"}))


def test_a_column_is_defined_once_and_the_id_comes_first(tmp_path: Path) -> None:
    schema = schema_of("essai", column("lieu"), column("lieu"))
    assert "champ « lieu » défini deux fois" in refusal(tmp_path, schema)
    schema["fields"] = schema["fields"][1:2]
    assert "premier champ « lieu »" in refusal(tmp_path, schema)
    schema["fields"] = []
    assert "premier champ absent" in refusal(tmp_path, schema)


WRONG_SUMS = [
    ({"columns": ["part"]}, "« column » ou « columns »"),
    ({"column": "prat"}, "champ « prat » inconnu"),
    ({"column": "lieu"}, "le champ « lieu » n'est pas un nombre"),
    ({"total": None}, "total mal écrit"),
    ({"total": True}, "total mal écrit"),
    ({"by": ["rue"]}, "champ « rue » inconnu"),
    ({"where": {"rue": "x"}}, "champ « rue » inconnu"),
    ({"tolérance": 1}, "propriété « tolérance » inconnue"),
    ({"label": ""}, "« label » manque"),
]


@pytest.mark.parametrize(("change", "message"), WRONG_SUMS)
def test_a_sum_that_nothing_could_prove_is_refused(
    change: dict[str, Any], message: str, tmp_path: Path
) -> None:
    good = {"label": "parts", "column": "part", "total": 100}
    fields = (column("part", "number"), column("lieu"))
    schema = schema_of("essai", *fields, **{"edition:sums": [good | change]})
    assert message in refusal(tmp_path, schema)


WRONG_FILES = [
    ("", "JSON illisible"),
    ("[]", "contenu inattendu"),
    ('{"a": 1, "a": 2}', "clé « a » donnée deux fois"),
    ('{"a": NaN}', "nombre « NaN » inconnu de JSON"),
    ('{"a": 1,}', "JSON illisible à la colonne"),
    ("[" * 100_000, "JSON trop profond"),
    ('{"a": ' + "9" * 5000 + "}", "nombre trop long"),
]


@pytest.mark.parametrize(("text", "message"), WRONG_FILES)
def test_a_file_that_is_no_json_object_is_refused(
    text: str, message: str, tmp_path: Path
) -> None:
    assert message in refusal(tmp_path, text)


def test_a_file_that_is_not_utf_8_is_refused_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "essai.json"
    path.write_bytes(b'{\n"title": "\xe9"}')
    with pytest.raises(IssueError, match=rf"{PLACE}:2: texte illisible"):
        load_schema(path, place=PLACE)


def test_an_absent_or_huge_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IssueError, match="fichier illisible"):
        load_schema(tmp_path / "essai.json", place=PLACE)
    (tmp_path / "essai.json").write_bytes(b" " * 2_000_001)
    with pytest.raises(IssueError, match="2000001 octets ; attendu : au plus 2 Mo"):
        load_schema(tmp_path / "essai.json", place=PLACE)


def test_the_language_of_a_column_is_said_by_another_column(tmp_path: Path) -> None:
    titles = column("titre", language="langue")
    schema = read(tmp_path, schema_of("essai", titles, column("langue")))
    assert schema.field("titre").language == "langue"
    assert schema.field("langue").language is None
    said = refusal(tmp_path, schema_of("essai", titles, column("langues")))
    assert "langue" in said
    assert "vouliez-vous « langues » ?" in said
