"""An editor words a letter: what leaves, what is refused, and what leaves when a wording breaks."""

from dataclasses import replace

import pytest

from boekingen.emails.brieven import BRIEVEN
from hoofdrolspelers.emails.brieven import BRIEVEN as EIGEN_BRIEVEN
from lesaanbod.domain.mailtekst import MailtekstOngeldig, Woorden, list_fouten
from lesaanbod.emails import render_brief
from lesaanbod.emails.briefsoorten import find_briefsoort, list_briefsoorten
from lesaanbod.emails.brieven import build_values, render_ingebouwd
from lesaanbod.emails.ingebouwd import get_ingebouwd, get_schat
from lesaanbod.models import Gebeurtenis, Mailtekst
from lesaanbod.selectors.mailteksten import find_woorden, list_versies, map_woorden
from lesaanbod.services.berichten import PersoonlijkeLink, zet_klaar
from lesaanbod.services.mailteksten import (
    bewaar_mailtekst,
    build_voorbeeldbrief,
    herstel_mailtekst,
)
from tests.factories.lesaanbod import GebruikerFactory

pytestmark = pytest.mark.django_db

BRIEF = "inzet_gevraagd"
EIGEN = Woorden(
    onderwerp="Komt u ook? {{ les }}",
    kop="Wij zoeken u & <b>niemand</b> anders",
    inhoud="Dag {{ school }},\nfijn.\n\n{{ feiten }}\n\n{{ knop }}\n\n{{ agenda }}",
)


def bewaar(nu, woorden=EIGEN, brief=BRIEF, door=None):
    return bewaar_mailtekst(brief=brief, woorden=woorden, nu=nu, door=door)


def render(brief=BRIEF, **anders):
    voorbeeld = dict(find_briefsoort(brief).voorbeeld)
    return render_brief(
        brief=brief,
        aan=voorbeeld.pop("aan"),
        aan_naam=voorbeeld.pop("aan_naam"),
        link=voorbeeld.pop("link"),
        context=voorbeeld | anders,
    )


@pytest.mark.parametrize("brief", [*BRIEVEN, *EIGEN_BRIEVEN])
def test_built_in_text_told_as_wording_is_the_same_letter(brief):
    """So an editor begins with what the site says now, and loses nothing by saving it."""
    soort = find_briefsoort(brief)
    woorden = get_ingebouwd(brief)
    context = dict(soort.voorbeeld)
    aan, naam, link = (str(context.pop(sleutel)) for sleutel in ("aan", "aan_naam", "link"))
    values = build_values(aan=aan, aan_naam=naam, link=link, context=context)
    ingebouwd = render_ingebouwd(brief, values)
    eigen = build_voorbeeldbrief(brief=brief, woorden=woorden)

    assert list_fouten(woorden, get_schat(soort)) == {}
    assert (eigen.onderwerp, eigen.tekst) == (ingebouwd.onderwerp, ingebouwd.tekst)
    assert "".join(eigen.html.split()) == "".join(ingebouwd.html.split())


def test_every_variable_is_explained_with_an_example():
    zonder = {
        (soort.sleutel, een.naam)
        for soort in list_briefsoorten()
        for een in get_schat(soort).variabelen
        if een.naam not in soort.uitleg or een.naam not in soort.voorbeeld
    }
    assert zonder == set()


def test_wording_of_an_editor_leaves_with_its_facts_button_and_reason(nu):
    bewaar(nu)
    brief = render(school="De <School>")
    assert brief.onderwerp == "Komt u ook? Snel geld, lange rekening, les 3"
    assert "Dag De <School>,\nfijn." in brief.tekst
    assert "<p>Dag De &lt;School&gt;,<br>fijn.</p>" in brief.html
    assert "u &amp; &lt;b&gt;niemand&lt;/b&gt; anders" in brief.html
    assert "Status: gevraagd" in brief.tekst
    assert "Beste Noor Voorbeeld," in brief.tekst
    assert "Geef antwoord" in brief.html
    assert "U krijgt deze mail omdat" in brief.tekst


@pytest.mark.usefixtures("cache_aan")
def test_wording_is_read_once_until_an_editor_changes_it(nu, bewerk, django_assert_num_queries):
    render()
    with django_assert_num_queries(0):
        assert "Komt u ook?" not in render().onderwerp
    with bewerk():
        bewaar(nu)
    assert "Komt u ook?" in render().onderwerp
    with bewerk():
        herstel_mailtekst(brief=BRIEF, nu=nu, door=None)
    assert "Komt u ook?" not in render().onderwerp


