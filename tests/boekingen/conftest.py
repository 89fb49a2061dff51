"""What every test of bookings has at hand."""

import pytest
import time_machine

from tests.inloggen import login_as, make_medewerker

from .wereld import Wereld


@pytest.fixture
def wereld(db, nu) -> Wereld:
    """A school with an admitted contact; people and lessons come as a test needs them."""
    return Wereld(nu=nu)


@pytest.fixture
def coordinator(client, wereld, nu):
    """Log a coördinator in on ``client``, on the Monday of ``nu``, and give that person."""
    with time_machine.travel(nu, tick=True):
        gebruiker = make_medewerker("coördinator", naam="Jamila Terlouw")
        login_as(client, gebruiker)
        yield gebruiker
