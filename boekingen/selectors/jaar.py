"""The year of a hoofdrolspeler: what was given, for the person and for the employer.

Only lessons that were given count, and only those the person came to. A school is named; nobody at
it is.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.schooljaar import Schooljaar, get_schooljaar
from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.models import Inzet
from boekingen.selectors.inzetten import with_boeking
from hoofdrolspelers.domain.zichtbaarheid import MINSTENS_ACHTER_EEN_AANTAL


@dataclass(frozen=True, slots=True, kw_only=True)
class GegevenLes:
    """One lesson that was given."""

    begin: datetime
    eind: datetime
    les: str
    school: str
    leerlingen: int

    @property
    def minuten(self) -> int:
        """How long it took, without the way."""
        return int((self.eind - self.begin).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Lessoort:
    """All lessons of one name together."""

    les: str
    lessen: tuple[GegevenLes, ...]

    @property
    def minuten(self) -> int:
        """How long they took together."""
        return sum(les.minuten for les in self.lessen)

    @property
    def uren(self) -> str:
        """How many hours that is, as a person writes it: «1,5»."""
        return f"{self.minuten / 60:.1f}".removesuffix(".0").replace(".", ",")

    @property
    def leerlingen(self) -> int:
        """How many pupils were there."""
        return sum(les.leerlingen for les in self.lessen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarbeeld:
    """One school year.

    ``gemiddeld`` is how often the others of the role were asked, where enough people are behind it
    to say nothing of one.
    """

    schooljaar: Schooljaar
    lessen: tuple[GegevenLes, ...]
    gevraagd: int
    gemiddeld: int | None

    @property
    def soorten(self) -> list[Lessoort]:
        """The lessons by name, the most given first."""
        per_les: dict[str, list[GegevenLes]] = defaultdict(list)
        for les in self.lessen:
            per_les[les.les].append(les)
        soorten = [Lessoort(naam, tuple(lessen)) for naam, lessen in per_les.items()]
        return sorted(soorten, key=lambda soort: (-len(soort.lessen), soort.les))

    @property
    def totaal(self) -> Lessoort:
        """Everything together."""
        return Lessoort("Samen", self.lessen)


def get_jaarbeeld(hoofdrolspeler: Any, *, schooljaar: Schooljaar) -> Jaarbeeld:
    """Return the year of this person; a constant number of queries."""
    inzetten = Inzet.objects.filter(begin__gte=schooljaar.begin, begin__lt=schooljaar.eind)
    gegeven = inzetten.filter(
        hoofdrolspeler=hoofdrolspeler,
        status=InzetStatus.TOEGEZEGD.value,
        niet_verschenen=False,
        plek__boeking__status=BoekingStatus.GEGEVEN.value,
    )
    lessen = tuple(_build_les(inzet) for inzet in with_boeking(gegeven).order_by("begin", "pk"))
    gevraagd, gemiddeld = _tel_vragen(inzetten, hoofdrolspeler)
    return Jaarbeeld(schooljaar=schooljaar, lessen=lessen, gevraagd=gevraagd, gemiddeld=gemiddeld)


def list_schooljaren(hoofdrolspeler: Any, *, nu: datetime) -> list[Schooljaar]:
    """Return this school year, and the earlier ones in which this person gave lessons."""
    dit = get_schooljaar(nu.astimezone(ZONE).date())
    momenten = Inzet.objects.filter(
        hoofdrolspeler=hoofdrolspeler, plek__boeking__status=BoekingStatus.GEGEVEN.value
    ).values_list("begin", flat=True)
    jaren = {get_schooljaar(begin.astimezone(ZONE).date()) for begin in momenten}
    return sorted({dit, *jaren}, reverse=True)


def _build_les(inzet: Inzet) -> GegevenLes:
    boeking = inzet.plek.boeking
    return GegevenLes(
        begin=inzet.begin,
        eind=inzet.eind,
        les=boeking.aanvraag.les_titel,
        school=boeking.aanvraag.contact.school.naam,
        leerlingen=sum(groep.leerlingen for groep in boeking.groepen.all()),
    )


def _tel_vragen(inzetten: Any, hoofdrolspeler: Any) -> tuple[int, int | None]:
    """Return how often this person was asked, and the others of the same roles on average."""
    rollen = inzetten.filter(hoofdrolspeler=hoofdrolspeler).values("plek__rol")
    per_mens = dict(
        inzetten.filter(plek__rol__in=rollen)
        .order_by()
        .values_list("hoofdrolspeler")
        .annotate(aantal=Count("pk"))
    )
    eigen = per_mens.pop(hoofdrolspeler.pk, 0)
    if len(per_mens) < MINSTENS_ACHTER_EEN_AANTAL:
        return eigen, None
    return eigen, round(sum(per_mens.values()) / len(per_mens))
