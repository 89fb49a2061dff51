"""The portal: answering, the own profile, the diary link and the year."""

import re

import pytest
import time_machine
from bs4 import BeautifulSoup

from boekingen.models import Agendafeed, Inzet, Tegenvoorstel
from boekingen.services.boekingen import rond_les_af
from boekingen.services.deelname import nodig_mens_uit
from lesaanbod.services.links import sign
from tests.boekingen.wereld import Wereld, op, status
from tests.factories.boekingen import SchoolFactory
from tests.factories.hoofdrolspelers import (
    BezetTijdvakFactory,
    ExterneAgendaFactory,
    WijkFactory,
)
from tests.inloggen import login_as
from tests.paginas import assert_same_queries, assert_sound

PAD = "/hoofdrolspeler/"


@pytest.fixture(autouse=True)
def klok(nu):
    with time_machine.travel(nu, tick=False) as reis:
        yield reis


@pytest.fixture
def persoon(wereld, client):
    persoon = wereld.persoon("wijkagent", voornaam="Sanne", gebruiker__naam="Sanne Dijkhof")
    login_as(client, persoon.gebruiker)
    return persoon


@pytest.fixture
def gevraagd(wereld, persoon) -> Inzet:
    return wereld.vraag(wereld.boeking(), persoon)[0]


def les_pad(inzet) -> str:
    return f"{PAD}lessen/{inzet.pk}/"


def antwoord(inzet, soort, **anders) -> dict[str, str]:
    return {"antwoord": soort, "moment": inzet.begin.isoformat()} | anders


@pytest.mark.parametrize(
    ("soort", "anders", "wordt"),
    [
        ("ja", {}, "toegezegd"),
        ("nee", {"reden": "Zitting."}, "afgewezen"),
        ("anders", {"moment_1": "2027-02-09T10:15", "toelichting": "Dan wel."}, "afgewezen"),
    ],
)
def test_answers_from_the_portal(client, gevraagd, soort, anders, wordt):
    response = client.post(les_pad(gevraagd), antwoord(gevraagd, soort, **anders))
    assert (response["Location"], status(gevraagd)) == (PAD, wordt)
    assert client.get(les_pad(gevraagd)).status_code == 200


def test_another_moment_from_the_link_in_the_mail(client, gevraagd):
    client.logout()
    pad = f"/uitnodiging/{sign(doel='uitnodiging', sleutel=gevraagd.sleutel)}/"
    leeg = client.post(pad, antwoord(gevraagd, "anders"))
    assert (leeg.status_code, "Kies een dag en een tijd" in leeg.content.decode()) == (400, True)
    zaterdag = client.post(pad, antwoord(gevraagd, "anders", moment_1="2027-02-06T10:15"))
    assert zaterdag.status_code == 409
    assert 'value="2027-02-06T10:15"' in zaterdag.content.decode()
    goed = client.post(pad, antwoord(gevraagd, "anders", moment_1="2027-02-09T10:15"))
    assert goed["Location"] == pad
    assert not goed.cookies
    pagina = client.get(pad).content.decode()
    assert "dinsdag 9 februari" in pagina
    assert "csrfmiddlewaretoken" not in pagina
    assert Tegenvoorstel.objects.get().momenten.get().begin == op(2, 9, 10, 15)


def test_day_around_names_schools_behind_the_login_only(wereld, client, persoon, gevraagd):
    (eerder,) = wereld.vraag(wereld.boeking(begin=op(2, 2, 13)), persoon)
    wereld.ja(eerder)
    token = sign(doel="uitnodiging", sleutel=gevraagd.sleutel)
    dag = re.compile(r'<section class="uitnodiging__dag".*?</section>', re.DOTALL)
    binnen = dag.search(client.get(PAD).content.decode())[0]
    buiten = dag.search(client.get(f"/uitnodiging/{token}/").content.decode())[0]
    assert ("zelfde school, u hebt 180 minuten" in binnen, wereld.school.naam in binnen) == (
        True,
        True,
    )
    assert ("180 minuten" in buiten, wereld.school.naam in buiten) == (True, False)


