"""CI and the papers at the root say what is true."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

PAPERS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "tests/README.md", ".ci/run")

# Written in two parts, so that this file does not hold what it forbids.
FORBIDDEN = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "deb." + "debian.org",
    "/" + "work/",
    "/" + "root/",
    "/" + "home/",
    "C:" + "\\Users",
)


def test_ci_ends_with_the_test_command_of_the_readme(root: Path):
    readme = (root / "README.md").read_text(encoding="utf-8")
    script = (root / ".ci" / "run").read_text(encoding="utf-8")
    assert "\n    python3 make.py test\n" in readme
    assert '"$python" make.py test <' in script
    after = script.split('"$python" make.py test <')[1]
    assert "echo" not in after  # the summary of pytest closes the output
    assert "printf" not in after


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash est absent")
def test_the_script_of_ci_is_bash(root: Path):
    subprocess.run(["bash", "-n", ".ci/run"], cwd=root, check=True)


def test_the_workflow_asks_little_and_one_job_stands_for_all(root: Path):
    text = (root / ".github/workflows/check.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {}
    assert {str(job.get("permissions", {})) for job in jobs.values()} <= {
        "{}",
        "{'contents': 'read'}",
    }
    assert all(job["timeout-minutes"] <= 30 for job in jobs.values())
    assert set(jobs["check"]["needs"]) == set(jobs) - {"check"}
    assert jobs["check"]["if"] == "always()"
    systems = jobs["edition"]["strategy"]["matrix"]["system"]
    assert systems == ["ubuntu-latest", "macos-latest", "windows-latest"]
    assert "bash .ci/run" in text
    assert "secrets." not in text


@pytest.mark.parametrize("name", PAPERS)
def test_the_papers_name_only_commands_that_exist(root: Path, name: str):
    text = (root / name).read_text(encoding="utf-8")
    source = (root / "make.py").read_text(encoding="utf-8")
    verbs = {*re.findall(r"(?m)^  (\w+)  +\S", source), "pdf", "epub"}
    assert {"html", "test", "serve", "check", "edition", "clean"} <= verbs
    assert set(re.findall(r"make\.py ([a-z]+)", text)) <= verbs


@pytest.mark.parametrize(
    "name", ["README.md", "CONTRIBUTING.md", "_ext/README.md", "LICENSES/README.md"]
)
def test_the_papers_lead_to_files_that_exist(root: Path, name: str):
    text = (root / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in target:
            assert ((root / name).parent / target).exists(), target


def test_no_file_names_a_machine_or_a_registry(root: Path):
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
    )
    if listed.returncode:
        pytest.skip("pas de dépôt git ici : la liste des fichiers manque")
    for name in filter(None, listed.stdout.split("\0")):
        path = root / name
        if not path.is_file() or path.suffix in {".woff2", ".png", ".pdf"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found = [word for word in FORBIDDEN if word in text]
        assert not found, f"{name} : {found}"
