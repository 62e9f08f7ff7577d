"""Every setting of the extension, once: declared, validated, read through one door."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

from edition.paths import EditionPaths

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

__all__ = ["EditionConfig", "get_config", "get_paths"]

PREFIX = "edition_"


def _setting(default: Any, rebuild: str, text: str) -> Any:
    return field(default=default, metadata={"rebuild": rebuild, "help": text})


@dataclass(frozen=True, slots=True)
class EditionConfig:
    """The settings of ``conf.py`` that begin with ``edition_``, without the prefix."""

    content_policy: bool = _setting(
        True,
        "html",
        "Write the Content-Security-Policy in each page (``serve`` leaves it out).",
    )
    check_data: bool = _setting(
        True, "env", "Check the whole of ``data/`` before reading the first page."
    )
    check_text: bool = _setting(
        True, "env", "Check the text as a whole before reading a page."
    )
    excerpt_rows: int = _setting(
        2000,
        "env",
        "Most rows of a view in a chapter; the page of a table has them all.",
    )


def setup(app: Sphinx) -> None:
    """Declare the settings and validate them once they are known."""
    for option in fields(EditionConfig):
        app.add_config_value(
            PREFIX + option.name,
            option.default,
            option.metadata["rebuild"],
            types=(type(option.default),),
            description=option.metadata["help"],
        )
    app.connect("config-inited", validate)


def validate(app: Sphinx, config: Config) -> None:
    """Refuse a setting that no build can use (event ``config-inited``)."""
    if config.edition_excerpt_rows < 1:
        found = config.edition_excerpt_rows
        msg = f"edition_excerpt_rows : {found} ; attendu : un entier positif."
        raise ConfigError(msg)


def get_config(source: Sphinx | BuildEnvironment) -> EditionConfig:
    """Return the settings; the one door to them."""
    config = source.config
    return EditionConfig(
        **{
            option.name: getattr(config, PREFIX + option.name)
            for option in fields(EditionConfig)
        }
    )


def get_paths(source: Sphinx | BuildEnvironment) -> EditionPaths:
    """Return the paths of the edition that is being built."""
    return EditionPaths(Path(source.srcdir))
