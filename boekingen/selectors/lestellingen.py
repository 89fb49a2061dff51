"""What the editors of lessons may know of bookings: numbers, never a name, a school or a date."""

from collections import Counter

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model
from django.db.models.deletion import Collector, ProtectedError, RestrictedError

from boekingen.domain.lesafwijking import Boekingtelling, Deelopzet
from boekingen.domain.status import BoekingStatus
from boekingen.models import Aanvraag, Boeking
from lesaanbod.domain.lesfeiten import Gast

# A booking that can still lead to a lesson.
OPEN = [
    status.value
    for status in (BoekingStatus.TE_PLANNEN, BoekingStatus.VOORGESTELD, BoekingStatus.BEVESTIGD)
]


def tel_open_boekingen(*, pad: str) -> int:
    """Return how many bookings still to come there are of the page at ``pad`` and those below it.

    ``pad`` is the place of a page in Wagtail's tree (``Page.path``).
    """
    return Boeking.objects.filter(les__path__startswith=pad, status__in=OPEN).count()


def tel_boekingen(*, pad: str) -> int:
    """Return how many bookings there ever were of the page at ``pad`` and those below it."""
    return Boeking.objects.filter(les__path__startswith=pad).count()


def tel_aanvragen(*, pad: str) -> int:
    """Return how many requests there are of those pages, drafts included."""
    return Aanvraag.objects.filter(les__path__startswith=pad).count()


def list_boekingtellingen(*, les_id: int) -> list[Boekingtelling]:
    """Return on what the open bookings of a lesson count, and how many do; two queries."""
    boekingen = Boeking.objects.filter(les=les_id, status__in=OPEN).order_by("nummer", "pk")
    aantallen = Counter(
        (boeking.onderdeel_sleutel, _build_opzet(boeking))
        for boeking in boekingen.prefetch_related("plekken__rol")
    )
    return [
        Boekingtelling(sleutel=sleutel, opzet=opzet, aantal=aantal)
        for (sleutel, opzet), aantal in aantallen.items()
    ]


def _build_opzet(boeking: Boeking) -> Deelopzet:
    """Return what a booking with its prefetched plekken counts on."""
    rollen = Counter((plek.rol.naam, plek.rol.meervoud) for plek in boeking.plekken.all())
    gasten = frozenset(Gast(naam, meer, aantal) for (naam, meer), aantal in rollen.items())
    return Deelopzet(duur=boeking.duur, gasten=gasten)


def is_in_gebruik(ding: Model) -> bool:
    """Return whether the database refuses to delete ``ding``, because something rests on it."""
    try:
        Collector(using=DEFAULT_DB_ALIAS).collect([ding])
    except (ProtectedError, RestrictedError):
        return True
    return False
