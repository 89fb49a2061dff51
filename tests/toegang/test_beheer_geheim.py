"""Nobody who edits finds a person or a booking: planted names, searched for in /beheer/.

At every address about a page or a word of the catalogue, and by the search fields; all other
addresses of /beheer/ are looked through by test_matrix.
"""

from urllib.parse import urlencode

from django.test import Client

from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

import pytest
import time_machine

from boekingen.models import Aanvraag
from lesaanbod.models import Niveau
from tests.boekingen.wereld import Wereld
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.factories.lesaanbod import GebruikerFactory
from tests.inloggen import login_as, make_medewerker
from tests.toegang.adressen import list_routes
from tests.toegang.wereld import NU

HOOFDROLSPELER = "Zwaantje Geheimhout"
CONTACT = "Quirijn Verborgen"
SCHOOL = "Basisschool De Onvindbare"
EDITORS = ("schrijver", "redacteur")
# So many addresses open for an editor, or the walk went wrong.
MINSTE_OPEN = 15


@pytest.fixture
def geplant(db) -> list[str]:
    """Names and words of one confirmed booking that no editor may read."""
    with time_machine.travel(NU):
        contact = ContactpersoonFactory(
            gebruiker=GebruikerFactory(naam=CONTACT, email="quirijn@onvindbaar.example"),
            school=SchoolFactory(naam=SCHOOL),
        )
        wereld = Wereld(nu=NU, contact=contact, school=contact.school)
        persoon = wereld.persoon(
            "wijkagent",
            gebruiker=GebruikerFactory(naam=HOOFDROLSPELER, email="zwaantje@geheim.example"),
            voornaam="Zwaantje",
            organisatie="Wijkteam Geheim",
        )
        boeking = wereld.boeking()
        (inzet,) = wereld.vraag(boeking, persoon)
        wereld.ja(inzet)
    kenmerk = Aanvraag.objects.get().kenmerk
    mensen = ["Zwaantje", "Geheim", "Quirijn", "Verborgen", "Onvindba"]
    return [*mensen, "onvindbaar.example", kenmerk]


def list_adressen() -> list[str]:
    """Return the addresses about each page and each word that stands."""
    return [*_list_pagina_adressen(), *_list_woord_adressen()]


def _list_pagina_adressen() -> list[str]:
    """Return every address about each page that stands, such as its usage and its history."""
    routes = [r for r in list_routes() if "<int:page_id>" in r and r.count("<") == 1]
    return [
        f"/{route.replace('<int:page_id>', str(pagina.pk))}"
        for route in routes
        for pagina in Page.objects.filter(depth__gt=1)
        if "(" not in route
    ]


def _list_woord_adressen() -> list[str]:
    """Return every address about each word of the catalogue, with its usage."""
    return [
        f"/beheer/snippets/lesaanbod/{model._meta.model_name}/{act}/{woord.pk}/"
        for model in get_snippet_models()
        if model._meta.app_label == "lesaanbod"
        for woord in model._default_manager.all()
        for act in ("edit", "usage", "history", "delete")
    ]


def list_zoekadressen(woord: str) -> list[str]:
    """Return the places where an editor can search, asked for ``woord``."""
    plekken = [
        "/beheer/pages/search/",
        "/beheer/choose-page/search/",
        "/beheer/images/",
        "/beheer/documents/",
        "/beheer/snippets/lesaanbod/rol/",
        "/beheer/reports/site-history/",
    ]
    return [f"{plek}?{urlencode({'q': woord})}" for plek in plekken]


def read(client: Client, adres: str) -> str:
    """Return the answer in lower case; nothing for a refusal or a redirect."""
    response = client.get(adres)
    if response.status_code != 200 or response.streaming:
        return ""
    return response.content.decode(errors="replace").casefold()


def find(client: Client, adressen: list[str], woorden: list[str]) -> list[tuple[str, str]]:
    """Return every address at which a planted word stands, with that word."""
    gelezen = [(adres, read(client, adres)) for adres in adressen]
    assert sum(1 for _, tekst in gelezen if tekst) > MINSTE_OPEN
    return [(adres, w) for adres, tekst in gelezen for w in woorden if w.casefold() in tekst]


@pytest.fixture
def editor(request, geplant):
    """Log an editor in; the client does not raise where Wagtail stumbles over a stand-in."""
    client = Client(raise_request_exception=False)
    with time_machine.travel(NU, tick=True):
        login_as(client, make_medewerker(request.param))
        yield client


@pytest.mark.parametrize("editor", EDITORS, indirect=True)
def test_no_planted_word_stands_anywhere(editor, geplant):
    assert find(editor, list_adressen(), geplant) == []


@pytest.mark.parametrize("editor", EDITORS, indirect=True)
def test_searching_for_a_planted_word_finds_nothing(editor, geplant):
    """The page repeats what was asked; whoever is found by a first name is listed in full."""
    for woord, andere in (("Zwaantje", "Geheimhout"), ("Quirijn", "Verborgen")):
        for adres in list_zoekadressen(woord):
            tekst = read(editor, adres)
            assert tekst or "/snippets/" in adres, adres  # words are not for a schrijver
            assert andere.casefold() not in tekst, adres


@pytest.mark.parametrize("editor", ["redacteur"], indirect=True)
def test_walk_finds_what_an_editor_may_read(editor, geplant):
    """Otherwise the tests above would be green for a walk that opens nothing."""
    Niveau.objects.update(naam="Zichtbaar niveau")
    gevonden = {adres for adres, _ in find(editor, list_adressen(), ["Zichtbaar niveau"])}
    pk = Niveau.objects.get().pk
    assert gevonden >= {
        f"/beheer/snippets/lesaanbod/niveau/{act}/{pk}/" for act in ("edit", "usage", "history")
    }


def test_planted_words_are_in_the_database(geplant):
    aanvraag = Aanvraag.objects.get()
    assert (aanvraag.contact.naam, aanvraag.contact.school.naam) == (CONTACT, SCHOOL)
    plek = aanvraag.boekingen.get().plekken.get()
    assert plek.inzetten.get().hoofdrolspeler.gebruiker.naam == HOOFDROLSPELER
