"""The texts of the licences are there, whole, for all that the tree says it uses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont

# Words near the beginning and near the end of each text.
TEXTS = {
    "MIT": ("Permission is hereby granted", "OTHER DEALINGS IN THE\nSOFTWARE."),
    "CC-BY-4.0": ("Attribution 4.0 International", "Section 8 -- Interpretation."),
    "CC-BY-SA-3.0": ("Attribution-ShareAlike 3.0 Unported", "may be contacted at"),
    "MPL-2.0": ("Mozilla Public License Version 2.0", "Secondary Licenses"),
    "OFL-1.1": ("SIL OPEN FONT LICENSE", "OTHER DEALINGS IN THE FONT SOFTWARE."),
    "etalab-2.0": ("LICENCE OUVERTE / OPEN LICENCE", "s’ils le souhaitent."),
}


@pytest.mark.parametrize("licence", TEXTS)
def test_a_licence_has_its_whole_text(root: Path, licence: str):
    text = (root / "LICENSES" / f"{licence}.txt").read_text(encoding="utf-8")
    for words in TEXTS[licence]:
        assert words in text


def test_our_code_is_under_mit_with_our_name(root: Path):
    ours = (root / "LICENSE").read_text(encoding="utf-8").splitlines()
    model = (root / "LICENSES" / "MIT.txt").read_text(encoding="utf-8").splitlines()
    differing = [line for line, other in zip(ours, model, strict=True) if line != other]
    assert differing == [
        "Copyright (c) 2026 Contributrices et contributeurs de l'édition"
    ]


def test_the_licence_of_the_text_is_there(root: Path):
    citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    assert (root / "LICENSES" / f"{citation['license']}.txt").is_file()


def test_the_licences_of_the_tables_are_there(root: Path):
    package = json.loads((root / "data/datapackage.json").read_text(encoding="utf-8"))
    named = {
        licence["name"]
        for part in (package, *package["resources"])
        for licence in part.get("licenses", [])
    }
    assert named
    known = {path.stem.lower() for path in (root / "LICENSES").glob("*.txt")}
    assert {name.lower() for name in named} <= known


def test_each_text_is_spoken_of(root: Path):
    readme = (root / "LICENSES" / "README.md").read_text(encoding="utf-8")
    for path in (root / "LICENSES").glob("*.txt"):
        assert f"({path.name})" in readme


def test_the_fonts_are_renamed_and_keep_the_notice_of_their_makers(root: Path):
    fonts = {path.parent for path in (root / "_ext").rglob("*.woff2")}
    assert fonts
    for folder in fonts:
        notice = (folder / "LISEZMOI.txt").read_text(encoding="utf-8")
        assert "Copyright" in notice
        assert "SIL Open Font License 1.1" in notice
    for path in (root / "_ext").rglob("*.woff2"):
        with TTFont(path) as font:
            assert font["name"].getDebugName(1).startswith("Edition ")


def test_the_schema_of_citation_files_keeps_the_notice_of_its_makers(root: Path):
    (schema,) = (root / "tests/schemas").rglob("*.json")
    told = (schema.parent / "LISEZMOI.txt").read_text(encoding="utf-8")
    for words in (
        schema.name,
        "Copyright © 2016ff. The Citation File Format Contributors",
        "LICENSES/CC-BY-4.0.txt",
    ):
        assert words in told


def test_the_styles_of_citation_keep_the_notice_of_their_makers(root: Path):
    styles = sorted((root / "_ext/edition/citation/styles").glob("*.csl"))
    assert len(styles) == 3
    told = (styles[0].parent / "LISEZMOI.txt").read_text(encoding="utf-8")
    for path in styles:
        style = path.read_text(encoding="utf-8")
        assert (
            '<rights license="http://creativecommons.org/licenses/by-sa/3.0/">' in style
        )
        assert path.name in told
        for author in re.findall(r"<author>\s*<name>([^<]*)</name>", style):
            assert author in told
