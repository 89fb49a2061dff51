"""The log."""

import pytest

from lesaanbod.models import Gebeurtenis
from lesaanbod.services.gebeurtenissen import noteer
from tests.factories.lesaanbod import GebruikerFactory

pytestmark = pytest.mark.django_db


def test_noteer_stores_who_what_when_and_why(nu):
    door = GebruikerFactory()

    gebeurtenis = noteer(
        onderwerp_soort="boeking",
        onderwerp_id=12,
        wat="bevestigd",
        door=door,
        nu=nu,
        waarom="Alle plekken zijn gevuld.",
    )

    stored = Gebeurtenis.objects.get()
    assert stored == gebeurtenis
    assert (stored.onderwerp_soort, stored.onderwerp_id) == ("boeking", "12")
    assert (stored.wat, stored.waarom) == ("bevestigd", "Alle plekken zijn gevuld.")
    assert (stored.door, stored.op) == (door, nu)


def test_noteer_knows_the_site_itself_as_nobody(nu):
    gebeurtenis = noteer(
        onderwerp_soort="inzet", onderwerp_id="3", wat="verlopen", door=None, nu=nu
    )

    assert gebeurtenis.door is None
    assert gebeurtenis.waarom == ""


def test_noteer_keeps_the_row_when_the_person_goes(nu):
    door = GebruikerFactory()
    noteer(onderwerp_soort="boeking", onderwerp_id=12, wat="bevestigd", door=door, nu=nu)

    door.delete()

    assert Gebeurtenis.objects.get().door is None
