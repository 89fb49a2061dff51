"""Locking rows in one order: Boekingen by number, hoofdrolspelers by number, then Aanvragen.

Every service that takes or gives time goes through here, so that two of them never wait for each
other in a circle and never both see the same free moment. On SQLite a transaction takes the write
lock when it begins (settings, ``transaction_mode``); there ``select_for_update`` does nothing.
"""

from collections.abc import Collection, Iterable

from boekingen.domain.status import BoekingStatus, InzetStatus, check_overgang
from boekingen.models import Aanvraag, Boeking, Inzet
from boekingen.selectors.boekingen import get_inzet, list_open_inzetten, with_betrokkenen
from hoofdrolspelers.services.vastleggingen import lock_hoofdrolspelers


def lock_boeking(boeking_id: int) -> Boeking:
    """Lock a booking and return it with everybody who is in it, as it is now.

    What is changed in those rows shows in every other place that reaches them from the booking, so
    that nothing has to be read a second time under the same lock.

    Must run in a transaction. Raises ``Boeking.DoesNotExist``.
    """
    Boeking.objects.select_for_update().only("pk").get(pk=boeking_id)
    return with_betrokkenen(Boeking.objects.filter(pk=boeking_id)).get()


def lock_boekingen(boeking_ids: Collection[int], *, erbij: Iterable[int] = ()) -> list[Boeking]:
    """Lock several bookings and then everybody who is asked for them or comes, all by number.

    For a step that changes more than one lesson: ending one locks its people and its request, and
    after those no other booking and nobody else may be locked. ``erbij`` are the numbers of
    hoofdrolspelers who will be asked in that step. Must run in a transaction. Raises
    ``Boeking.DoesNotExist``.
    """
    boekingen = [lock_boeking(boeking_id) for boeking_id in sorted(boeking_ids)]
    inzetten = (inzet for boeking in boekingen for inzet in list_open_inzetten(boeking))
    lock_hoofdrolspelers(ids={inzet.hoofdrolspeler_id for inzet in inzetten}.union(erbij))
    return boekingen


def lock_boeking_van(inzet_id: int) -> tuple[Inzet, Boeking]:
    """Lock the booking of an Inzet and return both, as they are now; it is one of its rows.

    Must run in a transaction. Raises ``Inzet.DoesNotExist``.
    """
    boeking_id = Inzet.objects.values_list("plek__boeking_id", flat=True).get(pk=inzet_id)
    boeking = lock_boeking(boeking_id)
    return get_inzet(boeking, inzet_id), boeking


def lock_aanvraag(aanvraag_id: int) -> Aanvraag:
    """Lock a request, as the last of all rows, and return it as it is now.

    Must run in a transaction. Raises ``Aanvraag.DoesNotExist``.
    """
    return Aanvraag.objects.select_for_update().get(pk=aanvraag_id)


def zet_boeking(boeking: Boeking, naar: BoekingStatus) -> None:
    """Write a new state of a locked booking, with its moment and that of its reminder.

    Raises ``OvergangNietToegestaan``.
    """
    check_overgang(BoekingStatus(boeking.status), naar)
    boeking.status = naar.value
    boeking.save(update_fields=["status", "begin", "eind", "herinner_op"])


def zet_inzet(inzet: Inzet, naar: InzetStatus) -> None:
    """Write a new state of an Inzet whose booking is locked, with all that goes with it.

    Raises ``OvergangNietToegestaan``.
    """
    check_overgang(InzetStatus(inzet.status), naar)
    inzet.status = naar.value
    inzet.save()
