from datetime import datetime, timedelta

import pytest

from boekingen.domain.lesvolgorde import Lesmoment, beoordeel_volgorde, beoordeel_wensen
from boekingen.domain.schooldagen import ZONE, Oordeel

MAG = Oordeel(mag=True)


def at(nummer, dag, uur=9, maand=1, duur=60):
    begin = datetime(2027, maand, dag, uur, tzinfo=ZONE)
    return Lesmoment(nummer, begin, begin + timedelta(minutes=duur))


def refuse(reden):
    return Oordeel(mag=False, reden=reden)


@pytest.mark.parametrize("momenten", [[], [at(3, 12)]])
def test_beoordeel_volgorde_of_nothing_to_compare(momenten):
    assert beoordeel_volgorde(momenten, 7) == MAG


def test_beoordeel_volgorde_with_exactly_enough_days():
    assert beoordeel_volgorde([at(2, 26), at(3, 2, uur=8, maand=2)], 7) == MAG


def test_beoordeel_volgorde_one_day_too_early():
    assert beoordeel_volgorde([at(2, 26), at(3, 1, maand=2)], 7) == refuse(
        "Kies een dag vanaf dinsdag 2 februari. Tussen les 2 en les 3 zit minstens één week."
    )


def test_beoordeel_volgorde_takes_moments_in_any_order():
    assert beoordeel_volgorde([at(3, 26), at(1, 12), at(2, 19)], 7) == MAG


def test_beoordeel_volgorde_in_the_wrong_order():
    assert beoordeel_volgorde([at(1, 26), at(2, 12)], 7) == refuse(
        "Kies een dag vanaf dinsdag 2 februari. Tussen les 1 en les 2 zit minstens één week."
    )


def test_beoordeel_volgorde_names_the_first_fault():
    oordeel = beoordeel_volgorde([at(1, 12), at(2, 13), at(3, 14)], 2)
    assert oordeel == refuse(
        "Kies een dag vanaf donderdag 14 januari. Tussen les 1 en les 2 zit minstens twee dagen."
    )


def test_beoordeel_volgorde_on_one_day():
    assert beoordeel_volgorde([at(1, 12, uur=9), at(2, 12, uur=10)], 0) == MAG
    assert beoordeel_volgorde([at(1, 12, uur=9), at(2, 12, uur=9)], 0) == refuse(
        "Kies een later moment. Les 2 komt na les 1."
    )


def test_beoordeel_volgorde_counts_days_as_in_the_netherlands():
    laat = Lesmoment(
        1, datetime(2027, 1, 12, 23, 30, tzinfo=ZONE), datetime(2027, 1, 13, tzinfo=ZONE)
    )
    assert beoordeel_volgorde([laat, at(2, 13)], 1) == MAG


@pytest.mark.parametrize(
    ("dagen", "afstand"),
    [
        (1, "één dag"),
        (3, "drie dagen"),
        (4, "4 dagen"),
        (7, "één week"),
        (10, "10 dagen"),
        (14, "twee weken"),
        (28, "4 weken"),
    ],
)
def test_beoordeel_volgorde_writes_the_distance_in_words(dagen, afstand):
    reden = beoordeel_volgorde([at(1, 12, uur=9), at(2, 12, uur=11)], dagen).reden
    assert reden.endswith(f"Tussen les 1 en les 2 zit minstens {afstand}.")


def test_beoordeel_wensen_finds_the_choice_that_fits():
    wensen = [[at(1, 19), at(1, 12)], [at(2, 18), at(2, 19)], [at(3, 26)]]
    assert beoordeel_wensen(wensen, 7) == MAG


def test_beoordeel_wensen_where_no_choice_fits():
    wensen = [[at(1, 12)], [at(2, 19), at(2, 20)], [at(3, 21), at(3, 25)]]
    assert beoordeel_wensen(wensen, 7) == refuse(
        "Kies een dag vanaf dinsdag 26 januari. Tussen les 2 en les 3 zit minstens één week."
    )


def test_beoordeel_wensen_leaves_out_a_lesson_without_wishes():
    assert beoordeel_wensen([[at(1, 12)], [], [at(3, 19)]], 7) == MAG
    assert beoordeel_wensen([[at(1, 12)], [], [at(3, 18)]], 7) == refuse(
        "Kies een dag vanaf dinsdag 19 januari. Tussen les 1 en les 3 zit minstens één week."
    )


def test_beoordeel_wensen_of_nothing():
    assert beoordeel_wensen([[], []], 7) == MAG
