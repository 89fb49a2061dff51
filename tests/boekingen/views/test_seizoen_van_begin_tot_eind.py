"""A season of the demo city, from the button at the desk to what stands in everybody's diary."""

import re
from datetime import timedelta

from django.core import mail
from django.urls import reverse

import pytest
import time_machine

from boekingen.models import Boeking, Inzet, Seizoensplan, Wens
from boekingen.services import inzet_einde, inzetten
from boekingen.services.bundels import bundel_bevestigingen
from boekingen.services.demo import vul_demo
from hoofdrolspelers.models import Hoofdrolspeler, Vastlegging
from lesaanbod.models import Bericht, Bevoegdheid, Gebruiker
from lesaanbod.services.berichten import verstuur_klaarstaande
from tests.boekingen import plannen
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import op, status
from tests.inloggen import login_as
from tests.itip import check_mail, check_thread, read_event
from tests.lesaanbod.demo import NU

pytestmark = [pytest.mark.django_db, pytest.mark.lang]
PAGINA = "/planning/seizoen/"


class Bureau:
    """A coördinator of the demo city at the desk, and the worker beside it."""

    def __init__(self, client):
        self.client = client

    def lees(self, pad=PAGINA):
        return self.client.get(pad).content.decode()

    def doe(self, naam, *args, **gegevens):
        """Press a button; every one leads to a page."""
        response = self.client.post(reverse(f"boekingen:{naam}", args=args), gegevens)
        assert response.status_code == 302
        return response

    def plan(self, houd_vast=()):
        """Ask for a plan, wait for it, and give its appointments by lesson."""
        self.doe("planning_seizoen_starten", tijdslimiet=60, houd_vast=houd_vast)
        plannen.werk(NU)
        voorstel = Seizoensplan.objects.latest("pk").voorstel
        return {een["lesson"]: een for een in voorstel["assignments"]}


@pytest.fixture
def bureau(demo, client, zonder_stilte):
    vul_demo(nu=NU)
    verstuur(NU)
    with time_machine.travel(NU, tick=False):
        login_as(client, Gebruiker.objects.get(groups__name=Bevoegdheid.COORDINATOR))
        yield Bureau(client)


def get_les(school, nummer, klas):
    return Boeking.objects.get(
        aanvraag__contactpersoon__school__naam=school, nummer=nummer, groepen__naam=klas
    )


def get_mens(voornaam):
    return Hoofdrolspeler.objects.get(voornaam=voornaam)


def zeg_allemaal_ja(lessen):
    for inzet in Inzet.objects.filter(plek__boeking__in=lessen, status="uitgenodigd"):
        inzetten.zeg_toe(inzet_id=inzet.pk, nu=NU, door=None)


def verstuur(nu):
    while verstuur_klaarstaande(nu=nu):
        pass


def verstuur_alles():
    """Send as the worker does, with the minute that several confirmations wait for each other."""
    for minuten in range(10):
        nu = NU + timedelta(minutes=minuten)
        bundel_bevestigingen(nu)
        verstuur(nu)
    assert not Bericht.objects.exclude(status="verzonden").exists()


def lees_agendas():
    """Return what stands in everybody's diary once all mails were opened: receiver and begin."""
    draden = {}
    for bericht in mail.outbox:
        for deel in bericht.message().walk():
            if deel.get_content_type() == "text/calendar":
                event = read_event(deel.get_payload(decode=True))
                inhoud = bericht.message().as_bytes(linesep="\r\n")
                assert check_mail(inhoud) == []
                draden.setdefault(event["uid"], []).append((inhoud, event, bericht.to[0]))
    for berichten in draden.values():
        assert check_thread([inhoud for inhoud, *_ in berichten]) == []
    laatste = [berichten[-1] for berichten in draden.values()]
    return sorted(
        (aan.partition("<")[2].rstrip(">") or aan, event["begin"])
        for _, event, aan in laatste
        if event["method"] == "REQUEST"
    )


