"""Whether the site does its work."""

from datetime import timedelta

import pytest

from lesaanbod.models import Bericht, Hartslag
from lesaanbod.models.berichten import BerichtStatus
from lesaanbod.services.gezondheid import Gezondheid, get_gezondheid, sla_hart
from tests.lesaanbod.brieven import AGENDA, NU, zet_voorbeeld_klaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorbeeldbrief")]

TICK = timedelta(microseconds=1)
KWARTIER = timedelta(minutes=15)
GOED = Gezondheid(database=True, werker=True, berichten=True)


def get_gezondheid_met_werker(nu=NU) -> Gezondheid:
    sla_hart(nu=nu)
    return get_gezondheid(nu=nu)


def test_site_with_a_worker_and_no_mail_is_healthy():
    assert get_gezondheid_met_werker() == GOED


def test_site_without_a_worker_is_not():
    assert get_gezondheid(nu=NU) == Gezondheid(database=True, werker=False, berichten=True)


def test_sla_hart_keeps_one_row():
    sla_hart(nu=NU - TICK)
    sla_hart(nu=NU)

    assert list(Hartslag.objects.values_list("naam", "op")) == [("werk", NU)]


@pytest.mark.parametrize(
    ("stilte", "verwacht"), [(timedelta(minutes=2) - TICK, True), (timedelta(minutes=2), False)]
)
def test_worker_may_be_silent_for_two_minutes(stilte, verwacht):
    sla_hart(nu=NU - stilte)

    assert get_gezondheid(nu=NU).werker is verwacht


@pytest.mark.parametrize(("wachttijd", "verwacht"), [(KWARTIER - TICK, True), (KWARTIER, False)])
def test_mail_may_wait_for_a_quarter_of_an_hour(wachttijd, verwacht):
    zet_voorbeeld_klaar(nu=NU - wachttijd)

    assert get_gezondheid_met_werker().berichten is verwacht


@pytest.mark.parametrize(("wachttijd", "verwacht"), [(KWARTIER - TICK, True), (KWARTIER, False)])
def test_mail_left_behind_by_a_dead_worker_counts_from_the_end_of_its_lease(wachttijd, verwacht):
    zet_voorbeeld_klaar(nu=NU - timedelta(days=1))
    Bericht.objects.update(status=BerichtStatus.BEZIG, geclaimd_tot=NU - wachttijd)

    assert get_gezondheid_met_werker().berichten is verwacht


@pytest.mark.parametrize("status", [BerichtStatus.VERZONDEN, BerichtStatus.MISLUKT])
def test_old_mail_that_is_sent_or_failed_is_no_worry(status):
    zet_voorbeeld_klaar(nu=NU - timedelta(days=1))
    Bericht.objects.update(status=status)

    assert get_gezondheid_met_werker() == GOED


def test_mail_waiting_for_a_failed_one_is_for_the_desk():
    eerste = zet_voorbeeld_klaar(nu=NU - timedelta(days=1), agenda=AGENDA)
    zet_voorbeeld_klaar(nu=NU - timedelta(days=1), agenda=AGENDA)
    Bericht.objects.filter(pk=eerste.pk).update(status=BerichtStatus.MISLUKT)

    assert get_gezondheid_met_werker() == GOED


def test_mail_for_later_is_no_worry():
    zet_voorbeeld_klaar(nu=NU + TICK)

    assert get_gezondheid_met_werker() == GOED
