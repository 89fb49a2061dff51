"""Searching a school, with htmx and without."""

import pytest

from tests.factories.boekingen import SchoolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def school():
    return SchoolFactory(naam="De Wilgenpoort", zoektekst=" 3561aa utrecht de wilgenpoort")


def test_htmx_gets_the_choice_only(client):
    pagina = client.get(
        "/aanvragen/scholen/", {"q": "wilg"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "De Wilgenpoort" in pagina
    assert 'type="radio"' in pagina
    assert "<html" not in pagina


def test_person_gets_a_page_without_cookies(client):
    antwoord = client.get("/aanvragen/scholen/", {"q": "wilg"})
    assert "<h1>Zoek uw school</h1>" in antwoord.content.decode()
    assert "Lindelaan 4, 3561 AA Utrecht" in antwoord.content.decode()
    assert not antwoord.cookies


def test_nothing_found_says_what_to_try(client):
    for kop in ({}, {"HX-Request": "true"}):
        pagina = client.get("/aanvragen/scholen/", {"q": "qqq"}, headers=kop).content.decode()
        assert "Probeer de postcode, of alleen de plaats." in pagina


def test_what_was_typed_is_never_markup(client):
    pagina = client.get("/aanvragen/scholen/", {"q": "<b>x"}).content.decode()
    assert "<b>x" not in pagina
    assert "&lt;b&gt;x" in pagina


def test_many_schools_ask_to_type_more(client):
    for nummer in range(21):
        SchoolFactory(naam=f"Wilg {nummer}", zoektekst=" wilg")
    pagina = client.get("/aanvragen/scholen/", {"q": "wilg"}).content.decode()
    assert pagina.count("<li><div>") == 20
    assert "Er zijn er meer." in pagina
