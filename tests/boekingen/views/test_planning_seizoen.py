from datetime import timedelta
from http import HTTPStatus

from django.urls import reverse

import pytest

from boekingen.models import Seizoensplan
from boekingen.services.planclaims import claim_plan
from boekingen.services.seizoensplannen import start_plan
from tests.boekingen import plannen
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.boekingen.wereld import op, status
from tests.paginas import assert_same_queries

PAGINA = "/planning/seizoen/"


def werk(nu):
    return plannen.werk(nu, oplossen=None)


def start(client, **anders):
    return client.post(reverse("boekingen:planning_seizoen_starten"), {"tijdslimiet": 60} | anders)


def stop(client, plan):
    return client.post(reverse("boekingen:planning_seizoen_stoppen", args=[plan.pk]))


def pas_toe(client, plan):
    return client.post(reverse("boekingen:planning_seizoen_toepassen", args=[plan.pk]))


def tekst(client):
    return client.get(PAGINA).content.decode()


@pytest.fixture
def stad(wereld):
    """Two lessons that can be planned, and one for which there is nobody."""
    wereld.persoon("wijkagent", gebruiker__naam="Ruben Aerts")
    les = wereld.les({"wijkagent": 1}, title="Snel geld")
    for dag in (2, 9):
        wereld.aanvraag(les, [op(2, dag)])
    wereld.aanvraag(wereld.les({"officier": 1}, title="De rechter"), [op(2, 4)])
    return wereld


def test_an_empty_page_says_what_belongs_there(client, coordinator, wereld):
    assert "Alle lessen hebben een moment." in tekst(client)


def test_from_the_question_to_what_was_applied(client, coordinator, stad):
    assert "3 lessen wachten" in tekst(client)
    assert melding(start(client)) == [
        "De planning begint zo. U kunt deze pagina verlaten: het plan wordt bewaard."
    ]
    bezig = tekst(client)
    assert "De planning begint zo" in bezig
    assert 'hx-trigger="every 3s"' in bezig
    assert "Maak een plan" not in bezig

    werk(stad.nu)

    voorstel = tekst(client)
    assert "hx-trigger" not in voorstel
    assert "Ruben Aerts" in voorstel
    assert "dinsdag 2 februari" in voorstel
    assert "Er is geen officier." in voorstel
    assert "Er gaat nog geen bericht uit." in voorstel
    assert "2 lessen krijgen een moment en 1 hoofdrolspeler krijgt uitnodigingen" in voorstel
    assert "Of het nog beter kan, is niet uitgerekend." in voorstel

    vandaag = client.get("/planning/").content.decode()
    assert "Er ligt een plan voor het seizoen" in vandaag
    assert f'href="{PAGINA}">Bekijk het voorstel' in vandaag
    plan = Seizoensplan.objects.get()
    response = pas_toe(client, plan)
    assert "Er ligt een plan" not in client.get("/planning/").content.decode()
    assert response["Location"] == PAGINA
    assert melding(response)[-1] == "Het voorstel wordt toegepast. U kunt deze pagina verlaten."
    bezig = tekst(client)
    assert "Elke afspraak wordt opnieuw gecontroleerd: 2 lessen." in bezig
    assert 'hx-trigger="every 3s"' in bezig
    assert "Stop en houd" not in bezig
    assert_geweigerd(start(client), fout="Er loopt al een planning.")

    plannen.pas_gevraagd_toe(stad.nu)

    na = tekst(client)
    assert "hx-trigger" not in na
    assert "Dit voorstel is toegepast" in na
    assert '2 <span class="klein">van 2</span>' in na
    assert "door Jamila Terlouw" in na
    assert_geweigerd(pas_toe(client, plan), fout="Dit voorstel is er niet meer.")


