"""Which lesson comes when, per theme, and what else suits who looks at an offer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from lesaanbod.domain.leerlijn import Halte, Leerlijn, kies_haltes
from lesaanbod.geheugen import onthoud
from lesaanbod.models import AanbodPage, Doelgroep, Thema, Vorm

from .aanbod import list_aanbod
from .openbaar import Adressen

KORTSTE_LIJN = 2
# What a class can start with comes before what it does once or elsewhere.
VOORKEUR = (Vorm.LESSENSERIE, Vorm.GASTLES, Vorm.LESMATERIAAL, Vorm.EVENEMENT, Vorm.EXCURSIE)
# A parents' evening and a training are no step of a pupil.
LEERLINGVORMEN = [vorm.value for vorm in VOORKEUR]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijzing:
    """Another offer, in one line."""

    titel: str
    adres: str
    samenvatting: str
    vorm: str


def list_leerlijnen() -> list[Leerlijn]:
    """Return a line for every theme with at least two steps, in the order of the themes."""
    themas = list(Thema.objects.all())
    per_thema = _lees_kandidaten([thema.pk for thema in themas])
    lijnen = [
        Leerlijn(thema=thema.naam, haltes=kies_haltes(per_thema[thema.pk])) for thema in themas
    ]
    return [lijn for lijn in lijnen if len(lijn.haltes) >= KORTSTE_LIJN]


def get_leerlijn(
    les: AanbodPage, *, doelgroepen: Sequence[Doelgroep], themas: Sequence[Thema]
) -> Leerlijn | None:
    """Return the line in which ``les`` stands; None when nothing comes before or after it.

    Of its themes the one with most steps, then the first. ``les`` may be a draft, so its audiences
    and themes are given.
    """
    if les.vorm not in LEERLINGVORMEN:
        return None
    eigen = [_build_halte(groep, les) for groep in doelgroepen]
    per_thema = _lees_kandidaten([thema.pk for thema in themas])
    lijnen = [
        Leerlijn(
            thema=thema.naam,
            haltes=kies_haltes(
                (halte for halte in per_thema[thema.pk] if halte.les_id != les.pk), vast=eigen
            ),
        )
        for thema in themas
    ]
    langste = max(lijnen, key=lambda lijn: len(lijn.haltes), default=None)
    heeft_ander = langste and any(halte.les_id != les.pk for halte in langste.haltes)
    return langste if heeft_ander else None


def list_past_bij(
    aanbod: AanbodPage,
    *,
    doelgroepen: Sequence[Doelgroep],
    themas: Sequence[Thema],
    hoogstens: int = 3,
) -> list[Verwijzing]:
    """Return what shares a theme and a level with ``aanbod``, most shared themes first.

    What suits these levels and themes is the same for every offer that has them.
    """
    niveaus = tuple(groep.niveau_id for groep in doelgroepen)
    nummers = tuple(thema.pk for thema in themas)
    passend = onthoud(
        ("past bij", niveaus, nummers, hoogstens),
        lambda: _list_passend(niveaus, nummers, hoogstens + 1),
    )
    return [verwijzing for pk, verwijzing in passend if pk != aanbod.pk][:hoogstens]


def _list_passend(
    niveaus: Sequence[int], themas: Sequence[int], hoogstens: int
) -> list[tuple[int, Verwijzing]]:
    """Return page id and reference of what has one of these levels and themes, best first."""
    groepen = Doelgroep.objects.filter(niveau__in=niveaus)
    gelijk = (
        list_aanbod()
        .filter(themas__in=themas, pk__in=groepen.values("aanbod"))
        .annotate(gedeeld=Count("themas"))
        .order_by("-gedeeld", "title", "pk")
    )
    adressen = Adressen()
    return [
        (
            pk,
            Verwijzing(
                titel=titel,
                adres=adressen.get(url_path),
                samenvatting=samenvatting,
                vorm=Vorm(vorm).label,
            ),
        )
        for pk, titel, url_path, samenvatting, vorm in gelijk.values_list(
            "pk", "title", "url_path", "samenvatting", "vorm"
        )[:hoogstens]
    ]


def _build_halte(groep: Doelgroep, les: AanbodPage) -> Halte:
    """Return the step of a lesson for one of its audiences."""
    return Halte(
        les_id=les.pk,
        titel=les.title,
        adres=Adressen().get(les.url_path),
        volgorde=groep.niveau.volgorde,
        niveau=groep.niveau.korte_naam,
        leerjaren=groep.leerjaren,
    )


def _lees_kandidaten(themas: Iterable[int]) -> defaultdict[int, list[Halte]]:
    """Return theme id → its best lessons per level and years, best first."""
    nummers = tuple(themas)
    return onthoud(("leerlijn", nummers), lambda: _build_kandidaten(nummers))


def _build_kandidaten(themas: tuple[int, ...]) -> defaultdict[int, list[Halte]]:
    """Read the candidates of these themes."""
    per_thema: defaultdict[int, list[Halte]] = defaultdict(list)
    adressen = Adressen()
    for thema, les_id, titel, url_path, *niveau in _list_beste(themas):
        volgorde, naam, leerjaren = niveau
        per_thema[thema].append(
            Halte(
                les_id=les_id,
                titel=titel,
                adres=adressen.get(url_path),
                volgorde=volgorde,
                niveau=naam,
                leerjaren=leerjaren,
            )
        )
    return per_thema


def _list_beste(themas: Iterable[int]) -> list[tuple[Any, ...]]:
    """Return the steps that may stand in a line, best first; one query.

    The database keeps two per theme, level and years, so that what is read does not grow.
    """
    voorkeur = Case(
        *(When(aanbod__vorm=vorm.value, then=Value(nr)) for nr, vorm in enumerate(VOORKEUR)),
        default=Value(len(VOORKEUR)),
    )
    volgorde: list[Any] = ["-aanbod__uitgelicht", voorkeur, "aanbod__title", "aanbod__pk"]
    groepen: QuerySet[Doelgroep] = (
        Doelgroep.objects.filter(
            aanbod__in=list_aanbod().filter(vorm__in=LEERLINGVORMEN).values("pk"),
            aanbod__themas__in=list(themas),
        )
        .annotate(
            thema=F("aanbod__themas"),
            plaats=Window(
                RowNumber(),
                partition_by=["aanbod__themas", "niveau", "leerjaren"],
                order_by=volgorde,
            ),
        )
        .filter(plaats__lte=2)
    )
    return list(
        groepen.order_by(*volgorde).values_list(
            "thema",
            "aanbod",
            "aanbod__title",
            "aanbod__url_path",
            "niveau__volgorde",
            "niveau__korte_naam",
            "leerjaren",
        )
    )
