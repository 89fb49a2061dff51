"""The guards taken away one by one, for controls: a storm must be able to find something."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from multiprocessing.synchronize import Barrier
from typing import Any

from django.db import connection, transaction
from django.db.models import Model, QuerySet
from django.db.models.signals import post_save, pre_save

from boekingen.domain.status import InzetStatus
from boekingen.models import Inzet, Uitnodiging

WAIT = 30.0


class Dubbel(Exception):
    """A client saw how many people have said yes to the same Plek."""


@contextmanager
def zonder_index() -> Iterator[None]:
    """Drop the index that allows one yes per Plek, and put it back on an emptied table."""
    (index,) = (c for c in Inzet._meta.constraints if c.name == "inzet_een_toezegging_per_plek")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Inzet, index)
    try:
        yield
    finally:
        Uitnodiging.objects.all().delete()
        Inzet.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Inzet, index)


def zonder_slot(functie: Callable[[], Any], barrier: Barrier, model: type[Model]) -> Callable:
    """Return ``functie`` for a process without locks and transactions.

    Every client waits where it is about to write its yes (a row of ``model``) until all are there:
    all of them have then looked and found the way free. No clock, no chance.
    """

    def in_proces() -> Any:
        neem_slot_weg()
        pre_save.connect(wacht, sender=model, weak=False)
        return functie()

    def wacht(instance: Model, **_: object) -> None:
        if is_ja(instance):
            barrier.wait(WAIT)

    return in_proces


def tel_na_het_schrijven(functie: Callable[[], Any], barrier: Barrier) -> Callable:
    """Return ``functie`` that stops once everybody has written a yes, and says how many there are.

    It raises ``Dubbel`` with the number: what would come after is a fight over the same rows.
    """

    def in_proces() -> Any:
        post_save.connect(tel, sender=Inzet, weak=False)
        return functie()

    def tel(instance: Inzet, **_: object) -> None:
        if is_ja(instance):
            barrier.wait(WAIT)
            gelijk = Inzet.objects.filter(plek=instance.plek_id, status=instance.status)
            raise Dubbel(gelijk.count())

    return in_proces


def is_ja(instance: Model) -> bool:
    """Whether this row is somebody's yes: a Vastlegging, or an Inzet that says so."""
    return not isinstance(instance, Inzet) or instance.status == InzetStatus.TOEGEZEGD


def neem_slot_weg() -> None:
    """Take row locks and transactions away in this process; on SQLite the transaction is the lock.

    ``in_atomic_block`` stays on, because ``lock_hoofdrolspelers`` refuses to work without.
    """
    QuerySet.select_for_update = lambda self, **_: self
    transaction.atomic = lambda *_, **__: nullcontext()
    connection.in_atomic_block = True
