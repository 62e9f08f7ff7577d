"""What all labels begin with is said once."""

import pytest

from edition.charts.shared import shared_beginning


@pytest.mark.parametrize(
    ("labels", "beginning"),
    [
        (["Part, ensemble (2009)", "Part, internautes (2009)"], "Part, "),
        (
            ["Part des internautes inscrits", "Part des internautes membres"],
            "Part des internautes ",
        ),
        # No measure is named so: the reader would be left in the middle of a name.
        (["Médiathèque de Bellevue", "Médiathèque de Saint-Marc"], ""),
        (
            ["Nombre de prêts de la ville", "Nombre de prêts de la région"],
            "Nombre de prêts ",
        ),
        (["Brest", "Brest"], ""),
        (["Brest", "Metz"], ""),
        (["Brest"], ""),
        ([], ""),
    ],
)
def test_it_ends_at_a_comma_or_after_whole_words(labels, beginning):
    assert shared_beginning(labels, words=True) == beginning


def test_the_name_of_a_bar_is_cut_at_a_comma_alone():
    assert shared_beginning(["Fans de la page Brest", "Fans de la page Metz"]) == ""
    assert shared_beginning(["Fans, Brest", "Fans, Metz"]) == "Fans, "
