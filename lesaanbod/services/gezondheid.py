"""Whether the site does its work: database, worker, mail (design.md, section 7, ``/gezond/``)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import DatabaseError
from django.db.models import Min
from django.db.models.functions import Coalesce

from lesaanbod.models import Bericht, Hartslag

WERKER = "werk"
MAX_STILTE = timedelta(minutes=2)
MAX_WACHTTIJD = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezondheid:
    """Which parts work. Nothing more is said to whoever asks."""

    database: bool
    werker: bool
    berichten: bool

    @property
    def is_gezond(self) -> bool:
        """Whether every part works."""
        return self.database and self.werker and self.berichten


def sla_hart(*, nu: datetime) -> None:
    """Write down that the worker is alive at ``nu``."""
    Hartslag.objects.update_or_create(naam=WERKER, defaults={"op": nu})


def get_gezondheid(*, nu: datetime) -> Gezondheid:
    """Return the state of the site at ``nu``; without a database nothing can be known to work.

    Mail is late when one that may leave has waited over a quarter of an hour. What failed for good
    waits for a coördinator and is no fault of the site.
    """
    try:
        hartslag = Hartslag.objects.filter(naam=WERKER).values_list("op", flat=True).first()
        wacht_sinds = Bericht.objects.klaar(nu).aggregate(
            sinds=Min(Coalesce("geclaimd_tot", "volgende_poging"))
        )["sinds"]
    except DatabaseError:
        return Gezondheid(database=False, werker=False, berichten=False)
    return Gezondheid(
        database=True,
        werker=hartslag is not None and nu - hartslag < MAX_STILTE,
        berichten=wacht_sinds is None or nu - wacht_sinds < MAX_WACHTTIJD,
    )
