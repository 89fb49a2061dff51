"""Numbers for an editor: which open bookings count on something else than the lesson says now."""

from uuid import UUID

import pytest

from boekingen.domain.lesafwijking import (
    Boekingtelling,
    Deelopzet,
    format_boekingen,
    list_afwijkingen,
)
from lesaanbod.domain.lesfeiten import Gast

EEN, TWEE = UUID(int=1), UUID(int=2)
AGENT, RECHTER = Gast("wijkagent", "wijkagenten"), Gast("rechter", "rechters")


def opzet(duur: int = 60, *gasten: Gast) -> Deelopzet:
    return Deelopzet(duur=duur, gasten=frozenset(gasten or (AGENT,)))


def telling(aantal: int = 4, sleutel: UUID = EEN, **velden) -> Boekingtelling:
    return Boekingtelling(sleutel=sleutel, opzet=velden.get("opzet", opzet()), aantal=aantal)


def test_bookings_that_agree_say_nothing():
    assert list_afwijkingen([telling()], {EEN: opzet()}) == []


def test_role_is_the_same_however_its_plural_is_written():
    assert list_afwijkingen([telling()], {EEN: opzet(60, Gast("wijkagent"))}) == []


def test_changed_duration_is_told_with_the_number():
    assert list_afwijkingen([telling()], {EEN: opzet(45)}) == ["4 boekingen rekenen op 60 minuten."]


def test_one_booking_is_told_in_the_singular():
    assert list_afwijkingen([telling(1)], {EEN: opzet(45)}) == ["1 boeking rekent op 60 minuten."]


def test_changed_roles_are_told_with_what_the_bookings_count_on():
    twee = opzet(60, Gast("wijkagent", "wijkagenten", 2), RECHTER)
    assert list_afwijkingen([telling(opzet=twee)], {EEN: opzet()}) == [
        "4 boekingen rekenen op rechter en twee wijkagenten."
    ]


def test_booking_without_roles_counts_on_nobody():
    leeg = Deelopzet(duur=60, gasten=frozenset())
    assert list_afwijkingen([telling(opzet=leeg)], {EEN: opzet()}) == [
        "4 boekingen rekenen op niemand."
    ]


def test_removed_onderdeel_is_told():
    assert list_afwijkingen([telling(2)], {TWEE: opzet()}) == [
        "2 boekingen rekenen op een onderdeel dat niet meer in de les staat."
    ]


def test_same_difference_in_two_onderdelen_is_added_up():
    tellingen = [telling(1), telling(3, TWEE)]
    assert list_afwijkingen(tellingen, {EEN: opzet(45), TWEE: opzet(50)}) == [
        "4 boekingen rekenen op 60 minuten."
    ]


@pytest.mark.parametrize(
    ("aantal", "soort", "tekst"),
    [(1, "", "1 boeking"), (2, "", "2 boekingen"), (1, "open", "1 open boeking")],
)
def test_number_of_bookings_in_words(aantal, soort, tekst):
    assert format_boekingen(aantal, soort=soort) == tekst
