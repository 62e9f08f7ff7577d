extensions = ["myst_parser"]
project = "Livre d’essai"
author = "La rédaction"
release = "1.0"
language = "fr"
include_patterns = ["index.md", "chapters/**"]
numfig = True
numfig_format = {"table": "Tableau %s", "figure": "Figure %s"}
numfig_secnum_depth = 0
smartquotes = False
nitpicky = True
html_theme = "basic"
html_copy_source = False


def setup(app):
    # Not as extensions: the house says that it may be read in parallel, not its rooms.
    from edition_sphinx import anchors, config, tables, typography

    for room in (config, anchors, typography, tables):
        room.setup(app)
