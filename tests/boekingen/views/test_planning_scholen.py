from datetime import date

from django.urls import reverse

import pytest

from boekingen.models import School
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.factories.hoofdrolspelers import WijkFactory
from tests.paginas import assert_same_queries

PAD = "/planning/scholen/"
NIEUW = "/planning/scholen/nieuw/"


@pytest.fixture
def velden(coordinator):
    return {
        "naam": "Mbo Oeverkade",
        "sector": "mbo",
        "straat": "Oeverkade",
        "huisnummer": "12",
        "postcode": "3511 ab",
        "plaats": "Utrecht",
        "telefoon": "030 987 65 43",
        "vakantieregio": "Midden",
        "wijk_id": "",
    }


@pytest.fixture
def met_de_hand(coordinator):
    return SchoolFactory(
        vestigingscode=None, brin="", bron="hand", is_gecontroleerd=False, naam="Mbo Oeverkade"
    )


def test_scholen_finds_and_shows_what_to_check(client, met_de_hand):
    school = SchoolFactory(naam="De Wilgenpoort")
    response = client.get(PAD, {"zoek": "wilgen"})
    assert response.context["scholen"] == [school]
    assert response.context["ongecontroleerd"] == [met_de_hand]


def test_scholen_finds_a_gone_school_and_says_so(client, coordinator):
    school = SchoolFactory(naam="De Wilgenpoort", verdwenen_op=date(2026, 8, 1))
    for adres in (
        f"{PAD}?zoek=wilgen",
        reverse("boekingen:planning_school_wijk", args=[school.pk]),
    ):
        tekst = client.get(adres).content.decode()
        assert "niet meer in het register" in tekst
        assert "sinds zaterdag 1 augustus 2026" in tekst


def test_scholen_without_a_find_offers_to_add(client, coordinator):
    assert "Voeg de school toe" in client.get(PAD, {"zoek": "zzz"}).content.decode()


def test_scholen_same_queries_with_one_and_three_rows(client, coordinator):
    assert_same_queries(
        lambda aantal: SchoolFactory.create_batch(aantal, naam="De Linde"),
        f"{PAD}?zoek=linde",
        client,
    )


def test_school_nieuw_adds_a_checked_location(client, velden):
    wijk = WijkFactory()
    response = client.post(NIEUW, velden | {"wijk_id": wijk.pk})
    school = School.objects.get(naam="Mbo Oeverkade")
    assert (school.postcode, school.telefoon) == ("3511 AB", "0309876543")
    assert (school.bron, school.is_gecontroleerd, school.wijk) == ("hand", True, wijk)
    assert melding(response) == [
        "Mbo Oeverkade staat in de lijst. Docenten kunnen deze plek nu kiezen."
    ]


def test_school_nieuw_twice_is_refused_with_what_was_typed(client, velden):
    client.post(NIEUW, velden)
    response = client.post(NIEUW, velden)
    assert_geweigerd(response, fout="Wij kennen deze school al", getypt='value="Oeverkade"')
    assert School.objects.filter(naam="Mbo Oeverkade").count() == 1


@pytest.mark.parametrize(
    "veld", ["naam", "sector", "straat", "postcode", "plaats", "vakantieregio"]
)
def test_school_nieuw_asks_for_what_is_missing(client, velden, veld):
    response = client.post(NIEUW, velden | {veld: ""})
    assert response.status_code == 400
    assert list(response.context["form"].errors) == [veld]


def test_school_controleren_corrects_and_leads_to_who_waits(client, velden, met_de_hand):
    contact = ContactpersoonFactory(school=met_de_hand, status="aangemeld")
    pad = reverse("boekingen:planning_school", args=[met_de_hand.pk])
    assert 'value="3561 AA"' in client.get(pad).content.decode()
    response = client.post(pad, velden | {"huisnummer": "14"})
    met_de_hand.refresh_from_db()
    assert (met_de_hand.huisnummer, met_de_hand.is_gecontroleerd) == ("14", True)
    assert response["Location"] == reverse("boekingen:planning_contactpersoon", args=[contact.pk])


def test_school_controleren_may_not_become_another_school(client, velden, met_de_hand):
    SchoolFactory(naam="Het Andere Mbo", postcode="3511 AB")
    pad = reverse("boekingen:planning_school", args=[met_de_hand.pk])
    response = client.post(pad, velden | {"naam": "Het andere mbo"})
    assert_geweigerd(response, fout="Wij kennen deze school al")
    met_de_hand.refresh_from_db()
    assert not met_de_hand.is_gecontroleerd


def test_school_of_the_register_cannot_be_changed_here(client, coordinator):
    school = SchoolFactory()
    assert client.get(reverse("boekingen:planning_school", args=[school.pk])).status_code == 404


def test_school_wijk_is_chosen_and_given_back_to_the_postcode(client, coordinator):
    school, gekozen = SchoolFactory(postcode="9999 ZZ"), WijkFactory()
    pad = reverse("boekingen:planning_school_wijk", args=[school.pk])
    assert client.get(pad).status_code == 200
    response = client.post(pad, {"wijk_id": gekozen.pk})
    assert response["Location"] == PAD
    assert melding(response) == [f"De wijk van {school} is nu {gekozen}."]
    school.refresh_from_db()
    assert (school.wijk, school.wijk_vastgezet) == (gekozen, True)

    client.post(pad, {"wijk_id": ""})
    school.refresh_from_db()
    assert (school.wijk, school.wijk_vastgezet) == (None, False)


def test_school_wijk_takes_no_unknown_wijk_and_no_school_by_hand(client, met_de_hand):
    school = SchoolFactory()
    pad = reverse("boekingen:planning_school_wijk", args=[school.pk])
    assert client.post(pad, {"wijk_id": "0"}).status_code == 400
    met_hand = reverse("boekingen:planning_school_wijk", args=[met_de_hand.pk])
    assert client.get(met_hand).status_code == 404
