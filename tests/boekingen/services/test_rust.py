"""Letters keep the quiet hours, but for what somebody waits for and what is near."""

import pytest

from boekingen.emails.brieven import BRIEVEN, METEEN
from boekingen.services import inzet_einde
from lesaanbod.models import Bericht
from tests.boekingen.wereld import op

AVOND, OCHTEND = op(1, 11, 22), op(1, 12, 7, 30)


def vertrekt(brief: str):
    return Bericht.objects.get(brief=brief).volgende_poging


def test_answer_leaves_at_once_and_who_sleeps_hears_in_the_morning(wereld):
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    wereld.ja(inzet, nu=AVOND)
    assert vertrekt("inzet_bevestigd") == AVOND
    assert vertrekt("les_bevestigd") == OCHTEND
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=op(1, 11, 23), door=None)
    assert vertrekt("inzet_afgemeld") == op(1, 11, 23)
    assert vertrekt("les_onzeker") == OCHTEND


def test_what_is_near_does_not_wait(wereld):
    _, inzet = wereld.bevestigd(begin=op(1, 13, 9))
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=op(1, 11, 21, 30), door=None)
    assert vertrekt("les_onzeker") == op(1, 11, 21, 30)


def test_who_is_asked_again_at_night_may_answer_from_the_morning_on(wereld):
    boeking, inzet = wereld.bevestigd()
    wereld.verzet(boeking, op(2, 4), nu=op(1, 30, 21, 30))
    inzet.refresh_from_db()
    assert (vertrekt("inzet_verzet"), inzet.antwoord_voor) == (op(2, 1, 7, 30), op(2, 2, 8))


def test_who_is_asked_on_the_evening_before_easter_may_answer_after_it(wereld):
    boeking = wereld.boeking(begin=op(4, 2))
    wereld.nu = op(3, 27, 21, 30)
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    assert (vertrekt("inzet_gevraagd"), inzet.antwoord_voor) == (op(3, 30, 7, 30), op(3, 31, 8))


@pytest.mark.parametrize("sleutel", sorted(METEEN))
def test_letters_that_leave_at_once_exist(sleutel):
    assert BRIEVEN[sleutel].meteen
