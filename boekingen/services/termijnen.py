"""What time itself brings about: invitations expire, lessons have been given.

The worker calls these; each row has its own transaction, so that one that fails does not hold up
the others, and running twice does nothing twice.
"""

from datetime import datetime

from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.models import Boeking, Inzet
from boekingen.services.boekingen import rond_les_af
from boekingen.services.herinneringen import herinner
from boekingen.services.inzet_einde import laat_verlopen


def laat_uitnodigingen_verlopen(nu: datetime) -> int:
    """Close every invitation whose answer time is over; return how many."""
    ids = Inzet.objects.filter(
        status=InzetStatus.UITGENODIGD.value, antwoord_voor__lte=nu
    ).values_list("pk", flat=True)
    return sum(laat_verlopen(inzet_id=inzet_id, nu=nu) for inzet_id in list(ids))


def stuur_herinneringen(nu: datetime) -> int:
    """Remind everybody whose time to answer is mostly over, once; return how many."""
    ids = Inzet.objects.filter(
        status=InzetStatus.UITGENODIGD.value, herinner_op__lte=nu
    ).values_list("pk", flat=True)
    return sum(herinner(inzet_id=inzet_id, nu=nu) for inzet_id in list(ids))


def rond_lessen_af(nu: datetime) -> int:
    """Mark every confirmed lesson that is over as gegeven; return how many."""
    ids = Boeking.objects.filter(status=BoekingStatus.BEVESTIGD.value, eind__lte=nu).values_list(
        "pk", flat=True
    )
    return sum(rond_les_af(boeking_id=boeking_id, nu=nu) for boeking_id in list(ids))
