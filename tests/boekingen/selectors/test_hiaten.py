"""What a school is told before it asks, when nobody could ever come."""

import pytest

from boekingen.selectors.hiaten import list_rollen_zonder_iemand
from lesaanbod.selectors import get_lesopzet
from tests.factories.hoofdrolspelers import WijkFactory
from tests.factories.lesaanbod import NiveauFactory


@pytest.fixture
def les(wereld):
    wereld.persoon("rolmodel")
    return wereld.les({"wijkagent": 1, "rolmodel": 1})


def zonder_iemand(wereld, les, **anders):
    antwoorden = {
        "school": {"id": wereld.school.pk},
        "klassen": {"groepen": [{"naam": "8A", "niveau": wereld.niveau.pk}]},
    }
    return list_rollen_zonder_iemand(les=get_lesopzet(les.pk), antwoorden=antwoorden | anders)


def test_a_role_that_nobody_holds_is_named(wereld, les):
    assert zonder_iemand(wereld, les) == ["wijkagent"]
    wereld.persoon("wijkagent", is_actief=False)
    assert zonder_iemand(wereld, les) == ["wijkagent"]
    wereld.persoon("wijkagent")
    assert zonder_iemand(wereld, les) == []


def test_another_level_another_wijk_or_another_lesson_is_nobody(wereld, les):
    elders = wereld.persoon("wijkagent", wijken=[WijkFactory()])
    assert zonder_iemand(wereld, les) == ["wijkagent"]
    assert zonder_iemand(wereld, les, school={"naam": "Nieuw"}) == []
    elders.wijken.set([wereld.wijk])
    assert zonder_iemand(wereld, les) == []
    elders.inzetbaar_voor.set([wereld.les({"wijkagent": 1})])
    assert zonder_iemand(wereld, les) == ["wijkagent"]
    elders.inzetbaar_voor.clear()
    ander = {"groepen": [{"naam": "1A", "niveau": NiveauFactory().pk}]}
    assert zonder_iemand(wereld, les, klassen=ander) == ["wijkagent", "rolmodel"]


def test_no_diary_changes_what_is_said(wereld, les, django_assert_num_queries):
    """Full, away or without any rhythm: the person is there, and only that counts."""
    wereld.persoon("wijkagent", ritme=False, max_per_maand=1)
    opzet = get_lesopzet(les.pk)
    with django_assert_num_queries(2):
        assert (
            list_rollen_zonder_iemand(les=opzet, antwoorden={"school": {"id": wereld.school.pk}})
            == []
        )
