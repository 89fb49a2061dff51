"""What every test of bookings has at hand; tests that need the real registers may be skipped."""

import pytest
import time_machine

from tests.inloggen import login_as, make_medewerker

from .duo import DATA_MAP, PO, VO
from .wereld import Wereld


def pytest_collection_modifyitems(items):
    needed = [PO, VO, DATA_MAP / "schoolvakanties.csv", DATA_MAP / "feestdagen.csv"]
    missing = [path.name for path in needed if not path.is_file()]
    if missing:
        skip = pytest.mark.skip(reason=f"not here: {', '.join(missing)} (set DUO_MAP)")
        for item in items:
            if item.get_closest_marker("duo"):
                item.add_marker(skip)


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
