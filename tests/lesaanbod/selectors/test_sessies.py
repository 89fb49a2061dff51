"""The moments of a training that are still to come."""

from datetime import timedelta

import pytest

from lesaanbod.selectors.sessies import list_sessies
from tests.factories.catalogus import SessieFactory, TrainingPageFactory


@pytest.fixture
def training(lesaanbod):
    return TrainingPageFactory(parent=lesaanbod)


def list_plaatsen(training, nu) -> list[str]:
    return [sessie.plaats for sessie in list_sessies(training_id=training.pk, nu=nu)]


def test_first_one_comes_first_and_past_or_other_ones_do_not_come(training, lesaanbod, nu):
    SessieFactory(training=training, plaats="later", begin=nu + timedelta(days=9))
    SessieFactory(training=training, plaats="eerder", begin=nu + timedelta(days=8))
    SessieFactory(training=training, plaats="voorbij", begin=nu - timedelta(hours=2))
    SessieFactory(training=TrainingPageFactory(parent=lesaanbod), plaats="elders")
    assert list_plaatsen(training, nu) == ["eerder", "later"]


def test_one_that_is_going_on_still_stands_and_is_closed(training, nu):
    SessieFactory(training=training, begin=nu - timedelta(hours=1))
    (sessie,) = list_sessies(training_id=training.pk, nu=nu)
    assert (sessie.is_open, sessie.is_vervallen) == (False, False)


def test_open_and_cancelled_ones_say_so(training, nu):
    SessieFactory(training=training)
    SessieFactory(training=training, status="vervallen")
    beelden = list_sessies(training_id=training.pk, nu=nu)
    assert [(een.is_open, een.is_vervallen) for een in beelden] == [(True, False), (False, True)]
