"""The board: one line per lesson that is not full, one column per role."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from boekingen.domain.dagen import tel_dagen
from boekingen.domain.status import BoekingStatus
from boekingen.models import Boeking, Inzet, Plek, Wens
from boekingen.selectors.boekingen import with_alles
from boekingen.selectors.plekken import get_plekbeeld
from boekingen.selectors.toegang import check_coordinator
from boekingen.selectors.woorden import get_groepen, get_korte_les

RIJEN_PER_PAGINA = 25
BEVESTIGD_VOORUIT = timedelta(days=30)
OPEN = (BoekingStatus.TE_PLANNEN.value, BoekingStatus.VOORGESTELD.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bordfilter:
    """What the board is narrowed to; empty shows every open lesson.

    ``dagen`` is how far ahead; ``status`` is one BoekingStatus, where bevestigd shows the coming
    thirty days.
    """

    wijk_id: int | None = None
    les_id: int | None = None
    dagen: int | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A role that occurs on the board."""

    rol_id: int
    naam: str


@dataclass(frozen=True, slots=True)
class Vak:
    """The places of one role in one lesson, each with its status word; empty: not needed."""

    rol: str
    standen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bordrij:
    """One lesson: where, what, when, who is missing, and how many days are left."""

    boeking_id: int
    school: str
    groepen: str
    les: str
    status: str
    begin: datetime | None
    wens: datetime | None
    vakken: tuple[Vak, ...]
    dagen: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bord:
    """One page of the board."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Bordrij, ...]
    pagina: Page[Any]
    open_plekken: int

    @property
    def lessen(self) -> int:
        """How many lessons there are on all pages."""
        return self.pagina.paginator.count


def get_bord(*, wie: Any, filters: Bordfilter, pagina: str | None, nu: datetime) -> Bord:
    """Return page ``pagina`` (anything from an address bar) of the board.

    Soonest first, by the moment or else the first wish. Raises ``PermissionDenied`` for anybody
    but a coördinator. A constant number of queries.
    """
    check_coordinator(wie)
    boekingen = filter_boekingen(filters, nu=nu)
    paginator = Paginator(with_alles(boekingen), RIJEN_PER_PAGINA)
    blad = paginator.get_page(pagina)
    kolommen = list_kolommen(boekingen)
    return Bord(
        kolommen=kolommen,
        rijen=tuple(build_rij(boeking, kolommen, nu=nu) for boeking in blad),
        pagina=blad,
        open_plekken=tel_open_plekken(boekingen),
    )


def filter_boekingen(filters: Bordfilter, *, nu: datetime) -> QuerySet[Boeking]:
    """Return the bookings the board shows, with ``wens`` and ``wanneer``, in order."""
    wensen = (
        Wens.objects.filter(
            aanvraag=OuterRef("aanvraag"),
            onderdeel_sleutel=OuterRef("onderdeel_sleutel"),
            begin__gt=nu,
        )
        .order_by()
        .values("aanvraag")
        .annotate(eerste=Min("begin"))
    )
    boekingen = Boeking.objects.filter(build_status(filters.status, nu=nu)).annotate(
        wens=Subquery(wensen.values("eerste")), wanneer=Coalesce("begin", "wens")
    )
    if filters.wijk_id is not None:
        boekingen = boekingen.filter(aanvraag__contactpersoon__school__wijk_id=filters.wijk_id)
    if filters.les_id is not None:
        boekingen = boekingen.filter(les_id=filters.les_id)
    if filters.dagen is not None:
        boekingen = boekingen.filter(wanneer__lte=nu + timedelta(days=filters.dagen))
    return boekingen.order_by("wanneer", "pk")


def build_status(status: str, *, nu: datetime) -> Q:
    """Return the condition for one status, or for everything that is open."""
    if status == BoekingStatus.BEVESTIGD.value:
        return Q(status=status, begin__gt=nu, begin__lte=nu + BEVESTIGD_VOORUIT)
    return Q(status=status) if status in OPEN else Q(status__in=OPEN)


def list_kolommen(boekingen: QuerySet[Boeking]) -> tuple[Kolom, ...]:
    """Return the roles that these bookings need, in the order of the catalogue."""
    rollen = (
        Plek.objects.filter(boeking__in=boekingen.order_by().values("pk"))
        .order_by("rol__volgorde", "rol__naam")
        .values_list("rol_id", "rol__naam", "rol__volgorde")
        .distinct()
    )
    return tuple(Kolom(rol_id, naam) for rol_id, naam, _ in rollen)


def tel_open_plekken(boekingen: QuerySet[Boeking]) -> int:
    """Return how many places nobody said yes to."""
    gevuld = Inzet.objects.filter(vastlegging__isnull=False).values("plek")
    plekken = Plek.objects.filter(boeking__in=boekingen.order_by().values("pk"))
    return plekken.exclude(pk__in=gevuld).count()


def build_rij(boeking: Any, kolommen: tuple[Kolom, ...], *, nu: datetime) -> Bordrij:
    """Return one line; ``boeking`` comes with everything and the annotations above."""
    return Bordrij(
        boeking_id=boeking.pk,
        school=boeking.aanvraag.contactpersoon.school.naam,
        groepen=get_groepen(boeking),
        les=get_korte_les(boeking),
        status=boeking.status,
        begin=boeking.begin,
        wens=boeking.wens,
        vakken=tuple(build_vak(boeking, kolom, nu=nu) for kolom in kolommen),
        dagen=tel_dagen(van=nu, tot=boeking.wanneer) if boeking.wanneer else None,
    )


def build_vak(boeking: Boeking, kolom: Kolom, *, nu: datetime) -> Vak:
    """Return the places of one role; without a moment nobody can be asked yet."""
    standen = tuple(
        get_plekbeeld(plek, begin=boeking.begin, nu=nu).stand.value
        for plek in boeking.plekken.all()
        if plek.rol_id == kolom.rol_id
    )
    return Vak(kolom.naam, standen)
