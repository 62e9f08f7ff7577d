"""The edition as plain Python: text, data and what can be wrong with them.

Nothing here knows Sphinx; ``edition_sphinx`` shows what this package reads.
"""
