"""Offers as cards: everything a teacher compares, read for a whole list at once."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet

from lesaanbod.domain.lesfeiten import Gast, format_duur, format_gasten
from lesaanbod.models import (
    AanbodPage,
    Doelgroep,
    Onderdeel,
    Vorm,
    format_doelgroep,
    format_groep,
)

from .openbaar import Adressen


class Rij(NamedTuple):
    """What a card needs of a page, instead of three models and all their text."""

    pk: int
    title: str
    url_path: str
    samenvatting: str
    vorm: str
    kosten: str
    uitgelicht: bool
    max_leerlingen: int | None
    duur: str | None
    wie_geeft: str | None


VELDEN = (
    *Rij._fields[:7],
    "lespage__max_leerlingen",
    "trainingpage__duur",
    "trainingpage__wie_geeft",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaart:
    """One offer as a card in the list."""

    titel: str
    adres: str
    samenvatting: str
    vorm: str
    doelgroepen: tuple[str, ...]
    duur: str
    wie: str
    groep: str
    kosten: str
    uitgelicht: bool


def list_kaarten(aanbod: QuerySet[AanbodPage]) -> list[Kaart]:
    """Return cards in the same order; the number of queries does not grow with their number."""
    rijen = [Rij(*rij) for rij in aanbod.values_list(*VELDEN)]
    ids = [rij.pk for rij in rijen]
    adressen = Adressen()
    doelgroepen = _doelgroepen_per_aanbod(ids)
    duren, gasten = _delen_per_les(ids)
    return [
        _build_kaart(
            rij,
            adres=adressen.get(rij.url_path),
            doelgroepen=tuple(doelgroepen[rij.pk]),
            duren=duren[rij.pk],
            gasten=gasten[rij.pk],
        )
        for rij in rijen
    ]


def _build_kaart(
    rij: Rij,
    *,
    adres: str,
    doelgroepen: tuple[str, ...],
    duren: list[int],
    gasten: list[Gast],
) -> Kaart:
    """Return one card."""
    wie = rij.wie_geeft or format_gasten(gasten)
    if not wie and rij.vorm == Vorm.LESMATERIAAL:
        wie = "u geeft deze les zelf" if len(duren) == 1 else "u geeft deze lessen zelf"
    return Kaart(
        titel=rij.title,
        adres=adres,
        samenvatting=rij.samenvatting,
        vorm=Vorm(rij.vorm).label,
        doelgroepen=doelgroepen,
        duur=rij.duur or format_duur(duren),
        wie=wie,
        groep=format_groep(rij.vorm, rij.max_leerlingen) if rij.max_leerlingen else "",
        kosten=rij.kosten,
        uitgelicht=rij.uitgelicht,
    )


def _doelgroepen_per_aanbod(ids: list[int]) -> dict[int, list[str]]:
    """Return page id → its audiences in order, as «VO klas 3»."""
    per_aanbod = defaultdict(list)
    rows = Doelgroep.objects.filter(aanbod__in=ids)
    for aanbod, niveau, jaren in rows.values_list("aanbod", "niveau__korte_naam", "leerjaren"):
        per_aanbod[aanbod].append(format_doelgroep(niveau, jaren))
    return per_aanbod


def _delen_per_les(ids: list[int]) -> tuple[dict[int, list[int]], dict[int, list[Gast]]]:
    """Return page id → the minutes of its onderdelen, and page id → their roles, in order."""
    duren: dict[int, list[int]] = defaultdict(list)
    gasten: dict[int, list[Gast]] = defaultdict(list)
    rows = Onderdeel.objects.filter(les__in=ids).order_by(
        "les", "sort_order", "pk", "rollen__sort_order"
    )
    vorig = None
    for les, onderdeel, duur, *gast in rows.values_list(
        "les", "pk", "duur", "rollen__rol__naam", "rollen__rol__meervoud", "rollen__aantal"
    ):
        if onderdeel != vorig:
            duren[les].append(duur)
            vorig = onderdeel
        if gast[0] is not None:
            gasten[les].append(Gast(*gast))
    return duren, gasten
