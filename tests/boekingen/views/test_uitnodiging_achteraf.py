"""The answer page when it is over: what one said, when it was for, and what came of it."""

from datetime import timedelta

import pytest
import time_machine

from boekingen.models import Inzet
from boekingen.services import boekingen
from tests.boekingen.antwoordpagina import antwoord, get_pad, lees


@pytest.fixture(autouse=True)
def klok(nu):
    with time_machine.travel(nu, tick=False) as reis:
        yield reis


@pytest.fixture
def inzet(wereld) -> Inzet:
    return wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))[0]


def test_a_withdrawn_invitation_without_an_answer_says_only_that(wereld, client, inzet):
    annuleer(wereld, inzet)
    reactie = client.get(get_pad(inzet))
    pagina = reactie.content.decode()
    assert (reactie.status_code, "Deze uitnodiging geldt niet meer" in pagina) == (410, True)
    assert [woord for woord in (wereld.school.naam, "Geheime", "februari") if woord in pagina] == []
    assert antwoord(client, inzet, "ja").status_code == 409


def test_an_unanswered_invitation_of_a_lesson_that_is_over_is_gone(client, inzet, klok):
    klok.move_to(inzet.eind)
    assert client.get(get_pad(inzet)).status_code == 410
    assert antwoord(client, inzet, "ja").status_code == 409


def test_a_given_lesson_still_shows_the_own_answer(client, inzet, klok):
    antwoord(client, inzet, "ja")
    klok.move_to(inzet.eind)
    boekingen.rond_les_af(boeking_id=inzet.plek.boeking_id, nu=inzet.eind)
    pagina = lees(client, inzet)
    assert ("U kwam" in pagina, "Kunt u toch niet?" in pagina) == (True, False)


def test_a_lesson_that_was_never_filled_is_over_when_its_moment_is(wereld, client, klok):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    antwoord(client, inzet, "ja")
    klok.move_to(inzet.eind - timedelta(minutes=1))
    assert "Noor" in lees(client, inzet)

    klok.move_to(inzet.eind)
    pagina = lees(client, inzet)
    for woord in ("Het moment van deze les is voorbij", "u zei ja", "2 februari 2027", "9.00 tot"):
        assert woord in pagina
    for woord in ("U komt<", "houden wij voor u vast", "Noor", wereld.contact.telefoon):
        assert woord not in pagina


def test_a_confirmed_lesson_is_given_when_it_ends_also_when_the_worker_did_not_run(
    client, inzet, klok
):
    antwoord(client, inzet, "ja")
    klok.move_to(inzet.eind)
    pagina = lees(client, inzet)
    assert ("U kwam" in pagina, "Noor" in pagina) == (True, False)


def annuleer(wereld, inzet):
    boekingen.annuleer_boeking(
        boeking_id=inzet.plek.boeking_id, reden="Geheime reden.", nu=wereld.nu, door=None
    )
