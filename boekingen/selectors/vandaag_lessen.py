"""The lessons on Vandaag: open places, moments that passed, and lessons without a moment."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import F, Min, Q, QuerySet

from boekingen.domain.plekken import Plekbeeld, Plekstand
from boekingen.domain.status import AanvraagStatus, BoekingStatus, ContactStatus, RondeStatus
from boekingen.models import Boeking, Plek, Ronde
from boekingen.selectors.boekingen import with_alles
from boekingen.selectors.dingen import LATER, Ding
from boekingen.selectors.plekken import get_plekbeeld
from boekingen.selectors.rondes import get_rondes
from boekingen.selectors.woorden import get_groepen, get_korte_les
from lesaanbod.domain.datums import format_dag, format_rest
from lesaanbod.domain.taal import opsomming, telwoord

ONTBREEKT = "ontbreekt"
NIEMAND_MEER = "niemand meer"
Soort = tuple[str, int | None]


def filter_onvol() -> QuerySet[Boeking]:
    """Return the lessons with a moment that are not full."""
    return Boeking.objects.filter(status=BoekingStatus.VOORGESTELD.value)


def list_onvolle_lessen(*, nu: datetime) -> Iterator[Ding]:
    """Yield per booking and role the places that somebody left or that nobody is asked for.

    A lesson whose moment has passed is one thing: nobody can be asked for it any more.
    """
    lessen = list(with_alles(filter_onvol()).order_by("begin", "pk"))
    rondes = get_rondes(boeking_ids=[boeking.pk for boeking in lessen])
    for boeking in lessen:
        begin = get_begin(boeking)
        if begin <= nu:
            yield build_voorbijding(boeking, begin)
        else:
            yield from list_plekdingen(boeking, rondes, nu=nu)


def build_voorbijding(boeking: Boeking, begin: datetime) -> Ding:
    """Return the thing for a lesson that was not full when its moment came."""
    return Ding(
        status="verlopen",
        woord="moment voorbij",
        kop=f"De les voor {get_voor_wie(boeking)} was niet vol op {format_dag(begin)}",
        uitleg=(get_korte_les(boeking), "kies een ander moment of annuleer de les"),
        knop="Verzet of annuleer",
        adres="boekingen:planning_boeking",
        nummer=boeking.pk,
        voor=begin,
    )


def get_begin(boeking: Boeking) -> datetime:
    """Return the moment of a lesson that has one."""
    assert boeking.begin is not None  # noqa: S101  # the database holds it for this state
    return boeking.begin


def get_voor_wie(boeking: Boeking) -> str:
    """Return the school and its classes: «De Rietveste, 8A»."""
    contact = boeking.aanvraag.contactpersoon
    assert contact is not None  # noqa: S101  # only a concept has none
    return f"{contact.school.naam}, {get_groepen(boeking)}"


def list_plekdingen(
    boeking: Boeking, rondes: Mapping[int, Ronde], *, nu: datetime
) -> Iterator[Ding]:
    """Yield one thing per role and word; all roles nobody was asked for are one thing."""
    gezien = set()
    for plek in boeking.plekken.all():
        beeld = get_plekbeeld(plek, begin=boeking.begin, nu=nu)
        ronde = get_rondestatus(rondes.get(plek.pk), boeking.begin)
        soort = get_soort(plek.rol_id, beeld, ronde)
        if soort is not None and soort not in gezien:
            gezien.add(soort)
            yield build_plekding(boeking, plek, beeld, rondes, nu=nu)


def get_soort(rol_id: int, beeld: Plekbeeld, ronde: RondeStatus | None) -> Soort | None:
    """Return what a place shares with those on the same line; None when it waits for nobody.

    A place for which a round is asking waits for nobody, unless somebody left it.
    """
    if beeld.stand in {Plekstand.KOMT, Plekstand.GEVRAAGD}:
        return None
    if ronde is RondeStatus.LOPEND and beeld.stand is not Plekstand.VALT_UIT:
        return None
    woord = get_plekwoorden(beeld, ronde)[1]
    return (woord, None) if woord == ONTBREEKT else (woord, rol_id)


def get_rondestatus(ronde: Ronde | None, begin: datetime | None) -> RondeStatus | None:
    """Return how the newest round of a place stands, if it is about this moment of the lesson."""
    if ronde is None or ronde.begin != begin:
        return None
    return RondeStatus(ronde.status)


def build_plekding(
    boeking: Boeking, plek: Plek, beeld: Plekbeeld, rondes: Mapping[int, Ronde], *, nu: datetime
) -> Ding:
    """Return the thing an open place asks for; a drop-out and an empty round come on top."""
    begin = get_begin(boeking)
    ronde = get_rondestatus(rondes.get(plek.pk), boeking.begin)
    status, woord, knop = get_plekwoorden(beeld, ronde)
    dag, wie = format_dag(begin), get_voor_wie(boeking)
    wanneer = "" if "{dag}" in KOPPEN[woord] else dag
    is_dringend = beeld.stand is Plekstand.VALT_UIT or woord == NIEMAND_MEER
    rest = format_rest(begin - nu) if is_dringend else ""
    loopt = "de uitnodigingsronde loopt" if ronde is RondeStatus.LOPEND else ""
    wat = list_ongevraagd(boeking, rondes) if woord == ONTBREEKT else describe_gevraagd(beeld)
    return Ding(
        status=status,
        woord=woord,
        kop=KOPPEN[woord].format(rol=plek.rol.naam, wie=wie, dag=dag),
        uitleg=tuple(deel for deel in (get_korte_les(boeking), wanneer, rest, loopt, wat) if deel),
        knop=knop,
        adres="boekingen:planning_boeking",
        nummer=boeking.pk,
        voor=begin,
        voorop=is_dringend,
    )


KOPPEN = {
    NIEMAND_MEER: "Niemand meer om te vragen als {rol} voor {wie}",
    "valt uit": "Een {rol} voor {wie} valt uit op {dag}",
    "geen antwoord": "Geen antwoord van een {rol} voor {wie}",
    "kan niet": "Een {rol} voor {wie} kan niet op {dag}",
    ONTBREEKT: "Er is nog iemand nodig voor {wie}",
}


def get_plekwoorden(beeld: Plekbeeld, ronde: RondeStatus | None) -> tuple[str, str, str]:
    """Return the chip, its word and the button for an open place."""
    if ronde is RondeStatus.UITGEPUT:
        return "ontbreekt", NIEMAND_MEER, "Kies zelf"
    if ronde is RondeStatus.LOPEND:
        return "afgemeld", "valt uit", "Bekijk de ronde"
    if beeld.stand is Plekstand.VALT_UIT:
        return "afgemeld", "valt uit", "Zoek vervanging"
    if beeld.stil:
        return "verlopen", "geen antwoord", "Vraag de volgende"
    if beeld.nee:
        return "afgewezen", "kan niet", "Vraag de volgende"
    return "ontbreekt", ONTBREEKT, "Vraag iemand"


def list_ongevraagd(boeking: Boeking, rondes: Mapping[int, Ronde]) -> str:
    """Return the roles that nobody was or is asked for at the moment of the lesson, in words."""
    rollen = [
        plek.rol.naam
        for plek in boeking.plekken.all()
        if not any(inzet.begin == boeking.begin for inzet in plek.inzetten.all())
        and get_rondestatus(rondes.get(plek.pk), boeking.begin) is not RondeStatus.LOPEND
    ]
    return f"nog niet gevraagd: {opsomming(dict.fromkeys(rollen))}"


def describe_gevraagd(beeld: Plekbeeld) -> str:
    """Return who is being asked now, in words; nothing when nobody ever was."""
    if beeld.gevraagd == 1:
        return "iemand anders is gevraagd, nog geen antwoord"
    if beeld.gevraagd:
        return f"{telwoord(beeld.gevraagd)} anderen zijn gevraagd, nog geen antwoord"
    if beeld.laatst_gevraagd_op is None:
        return ""
    return f"gevraagd op {format_dag(beeld.laatst_gevraagd_op)}"


def filter_zonder_moment() -> QuerySet[Boeking]:
    """Return the lessons without a moment; not what waits on the wachtlijst.

    Only for contacts that are admitted: before that nothing can be planned.
    """
    return Boeking.objects.filter(
        status=BoekingStatus.TE_PLANNEN.value,
        aanvraag__contactpersoon__status=ContactStatus.TOEGELATEN.value,
    ).exclude(aanvraag__status=AanvraagStatus.WACHTLIJST.value)


def list_zonder_moment(*, nu: datetime) -> Iterator[Ding]:
    """Yield per request the lessons without a moment that can be planned."""
    boekingen = (
        filter_zonder_moment()
        .select_related("aanvraag__contactpersoon__school")
        .annotate(
            eerste_wens=Min(
                "aanvraag__wensen__begin",
                filter=Q(
                    aanvraag__wensen__onderdeel_sleutel=F("onderdeel_sleutel"),
                    aanvraag__wensen__begin__gt=nu,
                ),
            )
        )
        .order_by("aanvraag", "nummer", "pk")
    )
    for _, groep in groupby(boekingen, key=lambda boeking: boeking.aanvraag_id):
        yield build_momentding(list(groep))


def build_momentding(boekingen: list[Any]) -> Ding:
    """Return the thing for one request with lessons that have no moment."""
    aanvraag, aantal = boekingen[0].aanvraag, len(boekingen)
    voor_wie = f"{aanvraag.les_titel} voor {aanvraag.contactpersoon.school.naam}"
    wens = min((b.eerste_wens for b in boekingen if b.eerste_wens), default=None)
    return Ding(
        status="te_plannen",
        woord="nog plannen",
        kop=f"{voor_wie} heeft nog geen moment"
        if aantal == 1
        else f"{voor_wie}: {telwoord(aantal)} lessen zonder moment",
        uitleg=(
            f"eerste wens: {format_dag(wens)}" if wens else "alle wensen zijn voorbij",
            f"kenmerk {aanvraag.kenmerk}",
        ),
        knop="Kies een moment",
        adres="boekingen:planning_boeking",
        nummer=boekingen[0].pk,
        voor=wens or aanvraag.ingediend_op or LATER,
    )
