"""The lesaanvraag over HTTP, from the first page to the page that thanks."""

from datetime import timedelta

from django.core import mail

import pytest
import time_machine
from allauth.core import ratelimit
from redis.exceptions import RedisError

from boekingen.domain.status import AanvraagStatus, ContactStatus
from boekingen.models import Aanvraag, Boeking, Contactpersoon
from lesaanbod.models import Bericht, Gebruiker
from tests.boekingen.invullen import Docent
from tests.factories.lesaanbod import GebruikerFactory
from tests.inloggen import login_as, make_medewerker
from tests.paginas import count_queries


def test_aanvraag_shows_what_will_be_asked(client, wereld):
    les = wereld.les({"wijkagent": 1}, title="Snel geld")
    pagina = client.get(f"/aanvragen/{les.pk}-{les.slug}/")
    assert pagina.status_code == 200
    assert "Vraag Snel geld aan" in pagina.content.decode()
    assert Aanvraag.objects.count() == 0


def test_aanvraag_with_old_slug_goes_to_the_new_one(client, wereld):
    les = wereld.les({"wijkagent": 1})
    antwoord = client.get(f"/aanvragen/{les.pk}-oude-naam/")
    assert (antwoord.status_code, antwoord.url) == (302, f"/aanvragen/{les.pk}-{les.slug}/")


def test_aanvraag_of_unknown_or_unpublished_lesson_says_so(client, wereld):
    les = wereld.les({"wijkagent": 1})
    les.unpublish()
    for pad in (f"/aanvragen/{les.pk}-{les.slug}/", "/aanvragen/99999-bestaat-niet/"):
        pagina = client.get(pad)
        assert pagina.status_code == 404
        assert "Deze les kunt u nu niet aanvragen" in pagina.content.decode()


def test_whole_request_of_an_unknown_docent(docent):
    antwoord = docent.vul_in()
    assert antwoord.url == f"/account/login/code/?next={docent.basis}controleren/"
    assert docent.bevestig(antwoord).url == f"{docent.basis}controleren/"
    controle = docent.open("controleren").content.decode()
    assert "dinsdag 2 februari 2027, 9.00 tot 10.00 uur" in controle
    klaar = docent.verstuur()
    aanvraag = Aanvraag.objects.get()
    assert (klaar.status_code, klaar.url) == (302, f"/mijn/{aanvraag.pk}/")
    assert aanvraag.status == AanvraagStatus.INGEDIEND
    contact = aanvraag.contactpersoon
    assert (contact.gebruiker.email, contact.naam, contact.telefoon, contact.status) == (
        "noor@school.example",
        "Noor Verbeek",
        "0612345678",
        ContactStatus.AANGEMELD,
    )
    dank = docent.client.get(klaar.url).content.decode()
    assert f"Uw kenmerk is {aanvraag.kenmerk}. Wij bellen eerst uw school." in dank
    assert list(Bericht.objects.values_list("brief", "aan")) == [
        ("aanvraag_ontvangen", "noor@school.example")
    ]


@pytest.mark.parametrize("minuten", [11, 16])
def test_code_that_is_too_old_leads_by_a_new_one_to_the_sent_request(docent, nu, minuten):
    antwoord = docent.vul_in()
    with time_machine.travel(nu + timedelta(minutes=minuten)):
        inloggen = docent.bevestig(antwoord)
        assert inloggen.url == f"/account/login/?reden=verlopen&next={docent.basis}controleren/"
        pagina = docent.client.get(inloggen.url).content.decode()
        assert "De code is verlopen." in pagina
        volgende = f"{docent.basis}controleren/"
        assert f'<input type="hidden" name="next" value="{volgende}">' in pagina
        code = docent.client.post(inloggen.url, {"login": docent.email, "next": volgende})
        assert len(mail.outbox) == 2
        assert docent.bevestig(code).url == volgende
        assert "Verstuur de aanvraag" in docent.open("controleren").content.decode()
        assert docent.verstuur().url == f"/mijn/{docent.concept.pk}/"
    assert docent.concept.status == AanvraagStatus.INGEDIEND


def test_second_press_on_verstuur_changes_nothing(docent):
    docent.bevestig(docent.vul_in())
    eerste, tweede = docent.verstuur(), docent.verstuur()
    assert (tweede.status_code, tweede.url) == (302, eerste.url)
    assert (Aanvraag.objects.count(), Boeking.objects.count(), Bericht.objects.count()) == (1, 1, 1)


