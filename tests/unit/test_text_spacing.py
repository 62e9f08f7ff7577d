from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.text.spacing import NBSP, NNBSP, french, french_runs

SIGNS = " \n\t\u00a0\u202f;:!?«»().,…[]ab1230nphm%€°§M.erXVI"
TEXTS = st.lists(
    st.one_of(
        st.text(alphabet=SIGNS, max_size=12),
        st.sampled_from(["https://a.b/c?d", "doi:10.1234/x:y", " 5 mai", "XXe siècle"]),
    ),
    max_size=5,
).map("".join)


def shown(text: str) -> str:
    """Write the two spaces so that a person sees them."""
    return text.replace(NBSP, "·").replace(NNBSP, "_")


@pytest.mark.parametrize(
    ("typed", "spaced"),
    [
        ("Vraiment ? Oui ! Non ; si.", "Vraiment_? Oui_! Non_; si."),
        ("Vraiment? Oui! Non; si.", "Vraiment_? Oui_! Non_; si."),
        ("Quoi ?! Quoi?! Mais…?", "Quoi_?! Quoi_?! Mais…_?"),
        ("voici : un", "voici·: un"),
        ("voici: un", "voici·: un"),
        ("voici :\nun", "voici·:\nun"),
        ("«un» et « deux »", "«_un_» et «_deux_»"),
        ("« « un » »", "«_«_un_»_»"),
        ("(?) et [!]", "(?) et [!]"),
        ("à 12:30, a::b", "à 12:30, a::b"),
        ("12 %, 23 €, 5 km, 2 millions", "12·%, 23·€, 5·km, 2·millions"),
        ("12 h 30", "12·h·30"),
        ("10 000 fans, 1 234 567,5", "10_000 fans, 1_234_567,5"),
        ("en 2016 319 comptes", "en 2016 319 comptes"),
        ("n° 3, p. 21, vol. 2, § 12", "n°·3, p.·21, vol.·2, §·12"),
        (
            "Mme Dupont, M. Wiart, le mot p. de fin",
            "Mme·Dupont, M.·Wiart, le mot p. de fin",
        ),
        ("le 19 février 2013, le 1er mai", "le 19·février 2013, le 1er·mai"),
        ("au XXe siècle", "au XXe·siècle"),
        ("https://x.fr/a?b:c;d : oui", "https://x.fr/a?b:c;d·: oui"),
        ("voir https://x.fr/a; puis", "voir https://x.fr/a_; puis"),
        ("https://a.fr ; https://b.fr ?", "https://a.fr_; https://b.fr_?"),
        ("doi:10.4000/a:b?", "doi:10.4000/a:b_?"),
        ("", ""),
        (" ; seul", " ; seul"),
    ],
)
def test_french_spacing(typed: str, spaced: str) -> None:
    assert shown(french(typed)) == spaced


@settings(deadline=None)
@given(TEXTS)
def test_only_white_space_changes(text: str) -> None:
    assert re.sub(r"\s", "", french(text)) == re.sub(r"\s", "", text)


@settings(deadline=None)
@given(TEXTS)
def test_a_second_pass_changes_nothing(text: str) -> None:
    assert french(french(text)) == french(text)


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_markup_inside_a_text_changes_nothing(runs: list[str]) -> None:
    spaced = french_runs(runs)
    assert "".join(spaced) == french("".join(runs))
    bare = [re.sub(r"\s", "", run) for run in runs]
    assert [re.sub(r"\s", "", run) for run in spaced] == bare


def test_a_mark_is_spaced_from_the_word_in_another_run() -> None:
    runs = french_runs(["un ", "mot", "; « ", "titre", " » :", " fin"])
    assert [shown(run) for run in runs] == [
        "un ",
        "mot_",
        "; «_",
        "titre",
        "_»·:",
        " fin",
    ]
