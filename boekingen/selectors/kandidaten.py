"""Who can come to a lesson: the people of a role, weighed for one Plek at one moment.

For the desk only; a school never sees any of this.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Count, Q

from boekingen.domain.rangschikking import Dossier, Gevraagd, Rangschikking, rangschik
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.domain.telvensters import build_telvensters
from boekingen.models import Boeking, Inzet, Plek
from boekingen.selectors.boekingen import get_plaats, list_andere_lessen
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import list_personen

OMGEVING = timedelta(hours=12)
AL_GEVRAAGD = {
    InzetStatus.UITGENODIGD: "is al gevraagd",
    InzetStatus.TOEGEZEGD: "komt al in deze les",
    InzetStatus.AFGEWEZEN: "kan niet op dit moment",
    InzetStatus.VERLOPEN: "gaf geen antwoord",
    InzetStatus.AFGEMELD: "heeft zich afgemeld",
}


@dataclass(frozen=True, slots=True)
class Bezetting:
    """How many people of one role a lesson needs, and how many could come at a moment."""

    rol: str
    nodig: int
    kunnen: int


@dataclass(frozen=True, slots=True)
class Lestelling:
    """How many lessons one person gives on the day, in the week, month and school year asked."""

    dag: int = 0
    week: int = 0
    maand: int = 0
    schooljaar: int = 0


def tel_kandidaten(*, boeking: Boeking, begin: datetime, nu: datetime) -> tuple[Bezetting, ...]:
    """Return for every role of ``boeking`` how many people could come at ``begin``.

    ``boeking`` comes with everything. Thirteen queries per role, however many people.
    """
    per_rol: dict[int, list[Plek]] = defaultdict(list)
    for plek in boeking.plekken.all():
        per_rol[plek.rol_id].append(plek)
    return tuple(
        Bezetting(
            plekken[0].rol.naam,
            len(plekken),
            len(
                rangschik_voor_plek(boeking=boeking, plek=plekken[0], begin=begin, nu=nu).kandidaten
            ),
        )
        for plekken in per_rol.values()
    )


def rangschik_voor_plek(
    *, boeking: Boeking, plek: Plek, begin: datetime, nu: datetime
) -> Rangschikking:
    """Return the people with the role of ``plek``, ranked for a lesson that begins at ``begin``.

    Who must know it sooner than from ``nu`` on, is not among the candidates.

    ``boeking`` comes with everything (``with_alles``). Thirteen queries, however many people.
    """
    moment = Tijdvak(begin, begin + timedelta(minutes=boeking.duur))
    omgeving = Tijdvak(moment.begin - OMGEVING, moment.eind + OMGEVING)
    personen = zonder_deze_les(list_personen(rol_id=plek.rol_id, venster=omgeving), boeking=boeking)
    gevraagd = Gevraagd(
        rol_id=plek.rol_id,
        niveau_ids=frozenset(groep.niveau_id for groep in boeking.groepen.all()),
        plaats=get_plaats(boeking),
        moment=moment,
        les_id=boeking.les_id,
        vandaag=nu.astimezone(ZONE).date(),
    )
    dossiers = build_dossiers(
        boeking=boeking, ids=[persoon.id for persoon in personen], moment=moment, omgeving=omgeving
    )
    return rangschik(personen, gevraagd, dossiers)


def zonder_deze_les(personen: list[Persoon], *, boeking: Boeking) -> list[Persoon]:
    """Return the same people without the time they give to this lesson itself."""
    eigen = defaultdict(set)
    for plek in boeking.plekken.all():
        for inzet in plek.inzetten.all():
            if inzet.status == InzetStatus.TOEGEZEGD.value:
                eigen[inzet.hoofdrolspeler_id].add(Tijdvak(inzet.begin, inzet.eind))
    return [
        replace(persoon, bezet=tuple(t for t in persoon.bezet if t not in eigen[persoon.id]))
        for persoon in personen
    ]


def build_dossiers(
    *, boeking: Boeking, ids: Collection[int], moment: Tijdvak, omgeving: Tijdvak
) -> dict[int, Dossier]:
    """Return what the programme knows of each person around the moment."""
    lessen = list_andere_lessen(
        hoofdrolspeler_ids=ids, van=omgeving.begin, tot=omgeving.eind, behalve=boeking
    )
    tellingen = tel_lessen(ids=ids, moment=moment.begin, behalve=boeking)
    bekend = list_bekenden(ids=ids, school_id=boeking.aanvraag.contact.school_id)
    gevraagd = list_al_gevraagd(boeking=boeking, moment=moment)
    return {
        id_: Dossier(
            andere_lessen=lessen.get(id_, ()),
            lessen_deze_dag=tellingen[id_].dag,
            lessen_deze_week=tellingen[id_].week,
            lessen_deze_maand=tellingen[id_].maand,
            lessen_dit_schooljaar=tellingen[id_].schooljaar,
            kent_school=id_ in bekend,
            al_gevraagd=gevraagd[id_],
        )
        for id_ in ids
    }


def tel_lessen_in_maand(
    *, ids: Collection[int], moment: datetime, behalve: Boeking | None = None
) -> Counter[int]:
    """Return how many lessons each person gives in the calendar month (Utrecht) of ``moment``."""
    tellingen = tel_lessen(ids=ids, moment=moment, behalve=behalve)
    return Counter({id_: telling.maand for id_, telling in tellingen.items()})


def tel_lessen(
    *, ids: Collection[int], moment: datetime, behalve: Boeking | None = None
) -> defaultdict[int, Lestelling]:
    """Return the lessons of each person around ``moment``, all by the calendar of Utrecht.

    Weeks begin on Monday (ISO 8601) and cross months and years; a school year ends on 31 July. One
    query.
    """
    tellers = {
        naam: Q(begin__gte=tijdvak.begin, begin__lt=tijdvak.eind)
        for naam, tijdvak in build_telvensters(moment).items()
    }
    inzetten = Inzet.objects.filter(
        reduce(or_, tellers.values()),
        hoofdrolspeler_id__in=ids,
        status=InzetStatus.TOEGEZEGD.value,
    )
    if behalve is not None:
        inzetten = inzetten.exclude(plek__boeking=behalve)
    rijen = (
        inzetten.order_by()
        .values_list("hoofdrolspeler_id")
        .annotate(**{naam: Count("pk", filter=vraag) for naam, vraag in tellers.items()})
    )
    return defaultdict(Lestelling, {rij[0]: Lestelling(*rij[1:]) for rij in rijen})


def list_bekenden(*, ids: Collection[int], school_id: int) -> set[int]:
    """Return who of these people gave a lesson at this school before."""
    return set(
        Inzet.objects.filter(
            hoofdrolspeler_id__in=ids,
            status=InzetStatus.TOEGEZEGD.value,
            plek__boeking__status=BoekingStatus.GEGEVEN.value,
            plek__boeking__aanvraag__contactpersoon__school_id=school_id,
        ).values_list("hoofdrolspeler_id", flat=True)
    )


def list_al_gevraagd(*, boeking: Boeking, moment: Tijdvak) -> dict[int, str]:
    """Return in words how each person was already asked for this booking at ``moment``.

    An answer counts for the moment it was about: who comes now may also come after a move, and who
    could not come may be able to.
    """
    woorden: dict[int, str] = defaultdict(str)
    for plek in boeking.plekken.all():
        for inzet in plek.inzetten.all():
            status = InzetStatus(inzet.status)
            if status in AL_GEVRAAGD and inzet.begin == moment.begin:
                woorden[inzet.hoofdrolspeler_id] = AL_GEVRAAGD[status]
    return woorden
