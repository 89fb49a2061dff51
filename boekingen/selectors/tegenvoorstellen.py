"""Other moments that hoofdrolspelers proposed, as the desk sees them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from boekingen.domain.schooldagen import ZONE, beoordeel_moment
from boekingen.domain.status import BoekingStatus, InzetStatus, VoorstelStatus
from boekingen.models import Boeking, Inzet, Tegenmoment, Tegenvoorstel
from boekingen.selectors.dingen import Ding
from boekingen.selectors.toegang import check_coordinator
from boekingen.selectors.woorden import get_groepen, get_korte_les
from lesaanbod.domain.datums import format_dag
from lesaanbod.domain.taal import opsomming

TE_BEOORDELEN = (BoekingStatus.TE_PLANNEN.value, BoekingStatus.VOORGESTELD.value)


@dataclass(frozen=True, slots=True)
class Momentoordeel:
    """One proposed moment, and why the school cannot then (empty: it can)."""

    begin: datetime
    eind: datetime
    bezwaar: str
    waarschuwing: str

    @property
    def waarde(self) -> str:
        """Return the moment as a form sends it."""
        return self.begin.isoformat()


def filter_voorstellen(*, nu: datetime) -> QuerySet[Tegenvoorstel]:
    """Return the proposals that wait for an answer, while one of their moments is still to come.

    Not those whose place somebody fills: they end by themselves.
    """
    gevuld = Inzet.objects.filter(plek=OuterRef("inzet__plek"), status=InzetStatus.TOEGEZEGD.value)
    te_komen = Tegenmoment.objects.filter(voorstel=OuterRef("pk"), begin__gt=nu)
    return Tegenvoorstel.objects.filter(
        ~Exists(gevuld),
        Exists(te_komen),
        status=VoorstelStatus.OPEN.value,
        inzet__plek__boeking__status__in=TE_BEOORDELEN,
    )


def list_voorstellen(*, nu: datetime) -> Iterator[Ding]:
    """Yield the proposals that wait for an answer. For ``list_dingen`` only."""
    voorstellen = (
        filter_voorstellen(nu=nu)
        .select_related(
            "inzet__plek__rol", "inzet__plek__boeking__aanvraag__contactpersoon__school"
        )
        .prefetch_related("momenten", "inzet__plek__boeking__groepen")
    )
    for voorstel in voorstellen:
        momenten = [moment.begin for moment in voorstel.momenten.all() if moment.begin > nu]
        yield build_ding(voorstel, momenten)


def build_ding(voorstel: Tegenvoorstel, momenten: list[datetime]) -> Ding:
    """Return the line of Vandaag; the first moment at stake gives its place."""
    inzet = voorstel.inzet
    boeking = inzet.plek.boeking
    school = boeking.aanvraag.contact.school.naam
    dagen = dict.fromkeys(format_dag(moment) for moment in momenten)
    return Ding(
        status="tegenvoorstel",
        woord="ander moment",
        kop=f"Een {inzet.plek.rol.naam} voor {school}, {get_groepen(boeking)} kan wel op "
        f"{opsomming(dagen)}",
        uitleg=(get_korte_les(boeking), f"niet op {format_dag(inzet.begin)}"),
        knop="Bekijk het voorstel",
        adres="boekingen:planning_boeking",
        nummer=boeking.pk,
        voor=min(inzet.begin, *momenten),
    )


@dataclass(frozen=True, slots=True)
class Voorstelbeeld:
    """One proposal with its moments, judged."""

    voorstel: Tegenvoorstel
    momenten: list[Momentoordeel]


def list_voorstelbeelden(*, wie: Any, boeking: Boeking, nu: datetime) -> list[Voorstelbeeld]:
    """Return the proposals for a booking that wait, oldest first. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    voorstellen = Tegenvoorstel.objects.filter(
        inzet__plek__boeking=boeking, status=VoorstelStatus.OPEN.value
    )
    return [
        Voorstelbeeld(een, beoordeel_momenten(voorstel=een, boeking=boeking, nu=nu))
        for een in _with_alles(voorstellen)
    ]


def get_voorstel(*, wie: Any, voorstel_id: int) -> Tegenvoorstel | None:
    """Return one proposal, or None. Raises ``PermissionDenied`` for who is no coördinator."""
    check_coordinator(wie)
    return _with_alles(Tegenvoorstel.objects.filter(pk=voorstel_id)).first()


def _with_alles(voorstellen: QuerySet[Tegenvoorstel]) -> QuerySet[Tegenvoorstel]:
    momenten = Prefetch("momenten", queryset=Tegenmoment.objects.order_by("begin"))
    return (
        voorstellen.select_related("inzet__hoofdrolspeler__gebruiker", "inzet__plek__rol")
        .prefetch_related(momenten)
        .order_by("pk")
    )


def beoordeel_momenten(
    *, voorstel: Tegenvoorstel, boeking: Boeking, nu: datetime
) -> list[Momentoordeel]:
    """Return the proposed moments, judged by the days and hours of the school."""
    aanvraag = boeking.aanvraag
    verhinderd = list(aanvraag.verhinderdata.values_list("datum", flat=True))
    oordelen = []
    for moment in voorstel.momenten.all():
        oordeel = beoordeel_moment(
            begin_lokaal=moment.begin.astimezone(ZONE).replace(tzinfo=None),
            duur=boeking.duur,
            regio=aanvraag.contact.school.vakantieregio,
            verhinderdata=verhinderd,
            nu=nu,
            min_dagen_vooraf=0,
            avond=boeking.in_avond,
        )
        eind = moment.begin + timedelta(minutes=boeking.duur)
        oordelen.append(
            Momentoordeel(moment.begin, eind, oordeel.reden or "", oordeel.waarschuwing or "")
        )
    return oordelen
