"""A small edition with the whole apparatus: the house as it is, few rows of each table."""

from __future__ import annotations

from edition.text import dialect

extensions = ["myst_parser", "sphinx_design", "sphinxcontrib.bibtex", "edition_sphinx"]
include_patterns = ["index.md", "chapters/**"]
myst_enable_extensions = list(dialect.MYST_ENABLE_EXTENSIONS)
myst_disable_syntax = list(dialect.MYST_DISABLE_SYNTAX)
myst_heading_anchors = 0
language = "fr"
smartquotes = False
numfig = True
numfig_format = {"table": "Tableau %s", "figure": "Figure %s", "section": "%s"}
numfig_secnum_depth = 0
nitpicky = True
project = html_title = "Petits constats"
author = "Les essayeurs"
version = release = "1.0"
bibtex_bibfiles = ["data/references.bib"]
bibtex_default_style = bibtex_reference_style = "edition-fr"
bibtex_cite_id = "ref-{key}"
bibtex_tooltips = False
html_theme = "edition"
html_use_index = False
html_copy_source = False
html_show_sphinx = False
