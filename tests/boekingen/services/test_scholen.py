import pytest

from boekingen.domain.weigeringen import SchoolBestaatAl, SchoolOnvolledig, StapNietMogelijk
from boekingen.models import School
from boekingen.services.scholen import (
    voeg_school_toe,
    wijzig_school,
    zet_wijk,
)
from hoofdrolspelers.models import WijkPostcode
from lesaanbod.models import Gebeurtenis
from tests.factories.boekingen import SchoolFactory
from tests.factories.hoofdrolspelers import WijkFactory
from tests.factories.lesaanbod import GebruikerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def voeg_toe(nu):
    def act(**values):
        plain = {
            "naam": "Mbo Oeverkade",
            "straat": "Oeverkade",
            "huisnummer": "1",
            "postcode": "3599sa",
            "plaats": "UTRECHT",
            "sector": "mbo",
            "vakantieregio": "Midden",
            "wijk_id": None,
            "telefoon": "030 - 123 45 67",
            "door": None,
            "nu": nu,
            "gecontroleerd": True,
        }
        return voeg_school_toe(**{**plain, **values})

    return act


def list_log():
    return list(Gebeurtenis.objects.values_list("onderwerp_soort", "onderwerp_id", "wat", "door"))


def test_voeg_school_toe_by_a_coordinator(voeg_toe):
    coordinator = GebruikerFactory()
    school = voeg_toe(door=coordinator)
    school.refresh_from_db()
    assert (school.naam, school.adres) == ("Mbo Oeverkade", "Oeverkade 1, 3599 SA Utrecht")
    assert (school.telefoon, school.bron, school.vestigingscode) == ("0301234567", "hand", None)
    assert (school.is_gecontroleerd, school.wijk_id, school.wijk_vastgezet) == (True, None, False)
    assert school.zoektekst == " 3599sa 3599 sa utrecht mbo oeverkade mbo school"
    assert list_log() == [("school", str(school.pk), "school toegevoegd", coordinator.pk)]


def test_voeg_school_toe_by_a_docent_waits_for_a_check(voeg_toe):
    assert voeg_toe(gecontroleerd=False).is_gecontroleerd is False


def test_voeg_school_toe_finds_the_wijk_by_postcode(voeg_toe):
    wijk = WijkFactory()
    WijkPostcode.objects.create(postcode4="3599", wijk=wijk)
    school = voeg_toe()
    assert (school.wijk_id, school.wijk_vastgezet) == (wijk.pk, False)


def test_voeg_school_toe_with_a_chosen_wijk(voeg_toe):
    WijkPostcode.objects.create(postcode4="3599", wijk=WijkFactory())
    gekozen = WijkFactory()
    school = voeg_toe(wijk_id=gekozen.pk)
    assert (school.wijk_id, school.wijk_vastgezet) == (gekozen.pk, True)


@pytest.mark.parametrize(
    ("waarden", "uitleg"),
    [
        ({"naam": " "}, "Vul de naam van de school in."),
        ({"naam": "--"}, "Vul de naam van de school in."),
        ({"postcode": "3599"}, "Vul een postcode in, bijvoorbeeld 3561 AB."),
        ({"plaats": " "}, "Vul de plaats in."),
        ({"sector": "hbo"}, "Kies het soort onderwijs."),
        ({"vakantieregio": "Oost"}, "Kies de vakantieregio: Noord, Midden of Zuid."),
        ({"naam": "n" * 201}, "Gebruik hoogstens 200 gewone tekens voor naam."),
        ({"straat": "a\x00b"}, "Gebruik hoogstens 120 gewone tekens voor straat."),
        ({"plaats": "\u202eUtrecht"}, "Gebruik hoogstens 80 gewone tekens voor plaats."),
    ],
)
def test_voeg_school_toe_refuses_what_is_missing_or_wrong(voeg_toe, waarden, uitleg):
    with pytest.raises(SchoolOnvolledig) as geweigerd:
        voeg_toe(**waarden)
    assert geweigerd.value.uitleg == uitleg
    assert (School.objects.count(), list_log()) == (0, [])


@pytest.mark.parametrize("naam", ["Mbo Oeverkade", " MBO  oeverkade", "Mbo Óeverkade"])
def test_voeg_school_toe_refuses_one_we_have(voeg_toe, naam):
    bekend = voeg_toe()
    with pytest.raises(SchoolBestaatAl) as geweigerd:
        voeg_toe(naam=naam)
    assert geweigerd.value.school_id == bekend.pk
    assert geweigerd.value.uitleg == (
        "Wij kennen deze school al: Mbo Oeverkade. Kies die school uit de lijst."
    )
    assert (School.objects.count(), len(list_log())) == (1, 1)


