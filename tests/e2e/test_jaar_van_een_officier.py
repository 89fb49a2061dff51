"""A year of an officier van justitie on a telephone: own time, court, a yes, another moment, out.

The coördinator's half is played by services; everything of the officier is a thumb on a page.
"""

import pytest
import time_machine
from playwright.sync_api import Page, expect

from boekingen.models import Inzet, Tegenvoorstel
from boekingen.services.boekingen import rond_les_af
from boekingen.services.tegenvoorstellen import neem_voorstel_aan
from hoofdrolspelers.models import BezetTijdvak
from tests.boekingen.wereld import Wereld, op, status
from tests.hoofdrolspelers.agendas import TITEL, event, kalender
from tests.inloggen import login_as
from tests.paginas import assert_fits_width

PAD = "/hoofdrolspeler/"
ROL = "officier van justitie"
OUTLOOK = "W. Europe Standard Time"
# Court on Tuesday mornings until the summer, not on 2 February; that of 9 March is on Wednesday.
ZITTINGEN = kalender(
    event(
        f"DTSTART;TZID={OUTLOOK}:20270112T090000",
        f"DTEND;TZID={OUTLOOK}:20270112T123000",
        "RRULE:FREQ=WEEKLY;UNTIL=20270630T220000Z;BYDAY=TU",
        f"EXDATE;TZID={OUTLOOK}:20270202T090000",
        uid="zitting",
    ),
    event(
        f"DTSTART;TZID={OUTLOOK}:20270310T130000",
        f"DTEND;TZID={OUTLOOK}:20270310T163000",
        f"RECURRENCE-ID;TZID={OUTLOOK}:20270309T090000",
        uid="zitting",
    ),
)


@pytest.fixture
def wereld(transactional_db, nu):
    return Wereld(nu=nu)


@pytest.fixture
def officier(wereld):
    return wereld.persoon(ROL, ritme=False, voornaam="Ruben", gebruiker__naam="Ruben Aerts")


def vraag(wereld: Wereld, officier, begin) -> Inzet:
    return wereld.vraag(wereld.boeking({ROL: 1}, begin=begin), officier)[0]


def ga(page: Page, pad: str, kop: str) -> None:
    """Open a page and hold it to the width of a telephone."""
    page.goto(PAD + pad)
    zie(page, kop)


