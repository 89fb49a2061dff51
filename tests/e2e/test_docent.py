"""A docent asks for a series in a browser, on a telephone, with and without JavaScript."""

import re

from django.core import mail

from wagtail.models import Page

import pytest

from boekingen.domain.zoektekst import build_zoektekst
from boekingen.models import Aanvraag, School
from lesaanbod.models import Doelgroep
from tests.factories.boekingen import SchoolFactory
from tests.factories.lesaanbod import (
    LesPageFactory,
    NiveauFactory,
    OnderdeelFactory,
    OnderdeelRolFactory,
    RolFactory,
)
from tests.paginas import PHONE, assert_sound, walk_by_tab

pytestmark = pytest.mark.browser
# Holidays are hatched: #434d4f on #e9e4d9 is 6.7, on #f3f0ea 7.5. Axe cannot measure on hatching.
ARCERING = frozenset({"color-contrast"})


@pytest.fixture(autouse=True)
def school(transactional_db) -> School:
    velden = {"naam": "De Wilgenpoort", "plaats": "Utrecht", "postcode": "3561 AA"}
    zoektekst = build_zoektekst(**velden, vestigingscode="99AA00", sector="po")
    return SchoolFactory(**velden, vestigingscode="99AA00", zoektekst=zoektekst)


@pytest.fixture
def start(transactional_db) -> str:
    """The address of the first page for a series of three."""
    les = LesPageFactory(
        parent=Page.get_first_root_node(), live=True, title="Kapot Sterk", min_dagen_tussen=7
    )
    Doelgroep.objects.create(aanbod=les, niveau=NiveauFactory(slug="groep-8"))
    wijkagent = RolFactory(naam="wijkagent")
    for volgorde in range(3):
        onderdeel = OnderdeelFactory(les=les, sort_order=volgorde)
        OnderdeelRolFactory(onderdeel=onderdeel, rol=wijkagent)
    return f"/aanvragen/{les.pk}-{les.slug}/"


class Telefoon:
    """One browser; every screen it passes is held to the bar when ``streng``."""

    def __init__(self, page, *, streng=False):
        self.page, self.streng = page, streng

    def ga(self, knop):
        self.page.get_by_role("button", name=knop).click()
        self.page.wait_for_load_state()
        if self.streng:
            self.houd()

    def houd(self):
        is_momenten = self.page.url.partition("#")[0].endswith("/momenten/")
        assert_sound(self.page, ARCERING if is_momenten else frozenset())

    def fout(self, knop):
        self.ga(knop)
        assert self.page.title().startswith("Fout: ")

    def kies_school(self, *, script):
        self.fout("Ga naar De klassen")
        self.page.get_by_label("Zoek uw school").fill("wilgen")
        if not script:
            self.ga("Zoek")
        self.page.get_by_label("De Wilgenpoort").check()
        self.ga("Ga naar De klassen")

    def vul_klassen(self):
        self.fout("Ga naar Momenten")
        self.page.get_by_label("Naam van de klas").fill("8A")
        self.page.get_by_label("Aantal leerlingen").fill("27")
        self.ga("Nog een klas toevoegen")
        self.page.get_by_label("Naam van de klas").nth(1).fill("8B")
        self.page.get_by_label("Aantal leerlingen").nth(1).fill("25")
        self.page.get_by_label("Na elkaar").check()
        self.ga("Ga naar Momenten")

    def vul_momenten(self):
        self.fout("Ga naar Praktisch")
        self.page.get_by_label("Dag", exact=True).select_option("dinsdag")
        self.ga("Vul in")
        self.page.get_by_role("button", name="Nog een moment toevoegen voor les 2").click()
        self.page.get_by_label("2e wens: dag").fill("2026-01-03")
        self.fout("Ga naar Praktisch")
        self.page.get_by_text("Dit moment is al voorbij.").first.wait_for()
        self.ga("Haal de 2e wens weg")
        self.ga("Ga naar Praktisch")

    def vul_gegevens(self, email):
        self.page.get_by_label("Waar melden wij ons?").fill("lokaal 12")
        self.ga("Ga naar Uw gegevens")
        self.fout("Ga naar Controleren")
        self.page.get_by_label("Uw naam").fill("Noor Verbeek")
        self.page.get_by_label("Uw telefoonnummer").fill("06 12 34 56 78")
        self.page.get_by_label("Uw e-mailadres").fill(email)
        self.ga("Ga naar Controleren")

    def vul_code(self):
        code = re.search(r"\b\d{4}-\d{4}\b", mail.outbox[-1].body)[0]
        self.page.get_by_label("Code uit de mail").fill(code)
        self.ga("Log in")

    def vraag_aan(self, start, *, script=True):
        assert self.page.goto(start).status == 200
        self.ga("Begin met de aanvraag")
        self.kies_school(script=script)
        self.vul_klassen()
        self.vul_momenten()
        self.vul_gegevens("noor@school.example")
        self.vul_code()
        self.ga("Verstuur de aanvraag")
        aanvraag = Aanvraag.objects.get()
        assert self.page.url.endswith(f"/mijn/{aanvraag.pk}/")
        self.page.get_by_text(f"Uw kenmerk is {aanvraag.kenmerk}.").wait_for()
        assert aanvraag.boekingen.count() == 6

    def trek_in(self):
        self.page.get_by_role("link", name="Trek de aanvraag in").click()
        self.ga("Trek de aanvraag in")
        self.page.get_by_text("Uw aanvraag is ingetrokken.").wait_for()


def test_docent_asks_for_a_series_on_a_telephone_without_javascript(open_page, start):
    telefoon = Telefoon(open_page(viewport=PHONE, java_script_enabled=False))
    telefoon.vraag_aan(start, script=False)
    telefoon.trek_in()


def test_docent_asks_for_a_series_and_every_screen_is_accessible_and_fits(phone, start):
    scherm = Telefoon(phone, streng=True)
    scherm.page.goto(start)
    scherm.houd()
    scherm.vraag_aan(start)
    scherm.trek_in()
    for adres in ("/mijn/", f"{start}verzonnen/school/", "/aanvragen/scholen/"):
        scherm.page.goto(adres)
        scherm.houd()


def test_school_by_hand_and_stopping_half_way(open_page, start):
    scherm = Telefoon(open_page(viewport=PHONE), streng=True)
    scherm.page.goto(start)
    scherm.ga("Begin met de aanvraag")
    scherm.page.get_by_role("link", name="Mijn school staat er niet bij").click()
    scherm.page.get_by_label("Naam van de school").fill("De Vlieger")
    scherm.fout("Ga naar De klassen")
    scherm.ga("Bewaar en ga later verder")
    scherm.page.get_by_role("link", name="Ga nu verder").click()
    assert scherm.page.get_by_label("Naam van de school").input_value() == "De Vlieger"


def test_momenten_by_keyboard_names_the_weekday(open_page, start):
    scherm = Telefoon(open_page())
    scherm.page.goto(start)
    scherm.ga("Begin met de aanvraag")
    scherm.kies_school(script=True)
    scherm.vul_klassen()
    stops = walk_by_tab(scherm.page)
    assert stops.index("Vul in") < stops.index("1e wens: begintijd")
    assert "Ga verder" not in stops
    scherm.page.get_by_label("1e wens: dag").first.fill("2027-02-02")
    scherm.page.get_by_text("dinsdag", exact=True).last.wait_for()
