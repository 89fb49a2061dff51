"""The clock of the views stands on the Monday of ``nu`` for who asks."""

import pytest
import time_machine

from tests.boekingen.invullen import Docent


@pytest.fixture
def klok(nu):
    """Let the views think it is ``nu``."""
    with time_machine.travel(nu, tick=True):
        yield


@pytest.fixture
def docent(klok, wereld) -> Docent:
    """Somebody we do not know yet, on the first screen for a single lesson."""
    return Docent(wereld, wereld.les({"wijkagent": 1})).begin()


@pytest.fixture
def docent_serie(klok, wereld) -> Docent:
    """Somebody we do not know yet, on the first screen for a series of two."""
    les = wereld.les({"wijkagent": 1}, {"rolmodel": 1}, min_dagen_tussen=7)
    return Docent(wereld, les).begin()
