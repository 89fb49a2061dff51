"""Wording letters in /beheer/: what a redacteur sees, and what a schrijver does not."""

import re
from html import unescape

from django.urls import reverse

import pytest
from bs4 import BeautifulSoup

from lesaanbod.emails.briefsoorten import list_briefsoorten
from lesaanbod.emails.ingebouwd import get_ingebouwd
from lesaanbod.models import Mailtekst
from lesaanbod.selectors.mailteksten import find_woorden
from tests.inloggen import login_as, make_medewerker
from tests.paginas import count_queries

BRIEF = "inzet_gevraagd"
ADRES = f"/beheer/mailteksten/{BRIEF}/"
VELDEN = {
    "onderwerp": "Komt u? {{ les }}",
    "kop": "Wij vragen u",
    "inhoud": "Dag.\r\n\r\n{{ feiten }}\r\n\r\n{{ knop }}",
}


@pytest.fixture
def redacteur(client, db):
    login_as(client, make_medewerker("redacteur"))
    return client


def post(client, actie, **anders):
    return client.post(ADRES, VELDEN | {"actie": actie} | anders)


def get_tekst(response) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


def test_list_tells_every_letter_with_its_purpose(redacteur):
    post(redacteur, "bewaar")
    pagina = redacteur.get("/beheer/mailteksten/")
    rijen = BeautifulSoup(pagina.content, "html.parser").select(".listing tbody tr")
    assert len(rijen) == len(list_briefsoorten())
    eigen = [" ".join(rij.text.split()) for rij in rijen if "eigen tekst" in rij.text]
    assert eigen == ["De hoofdrolspeler is gevraagd Komt u? {{ les }} hoofdrolspeler eigen tekst"]


def test_list_costs_the_same_whatever_was_worded(redacteur):
    count_queries(redacteur, "/beheer/mailteksten/")
    leeg = count_queries(redacteur, "/beheer/mailteksten/")
    post(redacteur, "bewaar")
    Mailtekst.objects.create(
        brief="les_verzet", onderwerp="a", kop="b", inhoud="c", gemaakt_op="2027-01-11T08:00Z"
    )
    assert count_queries(redacteur, "/beheer/mailteksten/") == leeg
    assert "past niet meer" in get_tekst(redacteur.get("/beheer/mailteksten/"))


def test_letter_begins_with_its_built_in_text_and_its_variables(redacteur):
    pagina = redacteur.get(ADRES)
    soep = BeautifulSoup(pagina.content, "html.parser")
    assert soep.find("textarea").text.strip() == get_ingebouwd(BRIEF).inhoud
    assert "{{ antwoord_voor }}" in [code.text for code in soep.select("td code")]
    assert "de knop «Geef antwoord» Bouwsteen: alleen op een regel. Moet blijven." in get_tekst(
        pagina
    )


def test_preview_shows_the_mail_as_it_would_arrive_and_stores_nothing(redacteur):
    pagina = post(redacteur, "voorbeeld")
    soep = BeautifulSoup(pagina.content, "html.parser")
    mail = soep.find("iframe")
    assert mail["sandbox"] in ("", [])  # nothing is allowed
    assert "<h1>Wij vragen u</h1>" in mail["srcdoc"]
    assert "Beste Noor Voorbeeld," in soep.find("pre").text
    assert "Wilt u deze les geven" not in mail["srcdoc"]
    assert not Mailtekst.objects.exists()


def test_only_beheer_may_style_a_letter_in_the_page(redacteur):
    met, zonder = redacteur.get(ADRES), redacteur.get("/bestaat/niet/")
    assert "style-src 'self' 'unsafe-inline'" in met["Content-Security-Policy"]
    assert "unsafe-inline" not in zonder["Content-Security-Policy"]


def test_saved_text_counts_and_can_be_given_up(redacteur):
    assert post(redacteur, "bewaar").status_code == 302
    assert find_woorden(BRIEF).inhoud == "Dag.\n\n{{ feiten }}\n\n{{ knop }}"
    assert "Nu gaat de tekst van de redactie uit." in get_tekst(redacteur.get(ADRES))
    post(redacteur, "ingebouwd", onderwerp="doet er niet toe")
    assert find_woorden(BRIEF) is None
    assert "Nu gaat de ingebouwde tekst uit." in get_tekst(redacteur.get(ADRES))


def test_older_text_can_be_looked_at_and_saved_again(redacteur):
    post(redacteur, "bewaar")
    post(redacteur, "ingebouwd")
    pagina = redacteur.get(ADRES)
    adres = BeautifulSoup(pagina.content, "html.parser").find("a", href=re.compile("versie="))
    ouder = redacteur.get(ADRES + adres["href"].partition(ADRES)[2])
    assert 'value="Komt u? {{ les }}"' in unescape(ouder.content.decode())


@pytest.mark.parametrize("versie", ["0", "x", "٣", "9" * 30, "-1"])
def test_odd_version_shows_the_text_of_now(versie, redacteur):
    pagina = redacteur.get(ADRES, {"versie": versie})
    assert pagina.status_code == 200
    assert get_ingebouwd(BRIEF).onderwerp in unescape(pagina.content.decode())


@pytest.mark.parametrize("actie", ["bewaar", "voorbeeld"])
def test_unknown_variable_is_refused_by_name_and_keeps_what_was_typed(actie, redacteur):
    pagina = post(redacteur, actie, kop="Dag {{ scholl }}")
    assert pagina.status_code == 400
    assert "«{{ scholl }}» bestaat niet in deze brief. Bedoelt u «{{ school }}»?" in get_tekst(
        pagina
    )
    assert 'value="Dag {{ scholl }}"' in unescape(pagina.content.decode())
    assert not Mailtekst.objects.exists()


def test_text_without_its_button_is_refused(redacteur):
    pagina = post(redacteur, "bewaar", inhoud="Dag.\n\n{{ feiten }}")
    assert "«{{ knop }}» ontbreekt." in get_tekst(pagina)


def test_schrijver_has_no_mailteksten(client, db):
    login_as(client, make_medewerker("schrijver"))
    assert post(client, "bewaar").url == reverse("wagtailadmin_home")
    assert not Mailtekst.objects.exists()
    assert b"Mailteksten" not in client.get("/beheer/").content


def test_redacteur_finds_them_in_the_menu(redacteur):
    assert b"Mailteksten" in redacteur.get("/beheer/").content
