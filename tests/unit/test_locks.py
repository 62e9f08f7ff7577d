"""The two locks: whole, hashed, the second holding the first, no host named."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from support.imports import third_parties

PIN = re.compile(r"(?m)^([\w.-]+)==(\S+)((?: ;[^\\\n]*)?)((?: \\\n    --hash=\S+)+)")


@pytest.fixture
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def pins(root: Path, name: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Return version and checksums by package."""
    text = (root / name).read_text(encoding="utf-8")
    found = {
        package: (version, frozenset(hashes.split()))
        for package, version, _, hashes in PIN.findall(text)
    }
    assert len(found) == len(re.findall(r"(?m)^[\w.-]+==", text)), "un paquet sans hash"
    return found


def plain(requirement: str) -> str:
    """Return the name of a requirement as a lock writes it."""
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found.group()).lower()


def test_what_tests_holds_all_that_builds(root: Path):
    build, test = pins(root, "requirements.txt"), pins(root, "requirements-test.txt")
    assert build.items() <= test.items()
    assert len(build) < len(test)


def test_every_package_we_name_is_locked(root: Path, project: dict):
    build, test = pins(root, "requirements.txt"), pins(root, "requirements-test.txt")
    assert {plain(name) for name in project["project"]["dependencies"]} <= set(build)
    wanted = project["project"]["optional-dependencies"]["test"]
    assert {plain(name) for name in wanted} <= set(test)


@pytest.mark.parametrize(
    ("folder", "name"),
    [("_ext", "requirements.txt"), ("tests", "requirements-test.txt")],
)
def test_every_package_we_import_is_locked(root: Path, folder: str, name: str):
    locked = set(pins(root, name))
    ours = {"edition", "edition_sphinx", "edition_builders", "support", "conftest"}
    makers = packages_distributions()
    for package in third_parties(root / folder) - ours:
        made_by = {plain(maker) for maker in makers.get(package, [package])}
        assert made_by & locked, package


def test_sphinx_is_the_same_for_every_python(root: Path, project: dict):
    assert pins(root, "requirements.txt")["sphinx"][0] == "9.0.4"
    assert "sphinx==9.0.4" in project["project"]["dependencies"]


def test_the_stubs_describe_the_docutils_in_use(root: Path):
    locked = pins(root, "requirements-test.txt")
    stubs, docutils = locked["types-docutils"][0], locked["docutils"][0]
    assert stubs.split(".")[:2] == docutils.split(".")[:2]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_no_host_and_no_code_run_at_installation(root: Path, name: str):
    text = (root / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--only-binary :all:" in text
