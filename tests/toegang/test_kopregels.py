"""Headers and cookies: strict on the site, looser only where Wagtail needs it."""

from django.conf import settings

import pytest

from lesaanbod.middleware import PERMISSIONS_POLICY
from lesaanbod.models import Bevoegdheid
from tests.factories.boekingen import ContactpersoonFactory
from tests.inloggen import login_as, make_medewerker

pytestmark = pytest.mark.django_db

STRICT = {
    "default-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
}


def policy(response) -> set[str]:
    return {part.strip() for part in response["Content-Security-Policy"].split(";")}


@pytest.mark.parametrize("path", ["/", "/account/login/", "/bestaat/niet/", "/gezond/"])
def test_headers_of_the_site(client, path):
    response = client.get(path)
    assert policy(response) == STRICT
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Permissions-Policy"] == PERMISSIONS_POLICY


def test_page_behind_a_secret_link_is_not_kept_and_not_passed_on(client):
    response = client.get("/uitnodiging/dXc3bGtqcXdlLWFzZA:1tX0aB:9xYzQw3r/")
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]


def test_only_beheer_may_run_scripts_and_style_in_the_page(client):
    login_as(client, make_medewerker(Bevoegdheid.REDACTEUR))
    response = client.get("/beheer/")
    assert response.status_code == 200
    assert policy(response) == (STRICT - {"frame-ancestors 'none'"}) | {
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' blob: data:",
        "frame-ancestors 'self'",
        "frame-src 'self'",
    }
    assert response["X-Frame-Options"] == "DENY"
    assert policy(client.get("/account/tweede-stap/")) == STRICT


@pytest.mark.parametrize("path", ["/", "/bestaat/niet/", "/gezond/"])
def test_public_page_sets_no_cookie_and_is_the_same_for_everybody(client, path):
    response = client.get(path)
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")


def test_cookies_of_login_are_shut_away(client):
    response = client.get("/account/login/")
    assert set(response.cookies) == {settings.CSRF_COOKIE_NAME}
    response = client.post("/account/login/", {"login": "iemand@school.example"})
    assert set(response.cookies) == {settings.SESSION_COOKIE_NAME}
    cookie = response.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


def test_form_without_its_token_is_refused_in_dutch(client_maker):
    response = client_maker(enforce_csrf_checks=True).post(
        "/account/login/", {"login": "a@b.example"}
    )
    assert response.status_code == 403
    assert "Er is niets verstuurd." in response.content.decode()


@pytest.mark.parametrize(
    "path", ["/account/verder/", "/account/login/code/", "/account/tweede-stap/"]
)
def test_pages_behind_login_are_kept_by_nobody(client, path):
    login_as(client, ContactpersoonFactory().gebruiker)
    assert "no-store" in client.get(path).headers.get("Cache-Control", "")