def test_old_link_says_to_others_that_the_request_was_sent(docent):
    docent.bevestig(docent.vul_in())
    docent.verstuur()
    docent.client.logout()
    pagina = docent.open("momenten")
    assert pagina.status_code == 410
    assert "Deze aanvraag is al verstuurd" in pagina.content.decode()
    assert "Noor" not in pagina.content.decode()


def test_admitted_contact_skips_code_and_call(docent):
    gebruiker = docent.wereld.contact.gebruiker
    login_as(docent.client, gebruiker)
    antwoord = docent.vul_in()
    assert antwoord.url == f"{docent.basis}controleren/"
    dank = docent.client.get(docent.verstuur().url).content.decode()
    assert "Wij zoeken nu mensen die kunnen komen." in dank
    assert Aanvraag.objects.get().contactpersoon == docent.wereld.contact
    assert mail.outbox == []


def test_address_of_who_is_logged_in_is_fixed(docent):
    login_as(docent.client, docent.wereld.contact.gebruiker)
    docent.vul_in()
    email = docent.concept.antwoorden["contact"]["email"]
    assert email == docent.wereld.contact.gebruiker.email


def test_known_and_unknown_address_get_the_same_answer(docent, wereld):
    GebruikerFactory(email="bekend@school.example")
    antwoorden = []
    for email in ("bekend@school.example", "onbekend@school.example"):
        anders = Docent(wereld, docent.les, email=email).begin()
        antwoord = anders.vul_in()
        pagina = anders.client.get(antwoord.url).content.decode()
        antwoorden.append((antwoord.status_code, pagina.replace(email, "").count("Vul de code in")))
    assert antwoorden[0] == antwoorden[1]
    assert [post.to for post in mail.outbox] == [
        ["bekend@school.example"],
        ["onbekend@school.example"],
    ]


def test_inactive_person_gets_the_page_but_no_code(docent):
    GebruikerFactory(email=docent.email, is_active=False)
    assert docent.vul_in().url.startswith("/account/login/code/")
    assert mail.outbox == []


def test_codes_for_one_address_are_limited(docent):
    docent.vul_in()
    statussen = [docent.stuur("contact").status_code for _ in range(5)]
    assert statussen == [302, 302, 302, 302, 429]
    assert len(mail.outbox) == 5


def test_staff_go_through_the_second_factor(docent):
    make_medewerker("coördinator", email=docent.email)
    docent.bevestig(docent.vul_in())
    antwoord = docent.verstuur()
    assert antwoord.url.startswith("/account/tweede-stap/")
    assert docent.concept.status == AanvraagStatus.CONCEPT


def test_controleren_without_login_mails_a_code_again(docent):
    docent.vul_in()
    assert "Mail mij een code" in docent.open("controleren").content.decode()
    antwoord = docent.verstuur()
    assert antwoord.url == f"/account/login/code/?next={docent.basis}controleren/"
    assert docent.concept.status == AanvraagStatus.CONCEPT
    assert len(mail.outbox) == 2


def test_somebody_else_cannot_send_the_request(docent):
    docent.vul_in()
    login_as(docent.client, GebruikerFactory())
    pagina = docent.open("controleren").content.decode()
    assert "Verstuur de aanvraag" not in pagina
    assert docent.verstuur().url == f"{docent.basis}contact/"
    assert docent.concept.status == AanvraagStatus.CONCEPT


@pytest.mark.parametrize("stap", ["klassen", "momenten", "praktisch", "contact", "controleren"])
def test_screen_that_comes_too_early_goes_to_the_first_open_one(docent, stap):
    assert docent.open(stap).url == f"{docent.basis}school/"
    assert docent.stuur(stap, {}).url == f"{docent.basis}school/"


def test_changing_one_answer_goes_back_to_controleren(docent):
    docent.bevestig(docent.vul_in())
    assert docent.stuur("klassen", docent.velden_klassen("8C")).url == f"{docent.basis}controleren/"
    assert "8C" in docent.open("controleren").content.decode()


def test_mangled_link_says_how_to_go_on(docent):
    for sleutel in (docent.sleutel[:-1], docent.sleutel.swapcase(), "x", "%00"):
        pagina = docent.client.get(docent.basis.replace(docent.sleutel, sleutel) + "school/")
        assert pagina.status_code == 404
        assert "Deze link werkt niet" in pagina.content.decode()


def test_link_of_one_lesson_does_not_open_another(docent, wereld):
    ander = wereld.les({"wijkagent": 1})
    pagina = docent.client.get(f"/aanvragen/{ander.pk}-{ander.slug}/{docent.sleutel}/school/")
    assert pagina.status_code == 404


