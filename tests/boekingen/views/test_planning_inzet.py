"""The lessons of one person, at the desk."""

import pytest

from boekingen.selectors.kandidaten import rangschik_voor_plek
from hoofdrolspelers.selectors import list_inzetbaar
from tests.factories.lesaanbod import LesPageFactory
from tests.paginas import assert_same_queries


@pytest.fixture
def bureau(client, coordinator):
    """The browser of a coördinator."""
    return client


@pytest.fixture
def agent(wereld):
    return wereld.persoon("wijkagent")


def pad(persoon) -> str:
    return f"/planning/mensen/{persoon.pk}/inzet/"


def test_a_coordinator_chooses_lessons_and_who_may_not_is_no_candidate(wereld, bureau, agent):
    boeking, andere = wereld.boeking(), wereld.les({"wijkagent": 1}, slug="een-andere")
    assert bureau.post(pad(agent), {"les_ids": [str(andere.pk)]}).url == "/planning/mensen/"
    assert list_inzetbaar([agent.pk]) == {agent.pk: {andere.pk}}
    assert "checked" in bureau.get(pad(agent)).content.decode()
    plek = boeking.plekken.get()
    uitkomst = rangschik_voor_plek(
        boeking=boeking, plek=plek, begin=boeking.begin, nu=wereld.nu, anderen=1
    )
    assert [kandidaat.bezwaren for kandidaat in uitkomst.anderen] == [
        ("is niet inzetbaar voor deze les",)
    ]


def test_a_lesson_that_is_not_there_is_refused_in_words(bureau, agent):
    reactie = bureau.post(pad(agent), {"les_ids": ["987654"]})
    assert reactie.status_code == 400
    assert "Kies een les uit de lijst." in reactie.content.decode()


def test_nobody_is_not_found(bureau):
    assert bureau.get("/planning/mensen/987654/inzet/").status_code == 404


def test_the_page_asks_no_more_for_more_lessons(bureau, agent):
    def maak(aantal):
        for _ in range(aantal):
            agent.inzetbaar_voor.add(LesPageFactory())

    assert_same_queries(maak, pad(agent), bureau)