def test_voeg_school_toe_refuses_one_of_the_register(voeg_toe):
    bekend = SchoolFactory(naam="De Ark", postcode="3599 SA")
    with pytest.raises(SchoolBestaatAl) as geweigerd:
        voeg_toe(naam="de ark")
    assert geweigerd.value.school_id == bekend.pk


def test_voeg_school_toe_elsewhere_or_after_one_has_gone(voeg_toe, nu):
    SchoolFactory(naam="De Ark", postcode="3599 SA", verdwenen_op=nu.date())
    SchoolFactory(naam="De Ark", postcode="3598 SA")
    assert voeg_toe(naam="De Ark").postcode == "3599 SA"


def test_zet_wijk_and_back_to_the_postcode(nu):
    wijk, gekozen, coordinator = WijkFactory(), WijkFactory(), GebruikerFactory()
    WijkPostcode.objects.create(postcode4="3599", wijk=wijk)
    school = SchoolFactory(postcode="3599 SA")
    zet_wijk(school_id=school.pk, wijk_id=gekozen.pk, door=coordinator, nu=nu)
    school.refresh_from_db()
    assert (school.wijk_id, school.wijk_vastgezet) == (gekozen.pk, True)
    zet_wijk(school_id=school.pk, wijk_id=None, door=coordinator, nu=nu)
    school.refresh_from_db()
    assert (school.wijk_id, school.wijk_vastgezet) == (wijk.pk, False)
    assert list_log() == [("school", str(school.pk), "wijk gekozen", coordinator.pk)] * 2


def test_zet_wijk_of_unknown_school(nu):
    with pytest.raises(StapNietMogelijk):
        zet_wijk(school_id=0, wijk_id=None, door=GebruikerFactory(), nu=nu)


@pytest.fixture
def wijzig(nu):
    def act(school, **values):
        plain = {
            "naam": "Mbo Oeverkade",
            "straat": "Oeverkade",
            "huisnummer": "14",
            "postcode": "3599sa",
            "plaats": "UTRECHT",
            "sector": "mbo",
            "vakantieregio": "Zuid",
            "wijk_id": None,
            "telefoon": "030 - 123 45 67",
            "door": GebruikerFactory(),
            "nu": nu,
        }
        return wijzig_school(school_id=school.pk, **{**plain, **values})

    return act


def test_wijzig_school_corrects_and_checks(voeg_toe, wijzig):
    school = voeg_toe(gecontroleerd=False, naam="Mbo Oever")
    wijk = WijkFactory()
    door = GebruikerFactory()
    wijzig(school, wijk_id=wijk.pk, door=door)
    school.refresh_from_db()
    assert (school.naam, school.huisnummer, school.vakantieregio) == ("Mbo Oeverkade", "14", "Zuid")
    assert (school.wijk, school.wijk_vastgezet, school.is_gecontroleerd) == (wijk, True, True)
    assert " oeverkade" in school.zoektekst
    assert list_log()[-1] == ("school", str(school.pk), "school gecontroleerd", door.pk)


def test_wijzig_school_without_a_wijk_follows_the_postcode(voeg_toe, wijzig):
    wijk = WijkFactory()
    WijkPostcode.objects.create(postcode4="3599", wijk=wijk)
    school = wijzig(voeg_toe(wijk_id=WijkFactory().pk))
    assert (school.wijk_id, school.wijk_vastgezet) == (wijk.pk, False)


def test_wijzig_school_may_keep_its_own_name(voeg_toe, wijzig):
    assert wijzig(voeg_toe()).naam == "Mbo Oeverkade"


def test_wijzig_school_refuses_the_name_of_another(voeg_toe, wijzig):
    SchoolFactory(naam="Mbo Oeverkade", postcode="3599 SA")
    school = voeg_toe(naam="Mbo Oever", gecontroleerd=False)
    with pytest.raises(SchoolBestaatAl):
        wijzig(school)
    school.refresh_from_db()
    assert (school.naam, school.is_gecontroleerd) == ("Mbo Oever", False)


@pytest.mark.parametrize("values", [{"postcode": "x"}, {"naam": "-"}, {"vakantieregio": "Oost"}])
def test_wijzig_school_refuses_what_is_missing_or_wrong(voeg_toe, wijzig, values):
    with pytest.raises(SchoolOnvolledig):
        wijzig(voeg_toe(), **values)


def test_wijzig_school_refuses_the_register_and_nobody(wijzig):
    with pytest.raises(StapNietMogelijk):
        wijzig(SchoolFactory())
    with pytest.raises(StapNietMogelijk):
        wijzig(School(pk=999999))
