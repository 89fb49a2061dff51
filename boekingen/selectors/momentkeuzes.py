"""The wishes of a school for one lesson, as moments a coördinator can choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from boekingen.domain.kandidaat import Rangschikking
from boekingen.domain.lesvolgorde import Lesmoment, beoordeel_volgorde
from boekingen.domain.rangschikking import MomentKandidaat, rangschik_over
from boekingen.domain.schooldagen import ZONE, Oordeel, beoordeel_moment
from boekingen.domain.termijnen import get_begin_voor_groep
from boekingen.models import Boeking
from boekingen.selectors.kandidaten import Bezetting, tel_kandidaten
from boekingen.selectors.series import list_lesmomenten
from boekingen.selectors.toegang import check_coordinator

METEEN_ZICHTBAAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Momentkeuze:
    """One wish: when this class would have the lesson, and whether that can be.

    ``bezwaar`` is set when it cannot. ``volgorde`` is set when it only breaks the order of the
    series, which a coördinator may override with a reason.
    """

    voorkeur: int
    begin: datetime
    eind: datetime
    bezwaar: str = ""
    volgorde: str = ""
    waarschuwing: str = ""
    bezetting: tuple[Bezetting, ...] = ()

    @property
    def waarde(self) -> str:
        """What a form sends back: the instant in UTC."""
        return self.begin.astimezone(UTC).isoformat()


@dataclass(frozen=True, slots=True)
class Wensrang:
    """Of one role: who can come over all wishes, the best first, and how many more there are."""

    rol: str
    eerste: tuple[MomentKandidaat, ...]
    meer: int


def rangschik_over_wensen(keuzes: Sequence[Momentkeuze]) -> list[Wensrang]:
    """Return per role who can come to which wish; wishes that cannot be have nobody. No query."""
    rollen = dict.fromkeys(een.rol for keuze in keuzes for een in keuze.bezetting)
    rangen = []
    for rol in rollen:
        rij = rangschik_over(
            [
                Rangschikking(
                    tuple(k for een in keuze.bezetting if een.rol == rol for k in een.kandidaten),
                    (),
                )
                for keuze in keuzes
            ]
        )
        rangen.append(
            Wensrang(rol, tuple(rij[:METEEN_ZICHTBAAR]), max(len(rij) - METEEN_ZICHTBAAR, 0))
        )
    return rangen


def list_momentkeuzes(*, wie: Any, boeking: Boeking, nu: datetime) -> list[Momentkeuze]:
    """Return the wishes for a booking (with everything), in order of preference.

    Classes that have the lesson after each other get it one after the other from the wish on.
    Raises ``PermissionDenied`` for anybody but a coördinator.
    """
    check_coordinator(wie)
    index = get_index(boeking)
    lesmomenten = list_lesmomenten(boeking)
    verhinderd = list(boeking.aanvraag.verhinderdata.values_list("datum", flat=True))
    keuzes = []
    for wens in boeking.aanvraag.wensen.filter(onderdeel_sleutel=boeking.onderdeel_sleutel):
        begin = get_begin_voor_groep(wens=wens.begin, index=index, duur=boeking.duur)
        keuze = Momentkeuze(
            voorkeur=wens.volgorde, begin=begin, eind=begin + timedelta(minutes=boeking.duur)
        )
        oordeel = beoordeel(boeking, begin=begin, verhinderd=verhinderd, nu=nu)
        keuzes.append(vul_aan(keuze, boeking=boeking, oordeel=oordeel, anderen=lesmomenten, nu=nu))
    return keuzes


def get_index(boeking: Boeking) -> int:
    """Return which class, from 0, this booking is for; 0 when classes join."""
    groepen = list(boeking.groepen.all())
    return groepen[0].volgorde - 1 if len(groepen) == 1 else 0


def beoordeel(boeking: Boeking, *, begin: datetime, verhinderd: list[Any], nu: datetime) -> Oordeel:
    """Judge the day and the time, as ``services.momenten`` will."""
    return beoordeel_moment(
        begin_lokaal=begin.astimezone(ZONE).replace(tzinfo=None),
        duur=boeking.duur,
        regio=boeking.aanvraag.contact.school.vakantieregio,
        verhinderdata=verhinderd,
        nu=nu,
        min_dagen_vooraf=0,
        avond=boeking.in_avond,
    )


def vul_aan(
    keuze: Momentkeuze,
    *,
    boeking: Boeking,
    oordeel: Oordeel,
    anderen: list[Lesmoment],
    nu: datetime,
) -> Momentkeuze:
    """Return the wish with its judgement and, if it can be, with who could come."""
    dit = Lesmoment(nummer=boeking.nummer, begin=keuze.begin, eind=keuze.eind)
    volgorde = beoordeel_volgorde([*anderen, dit], boeking.min_dagen_tussen)
    return Momentkeuze(
        voorkeur=keuze.voorkeur,
        begin=keuze.begin,
        eind=keuze.eind,
        bezwaar=oordeel.reden or "",
        volgorde="" if oordeel.reden else volgorde.reden or "",
        waarschuwing=oordeel.waarschuwing or "",
        bezetting=(
            tel_kandidaten(boeking=boeking, begin=keuze.begin, nu=nu) if oordeel.mag else ()
        ),
    )
