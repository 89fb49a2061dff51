"""The chance of a place in a browser: fetched into the page of a lesson, or behind its link."""

from datetime import time

import pytest
from playwright.sync_api import Route, expect

from lesaanbod.models import Niveau, Rol
from tests.factories.catalogus import maak_begrippen, maak_les, maak_lesaanbod
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory, WeekRitmeFactory
from tests.paginas import PHONE, assert_sound

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def les():
    """Return a lesson whose role three people hold, free on Tuesdays and Thursday mornings."""
    lesaanbod, begrippen = maak_lesaanbod(), maak_begrippen()
    les = maak_les(
        lesaanbod,
        title="De wijkagent komt",
        niveaus=[begrippen["vo"]],
        themas=[begrippen["online"]],
        rollen=["wijkagent"],
    )
    for _ in range(3):
        agent = HoofdrolspelerFactory(
            rollen=Rol.objects.all(), niveaus=Niveau.objects.all(), max_per_maand=60
        )
        for weekdag, eind in ((2, time(17)), (4, time(12))):
            WeekRitmeFactory(hoofdrolspeler=agent, weekdag=weekdag, begin=time(8), eind=eind)
    return les


def test_kans_comes_into_the_page_and_has_no_barrier(page, les):
    page.goto(les.url)
    expect(page.locator(".kans table").first).to_be_visible()
    page.get_by_text("Toon de volgende zes weken").click()
    assert_sound(page)
    assert page.locator(".kans tbody tr").count() >= 4
    page.goto(f"/kans/{les.pk}-{les.slug}/")
    assert_sound(page)


def test_kans_leaves_the_link_under_the_focus_until_the_focus_is_elsewhere(page, les):
    link = page.get_by_role("link", name="Bekijk in welke weken er plek is")

    def answer_who_is_at_the_link(route: Route) -> None:
        link.focus()
        route.continue_()

    page.route("**/kans/**", answer_who_is_at_the_link, times=1)
    with page.expect_response("**/kans/**") as antwoord:
        page.goto(les.url)
    # Asked for once more: what the page did with the first answer is done by then.
    page.evaluate("async (adres) => (await fetch(adres)).text()", antwoord.value.url)
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".kans table").first).to_be_visible()
    assert page.evaluate("document.activeElement !== document.body")


def test_kans_is_behind_a_link_without_javascript(open_page, les):
    scherm = open_page(viewport=PHONE, java_script_enabled=False)
    scherm.goto(les.url)
    scherm.get_by_role("link", name="Bekijk in welke weken er plek is").click()
    expect(scherm.get_by_role("heading", level=1)).to_have_text(
        "Kans op een plek bij De wijkagent komt"
    )
    assert scherm.locator(".kans tbody tr").count() >= 4
