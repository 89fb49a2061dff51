"""The whole line, from a teacher who knows nothing of us to a lesson in two diaries.

Every page on the way is held to both widths. The demo city is the stage; mails
leave by the same call the worker makes.
"""

import re

from django.core import mail
from django.utils import timezone

import pytest
from playwright.sync_api import Page, expect

from boekingen.models import Aanvraag, Boeking, Inzet
from boekingen.services.demo import vul_demo
from lesaanbod.models import Bevoegdheid, Gebruiker
from lesaanbod.services.berichten import verstuur_klaarstaande
from lesaanbod.services.demo import vul_lesaanbod
from tests.inloggen import login_as
from tests.itip import check_mail
from tests.paginas import PHONE, assert_fits_both_widths

EMAIL = "tessa@dezonnewijde.example"
VERDER = re.compile("^Ga naar")


@pytest.fixture
def stad(live_server, zonder_stilte):
    """The demo city, with all its mail sent and read, at whatever hour this is."""
    nu = timezone.now()
    vul_lesaanbod(nu=nu)
    vul_demo(nu=nu)
    send_mail()
    mail.outbox.clear()


def send_mail() -> None:
    while verstuur_klaarstaande(nu=timezone.now()):
        pass


def find_mail(aan: str, onderwerp: str):
    """Return the newest mail to somebody with these words in its subject."""
    send_mail()
    return next(
        brief
        for brief in reversed(mail.outbox)
        if aan in brief.to[0] and onderwerp in brief.subject
    )


def check(page: Page) -> None:
    """Hold a page to both widths once it is all there; axe looks in the tests of each desk."""
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_load_state()
    assert_fits_both_widths(page)


def go_on(page: Page) -> None:
    check(page)
    page.get_by_role("button", name=VERDER).click()


def ask_for_kapot_sterk(page: Page) -> Aanvraag:
    """Walk from the home page to a submitted request."""
    page.goto("/")
    page.get_by_role("link", name="Groep 8").first.click()
    page.get_by_role("link", name="Kapot Sterk", exact=True).first.click()
    check(page)
    page.get_by_role("link", name="Lesaanvraag doen").click()
    check(page)
    page.get_by_role("button", name="Begin met de aanvraag").click()
    page.get_by_label("Zoek uw school").fill("zonnewijde")
    page.keyboard.press("Enter")
    page.get_by_label(re.compile("De Zonnewijde")).check()
    go_on(page)
    page.get_by_label("Naam van de klas").fill("8C")
    page.get_by_label("Aantal leerlingen").fill("26")
    go_on(page)
    page.get_by_role("button", name="Vul in").click()
    go_on(page)
    go_on(page)
    page.get_by_label("Uw naam").fill("Tessa Brand")
    page.get_by_label("Telefoonnummer").fill("0612345678")
    page.get_by_label("E-mailadres").fill(EMAIL)
    go_on(page)
    check(page)
    code = re.search(r"\d{4}-\d{4}", find_mail(EMAIL, "code").body)[0]
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Log in").click()
    check(page)
    page.get_by_role("button", name="Verstuur de aanvraag").click()
    check(page)
    return Aanvraag.objects.get(contactpersoon__gebruiker__email=EMAIL)


def admit_and_invite(page: Page, aanvraag: Aanvraag) -> Inzet:
    """Walk the desk: admit the contact, choose the first wish for the first lesson, invite."""
    login_as(page, Gebruiker.objects.get(groups__name=Bevoegdheid.COORDINATOR))
    page.goto("/planning/contactpersonen/")
    page.get_by_role("link", name=re.compile("Tessa Brand")).click()
    page.get_by_label("Teruggebeld op het nummer van de school.").check()
    check(page)
    page.get_by_role("button", name="Laat toe").click()
    les = aanvraag.boekingen.earliest("nummer")
    page.goto(f"/planning/boekingen/{les.pk}/")
    page.get_by_role("radio").first.check()
    check(page)
    page.get_by_role("button", name="Kies dit moment").click()
    check(page)
    page.get_by_role("button", name=re.compile("^Nodig")).first.click()
    check(page)
    return Inzet.objects.get(plek__boeking=les)


@pytest.mark.browser
def test_from_lesson_to_diary(open_page, stad):
    docent = open_page(viewport=PHONE)
    aanvraag = ask_for_kapot_sterk(docent)
    inzet = admit_and_invite(open_page(), aanvraag)

    gevraagd = inzet.hoofdrolspeler.gebruiker.email
    vraag = find_mail(gevraagd, "Wilt u komen? Kapot Sterk, les 1")
    assert check_mail(vraag.message().as_bytes(linesep="\r\n")) == []
    hoofdrolspeler = open_page(viewport=PHONE)
    hoofdrolspeler.goto(re.search(r"http://testserver(/uitnodiging/\S+)", vraag.body)[1])
    check(hoofdrolspeler)
    hoofdrolspeler.get_by_role("button", name="Ik kom").click()
    expect(hoofdrolspeler.get_by_role("heading", name="U komt")).to_be_visible()
    check(hoofdrolspeler)
    assert hoofdrolspeler.context.cookies() == []

    assert Boeking.objects.get(aanvraag=aanvraag, nummer=1).status == "bevestigd"
    for adres in (gevraagd, EMAIL):
        bevestigd = find_mail(adres, "Bevestigd: Kapot Sterk, les 1")
        assert check_mail(bevestigd.message().as_bytes(linesep="\r\n")) == []
    docent.goto("/mijn/")
    expect(docent.get_by_text("bevestigd").first).to_be_visible()
    check(docent)
