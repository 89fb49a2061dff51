"""Reading the log, for the desks that may."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from lesaanbod.models import Gebeurtenis

Onderwerp = tuple[str, object]
Rij = TypeVar("Rij", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logregel:
    """One thing that happened; ``door`` is empty for what the site did by itself."""

    op: datetime
    onderwerp_soort: str
    onderwerp_id: str
    wat: str
    waarom: str
    door: str


def list_gebeurtenissen(onderwerpen: Iterable[Onderwerp]) -> list[Logregel]:
    """Return what happened to these subjects (kind, number), newest first, in one query."""
    rijen = filter_onderwerpen(Gebeurtenis.objects.select_related("door"), onderwerpen)
    return [
        Logregel(
            op=rij.op,
            onderwerp_soort=rij.onderwerp_soort,
            onderwerp_id=rij.onderwerp_id,
            wat=rij.wat,
            waarom=rij.waarom,
            door=str(rij.door) if rij.door else "",
        )
        for rij in rijen.order_by("-op", "-pk")
    ]


def filter_onderwerpen(rijen: QuerySet[Rij], onderwerpen: Iterable[Onderwerp]) -> QuerySet[Rij]:
    """Return the rows about any of these subjects; none where there are no subjects."""
    per_soort: dict[str, list[str]] = defaultdict(list)
    for soort, nummer in onderwerpen:
        per_soort[soort].append(str(nummer))
    gezocht = Q(pk__in=[])
    for soort, nummers in per_soort.items():
        gezocht |= Q(onderwerp_soort=soort, onderwerp_id__in=nummers)
    return rijen.filter(gezocht)
