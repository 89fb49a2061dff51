"""Whom a proposal asks, judged again when it is applied.

Between making and applying somebody may have gone away, or have had enough lessons. The ranking of
one lesson is the judge, so applying asks nobody whom the desk would be advised against.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from boekingen.domain.planning.taal import noem_rol
from boekingen.models import Boeking, Plek
from boekingen.selectors.boekingen import with_alles
from boekingen.selectors.kandidaten import rangschik_uit
from boekingen.selectors.lesboek import lees_lesboek
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import list_personen


class Planvraag(NamedTuple):
    """Somebody whom a proposal asks for one Plek, at a moment the lesson may not have yet."""

    plek_id: int
    hoofdrolspeler_id: int
    begin: datetime


def list_bezwaren_nu(
    vragen: Collection[Planvraag],
    *,
    losgelaten: Mapping[int, Collection[Tijdvak]] = MappingProxyType({}),
    nu: datetime,
) -> dict[Planvraag, str]:
    """Return why these people cannot come any more, in words; who can is not in it.

    ``losgelaten`` has by person the lessons that were just handed on: what an own diary still
    holds of them is no time that is taken. Who is not there any more and blokkades are left to the
    question itself, which refuses both. A constant number of queries.
    """
    if not vragen:
        return {}
    gevraagd = Plek.objects.filter(pk__in={vraag.plek_id for vraag in vragen})
    boekingen = Boeking.objects.filter(pk__in=gevraagd.values("boeking"))
    plekken = {plek.pk: (een, plek) for een in with_alles(boekingen) for plek in een.plekken.all()}
    momenten = {
        vraag: Tijdvak(vraag.begin, vraag.begin + timedelta(minutes=plekken[vraag.plek_id][0].duur))
        for vraag in vragen
    }
    venster = Tijdvak(
        min(moment.begin for moment in momenten.values()),
        max(moment.eind for moment in momenten.values()),
    )
    ids = {vraag.hoofdrolspeler_id for vraag in vragen}
    personen = {
        een.id: replace(een, eigen_agenda=_zonder(een.eigen_agenda, losgelaten.get(een.id, ())))
        for een in list_personen(rol_id=None, venster=venster, ids=ids)
    }
    lesboek = lees_lesboek(ids=ids, nu=nu)

    def list_bezwaren(vraag: Planvraag) -> Iterator[str]:
        boeking, plek = plekken[vraag.plek_id]
        persoon = personen.get(vraag.hoofdrolspeler_id)
        uitkomst = rangschik_uit(
            boeking=boeking,
            rol_id=plek.rol_id,
            moment=momenten[vraag],
            personen=[persoon] if persoon else [],
            lesboek=lesboek,
            blokkades={},
            nu=nu,
        )
        for kandidaat in uitkomst.anderen:
            wie = f"Een {noem_rol(plek.rol.naam)} uit dit voorstel"
            yield f"{wie} {' en '.join(kandidaat.bezwaren)}."

    return {vraag: bezwaar for vraag in vragen for bezwaar in list_bezwaren(vraag)}


def _zonder(agenda: Iterable[Tijdvak], lessen: Collection[Tijdvak]) -> tuple[Tijdvak, ...]:
    """Return a diary without the echo of these lessons."""
    return tuple(blok for blok in agenda if blok not in lessen)
