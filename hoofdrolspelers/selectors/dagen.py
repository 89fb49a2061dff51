"""Who may be free at a moment, by the masks of the day alone: an optimistic first sieve."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from hoofdrolspelers.domain.dagmasker import bouw_lesmaskers
from hoofdrolspelers.domain.deelname import DOET_MEE, Deelname
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.domain.zichtbaarheid import MINSTENS_ACHTER_EEN_AANTAL
from hoofdrolspelers.models import Hoofdrolspeler, VrijeDag


@dataclass(frozen=True, slots=True)
class Dagvraag:
    """A moment, and what somebody must be for it: role, wijk, levels and lesson, where known."""

    moment: Tijdvak
    rol_id: int | None = None
    wijk_id: int | None = None
    niveau_ids: frozenset[int] = frozenset()
    les_id: int | None = None


def list_mogelijke_ids(vraag: Dagvraag) -> list[int]:
    """Return by pk who may give a lesson like this and may be free then.

    Nobody who really can is missing: somebody whose masks are stale or do not reach that far is in
    it. Who is in it must still be looked at exactly. One query.
    """
    return list(_zeef(vraag).order_by("pk").values_list("pk", flat=True))


def list_mogelijke_ids_per_vraag(vragen: Sequence[Dagvraag]) -> list[list[int]]:
    """Return the same for each of some questions together. One query."""
    eerste, *rest = [
        _zeef(vraag).annotate(nr=Value(nummer)).order_by().values_list("nr", "pk")
        for nummer, vraag in enumerate(vragen)
    ]
    gevonden: list[list[int]] = [[] for _ in vragen]
    for nummer, pk in eerste.union(*rest, all=True):
        gevonden[nummer].append(pk)
    return [sorted(ids) for ids in gevonden]


def _zeef(vraag: Dagvraag) -> QuerySet[Hoofdrolspeler]:
    """Return the people whose masks let the moment through; what leaves out most comes first."""
    people = Hoofdrolspeler.objects.filter(deelname__in=DOET_MEE)
    if vraag.rol_id is not None:
        people = people.filter(rollen=vraag.rol_id)
    if vraag.wijk_id is not None:
        people = people.filter(_komt_in(vraag.wijk_id))
    for masker in bouw_lesmaskers(vraag.moment):
        dag = VrijeDag.objects.filter(hoofdrolspeler=OuterRef("pk"), datum=masker.datum)
        # Django takes the result for a plain integer, and 63 bits are no such thing on PostgreSQL.
        over = ExpressionWrapper(F("bits").bitand(masker.bits), output_field=BigIntegerField())
        past = dag.annotate(over=over).filter(over=masker.bits)
        onbekend = Q(dagen_tm__isnull=True) | Q(dagen_tm__lt=masker.datum)
        people = people.filter(onbekend | Exists(past))
    for niveau_id in sorted(vraag.niveau_ids):
        people = people.filter(_geeft_les_op(niveau_id))
    if vraag.les_id is not None:
        people = people.filter(_mag_geven(vraag.les_id))
    return people


def list_rollen_met_iemand(
    *, niveau_ids: Collection[int], les_id: int, wijk_id: int | None
) -> set[int]:
    """Return the roles that somebody holds who may give this lesson on these levels, in this wijk.

    Nothing of anybody's time is looked at, and of a role the wijk only when three of these people
    or more hold it: the answers for every wijk would else be where one person works. One query.
    """
    people = Hoofdrolspeler.objects.filter(_mag_geven(les_id), deelname__in=DOET_MEE)
    for niveau_id in sorted(niveau_ids):
        people = people.filter(_geeft_les_op(niveau_id))
    hier = Q() if wijk_id is None else _komt_in(wijk_id)
    aantallen = (
        people.filter(rollen__isnull=False)
        .order_by()
        .values_list("rollen")
        .annotate(allen=Count("pk"), hier=Count("pk", filter=hier))
    )
    return {
        rol_id
        for rol_id, allen, in_wijk in aantallen
        if in_wijk or allen < MINSTENS_ACHTER_EEN_AANTAL
    }


def _geeft_les_op(niveau_id: int) -> Exists:
    """Return whether a person gives lessons on this level."""
    niveaus = Hoofdrolspeler.niveaus.through.objects.filter(hoofdrolspeler=OuterRef("pk"))
    return Exists(niveaus.filter(niveau=niveau_id))


def _mag_geven(les_id: int) -> Q:
    """Return whether a person may give this lesson; none chosen is every lesson."""
    lessen = Hoofdrolspeler.inzetbaar_voor.through.objects.filter(hoofdrolspeler=OuterRef("pk"))
    return Q(Exists(lessen.filter(lespage=les_id))) | Q(~Exists(lessen))


def list_anderen_met_rol(
    *, rol_id: int, wijk_id: int | None, behalve: Collection[int], hoogstens: int
) -> tuple[list[int], int]:
    """Return other people with this role, those of the wijk first, and how many more there are.

    Who left is not counted. One query.
    """
    people = Hoofdrolspeler.objects.exclude(deelname=Deelname.VERTROKKEN.value)
    people = people.filter(rollen=rol_id).exclude(pk__in=behalve)
    if wijk_id is not None:
        dichtbij = Case(When(_komt_in(wijk_id), then=0), default=1, output_field=IntegerField())
        people = people.annotate(ver=dichtbij).order_by("ver", "pk")
    else:
        people = people.order_by("pk")
    ids = list(people.values_list("pk", flat=True))
    return ids[:hoogstens], max(len(ids) - hoogstens, 0)


def _komt_in(wijk_id: int) -> Q:
    """Return whether the werkgebied of a person holds this wijk; none is the whole city."""
    gebied = Hoofdrolspeler.wijken.through.objects.filter(hoofdrolspeler=OuterRef("pk"))
    return Q(Exists(gebied.filter(wijk=wijk_id))) | Q(~Exists(gebied))
