"""Offers as cards: everything a teacher compares, read for a whole list at once."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from lesaanbod.domain.lesfeiten import Gast, format_duur, format_gasten
from lesaanbod.models import (
    AanbodPage,
    Doelgroep,
    LesPage,
    Onderdeel,
    OnderdeelRol,
    TrainingPage,
    Vorm,
)

# Long, and on no card.
STREAMFIELDS = ("inhoud", "doelen", "school_regelt", "wij_regelen")


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
    paginas = list(aanbod.select_related("lespage", "trainingpage").defer(*STREAMFIELDS))
    ids = [pagina.pk for pagina in paginas]
    doelgroepen = _doelgroepen_per_aanbod(ids)
    duren = _duren_per_les(ids)
    gasten = _gasten_per_les(ids)
    return [
        _build_kaart(
            pagina,
            les=getattr(pagina, "lespage", None),
            training=getattr(pagina, "trainingpage", None),
            doelgroepen=tuple(doelgroepen[pagina.pk]),
            duren=duren[pagina.pk],
            gasten=gasten[pagina.pk],
        )
        for pagina in paginas
    ]


def _build_kaart(
    pagina: AanbodPage,
    *,
    les: LesPage | None,
    training: TrainingPage | None,
    doelgroepen: tuple[str, ...],
    duren: list[int],
    gasten: list[Gast],
) -> Kaart:
    """Return one card; of lesson and training one is None."""
    wie = training.wie_geeft if training else format_gasten(gasten)
    if not wie and pagina.vorm == Vorm.LESMATERIAAL:
        wie = "u geeft deze les zelf" if len(duren) == 1 else "u geeft deze lessen zelf"
    return Kaart(
        titel=pagina.title,
        adres=pagina.get_url() or "",
        samenvatting=pagina.samenvatting,
        vorm=Vorm(pagina.vorm).label,
        doelgroepen=doelgroepen,
        duur=training.duur if training else format_duur(duren),
        wie=wie,
        groep=les.groep if les else "",
        kosten=pagina.kosten,
        uitgelicht=pagina.uitgelicht,
    )


def _doelgroepen_per_aanbod(ids: list[int]) -> dict[int, list[str]]:
    """Return page id → its audiences in order, as «VO klas 3»."""
    per_aanbod = defaultdict(list)
    for groep in Doelgroep.objects.filter(aanbod__in=ids).select_related("niveau"):
        per_aanbod[groep.aanbod_id].append(str(groep))
    return per_aanbod


def _duren_per_les(ids: list[int]) -> dict[int, list[int]]:
    """Return page id → the minutes of its onderdelen in order."""
    per_les = defaultdict(list)
    rows = Onderdeel.objects.filter(les__in=ids).order_by("les", "sort_order")
    for les_id, duur in rows.values_list("les", "duur"):
        per_les[les_id].append(duur)
    return per_les


def _gasten_per_les(ids: list[int]) -> dict[int, list[Gast]]:
    """Return page id → the roles of its onderdelen in order."""
    per_les = defaultdict(list)
    rows = OnderdeelRol.objects.filter(onderdeel__les__in=ids).order_by(
        "onderdeel__les", "onderdeel__sort_order", "sort_order"
    )
    for les_id, *gast in rows.values_list("onderdeel__les", "rol__naam", "rol__meervoud", "aantal"):
        per_les[les_id].append(Gast(*gast))
    return per_les
