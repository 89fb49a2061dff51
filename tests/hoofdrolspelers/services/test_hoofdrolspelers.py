"""Letting people join."""

from datetime import time

from django.core.exceptions import ValidationError

import pytest

from hoofdrolspelers.domain.beschikbaarheid import OngeldigRitmeblok
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from hoofdrolspelers.models import Hoofdrolspeler, WeekRitme
from hoofdrolspelers.services.hoofdrolspelers import OnbekendeKeuze, maak_hoofdrolspeler
from lesaanbod.models import Gebeurtenis, Gebruiker
from tests.factories.lesaanbod import GebruikerFactory, NiveauFactory, RolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def gegevens(nu):
    """What a coördinator fills in for a wijkagent."""
    RolFactory(slug="wijkagent")
    NiveauFactory(slug="vo")
    return {
        "email": "Sanne@Politie.example",
        "naam": "Sanne de Vries",
        "voornaam": "Sanne",
        "organisatie": "Politie Utrecht",
        "rol_slugs": ["wijkagent"],
        "niveau_slugs": ["vo"],
        "wijkcodes": ["WK034403", "WK034401"],
        "ritme": [(1, time(8), time(12)), (1, time(11), time(13)), (4, time(9), time(16))],
        "zichtbaarheid": Zichtbaarheid.VOORNAAM,
        "max_per_maand": 3,
        "telefoon": "0612345678",
        "nu": nu,
        "door": GebruikerFactory(),
    }


def test_maak_hoofdrolspeler_stores_everything(gegevens):
    hoofdrolspeler = maak_hoofdrolspeler(**gegevens)
    hoofdrolspeler.refresh_from_db()
    assert hoofdrolspeler.gebruiker.email == "sanne@politie.example"
    assert hoofdrolspeler.gebruiker.naam == "Sanne de Vries"
    assert not hoofdrolspeler.gebruiker.has_usable_password()
    assert (hoofdrolspeler.voornaam, hoofdrolspeler.organisatie) == ("Sanne", "Politie Utrecht")
    assert (hoofdrolspeler.zichtbaarheid, hoofdrolspeler.max_per_maand) == ("voornaam", 3)
    assert (hoofdrolspeler.telefoon, hoofdrolspeler.is_actief) == ("0612345678", True)
    assert [rol.slug for rol in hoofdrolspeler.rollen.all()] == ["wijkagent"]
    assert [niveau.slug for niveau in hoofdrolspeler.niveaus.all()] == ["vo"]
    assert [wijk.naam for wijk in hoofdrolspeler.wijken.all()] == ["West", "Overvecht"]


def test_maak_hoofdrolspeler_joins_overlapping_blocks(gegevens):
    hoofdrolspeler = maak_hoofdrolspeler(**gegevens)
    assert list(hoofdrolspeler.weekritmes.values_list("weekdag", "begin", "eind")) == [
        (1, time(8), time(13)),
        (4, time(9), time(16)),
    ]


def test_maak_hoofdrolspeler_writes_one_gebeurtenis(gegevens, nu):
    hoofdrolspeler = maak_hoofdrolspeler(**gegevens)
    gebeurtenis = Gebeurtenis.objects.get()
    assert (gebeurtenis.onderwerp_soort, gebeurtenis.onderwerp_id, gebeurtenis.wat) == (
        "hoofdrolspeler",
        str(hoofdrolspeler.pk),
        "aangemeld",
    )
    assert (gebeurtenis.op, gebeurtenis.door) == (nu, gegevens["door"])


def test_maak_hoofdrolspeler_twice_changes_nothing(gegevens):
    first = maak_hoofdrolspeler(**gegevens)
    changed = {"email": "sanne@politie.EXAMPLE", "voornaam": "Anders", "ritme": [], "wijkcodes": []}
    second = maak_hoofdrolspeler(**gegevens | changed)
    assert (second, second.voornaam, second.wijken.count()) == (first, "Sanne", 2)
    assert (WeekRitme.objects.count(), Gebeurtenis.objects.count()) == (2, 1)


def test_maak_hoofdrolspeler_keeps_a_known_gebruiker_and_the_name(gegevens):
    known = GebruikerFactory(email="sanne@politie.example", naam="S. de Vries")
    assert maak_hoofdrolspeler(**gegevens).gebruiker == known
    known.refresh_from_db()
    assert known.naam == "S. de Vries"


@pytest.mark.parametrize("field", ["rol_slugs", "niveau_slugs", "wijkcodes"])
def test_maak_hoofdrolspeler_refuses_an_unknown_choice_by_name(gegevens, field):
    with pytest.raises(OnbekendeKeuze) as refusal:
        maak_hoofdrolspeler(**gegevens | {field: [*gegevens[field], "bestaat-niet"]})
    assert refusal.value.args == (["bestaat-niet"],)
    assert not Hoofdrolspeler.objects.exists()
    assert not Gebruiker.objects.filter(email="sanne@politie.example").exists()


def test_maak_hoofdrolspeler_refuses_a_block_that_ends_before_it_begins(gegevens):
    with pytest.raises(OngeldigRitmeblok):
        maak_hoofdrolspeler(**gegevens | {"ritme": [(1, time(22), time(6))]})
    assert not Hoofdrolspeler.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"), [("max_per_maand", 0), ("max_per_maand", 61), ("voornaam", "x" * 61)]
)
def test_maak_hoofdrolspeler_refuses_a_value_that_does_not_fit(gegevens, field, value):
    with pytest.raises(ValidationError) as refusal:
        maak_hoofdrolspeler(**gegevens | {field: value})
    assert list(refusal.value.message_dict) == [field]
    assert not Hoofdrolspeler.objects.exists()
