"""What is due in a week, for the letter to the coördinator: lessons and roles, never people."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import BoekingStatus, ContactStatus
from boekingen.models import Boeking, Contactpersoon, Poststuk
from boekingen.selectors.boekingen import get_toezegging, with_alles
from boekingen.selectors.woorden import get_groepen, get_korte_les
from lesaanbod.domain.datums import format_dag, format_tijd
from lesaanbod.domain.taal import opsomming
from lesaanbod.selectors import list_mislukte_berichten

HOOGSTENS = 40
KOMT_NOG = (BoekingStatus.VOORGESTELD.value, BoekingStatus.BEVESTIGD.value)


@dataclass(frozen=True, slots=True)
class Weekles:
    """One lesson of the week in words."""

    wanneer: str
    waar: str
    hoe: str
    is_vol: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekoverzicht:
    """The week: its lessons in order, and what waits beside them."""

    lessen: tuple[Weekles, ...]
    te_plannen: int
    contacten: int
    post: int
    mails: int

    @property
    def open_lessen(self) -> int:
        """How many lessons still miss somebody."""
        return sum(not les.is_vol for les in self.lessen)

    @property
    def is_leeg(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.lessen or self.contacten or self.post or self.mails or self.te_plannen)


def get_maandag(nu: datetime) -> datetime:
    """Return the Monday, 0.00 hours in Utrecht, of the week of ``nu``."""
    dag = nu.astimezone(ZONE).date()
    return datetime.combine(dag - timedelta(days=dag.weekday()), time(), ZONE)


def get_weekoverzicht(*, nu: datetime) -> Weekoverzicht:
    """Return the week of ``nu`` from now on; a constant number of queries."""
    einde = get_maandag(get_maandag(nu) + timedelta(days=8))
    lessen = with_alles(
        Boeking.objects.filter(status__in=KOMT_NOG, begin__gte=nu, begin__lt=einde)
    ).order_by("begin", "pk")
    return Weekoverzicht(
        lessen=tuple(build_weekles(boeking) for boeking in lessen),
        te_plannen=Boeking.objects.filter(status=BoekingStatus.TE_PLANNEN.value).count(),
        contacten=Contactpersoon.objects.filter(status=ContactStatus.AANGEMELD.value).count(),
        post=Poststuk.objects.filter(voor_bureau=True, afgehandeld_op__isnull=True).count(),
        mails=len(list_mislukte_berichten()),
    )


def build_weekles(boeking: Boeking) -> Weekles:
    """Return one lesson in words: who is missing by role, never who comes."""
    assert boeking.begin is not None  # noqa: S101  # the filter asked for it
    open_ = [plek.rol.naam for plek in boeking.plekken.all() if not get_toezegging(plek)]
    stand = f"er ontbreekt nog een {opsomming(open_)}" if open_ else "iedereen is gevonden"
    school = boeking.aanvraag.contact.school.naam
    return Weekles(
        wanneer=f"{format_dag(boeking.begin)}, {format_tijd(boeking.begin)}",
        waar=f"{school}, {get_groepen(boeking)}",
        hoe=f"{get_korte_les(boeking)}: {stand}",
        is_vol=not open_,
    )
