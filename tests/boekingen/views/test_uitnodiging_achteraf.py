"""The answer page when it is over: what one said, when it was for, and what came of it."""

from datetime import timedelta

import pytest
import time_machine

from boekingen.models import Inzet
from boekingen.services import boekingen, inzet_einde
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


@pytest.mark.parametrize(
    ("antwoorden", "kop", "gezegd"),
    [
        (["nee"], "U komt niet", "u zei nee"),
        (["ja", "afmelden"], "U bent afgemeld", "u valt uit"),
    ],
)
def test_the_own_answer_stays_to_be_read_when_the_lesson_is_over(
    client, inzet, klok, antwoorden, kop, gezegd
):
    for wat in antwoorden:
        antwoord(client, inzet, wat)
    klok.move_to(inzet.eind + timedelta(days=3))
    pagina = lees(client, inzet)
    for woord in (kop, gezegd, "dinsdag 2 februari 2027", "9.00 tot 10.00 uur"):
        assert woord in pagina
    for woord in ('name="antwoord"', "Wij zoeken iemand anders", "Ja zeggen kan nu niet", "Noor"):
        assert woord not in pagina


def test_who_fell_out_reads_that_somebody_is_sought_until_somebody_comes(wereld, client, inzet):
    antwoord(client, inzet, "ja")
    antwoord(client, inzet, "afmelden")
    assert "Wij zoeken iemand anders" in lees(client, inzet)
    (ander,) = wereld.vraag(inzet.plek.boeking, wereld.persoon("wijkagent"))
    wereld.ja(ander)
    assert "Wij zoeken iemand anders" not in lees(client, inzet)


def annuleer(wereld, inzet):
    boekingen.annuleer_boeking(
        boeking_id=inzet.plek.boeking_id, reden="Geheime reden.", nu=wereld.nu, door=None
    )


def geef_op(wereld, inzet):
    boekingen.geef_moment_op(
        boeking_id=inzet.plek.boeking_id, reden="Geheime reden.", nu=wereld.nu, door=None
    )


def trek_terug(wereld, inzet):
    inzet_einde.trek_inzet_in(inzet_id=inzet.pk, reden="Geheime reden.", nu=wereld.nu, door=None)


@pytest.mark.parametrize(
    ("doe", "zin"),
    [
        (annuleer, "De les is geannuleerd."),
        (geef_op, "De les is niet meer op dit moment."),
        (trek_terug, "U staat niet meer bij deze les."),
    ],
)
@pytest.mark.parametrize("later", [timedelta(), timedelta(days=60)])
def test_who_said_yes_reads_what_came_of_it(wereld, client, inzet, klok, doe, zin, later):
    antwoord(client, inzet, "ja")
    doe(wereld, inzet)
    klok.shift(later)
    pagina = lees(client, inzet)
    for woord in ("U hoeft niet te komen", "U zei ja.", zin, "2 februari 2027", "9.00 tot 10.00"):
        assert woord in pagina
    for woord in (
        "Noor",
        wereld.contact.telefoon,
        wereld.school.naam,
        "Geheime",
        'name="antwoord"',
    ):
        assert woord not in pagina
    assert antwoord(client, inzet, "ja").status_code == 409
