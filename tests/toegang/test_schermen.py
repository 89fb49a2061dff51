"""The pages of login in a real browser."""

import re

from django.core import mail
from django.urls import reverse

from wagtail.models import Page

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from lesaanbod.models import Bevoegdheid
from tests.factories.boekingen import ContactpersoonFactory
from tests.factories.lesaanbod import LesPageFactory
from tests.inloggen import login_as, make_medewerker
from tests.paginas import assert_sound, walk_by_tab
from tests.toegang.test_inloggen import totp_code

pytestmark = pytest.mark.browser


def test_docent_logs_in_by_keyboard_on_a_telephone_without_javascript(open_page):
    ContactpersoonFactory(gebruiker__email="docent@school.example")
    phone = open_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    phone.goto("/account/login/")
    phone.get_by_label("E-mailadres").fill("docent@school.example")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/login/code/")
    code = re.search(r"\d{4}-\d{4}", mail.outbox[-1].body)[0]
    phone.get_by_label("Code uit de mail").fill(code)
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/mijn/")


def test_login_pages_have_no_barrier(page):
    response = page.goto("/account/login/")
    assert response.status == 200
    assert_sound(page)
    assert "E-mailadres" in walk_by_tab(page)
    page.get_by_role("button", name="Mail mij een code").click()
    expect(page).to_have_title(re.compile("^Fout: "))
    assert_sound(page)
    page.get_by_label("E-mailadres").fill("iemand@school.example")
    page.get_by_role("button", name="Mail mij een code").click()
    page.wait_for_url("**/login/code/")
    assert_sound(page)
    page.get_by_label("Code uit de mail").fill("1111-1111")
    page.get_by_role("button", name="Log in").click()
    page.get_by_text("Deze code klopt niet.").first.wait_for()
    assert_sound(page)


def test_staff_set_the_second_factor_in_the_browser(page):
    gebruiker = make_medewerker(Bevoegdheid.BEHEERDER)
    login_as(page, gebruiker)
    Authenticator.objects.all().delete()
    page.context.clear_cookies()
    page.goto("/account/login/")
    page.get_by_label("E-mailadres").fill(gebruiker.email)
    page.get_by_role("button", name="Mail mij een code").click()
    page.wait_for_url("**/login/code/")
    page.get_by_label("Code uit de mail").fill(re.search(r"\d{4}-\d{4}", mail.outbox[-1].body)[0])
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**" + reverse("mfa_activate_totp"))
    # The numbers stand on a drawn line, so axe cannot see the ground: white on petrol, 9.5 to 1.
    assert_sound(page, explained=frozenset({"color-contrast"}))
    drawn = page.locator("main img").evaluate("image => image.complete && image.naturalWidth > 0")
    assert drawn is True
    secret = page.locator("main code").inner_text()
    page.get_by_label("Code uit de app").fill(totp_code(secret))
    page.get_by_role("button", name="Stel in").click()
    page.wait_for_url("**" + reverse("mfa_view_recovery_codes"))
    assert_sound(page)
    page.get_by_role("link", name="Ga verder").click()
    page.wait_for_url("**/beheer/")


def test_other_account_pages_have_no_barrier(page):
    login_as(page, make_medewerker(Bevoegdheid.COORDINATOR))
    for naam in ("mfa_index", "mfa_reauthenticate", "account_logout", "account_inactive"):
        assert page.goto(reverse(naam)).status == 200
        assert_sound(page)


@pytest.mark.urls("tests.toegang.proefpaginas")
def test_form_behind_a_secret_link_passes_the_csrf_check(page):
    page.goto("/uitnodiging/dXc3bGtqcXdlLWFzZA:1tX0aB:9xYzQw3r/")
    page.get_by_role("button", name="Ik kom").click()
    page.get_by_text("Gelukt").wait_for()


def test_beheer_works_under_its_own_policy(page):
    """The fixture fails on any CSP report or foreign request; these pages have inline scripts."""
    les = LesPageFactory(parent=Page.get_first_root_node())
    login_as(page, make_medewerker(Bevoegdheid.REDACTEUR))
    for path in (
        "/beheer/",
        "/beheer/pages/",
        f"/beheer/pages/{les.pk}/edit/",
        f"/beheer/pages/{les.pk}/history/",
        "/beheer/reports/site-history/",
        "/beheer/account/",
    ):
        assert page.goto(path).status == 200
        page.wait_for_load_state("networkidle")
    login_as(page, make_medewerker(Bevoegdheid.BEHEERDER))
    for path in ("/beheer/users/", "/beheer/users/new/", "/beheer/groups/"):
        assert page.goto(path).status == 200
    page.wait_for_load_state("networkidle")
