"""The time of one person, layer by layer."""

from datetime import date, datetime, time, timedelta
from itertools import combinations

import pytest
from hypothesis import given

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok
from hoofdrolspelers.domain.persoonstijd import (
    Soort,
    Tijdgegevens,
    bereken_aangeboden,
    bereken_beschikbaarheid,
    bereken_vrij,
    get_vakantienaam,
)
from hoofdrolspelers.domain.ritmeperiode import Periode, Ritmestuk
from hoofdrolspelers.domain.tijdvak import Tijdvak, doorsnede, verenig, voeg_samen

from .tijden import AMSTERDAM, get_week, weken

MAANDAG = date(2027, 1, 11)
WEEK = get_week(MAANDAG)


def om(dag: date, begin: str, eind: str) -> Tijdvak:
    randen = (time.fromisoformat(begin), time.fromisoformat(eind))
    return Tijdvak(*(datetime.combine(dag, rand, AMSTERDAM) for rand in randen))


def stuk(weekdag: int, begin: str, eind: str, vanaf=None, tm=None) -> Ritmestuk:
    blok = Ritmeblok(weekdag, time.fromisoformat(begin), time.fromisoformat(eind))
    return Ritmestuk(blok, Periode(vanaf, tm))


OCHTEND = stuk(1, "08:00", "12:00")


def test_bereken_beschikbaarheid_gives_each_stretch_its_reason():
    gegevens = Tijdgegevens(
        ritme=(OCHTEND,),
        extra=(om(MAANDAG, "13:00", "15:00"),),
        weg=(om(MAANDAG, "11:00", "14:00"),),
        vastgelegd=(om(MAANDAG, "08:00", "09:00"),),
        eigen_agenda=(om(MAANDAG, "08:30", "09:30"), om(MAANDAG, "16:00", "17:00")),
    )
    uitkomst = bereken_beschikbaarheid(gegevens, WEEK)
    lagen = uitkomst.lagen
    assert lagen[Soort.LES] == (om(MAANDAG, "08:00", "09:00"),)
    assert lagen[Soort.AGENDA] == (om(MAANDAG, "09:00", "09:30"),)
    assert lagen[Soort.VRIJ] == (om(MAANDAG, "09:30", "11:00"), om(MAANDAG, "14:00", "15:00"))
    assert lagen[Soort.WEG] == (om(MAANDAG, "11:00", "12:00"), om(MAANDAG, "13:00", "14:00"))
    assert lagen[Soort.VAKANTIE] == ()
    assert uitkomst.vrij == lagen[Soort.VRIJ]


def test_holidays_of_midden_are_off_until_somebody_chooses_otherwise():
    """Monday 22 February 2027 lies in the voorjaarsvakantie of region Midden."""
    maandag = date(2027, 2, 22)
    week = get_week(maandag)
    thuis = bereken_beschikbaarheid(Tijdgegevens(ritme=(OCHTEND,)), week)
    assert (thuis.vrij, thuis.lagen[Soort.VAKANTIE]) == ((), (om(maandag, "08:00", "12:00"),))
    wel = bereken_beschikbaarheid(Tijdgegevens(ritme=(OCHTEND,), in_vakanties=True), week)
    assert (wel.vrij, wel.lagen[Soort.VAKANTIE]) == ((om(maandag, "08:00", "12:00"),), ())


def test_extra_hours_count_in_a_holiday():
    maandag = date(2027, 2, 22)
    extra = (om(maandag, "09:00", "10:00"),)
    uitkomst = bereken_beschikbaarheid(
        Tijdgegevens(ritme=(OCHTEND,), extra=extra), get_week(maandag)
    )
    assert uitkomst.vrij == extra


def test_a_rhythm_holds_in_its_own_period_only():
    """Until 12 January the Tuesday, from the 13th on the Thursday."""
    gegevens = Tijdgegevens(
        ritme=(
            stuk(2, "09:00", "10:00", tm=date(2027, 1, 12)),
            stuk(3, "09:00", "10:00", tm=date(2027, 1, 12)),
            stuk(2, "09:00", "10:00", vanaf=date(2027, 1, 13)),
            stuk(4, "09:00", "10:00", vanaf=date(2027, 1, 13)),
        )
    )
    dagen = [tijdvak.begin.date() for tijdvak in bereken_vrij(gegevens, WEEK)]
    assert dagen == [date(2027, 1, 12), date(2027, 1, 14)]


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2027, 1, 11), ""),
        (date(2027, 2, 24), "Voorjaarsvakantie"),
        (date(2027, 12, 27), "Kerstvakantie"),
        (date(2027, 1, 1), "Kerstvakantie"),
        (date(2027, 5, 17), "Tweede pinksterdag"),
    ],
)
def test_get_vakantienaam_names_the_day(dag, naam):
    assert get_vakantienaam(dag).casefold() == naam.casefold()


@given(weken())
def test_the_layers_are_the_whole_week_and_share_no_moment(week):
    maandag, gegevens = week
    venster = get_week(maandag)
    lagen = bereken_beschikbaarheid(gegevens, venster).lagen
    assert voeg_samen(tijdvak for laag in lagen.values() for tijdvak in laag) == (venster,)
    assert (
        sum((tijdvak.duur for laag in lagen.values() for tijdvak in laag), timedelta())
        == venster.duur
    )
    for een, ander in combinations(lagen.values(), 2):
        assert doorsnede(een, ander) == ()


@given(weken())
def test_free_is_offered_without_lessons_and_diary(week):
    maandag, gegevens = week
    venster = get_week(maandag)
    uitkomst = bereken_beschikbaarheid(gegevens, venster)
    assert uitkomst.vrij == bereken_vrij(gegevens, venster)
    assert uitkomst.aangeboden == bereken_aangeboden(gegevens, venster)
    assert doorsnede(uitkomst.vrij, (*gegevens.vastgelegd, *gegevens.eigen_agenda)) == ()
    assert doorsnede(uitkomst.vrij, gegevens.weg) == ()
    assert verenig(uitkomst.vrij, uitkomst.aangeboden) == uitkomst.aangeboden
