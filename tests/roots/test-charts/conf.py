extensions = ["myst_parser"]
language = "fr"
smartquotes = False
numfig = True
numfig_format = {"table": "Tableau %s", "figure": "Figure %s"}
numfig_secnum_depth = 0
html_theme = "basic"
edition_check_data = False


def setup(app):
    from edition_sphinx import charts, config, tables

    config.setup(app)
    tables.setup(app)
    charts.setup(app)
