"""One reminder for who was asked and keeps silent."""

from datetime import datetime

from django.db import transaction

from boekingen.domain.status import InzetStatus
from boekingen.services.sloten import lock_boeking_van
from boekingen.services.uitnodigingen import stuur_herinnering
from lesaanbod.domain.stille_uren import is_dringend, is_stil


def herinner(*, inzet_id: int, nu: datetime) -> bool:
    """Remind somebody whose reminder is due at ``nu``; return whether one left.

    In the quiet hours it waits, unless the lesson is near. After the answer time it is no use.
    """
    with transaction.atomic():
        inzet, boeking = lock_boeking_van(inzet_id)
        if inzet.herinner_op is None or inzet.herinner_op > nu:
            return False
        if inzet.status != InzetStatus.UITGENODIGD.value:
            return False
        if is_stil(nu) and not is_dringend(nu=nu, begin=inzet.begin):
            return False
        inzet.herinner_op = None
        inzet.save(update_fields=["herinner_op"])
        if inzet.antwoord_voor <= nu:
            return False
        stuur_herinnering(boeking=boeking, inzet=inzet, nu=nu)
    return True
