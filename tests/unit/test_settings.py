"""``edition.settings``: what is not fixed is said, what is wrong is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.issues import IssueError
from edition.paths import EditionPaths
from edition.settings import UNSET, Settings, load_settings


@pytest.fixture
def written(tmp_path: Path):
    """Return a function that writes ``data/edition.toml`` and reads it."""

    def write(text: str | bytes) -> Settings:
        (tmp_path / "data").mkdir(exist_ok=True)
        content = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "data" / "edition.toml").write_bytes(content)
        return load_settings(EditionPaths(tmp_path))

    return write


def messages(error: pytest.ExceptionInfo[IssueError]) -> list[str]:
    return [str(issue) for issue in error.value.issues]


def test_the_file_of_the_edition_names_every_setting_and_fixes_none(root: Path):
    text = (root / "data" / "edition.toml").read_text(encoding="utf-8")
    for setting in load_settings(EditionPaths(root)):
        assert f'\n{setting.name} = "' in text


def test_without_a_file_nothing_is_fixed(tmp_path: Path):
    settings = load_settings(EditionPaths(tmp_path))
    assert settings == Settings()
    assert {setting.text for setting in settings} == {UNSET}
    assert {setting.href for setting in settings} == {None}


def test_an_empty_value_is_not_fixed(written):
    assert written('publisher = ""\ncontact = "  "\n') == Settings()


def test_values_are_shown_as_given_and_lead_where_they_say(written):
    settings = written(
        'publisher = "Association des Éditions"\n'
        'hosting = "Hôte, 1 rue du Port, Brest, 02 00 00 00 00"\n'
        'public_address = "https://edition.example/livre/"\n'
        'doi = "10.1234/abcd.5"\n'
        'contact = "nous@edition.example"\n'
        'removal_address = "https://edition.example/retrait"\n'
    )
    assert settings.shown("publisher") == "Association des Éditions"
    assert settings.shown("forge") == UNSET
    assert {setting.name: setting.href for setting in settings} == {
        "publisher": None,
        "publication_director": None,
        "hosting": None,
        "public_address": "https://edition.example/livre/",
        "doi": "https://doi.org/10.1234/abcd.5",
        "forge": None,
        "contact": "mailto:nous@edition.example",
        "removal_address": "https://edition.example/retrait",
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('public_address = "edition.example"', "une adresse http(s) complète"),
        ('public_address = "javascript:alert(1)"', "une adresse http(s) complète"),
        ('public_address = "https://"', "une adresse http(s) complète"),
        ('public_address = "https://[::1"', "une adresse http(s) complète"),
        ('forge = "https://moi:secret@forge.example"', "une adresse http(s) complète"),
        ('forge = "https://forge.example/a b"', "une adresse http(s) complète"),
        ('doi = "https://doi.org/10.1234/abcd"', "un DOI seul"),
        ('contact = "écrivez-nous"', "une adresse électronique ou"),
        ('removal_address = "a@b"', "une adresse électronique ou"),
        ('publisher = "Une\\nDeux"', "un texte d'une ligne"),
        ("publisher = 12", "un texte d'une ligne"),
        ("publisher = true", "un texte d'une ligne"),
    ],
)
def test_a_wrong_value_is_refused_with_its_line(written, line: str, said: str):
    with pytest.raises(IssueError) as error:
        written(f"# réglages\n\n{line}\n")
    (message,) = messages(error)
    assert message.startswith("data/edition.toml:3: réglage « ")
    assert f"refusée ; attendu : {said}" in message
    assert message.endswith("[edition.setting-value]")


def test_an_unknown_name_gets_the_nearest_one(written):
    with pytest.raises(IssueError) as error:
        written('publischer = "Nous"\n')
    (message,) = messages(error)
    assert message == (
        "data/edition.toml:1: réglage « publischer » inconnu ; attendu : publisher, "
        "publication_director, hosting, public_address, doi, forge, contact et 2 autres."
        " Conseil : vouliez-vous « publisher » ? [edition.setting-unknown]"
    )


def test_all_faults_are_told_at_once(written):
    with pytest.raises(IssueError) as error:
        written('adresse = "x"\ndoi = "x"\n[contact]\nmail = "a@b.fr"\n')
    assert [message.split(": ")[0] for message in messages(error)] == [
        "data/edition.toml:1",
        "data/edition.toml:2",
        "data/edition.toml:3",
    ]


@pytest.mark.parametrize(
    "content", [b"publisher = Nous\n", 'publisher = "Éditeur"'.encode("latin-1")]
)
def test_an_unreadable_file_is_told_without_a_traceback(written, content: bytes):
    with pytest.raises(IssueError) as error:
        written(content)
    (message,) = messages(error)
    assert "ce fichier n'est pas du TOML en UTF-8" in message
    assert message.endswith("[edition.setting-file]")


def test_a_letter_of_another_encoding_is_told_at_its_line(written):
    with pytest.raises(IssueError) as error:
        written(b'doi = ""\n# \xe9diteur\n')
    (told,) = messages(error)
    assert told.startswith("data/edition.toml:2: ")
    assert "Conseil : enregistrez le fichier en UTF-8." in told


# -- the DOI of a chapter --------------------------------------------------------------

ADDRESS = 'public_address = "https://edition.example/"\n'


@pytest.fixture
def chapters(tmp_path: Path, written):
    """Return a function that reads settings beside two chapters."""
    (tmp_path / "chapters").mkdir()
    for name in ("index", "chapters/terrain", "chapters/terrain-2016"):
        (tmp_path / f"{name}.md").write_text("# Page\n", encoding="utf-8")
    return written


def test_a_chapter_may_have_a_doi_of_its_own(chapters):
    settings = chapters(
        f'{ADDRESS}doi = "10.1234/tout"\n[chapter_doi]\n'
        '"chapters/terrain-2016" = "10.1234/Un.1"\n"chapters/terrain" = " "\n'
    )
    assert settings.doi_of("chapters/terrain-2016") == "10.1234/Un.1"
    assert settings.doi_of("chapters/terrain") == ""
    assert settings.doi_of("index") == ""
    # It is no line of the legal notice.
    assert "chapter_doi" not in {setting.name for setting in settings}


def test_no_chapter_need_have_one(chapters):
    assert chapters("[chapter_doi]\n") == Settings()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            '"chapters/terain" = "10.1234/un"',
            "5: [chapter_doi] : document « chapters/terain » inconnu ; attendu : "
            "chapters/terrain, chapters/terrain-2016. Conseil : vouliez-vous « "
            "chapters/terrain » ? [edition.setting-unknown]",
        ),
        (
            '"index" = "10.1234/un"',
            "5: [chapter_doi] : document « index » inconnu ; attendu : "
            "chapters/terrain, chapters/terrain-2016. [edition.setting-unknown]",
        ),
        (
            '"chapters/terrain" = "https://doi.org/10.1234/un"',
            "5: [chapter_doi] : document « chapters/terrain » : valeur « "
            "https://doi.org/10.1234/un » refusée ; attendu : un DOI seul, comme "
            '10.1234/abcd, sans adresse devant. Conseil : laissez "" tant que rien '
            "n'est fixé. [edition.setting-value]",
        ),
        (
            '"chapters/terrain" = 10.1234',
            "5: [chapter_doi] : document « chapters/terrain » : valeur « 10.1234 » "
            "refusée ; attendu : un DOI seul, comme 10.1234/abcd, sans adresse devant. "
            'Conseil : laissez "" tant que rien n\'est fixé. [edition.setting-value]',
        ),
        (
            '"chapters/terrain-2016" = "10.1234/un"\n"chapters/terrain" = "10.1234/UN"',
            "6: [chapter_doi] : document « chapters/terrain » : le DOI « 10.1234/UN » "
            "est déjà celui de « chapters/terrain-2016 » ; attendu : un DOI par "
            'document. Conseil : laissez "" tant que rien n\'est fixé. '
            "[edition.setting-value]",
        ),
        (
            '"chapters/terrain" = "10.1234/tout"',
            "5: [chapter_doi] : document « chapters/terrain » : le DOI « 10.1234/tout »"
            " est déjà celui de l'édition ; attendu : un DOI par document. Conseil : "
            'laissez "" tant que rien n\'est fixé. [edition.setting-value]',
        ),
    ],
)
def test_a_doi_of_no_chapter_or_of_two_is_refused(chapters, line: str, said: str):
    with pytest.raises(IssueError) as error:
        chapters(f'{ADDRESS}doi = "10.1234/tout"\n\n[chapter_doi]\n{line}\n')
    assert messages(error) == [f"data/edition.toml:{said}"]


def test_the_doi_of_a_chapter_leads_to_an_address(chapters):
    with pytest.raises(IssueError) as error:
        chapters('[chapter_doi]\n"chapters/terrain" = "10.1234/un"\n')
    assert messages(error) == [
        "data/edition.toml:1: [chapter_doi] sans adresse publique ; attendu : l'adresse "
        "où mène le DOI d'un chapitre. Conseil : donnez d'abord « public_address ». "
        "[edition.setting-value]"
    ]


def test_chapters_and_their_dois_are_a_table(written):
    with pytest.raises(IssueError) as error:
        written('chapter_doi = "10.1234/un"\n')
    (message,) = messages(error)
    assert "attendu : une section [chapter_doi], une ligne par chapitre" in message
