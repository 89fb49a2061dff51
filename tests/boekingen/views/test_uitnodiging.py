"""The answer page: GET shows, POST decides; what each state says, and what it never shows."""

from datetime import timedelta

import pytest
import time_machine

from boekingen.models import Inzet, Uitnodiging
from boekingen.services import boekingen, inzet_einde
from lesaanbod.models import Bericht, Gebeurtenis
from lesaanbod.services.links import sign
from tests.boekingen.antwoordpagina import antwoord, get_pad, lees
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import Wereld, brieven, laatste_brief, op, status
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.factories.hoofdrolspelers import BezetTijdvakFactory, ExterneAgendaFactory
from tests.paginas import PHONE, assert_sound


@pytest.fixture(autouse=True)
def klok(nu):
    with time_machine.travel(nu, tick=False) as reis:
        yield reis


@pytest.fixture
def inzet(wereld) -> Inzet:
    return wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))[0]


def test_get_shows_the_question_and_changes_nothing(client, inzet):
    eerder = Gebeurtenis.objects.count(), laatste_brief()
    pagina = lees(client, inzet)
    for woord in ("Wilt u deze les geven?", "dinsdag 2 februari 2027", "9.00 tot 10.00 uur"):
        assert woord in pagina
    assert (status(inzet), Gebeurtenis.objects.count(), laatste_brief()) == ("uitgenodigd", *eerder)


def test_head_answers_without_a_body_and_changes_nothing(client, inzet):
    reactie = client.head(get_pad(inzet))
    assert (reactie.status_code, reactie.content, status(inzet)) == (200, b"", "uitgenodigd")


@pytest.mark.parametrize("methode", ["put", "patch", "delete", "options"])
def test_other_methods_are_refused(client, inzet, methode):
    assert getattr(client, methode)(get_pad(inzet)).status_code == 405


def test_yes_takes_the_time_and_shows_the_own_answer(client, inzet):
    reactie = antwoord(client, inzet, "ja")
    assert (reactie.status_code, reactie["Location"]) == (302, get_pad(inzet))
    assert status(inzet) == "toegezegd"
    pagina = lees(client, inzet)
    for woord in ("U komt", "2 februari 2027", "9.00 tot 10.00 uur", "Kunt u toch niet?", "Noor"):
        assert woord in pagina
    assert "Ik kom" not in pagina
    assert list_schendingen() == []


def test_a_second_yes_changes_nothing(client, inzet):
    antwoord(client, inzet, "ja")
    eerder = Gebeurtenis.objects.count(), laatste_brief()
    assert antwoord(client, inzet, "ja").status_code == 302
    assert (Gebeurtenis.objects.count(), laatste_brief()) == eerder


def test_no_thanks_and_leaves_the_way_open(client, inzet):
    assert antwoord(client, inzet, "nee", reden="Cursus.").status_code == 302
    inzet.refresh_from_db()
    assert (inzet.status, inzet.reden) == ("afgewezen", "Cursus.")
    pagina = lees(client, inzet)
    assert ("U komt niet" in pagina, "Ik kom toch" in pagina) == (True, True)
    antwoord(client, inzet, "ja")
    assert status(inzet) == "toegezegd"


def test_dropping_out_after_a_yes(client, inzet):
    antwoord(client, inzet, "ja")
    antwoord(client, inzet, "afmelden", reden="Ziek.")
    assert status(inzet) == "afgemeld"
    assert "U bent afgemeld" in lees(client, inzet)
    assert antwoord(client, inzet, "ja").status_code == 409
    assert list_schendingen() == []


def test_dropping_out_without_a_yes_is_refused(client, inzet):
    assert antwoord(client, inzet, "afmelden").status_code == 409
    assert status(inzet) == "uitgenodigd"


@pytest.mark.parametrize("worker", [True, False])
def test_a_late_yes_is_offered_and_counts_also_when_the_worker_did_not_run(
    client, inzet, klok, worker
):
    klok.move_to(inzet.antwoord_voor + timedelta(hours=1))
    if worker:
        inzet_einde.laat_verlopen(inzet_id=inzet.pk, nu=inzet.antwoord_voor)
    pagina = lees(client, inzet)
    assert ("De tijd om te antwoorden is voorbij" in pagina, "Ik kom toch" in pagina) == (
        True,
        True,
    )
    assert antwoord(client, inzet, "ja").status_code == 302
    assert status(inzet) == "toegezegd"


def test_who_comes_second_reads_that_somebody_else_came(wereld, client):
    boeking = wereld.boeking()
    eerste, tweede = wereld.vraag(boeking, wereld.persoon("wijkagent"), wereld.persoon("wijkagent"))
    antwoord(client, eerste, "ja")
    reactie = antwoord(client, tweede, "ja")
    assert reactie.status_code == 409
    assert "Iemand anders heeft al ja gezegd." in reactie.content.decode()
    assert client.get(get_pad(tweede)).status_code == 410


