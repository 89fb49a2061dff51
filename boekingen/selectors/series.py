"""The other lessons of the same classes: what the order of a series is judged by."""

from boekingen.domain.lesvolgorde import Lesmoment
from boekingen.domain.status import BoekingStatus
from boekingen.models import Boeking


def list_lesmomenten(boeking: Boeking) -> list[Lesmoment]:
    """Return when the other lessons of the same groepen and request are or were.

    Only lessons with a moment count; a cancelled lesson or one that did not happen does not.
    """
    vervallen = [BoekingStatus.GEANNULEERD.value, BoekingStatus.NIET_DOORGEGAAN.value]
    anderen = (
        Boeking.objects.filter(
            aanvraag=boeking.aanvraag_id, groepen__in=boeking.groepen.all(), begin__isnull=False
        )
        .exclude(pk=boeking.pk)
        .exclude(status__in=vervallen)
        .distinct()
    )
    return [
        Lesmoment(nummer=andere.nummer, begin=andere.begin, eind=andere.eind)
        for andere in anderen
        if andere.begin is not None and andere.eind is not None
    ]
