"""Apply a season plan: choose the moments and ask the people, as the desk would one by one.

The world may have changed since the plan was made, so every appointment is judged again by the
ranking of one lesson and goes through the services that check it now. One transaction: what is
applied is applied together, and a lesson is applied whole or not at all; what could not be is
reported with the reason.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.planning.scenario import Afspraak
from boekingen.domain.status import BoekingStatus, ContactStatus
from boekingen.domain.weigeringen import Weigering
from boekingen.emails.brieven_docent import zet_beloftebrief_klaar
from boekingen.models import Boeking, Plek
from boekingen.selectors.plangegevens import get_begin
from boekingen.selectors.planvragen import Planvraag, list_bezwaren_nu
from boekingen.services.boekingen import stel_moment_voor
from boekingen.services.inzetten import nodig_uit
from hoofdrolspelers.selectors import list_profielen
from hoofdrolspelers.services.vastleggingen import lock_hoofdrolspelers
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

STAAT_ANDERS = "Deze les heeft intussen een ander moment of is geannuleerd."
BESTAAT_NIET = "Deze les is er niet meer."
ONBEKENDE = "Iemand uit dit plan is er niet meer."
ANDERE_PLEKKEN = "Deze les heeft intussen andere plekken."


@dataclass(frozen=True, slots=True)
class Overgeslagen:
    """A lesson of the plan that was not applied, and why."""

    les: str
    reden: str


@dataclass(frozen=True, slots=True)
class Toepassing:
    """What came of a plan: lessons that got a moment and people asked, and lessons that did not.

    ``beloofd`` are lessons of which the school now knows that they come, without a moment.
    """

    toegepast: tuple[str, ...]
    overgeslagen: tuple[Overgeslagen, ...]
    beloofd: tuple[str, ...] = ()


def pas_plan_toe(
    *,
    afspraken: Iterable[Afspraak],
    nu: datetime,
    door: Gebruiker | None,
    vast_tot: date | None = None,
    weken_vooraf: int = 0,
) -> Toepassing:
    """Apply the appointments of a plan, in the order of the bookings.

    After ``vast_tot`` nothing becomes final: those schools get a promise, and hear the moment
    ``weken_vooraf`` weeks ahead.

    ``afspraken`` has numbers of bookings and people as texts, as ``build_scenario`` gave them. A
    lesson that stands at its moment already is left as it is, so applying twice is harmless.
    """
    op_nummer = sorted(
        (afspraak for afspraak in afspraken if afspraak.les.isdecimal()),
        key=lambda afspraak: int(afspraak.les),
    )
    toegepast, overgeslagen = [], []
    with transaction.atomic():
        plekken = lock_alles(op_nummer)
        direct = [een for een in op_nummer if vast_tot is None or een.dag <= vast_tot]
        later = [int(een.les) for een in op_nummer if vast_tot is not None and een.dag > vast_tot]
        vragen = {een: list_vragen(een, plekken) for een in direct}
        bezwaren = list_bezwaren_nu([een for rij in vragen.values() for een in rij], nu=nu)
        for afspraak in direct:
            try:
                with transaction.atomic():
                    if pas_afspraak_toe(
                        afspraak, plekken=plekken, bezwaren=bezwaren, nu=nu, door=door
                    ):
                        toegepast.append(afspraak.les)
            except Weigering as reden:
                overgeslagen.append(Overgeslagen(afspraak.les, reden.uitleg))
        beloofd = beloof_lessen(nummers=later, weken_vooraf=weken_vooraf, nu=nu, door=door)
    return Toepassing(tuple(toegepast), tuple(overgeslagen), tuple(map(str, beloofd)))


def lock_alles(afspraken: Collection[Afspraak]) -> dict[int, list[int]]:
    """Lock every booking of a plan and then everybody in it, by number.

    Returns the Plekken of each booking, in the order of the planner. All at once and in
    the order of ``sloten``: one by one, two transactions could each hold what the other wants. The
    requests that hang on the bookings are locked after.
    """
    boekingen = Boeking.objects.select_for_update().filter(
        pk__in=[int(een.les) for een in afspraken]
    )
    plekken: dict[int, list[int]] = {
        pk: [] for pk in boekingen.order_by("pk").values_list("pk", flat=True)
    }
    rijen = Plek.objects.filter(boeking__in=plekken).order_by("rol__volgorde", "nummer", "pk")
    for boeking_id, plek_id in rijen.values_list("boeking_id", "pk"):
        plekken[boeking_id].append(plek_id)
    gevraagd = {wie for een in afspraken for wie in een.wie}
    lock_hoofdrolspelers(
        ids=[een.id for een in list_profielen() if str(een.id) in gevraagd],
    )
    return plekken


def list_vragen(afspraak: Afspraak, plekken: Mapping[int, Sequence[int]]) -> list[Planvraag]:
    """Return who would be asked for which Plek; short where the plan and the lesson differ."""
    begin = get_begin(afspraak)
    return [
        Planvraag(plek_id, int(wie), begin)
        for plek_id, wie in zip(plekken.get(int(afspraak.les), ()), afspraak.wie, strict=False)
        if wie.isdecimal()
    ]


def beloof_lessen(
    *, nummers: Collection[int], weken_vooraf: int, nu: datetime, door: Gebruiker | None
) -> list[int]:
    """Promise these locked lessons to their schools, with one letter per request; once each.

    Returns which were promised now; not those that have a moment, or whose contact may not ask.
    """
    boekingen = (
        Boeking.objects.filter(
            pk__in=nummers,
            status=BoekingStatus.TE_PLANNEN.value,
            beloofd_op__isnull=True,
            aanvraag__contactpersoon__status=ContactStatus.TOEGELATEN.value,
        )
        .select_related("aanvraag__contactpersoon__gebruiker", "aanvraag__contactpersoon__school")
        .prefetch_related("groepen")
        .order_by("aanvraag_id", "nummer", "pk")
    )
    uit = []
    for _, groep in groupby(boekingen, key=lambda boeking: boeking.aanvraag_id):
        lessen = list(groep)
        for boeking in lessen:
            boeking.beloofd_op = nu
            boeking.save(update_fields=["beloofd_op"])
            noteer(
                onderwerp_soort="belofte",
                onderwerp_id=boeking.pk,
                wat="beloofd",
                door=door,
                nu=nu,
            )
            uit.append(boeking.pk)
        zet_beloftebrief_klaar(
            aanvraag=lessen[0].aanvraag, boekingen=lessen, weken=weken_vooraf, nu=nu
        )
    return uit


def pas_afspraak_toe(
    afspraak: Afspraak,
    *,
    plekken: Mapping[int, Sequence[int]],
    bezwaren: Mapping[Planvraag, str],
    nu: datetime,
    door: Gebruiker | None,
) -> bool:
    """Choose the moment and ask everybody; returns False for a lesson that stands there already.

    ``plekken`` are what ``lock_alles`` locked, and ``bezwaren`` why somebody cannot come any more.
    Raises a ``Weigering`` with what changed meanwhile.
    """
    boeking_id = int(afspraak.les)
    if boeking_id not in plekken:
        raise Weigering(BESTAAT_NIET)
    if not all(wie.isdecimal() for wie in afspraak.wie):
        raise Weigering(ONBEKENDE)
    boeking = Boeking.objects.get(pk=boeking_id)
    begin = get_begin(afspraak)
    if boeking.status != BoekingStatus.TE_PLANNEN.value:
        if boeking.begin == begin and boeking.status != BoekingStatus.GEANNULEERD.value:
            return False
        raise Weigering(STAAT_ANDERS)
    if len(plekken[boeking_id]) != len(afspraak.wie):
        raise Weigering(ANDERE_PLEKKEN)
    vragen = list_vragen(afspraak, plekken)
    for vraag in vragen:
        if vraag in bezwaren:
            raise Weigering(bezwaren[vraag])
    stel_moment_voor(boeking_id=boeking_id, begin=begin, nu=nu, door=door)
    for plek_id, wie, _ in vragen:
        nodig_uit(plek_id=plek_id, hoofdrolspeler_id=wie, nu=nu, door=door)
    return True
