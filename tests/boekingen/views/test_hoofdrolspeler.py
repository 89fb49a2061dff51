"""The portal of a hoofdrolspeler."""

import pytest
import time_machine

from boekingen.services import inzet_einde
from tests.boekingen.wereld import op
from tests.factories.lesaanbod import GebruikerFactory
from tests.inloggen import login_as, make_medewerker
from tests.paginas import assert_same_queries, assert_sound

PAD = "/hoofdrolspeler/"


@pytest.fixture(autouse=True)
def klok(nu):
    with time_machine.travel(nu, tick=False) as reis:
        yield reis


@pytest.fixture
def persoon(wereld):
    return wereld.persoon("wijkagent", voornaam="Sanne")


def lees(client, persoon) -> str:
    login_as(client, persoon.gebruiker)
    reactie = client.get(PAD)
    assert reactie.status_code == 200
    return reactie.content.decode()


def test_portal_without_anything_says_what_will_come(client, persoon):
    pagina = lees(client, persoon)
    for tekst in ("Dag Sanne", "Er wacht nu niets op u.", "waarvoor u ja hebt gezegd"):
        assert tekst in pagina


def test_portal_shows_what_is_asked_with_the_way_to_answer(wereld, client, persoon):
    (inzet,) = wereld.vraag(wereld.boeking(), persoon)
    pagina = lees(client, persoon)
    for tekst in (
        "Er is één uitnodiging voor u.",
        "dinsdag 2 februari 2027, 9.00 tot 10.00 uur",
        "U komt als wijkagent",
        f'action="/hoofdrolspeler/lessen/{inzet.pk}/"',
    ):
        assert tekst in pagina


def test_portal_moves_a_lesson_from_asked_to_coming(wereld, client, persoon):
    (inzet,) = wereld.vraag(wereld.boeking(), persoon)
    wereld.ja(inzet)
    pagina = lees(client, persoon)
    assert ("Er wacht nu niets op u." in pagina, "Bekijk of meld u af" in pagina) == (True, True)
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    assert "Bekijk of meld u af" not in lees(client, persoon)


def test_portal_forgets_a_lesson_when_it_is_over(wereld, client, persoon, klok):
    wereld.ja(wereld.vraag(wereld.boeking(), persoon)[0])
    klok.move_to(op(2, 2, 9, 59))
    assert "Bekijk of meld u af" in lees(client, persoon)
    klok.move_to(op(2, 2, 10))
    assert "Bekijk of meld u af" not in lees(client, persoon)


def test_portal_shows_the_own_week_in_words(client, persoon):
    pagina = lees(client, persoon)
    assert pagina.count("8.00 tot 17.30 uur") == 5
    persoon.weekritmes.all().delete()
    assert "Wij weten nog niet wanneer u kunt." in lees(client, persoon)


def test_portal_shows_nothing_of_somebody_else(wereld, client, persoon):
    ander = wereld.persoon("wijkagent")
    wereld.vraag(wereld.boeking(), ander)
    assert "Er wacht nu niets op u." in lees(client, persoon)


def test_portal_asks_for_a_login_and_is_not_there_for_others(wereld, client):
    assert client.get(PAD).status_code == 302
    for gebruiker in (
        GebruikerFactory(),
        wereld.contact.gebruiker,
        make_medewerker("coördinator"),
    ):
        login_as(client, gebruiker)
        assert client.get(PAD).status_code == 404


def test_portal_asks_the_database_no_more_for_more_lessons(wereld, client, persoon):
    login_as(client, persoon.gebruiker)
    dagen = iter((2, 3, 4))

    def maak(aantal):
        for _ in range(aantal):
            dag = next(dagen)
            gevraagd, komt = (
                wereld.vraag(wereld.boeking(begin=op(2, dag, uur)), persoon)[0] for uur in (9, 13)
            )
            wereld.ja(komt)
            assert gevraagd.status == "uitgenodigd"

    assert_same_queries(maak, PAD, client)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_portal_is_sound_on_a_phone_and_on_a_desk(page, wereld, persoon):
    wereld.ja(wereld.vraag(wereld.boeking(), persoon)[0])
    wereld.vraag(wereld.boeking(begin=op(2, 3)), persoon)
    login_as(page, persoon.gebruiker)
    page.goto(PAD)
    page.get_by_role("heading", name="Dag Sanne").wait_for()
    assert_sound(page)
