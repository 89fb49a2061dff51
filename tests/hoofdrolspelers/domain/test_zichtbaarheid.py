"""What a school reads of who comes."""

import pytest

from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid, toon_naam


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
