"""What a school reads of who comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoofdrolspelers.domain.zichtbaarheid import (
    OPLOPEND,
    Afscherming,
    Zichtbaarheid,
    begrens,
    bepaal_standaard,
    is_strenger,
    toon_naam,
)


@pytest.mark.parametrize(
    ("zichtbaarheid", "verwacht"),
    [
        (Zichtbaarheid.ROL, "een wijkagent"),
        (Zichtbaarheid.VOORNAAM, "Sanne, wijkagent"),
        (Zichtbaarheid.NAAM, "Sanne de Vries, wijkagent"),
        ("voornaam", "Sanne, wijkagent"),
    ],
)
def test_toon_naam_shows_what_was_chosen(zichtbaarheid, verwacht):
    assert toon_naam(zichtbaarheid, "wijkagent", "Sanne", "Sanne de Vries") == verwacht


@pytest.mark.parametrize("zichtbaarheid", list(Zichtbaarheid))
def test_toon_naam_without_names_shows_the_role(zichtbaarheid):
    assert toon_naam(zichtbaarheid, "officier van justitie", " ", "") == "een officier van justitie"


def test_toon_naam_never_shows_more_than_chosen_when_a_name_is_missing():
    assert toon_naam("naam", "wijkagent", "Sanne", "") == "een wijkagent"
    assert toon_naam("voornaam", "wijkagent", "", "Sanne de Vries") == "een wijkagent"


def test_toon_naam_refuses_another_word():
    with pytest.raises(ValueError, match="alles"):
        toon_naam("alles", "wijkagent", "Sanne", "Sanne de Vries")


OFFICIER = "officier-van-justitie"
KEUZES = st.builds(Afscherming, st.sampled_from(Zichtbaarheid), st.sampled_from(Zichtbaarheid))
ROLLEN = st.sets(st.sampled_from(["wijkagent", OFFICIER, "rolmodel"]))


def test_officier_starts_with_the_role_only():
    assert bepaal_standaard([OFFICIER, "wijkagent"]) == Afscherming(
        Zichtbaarheid.ROL, Zichtbaarheid.ROL
    )
    assert bepaal_standaard(["wijkagent"]).na is Zichtbaarheid.VOORNAAM


@given(KEUZES, ROLLEN)
def test_before_the_confirmation_never_more_than_after_and_no_officier(gekozen, rollen):
    begrensd = begrens(gekozen, rollen)
    assert begrensd.na is gekozen.na
    assert OPLOPEND.index(begrensd.vooraf) <= OPLOPEND.index(begrensd.na)
    assert is_strenger(begrensd, gekozen)
    assert begrens(begrensd, rollen) == begrensd
    if OFFICIER in rollen:
        assert begrensd.vooraf is Zichtbaarheid.ROL


@given(KEUZES, KEUZES)
def test_stricter_both_ways_is_the_same(een, ander):
    assert (is_strenger(een, ander) and is_strenger(ander, een)) == (een == ander)