def test_what_changed_meanwhile_is_told_by_the_name_of_the_lesson(client, coordinator, stad):
    start(client)
    werk(stad.nu)
    plan = Seizoensplan.objects.get()
    nummer = plan.voorstel["assignments"][0]["lesson"]
    eerste = stad.contact.aanvragen.get(boekingen=nummer).boekingen.get()
    stad.stel_voor(eerste, op(2, 1))
    pas_toe(client, plan)
    plannen.pas_gevraagd_toe(stad.nu)
    assert "Deze les heeft intussen een ander moment of is geannuleerd." in tekst(client)
    assert eerste.begin is None
    assert status(eerste) == "voorgesteld"


def test_two_at_once_are_refused_on_the_page(client, coordinator, stad):
    start(client)
    assert_geweigerd(start(client), fout="Er loopt al een planning.")


def test_stopping_before_it_began_leaves_a_page_to_start_again(client, coordinator, stad):
    start(client)
    plan = Seizoensplan.objects.get()
    assert stop(client, plan)["Location"] == PAGINA
    assert "Start de planning" in tekst(client)
    assert_geweigerd(stop(client, plan), fout="Er is intussen iets veranderd.")


def test_a_run_under_way_tells_how_good_it_is(client, coordinator, stad):
    start(client)
    claim_plan(nu=stad.nu)
    Seizoensplan.objects.update(
        waarde=90, grens=100, seconden=12.4, voorstel={"assignments": [{}] * 7}
    )
    gezien = tekst(client)
    assert "Een ander plan kan hooguit 10,0 % beter zijn dan dit." in gezien
    assert "van hooguit 100" in gezien
    stop(client, Seizoensplan.objects.get())
    assert "De planning stopt" in tekst(client)


def test_a_pin_is_shown_and_kept(client, coordinator, stad):
    start(client)
    werk(stad.nu)
    eerste = Seizoensplan.objects.get().voorstel["assignments"][0]
    start(client, houd_vast=[eerste["lesson"]])
    werk(stad.nu)
    assert Seizoensplan.objects.latest("pk").vastgezet == [eerste]
    assert tekst(client).count(" checked>") == 1
    assert "Eerdere planningen" in tekst(client)
    assert_geweigerd(start(client, houd_vast=["999"]), fout="Kies hoe lang")


def test_what_is_not_there_is_refused(client, coordinator, wereld):
    plan = Seizoensplan(pk=999)
    assert stop(client, plan).status_code == HTTPStatus.NOT_FOUND
    assert pas_toe(client, plan).status_code == HTTPStatus.NOT_FOUND
    assert start(client, tijdslimiet=7).status_code == HTTPStatus.CONFLICT


def test_when_the_planner_starts_by_itself_is_chosen_on_a_page_of_its_own(
    client, coordinator, stad
):
    assert "De planner begint alleen als u het vraagt." in tekst(client)
    pad = reverse("boekingen:planning_seizoen_beleid")
    assert "Elke week" in client.get(pad).content.decode()
    gegevens = {"soort": "wekelijks", "weken_vooraf": "3"}
    response = client.post(pad, gegevens)
    assert melding(response) == ["De planner begint vanzelf op maandag 18 januari 2027, 6.00 uur."]
    assert "drie weken van tevoren vast" in tekst(client)
    laat = {"soort": "sluiting", "sluit_op": "2027-01-01", "weken_vooraf": "3"}
    assert_geweigerd(client.post(pad, laat), fout="vandaag of later", getypt="2027-01-01")


def test_same_queries_with_one_and_three_lessons(client, coordinator, wereld):
    def maak(aantal):
        for _ in range(aantal):
            wereld.persoon("wijkagent")
            wereld.aanvraag(wereld.les({"wijkagent": 1}))
            wereld.aanvraag(wereld.les({"officier": 1}))
        start_plan(tijdslimiet=60, nu=wereld.nu + timedelta(minutes=1), door=coordinator)
        werk(wereld.nu)

    assert_same_queries(maak, PAGINA, client)
