"""Mail at the desk and a diary's answer in doubt, in a browser, wide and narrow."""

from datetime import timedelta

import pytest
import time_machine

from boekingen.services.post import verwerk_antwoord
from tests.boekingen.antwoordmail import Vraag, crlf, mail
from tests.boekingen.wereld import Wereld, verstuur
from tests.inloggen import login_as, make_medewerker
from tests.paginas import DESKTOP, PHONE, assert_fits_width, assert_no_axe_violations

pytestmark = pytest.mark.browser


def test_pages_about_mail_have_no_barrier(open_page, transactional_db, nu):
    with time_machine.travel(nu, tick=True):
        wereld = Wereld(nu=nu)
        boeking = wereld.boeking()
        een, twee = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
        zelf, ander = wereld.vraag(boeking, een, twee)
        verstuur(nu)
        kop = "From: Loes Hendriks <loes@school.example>\nSubject: Kan het een uur later?\n"
        lijf = f"Beste team,\n\nOns kenmerk is {boeking.aanvraag.kenmerk}.\n\nGroet,\nLoes"
        verwerk_antwoord(inhoud=crlf(f"{kop}\n{lijf}\n"), nu=nu)
        vraag = Vraag(
            uid=zelf.uitnodigingen.get().uid,
            adres=een.gebruiker.email,
            begin=boeking.begin,
            dtstamp=nu + timedelta(minutes=1),
            partstat="TENTATIVE",
        )
        verwerk_antwoord(inhoud=mail(vraag), nu=nu + timedelta(minutes=2))
        vals = vraag.met(
            uid=ander.uitnodigingen.get().uid,
            adres=twee.gebruiker.email,
            partstat="ACCEPTED",
            van="robin@thuis.example",
        )
        verwerk_antwoord(inhoud=mail(vals), nu=nu)
        (brief,) = [eml.decode() for eml in verstuur(nu) if b"/antwoord/" in eml]
        link = "/antwoord/" + brief.replace("=\n", "").split("/antwoord/")[1].split("/")[0] + "/"
        coordinator = make_medewerker("coördinator", naam="Jamila Terlouw")
        for maat in (DESKTOP, PHONE):
            page = open_page(viewport=maat)
            login_as(page, coordinator)
            for pad in ("/planning/post/", f"/planning/boekingen/{boeking.pk}/", link):
                assert page.goto(pad).status == 200
                assert_no_axe_violations(page)
                assert_fits_width(page)
            page.goto("/planning/post/")
            page.get_by_role("link", name="Loes Hendriks").click()
            page.get_by_text("Ons kenmerk is").wait_for()
            assert_no_axe_violations(page)
            assert_fits_width(page)
        page.get_by_role("button", name="Afgehandeld").click()
        page.get_by_text("De mail van Loes Hendriks is afgehandeld.").wait_for()
        page.goto(link)
        page.get_by_role("button", name="Ja, dit is mijn antwoord").click()
        page.get_by_role("heading", name="U komt").wait_for()


def test_diary_links_of_a_school_have_no_barrier(open_page, transactional_db, nu):
    with time_machine.travel(nu, tick=True):
        wereld = Wereld(nu=nu)
        wereld.bevestigd()
        for maat in (DESKTOP, PHONE):
            page = open_page(viewport=maat)
            login_as(page, wereld.contact.gebruiker)
            page.goto("/mijn/")
            page.get_by_role("link", name="In uw agenda").click()
            assert_no_axe_violations(page)
            assert_fits_width(page)
            page.get_by_role("button", name="voor uzelf bij").first.click()
            page.get_by_role("heading", name="Dit is uw agendalink").wait_for()
            assert_no_axe_violations(page)
            assert_fits_width(page)
