"""The catalogue as a visitor meets it: in a browser, with and without JavaScript."""

import pytest

from lesaanbod.models import Vorm
from tests.factories.catalogus import (
    InformatiePageFactory,
    LeerlijnPageFactory,
    NieuwsOverzichtPageFactory,
    NieuwsPageFactory,
    TrainingPageFactory,
    koppel,
    maak_begrippen,
    maak_les,
    maak_lesaanbod,
)
from tests.paginas import DESKTOP, PHONE, assert_fits_width, assert_sound, walk_by_tab

pytestmark = pytest.mark.browser
NARROWEST = {"width": 320, "height": 700}


@pytest.fixture(autouse=True)
def catalogus(transactional_db):
    """A page of every kind: a series, a lesson, a training, the leerlijn, news, information."""
    lesaanbod = maak_lesaanbod()
    begrippen = maak_begrippen()
    InformatiePageFactory(parent=lesaanbod.get_parent(), title="Contact", slug="contact")
    maak_les(
        lesaanbod,
        title="Kapot Sterk",
        slug="kapot-sterk",
        vorm=Vorm.LESSENSERIE.value,
        niveaus=[begrippen["groep-8"]],
        themas=[begrippen["geld"]],
        rollen=["wijkagent", "rolmodel"],
        duren=[60, 60],
        uitgelicht=True,
        doelen=[("doel", "Zij zeggen nee.")],
        school_regelt=[("punt", "een lokaal")],
        inhoud=[("let_op", "De volgorde ligt vast.")],
    )
    training = TrainingPageFactory(
        parent=lesaanbod, slug="signalen", vorm=Vorm.DOCENTENTRAINING.value
    )
    koppel(training, themas=[begrippen["geld"]])
    LeerlijnPageFactory(parent=lesaanbod.get_parent())
    nieuws = NieuwsOverzichtPageFactory(parent=lesaanbod.get_parent())
    NieuwsPageFactory(parent=nieuws, slug="bericht", inhoud=[("alinea", "<p>Nieuw.</p>")])
    maak_les(
        lesaanbod, title="Veilig online", niveaus=[begrippen["vo"]], themas=[begrippen["online"]]
    )


ADDRESSES = [
    "/",
    "/lesaanbod/",
    "/lesaanbod/?niveau=vo&thema=geld&vorm=x",
    "/lesaanbod/kapot-sterk/",
    "/lesaanbod/signalen/",
    "/leerlijn/",
    "/nieuws/",
    "/nieuws/bericht/",
    "/contact/",
    "/bestaat-niet/",
]


def test_every_page_is_accessible_and_fits_the_narrowest_window(page):
    for adres in ADDRESSES:
        page.goto(adres)
        assert_sound(page)
        page.set_viewport_size(NARROWEST)
        assert_fits_width(page)
        page.set_viewport_size(DESKTOP)


def test_filter_changes_the_list_in_place(page):
    page.goto("/lesaanbod/")
    page.evaluate("window.zelfde = true")
    page.check("#niveau-vo")
    page.wait_for_url("**niveau=vo**")
    assert page.inner_text("#aantal") == "1 les"
    assert page.inner_text("#melding-aantal") == "1 les"
    assert page.evaluate("document.activeElement.id") == "niveau-vo"
    page.check("#thema-geld")
    page.wait_for_url("**thema=geld**")
    assert page.inner_text("#aantal") == "Geen lessen gevonden"
    assert page.evaluate("window.zelfde") is True
    page.go_back()
    page.wait_for_function("document.querySelector('#aantal').innerText === '1 les'")


def test_list_works_without_javascript(open_page):
    window = open_page(viewport=PHONE, java_script_enabled=False)
    window.goto("/lesaanbod/")
    window.check("#niveau-vo")
    window.get_by_role("button", name="Toon lessen").click()
    assert window.inner_text("#aantal") == "1 les"
    window.get_by_role("link", name="Haal weg: Voortgezet onderwijs").click()
    assert window.inner_text("#aantal") == "2 lessen en 1 training"


def test_menu_and_filters_fold_on_a_phone(phone):
    phone.goto("/lesaanbod/")
    menu = phone.get_by_role("button", name="Menu")
    assert not phone.is_visible("#menu")
    menu.click()
    assert phone.is_visible("#menu")
    assert menu.get_attribute("aria-expanded") == "true"
    phone.get_by_role("button", name="Filters").click()
    phone.check("#niveau-vo")
    phone.wait_for_url("**niveau=vo**")
    assert phone.is_visible("#niveau-groep-8")


def test_tab_passes_the_lesson_in_the_order_of_reading(page):
    page.goto("/lesaanbod/kapot-sterk/")
    stops = walk_by_tab(page)
    assert stops[0] == "Naar de inhoud"
    assert stops.index("Mijn lessen") < stops.index("Lesaanvraag doen") < stops.index("Privacy")


# Every element one can use and see; then the one with the focus, and whether it shows that.
BRUIKBAAR = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
  )].filter((een) => een.checkVisibility({ visibilityProperty: true }) && !een.disabled).length"""
MET_FOCUS = """() => {
  const een = document.activeElement;
  if (een === document.body) return null;
  window.gezien = (window.gezien || new Set()).add(een);
  const stijl = getComputedStyle(een);
  const lijn = stijl.outlineStyle !== "none" && parseFloat(stijl.outlineWidth) > 0;
  return {
    wat: een.outerHTML.slice(0, 80),
    zichtbaar: lijn || stijl.boxShadow !== "none",
    binnen: een.getBoundingClientRect().width > 0,
    aantal: window.gezien.size,
  };
}"""


@pytest.mark.parametrize("groep", [ADDRESSES[:5], ADDRESSES[5:]], ids=["aanbod", "verder"])
def test_tab_reaches_everything_and_shows_where_it_is(groep, page):
    for adres in groep:
        page.goto(adres, wait_until="networkidle")  # what is taken in later has come
        bruikbaar, aantal = page.evaluate(BRUIKBAAR), 0
        for nummer in range(bruikbaar + 5):
            page.keyboard.press("Tab")
            stop = page.evaluate(MET_FOCUS)
            if stop is None:
                break
            assert nummer or "Naar de inhoud" in stop["wat"], (adres, stop)
            assert stop["zichtbaar"], (adres, stop)
            assert stop["binnen"], (adres, stop)
            aantal = stop["aantal"]
        assert aantal == bruikbaar, adres
