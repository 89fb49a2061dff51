"""The desk as a coördinator meets it: in a browser, by mouse and by keyboard, wide and narrow."""

import re

from django.urls import reverse

import pytest
import time_machine

from boekingen.models import Boeking, Contactpersoon, Inzet
from boekingen.services.tegenvoorstellen import stel_ander_moment_voor
from tests.boekingen.bureau import maak_ochtend
from tests.boekingen.wereld import Wereld, op
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.inloggen import login_as, make_medewerker
from tests.paginas import assert_sound, walk_by_tab

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def maandagochtend(nu):
    with time_machine.travel(nu, tick=True):
        yield


@pytest.fixture
def wereld(transactional_db, nu):
    wereld = Wereld(nu=nu)
    wereld.school.naam = "De Rietveste"
    wereld.school.save()
    return wereld


@pytest.fixture
def bureau(open_page, wereld):
    """Return a maker of pages on which a coördinator is logged in."""
    coordinator = make_medewerker("coördinator", naam="Jamila Terlouw")

    def make(**options):
        page = open_page(**options)
        login_as(page, coordinator)
        return page

    return make


@pytest.mark.parametrize("javascript", [True, False])
def test_from_vandaag_to_the_first_invitation(bureau, wereld, javascript):
    contact = ContactpersoonFactory(
        school=wereld.school, gebruiker__naam="Loes Hendriks", status="aangemeld"
    )
    wereld.contact = contact
    les = wereld.les({"wijkagent": 1}, title="Kapot Sterk")
    boeking = wereld.aanvraag(les).boekingen.get()
    persoon = wereld.persoon("wijkagent", gebruiker__naam="Ruben Aerts", wijken=[wereld.wijk])
    wereld.persoon("wijkagent", gebruiker__naam="Ilse van der Marck")
    page = bureau(java_script_enabled=javascript)

    page.goto("/planning/")
    page.get_by_role("link", name=re.compile("Laat toe.*Loes Hendriks")).click()
    page.get_by_label("Teruggebeld op het nummer van de school.").check()
    page.get_by_role("button", name="Laat toe", exact=True).click()
    page.get_by_text("Loes Hendriks is toegelaten. Er gaat bericht naar").wait_for()
    assert Contactpersoon.objects.get(pk=contact.pk).status == "toegelaten"

    page.locator(".menu").get_by_role("link", name="Vandaag").click()
    page.get_by_role("link", name=re.compile("Kies een moment.*Kapot Sterk")).click()
    page.get_by_label("Wens 1: dinsdag 2 februari 2027").check()
    page.get_by_role("button", name="Kies dit moment").click()
    page.get_by_text("Nodig nu iemand uit.").wait_for()
    assert Boeking.objects.get(pk=boeking.pk).begin == op(2, 2)

    page.get_by_role("button", name=re.compile("Nodig uit.*Ruben Aerts")).click()
    page.get_by_text("Ruben Aerts is gevraagd en krijgt een mail.").wait_for()
    assert Inzet.objects.get().hoofdrolspeler_id == persoon.pk
    page.locator(".menu").get_by_role("link", name="Vandaag").click()
    page.get_by_text("er wacht niets op u").wait_for()
    page.get_by_role("cell", name="gevraagd").wait_for()


def test_by_keyboard_every_thing_and_every_row_is_reached(bureau, wereld):
    maak_ochtend(wereld)
    page = bureau()
    page.goto("/planning/")
    stops = walk_by_tab(page)
    assert len([stop for stop in stops if stop.startswith("Vraag iemand")]) == 1
    assert len([stop for stop in stops if stop == "De Rietveste, 8A"]) == 5
    assert stops.index("Toon") < stops.index("De Rietveste, 8A")


def test_error_summary_takes_the_focus(bureau, wereld):
    boeking = wereld.boeking()
    page = bureau()
    page.goto(reverse("boekingen:planning_annuleren", args=[boeking.pk]))
    page.get_by_role("button", name="Annuleer de les").click()
    page.wait_for_function("document.activeElement.matches('[data-foutenlijst]')")
    assert page.title().startswith("Fout: ")
    page.get_by_role("link", name="Vul een reden in.").click()
    assert page.evaluate("document.activeElement.name") == "reden"
    assert_sound(page)


def test_every_page_of_the_desk_has_no_barrier(bureau, wereld):
    for naam in ("Ruben Aerts", "Ilse van der Marck", "Tarik Yildirim", "Sam de Wit"):
        wereld.persoon("wijkagent", gebruiker__naam=naam)
    ochtend = maak_ochtend(wereld)
    (inzet,) = wereld.vraag(ochtend.uitval, wereld.persoon("wijkagent"))
    school = SchoolFactory(vestigingscode=None, bron="hand", is_gecontroleerd=False)
    zelf = ContactpersoonFactory(school=school, status="aangemeld")
    aanvraag, leeg = ochtend.te_plannen.aanvraag, ochtend.leeg
    kan_anders = wereld.boeking(begin=op(2, 16))
    mens = wereld.persoon("wijkagent", gebruiker__naam="Loek Brandsma", vog_notitie="Gezien.")
    voorstel = stel_ander_moment_voor(
        inzet_id=wereld.vraag(kan_anders, mens)[0].pk,
        momenten=[op(2, 18), op(3, 2, 13)],
        toelichting="Dan zit ik op zitting.",
        nu=wereld.nu,
        door=None,
    )
    page = bureau()
    for naam, *args in (
        ("planning",),
        ("planning_boeking", ochtend.uitval.pk),
        ("planning_boeking", leeg.pk),
        ("planning_boeking", ochtend.te_plannen.pk),
        ("planning_verzetten", leeg.pk),
        ("planning_plaats", leeg.pk),
        ("planning_opgeven", leeg.pk),
        ("planning_annuleren", leeg.pk),
        ("planning_niet_doorgegaan", leeg.pk),
        ("planning_inzet_intrekken", inzet.pk),
        ("planning_aanvragen",),
        ("planning_aanvraag", aanvraag.pk),
        ("planning_aanvraag_afwijzen", aanvraag.pk),
        ("planning_aanvraag_wachtlijst", aanvraag.pk),
        ("planning_contactpersonen",),
        ("planning_contactpersoon", ochtend.nieuw.pk),
        ("planning_contactpersoon", zelf.pk),
        ("planning_mensen",),
        ("planning_mens_nieuw",),
        ("planning_mens", mens.pk),
        ("planning_mens_pauze", mens.pk),
        ("planning_mens_vertrek", mens.pk),
        ("planning_mens_inzet", mens.pk),
        ("planning_boeking", kan_anders.pk),
        ("planning_voorstel_aannemen", voorstel.pk),
        ("planning_voorstel_afwijzen", voorstel.pk),
        ("planning_scholen",),
        ("planning_school_nieuw",),
        ("planning_school", school.pk),
        ("planning_school_wijk", aanvraag.contact.school_id),
    ):
        response = page.goto(reverse(f"boekingen:{naam}", args=args))
        assert response.status == 200, naam
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        assert_sound(page)
