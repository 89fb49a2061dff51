"""What needs a coördinator now, most urgent first, each with its next step."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from boekingen.domain.status import AanvraagStatus, ContactStatus, Plansoort, PlanStatus
from boekingen.models import Boeking, Contactpersoon, Seizoensplan
from boekingen.selectors.dingen import LATER, Ding
from boekingen.selectors.post import list_post_dingen
from boekingen.selectors.seizoensplannen import TE_BESLISSEN
from boekingen.selectors.tegenvoorstellen import list_voorstellen
from boekingen.selectors.toegang import check_coordinator
from boekingen.selectors.vandaag_lessen import list_onvolle_lessen, list_zonder_moment
from boekingen.selectors.woorden import get_briefnaam
from lesaanbod.domain.taal import format_aantal, telwoord
from lesaanbod.selectors import list_mislukte_berichten

OPEN = (AanvraagStatus.INGEDIEND.value, AanvraagStatus.WACHTLIJST.value)


def list_dingen(*, wie: Any, nu: datetime) -> list[Ding]:
    """Return everything that waits for a coördinator, drop-outs on top, then the soonest lesson.

    Raises ``PermissionDenied`` for anybody else. A constant number of queries.
    """
    check_coordinator(wie)
    dingen = chain(
        list_onvolle_lessen(nu=nu),
        list_voorstellen(nu=nu),
        list_contacten(nu=nu),
        list_zonder_moment(nu=nu),
        list_mails(),
        list_post_dingen(),
        list_plannen(),
    )
    return sorted(dingen, key=lambda ding: (not ding.voorop, ding.voor))


def filter_contacten() -> QuerySet[Contactpersoon]:
    """Return the people who speak for a school and still have to be admitted."""
    return Contactpersoon.objects.filter(status=ContactStatus.AANGEMELD.value)


def list_contacten(*, nu: datetime) -> Iterator[Ding]:
    """Yield the people who still have to be admitted."""
    contacten = (
        filter_contacten()
        .select_related("school")
        .annotate(
            wachtend=Count("aanvragen", filter=Q(aanvragen__status__in=OPEN), distinct=True),
            eerste_wens=Min("aanvragen__wensen__begin", filter=Q(aanvragen__wensen__begin__gt=nu)),
        )
    )
    for contact in contacten:
        yield Ding(
            status="aangemeld",
            woord="nieuwe school" if not contact.school.is_gecontroleerd else "nieuw contact",
            kop=f"{contact.naam} van {contact.school.naam} vraagt om toegang",
            uitleg=(describe_terugbellen(contact), describe_wachtend(contact.wachtend)),
            knop="Laat toe",
            adres="boekingen:planning_contactpersoon",
            nummer=contact.pk,
            voor=contact.eerste_wens or LATER,
        )


def describe_terugbellen(contact: Contactpersoon) -> str:
    """Return which number to call back on: that of the register, never the one typed in."""
    school = contact.school
    if school.vestigingscode and school.telefoon:
        return f"bel terug op {school.telefoon}, het nummer uit het register"
    return "deze school staat niet in het register; controleer eerst de gegevens"


def describe_wachtend(aantal: int) -> str:
    """Return how many requests wait for an admission."""
    if aantal == 0:
        return "er wacht nog geen aanvraag"
    werkwoord = "aanvraag wacht" if aantal == 1 else "aanvragen wachten"
    return f"{telwoord(aantal)} {werkwoord} hierop"


def filter_plannen() -> QuerySet[Seizoensplan]:
    """Return the proposals of the season planner that nobody decided on yet."""
    return Seizoensplan.objects.filter(
        soort=Plansoort.SEIZOEN.value, status__in=TE_BESLISSEN, voorstel__isnull=False
    )


def list_plannen() -> Iterator[Ding]:
    """Yield the newest proposal of the season planner that nobody decided on yet."""
    for plan in filter_plannen().order_by("-pk")[:1]:
        voorstel = plan.voorstel or {}
        gepland, over = len(voorstel["assignments"]), len(voorstel.get("unserved", []))
        yield Ding(
            status=plan.status,
            woord="plan klaar" if plan.status == PlanStatus.KLAAR.value else "plan afgebroken",
            kop="Er ligt een plan voor het seizoen",
            uitleg=(
                format_aantal(gepland, "les gepland", "lessen gepland"),
                format_aantal(over, "les blijft over", "lessen blijven over"),
            ),
            knop="Bekijk het voorstel",
            adres="boekingen:planning_seizoen",
            nummer=None,
            voor=plan.gestart_op,
        )


def list_mails() -> Iterator[Ding]:
    """Yield the mails the site gave up on; those about a lesson as urgent as that lesson."""
    berichten = list_mislukte_berichten()
    nummers = [b.onderwerp_id for b in berichten if b.onderwerp_soort == "boeking"]
    momenten = dict(
        Boeking.objects.filter(pk__in=nummers, begin__isnull=False).values_list("pk", "begin")
    )
    for bericht in berichten:
        is_les = bericht.onderwerp_soort == "boeking"
        begin = momenten.get(int(bericht.onderwerp_id)) if is_les else None
        yield Ding(
            status="mail_niet_bezorgd",
            woord="mail niet bezorgd",
            kop=f"{get_briefnaam(bericht.brief)} aan {bericht.ontvanger} komt niet aan",
            uitleg=(bericht.fout, f"{telwoord(bericht.pogingen)} keer geprobeerd"),
            knop="Verstuur opnieuw",
            adres="boekingen:planning_bericht_opnieuw",
            nummer=bericht.id,
            is_actie=True,
            voor=begin or LATER,
        )
