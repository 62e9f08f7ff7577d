"""Names the edition and lists its extensions; all else is read from the project."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / "_ext"))

from edition.citation.metadata import CitationMetadata, load_citation  # noqa: E402
from edition.issues import IssueError  # noqa: E402
from edition.paths import EditionPaths  # noqa: E402
from edition.text import dialect  # noqa: E402

try:
    citation = load_citation(EditionPaths(ROOT))
except IssueError:
    # Said by ``edition_sphinx.guard``, which ends the build: around an error raised here
    # Sphinx would put words of its own, in English.
    citation = CitationMetadata("", (), "", "")

project = citation.title
author = citation.author
copyright = f"{citation.author}, {citation.licence}"
version = release = citation.version
language = "fr"

extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinxcontrib.bibtex",
    "edition_sphinx",
]

# conf.py stands at the root: say what belongs to the book, not what does not.
include_patterns = ["index.md", "chapters/**"]

myst_enable_extensions = list(dialect.MYST_ENABLE_EXTENSIONS)
myst_disable_syntax = list(dialect.MYST_DISABLE_SYNTAX)
myst_heading_anchors = 0
# « [texte](#sec-x) » leads to a label, never into another domain.
myst_ref_domains = ["std"]
sd_card_legacy_separators = False
smartquotes = False
numfig = True
numfig_format = {"table": "tableau %s", "figure": "figure %s", "section": "%s"}
numfig_secnum_depth = 0
nitpicky = True
# Our messages carry their code themselves, before the lines they show.
show_warning_types = False

bibtex_bibfiles = ["data/references.bib"]
bibtex_default_style = bibtex_reference_style = "edition-fr"
# Ids of references come from our keys, never from their order.
bibtex_cite_id = "ref-{key}"
bibtex_tooltips = False

html_theme = "edition"
html_title = "Autour de « Des tweets et des likes en bibliothèque »"
html_use_index = False
html_copy_source = False
html_show_sphinx = False
