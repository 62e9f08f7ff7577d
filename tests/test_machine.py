"""What the tests share holds: lacks are told or refused, pages are watched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.axe import axe_violations
from support.machine import NEEDS
from support.normal import normal_doctree, normal_html, normal_text

POLICY = "default-src 'none'; style-src 'self'"
GOOD = (
    '<!doctype html><html lang="fr"><title>Titre</title><main><h1>Titre</h1>'
    "<p>Texte.</p></main></html>"
)


@pytest.fixture
def pytest_on(root: Path, tmp_path: Path):
    """Return a function that runs pytest, with our conftest, on some code."""

    def run(code: str, **variables: str) -> tuple[int, str]:
        (tmp_path / "test_essai.py").write_text(code, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "conftest", "-ra", "test_essai.py"],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(
                    [str(root / "tests"), str(root / "_ext")]
                ),
                "PYTHONUTF8": "1",
                **variables,
            },
            capture_output=True,
            encoding="utf-8",
        )
        return done.returncode, done.stdout

    return run


MARKED = "import pytest\n\n@pytest.mark.node\ndef test_x(): pass\n"


def test_a_contributor_is_told_what_is_missing(pytest_on, tmp_path: Path):
    status, said = pytest_on(MARKED, CI="", PATH=str(tmp_path))
    assert status == 0
    assert "1 skipped" in said
    assert "Node est absent (Debian : sudo apt install nodejs)" in said


def test_in_ci_what_is_missing_is_an_error(pytest_on, tmp_path: Path):
    status, said = pytest_on(MARKED, CI="true", PATH=str(tmp_path))
    assert status == 1
    assert "1 error" in said
    assert "CI=true : Node est absent" in said


def test_a_test_that_opens_a_page_is_marked_by_that(pytest_on):
    code = "def test_x(page): pass\n\ndef test_y(): pass\n"
    _, said = pytest_on(code, PYTEST_ADDOPTS="--collect-only -m chromium")
    assert "test_x" in said
    assert "test_y" not in said


def test_each_need_says_in_french_how_to_meet_it():
    assert [need.name for need in NEEDS] == ["chromium", "node", "java"]
    assert all("absent" in need.reason for need in NEEDS)
    assert all("sudo apt install" in need.reason for need in NEEDS)


@pytest.mark.chromium
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("fetch('http://ailleurs.invalid/x').catch(() => 0)", "ailleurs.invalid"),
        ("setTimeout(() => { throw Error('panne') })", "panne"),
    ],
)
def test_a_page_that_throws_or_asks_elsewhere_fails(pytest_on, script: str, said: str):
    html = f"<script>{script}; setTimeout(() => window.fini = 1, 50)</script>"
    status, output = pytest_on(
        "def test_x(page):\n"
        f"    page.set_content({html!r})\n"
        "    page.wait_for_function('window.fini')\n"
    )
    assert status == 1
    assert said in output


def test_axe_finds_nothing_on_a_good_page(page):
    page.set_content(GOOD)
    assert axe_violations(page) == []


def test_axe_names_the_rule_and_the_element(page):
    page.set_content(GOOD.replace("<p>", '<img src="data:,"><p>'))
    (said,) = axe_violations(page)
    assert said.startswith("image-alt (critical): img: ")


def test_axe_works_under_a_strict_policy(page, tmp_path: Path):
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    path = tmp_path / "page.html"
    path.write_text(GOOD.replace("<title>", f"{meta}<title>"), encoding="utf-8")
    page.goto(path.as_uri())
    assert axe_violations(page) == []


def test_normal_forms_do_not_depend_on_the_machine(tmp_path: Path):
    folder = tmp_path / "é x"
    said = f'{folder}/a  \r\n<a href="{folder.as_uri()}/b.css?v=0123abcd">\n\n'
    assert normal_html(said, folder) == '‹0›/a\n<a href="‹0›/b.css">\n'
    assert normal_text("a \n b\n") == "a\n b\n"
    assert normal_doctree('<document source="/x/y.md"><p/>') == "<document><p/>\n"


def test_without_sphinx_the_ground_floor_is_tested_alone(root: Path):
    code = (
        "import sys\n"
        "for name in ('sphinx', 'docutils', 'myst_parser', 'sphinxcontrib'):\n"
        "    sys.modules[name] = None\n"
        "import pytest\n"
        "sys.exit(pytest.main(['--collect-only', '-q', 'tests']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout
    assert "tests/unit/test_settings.py::" in done.stdout
    assert "tests/rendering" not in done.stdout
    assert "tests/whole" not in done.stdout
