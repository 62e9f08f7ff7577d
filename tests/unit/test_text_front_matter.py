from __future__ import annotations

import pytest

from edition.text.front_matter import FrontMatter, FrontMatterError, read_front_matter


def test_a_page_without_front_matter_has_no_keys() -> None:
    assert read_front_matter("# Titre\n") == []


def test_keys_have_their_values_and_lines() -> None:
    text = "---\ndescription: Un texte\n\nkeywords: [a, b]\n---\n# T\n"
    assert read_front_matter(text) == [
        FrontMatter("description", ("Un texte",), 2),
        FrontMatter("keywords", ("a", "b"), 4),
    ]


def test_what_is_nested_is_said_and_not_read() -> None:
    text = "---\nmyst:\n  enable_extensions: [substitution]\nlang: fr\n---\n"
    assert read_front_matter(text) == [
        FrontMatter("myst", (), 2, nested=True),
        FrontMatter("lang", ("fr",), 4),
    ]


def test_an_empty_front_matter_is_empty() -> None:
    assert read_front_matter("---\n---\n# T\n") == []


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("---\na: &x 1\nb: 2\n---\n", "renvoi YAML", 2),
        ("---\na: 1\nb: *x\n---\n", "YAML illisible|renvoi YAML", 3),
        ("---\na: !!python/object:os.system ls\n---\n", "type YAML", 2),
        ("---\na: 1\nb: 2\na: 3\n---\n", "clé « a » donnée deux fois", 4),
        ("---\n- a\n- b\n---\n", "pas une suite de clés", 2),
        ("---\n? [a]\n: 1\n---\n", "clé qui n'est pas un mot", 2),
        ("---\na: [1\n---\n", "YAML illisible", 2),
        ("---\na: 1\n", "sans ligne de fin", 1),
        ("----\na: 1\n----\n", "ouvert par", 1),
        ("---\na: 1\n...\n", "fermé par", 3),
        ("---\na: 1\n--- # fin\nmyst: {}\n---\n", "fermé par", 3),
    ],
)
def test_what_yaml_can_do_beyond_keys_is_refused(
    text: str, message: str, line: int
) -> None:
    with pytest.raises(FrontMatterError, match=message) as error:
        read_front_matter(text)
    assert error.value.line == line


def test_a_bomb_of_references_is_not_opened() -> None:
    levels = "".join(f"l{n}: [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 9))
    with pytest.raises(FrontMatterError, match="renvoi YAML"):
        read_front_matter(f"---\nl0: &l0 x\n{levels}---\n")


def test_endless_nesting_is_refused_before_it_takes_time() -> None:
    text = "---\na: " + "[\n" * 100_000 + "---\n"
    with pytest.raises(FrontMatterError, match="emboîtées sans fin"):
        read_front_matter(text)
