"""Who can come to a lesson: the people of a role, weighed for one Plek at one moment.

The masks of the day find who may be free (``list_mogelijke_ids``); only those are read and weighed
exactly. For the desk only; a school never sees any of this.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db.models import Count

from boekingen.domain.ja_kans import leer_kans
from boekingen.domain.rangschikking import (
    AndereLes,
    Dossier,
    Gevraagd,
    Kandidaat,
    Rangschikking,
    rangschik,
)
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import InzetStatus
from boekingen.domain.telvensters import build_telvensters
from boekingen.models import Boeking, Inzet, Plek, Schoolblokkade
from boekingen.selectors.boekingen import get_plaats
from boekingen.selectors.lesboek import Lesboek, lees_lesboek
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import list_personen
from hoofdrolspelers.selectors.dagen import Dagvraag, list_anderen_met_rol, list_mogelijke_ids

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
    """How many people of one role a lesson needs, and who could come at a moment, in order."""

    rol: str
    nodig: int
    kandidaten: tuple[Kandidaat, ...]

    @property
    def kunnen(self) -> int:
        """How many people could come."""
        return len(self.kandidaten)


def tel_kandidaten(*, boeking: Boeking, begin: datetime, nu: datetime) -> tuple[Bezetting, ...]:
    """Return for every role of ``boeking`` who could come at ``begin``.

    ``boeking`` comes with everything. Ten queries per role, however many people.
    """
    per_rol: dict[int, list[Plek]] = defaultdict(list)
    for plek in boeking.plekken.all():
        per_rol[plek.rol_id].append(plek)
    return tuple(
        Bezetting(
            plekken[0].rol.naam,
            len(plekken),
            rangschik_voor_plek(boeking=boeking, plek=plekken[0], begin=begin, nu=nu).kandidaten,
        )
        for plekken in per_rol.values()
    )


def rangschik_voor_plek(
    *, boeking: Boeking, plek: Plek, begin: datetime, nu: datetime, anderen: int = 0
) -> Rangschikking:
    """Return the people with the role of ``plek``, ranked for a lesson that begins at ``begin``.

    Who must know it sooner than from ``nu`` on, is not among the candidates. Whom the masks of the
    day leave out cannot come; at most ``anderen`` of those are read too, to say why.

    ``boeking`` comes with everything (``with_alles``). Ten queries, however many people; one
    more with ``anderen``.
    """
    moment = Tijdvak(begin, begin + timedelta(minutes=boeking.duur))
    vraag = build_dagvraag(boeking=boeking, rol_id=plek.rol_id, moment=moment)
    ids = list_mogelijke_ids(vraag)
    # Their time for this lesson itself is in the masks; it is given back when the lesson is moved.
    ids += list_komende_ids(boeking)
    buiten = 0
    if anderen:
        rest, buiten = list_anderen_met_rol(
            rol_id=plek.rol_id, wijk_id=vraag.wijk_id, behalve=ids, hoogstens=anderen
        )
        ids += rest
    personen = list_personen(rol_id=plek.rol_id, venster=moment, ids=ids)
    uitkomst = rangschik_uit(
        boeking=boeking,
        rol_id=plek.rol_id,
        moment=moment,
        personen=personen,
        lesboek=lees_lesboek(ids=[persoon.id for persoon in personen], nu=nu),
        blokkades=list_blokkades(school_ids=[boeking.aanvraag.contact.school_id]),
        nu=nu,
    )
    return replace(uitkomst, niet_genoemd=buiten)


def rangschik_uit(
    *,
    boeking: Boeking,
    rol_id: int,
    moment: Tijdvak,
    personen: Sequence[Persoon],
    lesboek: Lesboek,
    blokkades: Mapping[tuple[int, int], str],
    nu: datetime,
) -> Rangschikking:
    """Return these people, whose time at ``moment`` is known, ranked. No query.

    ``boeking`` comes with everything.
    """
    gevraagd = Gevraagd(
        rol_id=rol_id,
        niveau_ids=frozenset(groep.niveau_id for groep in boeking.groepen.all()),
        plaats=get_plaats(boeking),
        moment=moment,
        les_id=boeking.les_id,
        vandaag=nu.astimezone(ZONE).date(),
    )
    school_id = boeking.aanvraag.contact.school_id
    al_gevraagd = list_al_gevraagd(boeking=boeking, moment=moment)
    vensters = tuple(build_telvensters(moment.begin).values())
    dossiers = {
        persoon.id: replace(
            build_dossier(
                lesboek,
                persoon.id,
                behalve=boeking.pk,
                school_id=school_id,
                moment=moment,
                vensters=vensters,
                nu=nu,
            ),
            al_gevraagd=al_gevraagd[persoon.id],
            blokkade=blokkades.get((persoon.id, school_id), ""),
        )
        for persoon in personen
    }
    return rangschik(zonder_deze_les(personen, boeking=boeking), gevraagd, dossiers)


def build_dagvraag(*, boeking: Boeking, rol_id: int, moment: Tijdvak) -> Dagvraag:
    """Return what a booking (with everything) asks, for the first sieve."""
    return Dagvraag(
        moment=moment,
        rol_id=rol_id,
        wijk_id=get_plaats(boeking).wijk_id,
        niveau_ids=frozenset(groep.niveau_id for groep in boeking.groepen.all()),
        les_id=boeking.les_id,
    )


def get_omgeving(moment: Tijdvak) -> Tijdvak:
    """Return the stretch in which other lessons can matter for travel."""
    return Tijdvak(moment.begin - OMGEVING, moment.eind + OMGEVING)


def list_komende_ids(boeking: Boeking) -> list[int]:
    """Return who comes to this booking, from prefetched rows."""
    return [
        inzet.hoofdrolspeler_id
        for plek in boeking.plekken.all()
        for inzet in plek.inzetten.all()
        if inzet.status == InzetStatus.TOEGEZEGD.value
    ]


def zonder_deze_les(personen: Sequence[Persoon], *, boeking: Boeking) -> list[Persoon]:
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


def build_dossier(
    lesboek: Lesboek,
    id_: int,
    *,
    behalve: int,
    school_id: int,
    moment: Tijdvak,
    vensters: tuple[Tijdvak, ...],
    nu: datetime,
) -> Dossier:
    """Return what the lesboek says of one person; the booking ``behalve`` does not count."""
    omgeving = get_omgeving(moment)
    lessen = [les for les in lesboek.lessen.get(id_, ()) if les.boeking_id != behalve]
    antwoorden = lesboek.antwoorden.get(id_, [])
    begins = [les.begin for les in lessen]
    dag, week, maand, schooljaar = (
        sum(venster.begin <= begin < venster.eind for begin in begins) for venster in vensters
    )
    return Dossier(
        andere_lessen=tuple(
            AndereLes(tijdvak=Tijdvak(les.begin, les.eind), plaats=les.plaats)
            for les in lessen
            if les.begin < omgeving.eind and les.eind > omgeving.begin
        ),
        lessen_deze_dag=dag,
        lessen_deze_week=week,
        lessen_deze_maand=maand,
        lessen_dit_schooljaar=schooljaar,
        kent_school=any(les.is_gegeven and les.school_id == school_id for les in lessen),
        vorige_les=max((begin for begin in begins if begin < moment.begin), default=None),
        kans=leer_kans(antwoorden, nu=nu),
        ja=sum(antwoord.ja for antwoord in antwoorden),
        gevraagd=len(antwoorden),
    )


def list_blokkades(*, school_ids: Collection[int]) -> dict[tuple[int, int], str]:
    """Return why people do not come to these schools, by person and school. One query."""
    rijen = Schoolblokkade.objects.filter(school__in=school_ids).order_by()
    return {
        (persoon_id, school_id): reden
        for persoon_id, school_id, reden in rijen.values_list(
            "hoofdrolspeler_id", "school_id", "reden"
        )
    }


def tel_lessen_in_maand(*, ids: Collection[int], moment: datetime) -> Counter[int]:
    """Return how many lessons each person gives in the calendar month (Utrecht) of ``moment``."""
    maand = build_telvensters(moment)["maand"]
    rijen = (
        Inzet.objects.filter(
            hoofdrolspeler_id__in=ids,
            status=InzetStatus.TOEGEZEGD.value,
            begin__gte=maand.begin,
            begin__lt=maand.eind,
        )
        .order_by()
        .values_list("hoofdrolspeler_id")
        .annotate(aantal=Count("pk"))
    )
    return Counter(dict(rijen))


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
