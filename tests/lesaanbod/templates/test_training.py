"""The page of a training tells when it is given, and how to enrol."""

from datetime import timedelta

import pytest
import time_machine

from tests.factories.catalogus import SessieFactory, TrainingPageFactory
from tests.lesaanbod.templates.test_les import get_text


@pytest.fixture(autouse=True)
def today(nu):
    with time_machine.travel(nu):
        yield


@pytest.fixture
def training(lesaanbod):
    return TrainingPageFactory(parent=lesaanbod, aanmelden="Mail naar training@stad.example.")


def test_open_session_tells_when_where_how_many_and_until_when(client, training):
    SessieFactory(training=training)
    assert (
        "Wanneer kunt u komen? dinsdag 2 februari 2027, 14.00 tot 16.00 uur "
        "Wijkbureau Noord, Lindelaan 4. Plaats voor 20 mensen. "
        "Aanmelden kan tot dinsdag 26 januari 2027, 14.00 uur. Zo meldt u zich aan"
    ) in get_text(client, training)


def test_enrolling_goes_by_mail(client, training):
    html = client.get(training.url).content.decode()
    assert '<a href="mailto:training@stad.example"' in html


def test_closed_session_says_so(client, training, nu):
    SessieFactory(training=training, sluit_op=nu - timedelta(days=1))
    assert "Aanmelden kan niet meer." in get_text(client, training)


def test_cancelled_session_says_so_and_no_place(client, training):
    SessieFactory(training=training, status="vervallen")
    text = get_text(client, training)
    assert "14.00 tot 16.00 uur Gaat niet door. Zo meldt" in text


def test_training_without_sessions_has_no_heading(client, training):
    assert "Wanneer kunt u komen?" not in get_text(client, training)
