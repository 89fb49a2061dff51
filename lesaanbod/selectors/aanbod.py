"""The catalogue: what a visitor may see, and how much of it there is per word."""

from dataclasses import dataclass

from django.db.models import Count, Min, OuterRef, Q, QuerySet, Subquery

from lesaanbod.models import AanbodPage, Doelgroep, InformatiePage, Niveau, Thema, Vorm

from .kaarten import Kaart, list_kaarten

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
    aanbod: QuerySet[AanbodPage] = AanbodPage.objects.live().public()
    return aanbod


def list_niveaus() -> list[Begrip]:
    """Return the levels in order."""
    return [Begrip(slug=niveau.slug, naam=niveau.naam) for niveau in Niveau.objects.all()]


def list_themas() -> list[Begrip]:
    """Return the themes in order."""
    return [Begrip(slug=thema.slug, naam=thema.naam) for thema in Thema.objects.all()]


def list_vormen() -> list[Begrip]:
    """Return the forms in order."""
    return [Begrip(slug=vorm.value, naam=vorm.label) for vorm in Vorm]


def tel_per_niveau(aanbod: QuerySet[AanbodPage]) -> dict[str, int]:
    """Return slug of a level → number of offers in ``aanbod``."""
    return _tel(aanbod, "doelgroepen__niveau__slug")


def tel_per_thema(aanbod: QuerySet[AanbodPage]) -> dict[str, int]:
    """Return slug of a theme → number of offers in ``aanbod``."""
    return _tel(aanbod, "themas__slug")


def tel_per_vorm(aanbod: QuerySet[AanbodPage]) -> dict[str, int]:
    """Return form → number of offers in ``aanbod``."""
    return _tel(aanbod, "vorm")


def _tel(aanbod: QuerySet[AanbodPage], veld: str) -> dict[str, int]:
    """Count offers per value of ``veld``; fresh joins, so that a filter on it does not narrow."""
    rows = AanbodPage.objects.filter(pk__in=aanbod.order_by().values("pk")).order_by()
    return dict(rows.values(veld).annotate(n=Count("pk", distinct=True)).values_list(veld, "n"))


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
    return list(InformatiePage.objects.live().public().filter(show_in_menus=True).order_by("path"))
