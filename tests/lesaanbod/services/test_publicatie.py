"""Pages go online and offline when an editor planned it, by the worker."""

from datetime import timedelta

import pytest
import time_machine

from lesaanbod.models import LesPage
from lesaanbod.services.publicatie import publiceer_geplande
from tests.factories.catalogus import maak_les


@pytest.fixture(autouse=True)
def today(nu):
    with time_machine.travel(nu, tick=False) as reis:
        yield reis


def test_planned_page_goes_online_when_it_is_time(lesaanbod, nu, today):
    les = maak_les(lesaanbod, live=False)
    les.go_live_at = nu + timedelta(hours=1)
    les.save_revision().publish()
    assert (publiceer_geplande(nu=nu), LesPage.objects.get(pk=les.pk).live) == (0, False)
    later = nu + timedelta(hours=2)
    today.move_to(later)
    assert (publiceer_geplande(nu=later), LesPage.objects.get(pk=les.pk).live) == (1, True)
    assert publiceer_geplande(nu=later) == 0


def test_page_past_its_end_goes_offline(lesaanbod, nu):
    les = maak_les(lesaanbod, expire_at=nu - timedelta(minutes=1))
    assert publiceer_geplande(nu=nu) == 1
    les.refresh_from_db()
    assert (les.live, publiceer_geplande(nu=nu)) == (False, 0)
