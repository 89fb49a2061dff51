from datetime import time

import pytest

from boekingen.domain.mailadres import UITLEG
from hoofdrolspelers.models import Hoofdrolspeler
from tests.boekingen.views.bureau import melding
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory, WijkFactory
from tests.paginas import assert_same_queries

PAD = "/planning/mensen/"
NIEUW = "/planning/mensen/nieuw/"


@pytest.fixture
def velden(wereld, coordinator):
    return {
        "naam": "Ruben Aerts",
        "voornaam": "Ruben",
        "email": "Ruben@Voorbeeld.example",
        "organisatie": "Openbaar Ministerie",
        "rol_slugs": [wereld.rol("officier van justitie").slug],
        "niveau_slugs": [wereld.niveau.slug],
        "wijkcodes": [wereld.wijk.code],
        "max_per_maand": "2",
        "zichtbaarheid": "rol",
        "van_2": "09:00",
        "tot_2": "12:30",
    }


def test_mensen_shows_the_load_of_this_month(client, coordinator, wereld):
    wereld.bevestigd(begin=wereld.nu.replace(day=26))
    (mens,) = client.get(PAD).context["pagina"].object_list
    assert (mens.lessen, mens.profiel.max_per_maand, mens.is_vol) == (1, 4, False)
    assert mens.profiel.rollen == ("wijkagent",)


def test_mensen_finds_by_name_organisation_and_role(client, coordinator, wereld):
    ruben = wereld.persoon("wijkagent", gebruiker__naam="Ruben Aerts", organisatie="Politie")
    wereld.persoon("rolmodel", gebruiker__naam="Ilse")
    for zoek in ("aerts", "POLITIE", "wijkagent", "ruben politie"):
        rijen = client.get(PAD, {"zoek": zoek}).context["pagina"].object_list
        assert [mens.profiel.id for mens in rijen] == [ruben.pk], zoek
    assert len(client.get(PAD).context["pagina"].object_list) == 2


def test_mensen_same_queries_with_one_and_three_rows(client, coordinator, wereld):
    assert_same_queries(
        lambda aantal: [wereld.persoon("wijkagent") for _ in range(aantal)], PAD, client
    )


def test_mens_nieuw_adds_a_person_with_rhythm(client, velden):
    response = client.post(NIEUW, velden)
    persoon = Hoofdrolspeler.objects.get()
    assert (persoon.gebruiker.email, persoon.max_per_maand) == ("ruben@voorbeeld.example", 2)
    ritme = persoon.weekritmes.values_list("weekdag", "begin", "eind")
    assert list(ritme) == [(2, time(9), time(12, 30))]
    assert response["Location"] == PAD
    assert melding(response) == ["Ruben Aerts staat in de lijst. Er gaat geen bericht uit."]


def test_mens_nieuw_twice_adds_one(client, velden):
    client.post(NIEUW, velden)
    response = client.post(NIEUW, velden)
    assert Hoofdrolspeler.objects.count() == 1
    assert response.status_code == 400
    assert "Deze persoon staat al in de lijst." in response.content.decode()


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"naam": ""}, "Vul de naam in."),
        ({"email": "geen adres"}, "mailadres"),
        ({"email": "ruben@politié.example"}, UITLEG),
        ({"email": "ruben#aerts@voorbeeld.example"}, UITLEG),
        ({"rol_slugs": []}, "Kies minstens één rol."),
        ({"rol_slugs": ["bestaat-niet"]}, "bestaat-niet"),
        ({"max_per_maand": "0"}, "1"),
        ({"tot_2": ""}, "Vul voor dinsdag een begin en een later eind in."),
        ({"tot_2": "08:00"}, "Vul voor dinsdag een begin en een later eind in."),
    ],
)
def test_mens_nieuw_keeps_what_was_typed(client, velden, anders, fout):
    response = client.post(NIEUW, velden | anders)
    tekst = response.content.decode()
    assert response.status_code == 400
    assert fout in tekst
    assert 'value="Openbaar Ministerie"' in tekst
    assert not Hoofdrolspeler.objects.exists()


def test_mens_nieuw_offers_every_wijk_and_role(client, velden, wereld):
    WijkFactory(naam="Lunetten")
    HoofdrolspelerFactory()
    tekst = client.get(NIEUW).content.decode()
    assert "Lunetten" in tekst
    assert "officier van justitie" in tekst
