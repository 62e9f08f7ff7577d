extensions = ["myst_parser"]
language = "fr"
smartquotes = False
numfig = True
html_theme = "basic"
nitpicky = True
edition_check_data = False


def setup(app):
    from edition_sphinx import config, glossary, tables

    config.setup(app)
    tables.setup(app)
    glossary.setup(app)
