"""Who publishes the edition, where, and how to reach them: ``data/edition.toml``.

A setting that is empty is *not fixed*: the edition says so and never guesses. Where
the settings are shown is left to the templates.
"""

from __future__ import annotations

from edition.settings.model import UNSET, Setting, Settings
from edition.settings.read import load_settings
from edition.settings.values import DOI_FORM, is_address, is_doi

__all__ = [
    "DOI_FORM",
    "UNSET",
    "Setting",
    "Settings",
    "is_address",
    "is_doi",
    "load_settings",
]