@pytest.mark.parametrize(
    ("middel", "woorden", "icoon", "is_krap"),
    [
        ("fiets", "ongeveer 30 minuten fietsen, u hebt 60 minuten", "fiets", False),
        ("lopen", "ongeveer 75 minuten lopen, u hebt 60 minuten", "plaats", True),
    ],
)
def test_day_around_is_travelled_as_the_person_travels(
    wereld, client, persoon, gevraagd, middel, woorden, icoon, is_krap
):
    """What it says of the way is what a yes is judged by."""
    type(persoon).objects.update(vervoermiddel=middel)
    ander = Wereld(
        nu=wereld.nu,
        school=SchoolFactory(wijk=WijkFactory()),
        niveau=wereld.niveau,
        rollen=wereld.rollen,
    )
    ander.ja(ander.vraag(ander.boeking(begin=op(2, 2, 11)), persoon)[0])
    token = sign(doel="uitnodiging", sleutel=gevraagd.sleutel)
    for pad in (PAD, les_pad(gevraagd), f"/uitnodiging/{token}/"):
        (reis,) = BeautifulSoup(client.get(pad).content, "html.parser").select(".dag__reis")
        assert (reis.text, reis.use["href"].partition("#")[2]) == (woorden, icoon)
        assert ("dag__reis--krap" in reis["class"]) == is_krap
    response = client.post(les_pad(gevraagd), antwoord(gevraagd, "ja"))
    assert response.status_code == (409 if is_krap else 302)


def test_day_around_shows_the_own_diary_behind_the_login_only(wereld, client, persoon, gevraagd):
    agenda = ExterneAgendaFactory(hoofdrolspeler=persoon)
    for begin in (gevraagd.begin, op(2, 2, 13), op(2, 2, 13, 30), op(2, 3, 9)):
        BezetTijdvakFactory(agenda=agenda, begin=begin)
    token = sign(doel="uitnodiging", sleutel=gevraagd.sleutel)
    for pad in (PAD, les_pad(gevraagd)):
        pagina = client.get(pad).content.decode()
        assert pagina.count("In uw eigen agenda</span>") == 1, pad
        assert "13.00 tot 14.30 uur" in pagina, pad
    assert "In uw eigen agenda" not in client.get(f"/uitnodiging/{token}/").content.decode()


def test_overview_asks_what_a_no_is_about_as_the_answer_page_does(wereld, client, gevraagd):
    wereld.vraag(wereld.boeking(begin=op(2, 3)), gevraagd.hoofdrolspeler)
    soep = BeautifulSoup(client.get(PAD).content, "html.parser")
    formulieren = [f for f in soep.select("form") if f.select("[name=waarover]")]
    ids = [veld["id"] for veld in soep.select("[id]")]
    assert len(formulieren) == 2
    assert len(ids) == len(set(ids))
    assert [veld["value"] for veld in formulieren[0].select("[name=waarover]")] == [
        "moment",
        "les",
        "school",
        "anders",
    ]
    client.post(les_pad(gevraagd), antwoord(gevraagd, "nee", waarover="les", reden="Te jong."))
    gevraagd.refresh_from_db()
    assert (gevraagd.redencode, gevraagd.reden) == ("les", "Te jong.")


def test_lesson_after_the_yes_names_whom_to_call_and_the_script(wereld, client, gevraagd):
    onderdeel = gevraagd.plek.boeking.les.onderdelen.get()
    onderdeel.tekst = "Eerst een kringgesprek."
    onderdeel.save()
    assert "Noor" not in client.get(les_pad(gevraagd)).content.decode()
    wereld.ja(gevraagd)
    pagina = client.get(les_pad(gevraagd)).content.decode()
    for tekst in ("Noor", "Eerst een kringgesprek.", "Ik val uit"):
        assert tekst in pagina