def test_other_letters_keep_their_built_in_text(nu):
    bewaar(nu)
    assert "Komt u ook?" not in render("inzet_verzet").onderwerp
    assert map_woorden() == {BRIEF: EIGEN}


@pytest.mark.parametrize(
    "woorden",
    [
        replace(EIGEN, inhoud="Zonder knop.\n\n{{ feiten }}"),
        replace(EIGEN, inhoud=EIGEN.inhoud + "\n\n{{ aan_naam }}"),
        replace(EIGEN, kop="{{ contact.telefoon }}"),
        replace(EIGEN, onderwerp="{% now 'Y' %}"),
    ],
)
def test_wording_that_the_letter_does_not_take_is_not_stored(woorden, nu):
    with pytest.raises(MailtekstOngeldig):
        bewaar(nu, woorden)
    assert not Mailtekst.objects.exists()
    assert not Gebeurtenis.objects.exists()


def test_letter_that_nobody_declares_cannot_be_worded(nu):
    with pytest.raises(MailtekstOngeldig):
        bewaar(nu, brief="bestaat_niet")


@pytest.mark.parametrize(
    "kapot", [{"inhoud": "{{ weg }}\n\n{{ feiten }}\n\n{{ knop }}"}, {"onderwerp": "a\nb"}]
)
def test_stored_wording_that_breaks_gives_way_to_the_built_in_text(kapot, nu, caplog):
    bewaar(nu)
    Mailtekst.objects.update(**kapot)
    assert render().onderwerp.startswith("Wilt u komen?")
    assert "is left aside: MailtekstOngeldig" in caplog.text
    assert "Voorbeeld" not in caplog.text


def test_value_that_breaks_a_subject_gives_way_too(nu, caplog):
    """A subject of built-in words only can still be sent."""
    bewaar(nu, Woorden(onderwerp="{{ les }}", kop="k", inhoud="{{ feiten }}"), "inzet_afgemeld")
    brief = render("inzet_afgemeld", les="")
    assert brief.onderwerp == "Afgemeld: , dinsdag 9 maart"
    assert "BriefOngeldig" in caplog.text


def test_personal_link_goes_into_the_outbox_as_placeholder_only(nu):
    bewaar(nu)
    context = dict(find_briefsoort(BRIEF).voorbeeld)
    for naam in ("aan", "aan_naam", "link"):
        context.pop(naam)
    bericht = zet_klaar(
        brief=BRIEF,
        aan="noa@politie.example",
        aan_naam="Noa",
        context=context,
        onderwerp_soort="boeking",
        onderwerp_id=1,
        nu=nu,
        link=PersoonlijkeLink(pad="/u/{token}/", doel="u", sleutel="sleutel-van-22-tekens1"),
    )
    assert bericht.onderwerp.startswith("Komt u ook?")
    assert "[persoonlijke link sleutel-]" in bericht.tekst
    assert "[persoonlijke link sleutel-]" in bericht.html


def test_versions_and_log_tell_what_happened_and_versions_name_nobody(nu):
    door = GebruikerFactory()
    bewaar(nu, door=door)
    assert bewaar(nu, door=door) is None
    herstel_mailtekst(brief=BRIEF, nu=nu, door=door)
    assert herstel_mailtekst(brief=BRIEF, nu=nu, door=door) is None

    assert [versie.is_ingebouwd for versie in list_versies(BRIEF)] == [True, False]
    assert find_woorden(BRIEF) is None
    assert render().onderwerp.startswith("Wilt u komen?")
    assert list(Gebeurtenis.objects.values_list("onderwerp_id", "wat", "door")) == [
        (BRIEF, "mailtekst gewijzigd", door.pk),
        (BRIEF, "terug naar de ingebouwde mailtekst", door.pk),
    ]
    assert {veld.name for veld in Mailtekst._meta.get_fields() if veld.is_relation} == set()


def test_saving_the_built_in_text_is_going_back_to_it(nu):
    assert bewaar(nu, get_ingebouwd(BRIEF)) is None
    bewaar(nu)
    assert bewaar(nu, get_ingebouwd(BRIEF)).is_ingebouwd


def test_wordings_cost_the_outbox_one_query(nu, django_assert_num_queries):
    bewaar(nu)
    with django_assert_num_queries(1):
        find_woorden(BRIEF)
