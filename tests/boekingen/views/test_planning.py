"""Who gets in at the desk, and what every page of it does the same."""

from http import HTTPStatus

from django.test import Client
from django.urls import reverse

import pytest

from boekingen.urls import urlpatterns
from tests.inloggen import login_as, make_medewerker

BUREAU = [patroon for patroon in urlpatterns if (patroon.name or "").startswith("planning")]
NAMEN = [patroon.name for patroon in BUREAU]
ALLEEN_POST = {
    "planning_bericht_opnieuw",
    "planning_herstel_planner",
    "planning_herstel_toepassen",
    "planning_mens_hervatten",
    "planning_mens_school_vrijgeven",
    "planning_moment",
    "planning_post_afgehandeld",
    "planning_uitnodiging_opnieuw",
    "planning_uitnodigen",
    "planning_ronde_starten",
    "planning_ronde_stoppen",
    "planning_seizoen_starten",
    "planning_seizoen_stoppen",
    "planning_seizoen_toepassen",
    "planning_vraagwijze",
    "planning_toelaten",
    "planning_weigeren",
}
ZONDER_NUMMER = [patroon.name for patroon in BUREAU if not patroon.pattern.converters]


def adres(naam):
    (patroon,) = (patroon for patroon in BUREAU if patroon.name == naam)
    return reverse(f"boekingen:{naam}", kwargs=dict.fromkeys(patroon.pattern.converters, 999))


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("methode", ["get", "post"])
def test_desk_asks_anonymous_to_log_in(client, wereld, naam, methode):
    response = getattr(client, methode)(adres(naam))
    verder = adres(naam) if methode == "get" else "/planning/"
    assert response.status_code == HTTPStatus.FOUND
    assert response["Location"] == f"/account/login/?next={verder}"


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize("bevoegdheid", ["beheerder", "redacteur", "schrijver"])
def test_desk_refuses_other_staff(client, wereld, naam, bevoegdheid):
    login_as(client, make_medewerker(bevoegdheid))
    assert client.get(adres(naam)).status_code == HTTPStatus.FORBIDDEN
    assert client.post(adres(naam)).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("naam", NAMEN)
def test_desk_refuses_docent_and_hoofdrolspeler(client, wereld, naam):
    for gebruiker in (wereld.contact.gebruiker, wereld.persoon("wijkagent").gebruiker):
        login_as(client, gebruiker)
        assert client.get(adres(naam)).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("naam", sorted(ALLEEN_POST))
def test_desk_button_does_nothing_by_get(client, coordinator, naam):
    assert client.get(adres(naam)).status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize("naam", sorted(set(NAMEN) - set(ZONDER_NUMMER)))
def test_desk_unknown_number_is_not_found(client, coordinator, naam):
    methode = client.post if naam in ALLEEN_POST else client.get
    assert methode(adres(naam)).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("naam", sorted(set(ZONDER_NUMMER) - ALLEEN_POST))
def test_desk_pages_are_kept_by_nobody(client, coordinator, naam):
    response = client.get(adres(naam))
    assert response.status_code == HTTPStatus.OK
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_desk_post_without_csrf_token_is_refused(wereld):
    client = Client(enforce_csrf_checks=True)
    login_as(client, make_medewerker("coördinator"))
    assert client.post("/planning/scholen/nieuw/").status_code == HTTPStatus.FORBIDDEN
