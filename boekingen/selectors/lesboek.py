"""What people gave, give and answered: all a ranking looks back on, in one query."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from boekingen.domain.ja_kans import EerderAntwoord
from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.models import Inzet
from hoofdrolspelers.domain.reistijd import Plaats

GEHEUGEN = timedelta(days=3 * 365)
"""What was asked longer ago hardly weighs anything and is not read."""

JA = frozenset({InzetStatus.TOEGEZEGD.value, InzetStatus.INGETROKKEN.value})
BEEINDIGD = (
    InzetStatus.TOEGEZEGD.value,
    InzetStatus.AFGEWEZEN.value,
    InzetStatus.VERLOPEN.value,
    InzetStatus.AFGEMELD.value,
)


class BoekLes(NamedTuple):
    """A lesson somebody gives or gave, for which booking, and of which school."""

    boeking_id: int
    begin: datetime
    eind: datetime
    plaats: Plaats
    school_id: int
    is_gegeven: bool


VELDEN = (
    "hoofdrolspeler_id",
    "status",
    "gevraagd_op",
    "beantwoord_op",
    "begin",
    "eind",
    "plek__boeking_id",
    "plek__boeking__status",
    "plek__boeking__op_school",
    "plek__boeking__aanvraag__contactpersoon__school_id",
    "plek__boeking__aanvraag__contactpersoon__school__wijk_id",
)


@dataclass(frozen=True, slots=True)
class Lesboek:
    """Lessons and answers by person; who is in neither was never asked."""

    lessen: dict[int, list[BoekLes]] = field(default_factory=dict)
    antwoorden: dict[int, list[EerderAntwoord]] = field(default_factory=dict)


def lees_lesboek(*, ids: Collection[int], nu: datetime) -> Lesboek:
    """Return the lessons and the ended questions of these people. One query.

    Who said yes and was then let go by the coördinator said yes; who dropped out did not come. A
    question that ended without the person (somebody else was first) says nothing.
    """
    lessen: dict[int, list[BoekLes]] = defaultdict(list)
    antwoorden: dict[int, list[EerderAntwoord]] = defaultdict(list)
    # By person alone: with a condition on status SQLite takes that index, and reads everybody's.
    rijen: Any = Inzet.objects.filter(
        hoofdrolspeler_id__in=ids, gevraagd_op__gte=nu - GEHEUGEN
    ).order_by()
    for id_, status, op, beantwoord, begin, eind, *boeking in rijen.values_list(*VELDEN):
        if not is_beeindigd(status, beantwoord):
            continue
        antwoorden[id_].append(EerderAntwoord(op, status in JA))
        if status == InzetStatus.TOEGEZEGD.value:
            boeking_id, stand, op_school, school_id, wijk_id = boeking
            plaats = Plaats(school_id, wijk_id) if op_school else Plaats(None, None)
            is_gegeven = stand == BoekingStatus.GEGEVEN.value
            les = BoekLes(boeking_id, begin, eind, plaats, school_id, is_gegeven)
            lessen[id_].append(les)
    return Lesboek(lessen, antwoorden)


def is_beeindigd(status: str, beantwoord_op: datetime | None) -> bool:
    """Whether a question ended by what the person answered or did not answer."""
    if status == InzetStatus.INGETROKKEN.value:
        return beantwoord_op is not None
    return status in BEEINDIGD
