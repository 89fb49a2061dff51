"""Who may be free at a moment, by the masks of the day alone: an optimistic first sieve."""

from django.db.models import BigIntegerField, Exists, ExpressionWrapper, F, OuterRef, Q

from hoofdrolspelers.domain.dagmasker import bouw_lesmaskers
from hoofdrolspelers.domain.deelname import DOET_MEE
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.models import Hoofdrolspeler, VrijeDag


def list_mogelijke_ids(
    *, moment: Tijdvak, rol_id: int | None = None, wijk_id: int | None = None
) -> list[int]:
    """Return by pk who may be free at ``moment``, with this role and in this wijk where given.

    Nobody who is really free is missing: somebody whose masks are stale or do not reach that far
    is in it. Who is in it must still be looked at exactly. One query.
    """
    people = Hoofdrolspeler.objects.filter(deelname__in=DOET_MEE)
    if rol_id is not None:
        people = people.filter(rollen=rol_id)
    if wijk_id is not None:
        gebied = Hoofdrolspeler.wijken.through.objects.filter(hoofdrolspeler=OuterRef("pk"))
        people = people.filter(Exists(gebied.filter(wijk=wijk_id)) | ~Exists(gebied))
    for masker in bouw_lesmaskers(moment):
        dag = VrijeDag.objects.filter(hoofdrolspeler=OuterRef("pk"), datum=masker.datum)
        # Django takes the result for a plain integer, and 63 bits are no such thing on PostgreSQL.
        over = ExpressionWrapper(F("bits").bitand(masker.bits), output_field=BigIntegerField())
        past = dag.annotate(over=over).filter(over=masker.bits)
        onbekend = Q(dagen_tm__isnull=True) | Q(dagen_tm__lt=masker.datum)
        people = people.filter(onbekend | Exists(past))
    return list(people.order_by("pk").values_list("pk", flat=True))
