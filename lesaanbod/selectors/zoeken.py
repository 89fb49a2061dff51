"""Find offers by words: stems on PostgreSQL, the start of a word on SQLite."""

from collections.abc import Sequence
from functools import reduce
from operator import and_

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery, SearchRank
from django.db import connection
from django.db.models import (
    Case,
    Expression,
    F,
    FloatField,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)

from lesaanbod.domain.zoekwoorden import HOOGSTENS_WOORDEN, split_zoekwoorden
from lesaanbod.models import AanbodPage, Onderdeel, Zoektekst

STAMMEN, LETTERLIJK = "dutch", "simple"
# What one word counts for in each field; PostgreSQL names them D to A and adds up repetitions.
GEWICHTEN = [0.02, 0.1, 0.4, 1.0]
PUNTEN = {"titel": 8.0, "themas": 4.0, "samenvatting": 2.0, "verder": 1.0}


def filter_op_woorden(aanbod: QuerySet[AanbodPage], tekst: str) -> QuerySet[AanbodPage]:
    """Keep what holds every word of ``tekst``; without a single word in it nothing is found."""
    woorden = _lees_woorden(tekst)
    if not woorden:
        return aanbod.none()
    gevonden = Zoektekst.objects.all()
    if connection.vendor == "postgresql":
        gevonden = gevonden.filter(vector=_build_vraag(woorden))
    else:
        for woord in woorden:
            gevonden = gevonden.filter(pk__in=_list_met_woord(woord))
    kept: QuerySet[AanbodPage] = aanbod.filter(pk__in=gevonden.values("pk"))
    return kept


def sorteer_op_relevantie(aanbod: QuerySet[AanbodPage], tekst: str) -> QuerySet[AanbodPage]:
    """Order by where the words stand: title, theme or goal, summary, the rest; then by title."""
    gerangschikt: QuerySet[AanbodPage] = aanbod.annotate(rang=_build_rang(tekst))
    return gerangschikt.order_by("-rang", "title", "pk")


def sorteer_op_duur(aanbod: QuerySet[AanbodPage]) -> QuerySet[AanbodPage]:
    """Order by the minutes of all onderdelen together, short first; trainings have none: last."""
    minuten = (
        Onderdeel.objects.filter(les=OuterRef("pk"))
        .order_by()
        .values("les")
        .annotate(minuten=Sum("duur"))
        .values("minuten")
    )
    gesorteerd: QuerySet[AanbodPage] = aanbod.annotate(minuten=Subquery(minuten)).order_by(
        F("minuten").asc(nulls_last=True), "title", "pk"
    )
    return gesorteerd


def _lees_woorden(tekst: str) -> list[str]:
    """Return the words to look for, no more than a person means."""
    return split_zoekwoorden(tekst)[:HOOGSTENS_WOORDEN]


def _list_met_woord(woord: str) -> QuerySet[Zoektekst, int]:
    """Return the numbers of the texts in which a word starts with ``woord``."""
    ergens = Zoektekst.objects.none()
    for veld in PUNTEN:
        ergens = ergens | Zoektekst.objects.filter(**{f"{veld}__contains": f" {woord}"})
    return ergens.values_list("pk", flat=True)


def _build_vraag(woorden: Sequence[str]) -> SearchQuery | CombinedSearchQuery:
    """Return the question for PostgreSQL: every word, by its Dutch stem or its start.

    A word is letters and digits only (split_zoekwoorden), so the quotes cannot be broken out of.
    """
    vragen = (
        SearchQuery(f"'{woord}':*", config=STAMMEN, search_type="raw")
        | SearchQuery(f"'{woord}':*", config=LETTERLIJK, search_type="raw")
        for woord in woorden
    )
    return reduce(and_, vragen)


def _build_rang(tekst: str) -> Expression:
    """Return how well the text of an offer answers: joined, not looked up row by row."""
    woorden = _lees_woorden(tekst)
    if woorden and connection.vendor == "postgresql":
        return SearchRank(F("zoektekst__vector"), _build_vraag(woorden), weights=GEWICHTEN)
    rang: Expression = Value(0.0)
    for woord in woorden:
        for veld, punten in PUNTEN.items():
            rang += Case(
                When(**{f"zoektekst__{veld}__contains": f" {woord}"}, then=Value(punten)),
                default=Value(0.0),
                output_field=FloatField(),
            )
    return rang
