"""Somebody with two roles never fills, and is never asked for, two places of one lesson."""

import pytest

from boekingen.domain.weigeringen import AlGevraagd
from boekingen.models import Inzet, Plek
from boekingen.services import inzet_einde, inzetten
from boekingen.services.rondes import start_ronde
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.rondeklok import laat_tijd_gaan
from tests.boekingen.wereld import op, status


@pytest.fixture
def beide(wereld):
    return wereld.persoon("wijkagent", "rolmodel")


def vraag(boeking, plek, persoon, nu) -> Inzet:
    return inzetten.nodig_uit(plek_id=plek.pk, hoofdrolspeler_id=persoon.pk, nu=nu, door=None)


@pytest.mark.parametrize("eerst", ["uitgenodigd", "toegezegd"])
def test_by_hand_the_second_place_is_refused(wereld, beide, eerst):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    een, twee = Plek.objects.filter(boeking=boeking)
    inzet = vraag(boeking, een, beide, wereld.nu)
    if eerst == "toegezegd":
        wereld.ja(inzet)
    with pytest.raises(AlGevraagd):
        vraag(boeking, twee, beide, wereld.nu)


def test_two_rounds_of_one_lesson_ask_one_person_once(wereld, beide):
    """One more of each role: each place is filled by somebody else, or stays open."""
    ander = wereld.persoon("rolmodel")
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1}, begin=op(2, 2))
    for plek in Plek.objects.filter(boeking=boeking):
        start_ronde(plek_id=plek.pk, nu=wereld.nu, door=None)
    laat_tijd_gaan(wereld.nu, wereld.nu)
    gevraagd = list(Inzet.objects.values_list("hoofdrolspeler_id", flat=True))
    assert len(gevraagd) == len(set(gevraagd))
    for inzet in Inzet.objects.filter(status="uitgenodigd").order_by("pk"):
        wereld.ja(inzet)
    laat_tijd_gaan(wereld.nu, op(2, 1))
    assert set(gevraagd) <= {beide.pk, ander.pk}
    ja = Inzet.objects.filter(status="toegezegd").values_list("hoofdrolspeler_id", flat=True)
    assert len(set(ja)) == len(ja) > 0
    assert list_schendingen() == []


def test_a_late_yes_for_one_place_after_a_yes_for_the_other_is_refused(wereld, beide):
    """Withdrawn from the first by the desk, asked for the second: the first stays closed."""
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    een, twee = Plek.objects.filter(boeking=boeking)
    eerste = vraag(boeking, een, beide, wereld.nu)
    inzet_einde.trek_inzet_in(inzet_id=eerste.pk, reden="", nu=wereld.nu, door=None)
    wereld.ja(vraag(boeking, twee, beide, wereld.nu))
    with pytest.raises(Exception, match="Er is intussen iets veranderd"):
        wereld.ja(eerste)
    assert (status(eerste), status(boeking)) == ("ingetrokken", "voorgesteld")
