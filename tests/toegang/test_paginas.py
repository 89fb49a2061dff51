"""The tools themselves: each passes a good page and finds a planted fault."""

from django.contrib.auth.models import Group

from wagtail.models import Locale, Page, Site

import pytest

from tests.factories.lesaanbod import ThemaFactory
from tests.paginas import (
    PHONE,
    WAGTAILS_RACE,
    assert_fits_width,
    assert_no_axe_violations,
    assert_same_queries,
    find_chromium,
    walk_by_tab,
    watched_pages,
)
from tests.toegang.proefpaginas import TWEEDE_HELFT

pytestmark = pytest.mark.urls("tests.toegang.proefpaginas")


@pytest.mark.browser
def test_axe_passes_good_page_under_the_csp_of_the_site(page):
    response = page.goto("/goed/")
    assert response is not None
    assert "default-src 'self'" in response.headers["content-security-policy"]
    assert_no_axe_violations(page)
    assert_fits_width(page)
    assert walk_by_tab(page) == ["Naam", "Verder"]


@pytest.mark.browser
def test_axe_waits_for_a_page_that_comes_in_two_halves(page, monkeypatch):
    """The second half comes no sooner than the wait: without that, axe sees a page of one half."""
    wait = page.wait_for_load_state

    def let_second_half_come() -> None:
        TWEEDE_HELFT.set()
        wait()

    page.goto("/naar-helften/")
    TWEEDE_HELFT.clear()
    page.get_by_role("link", name="Ga").click()
    monkeypatch.setattr(page, "wait_for_load_state", let_second_half_come)
    assert_no_axe_violations(page)


@pytest.mark.browser
def test_axe_finds_field_without_label(page):
    page.goto("/axe/")
    with pytest.raises(AssertionError, match="'label'"):
        assert_no_axe_violations(page)


@pytest.mark.browser
def test_width_finds_page_wider_than_a_phone(phone):
    phone.goto("/breed/")
    with pytest.raises(AssertionError, match="wider"):
        assert_fits_width(phone)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("soort", "fault"), [("script", "CSP: .*script"), ("elders", "foreign request: https://elders")]
)
def test_watched_pages_report_inline_script_and_foreign_request(browser, live_server, soort, fault):
    with (
        pytest.raises(AssertionError, match=fault),
        watched_pages(browser, live_server.url) as make,
    ):
        make(viewport=PHONE).goto(f"/{soort}/")


def let_script_fail(page, woorden: str) -> None:
    """Open a sound page and let a script of it fail with ``woorden``."""
    page.goto("/goed/")
    with page.expect_event("pageerror"):
        page.evaluate("woorden => { setTimeout(() => { throw new Error(woorden) }) }", woorden)


@pytest.mark.browser
@pytest.mark.parametrize("woorden", ["Oeps", WAGTAILS_RACE])
def test_watched_pages_report_failing_script_on_a_page_of_ours(browser, live_server, woorden):
    with (
        pytest.raises(AssertionError, match=f"script error: {woorden}"),
        watched_pages(browser, live_server.url) as make,
    ):
        let_script_fail(make(), woorden)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_begininhoud_is_back_after_a_flush(time):
    """The flush at the end of the first run may not be seen by the second."""
    assert Page.objects.filter(depth=1).count() == 1
    assert Locale.objects.count() == 1
    assert Site.objects.filter(is_default_site=True).count() == 1
    assert {"schrijver", "beheerder"} <= set(Group.objects.values_list("name", flat=True))
    assert Group.objects.get(name="beheerder").permissions.count() > 0


@pytest.mark.django_db
def test_same_queries_passes_constant_and_finds_growing_list(client):
    assert_same_queries(ThemaFactory.create_batch, "/themas/vlot/", client)
    with pytest.raises(AssertionError):
        assert_same_queries(ThemaFactory.create_batch, "/themas/traag/", client)


@pytest.mark.django_db
def test_same_queries_refuses_a_page_that_is_not_there(client):
    with pytest.raises(AssertionError, match="404"):
        assert_same_queries(ThemaFactory.create_batch, "/niets/is/hier/", client)


@pytest.mark.parametrize(("demand", "outcome"), [("on", "Failed"), ("off", "Skipped")])
def test_missing_chromium_skips_by_name_or_fails_on_demand(monkeypatch, demand, outcome):
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setenv("DEMAND_BROWSER", demand)
    with pytest.raises(BaseException, match="apt install chromium") as raised:
        find_chromium()
    assert type(raised.value).__name__ == outcome
