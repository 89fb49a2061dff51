"""What a school is told before it asks, when nobody could ever come."""

import pytest

from boekingen.selectors.hiaten import list_rollen_zonder_iemand
from lesaanbod.selectors import get_lesopzet
from tests.factories.boekingen import SchoolFactory
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


def test_another_level_or_another_lesson_is_nobody(wereld, les):
    ander = {"groepen": [{"naam": "1A", "niveau": NiveauFactory().pk}]}
    agent = wereld.persoon("wijkagent")
    assert zonder_iemand(wereld, les, klassen=ander) == ["wijkagent", "rolmodel"]
    agent.inzetbaar_voor.set([wereld.les({"wijkagent": 1})])
    assert zonder_iemand(wereld, les) == ["wijkagent"]


def test_another_wijk_is_nobody_when_three_people_are_behind_that(wereld, les):
    elders = [wereld.persoon("wijkagent", wijken=[WijkFactory()]) for _ in range(3)]
    assert zonder_iemand(wereld, les) == ["wijkagent"]
    assert zonder_iemand(wereld, les, school={"naam": "Nieuw"}) == []
    elders[0].wijken.set([wereld.wijk])
    assert zonder_iemand(wereld, les) == []
    # Of two, one who may not give this lesson aside, nobody is told where they work.
    elders[0].inzetbaar_voor.set([wereld.les({"wijkagent": 1})])
    assert zonder_iemand(wereld, les) == []


@pytest.mark.parametrize("aantal", [1, 2])
def test_drafts_for_every_wijk_do_not_tell_where_one_or_two_people_work(wereld, les, aantal):
    for _ in range(aantal):
        wereld.persoon("wijkagent", wijken=[wereld.wijk])
    elders = SchoolFactory(wijk=WijkFactory())
    assert zonder_iemand(wereld, les) == zonder_iemand(wereld, les, school={"id": elders.pk}) == []


def test_no_diary_changes_what_is_said(wereld, les, django_assert_num_queries):
    """Full, away or without any rhythm: the person is there, and only that counts."""
    wereld.persoon("wijkagent", ritme=False, max_per_maand=1)
    opzet = get_lesopzet(les.pk)
    with django_assert_num_queries(2):
        assert (
            list_rollen_zonder_iemand(les=opzet, antwoorden={"school": {"id": wereld.school.pk}})
            == []
        )