def test_a_no_after_the_deadline_reads_that_nothing_is_asked_when_the_plek_is_taken(
    wereld, client, klok
):
    boeking = wereld.boeking()
    laat, ander = wereld.vraag(boeking, wereld.persoon("wijkagent"), wereld.persoon("wijkagent"))
    inzet_einde.laat_verlopen(inzet_id=laat.pk, nu=laat.antwoord_voor)
    wereld.ja(ander)
    pagina = lees(client, laat)
    assert ("U hoeft niets meer te doen" in pagina, "Ik kom" in pagina) == (True, False)


def test_a_yes_for_a_moment_that_was_moved_meanwhile_does_not_count(wereld, client, inzet):
    oud = inzet.begin.isoformat()
    wereld.verzet(inzet.plek.boeking, op(2, 4))
    reactie = antwoord(client, inzet, "ja", moment=oud)
    pagina = reactie.content.decode()
    assert (reactie.status_code, status(inzet)) == (409, "uitgenodigd")
    assert ("De les is intussen verzet" in pagina, "4 februari 2027" in pagina) == (True, True)
    assert antwoord(client, inzet, "ja", moment=op(2, 4).isoformat()).status_code == 302


@pytest.mark.parametrize("wat", ["ja", "nee"])
@pytest.mark.parametrize("moment", ["", "gisteren"])
def test_an_answer_without_its_moment_is_not_taken(client, inzet, wat, moment):
    reactie = antwoord(client, inzet, wat, moment=moment)
    assert reactie.status_code == 400
    assert "Open de link uit uw mail opnieuw" in reactie.content.decode()
    assert status(inzet) == "uitgenodigd"


def test_a_no_for_a_moment_that_was_moved_meanwhile_does_not_count(wereld, client, inzet):
    oud = inzet.begin.isoformat()
    wereld.verzet(inzet.plek.boeking, op(2, 4))
    assert antwoord(client, inzet, "nee", moment=oud).status_code == 409
    assert status(inzet) == "uitgenodigd"


def test_the_page_sends_along_the_moment_it_shows(client, inzet):
    assert f'name="moment" value="{inzet.begin.astimezone(op(2, 2).tzinfo).isoformat()}"' in lees(
        client, inzet
    )


@pytest.mark.parametrize("maak", [lambda t: t[:-1], lambda t: t + "A", lambda _: "x", str.swapcase])
def test_a_mangled_link_is_not_found_and_says_how_to_go_on(client, inzet, maak):
    token = get_pad(inzet).split("/")[2]
    reactie = client.get(f"/uitnodiging/{maak(token)}/")
    assert (reactie.status_code, "Deze link werkt niet" in reactie.content.decode()) == (404, True)
    assert client.post(f"/uitnodiging/{maak(token)}/", {"antwoord": "ja"}).status_code == 404
    assert status(inzet) == "uitgenodigd"


def test_a_link_made_for_something_else_does_not_open_an_invitation(client, inzet):
    token = sign(doel="agenda", sleutel=inzet.sleutel)
    assert client.get(f"/uitnodiging/{token}/").status_code == 404


@pytest.mark.parametrize("wat", ["", "misschien", "JA"])
def test_an_unknown_answer_is_refused_and_keeps_what_was_typed(client, inzet, wat):
    reactie = antwoord(client, inzet, wat, reden="Ik twijfel.")
    pagina = reactie.content.decode()
    assert (reactie.status_code, status(inzet)) == (400, "uitgenodigd")
    assert ("Kies een antwoord." in pagina, "Ik twijfel." in pagina) == (True, True)


def test_a_reason_that_is_too_long_is_refused_and_kept(client, inzet):
    reactie = antwoord(client, inzet, "nee", reden="x" * 301)
    pagina = reactie.content.decode()
    assert (reactie.status_code, status(inzet)) == (400, "uitgenodigd")
    assert ("hooguit 300 tekens" in pagina, "x" * 301 in pagina) == (True, True)


def test_no_cookie_is_set_and_nothing_is_kept_by_others(client, inzet):
    for reactie in (client.get(get_pad(inzet)), antwoord(client, inzet, "ja")):
        assert not reactie.cookies
        assert "unsafe" not in reactie["Content-Security-Policy"]
        assert reactie["Referrer-Policy"] in {"no-referrer", "same-origin"}
    assert 'name="robots" content="noindex"' in lees(client, inzet)


