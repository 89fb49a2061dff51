"""What the tests of access have at hand."""

from datetime import UTC, datetime, timedelta

from django.test import Client

import pytest
import time_machine


@pytest.fixture
def client_maker():
    """Another browser, without cookies."""
    return Client


@pytest.fixture
def time_machine_travel():
    """Return a maker of «so much later»."""
    return lambda **later: time_machine.travel(datetime.now(UTC) + timedelta(**later))
