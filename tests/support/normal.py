"""Normal forms: what is compared must not depend on a machine, a folder or a day."""

from __future__ import annotations

import re
from pathlib import Path


def normal_text(text: str, *folders: Path) -> str:
    """Return text without the paths of folders, carriage returns and spaces at ends.

    :param folders: each is written ``‹0›``, ``‹1›``… in the result.
    """
    text = text.replace("\r\n", "\n")
    for number, folder in enumerate(folders):
        for form in {str(folder), folder.as_posix(), folder.as_uri()}:
            text = text.replace(form, f"‹{number}›")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n") + "\n"


def normal_html(html: str, *folders: Path) -> str:
    """Return HTML without the checksums that Sphinx adds to addresses of files."""
    return normal_text(re.sub(r"\?v=[0-9a-f]{8}\b", "", html), *folders)


def normal_doctree(xml: str, *folders: Path) -> str:
    """Return a doctree's XML without the paths that docutils notes in it."""
    xml = re.sub(r' (?:source|docname|translation_progress)="[^"]*"', "", xml)
    return normal_text(xml, *folders)
