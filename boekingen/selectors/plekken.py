"""How the places of a booking stand, from prefetched rows."""

from datetime import datetime
from operator import attrgetter

from boekingen.domain.plekken import Plekbeeld, Vraag, beoordeel_plek
from boekingen.domain.status import InzetStatus
from boekingen.models import Plek

VRAAGVELDEN = ("status", "begin", "gevraagd_op", "antwoord_voor", "beantwoord_op")


def get_plekbeeld(plek: Plek, *, begin: datetime | None, nu: datetime) -> Plekbeeld:
    """Return how a Plek of a lesson at ``begin`` stands; its inzetten come prefetched."""
    waarden = attrgetter(*VRAAGVELDEN)
    vragen = (build_vraag(*waarden(inzet)) for inzet in plek.inzetten.all())
    return beoordeel_plek(vragen, begin=begin, nu=nu)


def build_vraag(
    status: str,
    begin: datetime,
    gevraagd_op: datetime,
    antwoord_voor: datetime,
    beantwoord_op: datetime | None,
) -> Vraag:
    """Return what matters of one Inzet, from its ``VRAAGVELDEN``."""
    return Vraag(
        status=InzetStatus(status),
        begin=begin,
        gevraagd_op=gevraagd_op,
        antwoord_voor=antwoord_voor,
        kwam=beantwoord_op is not None,
    )
