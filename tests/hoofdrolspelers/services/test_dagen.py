"""Masks follow every change, or wait for the worker."""

from datetime import date, timedelta

import pytest

from hoofdrolspelers.domain.dagmasker import VOL, bouw_masker
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.models import Hoofdrolspeler, VrijeDag
from hoofdrolspelers.selectors.dagen import Dagvraag, list_mogelijke_ids
from hoofdrolspelers.services.dagen import (
    MENSEN_PER_KEER,
    get_horizon,
    werk_dagen_bij,
)
from hoofdrolspelers.services.vastleggingen import laat_los, leg_vast
from tests.factories.hoofdrolspelers import (
    HoofdrolspelerFactory,
    VrijeDagFactory,
    WeekRitmeFactory,
    WijkFactory,
)
from tests.factories.lesaanbod import RolFactory
from tests.hoofdrolspelers.maskers import assert_maskers_kloppen

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def persoon(nu):
    """Somebody who can on Mondays, with masks."""
    hoofdrolspeler = HoofdrolspelerFactory()
    WeekRitmeFactory(hoofdrolspeler=hoofdrolspeler, weekdag=1)
    werk_dagen_bij(nu=nu)
    return hoofdrolspeler


@pytest.mark.parametrize(
    ("dag", "horizon"), [((2027, 1, 11), date(2028, 7, 31)), ((2027, 8, 1), date(2029, 7, 31))]
)
def test_get_horizon_is_the_end_of_the_next_school_year(nu, dag, horizon):
    jaar, maand, nummer = dag
    assert get_horizon(nu.replace(year=jaar, month=maand, day=nummer)) == horizon


def test_werk_dagen_bij_makes_what_is_not_there_and_stops(persoon, nu):
    maskers = assert_maskers_kloppen(persoon, nu)
    assert maskers[date(2027, 1, 18)] == bouw_masker(
        [Tijdvak(nu.replace(day=18, hour=8), nu.replace(day=18, hour=17))], date(2027, 1, 18)
    )
    assert max(maskers) > date(2028, 7, 1)
    assert werk_dagen_bij(nu=nu) == 0


def test_werk_dagen_bij_does_some_people_a_time_and_leaves_who_does_not_take_part(nu):
    for _ in range(MENSEN_PER_KEER + 1):
        HoofdrolspelerFactory()
    HoofdrolspelerFactory(is_actief=False)
    assert [werk_dagen_bij(nu=nu) for _ in range(3)] == [MENSEN_PER_KEER, 1, 0]


def test_werk_dagen_bij_goes_further_in_a_new_school_year(persoon, nu):
    augustus = nu.replace(month=8)
    assert werk_dagen_bij(nu=augustus) == 1
    persoon.refresh_from_db()
    assert persoon.dagen_tm == date(2029, 7, 31)
    assert VrijeDag.objects.earliest("datum").datum >= date(2027, 8, 11)


def test_a_lesson_takes_its_quarters_and_gives_them_back(persoon, nu):
    voor = assert_maskers_kloppen(persoon, nu)
    begin = nu.replace(day=18, hour=10)
    vastlegging = leg_vast(
        hoofdrolspeler_id=persoon.pk, begin=begin, eind=begin + HOUR, sleutel="les"
    )
    na = assert_maskers_kloppen(persoon, nu)
    assert {dag for dag in voor if voor[dag] != na.get(dag)} == {date(2027, 1, 18)}
    laat_los(vastlegging_id=vastlegging.pk)
    assert assert_maskers_kloppen(persoon, nu) == voor


def test_a_lesson_costs_few_queries(persoon, nu, django_assert_max_num_queries):
    begin = nu.replace(day=18, hour=10)
    with django_assert_max_num_queries(15):  # two savepoints, lock, look, write; masks eight
        leg_vast(hoofdrolspeler_id=persoon.pk, begin=begin, eind=begin + HOUR, sleutel="les")


def test_stale_masks_are_left_to_the_worker(persoon, nu):
    Hoofdrolspeler.objects.filter(pk=persoon.pk).update(dagen_tm=None)
    voor = list(VrijeDag.objects.values_list("datum", "bits"))
    begin = nu.replace(day=18, hour=10)
    leg_vast(hoofdrolspeler_id=persoon.pk, begin=begin, eind=begin + HOUR, sleutel="les")
    assert list(VrijeDag.objects.values_list("datum", "bits")) == voor
    assert werk_dagen_bij(nu=nu) == 1
    assert_maskers_kloppen(persoon, nu)


class TestListMogelijkeIds:
    """The sieve of one query."""

    def test_it_lets_through_who_may_be_free_and_who_is_not_known(
        self, persoon, nu, django_assert_num_queries
    ):
        WeekRitmeFactory(hoofdrolspeler=(dinsdag := HoofdrolspelerFactory()), weekdag=2)
        werk_dagen_bij(nu=nu)
        verouderd = HoofdrolspelerFactory()
        HoofdrolspelerFactory(is_actief=False)
        maandag = nu.replace(day=18, hour=10)
        with django_assert_num_queries(1):
            ids = list_mogelijke_ids(Dagvraag(Tijdvak(maandag, maandag + HOUR)))
        assert ids == [persoon.pk, verouderd.pk]
        volgende = maandag + timedelta(days=1)
        assert list_mogelijke_ids(Dagvraag(Tijdvak(volgende, volgende + HOUR))) == [
            dinsdag.pk,
            verouderd.pk,
        ]

    def test_it_wants_every_quarter_of_the_lesson(self, persoon, nu):
        laat = nu.replace(day=18, hour=16, minute=15)
        assert list_mogelijke_ids(Dagvraag(Tijdvak(laat, laat + HOUR))) == []
        assert list_mogelijke_ids(Dagvraag(Tijdvak(laat, laat + HOUR * 3 / 4))) == [persoon.pk]

    def test_days_after_the_last_mask_are_not_known(self, persoon, nu):
        ver = nu.replace(year=2029)
        assert list_mogelijke_ids(Dagvraag(Tijdvak(ver, ver + HOUR))) == [persoon.pk]

    def test_it_keeps_to_role_and_wijk(self, nu):
        rol, wijk = RolFactory(), WijkFactory()
        overal = HoofdrolspelerFactory(rollen=[rol])
        hier = HoofdrolspelerFactory(rollen=[rol], wijken=[wijk])
        HoofdrolspelerFactory(rollen=[rol], wijken=[WijkFactory()])
        HoofdrolspelerFactory(wijken=[wijk])
        moment = Tijdvak(nu, nu + HOUR)
        assert list_mogelijke_ids(Dagvraag(moment, rol_id=rol.pk, wijk_id=wijk.pk)) == [
            overal.pk,
            hier.pk,
        ]

    def test_a_full_mask_is_compared_whole_by_the_database(self, nu):
        persoon = HoofdrolspelerFactory()
        Hoofdrolspeler.objects.update(dagen_tm=date(2028, 1, 1))
        VrijeDagFactory(hoofdrolspeler=persoon, datum=date(2027, 1, 11), bits=VOL)
        dag = Tijdvak(nu.replace(hour=7), nu.replace(hour=22, minute=45))
        assert list_mogelijke_ids(Dagvraag(dag)) == [persoon.pk]
        VrijeDag.objects.update(bits=VOL - 1)
        assert list_mogelijke_ids(Dagvraag(dag)) == []
