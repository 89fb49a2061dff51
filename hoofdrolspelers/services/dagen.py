"""Keeping the masks of the days true: with every change, or by the worker when stale.

``Hoofdrolspeler.dagen_tm`` says until when the masks of a person are there; None is stale, and
then nobody believes them. Whoever changes somebody's time holds the lock on that person and calls
``herbouw_dagen`` in the same transaction; who is new, and days that come into view, are for the
worker.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from itertools import islice

from django.db import connection, transaction
from django.db.models import Q

from hoofdrolspelers.domain.beschikbaarheid import AMSTERDAM, get_dag, list_dagen
from hoofdrolspelers.domain.dagmasker import Dagmasker, bouw_dagmaskers
from hoofdrolspelers.domain.deelname import DOET_MEE
from hoofdrolspelers.domain.ritmeperiode import get_zomer
from hoofdrolspelers.domain.tijdvak import Tijdvak, voeg_samen
from hoofdrolspelers.models import Hoofdrolspeler, VrijeDag
from hoofdrolspelers.selectors.tijd import list_tijdgegevens

MENSEN_PER_KEER = 25
# Three values a row; SQLite takes 999 in one statement.
RIJEN_PER_KEER = 333
DAG = timedelta(days=1)


def get_horizon(nu: datetime) -> date:
    """Return the last day that has masks: the end of the next school year."""
    zomer = get_zomer(nu.astimezone(AMSTERDAM).date())
    return get_zomer(zomer + DAG)


def herbouw_dagen(*, hoofdrolspeler: Hoofdrolspeler, tijd: Iterable[Tijdvak]) -> None:
    """Make the masks of the days that ``tijd`` touches again, and those days only.

    ``hoofdrolspeler`` is freshly read under its lock. Somebody whose masks are stale stays so, and
    days after the last mask stay without. Six or seven queries, for a day or for a year.
    """
    if hoofdrolspeler.dagen_tm is None:
        return
    geraakt = sorted({dag for deel in voeg_samen(tijd) for dag in list_dagen(deel)})
    dagen = [dag for dag in geraakt if dag <= hoofdrolspeler.dagen_tm]
    if not dagen:
        return
    vanaf, tm = dagen[0], dagen[-1]
    maskers = _bouw([hoofdrolspeler.pk], vanaf=vanaf, tm=tm)[hoofdrolspeler.pk]
    nodig = set(dagen)
    oud = VrijeDag.objects.filter(hoofdrolspeler=hoofdrolspeler.pk, datum__range=(vanaf, tm))
    if len(nodig) <= (tm - vanaf).days:
        oud = oud.filter(datum__in=nodig)
    oud.delete()
    _bewaar((hoofdrolspeler.pk, masker) for masker in maskers if masker.datum in nodig)


def herbouw_alle_dagen(*, hoofdrolspeler: Hoofdrolspeler, nu: datetime) -> None:
    """Make every mask of one person again: the rhythm or the holidays changed."""
    if hoofdrolspeler.dagen_tm is not None:
        bouw_dagen(ids=[hoofdrolspeler.pk], nu=nu)
        hoofdrolspeler.refresh_from_db(fields=["dagen_tm"])


def werk_dagen_bij(*, nu: datetime) -> int:
    """Make the masks of people that are stale or do not reach the horizon; for the worker.

    Some people a time, each time in its own transaction; returns how many, 0 when all are done.
    """
    horizon = get_horizon(nu)
    with transaction.atomic():
        te_doen = (
            Hoofdrolspeler.objects.select_for_update(skip_locked=_can_skip())
            .filter(Q(dagen_tm__isnull=True) | Q(dagen_tm__lt=horizon), deelname__in=DOET_MEE)
            .order_by("pk")
            .values_list("pk", flat=True)[:MENSEN_PER_KEER]
        )
        return bouw_dagen(ids=list(te_doen), nu=nu)


def bouw_dagen(*, ids: Collection[int], nu: datetime) -> int:
    """Make every mask of these people, from today to the horizon; returns how many people.

    The caller holds their locks. What is before today goes.
    """
    if not ids:
        return 0
    vandaag, horizon = nu.astimezone(AMSTERDAM).date(), get_horizon(nu)
    VrijeDag.objects.filter(hoofdrolspeler__in=ids).delete()
    per_persoon = _bouw(ids, vanaf=vandaag, tm=horizon)
    _bewaar((pk, masker) for pk, maskers in per_persoon.items() for masker in maskers)
    return Hoofdrolspeler.objects.filter(pk__in=ids).update(dagen_tm=horizon)


def _bouw(ids: Collection[int], *, vanaf: date, tm: date) -> dict[int, list[Dagmasker]]:
    """Return the masks of these people that are not empty.

    Own diaries are not in them: they refuse nothing, and our own invitations come back in them. A
    mask may only leave out time in which nobody would be proposed.
    """
    venster = Tijdvak(get_dag(vanaf).begin, get_dag(tm).eind)
    gegevens = list_tijdgegevens(ids=ids, venster=venster, met_agenda=False)
    return {pk: list(bouw_dagmaskers(van, vanaf=vanaf, tm=tm)) for pk, van in gegevens.items()}


def _bewaar(maskers: Iterable[tuple[int, Dagmasker]]) -> None:
    """Store the masks, hundreds in one statement.

    Not with ``bulk_create``: a model for each of a million rows is most of the work then.
    """
    begin = "INSERT INTO hoofdrolspelers_vrijedag (hoofdrolspeler_id, datum, bits) VALUES "
    rijen = iter(maskers)
    with connection.cursor() as cursor:
        while deel := list(islice(rijen, RIJEN_PER_KEER)):
            waarden = [
                waarde
                for pk, masker in deel
                for waarde in (pk, masker.datum.isoformat(), masker.bits)
            ]
            cursor.execute(begin + ", ".join(["(%s, %s, %s)"] * len(deel)), waarden)


def _can_skip() -> bool:
    """Whether the database can pass over rows that somebody else holds."""
    return bool(transaction.get_connection().features.has_select_for_update_skip_locked)
