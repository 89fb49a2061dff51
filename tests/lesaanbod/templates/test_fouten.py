"""The pages for when something is not there, not allowed, or broken."""

from django.template.loader import render_to_string
from django.test import Client

import pytest


@pytest.mark.django_db
def test_404_points_on_and_sets_no_cookie(client):
    response = client.get("/bestaat-niet/")
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()
    assert response.cookies == {}


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["/bestaat-niet/", "/bestaat.niet", "/lesaanbod/0-bestaat-niet/"])
def test_a_demo_shows_that_page_too(client, settings, pad):
    settings.DEBUG = True
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "lesaanbod.middleware.OwnNotFound"]
    response = client.get(pad)
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.content.decode()
    assert client.get("/bestaat-niet").headers["Location"] == "/bestaat-niet/"


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["/%00/", "/lesaanbod/%00/", "/%FF/", f"/lesaanbod/{'x' * 9000}/"])
def test_odd_path_is_just_not_there(client, pad):
    assert client.get(pad).status_code == 404


def test_500_needs_no_request_and_no_database():
    html = render_to_string("500.html")
    assert "Er ging iets mis bij ons" in html
    assert "Hulp nodig? Bel <" not in html


@pytest.mark.django_db
def test_form_from_elsewhere_is_refused_in_words():
    response = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "a@b.example"})
    assert response.status_code == 403
    assert "Probeer het nog eens" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("herkomst", "getoond"),
    [("http://testserver", True), ("https://elders.example", False), (None, False)],
)
def test_refused_form_gives_back_what_was_typed_here(herkomst, getoond):
    """A browser drops it when one goes back and reloads, which is what one must do."""
    response = Client(enforce_csrf_checks=True).post(
        "/account/login/",
        {"login": "a@b.example", "csrfmiddlewaretoken": "x", "reden": "Graag <b>in</b>\nde hal "},
        headers={"Origin": herkomst} if herkomst else {},
    )
    html = response.content.decode()
    assert response.status_code == 403
    assert "Ga terug" in html or "Ga daarna terug" in html
    assert ("Kopieer wat u wilt bewaren" in html) is getoond
    assert ("Graag &lt;b&gt;in&lt;/b&gt;<br>de hal</p>" in html) is getoond
    assert "a@b.example" not in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        ("/account/login/code/", "1234 5678"),
        ("/hoofdrolspeler/beschikbaarheid/vak/", "2027-01-12 ochtend vrij"),
        ("/beheer/pages/1/edit/", '{"blocks": [{"text": "Een les over nee zeggen"}]}'),
    ],
)
def test_refused_form_gives_back_no_code_no_button_and_no_data(pad, waarde):
    response = Client(enforce_csrf_checks=True).post(
        pad, {"veld": waarde}, headers={"Origin": "http://testserver"}
    )
    html = response.content.decode()
    assert response.status_code == 403
    assert "Kopieer wat u wilt bewaren" not in html


@pytest.mark.parametrize(
    "naam", ["400.html", "403.html", "404.html", "500.html", "503.html", "403_csrf.html"]
)
def test_page_has_one_heading_and_a_way_on(naam):
    html = render_to_string(naam)
    assert html.count("<h1>") == 1
    assert 'href="/mijn/"' in html
