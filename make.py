#!/usr/bin/env python3
"""The one door: makes ``.venv`` from the locks, then builds, tests or checks.

It needs nothing but Python; what it says is French and ends with a next step. Python
3.6 must read it, to be told that it is too old: newer calls only inside functions.
"""

import difflib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 14)  # tried: these and what lies between
TRIED = "Python %d.%d à %d.%d" % (OLDEST + NEWEST)
ME = "py make.py" if os.name == "nt" else "python3 make.py"

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
BUILD, TEST = "requirements.txt", "requirements-test.txt"  # TEST holds all of BUILD
ALL = ["tests/bench"], ["--ignore=tests/bench", "-nlogical", "--dist=worksteal"]
MADE = "_build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis"
TEXT = {"encoding": "utf-8", "errors": "replace"}
PIPED = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, **TEXT}

CRASH, USAGE, FAULTS, NOT_READY, INTERRUPTED = 1, 2, 3, 4, 130
OF_PYTEST = {0: 0, 1: FAULTS, 2: INTERRUPTED, 4: USAGE, 5: FAULTS}

HELP = """\
Usage : {0} COMMANDE [options]

  html      construit l'édition dans _build/html (options : celles de Sphinx)
  test      lance tous les essais (options : celles de pytest)
  serve     aperçu dans le navigateur, refait à chaque modification
  check     vérifie les données et le texte
  edition   passe la main à la commande « edition » ({0} edition --help)
  clean     efface ce qui a été construit ; avec --tout, .venv aussi

« pdf » et « epub » viendront avec une prochaine version de l'édition."""

FULL = "Le disque est plein. Conseil : libérez environ 1 Go, puis relancez."
BARRED = "Écriture refusée. Conseil : voyez les droits, fermez ce qui utilise .venv."
ALTERED = (
    "Un paquet reçu n'est pas le bon. Conseil : relancez, sinon lisez SECURITY.md."
)
OFFLINE = "Le dépôt de paquets est injoignable. Conseil : vérifiez le réseau, relancez."
MISSING = (
    "Un paquet est introuvable pour ce Python. Conseil : prenez %s, 64 bits." % TRIED
)
DIAGNOSES = (  # what the system, venv and pip say, the most telling first
    (r"No space left|Errno 28|WinError 112|not enough space", FULL),
    (r"Permission denied|Read-only|Access is denied|WinError (5|32)\b", BARRED),
    (r"DO NOT MATCH THE HASHES", ALTERED),
    (r"Retrying|name resolution|Connection|Timeout|Proxy|SSL", OFFLINE),
    (r"No matching distribution", MISSING),
)


class NotReadyError(Exception):
    """The machine lacks something; the text says what, and the next step."""


def say(text):
    """Tell on stderr, which escapes the signs that a console lacks, and never fails."""
    print(text, file=sys.stderr, flush=True)


def check_python(version):
    """Stop for a Python that is too old; say so and go on for one never tried."""
    name = "Python %d.%d.%d" % tuple(version[:3])
    if version[:2] < OLDEST:
        said = "%s est trop ancien ; attendu : %s. Conseil : installez-en un."
        raise NotReadyError(said % (name, TRIED))
    if version[:2] > NEWEST:
        say("%s n'a pas été essayé (%s l'ont été) ; on continue." % (name, TRIED))


def diagnose(output):
    """Return the sentence for what the system or a failed installer said."""
    for pattern, sentence in DIAGNOSES:
        if re.search(pattern, output):
            return sentence
    if shutil.disk_usage(ROOT).free < 50 * 2**20:
        return FULL
    last = (output.strip() or "aucun message").splitlines()[-1].strip()
    return "Échec : %s. Conseil : %s clean --tout, puis relancez." % (last, ME)


