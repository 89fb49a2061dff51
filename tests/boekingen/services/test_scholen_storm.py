from functools import partial

import pytest

from boekingen.models import School
from boekingen.services.scholen import voeg_school_toe
from boekingen.services.schoolregister import importeer_register
from tests.factories.registers import build_codes, build_register
from tests.storm import run_at_once

pytestmark = pytest.mark.django_db(transaction=True)
CLIENTS = 6


def add_school(nu):
    return voeg_school_toe(
        naam="Mbo Oeverkade",
        straat="Oeverkade",
        huisnummer="1",
        postcode="3599 SA",
        plaats="Utrecht",
        sector="mbo",
        vakantieregio="Midden",
        wijk_id=None,
        telefoon="",
        door=None,
        nu=nu,
        gecontroleerd=False,
    ).pk


def test_voeg_school_toe_by_many_at_once_adds_one(nu):
    uitkomsten = run_at_once([partial(add_school, nu)] * CLIENTS)
    gelukt = [uitkomst.value for uitkomst in uitkomsten if not uitkomst.error]
    fouten = [uitkomst.error for uitkomst in uitkomsten if uitkomst.error]
    assert (len(gelukt), fouten) == (1, ["SchoolBestaatAl"] * (CLIENTS - 1))
    assert School.objects.values_list("pk", flat=True).get() == gelukt[0]


def take(inhoud, nu):
    verslag = importeer_register(inhoud=inhoud, sta_verdwijnen_toe=False, door=None, nu=nu)
    return verslag.aanwezig


def test_importeer_register_by_many_at_once_stores_each_location_once(nu):
    inhoud = build_register(*build_codes(100))
    uitkomsten = run_at_once([partial(take, inhoud, nu)] * CLIENTS)
    assert [uitkomst.value for uitkomst in uitkomsten] == [100] * CLIENTS
    assert School.objects.count() == 100
