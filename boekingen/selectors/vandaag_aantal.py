"""How many things wait for a coördinator: the number in the menu of every page of the desk.

The rules are those of ``vandaag``; what its lines say (school, class, name, reason) is not read.
"""

from collections import defaultdict
from datetime import datetime
from typing import Any, NamedTuple

from boekingen.domain.plekken import Vraag, beoordeel_plek
from boekingen.domain.status import RondeStatus
from boekingen.models import Ronde
from boekingen.selectors.plekken import VRAAGVELDEN, build_vraag
from boekingen.selectors.post import filter_open
from boekingen.selectors.tegenvoorstellen import filter_voorstellen
from boekingen.selectors.toegang import check_coordinator
from boekingen.selectors.vandaag import filter_contacten, filter_plannen
from boekingen.selectors.vandaag_lessen import (
    Soort,
    filter_onvol,
    filter_zonder_moment,
    get_soort,
)
from lesaanbod.selectors import count_mislukte_berichten


class _Plek(NamedTuple):
    """One place of a lesson with a moment; of a lesson without places, the lesson itself."""

    boeking_id: int
    begin: datetime
    plek_id: int | None
    rol_id: int | None


def count_dingen(*, wie: Any, nu: datetime) -> int:
    """Return how many things ``list_dingen`` would give. A constant number of queries.

    Raises ``PermissionDenied`` for who is no coördinator.
    """
    check_coordinator(wie)
    return (
        count_onvolle_lessen(nu=nu)
        + filter_voorstellen(nu=nu).count()
        + filter_contacten().count()
        + filter_zonder_moment().values("aanvraag").distinct().count()
        + count_mislukte_berichten()
        + filter_open().count()
        + filter_plannen().exists()
    )


def count_onvolle_lessen(*, nu: datetime) -> int:
    """Return how many lines the lessons with a moment take that are not full; two queries."""
    rondes = _map_rondes()
    lijnen: set[tuple[int, Soort | None]] = set()
    for plek, vragen in _map_vragen().items():
        if plek.begin <= nu:
            lijnen.add((plek.boeking_id, None))
        elif plek.plek_id is not None and plek.rol_id is not None:
            beeld = beoordeel_plek(vragen, begin=plek.begin, nu=nu)
            ronde = rondes.get((plek.plek_id, plek.begin))
            soort = get_soort(plek.rol_id, beeld, ronde)
            if soort is not None:
                lijnen.add((plek.boeking_id, soort))
    return len(lijnen)


def _map_vragen() -> dict[_Plek, list[Vraag]]:
    """Return the places of lessons that are not full, with who was ever asked for them."""
    velden = [f"plekken__inzetten__{veld}" for veld in VRAAGVELDEN]
    rijen = filter_onvol().values_list("pk", "begin", "plekken", "plekken__rol", *velden)
    plekken: dict[_Plek, list[Vraag]] = defaultdict(list)
    for boeking_id, begin, plek_id, rol_id, *gevraagd in rijen:
        vragen = plekken[_Plek(boeking_id, begin, plek_id, rol_id)]
        if gevraagd[0] is not None:
            vragen.append(build_vraag(*gevraagd))
    return plekken


def _map_rondes() -> dict[tuple[int, datetime], RondeStatus]:
    """Return how the newest round of each of those places stands, by place and moment."""
    rondes = Ronde.objects.filter(plek__boeking__in=filter_onvol()).order_by("pk")
    nieuwste = {
        plek_id: (begin, status)
        for plek_id, begin, status in rondes.values_list("plek", "begin", "status")
    }
    return {(plek_id, begin): RondeStatus(status) for plek_id, (begin, status) in nieuwste.items()}
