from datetime import UTC, date, datetime

import pytest

from boekingen.domain.registerbestand import RegisterOnleesbaar
from boekingen.domain.vestigingen import Sector
from boekingen.models import School
from boekingen.services.schoolregister import TeVeelVerdwenen, Verslag, importeer_register
from hoofdrolspelers.models import WijkPostcode
from lesaanbod.models import Gebeurtenis
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.factories.hoofdrolspelers import WijkFactory
from tests.factories.registers import build_codes, build_register, build_rij

pytestmark = pytest.mark.django_db
LATE_EVENING = datetime(2027, 1, 11, 23, 30, tzinfo=UTC)


def take(*rows, sector=Sector.PO, sta_verdwijnen_toe=False, nu=LATE_EVENING):
    return importeer_register(
        inhoud=build_register(*rows, sector=sector),
        sta_verdwijnen_toe=sta_verdwijnen_toe,
        door=None,
        nu=nu,
    )


def build_verslag(**values):
    plain = dict.fromkeys(
        ["nieuw", "gewijzigd", "ongewijzigd", "verdwenen", "teruggekeerd", "aanwezig"], 0
    )
    return Verslag(**{**plain, "sector": Sector.PO, "weigeringen": (), **values})


def test_importeer_register_stores_a_location():
    assert take(build_rij()) == build_verslag(nieuw=1, aanwezig=1)
    assert School.objects.values(
        "vestigingscode", "naam", "plaats", "bron", "is_gecontroleerd", "verdwenen_op", "zoektekst"
    ).get() == {
        "vestigingscode": "99AA00",
        "naam": "De Wilgenpoort",
        "plaats": "De Meern",
        "bron": "register",
        "is_gecontroleerd": True,
        "verdwenen_op": None,
        "zoektekst": " 99aa00 3561sa 3561 sa de meern de wilgenpoort basisschool school",
    }


def test_importeer_register_a_second_time_changes_nothing():
    take(*build_codes(3))
    rows = list(School.objects.order_by("pk").values())
    assert take(*build_codes(3)) == build_verslag(ongewijzigd=3, aanwezig=3)
    assert list(School.objects.order_by("pk").values()) == rows


def test_importeer_register_changes_in_place():
    take(build_rij())
    school = School.objects.get()
    contact = ContactpersoonFactory(school=school)
    assert take(build_rij(vestigingsnaam="De Iepenpoort")) == build_verslag(gewijzigd=1, aanwezig=1)
    contact.school.refresh_from_db()
    assert (contact.school.pk, contact.school.naam) == (school.pk, "De Iepenpoort")


def test_importeer_register_marks_gone_and_takes_back():
    take(*build_codes(21))
    assert take(*build_codes(20)) == build_verslag(ongewijzigd=20, verdwenen=1, aanwezig=20)
    weg = School.objects.get(vestigingscode="99AA20")
    assert weg.verdwenen_op == date(2027, 1, 12)
    assert take(*build_codes(21)) == build_verslag(ongewijzigd=20, teruggekeerd=1, aanwezig=21)
    weg.refresh_from_db()
    assert weg.verdwenen_op is None


def test_importeer_register_keeps_the_day_a_location_went():
    take(*build_codes(21))
    take(*build_codes(20))
    take(*build_codes(20), nu=datetime(2027, 3, 1, 12, 0, tzinfo=UTC))
    assert School.objects.get(vestigingscode="99AA20").verdwenen_op == date(2027, 1, 12)


def test_importeer_register_where_too_many_would_go_changes_nothing():
    take(*build_codes(20))
    with pytest.raises(TeVeelVerdwenen, match=r"^2 van de 20 bekende scholen staan niet in dit"):
        take(*build_codes(18), build_rij(code="99ZZ00"))
    assert School.objects.filter(verdwenen_op__isnull=True).count() == 20
    assert Gebeurtenis.objects.count() == 1


def test_importeer_register_where_many_may_go():
    take(*build_codes(20))
    verslag = take(*build_codes(2), sta_verdwijnen_toe=True)
    assert verslag == build_verslag(ongewijzigd=2, verdwenen=18, aanwezig=2)


def test_importeer_register_of_unreadable_file_changes_nothing():
    with pytest.raises(RegisterOnleesbaar):
        importeer_register(
            inhoud=build_register(build_rij())[:-1],
            sta_verdwijnen_toe=True,
            door=None,
            nu=LATE_EVENING,
        )
    assert (School.objects.count(), Gebeurtenis.objects.count()) == (0, 0)


def test_importeer_register_leaves_schools_by_hand_alone():
    hand = SchoolFactory(vestigingscode=None, brin="", bron="hand")
    assert take(build_rij()) == build_verslag(nieuw=1, aanwezig=1)
    hand.refresh_from_db()
    assert hand.verdwenen_op is None


def test_importeer_register_finds_the_wijk_and_keeps_a_chosen_one():
    wijk, andere = WijkFactory(), WijkFactory()
    WijkPostcode.objects.create(postcode4="3599", wijk=wijk)
    take(build_rij(postcode="3599 SA"), build_rij(code="99BB00", postcode="3599 SA"))
    assert set(School.objects.values_list("wijk", flat=True)) == {wijk.pk}
    School.objects.filter(vestigingscode="99BB00").update(wijk=andere, wijk_vastgezet=True)
    take(build_rij(postcode="3598 SA"), build_rij(code="99BB00", postcode="3598 SA"))
    wijken = dict(School.objects.values_list("vestigingscode", "wijk"))
    assert wijken == {"99AA00": None, "99BB00": andere.pk}


def test_importeer_register_gives_no_wijk_outside_the_municipality(settings):
    WijkPostcode.objects.create(postcode4="3599", wijk=WijkFactory())
    settings.GEMEENTECODE = "0363"
    take(build_rij(postcode="3599 SA"))
    assert School.objects.get().wijk_id is None


def test_importeer_register_logs_counts_only():
    take(build_rij(), build_rij(code="99BB00", plaatsnaam=" "))
    assert Gebeurtenis.objects.values(
        "op", "door", "onderwerp_soort", "onderwerp_id", "wat", "waarom"
    ).get() == {
        "op": LATE_EVENING,
        "door": None,
        "onderwerp_soort": "schoolregister",
        "onderwerp_id": "po",
        "wat": "scholen ingelezen",
        "waarom": "1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 verdwenen, 0 teruggekeerd, 1 geweigerd",
    }


def test_importeer_register_needs_as_many_queries_for_forty_rows_as_for_one(
    django_assert_num_queries,
):
    # Savepoint and its release, wijken, known schools, one upsert, diaries, count, log row. SQLite
    # takes some 45 rows in one statement, PostgreSQL 500.
    with django_assert_num_queries(8):
        take(build_rij())
    with django_assert_num_queries(8):
        take(*build_codes(40))
