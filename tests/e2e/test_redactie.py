"""An editor who never saw Wagtail publishes a series of three lessons, and finds it everywhere."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page, Request, Route, expect

from lesaanbod.models import LesPage
from tests.factories.catalogus import (
    AanbiederFactory,
    LeerlijnPageFactory,
    get_rol,
    maak_begrippen,
    maak_les,
    maak_lesaanbod,
)
from tests.inloggen import login_as, make_medewerker

# Wagtail leaves the files it makes renditions from to the garbage collector.
pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
GEPUBLICEERD = "Pagina 'Sterk online' is gepubliceerd."
ROLLEN = ("wijkagent", "rolmodel", "rechter")


@pytest.fixture
def lesaanbod(transactional_db, settings, tmp_path):
    """A catalogue with one lesson, to which the series will lead on; Wagtail keeps its indexes."""
    settings.MEDIA_ROOT = tmp_path
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    lesaanbod = maak_lesaanbod()
    begrippen = maak_begrippen()
    LeerlijnPageFactory(parent=lesaanbod.get_parent())
    AanbiederFactory(naam="Stad")
    for rol in ROLLEN:
        get_rol(rol)
    woorden = {"niveaus": [begrippen["vo"]], "themas": [begrippen["online"]]}
    maak_les(lesaanbod, title="Snel geld", slug="snel-geld", **woorden)
    return lesaanbod


def paneel(page: Page, naam: str):
    return page.locator(f"#panel-child-inhoud-{naam}-content")


def draw_klas() -> dict[str, object]:
    """Return a picture as a file from the disk of an editor."""
    inhoud = BytesIO()
    Image.new("RGB", (1600, 900), "teal").save(inhoud, format="PNG")
    return {"name": "IMG_2041.png", "mimeType": "image/png", "buffer": inhoud.getvalue()}


def upload(page: Page, bestand: dict[str, object], titel: str) -> None:
    """Upload a file in the window that chooses one."""
    venster = page.locator(".modal-content")
    venster.get_by_role("tab", name="Uploaden").click()
    venster.locator("input[type=file]").set_input_files(bestand)
    expect(venster.get_by_label("Titel")).to_have_value(titel)
    venster.get_by_role("button", name="Uploaden").click()
    expect(venster).to_have_count(0)


def open_new_les(page: Page, lesaanbod) -> None:
    """Come in as a redacteur and open the form of a new lesson."""
    login_as(page, make_medewerker("redacteur"))
    page.goto(f"/beheer/pages/{lesaanbod.pk}/add_subpage/")
    page.get_by_role("link", name="Een les, lessenserie").click()
    # Before that, the address does not follow the title.
    page.wait_for_function(
        "() => window.wagtail?.app?.controllers.some((een) => een.identifier === 'w-autosave')"
    )


def fill_in(page: Page) -> None:
    """Fill in the form from top to bottom."""
    page.locator("#id_title").fill("Sterk online")
    page.locator("#id_samenvatting").fill("Drie lessen over nee zeggen op internet.")
    page.locator("#id_vorm").select_option("lessenserie")
    page.locator("#id_doelgroepen-0-niveau").select_option(label="Groep 8")
    page.get_by_label("Online", exact=True).check()
    paneel(page, "doelen").get_by_title("Blok invoegen").first.click()
    page.locator("#doelen-0-value").fill("Zij zeggen nee.")
    paneel(page, "inhoud").get_by_title("Blok invoegen").first.click()
    page.get_by_role("option", name="afbeelding").click()
    page.get_by_role("button", name="Kies een afbeelding").click()
    upload(page, draw_klas(), "IMG_2041")
    page.get_by_label("Wat is er te zien").fill("Een klas kijkt mee.")
    for nummer, rol in enumerate(ROLLEN):
        if nummer:
            page.get_by_role("button", name="Voeg onderdeel toe").click()
        page.locator(f"#id_onderdelen-{nummer}-titel").fill(f"Les {nummer + 1}")
        page.get_by_role("button", name="Voeg rol toe").nth(nummer).click()
        page.locator(f"#id_onderdelen-{nummer}-rollen-0-rol").select_option(label=rol)
    page.get_by_role("button", name="Voeg materiaal toe").click()
    page.locator("#id_materialen-0-titel").fill("Werkblad")
    paneel(page, "materialen").get_by_role("button", name="Kies een document").click()
    blad = {"name": "werkblad.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF"}
    upload(page, blad, "werkblad")
    page.locator("#id_aanbieder").select_option(label="Stad")


def publiceer(page: Page) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.get_by_role("button", name="Publiceren").click()


NOG_EENS = """() => {
  const knop = document.querySelector("[name='action-publish']");
  knop.form.requestSubmit(knop);
}"""

PROBEER_NA_VERSTUREN = """() => window.addEventListener("submit", () => {
  const bewaart = new CustomEvent("w-autosave:save", { cancelable: true });
  sessionStorage.setItem("bewaart", window.dispatchEvent(bewaart));
})"""


class LaatConcept:
    """Lets Wagtail save no draft by itself, then one; before its answer «Publiceren», twice."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.mag = self.bewaard = False
        self.verstuurd = 0
        page.on("request", self.tel)
        page.route("**/add/**", self.antwoord)
        page.evaluate(PROBEER_NA_VERSTUREN)

    def tel(self, vraag: Request) -> None:
        """Count how often the form itself is sent."""
        self.verstuurd += vraag.method == "POST" and vraag.is_navigation_request()

    def antwoord(self, route: Route) -> None:
        if route.request.headers.get("accept") != "application/json":
            route.continue_()
        elif not self.mag or self.bewaard:
            route.abort()
        else:
            antwoord = route.fetch()
            # The first may be refused: it holds the form as it was before the last field.
            self.bewaard = antwoord.json()["success"]
            if self.bewaard:
                publiceer(self.page)
                self.page.evaluate(NOG_EENS)
            route.fulfill(response=antwoord)