def list_verwacht():
    """Return what should stand there, by the lessons: who was asked or comes, and the docent."""
    for inzet in Inzet.objects.filter(status__in=["uitgenodigd", "toegezegd"]):
        yield inzet.hoofdrolspeler.gebruiker.email, inzet.plek.boeking.begin
    for boeking in Boeking.objects.exclude(status__in=["te_plannen", "geannuleerd"]):
        # Somebody fell out or it was moved: it stood in the diary and stays there.
        onzeker = Bericht.objects.filter(
            onderwerp_soort="boeking",
            onderwerp_id=boeking.pk,
            brief__in=["les_bevestigd", "les_in_agenda"],
        )
        if boeking.status != "voorgesteld" or onzeker.exists():
            yield boeking.aanvraag.contact.gebruiker.email, boeking.begin


def test_planned_pinned_applied_and_mended(bureau):
    # Petra may also have the HALT-medewerker a day sooner.
    hazelhaag = "De Hazelhaag"
    halt = get_les(hazelhaag, 3, "8A")
    Wens.objects.create(
        aanvraag=halt.aanvraag,
        onderdeel_sleutel=halt.onderdeel_sleutel,
        begin=op(3, 3),
        volgorde=2,
    )
    assert "12 lessen wachten op een moment" in bureau.lees()
    eerst = bureau.plan()
    assert len(eerst) == 12
    assert "Uitgerekend: een beter plan bestaat niet." in bureau.lees()

    # Meanwhile Chantal works in that wijk, so the planner would rather have her for both classes.
    vast = [str(get_les(hazelhaag, 5, klas).pk) for klas in ("8A", "8B")]
    chantal = get_mens("Chantal")
    chantal.wijken.set([halt.aanvraag.contact.school.wijk])
    zonder = bureau.plan()
    assert [zonder[les]["speakers"] for les in vast] == [[str(chantal.pk)]] * 2
    Seizoensplan.objects.filter(status="klaar").update(
        voorstel={"assignments": list(eerst.values())}
    )
    met = bureau.plan(houd_vast=vast)
    assert [met[les] for les in vast] == [eerst[les] for les in vast]
    assert bureau.lees().count(" checked>") == 2

    plan = Seizoensplan.objects.latest("pk")
    bureau.doe("planning_seizoen_toepassen", plan.pk)
    assert not Inzet.objects.filter(plek__boeking__in=met).exists()
    plannen.pas_gevraagd_toe(NU)
    assert "Dit voorstel is toegepast" in bureau.lees()
    zeg_allemaal_ja(met)
    assert {status(een) for een in Boeking.objects.filter(pk__in=met)} == {"bevestigd"}
    verstuur_alles()
    assert list_schendingen() == []

    # Karin falls out of one of her lessons; on that Thursday there is nobody else.
    karin, (gat,) = get_mens("Karin"), Inzet.objects.filter(plek__boeking=halt)
    assert gat.hoofdrolspeler == karin
    inzet_einde.meld_af(inzet_id=gat.pk, reden="Ziek.", nu=NU, door=None)
    herstel = reverse("boekingen:planning_herstel", args=[halt.pk])
    bureau.doe("planning_herstel_planner", halt.pk)
    plannen.werk(NU)
    collega, keten, planner = bureau.lees(herstel).split('aria-labelledby="aanbod-')[1:]
    assert "Zo is er niemand te vinden." in collega
    assert "Het zijn dezelfde wijzigingen als hierboven." in planner
    (kenmerk,) = re.findall(r'name="kenmerk" value="(\w+)"', keten)
    bureau.doe("planning_herstel_toepassen", halt.pk, kenmerk=kenmerk)
    halt.refresh_from_db()
    assert (halt.begin, halt.status) == (op(3, 3), "voorgesteld")
    (vervanger,) = Inzet.objects.filter(plek__boeking=halt, status="uitgenodigd")
    zeg_allemaal_ja([halt.pk])
    verstuur_alles()

    assert status(halt) == "bevestigd"
    assert list_schendingen() == []
    assert lees_agendas() == sorted(list_verwacht())
    bezet = Vastlegging.objects.filter(hoofdrolspeler=vervanger.hoofdrolspeler)
    assert op(3, 3) in set(bezet.values_list("begin", flat=True))
    assert not Vastlegging.objects.filter(hoofdrolspeler=karin, begin=op(3, 4)).exists()
