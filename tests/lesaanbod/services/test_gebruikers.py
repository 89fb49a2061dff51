"""Making people known to the site."""

import pytest

from lesaanbod.services.gebruikers import ensure_gebruiker
from tests.factories.lesaanbod import GebruikerFactory

pytestmark = pytest.mark.django_db


def test_ensure_gebruiker_makes_somebody_without_a_usable_password():
    gebruiker = ensure_gebruiker(email=" Sam@Voorbeeld.example ", naam="Sam Jansen")
    gebruiker.refresh_from_db()
    assert (gebruiker.email, gebruiker.naam) == ("sam@voorbeeld.example", "Sam Jansen")
    assert gebruiker.has_usable_password() is False
    assert (gebruiker.is_active, gebruiker.is_superuser) == (True, False)


def test_ensure_gebruiker_leaves_somebody_known_as_they_are():
    known = GebruikerFactory(email="sam@voorbeeld.example", naam="Sam Jansen", is_active=False)
    assert ensure_gebruiker(email="SAM@voorbeeld.example", naam="Iemand anders") == known
    known.refresh_from_db()
    assert (known.naam, known.is_active) == ("Sam Jansen", False)


@pytest.mark.parametrize("naam", ["Sam Jansen", ""])
def test_ensure_gebruiker_fills_in_a_name_that_is_not_known(naam):
    GebruikerFactory(email="sam@voorbeeld.example", naam="")
    assert ensure_gebruiker(email="sam@voorbeeld.example", naam=naam).naam == naam
