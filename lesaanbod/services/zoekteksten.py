"""Keep what offers are found by true to what stands on their pages."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import reduce
from operator import add
from typing import Any

from django.contrib.postgres.search import SearchVector
from django.db import connection, transaction
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from wagtail.signals import page_published

from lesaanbod.domain.zoekwoorden import build_zoektekst
from lesaanbod.models import (
    AanbodPage,
    Doelgroep,
    Onderdeel,
    OnderdeelRol,
    TrainingPage,
    Vorm,
    Zoektekst,
)
from lesaanbod.services.catalogusversie import verhoog_versie

VELDEN = ("titel", "themas", "samenvatting", "verder")
GEWICHTEN = ("A", "B", "C", "D")
TALEN = ("dutch", "simple")
PER_KEER = 500


@transaction.atomic
def schrijf_zoekteksten(*, ids: Collection[int]) -> None:
    """Write the words of the offers with these numbers; a fixed number of queries per 500."""
    nummers = sorted(ids)
    for begin in range(0, len(nummers), PER_KEER):
        _schrijf(nummers[begin : begin + PER_KEER])
    verhoog_versie()


def schrijf_alle_zoekteksten() -> None:
    """Write the words of every offer again, for when a word that many of them carry changed."""
    schrijf_zoekteksten(ids=AanbodPage.objects.values_list("pk", flat=True))


def schrijf_ontbrekende_zoekteksten() -> None:
    """Write the words of offers that have none: after an upgrade, or when rows were put in."""
    schrijf_zoekteksten(ids=AanbodPage.objects.filter(zoektekst=None).values_list("pk", flat=True))


def _schrijf(ids: list[int]) -> None:
    """Write the words of one portion."""
    paginas = AanbodPage.objects.filter(pk__in=ids).select_related("aanbieder")
    themas = _lees_per_aanbod(
        AanbodPage.themas.through.objects.filter(aanbodpage__in=ids).values_list(
            "aanbodpage", "thema__naam"
        )
    )
    verder = _lees_verder(ids)
    Zoektekst.objects.bulk_create(
        [
            Zoektekst(
                aanbod=pagina,
                titel=build_zoektekst(pagina.title),
                themas=build_zoektekst(*themas[pagina.pk], *(str(doel) for doel in pagina.doelen)),
                samenvatting=build_zoektekst(pagina.samenvatting),
                verder=build_zoektekst(
                    pagina.aanbieder.naam, Vorm(pagina.vorm).label, *verder[pagina.pk]
                ),
            )
            for pagina in paginas
        ],
        update_conflicts=True,
        unique_fields=["aanbod"],
        update_fields=VELDEN,
    )
    if connection.vendor == "postgresql":
        _schrijf_stammen(ids)


def _schrijf_stammen(ids: list[int]) -> None:
    """Let PostgreSQL keep the words and their Dutch stems, weighed by the field they stand in."""
    vectoren = [
        SearchVector(veld, weight=gewicht, config=taal)
        for veld, gewicht in zip(VELDEN, GEWICHTEN, strict=True)
        for taal in TALEN
    ]
    Zoektekst.objects.filter(pk__in=ids).update(vector=reduce(add, vectoren))


def _lees_verder(ids: list[int]) -> defaultdict[int, list[str]]:
    """Return page id → audiences, onderdelen, roles and trainers."""
    onderdelen = Onderdeel.objects.filter(les__in=ids)
    rollen = OnderdeelRol.objects.filter(onderdeel__les__in=ids)
    groepen = Doelgroep.objects.filter(aanbod__in=ids)
    trainingen = TrainingPage.objects.filter(pk__in=ids)
    return _lees_per_aanbod(
        [
            *groepen.values_list("aanbod", "niveau__naam", "niveau__korte_naam", "leerjaren"),
            *onderdelen.values_list("les", "titel", "tekst"),
            *rollen.values_list("onderdeel__les", "rol__naam", "rol__meervoud"),
            *trainingen.values_list("pk", "wie_geeft"),
        ]
    )


def _lees_per_aanbod(rows: Iterable[tuple[Any, ...]]) -> defaultdict[int, list[str]]:
    """Return the number in front of each row → all words behind it."""
    per_aanbod: defaultdict[int, list[str]] = defaultdict(list)
    for aanbod_id, *woorden in rows:
        per_aanbod[aanbod_id].extend(woorden)
    return per_aanbod


@receiver(page_published, dispatch_uid="zoektekst_na_publiceren")
def _na_publiceren(instance: object, **_kwargs: object) -> None:
    """Follow what an editor publishes, by hand or by schedule."""
    if isinstance(instance, AanbodPage):
        schrijf_zoekteksten(ids=[instance.pk])


@receiver(post_migrate, dispatch_uid="zoektekst_na_migrate")
def _na_migrate(sender: Any, **_kwargs: object) -> None:
    """Give offers of before this table their words."""
    if sender.name == "lesaanbod":
        schrijf_ontbrekende_zoekteksten()
