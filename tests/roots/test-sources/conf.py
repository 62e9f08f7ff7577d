extensions = ["myst_parser", "sphinxcontrib.bibtex"]
language = "fr"
smartquotes = False
html_theme = "basic"
bibtex_bibfiles = ["data/references.bib"]
bibtex_default_style = "edition-fr"
bibtex_reference_style = "edition-fr"
bibtex_cite_id = "ref-{key}"
bibtex_bibliography_id = "references"
bibtex_tooltips = False


def setup(app):
    from edition_sphinx import sources

    sources.setup(app)
