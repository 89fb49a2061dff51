"""Once more before a lesson: to the school, and to who comes.

The moments are written when a lesson is confirmed. A lesson that moves gets new ones with its next
confirmation, and the old ones lapse. One that loses somebody waits with them until it stands again.
"""

from datetime import datetime

from django.db import transaction

from boekingen.domain.lesherinnering import bepaal_dag_ervoor, bepaal_herinnering_school
from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.emails.brieven_docent import zet_lesherinnering_klaar
from boekingen.emails.brieven_hoofdrolspeler import zet_dag_ervoor_klaar
from boekingen.models import Boeking, Inzet
from boekingen.selectors.boekingen import list_open_inzetten
from boekingen.services.sloten import lock_boeking, lock_boeking_van


def plan_lesherinneringen(*, boeking: Boeking, nu: datetime) -> None:
    """Say when a locked booking is told of again; the caller, who confirms it, saves it."""
    assert boeking.begin is not None  # noqa: S101  # the database holds it for bevestigd
    boeking.herinner_op = bepaal_herinnering_school(nu=nu, begin=boeking.begin)
    komt = list_open_inzetten(boeking)
    for inzet in komt:
        inzet.dag_ervoor_op = bepaal_dag_ervoor(
            nu=nu, begin=boeking.begin, gepland=inzet.dag_ervoor_op
        )
    Inzet.objects.bulk_update(komt, ["dag_ervoor_op"])


def stuur_lesherinneringen(nu: datetime) -> int:
    """Remind the schools whose lesson comes near; returns how many."""
    ids = Boeking.objects.filter(
        status=BoekingStatus.BEVESTIGD.value, herinner_op__lte=nu
    ).values_list("pk", flat=True)
    return sum(herinner_school(boeking_id=boeking_id, nu=nu) for boeking_id in list(ids))


def herinner_school(*, boeking_id: int, nu: datetime) -> bool:
    """Remind one school, once; returns whether a letter was queued."""
    with transaction.atomic():
        boeking = lock_boeking(boeking_id)
        if boeking.status != BoekingStatus.BEVESTIGD.value or boeking.herinner_op is None:
            return False
        boeking.herinner_op = None
        boeking.save(update_fields=["herinner_op"])
        if boeking.begin is None or boeking.begin <= nu:
            return False
        zet_lesherinnering_klaar(boeking=boeking, nu=nu)
    return True


def stuur_dag_ervoor(nu: datetime) -> int:
    """Tell everybody who comes tomorrow; returns how many."""
    ids = Inzet.objects.filter(
        status=InzetStatus.TOEGEZEGD.value,
        plek__boeking__status=BoekingStatus.BEVESTIGD.value,
        dag_ervoor_op__lte=nu,
    ).values_list("pk", flat=True)
    return sum(meld_dag_ervoor(inzet_id=inzet_id, nu=nu) for inzet_id in list(ids))


def meld_dag_ervoor(*, inzet_id: int, nu: datetime) -> bool:
    """Tell one person, once; returns whether a letter was queued."""
    with transaction.atomic():
        inzet, boeking = lock_boeking_van(inzet_id)
        staat_vast = boeking.status == BoekingStatus.BEVESTIGD.value
        komt = inzet.status == InzetStatus.TOEGEZEGD.value and staat_vast
        if not komt or inzet.dag_ervoor_op is None:
            return False
        inzet.dag_ervoor_op = None
        inzet.save(update_fields=["dag_ervoor_op"])
        if inzet.begin <= nu:
            return False
        zet_dag_ervoor_klaar(boeking=boeking, inzet=inzet, nu=nu)
    return True