def test_editor_publishes_a_series_and_finds_it_everywhere(page, lesaanbod):
    open_new_les(page, lesaanbod)
    fill_in(page)

    page.get_by_role("button", name="Toon/verberg voorvertoning").click()
    voorbeeld = page.frame_locator("[data-side-panel=preview] iframe").last
    expect(voorbeeld.get_by_role("heading", name="Sterk online")).to_be_visible()
    for breedte, menu in ((375, True), (1280, False)):
        page.locator(f"[data-device-width='{breedte}']").check(force=True)
        expect(voorbeeld.get_by_role("button", name="Menu")).to_be_visible(visible=menu)

    publiceer(page)
    expect(page.get_by_text(GEPUBLICEERD)).to_be_visible()

    for adres in (
        "/lesaanbod/?niveau=groep-8&thema=online&vorm=lessenserie",
        "/leerlijn/",
        "/nieuw.atom",
        "/sitemap.xml",
        "/api/v2/pages/?type=lesaanbod.LesPage",
        "/beheer/pages/search/results/?q=sterk+online",
    ):
        tekst = page.request.get(adres).text()
        assert "sterk-online" in tekst or "Sterk online" in tekst, adres
    page.goto("/lesaanbod/sterk-online/")
    for woord in ("Les 3", *ROLLEN, "Werkblad", "Zij zeggen nee.", "Snel geld"):
        expect(page.get_by_role("main")).to_contain_text(woord)
    expect(page.get_by_alt_text("Een klas kijkt mee.")).to_be_visible()


def test_publishing_waits_for_the_first_draft_that_is_being_kept(page, lesaanbod):
    """Else both make the page, and the second is told that its address is taken already.

    And after it nothing is saved, or the page would be a draft again.
    """
    open_new_les(page, lesaanbod)
    laat = LaatConcept(page)
    fill_in(page)
    laat.mag = True
    page.locator("#id_samenvatting").fill("Drie lessen over nee zeggen.")
    expect(page.get_by_text(GEPUBLICEERD)).to_be_visible()
    les = LesPage.objects.get(slug="sterk-online")
    assert (laat.bewaard, laat.verstuurd) == (True, 1)
    assert page.evaluate("sessionStorage.getItem('bewaart')") == "false"
    assert (les.live, les.samenvatting) == (True, "Drie lessen over nee zeggen.")