def test_unknown_screen_is_not_there(docent):
    assert docent.open("betaling").status_code == 404


def test_secret_of_the_link_is_not_stored(docent):
    assert docent.sleutel not in str(vars(docent.concept))


def test_screens_are_kept_to_this_browser(docent):
    for pagina in (docent.open("school"), docent.open("bewaard")):
        assert pagina.headers["Referrer-Policy"] == "same-origin"
        assert "no-store" in pagina.headers["Cache-Control"]
        assert pagina.headers["X-Robots-Tag"] == "noindex"


def test_lesson_unpublished_half_way_says_so_and_sends_nothing(docent):
    docent.bevestig(docent.vul_in())
    docent.les.unpublish()
    for pagina in (docent.open("momenten"), docent.verstuur()):
        assert pagina.status_code == 410
        assert "Deze les kunt u nu niet aanvragen" in pagina.content.decode()
    assert docent.concept.status == AanvraagStatus.CONCEPT


def test_lesson_with_another_onderdeel_half_way_asks_for_the_moment(docent_serie):
    docent_serie.bevestig(docent_serie.vul_in())
    docent_serie.les.onderdelen.last().delete()
    pagina = docent_serie.open("controleren").content.decode()
    assert "Kies voor elke les een moment." in pagina
    assert "Verstuur de aanvraag" not in pagina
    assert docent_serie.stuur("momenten").status_code == 302
    assert docent_serie.verstuur().url.startswith("/mijn/")


def test_stop_half_way_and_go_on_later(docent):
    docent.stuur("school")
    half = {"groep-0-naam": "8A", "groep-0-leerlingen": "veel"}
    antwoord = docent.stuur("klassen", half, actie="bewaar")
    assert antwoord.url == f"{docent.basis}bewaard/"
    pagina = docent.client.get(antwoord.url).content.decode()
    assert f"http://testserver{docent.basis}klassen/" in pagina
    later = Docent(docent.wereld, docent.les, basis=docent.basis).open("klassen").content.decode()
    assert 'value="8A"' in later
    assert 'value="veel"' in later
    assert "Fout:" not in later


def test_complete_screen_is_an_answer_also_when_stopping(docent):
    docent.stuur("school", actie="bewaar")
    assert docent.concept.antwoorden["school"] == {"id": docent.wereld.school.pk}


def test_half_screen_keeps_only_its_own_fields(docent):
    docent.stuur("school")
    docent.stuur("klassen", {"groep-0-naam": "8\x00A" + "x" * 3000, "vreemd": "x"}, actie="bewaar")
    velden = docent.concept.antwoorden["onaf"]["klassen"]
    assert list(velden) == ["groep-0-naam"]
    assert velden["groep-0-naam"] == ("8A" + "x" * 3000)[:2000]


def test_refused_contact_cannot_ask_again(docent):
    contact = docent.wereld.contact
    Contactpersoon.objects.filter(pk=contact.pk).update(status=ContactStatus.GEWEIGERD.value)
    login_as(docent.client, contact.gebruiker)
    docent.vul_in()
    pagina = docent.verstuur().content.decode()
    assert "U kunt voor deze school geen les aanvragen." in pagina
    assert docent.concept.status == AanvraagStatus.CONCEPT


def test_screens_ask_the_database_as_often_with_more_classes(docent):
    docent.bevestig(docent.vul_in())
    paginas = [f"{docent.basis}{stap}/" for stap in ("klassen", "momenten", "controleren")]
    count_queries(docent.client, paginas[0])  # fills what is cached for the whole site
    met_een = [count_queries(docent.client, pagina) for pagina in paginas]
    docent.stuur("klassen", docent.velden_klassen("8A", "8B", "8C", leerlingen=4))
    assert [count_queries(docent.client, pagina) for pagina in paginas] == met_een


def test_nobody_is_made_before_the_last_question(docent):
    aantal = Gebruiker.objects.count()
    docent.vul_in("praktisch")
    assert Gebruiker.objects.count() == aantal


def test_codes_are_closed_while_nobody_can_count_them(docent, monkeypatch):
    def away(*args, **kwargs):
        raise RedisError

    docent.vul_in("praktisch")
    monkeypatch.setattr(ratelimit, "consume_or_429", away)
    pagina = docent.stuur("contact")
    assert (pagina.status_code, pagina.headers["Retry-After"]) == (503, "60")
    assert mail.outbox == []
