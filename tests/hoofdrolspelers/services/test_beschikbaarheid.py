"""What people say of their own time."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError

import pytest

from hoofdrolspelers.domain.beschikbaarheid import OngeldigRitmeblok
from hoofdrolspelers.domain.dagdeel import Dagdeel
from hoofdrolspelers.domain.ritmeperiode import Periode
from hoofdrolspelers.domain.uitzondering import (
    AlVoorbij,
    EindVoorBegin,
    TeLang,
    TeVerWeg,
    TijdBestaatNiet,
    Uitzonderingsoort,
)
from hoofdrolspelers.services.beschikbaarheid import (
    Ritmeuitkomst,
    bevestig_beschikbaarheid,
    wis_uitzondering,
    wissel_dagdeel,
    zet_grenzen,
    zet_uitzondering,
    zet_weekritme,
)
from hoofdrolspelers.services.dagen import werk_dagen_bij
from lesaanbod.models import Gebeurtenis
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory, WeekRitmeFactory, WijkFactory
from tests.hoofdrolspelers.maskers import assert_maskers_kloppen

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEG, EXTRA = Uitzonderingsoort.WEG, Uitzonderingsoort.EXTRA
MAANDAG, DINSDAG = date(2027, 1, 18), date(2027, 1, 19)
HELE_DAG = (time(8), time(17))


@pytest.fixture
def persoon(nu):
    """Somebody who can on Mondays, with masks."""
    hoofdrolspeler = HoofdrolspelerFactory()
    WeekRitmeFactory(hoofdrolspeler=hoofdrolspeler, weekdag=1)
    werk_dagen_bij(nu=nu)
    return hoofdrolspeler


@pytest.fixture
def zet(persoon, nu):
    """Keep an exception of ``persoon``; days of January 2027 from 18 on where nothing is said."""

    def zet(soort, vanaf=MAANDAG, tm=None, begin=None, eind=None):
        return zet_uitzondering(
            hoofdrolspeler_id=persoon.pk,
            soort=soort,
            vanaf=vanaf,
            tm=tm or vanaf,
            begin=begin,
            eind=eind,
            nu=nu,
            door=persoon.gebruiker,
        )

    return zet


def list_tijden(persoon) -> list[tuple[str, str, str]]:
    return [
        (
            rij.soort,
            f"{rij.begin.astimezone(AMSTERDAM):%d %H:%M}",
            f"{rij.eind.astimezone(AMSTERDAM):%d %H:%M}",
        )
        for rij in persoon.uitzonderingen.order_by("begin")
    ]


def list_blokken(persoon) -> list[tuple]:
    velden = ("weekdag", "begin", "eind", "geldig_vanaf", "geldig_tm")
    return sorted(persoon.weekritmes.values_list(*velden), key=str)


def test_zet_weekritme_joins_blocks_and_says_so(persoon, nu):
    uitkomst = zet_weekritme(
        hoofdrolspeler_id=persoon.pk,
        periode=Periode(),
        ritme=[(2, time(8), time(11)), (2, time(10), time(12)), (3, *HELE_DAG)],
        nu=nu,
        door=persoon.gebruiker,
    )
    assert uitkomst == Ritmeuitkomst(samengevoegd=True, ingekort=False)
    assert list_blokken(persoon) == [
        (2, time(8), time(12), None, None),
        (3, *HELE_DAG, None, None),
    ]
    assert_maskers_kloppen(persoon, nu)
    assert Gebeurtenis.objects.filter(wat="weekritme gewijzigd").count() == 1


def test_zet_weekritme_for_a_while_leaves_the_rest_and_says_so(persoon, nu):
    maart, zomer = date(2027, 3, 1), date(2027, 7, 31)
    uitkomst = zet_weekritme(
        hoofdrolspeler_id=persoon.pk,
        periode=Periode(maart, zomer),
        ritme=[(4, *HELE_DAG)],
        nu=nu,
        door=None,
    )
    assert uitkomst == Ritmeuitkomst(samengevoegd=False, ingekort=True)
    assert set(list_blokken(persoon)) == {
        (1, *HELE_DAG, None, date(2027, 2, 28)),
        (4, *HELE_DAG, maart, zomer),
        (1, *HELE_DAG, date(2027, 8, 1), None),
    }
    assert_maskers_kloppen(persoon, nu, dagen=240)


def test_zet_weekritme_refuses_a_block_that_ends_before_it_begins(persoon, nu):
    with pytest.raises(OngeldigRitmeblok):
        zet_weekritme(
            hoofdrolspeler_id=persoon.pk,
            periode=Periode(),
            ritme=[(2, time(22), time(6))],
            nu=nu,
            door=None,
        )
    assert list_blokken(persoon) == [(1, *HELE_DAG, None, None)]


def test_zet_uitzondering_keeps_leave_of_many_days_at_once(persoon, zet, nu):
    assert zet(WEG, tm=date(2027, 1, 29)) is False
    assert list_tijden(persoon) == [("weg", "18 00:00", "30 00:00")]
    maskers = assert_maskers_kloppen(persoon, nu)
    assert MAANDAG not in maskers
    assert date(2027, 2, 1) in maskers


def test_zet_uitzondering_with_hours_is_those_hours_of_every_day(persoon, zet, nu):
    zet(WEG, tm=DINSDAG, begin=time(13), eind=time(15))
    assert list_tijden(persoon) == [
        ("weg", "18 13:00", "18 15:00"),
        ("weg", "19 13:00", "19 15:00"),
    ]
    assert_maskers_kloppen(persoon, nu)


def test_what_is_said_last_counts_and_rows_of_one_kind_become_one(persoon, zet, nu):
    zet(WEG)
    assert zet(EXTRA, begin=time(10), eind=time(12)) is True
    assert zet(WEG, vanaf=DINSDAG) is False
    assert list_tijden(persoon) == [
        ("weg", "18 00:00", "18 10:00"),
        ("extra", "18 10:00", "18 12:00"),
        ("weg", "18 12:00", "20 00:00"),
    ]
    assert_maskers_kloppen(persoon, nu)


def test_zet_uitzondering_until_midnight_is_until_the_next_day(persoon, zet):
    zet(EXTRA, begin=time(19), eind=None)
    assert list_tijden(persoon) == [("extra", "18 19:00", "19 00:00")]


def test_a_day_of_a_clock_change_is_whole(persoon, zet):
    zet(WEG, vanaf=date(2027, 3, 28))
    zet(WEG, vanaf=date(2027, 10, 31))
    uren = [(rij.eind - rij.begin).total_seconds() / 3600 for rij in persoon.uitzonderingen.all()]
    assert uren == [23, 25]


@pytest.mark.parametrize(
    ("fout", "wat"),
    [
        (EindVoorBegin, {"vanaf": DINSDAG, "tm": MAANDAG}),
        (EindVoorBegin, {"begin": time(22), "eind": time(6)}),
        (EindVoorBegin, {"begin": time(9), "eind": time(9)}),
        (EindVoorBegin, {"eind": time(0)}),
        (TijdBestaatNiet, {"vanaf": date(2027, 3, 28), "begin": time(2), "eind": time(3)}),
        (TeLang, {"tm": date(2029, 1, 1)}),
        (AlVoorbij, {"vanaf": date(2027, 1, 4)}),
        (TeVerWeg, {"vanaf": date.max}),
    ],
)
def test_zet_uitzondering_refuses_in_words_and_changes_nothing(persoon, zet, fout, wat):
    with pytest.raises(fout) as weigering:
        zet(WEG, **wat)
    assert weigering.value.uitleg
    assert list_tijden(persoon) == []
    assert not Gebeurtenis.objects.exists()


def test_wis_uitzondering_is_for_ones_own_only(persoon, zet, nu):
    zet(WEG)
    rij = persoon.uitzonderingen.get()
    ander = HoofdrolspelerFactory()

    def wis(van):
        return wis_uitzondering(
            hoofdrolspeler_id=van.pk, uitzondering_id=rij.pk, nu=nu, door=van.gebruiker
        )

    assert (wis(ander), persoon.uitzonderingen.count()) == (False, 1)
    assert (wis(persoon), persoon.uitzonderingen.count()) == (True, 0)
    assert wis(persoon) is False
    assert MAANDAG in assert_maskers_kloppen(persoon, nu)


@pytest.mark.parametrize("dag", [MAANDAG, DINSDAG, date(2027, 2, 22)])
def test_wissel_dagdeel_there_and_back_leaves_nothing_behind(persoon, nu, dag):
    """Monday 22 February lies in a holiday."""
    is_vrij = dag == MAANDAG

    def wissel(*, vrij):
        wissel_dagdeel(
            hoofdrolspeler_id=persoon.pk,
            dag=dag,
            dagdeel=Dagdeel.MIDDAG,
            vrij=vrij,
            nu=nu,
            door=persoon.gebruiker,
        )
        return assert_maskers_kloppen(persoon, nu)

    voor = assert_maskers_kloppen(persoon, nu)
    anders = wissel(vrij=not is_vrij)
    assert {d for d in voor.keys() | anders.keys() if voor.get(d) != anders.get(d)} == {dag}
    assert wissel(vrij=not is_vrij) == anders
    assert persoon.uitzonderingen.count() == 1
    assert wissel(vrij=is_vrij) == voor
    assert persoon.uitzonderingen.count() == 0


def test_wissel_dagdeel_refuses_what_is_over(persoon, nu):
    with pytest.raises(AlVoorbij):
        wissel_dagdeel(
            hoofdrolspeler_id=persoon.pk,
            dag=date(2027, 1, 10),
            dagdeel=Dagdeel.OCHTEND,
            vrij=True,
            nu=nu,
            door=None,
        )


def test_zet_grenzen_keeps_limits_and_makes_masks_when_holidays_change(persoon, nu):
    wijk = WijkFactory()
    zet_grenzen(
        hoofdrolspeler_id=persoon.pk,
        grenzen={"max_per_week": 2, "vertrekwijk_id": wijk.pk, "in_vakanties": True},
        nu=nu,
        door=persoon.gebruiker,
    )
    persoon.refresh_from_db()
    assert (persoon.max_per_week, persoon.vertrekwijk, persoon.max_per_dag) == (2, wijk, None)
    assert date(2027, 2, 22) in assert_maskers_kloppen(persoon, nu)


@pytest.mark.parametrize("fout", [{"max_per_week": 0}, {"vervoermiddel": "vliegtuig"}])
def test_zet_grenzen_refuses_what_does_not_fit(persoon, nu, fout):
    with pytest.raises(ValidationError):
        zet_grenzen(hoofdrolspeler_id=persoon.pk, grenzen=fout, nu=nu, door=None)
    with pytest.raises(ValueError, match="is_actief"):
        zet_grenzen(hoofdrolspeler_id=persoon.pk, grenzen={"is_actief": False}, nu=nu, door=None)


def test_bevestig_beschikbaarheid_keeps_when(persoon, nu):
    bevestig_beschikbaarheid(hoofdrolspeler_id=persoon.pk, nu=nu, door=persoon.gebruiker)
    persoon.refresh_from_db()
    assert persoon.klopt_nog_op == datetime(2027, 1, 11, 9, tzinfo=AMSTERDAM)
