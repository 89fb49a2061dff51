"""The guard against being in two places, with everybody pressing at once."""

from datetime import timedelta
from functools import partial

from django.db import connection

import pytest

from hoofdrolspelers.models import Vastlegging
from hoofdrolspelers.services.vastleggingen import leg_vast
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory
from tests.hoofdrolspelers.bewaking import without_guard
from tests.storm import run_at_once

CLIENTS = 8


def leg_vast_en_zeg_wat(**fields) -> str:
    """Take the time and return the key: a row of the database itself stays at home."""
    return leg_vast(**fields).sleutel


def create_without_asking(**fields) -> str:
    """Write the row with neither lock nor look: only the database can refuse."""
    return Vastlegging.objects.create(**fields).sleutel


def build_overlapping(function, hoofdrolspeler, nu):
    """Return one call per client; every two of the spans overlap, no two are the same."""
    return [
        partial(
            function,
            hoofdrolspeler_id=hoofdrolspeler.pk,
            begin=nu + timedelta(minutes=number),
            eind=nu + timedelta(minutes=number + 60),
            sleutel=f"les-{number}",
        )
        for number in range(CLIENTS)
    ]


@pytest.fixture
def hoofdrolspeler(transactional_db):
    return HoofdrolspelerFactory()


def test_leg_vast_at_once_lets_exactly_one_win(hoofdrolspeler, nu):
    answers = run_at_once(build_overlapping(leg_vast_en_zeg_wat, hoofdrolspeler, nu))
    winners = [answer.value for answer in answers if not answer.error]
    errors = sorted(answer.error for answer in answers)
    assert errors == ["", *["AlBezet"] * (CLIENTS - 1)]
    assert list(Vastlegging.objects.values_list("sleutel", flat=True)) == winners


def test_leg_vast_at_once_without_the_guard_is_held_by_lock_and_look(hoofdrolspeler, nu):
    with without_guard():
        answers = run_at_once(build_overlapping(leg_vast_en_zeg_wat, hoofdrolspeler, nu))
        assert Vastlegging.objects.count() == 1
    assert sorted(answer.error for answer in answers) == ["", *["AlBezet"] * (CLIENTS - 1)]


def test_guard_alone_lets_exactly_one_row_in(hoofdrolspeler, nu):
    answers = run_at_once(build_overlapping(create_without_asking, hoofdrolspeler, nu))
    winners = [answer.value for answer in answers if not answer.error]
    # PostgreSQL may end the wait of two for each other as a deadlock; refused is refused.
    refusals = {"sqlite": {"IntegrityError"}, "postgresql": {"IntegrityError", "OperationalError"}}
    assert {answer.error for answer in answers} - {""} <= refusals[connection.vendor]
    assert list(Vastlegging.objects.values_list("sleutel", flat=True)) == winners
    assert len(winners) == 1


def test_control_without_guard_lock_and_look_everybody_gets_in(hoofdrolspeler, nu):
    with without_guard():
        answers = run_at_once(build_overlapping(create_without_asking, hoofdrolspeler, nu))
        assert Vastlegging.objects.count() == CLIENTS
    assert {answer.error for answer in answers} == {""}


def test_leg_vast_at_once_of_touching_spans_lets_all_in(hoofdrolspeler, nu):
    calls = [
        partial(
            leg_vast_en_zeg_wat,
            hoofdrolspeler_id=hoofdrolspeler.pk,
            begin=nu + timedelta(hours=number),
            eind=nu + timedelta(hours=number + 1),
            sleutel=f"les-{number}",
        )
        for number in range(CLIENTS)
    ]
    assert [answer.value for answer in run_at_once(calls)] == [f"les-{n}" for n in range(CLIENTS)]
