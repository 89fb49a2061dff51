"""Who can come to a lesson: the people of a role, weighed for one Plek at one moment.

For the desk only; a school never sees any of this.
"""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db.models import Count

from boekingen.domain.rangschikking import Dossier, Gevraagd, Rangschikking, rangschik
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import BoekingStatus, InzetStatus
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


def tel_kandidaten(*, boeking: Boeking, begin: datetime) -> tuple[Bezetting, ...]:
    """Return for every role of ``boeking`` how many people could come at ``begin``.

    ``boeking`` comes with everything. Eleven queries per role, however many people.
    """
    per_rol: dict[int, list[Plek]] = defaultdict(list)
    for plek in boeking.plekken.all():
        per_rol[plek.rol_id].append(plek)
    return tuple(
        Bezetting(
            plekken[0].rol.naam,
            len(plekken),
            len(rangschik_voor_plek(boeking=boeking, plek=plekken[0], begin=begin).kandidaten),
        )
        for plekken in per_rol.values()
    )


def rangschik_voor_plek(*, boeking: Boeking, plek: Plek, begin: datetime) -> Rangschikking:
    """Return the people with the role of ``plek``, ranked for a lesson that begins at ``begin``.

    ``boeking`` comes with everything (``with_alles``). Eleven queries, however many people.
    """
    moment = Tijdvak(begin, begin + timedelta(minutes=boeking.duur))
    omgeving = Tijdvak(moment.begin - OMGEVING, moment.eind + OMGEVING)
    personen = zonder_deze_les(list_personen(rol_id=plek.rol_id, venster=omgeving), boeking=boeking)
    gevraagd = Gevraagd(
        rol_id=plek.rol_id,
        niveau_ids=frozenset(groep.niveau_id for groep in boeking.groepen.all()),
        plaats=get_plaats(boeking),
        moment=moment,
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
    per_maand = tel_lessen_in_maand(ids=ids, moment=moment.begin, behalve=boeking)
    bekend = list_bekenden(ids=ids, school_id=boeking.aanvraag.contact.school_id)
    gevraagd = list_al_gevraagd(boeking=boeking, moment=moment)
    return {
        id_: Dossier(
            andere_lessen=lessen.get(id_, ()),
            lessen_deze_maand=per_maand[id_],
            kent_school=id_ in bekend,
            al_gevraagd=gevraagd[id_],
        )
        for id_ in ids
    }


def tel_lessen_in_maand(
    *, ids: Collection[int], moment: datetime, behalve: Boeking | None = None
) -> Counter[int]:
    """Return how many lessons each person gives in the calendar month (Utrecht) of ``moment``."""
    eerste = moment.astimezone(ZONE).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    volgende = (eerste + timedelta(days=32)).replace(day=1)
    inzetten = Inzet.objects.filter(
        hoofdrolspeler_id__in=ids,
        status=InzetStatus.TOEGEZEGD.value,
        begin__gte=eerste,
        begin__lt=volgende,
    )
    if behalve is not None:
        inzetten = inzetten.exclude(plek__boeking=behalve)
    rijen = inzetten.order_by().values_list("hoofdrolspeler_id").annotate(aantal=Count("pk"))
    return Counter(dict(rijen))


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
