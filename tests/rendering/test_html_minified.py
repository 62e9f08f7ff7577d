"""Sheets and scripts as they are shipped: leaner, and the same to a browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pygments.lexers.css import CssLexer
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment, Whitespace

from edition_sphinx.html.minified import MINIFIERS, minified_css, minified_js

STATIC = Path(__file__).parents[2] / "_ext/edition_sphinx/html/theme/edition/static"
SOURCES = sorted(path for path in STATIC.rglob("*") if path.suffix in MINIFIERS)
LEXERS = {".css": CssLexer, ".js": JavascriptLexer}


@pytest.mark.parametrize(
    ("sheet", "lean"),
    [
        ("/* a note */\np { color: red; }\n", "p{color:red}"),
        ("a :hover, a:hover { top: 0 }", "a :hover,a:hover{top:0}"),
        ("p { width: calc(1px + 2 * var(--x)) !important; }",
         "p{width:calc(1px + 2 * var(--x))!important}"),
        ('p::after { content: " ; /* said */ { "; }', 'p::after{content:" ; /* said */ { "}'),
        ("a/* x */b { top: 0 }", "a b{top:0}"),
        ("@media (min-width: 48rem) {\n  ul > * { top: 0; }\n}",
         "@media (min-width:48rem){ul>*{top:0}}"),
        ("tr + tr > .a *, p { top: 0 }", "tr + tr>.a *,p{top:0}"),
    ],
)  # fmt: skip
def test_a_sheet_loses_comments_and_needless_space_alone(sheet: str, lean: str):
    assert minified_css(sheet) == lean + "\n"


@pytest.mark.parametrize(
    ("script", "lean"),
    [
        ("// a note\nconst a = 1;\n", "const a=1;"),
        ("/** @type {X} */\nlet a = /* why */ b + +c;", "let a=b+ +c;"),
        ("a = b\n(c)", "a=b\n(c)"),
        ("if (a) {\n  b();\n}\nelse c();", "if(a){b();}\nelse c();"),
        ("return a / b / /c /g.test(d);", "return a/b/ /c /g.test(d);"),
        ("x = `a  ${ b } // c`;", "x=`a  ${b} // c`;"),
        ("x = 'it\\'s // not a note';", "x='it\\'s // not a note';"),
        ("y = /[/*] \\/ x/u;", "y=/[/*] \\/ x/u;"),
        ("a\n  .b()\n  .c();", "a.b().c();"),
        ("i++\nj", "i++\nj"),
        ("z = 1 .x", "z=1 .x"),
    ],
)
def test_a_script_keeps_whatever_could_change_its_meaning(script: str, lean: str):
    assert minified_js(script) == lean + "\n"


def words(source: str, suffix: str) -> list[str]:
    """Return what a browser reads of a file, sign by sign."""
    tokens = LEXERS[suffix](stripnl=False, ensurenl=False).get_tokens(source)
    said = [
        word.strip()
        for kind, word in tokens
        if kind
        not in (Comment, Comment.Single, Comment.Multiline, *Whitespace.subtypes)
    ]
    return [word for word in said if word]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_browser_reads_the_same_words(path: Path):
    source = path.read_text(encoding="utf-8")
    lean = MINIFIERS[path.suffix](source)
    assert len(lean) < len(source)
    last = (lambda text: text.replace(";}", "}")) if path.suffix == ".css" else str
    assert last("".join(words(lean, path.suffix))) == last(
        "".join(words(source, path.suffix))
    )
    assert MINIFIERS[path.suffix](lean) == lean


@pytest.mark.node
@pytest.mark.parametrize(
    "path",
    [path for path in SOURCES if path.suffix == ".js"],
    ids=lambda path: path.name,
)
def test_a_lean_script_is_a_script(path: Path, tmp_path: Path):
    lean = tmp_path / path.name
    lean.write_text(minified_js(path.read_text(encoding="utf-8")), encoding="utf-8")
    node = shutil.which("node")
    assert node
    subprocess.run([node, "--check", str(lean)], check=True, capture_output=True)


@pytest.mark.chromium
def test_a_lean_sheet_has_the_same_rules(page):
    """As Chromium itself understands both."""
    rules = """text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);
      return [...sheet.cssRules].map(rule => rule.cssText.replaceAll(/, +/g, ",")); }"""
    for path in SOURCES:
        if path.suffix == ".css":
            source = path.read_text(encoding="utf-8")
            found = page.evaluate(rules, minified_css(source))
            assert found == page.evaluate(rules, source), path.name
            assert found, path.name


def test_pages_load_the_lean_files_and_the_theme_keeps_its_words(app_site: Path):
    for path in SOURCES:
        name = path.relative_to(STATIC).as_posix()
        published = (app_site / "_static" / name).read_text(encoding="utf-8")
        assert published == MINIFIERS[path.suffix](path.read_text(encoding="utf-8"))
        assert re.search(r"/\*|//", path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def app_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition, built twice: the second time nothing is left to do."""
    from sphinx.testing.util import SphinxTestApp

    root = Path(__file__).parents[1] / "roots" / "test-html"
    folder = tmp_path_factory.mktemp("essai")
    for _ in range(2):
        app = SphinxTestApp("html", srcdir=root, builddir=folder)
        app.build()
        out = Path(app.outdir)
        app.cleanup()
    return out
