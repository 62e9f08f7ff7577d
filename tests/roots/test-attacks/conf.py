"""A book that is attacked: each file of ``attacks/`` becomes a chapter of it."""

from __future__ import annotations

from edition.text import dialect

extensions = ["myst_parser", "sphinx_design", "edition_sphinx.guard"]
include_patterns = ["index.md", "chapters/**"]
myst_enable_extensions = list(dialect.MYST_ENABLE_EXTENSIONS)
myst_disable_syntax = list(dialect.MYST_DISABLE_SYNTAX)
language = "fr"
smartquotes = False
project = "Essai"
html_copy_source = False
