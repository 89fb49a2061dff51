"""What others may know of people and their time."""

from datetime import time, timedelta

from django.contrib.auth.models import AnonymousUser

import pytest

from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Vervoermiddel
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.models import Wijk
from hoofdrolspelers.selectors import (
    get_hoofdrolspeler_voor,
    get_wijk_id_voor_postcode,
    get_wijk_ids_per_postcode,
    is_bezet,
    is_hoofdrolspeler,
    list_personen,
)
from tests.factories.hoofdrolspelers import (
    HoofdrolspelerFactory,
    UitzonderingFactory,
    VastleggingFactory,
    WeekRitmeFactory,
    WijkFactory,
)
from tests.factories.lesaanbod import GebruikerFactory, LesPageFactory, NiveauFactory, RolFactory

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def venster(nu):
    """The Monday of ``nu``, from midnight to midnight."""
    return Tijdvak(nu.replace(hour=0), nu.replace(hour=0) + timedelta(days=1))


def test_list_personen_tells_all_a_matcher_needs(venster, nu):
    rol, niveau, wijk = RolFactory(), NiveauFactory(), WijkFactory()
    hoofdrolspeler = HoofdrolspelerFactory(
        gebruiker__naam="Robin Bakker", rollen=[rol], niveaus=[niveau], wijken=[wijk]
    )
    WeekRitmeFactory(hoofdrolspeler=hoofdrolspeler, weekdag=1, begin=time(8), eind=time(12))
    WeekRitmeFactory(hoofdrolspeler=hoofdrolspeler, weekdag=2)
    VastleggingFactory(hoofdrolspeler=hoofdrolspeler, begin=nu, eind=nu + HOUR)
    assert list_personen(rol_id=rol.pk, venster=venster) == [
        Persoon(
            id=hoofdrolspeler.pk,
            naam="Robin Bakker",
            voornaam="Robin",
            organisatie="Wijkteam",
            rol_ids=frozenset({rol.pk}),
            niveau_ids=frozenset({niveau.pk}),
            wijk_ids=frozenset({wijk.pk}),
            max_per_maand=4,
            is_actief=True,
            vrij=(Tijdvak(nu.replace(hour=8), nu.replace(hour=12)),),
            bezet=(Tijdvak(nu, nu + HOUR),),
        )
    ]


def test_list_personen_keeps_to_the_role_and_the_ids(venster):
    wijkagent, rolmodel = RolFactory(), RolFactory()
    first = HoofdrolspelerFactory(rollen=[wijkagent, rolmodel])
    second = HoofdrolspelerFactory(rollen=[wijkagent], is_actief=False)
    third = HoofdrolspelerFactory(rollen=[rolmodel])

    def get_ids(rol_id, ids=None):
        return [persoon.id for persoon in list_personen(rol_id=rol_id, venster=venster, ids=ids)]

    assert get_ids(None) == [first.pk, second.pk, third.pk]
    assert get_ids(wijkagent.pk) == [first.pk, second.pk]
    assert get_ids(wijkagent.pk, ids={first.pk, third.pk}) == [first.pk]
    assert get_ids(None, ids=[]) == []


def test_list_personen_of_one_role_still_tells_the_others(venster):
    wijkagent, rolmodel = RolFactory(), RolFactory()
    HoofdrolspelerFactory(rollen=[wijkagent, rolmodel])
    (persoon,) = list_personen(rol_id=wijkagent.pk, venster=venster)
    assert persoon.rol_ids == {wijkagent.pk, rolmodel.pk}


def test_list_personen_gives_lessons_that_touch_the_window_whole(venster):
    hoofdrolspeler = HoofdrolspelerFactory()
    for begin, eind in [
        (venster.begin - 2 * HOUR, venster.begin - HOUR),
        (venster.begin - HOUR, venster.begin),
        (venster.eind - HOUR, venster.eind + HOUR),
        (venster.eind + HOUR, venster.eind + 2 * HOUR),
    ]:
        VastleggingFactory(hoofdrolspeler=hoofdrolspeler, begin=begin, eind=eind)
    (persoon,) = list_personen(rol_id=None, venster=venster)
    assert persoon.bezet == (Tijdvak(venster.eind - HOUR, venster.eind + HOUR),)


@pytest.mark.parametrize("people", [1, 3])
def test_list_personen_asks_seven_questions_for_one_and_for_three(
    people, venster, nu, django_assert_num_queries
):
    rol, niveau, wijk = RolFactory(), NiveauFactory(), WijkFactory()
    for _ in range(people):
        hoofdrolspeler = HoofdrolspelerFactory(rollen=[rol], niveaus=[niveau], wijken=[wijk])
        WeekRitmeFactory(hoofdrolspeler=hoofdrolspeler)
        VastleggingFactory(hoofdrolspeler=hoofdrolspeler, begin=nu)
        UitzonderingFactory(hoofdrolspeler=hoofdrolspeler, begin=nu)
    with django_assert_num_queries(7):
        personen = list_personen(rol_id=rol.pk, venster=venster)
    assert len(personen) == people


