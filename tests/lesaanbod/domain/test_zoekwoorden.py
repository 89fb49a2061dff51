"""Words for the search."""

import pytest

from lesaanbod.domain.zoekwoorden import build_zoektekst, split_zoekwoorden


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("Één HALT-gesprek", ["een", "halt", "gesprek"]),
        ("Café café CAFÉ", ["cafe"]),
        ("  100% _vrij_ ", ["100", "vrij"]),
        ("'; DROP TABLE --", ["drop", "table"]),
        ("!?…", []),
        ("درس", ["درس"]),
        ("", []),
    ],
)
def test_split_zoekwoorden(tekst, expected):
    assert split_zoekwoorden(tekst) == expected


def test_build_zoektekst_puts_a_space_before_every_word():
    assert build_zoektekst("Snel geld", "Geld en ruïne") == " snel geld en ruine"
    assert build_zoektekst() == ""
