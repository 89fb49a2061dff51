"""Numbers and lists as words."""

import pytest

from lesaanbod.domain.taal import format_aantal, opsomming, telwoord


@pytest.mark.parametrize(
    ("getal", "expected"), [(0, "nul"), (1, "één"), (12, "twaalf"), (13, "13"), (-1, "-1")]
)
def test_telwoord(getal, expected):
    assert telwoord(getal) == expected


@pytest.mark.parametrize(("getal", "expected"), [(0, "0 lessen"), (1, "1 les"), (2, "2 lessen")])
def test_format_aantal(getal, expected):
    assert format_aantal(getal, "les", "lessen") == expected


@pytest.mark.parametrize(
    ("woorden", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_opsomming(woorden, expected):
    assert opsomming(woorden) == expected


def test_opsomming_with_another_word_between():
    assert opsomming(iter("ab"), "of") == "a of b"
