"""What a visitor chose, read from the address and written back."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesaanbod.domain.keuze import Keuze, lees_keuze

BEKEND = {"niveau": {"groep-8", "vo"}, "thema": {"online"}, "vorm": {"gastles"}}


def lees(params: dict[str, list[str]]) -> Keuze:
    return lees_keuze(params.items(), bekend=BEKEND, sorteringen={"", "titel"})


def test_lees_keuze_takes_what_is_known_in_the_order_given():
    keuze = lees({"niveau": ["vo", "groep-8", "vo"], "thema": ["online"], "sorteer": ["titel"]})
    assert keuze == Keuze(niveau=("vo", "groep-8"), thema=("online",), sorteer="titel")


def test_lees_keuze_of_nothing_is_empty():
    assert lees({}) == Keuze()
    assert Keuze().adres == "?"


def test_lees_keuze_names_unknown_values_and_keeps_the_known():
    keuze = lees({"niveau": ["vo", "universiteit"], "vorm": ["<b>"], "sorteer": ["prijs"]})
    assert keuze == Keuze(niveau=("vo",), onbekend=("universiteit", "<b>"))


def test_lees_keuze_cuts_long_and_many_unknown_values():
    keuze = lees({"niveau": ["x" * 10_000, *(f"n{n}" for n in range(50))]})
    assert keuze.onbekend == ("x" * 30, "n0", "n1")


@pytest.mark.parametrize(
    ("zoekwoord", "expected"),
    [
        ("  geld \t ezel ", "geld ezel"),
        ("a\x00b", "a b"),
        ("\u202egeld", "geld"),
        ("x" * 10_000, "x" * 60),
    ],
)
def test_lees_keuze_cleans_the_word(zoekwoord, expected):
    assert lees({"zoekwoord": [zoekwoord]}).zoekwoord == expected


def test_zonder_takes_out_one_value_or_a_whole_group():
    keuze = Keuze(zoekwoord="geld", niveau=("vo", "groep-8"), thema=("online",))
    assert keuze.zonder("niveau", "vo").niveau == ("groep-8",)
    assert keuze.zonder("niveau").niveau == ()
    assert keuze.zonder("zoekwoord").filters == [
        ("niveau", "vo"),
        ("niveau", "groep-8"),
        ("thema", "online"),
    ]


def test_groepen_names_each_group_once():
    keuze = Keuze(zoekwoord="x", niveau=("vo", "groep-8"))
    assert keuze.groepen == ["zoekwoord", "niveau"]


def test_adres_escapes_and_leaves_out_unknown_values():
    keuze = Keuze(zoekwoord="a&b=ü", vorm=("gastles",), sorteer="titel", onbekend=("x",))
    assert keuze.adres == "?zoekwoord=a%26b%3D%C3%BC&vorm=gastles&sorteer=titel"


@given(
    st.dictionaries(
        st.sampled_from(["niveau", "thema", "vorm", "zoekwoord", "sorteer", "pagina", "x"]),
        st.lists(st.one_of(st.text(), st.sampled_from(["vo", "groep-8", "online", "gastles"]))),
    )
)
def test_adres_of_any_choice_reads_back_as_the_same_choice(params):
    keuze = lees(params)
    terug = lees(parse_qs(keuze.adres[1:], keep_blank_values=True))
    assert terug.filters == keuze.filters
    assert terug.onbekend == ()