def test_the_day_around_shows_times_and_no_other_school(wereld, client, inzet):
    school = SchoolFactory(naam="Geheime School")
    ander = Wereld(
        nu=wereld.nu,
        rollen=wereld.rollen,
        niveau=wereld.niveau,
        school=school,
        contact=ContactpersoonFactory(school=school),
    )
    ander.ja(ander.vraag(ander.boeking(begin=op(2, 2, 13)), inzet.hoofdrolspeler)[0])
    pagina = lees(client, inzet)
    assert ("13.00 tot 14.00 uur" in pagina, "Geheime School" in pagina) == (True, False)
    assert "Uw dinsdag 2 februari" in pagina


def test_a_full_moment_is_said_before_the_button(wereld, client, inzet):
    ander = wereld.vraag(wereld.boeking(begin=op(2, 2, 9, 30)), inzet.hoofdrolspeler)[0]
    wereld.ja(ander)
    pagina = lees(client, inzet)
    assert ("staat er al een andere les vast" in pagina, "Ik kom" in pagina) == (True, False)


def test_the_contact_on_the_day_is_named_only_after_a_yes(client, inzet):
    assert "Noor" not in lees(client, inzet)
    antwoord(client, inzet, "ja")
    assert "Noor" in lees(client, inzet)


def test_the_link_in_the_mail_opens_the_page_and_stands_in_no_row(wereld, client, inzet):
    bericht = Bericht.objects.get(brief="inzet_gevraagd")
    token = get_pad(inzet).split("/")[2]
    assert token not in bericht.tekst + bericht.html + str(bytes(bericht.ics))
    assert Uitnodiging.objects.get(inzet=inzet).uid.count(inzet.sleutel) == 0
    assert brieven()[-1][0] == "inzet_gevraagd"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_every_state_of_the_page_is_sound_on_a_phone_and_on_a_desk(page, wereld):
    persoon = wereld.persoon("wijkagent")
    botsing = wereld.vraag(wereld.boeking(begin=op(2, 2, 9, 30)), persoon)[0]
    ja, gevraagd, nee = (
        wereld.vraag(wereld.boeking(begin=begin), persoon)[0]
        for begin in (op(2, 2), op(2, 2, 13), op(2, 3))
    )
    wereld.ja(ja)
    inzet_einde.wijs_af(inzet_id=nee.pk, reden="", nu=wereld.nu, door=None)
    laat = wereld.vraag(wereld.boeking(begin=op(2, 4)), persoon)[0]
    inzet_einde.laat_verlopen(inzet_id=laat.pk, nu=laat.antwoord_voor)
    weg = wereld.vraag(wereld.boeking(begin=op(2, 5)), persoon)[0]
    inzet_einde.trek_inzet_in(inzet_id=weg.pk, reden="", nu=wereld.nu, door=None)
    terug = wereld.ja(wereld.vraag(wereld.boeking(begin=op(2, 8)), persoon)[0])
    inzet_einde.trek_inzet_in(inzet_id=terug.pk, reden="", nu=wereld.nu, door=None)
    paden = [get_pad(inzet) for inzet in (gevraagd, ja, nee, laat, weg, terug, botsing)]
    for pad in [*paden, "/uitnodiging/kapot/"]:
        page.goto(pad)
        assert_sound(page)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_yes_without_javascript_by_keyboard(open_page, wereld):
    inzet = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))[0]
    page = open_page(viewport=PHONE, java_script_enabled=False)
    page.goto(get_pad(inzet))
    page.get_by_role("button", name="Ik kom").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="U komt").wait_for()
    assert status(inzet) == "toegezegd"
    assert page.context.cookies() == []


WAARSCHUWING = "In uw eigen agenda staat dan al iets."


def test_own_diary_warns_and_never_refuses(client, inzet):
    assert WAARSCHUWING not in lees(client, inzet)
    agenda = ExterneAgendaFactory(hoofdrolspeler=inzet.hoofdrolspeler)
    BezetTijdvakFactory(agenda=agenda, begin=inzet.begin + timedelta(minutes=15))
    assert WAARSCHUWING in lees(client, inzet)
    antwoord(client, inzet, "ja")
    assert status(inzet) == "toegezegd"
    assert WAARSCHUWING not in lees(client, inzet)


def test_own_invitation_that_comes_back_stands_in_no_way(client, wereld, inzet):
    """Invited, read back from the diary under another UID, yes; moved, asked again, yes."""
    persoon = inzet.hoofdrolspeler
    agenda = ExterneAgendaFactory(hoofdrolspeler=persoon)
    BezetTijdvakFactory(agenda=agenda, begin=inzet.begin, eind=inzet.eind)
    assert WAARSCHUWING not in lees(client, inzet)
    antwoord(client, inzet, "ja")
    boekingen.verzet_boeking(
        boeking_id=inzet.plek.boeking_id,
        begin=inzet.begin + timedelta(minutes=30),
        nu=wereld.nu,
        door=None,
    )
    inzet.refresh_from_db()
    assert inzet.status == "uitgenodigd"
    antwoord(client, inzet, "ja")
    assert status(inzet) == "toegezegd"
