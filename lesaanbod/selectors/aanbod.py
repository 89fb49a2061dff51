"""The catalogue: what a visitor may see, and how much of it there is per word."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, F, Min, OuterRef, Q, QuerySet, Subquery, Value

from lesaanbod.geheugen import onthoud
from lesaanbod.models import AanbodPage, Doelgroep, InformatiePage, Niveau, Thema, Vorm

from .kaarten import Kaart, list_kaarten
from .openbaar import is_openbaar

VELDEN = {"niveau": "doelgroepen__niveau__slug", "thema": "themas__slug", "vorm": "vorm"}
TRAINING = Q(vorm=Vorm.DOCENTENTRAINING.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrip:
    """A word one can filter on."""

    slug: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingang:
    """A level on the home page, with how much there is for it."""

    slug: str
    naam: str
    omschrijving: str
    tekening: str
    lessen: int
    trainingen: int


def list_aanbod() -> QuerySet[AanbodPage]:
    """Return every offer a visitor may see."""
    aanbod: QuerySet[AanbodPage] = AanbodPage.objects.live().filter(is_openbaar())
    return aanbod


def list_niveaus() -> list[Begrip]:
    """Return the levels in order."""
    return onthoud(
        "niveaus", lambda: [Begrip(slug=een.slug, naam=een.naam) for een in Niveau.objects.all()]
    )


def list_themas() -> list[Begrip]:
    """Return the themes in order."""
    return onthoud(
        "themas", lambda: [Begrip(slug=een.slug, naam=een.naam) for een in Thema.objects.all()]
    )


def list_vormen() -> list[Begrip]:
    """Return the forms in order."""
    return [Begrip(slug=vorm.value, naam=vorm.label) for vorm in Vorm]


def tel_per_niveau(aanbod: QuerySet[AanbodPage]) -> dict[str, int]:
    """Return slug of a level → number of offers in ``aanbod``."""
    return dict(_vraag_tel(aanbod, VELDEN["niveau"]).values_list("woord", "n"))


def tel_per_groep(
    aanbod: Mapping[str, QuerySet[AanbodPage]],
) -> defaultdict[str, dict[str, int]]:
    """Return group of filters → word → number of offers in ``aanbod`` of that group; one query."""
    vragen = [
        _vraag_tel(aanbod[groep], VELDEN[groep]).annotate(groep=Value(groep, CharField()))
        for groep in aanbod
    ]
    rijen = vragen[0].values_list("groep", "woord", "n")
    rest = [vraag.values_list("groep", "woord", "n") for vraag in vragen[1:]]
    per_groep: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for groep, woord, n in rijen.union(*rest, all=True):
        per_groep[groep][woord] = n
    return per_groep


def _vraag_tel(aanbod: QuerySet[AanbodPage], veld: str) -> QuerySet[AanbodPage, Any]:
    """Count offers per value of ``veld``; fresh joins, so that a filter on it does not narrow."""
    rows = AanbodPage.objects.filter(pk__in=aanbod.order_by().values("pk")).order_by()
    geteld: QuerySet[AanbodPage, Any] = rows.values(woord=F(veld)).annotate(
        n=Count("pk", distinct=True)
    )
    return geteld


def sorteer_op_niveau(aanbod: QuerySet[AanbodPage]) -> QuerySet[AanbodPage]:
    """Order by what is put forward, then the lowest level, then title."""
    laagste = (
        Doelgroep.objects.filter(aanbod=OuterRef("pk"))
        .order_by()
        .values("aanbod")
        .annotate(laagste=Min("niveau__volgorde"))
        .values("laagste")
    )
    gesorteerd: QuerySet[AanbodPage] = aanbod.annotate(niveau_volgorde=Subquery(laagste)).order_by(
        "-uitgelicht", "niveau_volgorde", "title", "pk"
    )
    return gesorteerd


def list_ingangen() -> list[Ingang]:
    """Return the levels with the numbers of lessons and trainings for each; three queries."""
    aanbod = list_aanbod()
    trainingen = tel_per_niveau(aanbod.filter(TRAINING))
    lessen = tel_per_niveau(aanbod.exclude(TRAINING))
    return [
        Ingang(
            slug=niveau.slug,
            naam=niveau.naam,
            omschrijving=niveau.omschrijving,
            tekening=niveau.tekening,
            lessen=lessen.get(niveau.slug, 0),
            trainingen=trainingen.get(niveau.slug, 0),
        )
        for niveau in Niveau.objects.all()
    ]


def list_nieuw(aantal: int) -> list[Kaart]:
    """Return the offers that were published last."""
    nieuwste = list_aanbod().order_by("-first_published_at", "-pk")
    return list_kaarten(nieuwste[:aantal])


def get_uitgelicht() -> Kaart | None:
    """Return the first offer that is put forward."""
    kaarten = list_kaarten(list_aanbod().filter(uitgelicht=True).order_by("pk")[:1])
    return kaarten[0] if kaarten else None


def list_informatie() -> list[InformatiePage]:
    """Return the live pages of information that want a place in the footer, in order."""
    paginas = InformatiePage.objects.live().filter(is_openbaar(), show_in_menus=True)
    return list(paginas.defer_streamfields().order_by("path"))
