"""How the places of a booking stand, from prefetched rows."""

from datetime import datetime

from boekingen.domain.plekken import Plekbeeld, Vraag, beoordeel_plek
from boekingen.domain.status import InzetStatus
from boekingen.models import Plek


def get_plekbeeld(plek: Plek, *, begin: datetime | None, nu: datetime) -> Plekbeeld:
    """Return how a Plek of a lesson at ``begin`` stands; its inzetten come prefetched."""
    vragen = (
        Vraag(
            status=InzetStatus(inzet.status),
            begin=inzet.begin,
            gevraagd_op=inzet.gevraagd_op,
            antwoord_voor=inzet.antwoord_voor,
            kwam=inzet.beantwoord_op is not None,
        )
        for inzet in plek.inzetten.all()
    )
    return beoordeel_plek(vragen, begin=begin, nu=nu)
