"""Taking and releasing the time of people. No other code writes a Vastlegging."""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.transaction import TransactionManagementError

from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.models import GEEN_OVERLAP, Hoofdrolspeler, Vastlegging
from hoofdrolspelers.selectors import is_bezet
from hoofdrolspelers.services.dagen import herbouw_dagen


class AlBezet(Exception):
    """The person gives another lesson at that moment."""


class OnbekendeHoofdrolspeler(Exception):
    """Nobody has this number."""


def lock_hoofdrolspelers(*, ids: Collection[int]) -> list[Hoofdrolspeler]:
    """Lock these people until the transaction ends and return them by pk.

    The order keeps two transactions from waiting for each other. PostgreSQL locks the rows; on
    SQLite the transaction itself holds the one write lock (``transaction_mode`` IMMEDIATE). Raises
    ``TransactionManagementError`` outside a transaction and ``OnbekendeHoofdrolspeler``.
    """
    if not transaction.get_connection().in_atomic_block:
        raise TransactionManagementError("lock_hoofdrolspelers needs transaction.atomic().")
    people = Hoofdrolspeler.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    locked = list(people)
    if missing := set(ids) - {hoofdrolspeler.pk for hoofdrolspeler in locked}:
        raise OnbekendeHoofdrolspeler(sorted(missing))
    return locked


def leg_vast(
    *, hoofdrolspeler_id: int, begin: datetime, eind: datetime, sleutel: str
) -> Vastlegging:
    """Lock this person, take the time from ``begin`` up to ``eind`` and return the row.

    Raises as ``leg_vast_voor``, and ``OnbekendeHoofdrolspeler``.
    """
    with transaction.atomic():
        (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
        return leg_vast_voor(hoofdrolspeler=hoofdrolspeler, begin=begin, eind=eind, sleutel=sleutel)


def leg_vast_voor(
    *, hoofdrolspeler: Hoofdrolspeler, begin: datetime, eind: datetime, sleutel: str
) -> Vastlegging:
    """Take the time of somebody whom the caller got from ``lock_hoofdrolspelers``; return the row.

    Look, write; and should the look ever miss something, the database refuses. Either way a
    taken moment raises ``AlBezet``, and the caller's transaction goes on. The caller writes the
    Gebeurtenis, knowing what ``sleutel`` stands for. Raises ``ValueError`` for a span that is
    none (see ``Tijdvak``).
    """
    tijdvak = Tijdvak(begin, eind)
    try:
        with transaction.atomic():
            if is_bezet(hoofdrolspeler_id=hoofdrolspeler.pk, tijdvak=tijdvak):
                raise AlBezet
            vastlegging = Vastlegging.objects.create(
                hoofdrolspeler_id=hoofdrolspeler.pk,
                begin=tijdvak.begin,
                eind=tijdvak.eind,
                sleutel=sleutel,
            )
            herbouw_dagen(hoofdrolspeler=hoofdrolspeler, tijd=[tijdvak])
            return vastlegging
    except IntegrityError as error:
        if GEEN_OVERLAP in str(error):
            raise AlBezet from error
        raise


def laat_los(*, vastlegging_id: int) -> None:
    """Give the time back. Releasing what is already released changes nothing."""
    with transaction.atomic():
        rij = Vastlegging.objects.filter(pk=vastlegging_id).first()
        if rij is None:
            return
        (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[rij.hoofdrolspeler_id])
        Vastlegging.objects.filter(pk=vastlegging_id).delete()
        herbouw_dagen(hoofdrolspeler=hoofdrolspeler, tijd=[Tijdvak(rij.begin, rij.eind)])