def environment(**more):
    """Return the variables of what we start: our packages, UTF-8, French messages."""
    foreign = ("PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "LC_ALL")
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    kept["EDITION_CALLED_AS"] = ME + " edition"
    kept.update(PYTHONPATH=str(ROOT / "_ext"), PYTHONUTF8="1", PIP_USER="0", **more)
    return dict(kept, LANGUAGE="fr", LC_MESSAGES="C")  # « C » lets LANGUAGE speak


def label(lock):
    """Return what ties ``.venv`` to a lock: this Python, this folder, its checksum."""
    checksum = sha256((ROOT / lock).read_bytes()).hexdigest()
    return "\n".join([sys.version, str(ROOT), checksum])


def holds(lock):
    """Tell whether ``.venv`` holds a lock: not if unfinished, moved or outdated."""
    stamp = VENV / (lock + ".stamp")  # written last
    found = stamp.read_text("utf-8", "replace") if stamp.exists() else ""
    return PYTHON.exists() and found == label(lock)


def make_venv():
    """Make an empty ``.venv`` in the place of any other."""
    if importlib.util.find_spec("ensurepip") is None:
        said = "Ce Python est livré sans ensurepip. Conseil : sudo apt install %s"
        raise NotReadyError(said % "python%d.%d-venv" % sys.version_info[:2])
    if VENV.exists():
        shutil.rmtree(VENV)
    base = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run([base, "-m", "venv", str(VENV)], env=environment(), **PIPED)
    if made.returncode:
        raise NotReadyError(diagnose(made.stdout))


def install(lock):
    """Install a lock with pip, saying how far it is."""
    total = len(re.findall(r"(?m)^[\w.-]+==", (ROOT / lock).read_text("utf-8")))
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-deps"]
    command += ["--disable-pip-version-check", "--progress-bar=off", "-r", lock]
    output, seen = "", 0
    with subprocess.Popen(command, cwd=ROOT, env=environment(), **PIPED) as pip:
        for line in pip.stdout:
            output += line
            if line.startswith(("Collecting", "Processing", "Requirement")):
                seen += 1
                if seen % 10 == 0:
                    say("      %d paquets sur %d" % (seen, total))
            if line.startswith("Installing"):
                say("      tous reçus ; mise en place")
    if pip.returncode:
        (VENV / "installation.log").write_text(output, "utf-8")
        raise NotReadyError(diagnose(output))


def prepare(lock, work=""):
    """Make ``.venv`` hold a lock, unless it does; then name the work that follows."""
    steps = [] if holds(BUILD) else [("Environnement Python dans .venv", make_venv)]
    if steps or not holds(lock):
        steps.append(("Paquets de " + lock, lambda: install(lock)))
    count = len(steps) + bool(work)
    for number, (title, act) in enumerate(steps, 1):
        say("[%d/%d] %s" % (number, count, title))
        for stamp in VENV.glob("*.stamp"):
            stamp.unlink()
        act()
    for name in {BUILD, lock} if steps else ():
        (VENV / (name + ".stamp")).write_text(label(name), "utf-8")
    if work:
        say("[%d/%d] %s" % (count, count, work))


def run(module, *arguments, **more):
    """Run a module of ``.venv`` at the root and return its status."""
    command = [str(PYTHON), "-m", module, *arguments]
    return subprocess.call(command, cwd=ROOT, env=environment(**more))


def html(*options):
    """Build the edition and say where it lies and how long it took."""
    start = time.monotonic()
    prepare(BUILD, "Construction des pages dans _build/html")
    command = ["-nW", "--keep-going", "-b", "html", "-d", "_build/doctrees"]
    status = run("sphinx", *command, ".", "_build/html", *options)
    minutes, seconds = divmod(round(time.monotonic() - start), 60)
    took = "%d min %d s" % (minutes, seconds) if minutes else "%d s" % seconds
    if status == 0:
        print("Édition construite en %s. Pour la lire, ouvrez :" % took)
        print((ROOT / "_build/html/index.html").as_uri())
        return 0
    say("Arrêt après %s. Conseil : corrigez ce qui est dit plus haut." % took)
    return FAULTS if status > 0 else CRASH


def test(*options):
    """Run what is asked for; or speed alone, then the rest on all processors."""
    prepare(TEST, "Essais")
    ended = [run("pytest", *words) for words in ([options] if options else ALL)]
    return max(OF_PYTEST.get(status, CRASH) for status in ended)


def serve(*options):
    """Show the edition in the browser and build it again at each change."""
    prepare(BUILD, "Aperçu, refait à chaque modification (Ctrl-C pour arrêter)")
    # A folder of its own: these pages have no content policy, their reloader is inline.
    aside = r"/(\.venv|\.git|tests|_build|__pycache__|\.\w+_cache)/"
    command = [".", "_build/serve", "-n", "-Dedition_content_policy=0"]
    return run("sphinx_autobuild", *command, "--re-ignore", aside, *options)


def edition(*options):
    """Pass on to the ``edition`` command."""
    prepare(BUILD)
    return run("edition", *options)


def clean(*options):
    """Remove what was built, and with ``--tout`` what was installed."""
    names = MADE.split() + ([".venv"] if "--tout" in options else [])
    for folder in filter(Path.exists, map(ROOT.joinpath, names)):
        shutil.rmtree(folder)
    say("Effacé : %s." % ", ".join(names))
    return 0


def main(arguments):
    """Carry out a command; return its exit status."""
    verbs = {verb.__name__: verb for verb in (html, test, serve, edition, clean)}
    verbs["check"] = lambda *options: edition("check", *options)
    verb = arguments[0] if arguments else ""
    try:
        check_python(sys.version_info)
        sys.stdout.reconfigure(errors="replace")  # a console may lack our signs
        if verb in verbs:
            return verbs[verb](*arguments[1:])
    except (NotReadyError, OSError) as problem:
        say(problem if isinstance(problem, NotReadyError) else diagnose(str(problem)))
        return NOT_READY
    except KeyboardInterrupt:
        say("\nInterrompu. Conseil : relancez la même commande pour reprendre.")
        return INTERRUPTED
    if verb in ("", "-h", "--help"):
        print(HELP.format(ME))
        return 0 if verb else USAGE
    said = "« %s » viendra avec une prochaine version de l'édition." % verb
    if verb not in ("pdf", "epub"):
        near = (difflib.get_close_matches(verb, verbs, 1) or ["--help"])[0]
        said = "Commande « %s » inconnue ; attendu : %s. Conseil : %s %s"
        said %= (verb, ", ".join(verbs), ME, near)
    say(said)
    return USAGE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
