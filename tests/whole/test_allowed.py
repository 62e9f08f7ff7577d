"""The allow-list and the directives of the real book say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils.parsers.rst import directives, roles
from docutils.parsers.rst.languages import get_language
from docutils.utils import new_document
from sphinx.util.docutils import sphinx_domains

from edition.allowed import DirectiveRule, Kind, load_allowed
from support.real_book import real_book

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docutils.parsers.rst import Directive
    from sphinx.application import Sphinx

RULES = load_allowed().directives
ROLES = load_allowed().roles


@pytest.fixture(scope="module")
def app(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sphinx]:
    """The real book, not read."""
    with real_book(root, tmp_path_factory.mktemp("livre"), "dummy") as app:
        yield app


def directive_class(name: str, app: Sphinx) -> type[Directive]:
    document = new_document("essai")
    with sphinx_domains(app.env):
        found, _ = directives.directive(name, get_language("en"), document)
    assert found is not None, f"{name} : personne ne l'a écrite"
    return found


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_directive_takes_what_the_list_says(rule: DirectiveRule, app: Sphinx) -> None:
    found = directive_class(rule.name, app)
    assert set(rule.options or ()) <= set(found.option_spec or ())
    takes = found.required_arguments + found.optional_arguments
    assert bool(takes) or rule.argument is Kind.NONE
    assert not found.required_arguments or not rule.argument_optional
    assert found.has_content or rule.body is Kind.NONE
    if rule.name.startswith("data-"):
        # Of our own directives, nothing is out of reach.
        assert set(found.option_spec or ()) == set(rule.options or ())


@pytest.mark.parametrize("name", ROLES)
def test_a_role_of_the_list_exists(name: str, app: Sphinx) -> None:
    reporter = new_document("essai").reporter
    with sphinx_domains(app.env):
        found, _ = roles.role(name, get_language("en"), 0, reporter)
    assert found is not None, f"{name} : personne ne l'a écrit"