def test_list_personen_tells_limits_exceptions_and_the_lessons_somebody_may_give(venster, nu):
    wijk, les = WijkFactory(), LesPageFactory()
    hoofdrolspeler = HoofdrolspelerFactory(
        max_per_dag=1,
        max_per_week=2,
        max_per_schooljaar=30,
        dagen_vooraf=7,
        rust_minuten=20,
        vervoermiddel="ov",
        vertrekwijk=wijk,
        max_reisminuten=40,
    )
    hoofdrolspeler.inzetbaar_voor.set([les])
    WeekRitmeFactory(hoofdrolspeler=hoofdrolspeler, weekdag=1, begin=time(8), eind=time(12))
    tien, elf, drie = (nu.replace(hour=uur) for uur in (10, 11, 15))
    UitzonderingFactory(hoofdrolspeler=hoofdrolspeler, begin=tien, eind=elf)
    UitzonderingFactory(hoofdrolspeler=hoofdrolspeler, soort="extra", begin=drie, eind=drie + HOUR)
    (persoon,) = list_personen(rol_id=None, venster=venster)
    assert persoon.vrij == (
        Tijdvak(nu.replace(hour=8), tien),
        Tijdvak(elf, nu.replace(hour=12)),
        Tijdvak(drie, drie + HOUR),
    )
    assert persoon.weg == (Tijdvak(tien, elf),)
    assert (persoon.max_per_dag, persoon.max_per_week, persoon.max_per_schooljaar) == (1, 2, 30)
    assert (persoon.dagen_vooraf, persoon.rust) == (7, timedelta(minutes=20))
    assert (persoon.vervoermiddel, persoon.vertrekwijk_id) == (Vervoermiddel.OV, wijk.pk)
    assert (persoon.max_reisminuten, persoon.les_ids) == (40, {les.pk})


def test_is_bezet_is_about_one_person_and_half_open(nu):
    taken = VastleggingFactory(begin=nu, eind=nu + HOUR)
    other = HoofdrolspelerFactory()
    moment = Tijdvak(nu, nu + HOUR)
    assert is_bezet(hoofdrolspeler_id=taken.hoofdrolspeler_id, tijdvak=moment) is True
    assert is_bezet(hoofdrolspeler_id=other.pk, tijdvak=moment) is False
    after = Tijdvak(nu + HOUR, nu + 2 * HOUR)
    assert is_bezet(hoofdrolspeler_id=taken.hoofdrolspeler_id, tijdvak=after) is False


def test_get_hoofdrolspeler_voor_finds_the_person_behind_a_user():
    hoofdrolspeler = HoofdrolspelerFactory(is_actief=False)
    assert get_hoofdrolspeler_voor(hoofdrolspeler.gebruiker) == hoofdrolspeler
    assert is_hoofdrolspeler(hoofdrolspeler.gebruiker) is True


@pytest.mark.parametrize("build_user", [GebruikerFactory, AnonymousUser])
def test_get_hoofdrolspeler_voor_anybody_else_is_none(build_user):
    HoofdrolspelerFactory()
    gebruiker = build_user()
    assert get_hoofdrolspeler_voor(gebruiker) is None
    assert is_hoofdrolspeler(gebruiker) is False


@pytest.mark.parametrize(
    ("postcode", "naam"),
    [("3561", "Overvecht"), ("3561 AB", "Overvecht"), (" 3453sk ", "Vleuten-De Meern")],
)
def test_get_wijk_id_voor_postcode_reads_it_as_people_write_it(postcode, naam):
    assert get_wijk_id_voor_postcode(postcode) == Wijk.objects.get(naam=naam).pk


@pytest.mark.parametrize("postcode", ["", "1011 AB", "356", "35611", "0561", "Overvecht", "٣٥٦١"])
def test_get_wijk_id_voor_postcode_we_do_not_know_is_none(postcode):
    assert get_wijk_id_voor_postcode(postcode) is None


def test_get_wijk_ids_per_postcode_gives_the_same_answers(django_assert_num_queries):
    with django_assert_num_queries(1):
        wijk_ids = get_wijk_ids_per_postcode()
    assert len(wijk_ids) == 47
    assert wijk_ids["3561"] == get_wijk_id_voor_postcode("3561")
