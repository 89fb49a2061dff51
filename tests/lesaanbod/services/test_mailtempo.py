"""Not too much at once, not all at the same moment, and not at night."""

from datetime import timedelta

import pytest

from lesaanbod.models import Bericht
from lesaanbod.services.berichten import verstuur_klaarstaande
from lesaanbod.services.verzending import GREEP, LEASE, bepaal_wachttijd, claim
from tests.lesaanbod.brieven import AGENDA, NU, zet_voorbeeld_klaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorbeeldbrief")]

MINUTE = timedelta(minutes=1)


def pak(moment, hoogstens=GREEP):
    """Claim as a worker does at ``moment``."""
    return claim(nu=moment, tot=moment + LEASE, hoogstens=hoogstens)


class TestTempo:
    """Not too much at once for one mail domain."""

    @pytest.fixture(autouse=True)
    def _tempo(self, settings):
        settings.MAIL_TEMPO = 3

    @staticmethod
    def zet(aantal, domein="politie.example"):
        return [zet_voorbeeld_klaar(aan=f"a{n}@{domein}", aan_naam="") for n in range(aantal)]

    def test_the_rest_waits_for_the_next_minute(self):
        self.zet(7)
        assert [verstuur_klaarstaande(nu=NU) for _ in range(2)] == [3, 0]
        assert verstuur_klaarstaande(nu=NU + timedelta(seconds=59)) == 0
        assert verstuur_klaarstaande(nu=NU + MINUTE) == 3
        assert verstuur_klaarstaande(nu=NU + 2 * MINUTE) == 1
        assert set(Bericht.objects.values_list("pogingen", flat=True)) == {1}

    def test_another_domain_does_not_wait(self):
        self.zet(30)
        self.zet(2, "school.example")
        assert verstuur_klaarstaande(nu=NU) == 5

    def test_workers_share_one_pace(self):
        self.zet(6)
        assert len(pak(NU, hoogstens=2)) == 2
        assert len(pak(NU, hoogstens=4)) == 1
        assert pak(NU) is None

    def test_without_a_pace_everything_leaves(self, settings):
        settings.MAIL_TEMPO = 0
        self.zet(7)
        assert verstuur_klaarstaande(nu=NU) == 7


def test_pause_grows_and_differs_per_mail():
    pauzes = {bepaal_wachttijd(f"<{nummer}@x>", 1) for nummer in range(50)}
    assert len(pauzes) == 50
    assert 0.75 * MINUTE <= min(pauzes) < max(pauzes) < 1.25 * MINUTE
    assert bepaal_wachttijd("<1@x>", 3) == bepaal_wachttijd("<1@x>", 3)


def test_letter_for_the_morning_waits_unless_its_uid_cannot():
    ochtend = NU + timedelta(hours=9)
    zet_voorbeeld_klaar(agenda=AGENDA, niet_voor=ochtend)
    assert verstuur_klaarstaande(nu=NU) == 0
    zet_voorbeeld_klaar(agenda=AGENDA)
    assert verstuur_klaarstaande(nu=NU) == 2