def test_lesson_of_somebody_else_is_not_there(wereld, client, persoon):
    (ander,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    assert client.get(les_pad(ander)).status_code == 404
    assert client.post(les_pad(ander), antwoord(ander, "ja")).status_code == 404


def test_invited_person_first_tells_who_it_is(wereld, client):
    velden = {"rol_slugs": [wereld.rol("wijkagent").slug], "niveau_slugs": [wereld.niveau.slug]}
    mens = nodig_mens_uit(email="nieuw@x.example", wijkcodes=[], nu=wereld.nu, door=None, **velden)
    login_as(client, mens.gebruiker)
    assert client.get(PAD)["Location"] == f"{PAD}gegevens/"
    leeg = client.post(f"{PAD}gegevens/", {"naam": "Ruben Aerts"})
    assert (leeg.status_code, 'value="Ruben Aerts"' in leeg.content.decode()) == (400, True)
    ingevuld = {
        "naam": "Ruben Aerts",
        "voornaam": "Ruben",
        "organisatie": "Politie",
        "telefoon": "0612345678",
        "max_per_maand": "3",
        "zichtbaarheid_vooraf": "naam",
        "zichtbaarheid": "voornaam",
    }
    assert client.post(f"{PAD}gegevens/", ingevuld)["Location"] == f"{PAD}beschikbaarheid/"
    pagina = client.get(f"{PAD}beschikbaarheid/").content.decode()
    assert "Hieronder ziet u wanneer wij u kunnen vragen." in pagina
    assert pagina.count("8.30 tot 15.30 uur") == 5
    mens.refresh_from_db()
    assert (mens.deelname, mens.zichtbaarheid_vooraf, mens.zichtbaarheid) == (
        "actief",
        "voornaam",
        "voornaam",
    )
    assert "Dag Ruben" in client.get(PAD).content.decode()


def test_agendalink_is_shown_once_and_can_be_renewed_and_stopped(client, persoon):
    pad = f"{PAD}agendalink/"
    assert client.post(pad + "maken/", {}).status_code == 400
    pagina = client.post(pad + "maken/", {"detail": "tijd"}).content.decode()
    adres = re.search(r"/agenda/[\w-]{22}\.ics", pagina)[0]
    assert "calendar.google.com/calendar/r?cid=webcal%3A%2F%2Ftestserver%2Fagenda" in pagina
    assert client.get(adres).status_code == 200
    weer = client.get(pad).content.decode()
    assert "calendar.google.com" not in weer
    assert adres not in weer
    assert "Laatst gelezen op" in weer
    client.post(pad + "detail/", {"detail": "plaats"})
    assert Agendafeed.objects.get().detail == "plaats"
    client.post(pad + "stoppen/")
    assert client.get(adres).status_code == 404


def test_year_counts_what_was_given_and_the_statement_names_no_contact(
    wereld, client, persoon, klok
):
    for dag in (19, 26):
        (inzet,) = wereld.vraag(wereld.boeking(begin=op(1, dag)), persoon)
        wereld.ja(inzet)
    wereld.vraag(wereld.boeking(begin=op(2, 2)), persoon)
    rond_les_af(boeking_id=Inzet.objects.earliest("pk").plek.boeking_id, nu=op(1, 20))
    klok.move_to(op(1, 27))
    login_as(client, persoon.gebruiker)
    beeld = client.get(f"{PAD}jaar/").context["beeld"]
    assert (len(beeld.lessen), beeld.totaal.uren, beeld.totaal.leerlingen) == (1, "1", 25)
    assert (beeld.gevraagd, beeld.gemiddeld) == (3, None)
    verklaring = client.get(f"{PAD}jaar/verklaring/?jaar=2026").content.decode()
    for tekst in ("Sanne Dijkhof", "2026-2027", "woensdag 27 januari 2027"):
        assert tekst in verklaring
    for geheim in (wereld.contact.naam, "Noor", wereld.contact.telefoon):
        assert geheim not in verklaring
    assert client.get(f"{PAD}jaar/?jaar=1999").status_code == 404


def test_average_of_others_needs_three_of_them(wereld, client, persoon):
    gemiddelden = []
    for uur in (9, 11, 13):
        wereld.vraag(wereld.boeking(begin=op(2, 2, uur)), wereld.persoon("wijkagent"))
        if uur == 9:
            wereld.vraag(wereld.boeking(begin=op(2, 4)), persoon)
        gemiddelden.append(client.get(f"{PAD}jaar/").context["beeld"].gemiddeld)
    assert gemiddelden == [None, None, 1]


def test_year_asks_the_database_no_more_for_more_lessons(wereld, client, persoon):
    dagen = iter((12, 13, 14, 15))

    def maak(aantal):
        for _ in range(aantal):
            begin = op(1, next(dagen))
            (inzet,) = wereld.vraag(wereld.boeking(begin=begin), persoon)
            wereld.ja(inzet)
            rond_les_af(boeking_id=inzet.plek.boeking_id, nu=op(1, 20))

    assert_same_queries(maak, f"{PAD}jaar/", client)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_portal_pages_are_sound_and_one_thumb_proposes_another_moment(
    phone, wereld, persoon, gevraagd
):
    wereld.ja(wereld.vraag(wereld.boeking(begin=op(2, 2, 13)), persoon)[0])
    login_as(phone, persoon.gebruiker)
    for pad in (f"{PAD}gegevens/", f"{PAD}agendalink/", f"{PAD}jaar/", les_pad(gevraagd), PAD):
        assert phone.goto(pad).status == 200
        assert_sound(phone)
    phone.get_by_role("link", name="Wel op een ander moment").click()
    phone.get_by_label("Moment 1").fill("2027-02-09T10:15")
    phone.get_by_role("button", name="Stel dit voor").click()
    phone.get_by_text("Wij vragen de school of dat kan.").wait_for()
    assert_sound(phone)