def zie(page: Page, kop: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(kop)
    assert_fits_width(page)


def druk(page: Page, knop: str, melding: str) -> None:
    page.get_by_role("button", name=knop).click()
    expect(page.get_by_text(melding)).to_be_visible()
    assert_fits_width(page)


def zet_vaste_week_en_verlof(page: Page) -> None:
    """Tuesdays and Thursday mornings until the summer; away in two weeks of February."""
    ga(page, "beschikbaarheid/week/", "Uw vaste week")
    for dag, van, tot in (("Dinsdag", "09:00", "17:00"), ("Donderdag", "08:30", "12:30")):
        page.get_by_label(f"{dag}, eerste blok, van").fill(van)
        page.get_by_label(f"{dag}, eerste blok, tot").fill(tot)
    page.get_by_label("Dit schooljaar, tot de zomer").check()
    druk(page, "Bewaar", "Uw vaste week is bewaard.")
    page.get_by_label("Eerste dag").fill("2027-02-08")
    page.get_by_label("Laatste dag").fill("2027-02-19")
    druk(page, "Geef door", "Wij hebben het genoteerd.")


def koppel_zittingen(page: Page) -> None:
    ga(page, "agendas/bestand/", "Zet een agendabestand op de site")
    bestand = {"name": "werk.ics", "mimeType": "text/calendar", "buffer": ZITTINGEN}
    page.get_by_label("Agendabestand").set_input_files(bestand)
    page.get_by_label("Hoe noemt u deze agenda?").fill("zittingen")
    druk(page, "Lees dit bestand", "Uw agenda is gelezen.")
    expect(page.get_by_text("goed gelezen")).to_be_visible()


def zie_acht_weken(page: Page) -> None:
    """Court, leave and what is left of Tuesday, with the reason under each."""
    ga(page, "beschikbaarheid/", "Wanneer kunt u?")
    vakken = {
        "2027-01-19 ochtend": "bezet uw eigen agenda 9.00–12.30",
        "2027-01-19 middag": "vrij 12.30–17.00",
        "2027-02-02 ochtend": "vrij 9.00–12.30",
        "2027-02-09 middag": "weg 12.30–17.00",
        "2027-02-25 ochtend": "vakantie Voorjaarsvakantie 8.30–12.30",
    }
    for vak, tekst in vakken.items():
        dag, dagdeel = vak.split()
        cel = page.locator(f'td[data-dag="{dag}"][data-dagdeel="{dagdeel}"] > *')
        assert " ".join(cel.inner_text().split("\n")).startswith(tekst.partition(" ")[0]), vak
        for woord in tekst.split()[1:]:
            expect(cel).to_contain_text(woord)


def zeg_ja(page: Page, inzet: Inzet) -> None:
    """The page shows court in the morning; the afternoon is a yes."""
    ga(page, "", "Dag Ruben")
    dag = page.locator(".uitnodiging__dag")
    expect(dag).to_contain_text("9.00 tot 12.30 uur")
    expect(dag).to_contain_text("In uw eigen agenda")
    druk(page, "Ik kom op", "U komt. De les staat in uw agenda.")
    assert status(inzet) == "toegezegd"


def noem_ander_moment(page: Page) -> Tegenvoorstel:
    """On the moved sitting there is court; the day after will do."""
    ga(page, "", "Dag Ruben")
    page.get_by_role("link", name="Wel op een ander moment").click()
    expect(page.get_by_text("In uw eigen agenda staat dan al iets.")).to_be_visible()
    assert_fits_width(page)
    page.get_by_label("Moment 1").fill("2027-03-11T09:00")
    page.get_by_label("Wilt u er iets bij zeggen?").fill("Woensdag zit ik op zitting.")
    druk(page, "Stel dit voor", "Dank. Wij vragen de school of dat kan.")
    return Tegenvoorstel.objects.get()


def val_uit(page: Page, inzet: Inzet) -> None:
    ga(page, "", "Dag Ruben")
    page.get_by_role("link", name="Bekijk of meld u af").last.click()
    zie(page, "U komt")
    page.get_by_text("Kunt u toch niet?").click()
    page.get_by_label("Ik kan dan niet").check()
    page.get_by_label("Waarom niet?").fill("Een spoedzaak.")
    assert_fits_width(page)
    druk(page, "Ik val uit", "U bent afgemeld. Wij zoeken meteen iemand anders.")
    assert status(inzet) == "afgemeld"


def zie_jaar(page: Page) -> None:
    ga(page, "jaar/", "Uw jaar 2026-2027")
    cijfers = page.locator(".jaar__cijfers")
    for tekst in ("2 lessen", "2 uur les", "50 leerlingen", "4 keer gevraagd"):
        expect(cijfers).to_contain_text(tekst)
    page.get_by_role("link", name="Verklaring voor uw werkgever").click()
    zie(page, "Verklaring over gegeven lessen")
    expect(page.get_by_role("main")).to_contain_text("Ruben Aerts")


@pytest.mark.browser
def test_a_year_of_an_officier_on_a_telephone(phone, wereld, officier, nu):
    with time_machine.travel(nu, tick=True) as reis:
        login_as(phone, officier.gebruiker)
        zet_vaste_week_en_verlof(phone)
        koppel_zittingen(phone)
        zie_acht_weken(phone)

        middag = vraag(wereld, officier, op(1, 26, 13, 30))
        zeg_ja(phone, middag)
        woensdag = vraag(wereld, officier, op(3, 10, 14))
        voorstel = noem_ander_moment(phone)
        neem_voorstel_aan(
            voorstel_id=voorstel.pk, begin=op(3, 11, 9), reden="", nu=wereld.nu, door=None
        )
        assert status(woensdag) == "afgewezen"
        ga(phone, "", "Dag Ruben")
        druk(phone, "Ik kom op donderdag 11 maart", "U komt. De les staat in uw agenda.")
        april = vraag(wereld, officier, op(4, 20, 13, 30))
        ga(phone, "", "Dag Ruben")
        druk(phone, "Ik kom op dinsdag 20 april", "U komt. De les staat in uw agenda.")

        reis.move_to(op(4, 12))
        login_as(phone, officier.gebruiker)
        for gegeven in Inzet.objects.filter(status="toegezegd", eind__lt=op(4, 1)):
            assert rond_les_af(boeking_id=gegeven.plek.boeking_id, nu=op(4, 1))
        val_uit(phone, april)
        reis.move_to(op(7, 1))
        login_as(phone, officier.gebruiker)
        zie_jaar(phone)
    assert BezetTijdvak.objects.count() > 20
    assert TITEL not in phone.content()
