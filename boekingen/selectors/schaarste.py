"""Whom other lessons cannot do without: people who are one of at most two for an open lesson.

A warning at the desk before the only officier of a day is asked for something else.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from boekingen.domain.kandidaat import Factor
from boekingen.domain.status import BoekingStatus
from boekingen.models import Boeking, Plek
from boekingen.selectors.boekingen import get_toezegging, with_alles
from boekingen.selectors.kandidaten import (
    build_dagvraag,
    list_blokkades,
    rangschik_uit,
)
from boekingen.selectors.lesboek import lees_lesboek
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import list_personen
from hoofdrolspelers.selectors.dagen import list_mogelijke_ids_per_vraag
from lesaanbod.domain.datums import format_dag

ROND = timedelta(days=14)
HOOGSTENS_LESSEN = 8
SCHAARS = 2
TE_BEKIJKEN = 6
"""With more people who may be free than this, a lesson is not looked at exactly."""


def list_schaarste(
    *, boeking: Boeking, kandidaat_ids: Collection[int], nu: datetime
) -> dict[int, tuple[Factor, ...]]:
    """Return a warning for each candidate that another open lesson near this one hardly can miss.

    ``boeking`` has a moment. Looks at the eight open places nearest in time, within two weeks; a
    constant number of queries.
    """
    open_plekken = list(_list_open_plekken(boeking, nu))[:HOOGSTENS_LESSEN]
    if not open_plekken or not kandidaat_ids:
        return {}
    mogelijk = list_mogelijke_ids_per_vraag(
        [
            build_dagvraag(boeking=ander, rol_id=plek.rol_id, moment=_get_moment(ander))
            for ander, plek in open_plekken
        ]
    )
    krap = [
        (ander, plek, ids)
        for (ander, plek), ids in zip(open_plekken, mogelijk, strict=True)
        if len(ids) <= TE_BEKIJKEN and not set(ids).isdisjoint(kandidaat_ids)
    ]
    waarschuwingen: dict[int, list[Factor]] = defaultdict(list)
    for ander, plek, uitkomst in _rangschik(krap, nu) if krap else ():
        if len(uitkomst) <= SCHAARS:
            factor = Factor("-", _waarschuw(ander, plek, len(uitkomst)))
            for id_ in uitkomst:
                waarschuwingen[id_].append(factor)
    return {id_: tuple(waarschuwingen[id_]) for id_ in kandidaat_ids if id_ in waarschuwingen}


def _rangschik(
    krap: list[tuple[Boeking, Plek, list[int]]], nu: datetime
) -> Iterator[tuple[Boeking, Plek, list[int]]]:
    """Yield of each place who really could come. Nine queries for all together."""
    ids = sorted({id_ for *_, een in krap for id_ in een})
    momenten = [_get_moment(ander) for ander, *_ in krap]
    venster = Tijdvak(min(m.begin for m in momenten), max(m.eind for m in momenten))
    personen = {p.id: p for p in list_personen(rol_id=None, venster=venster, ids=ids)}
    lesboek = lees_lesboek(ids=ids, nu=nu)
    scholen = [ander.aanvraag.contact.school_id for ander, *_ in krap]
    blokkades = list_blokkades(school_ids=scholen)
    for ander, plek, mogelijk in krap:
        uitkomst = rangschik_uit(
            boeking=ander,
            rol_id=plek.rol_id,
            moment=_get_moment(ander),
            personen=[personen[id_] for id_ in mogelijk if id_ in personen],
            lesboek=lesboek,
            blokkades=blokkades,
            nu=nu,
        )
        yield ander, plek, [kandidaat.persoon.id for kandidaat in uitkomst.kandidaten]


def _list_open_plekken(boeking: Boeking, nu: datetime) -> Iterator[tuple[Boeking, Plek]]:
    """Yield the open places of other lessons, first those nearest in time; one a role."""
    assert boeking.begin is not None  # noqa: S101  # people are weighed for it
    anderen = with_alles(
        Boeking.objects.filter(
            status=BoekingStatus.VOORGESTELD.value,
            begin__gt=max(nu, boeking.begin - ROND),
            begin__lt=boeking.begin + ROND,
        ).exclude(pk=boeking.pk)
    )
    begin = boeking.begin
    rij = sorted(anderen, key=lambda een: (abs(_get_moment(een).begin - begin), een.pk))
    for ander in rij:
        rollen: set[int] = set()
        for plek in ander.plekken.all():
            if get_toezegging(plek) is None and plek.rol_id not in rollen:
                rollen.add(plek.rol_id)
                yield ander, plek


def _get_moment(boeking: Boeking) -> Tijdvak:
    assert boeking.begin is not None  # noqa: S101  # the database holds it for voorgesteld
    assert boeking.eind is not None  # noqa: S101
    return Tijdvak(boeking.begin, boeking.eind)


def _waarschuw(ander: Boeking, plek: Plek, aantal: int) -> str:
    """Return «enige officier van justitie die op dinsdag 2 maart bij De Brug kan»."""
    dag, school = format_dag(_get_moment(ander).begin), ander.aanvraag.contact.school.naam
    if aantal == 1:
        return f"enige {plek.rol.naam} die op {dag} bij {school} kan"
    return f"een van de twee die op {dag} bij {school} als {plek.rol.naam} kan"
