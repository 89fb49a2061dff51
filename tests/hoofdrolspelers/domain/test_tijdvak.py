"""A span of time, and sums with spans."""

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from hoofdrolspelers.domain.tijdvak import (
    LeegTijdvak,
    TijdstipZonderZone,
    Tijdvak,
    doorsnede,
    trek_af,
    verenig,
    voeg_samen,
)

from .spans import get_minutes, is_merged, rijen, tijdvakken

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def uur(begin: float, eind: float) -> Tijdvak:
    """Return the span between two hours of 11 January 2027, in UTC."""
    dag = datetime(2027, 1, 11, tzinfo=UTC)
    return Tijdvak(dag + timedelta(hours=begin), dag + timedelta(hours=eind))


def test_tijdvak_refuses_a_moment_without_zone():
    aware = datetime(2027, 1, 11, 9, tzinfo=UTC)
    with pytest.raises(TijdstipZonderZone):
        Tijdvak(datetime(2027, 1, 11, 8), aware)
    with pytest.raises(TijdstipZonderZone):
        Tijdvak(aware, datetime(2027, 1, 11, 10))


@pytest.mark.parametrize("hours", [0, -1])
def test_tijdvak_refuses_an_end_that_is_not_later(hours):
    with pytest.raises(LeegTijdvak):
        uur(9, 9 + hours)


def test_tijdvak_refusals_are_value_errors():
    assert issubclass(TijdstipZonderZone, ValueError)
    assert issubclass(LeegTijdvak, ValueError)


def test_tijdvak_is_one_value_in_whatever_zone_it_was_given():
    begin = datetime(2027, 1, 11, 9, tzinfo=AMSTERDAM)
    here = Tijdvak(begin, begin + timedelta(hours=1))
    there = Tijdvak(
        datetime(2027, 1, 11, 4, tzinfo=timezone(timedelta(hours=-4))),
        datetime(2027, 1, 11, 9, tzinfo=UTC),
    )
    assert here == there == uur(8, 9)
    assert len({here, there}) == 1
    assert here.begin.tzinfo is UTC


def test_tijdvak_cannot_change():
    with pytest.raises(FrozenInstanceError):
        uur(8, 9).begin = datetime(2027, 1, 11, tzinfo=UTC)


def test_tijdvak_tells_the_two_half_past_twos_of_autumn_apart():
    first = datetime(2027, 10, 31, 2, 30, tzinfo=AMSTERDAM)
    tijdvak = Tijdvak(first, first.replace(fold=1))
    assert tijdvak.duur == timedelta(hours=1)


def test_duur_of_the_night_of_spring_is_an_hour_shorter():
    tijdvak = Tijdvak(
        datetime(2027, 3, 28, 0, tzinfo=AMSTERDAM), datetime(2027, 3, 28, 6, tzinfo=AMSTERDAM)
    )
    assert tijdvak.duur == timedelta(hours=5)


@pytest.mark.parametrize(
    ("ander", "overlapt", "bevat"),
    [
        pytest.param(uur(6, 7), False, False, id="before"),
        pytest.param(uur(7, 8), False, False, id="touches the begin"),
        pytest.param(uur(12, 13), False, False, id="touches the end"),
        pytest.param(uur(13, 14), False, False, id="after"),
        pytest.param(uur(7, 9), True, False, id="into"),
        pytest.param(uur(9, 10), True, True, id="within"),
        pytest.param(uur(8, 10), True, True, id="within, same begin"),
        pytest.param(uur(10, 12), True, True, id="within, same end"),
        pytest.param(uur(8, 12), True, True, id="same"),
        pytest.param(uur(7, 13), True, False, id="around"),
        pytest.param(uur(11, 13), True, False, id="out of"),
    ],
)
def test_overlapt_and_bevat_of_every_case_drawn(ander, overlapt, bevat):
    tijdvak = uur(8, 12)
    assert tijdvak.overlapt(ander) is overlapt
    assert ander.overlapt(tijdvak) is overlapt
    assert tijdvak.bevat(ander) is bevat


def test_voeg_samen_joins_what_touches_and_keeps_what_does_not():
    rij = [uur(13, 14), uur(9, 10), uur(8, 9), uur(8, 8.5)]
    assert voeg_samen(rij) == (uur(8, 10), uur(13, 14))


def test_trek_af_a_lesson_from_a_morning_leaves_two_pieces():
    assert trek_af([uur(8, 12)], [uur(9, 10)]) == (uur(8, 9), uur(10, 12))


def test_trek_af_one_long_gap_from_several_spans():
    assert trek_af([uur(8, 10), uur(11, 12), uur(13, 15)], [uur(9, 14)]) == (
        uur(8, 9),
        uur(14, 15),
    )


def test_doorsnede_of_touching_spans_is_empty():
    assert doorsnede([uur(8, 9)], [uur(9, 10)]) == ()


@given(tijdvakken(), tijdvakken())
def test_overlapt_is_sharing_a_minute(een, ander):
    assert een.overlapt(ander) is bool(get_minutes([een]) & get_minutes([ander]))


@given(rijen)
def test_voeg_samen_keeps_every_minute_and_no_other(rij):
    assert get_minutes(voeg_samen(rij)) == get_minutes(rij)
    assert is_merged(voeg_samen(rij))
    assert voeg_samen(voeg_samen(rij)) == voeg_samen(rij)


@given(rijen, rijen)
def test_verenig_is_union(links, rechts):
    assert get_minutes(verenig(links, rechts)) == get_minutes(links) | get_minutes(rechts)
    assert is_merged(verenig(links, rechts))
    assert verenig(links, rechts) == verenig(rechts, links)


@given(rijen, rijen)
def test_doorsnede_is_intersection(links, rechts):
    assert get_minutes(doorsnede(links, rechts)) == get_minutes(links) & get_minutes(rechts)
    assert is_merged(doorsnede(links, rechts))
    assert doorsnede(links, rechts) == doorsnede(rechts, links)


@given(rijen, rijen)
def test_trek_af_is_difference(van, af):
    assert get_minutes(trek_af(van, af)) == get_minutes(van) - get_minutes(af)
    assert is_merged(trek_af(van, af))


@given(rijen, rijen, rijen)
def test_the_laws_hold_between_the_three(a, b, c):
    assert verenig(trek_af(a, b), doorsnede(a, b)) == voeg_samen(a)
    assert doorsnede(a, verenig(b, c)) == verenig(doorsnede(a, b), doorsnede(a, c))
    assert trek_af(a, verenig(b, c)) == trek_af(trek_af(a, b), c)


@given(rijen, tijdvakken())
def test_free_and_not_free_together_are_the_window(vrij, venster):
    binnen = doorsnede(vrij, [venster])
    buiten = trek_af([venster], vrij)
    assert verenig(binnen, buiten) == (venster,)
    assert doorsnede(binnen, buiten) == ()
