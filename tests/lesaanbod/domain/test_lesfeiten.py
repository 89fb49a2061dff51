"""The facts on a card."""

import pytest

from lesaanbod.domain.lesfeiten import Gast, format_duur, format_gasten, voeg_samen


@pytest.mark.parametrize(
    ("duren", "expected"),
    [
        ([], ""),
        ([50], "50 minuten"),
        ([60, 60, 60], "3 lessen van 60 minuten"),
        ([60, 45, 50], "3 lessen van 45 tot 60 minuten"),
    ],
)
def test_format_duur(duren, expected):
    assert format_duur(duren) == expected


@pytest.mark.parametrize(
    ("gast", "expected"),
    [
        (Gast("wijkagent", "wijkagenten"), "wijkagent"),
        (Gast("rechtenstudent", "rechtenstudenten", 2), "twee rechtenstudenten"),
        (Gast("rolmodel", "", 3), "drie rolmodel"),
    ],
)
def test_gast_reads_as(gast, expected):
    assert str(gast) == expected


def test_voeg_samen_keeps_order_and_largest_number():
    gasten = [Gast("a"), Gast("b"), Gast("a", "a's", 2), Gast("b")]
    assert voeg_samen(gasten) == [Gast("a", "a's", 2), Gast("b")]


def test_format_gasten():
    gasten = [Gast("officier van justitie"), Gast("student", "studenten", 2), Gast("rolmodel")]
    assert format_gasten(gasten) == "officier van justitie, twee studenten en rolmodel"


def test_format_gasten_without_guests_is_empty():
    assert format_gasten([]) == ""
