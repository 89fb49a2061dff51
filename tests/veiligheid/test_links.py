"""A scanner that opens every link, a forged Host, a token that was mangled or lent (A4, A14)."""

import re
from datetime import timedelta

from django.core import mail
from django.test import Client, override_settings

import pytest
import time_machine

from boekingen.models import Aanvraag, Inzet
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from hoofdrolspelers.services.hoofdrolspelers import maak_hoofdrolspeler
from lesaanbod.models import Bericht, Gebeurtenis
from lesaanbod.services import links
from tests.boekingen.invullen import Docent
from tests.boekingen.wereld import Wereld, verstuur
from tests.toegang.wereld import NU

CSRF = re.compile(r'<input type="hidden" name="csrfmiddlewaretoken"[^>]*>')


@pytest.fixture
def wereld(db):
    with time_machine.travel(NU):
        yield Wereld(nu=NU)


def get_token(inzet: Inzet, doel: str = "uitnodiging") -> str:
    return links.sign(doel=doel, sleutel=inzet.sleutel)


def snapshot() -> tuple[list, int, int]:
    """Return what an answer would change."""
    inzetten = list(Inzet.objects.order_by("pk").values("status", "vastlegging", "beantwoord_op"))
    return inzetten, Bericht.objects.count(), Gebeurtenis.objects.count()


@pytest.mark.parametrize("methode", ["get", "head"])
def test_scanner_that_opens_the_link_changes_nothing(methode, wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    eerder = snapshot()
    for query in ("", "?antwoord=ja", "?antwoord=nee&reden=x"):
        antwoord = getattr(Client(), methode)(f"/uitnodiging/{get_token(inzet)}/{query}")
        assert (antwoord.status_code, antwoord.cookies.output()) == (200, "")
        assert antwoord.headers["Cache-Control"] == "private, no-store"
        assert antwoord.headers["X-Robots-Tag"] == "noindex"
    assert snapshot() == eerder


def test_mangled_tokens_open_nothing_and_all_look_the_same(wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    goed = get_token(inzet)
    fout = [
        goed[:-1],
        goed[1:],
        goed + goed,
        goed + ".x",
        goed.swapcase(),
        get_token(inzet, doel="agenda"),
        inzet.sleutel,
        goed.replace(".", "%00."),
    ]
    antwoorden = [Client().post(f"/uitnodiging/{token}/", {"antwoord": "ja"}) for token in fout]
    assert {antwoord.status_code for antwoord in antwoorden} == {404}
    assert len({antwoord.content for antwoord in antwoorden}) == 1
    assert Inzet.objects.get().status == "uitgenodigd"


def test_second_yes_changes_nothing(wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    pad = f"/uitnodiging/{get_token(inzet)}/"
    ja = {"antwoord": "ja", "moment": inzet.begin.isoformat()}
    assert Client().post(pad, ja).status_code == 302
    eerder = snapshot()
    assert [Client().post(pad, ja).status_code for _ in range(3)] == [302] * 3
    assert snapshot() == eerder


@override_settings(ALLOWED_HOSTS=["*"])
def test_forged_host_reaches_no_mail(wereld):
    docent = Docent(wereld, wereld.les({"wijkagent": 1}))
    docent.client.defaults["HTTP_HOST"] = "boef.example"
    docent.client.defaults["HTTP_X_FORWARDED_HOST"] = "boef.example"
    docent.begin()
    code = docent.vul_in()
    docent.bevestig(code)
    docent.verstuur()
    assert Aanvraag.objects.get().status == "ingediend"
    verstuur(NU + timedelta(hours=1))
    mails = [bericht.message().as_bytes() for bericht in mail.outbox]
    assert (len(mails), [ruw for ruw in mails if b"boef" in ruw]) == (2, [])


def test_code_page_is_the_same_for_a_known_and_an_unknown_address(wereld):
    bekend = wereld.contact.gebruiker.email
    antwoorden = []
    for email in (bekend, "onbekend@elders.example"):
        docent = Docent(wereld, wereld.les({"wijkagent": 1}), email=email)
        antwoord = docent.begin().vul_in()
        pagina = docent.client.get(antwoord.url).content.decode()
        pagina = pagina.replace(email, "ADRES").replace(docent.sleutel, "SLEUTEL")
        pagina = re.sub(rf"/{docent.les.pk}-{docent.les.slug}/", "/LES/", CSRF.sub("", pagina))
        kop = sorted(naam for naam in antwoord.headers)
        antwoorden.append((antwoord.status_code, kop, pagina, len(mail.outbox)))
        mail.outbox.clear()
    assert antwoorden[0] == antwoorden[1]


def test_many_addresses_from_one_computer_are_stopped(wereld):
    statussen = []
    docent = Docent(wereld, wereld.les({"wijkagent": 1}), email="a@elders.example").begin()
    docent.vul_in()
    for nummer in range(25):
        docent.email = f"a{nummer}@elders.example"
        statussen.append(docent.stuur("contact").status_code)
    assert (statussen[:19], set(statussen[19:])) == ([302] * 19, {429})


def test_link_of_a_draft_opens_nothing_after_sending(wereld):
    docent = Docent(wereld, wereld.les({"wijkagent": 1})).begin()
    docent.bevestig(docent.vul_in())
    docent.verstuur()
    for stap in ("school", "contact", "praktisch", "controleren", "bewaard"):
        for methode in ("get", "post"):
            antwoord = getattr(Client(), methode)(f"{docent.basis}{stap}/")
            assert antwoord.status_code == 410
            assert docent.email not in antwoord.content.decode()
            assert wereld.school.naam not in antwoord.content.decode()
    assert Aanvraag.objects.count() == 1


def test_link_of_a_draft_opens_it_under_its_own_lesson_only(wereld):
    docent = Docent(wereld, wereld.les({"wijkagent": 1})).begin()
    ander = wereld.les({"wijkagent": 1})
    pad = f"/aanvragen/{ander.pk}-{ander.slug}/{docent.sleutel}/school/"
    assert Client().get(pad).status_code == 404


def test_stranger_cannot_choose_the_name_of_a_hoofdrolspeler(wereld):
    """Who has not confirmed an address must not decide how its owner is called."""
    docent = Docent(wereld, wereld.les({"wijkagent": 1}), email="officier@om.example").begin()
    docent.vul_in()
    persoon = maak_hoofdrolspeler(
        email="officier@om.example",
        naam="Zeldzame Officiersma",
        voornaam="Zeldzame",
        organisatie="parket",
        rol_slugs=[],
        niveau_slugs=[],
        wijkcodes=[],
        ritme=[],
        zichtbaarheid=Zichtbaarheid.NAAM,
        max_per_maand=2,
        nu=NU,
        door=None,
    )
    assert persoon.gebruiker.naam == "Zeldzame Officiersma"
