"""Who an offer may ask after a drop-out, and in which order everything is locked for it."""

from datetime import time

import pytest

from boekingen.services.inzet_einde import trek_inzet_in
from boekingen.services.rondes import zet_vraagwijze
from boekingen.services.rondestappen import zet_rondes
from tests.boekingen.slotvolgorde import onthoud_sloten
from tests.boekingen.uitval import aanbod, gevraagd, maak_keten, pas_toe, val_uit
from tests.boekingen.wereld import Wereld, op, status, voeg_wens_toe
from tests.factories.hoofdrolspelers import BezetTijdvakFactory, WeekRitmeFactory, WijkFactory
from tests.inloggen import make_medewerker

pytestmark = pytest.mark.django_db
LES, MENS = "boekingen_boeking", "hoofdrolspelers_hoofdrolspeler"
AANVRAAG = "boekingen_aanvraag"


@pytest.fixture
def wereld():
    return Wereld(nu=op(1, 4))


@pytest.fixture
def wie(wereld):
    return make_medewerker("coördinator")


def maak_bedankt(wereld, wie):
    """Two are asked; the first says yes, the second is thanked, and the first drops out."""
    boeking = wereld.boeking()
    zet_vraagwijze(les_id=boeking.les_id, vervang_vanzelf=False, nu=wereld.nu, door=wie)
    eerste, tweede = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    ja, bedankt = wereld.vraag(boeking, eerste, tweede)
    wereld.ja(ja)
    val_uit(wereld, ja)
    return boeking, bedankt, tweede


def test_who_was_thanked_for_being_second_may_come_after_all(wereld, wie):
    boeking, bedankt, tweede = maak_bedankt(wereld, wie)
    assert status(bedankt) == "ingetrokken"
    direct, _ = aanbod(wereld, wie, boeking)
    pas_toe(wereld, boeking, direct)
    assert gevraagd(boeking) == [tweede]


def test_who_the_desk_let_go_is_not_offered_for_that_moment(wereld, wie):
    boeking, _, tweede = maak_bedankt(wereld, wie)
    (weer,) = wereld.vraag(boeking, tweede)
    assert aanbod(wereld, wie, boeking)[0].mensen == ()
    trek_inzet_in(inzet_id=weer.pk, reden="", nu=wereld.nu, door=wie)
    direct, keten = aanbod(wereld, wie, boeking)
    assert direct.mensen == keten.mensen == ()
    voeg_wens_toe(boeking, op(2, 4))
    (regel,) = aanbod(wereld, wie, boeking)[1].regels
    assert regel.naar == op(2, 4)
    assert regel.wie == (("wijkagent", "niemand", tweede.gebruiker.naam),)


def test_all_lessons_of_an_offer_are_locked_first_and_then_everybody_by_number(wereld, wie):
    boeking, ander, tweede, derde = maak_keten(wereld)
    _, keten = aanbod(wereld, wie, boeking)
    with onthoud_sloten() as sloten:
        pas_toe(wereld, boeking, keten)
    lessen = [(LES, pk) for pk in sorted((boeking.pk, ander.pk))]
    mensen = [(MENS, pk) for pk in sorted((tweede.pk, derde.pk))]
    assert [slot for slot in sloten if slot[0] in {LES, MENS}] == lessen + mensen
    tabellen = [tabel for tabel, _ in sloten]
    assert AANVRAAG not in tabellen[: tabellen.index(MENS)]


def test_a_round_leaves_who_was_thanked_in_a_move_alone(wereld, wie):
    boeking, inzet = wereld.bevestigd()
    voeg_wens_toe(boeking, op(2, 4))
    val_uit(wereld, inzet)
    nieuw = wereld.persoon("wijkagent", ritme=False)
    WeekRitmeFactory(hoofdrolspeler=nieuw, weekdag=4, begin=time(8), eind=time(17))
    bedankt = wereld.persoon("wijkagent")
    wereld.nu = op(1, 28)
    wereld.vraag(boeking, bedankt)
    pas_toe(wereld, boeking, aanbod(wereld, wie, boeking)[1])
    assert gevraagd(boeking) == [nieuw]
    zet_rondes(wereld.nu)
    assert bedankt not in gevraagd(boeking)


@pytest.mark.parametrize("echo", [False, True])
def test_a_lesson_that_is_handed_on_is_no_time_taken_in_the_own_diary(wereld, wie, echo):
    elders = Wereld(nu=wereld.nu, wijk=WijkFactory(), niveau=wereld.niveau, rollen=wereld.rollen)
    boeking, inzet = wereld.bevestigd()
    wereld.persoon("wijkagent", wijken=[elders.wijk])
    tweede = wereld.persoon("wijkagent")
    aanvraag = elders.aanvraag(wereld.les({"wijkagent": 1}), [boeking.begin])
    ander = elders.stel_voor(aanvraag.boekingen.get(), boeking.begin)
    ja = elders.ja(elders.vraag(ander, tweede)[0])
    if echo:
        BezetTijdvakFactory(agenda__hoofdrolspeler=tweede, begin=ja.begin, eind=ja.eind)
    val_uit(wereld, inzet)
    pas_toe(wereld, boeking, aanbod(wereld, wie, boeking)[1])
    assert gevraagd(boeking) == [tweede]
