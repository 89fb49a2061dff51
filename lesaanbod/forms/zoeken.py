"""The search page as a whole: filters with counts, chips, cards, and what to loosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from lesaanbod.domain.keuze import GROEPEN, Keuze, lees_keuze
from lesaanbod.geheugen import onthoud
from lesaanbod.models import AanbodPage, Vorm
from lesaanbod.selectors.aanbod import (
    Begrip,
    list_aanbod,
    list_niveaus,
    list_themas,
    list_vormen,
    sorteer_op_niveau,
    tel_per_groep,
)
from lesaanbod.selectors.kaarten import Kaart, list_kaarten
from lesaanbod.selectors.zoeken import sorteer_op_duur, sorteer_op_relevantie

from .filter import AanbodFilter

PER_PAGINA = 13
LABELS = {"zoekwoord": "Zoekwoord", "niveau": "Niveau", "thema": "Thema", "vorm": "Vorm"}
NIVEAU_EERST = "Niveau, laag naar hoog"
SORTERINGEN = {
    "titel": "Titel, van A naar Z",
    "nieuw": "Nieuwste eerst",
    "duur": "Duur, kort naar lang",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Optie:
    """One checkbox, and how many offers it stands for given the other groups."""

    slug: str
    naam: str
    aantal: int
    gekozen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filtergroep:
    """One group of checkboxes."""

    naam: str
    label: str
    opties: tuple[Optie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A chosen filter, with the address of the same choice without it."""

    tekst: str
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advies:
    """What an empty result would become without one group of filters."""

    label: str
    tekst: str
    aantal: int
    adres: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoekresultaat:
    """Everything the page of lessons shows for one choice."""

    keuze: Keuze
    groepen: tuple[Filtergroep, ...]
    chips: tuple[Chip, ...]
    adviezen: tuple[Advies, ...]
    pagina: Page
    kaarten: tuple[Kaart, ...]
    lessen: int
    trainingen: int
    alles: int

    @property
    def sorteringen(self) -> list[tuple[str, str]]:
        """The orders to choose from; the first is what one gets without choosing."""
        if self.keuze.zoekwoord:
            voorop = [("", "Wat het beste past"), ("niveau", NIVEAU_EERST)]
        else:
            voorop = [("", NIVEAU_EERST)]
        return voorop + list(SORTERINGEN.items())

    @property
    def bladeradres(self) -> str:
        """The address to which «pagina=2» is added."""
        return self.keuze.adres + ("" if self.keuze.adres == "?" else "&")


class Zoeker:
    """Reads the words once, then filters and counts with them."""

    def __init__(self) -> None:
        self.aanbod = list_aanbod()
        self.begrippen = {
            "niveau": list_niveaus(),
            "thema": list_themas(),
            "vorm": list_vormen(),
        }

    def lees(self, params: Iterable[tuple[str, list[str]]]) -> Keuze:
        """Return the choice in an address, by the words there are now."""
        bekend = {
            groep: {woord.slug for woord in woorden} for groep, woorden in self.begrippen.items()
        }
        return lees_keuze(params, bekend=bekend, sorteringen={"niveau", *SORTERINGEN})

    def filter(self, keuze: Keuze) -> QuerySet[AanbodPage]:
        """Return the offers that fit the choice."""
        if not keuze.filters:
            return self.aanbod
        return AanbodFilter(keuze, self.aanbod, self.begrippen).qs

    def sorteer(self, keuze: Keuze) -> QuerySet[AanbodPage]:
        """Return the offers that fit, in the order chosen."""
        gevonden = self.filter(keuze)
        match keuze.sorteer:
            case "titel":
                return gevonden.order_by("title", "pk")
            case "nieuw":
                return gevonden.order_by("-first_published_at", "-pk")
            case "duur":
                return sorteer_op_duur(gevonden)
            case "" if keuze.zoekwoord:
                return sorteer_op_relevantie(gevonden, keuze.zoekwoord)
            case _:
                return sorteer_op_niveau(gevonden)

    def tel(self, keuze: Keuze) -> dict[str, dict[str, int]]:
        """Return group → word → how many offers fit that word and the other groups."""

        def tel() -> dict[str, dict[str, int]]:
            return tel_per_groep({groep: self.filter(keuze.zonder(groep)) for groep in GROEPEN})

        if keuze.zoekwoord:  # there is no end to those
            return tel()
        return onthoud(("aantallen", *keuze.filters), tel)

    def build_groep(self, groep: str, keuze: Keuze, aantallen: dict[str, int]) -> Filtergroep:
        """Return a group with its counts; forms that never occur are left out."""
        opties = (
            Optie(
                slug=woord.slug,
                naam=woord.naam,
                aantal=aantallen.get(woord.slug, 0),
                gekozen=woord.slug in keuze.waarden(groep),
            )
            for woord in self.begrippen[groep]
        )
        return Filtergroep(
            naam=groep,
            label=LABELS[groep],
            opties=tuple(o for o in opties if groep != "vorm" or o.aantal or o.gekozen),
        )

    def build_chips(self, keuze: Keuze) -> tuple[Chip, ...]:
        """Return a chip for every chosen filter."""
        return tuple(
            Chip(tekst=self.naam(groep, waarde), adres=keuze.zonder(groep, waarde).adres)
            for groep, waarde in keuze.filters
        )

    def build_adviezen(self, keuze: Keuze) -> tuple[Advies, ...]:
        """Return which group to loosen, most offers first; at most one query per group."""
        adviezen = [self._build_advies(groep, keuze) for groep in keuze.groepen]
        nuttig = [advies for advies in adviezen if advies.aantal]
        return tuple(sorted(nuttig, key=lambda advies: -advies.aantal))

    def _build_advies(self, groep: str, keuze: Keuze) -> Advies:
        """Return what is found without one group."""
        ruimer = keuze.zonder(groep)
        gekozen = [self.naam(g, waarde) for g, waarde in keuze.filters if g == groep]
        return Advies(
            label=LABELS[groep],
            tekst=", ".join(gekozen),
            aantal=self.filter(ruimer).count(),
            adres=ruimer.adres,
        )

    def naam(self, groep: str, waarde: str) -> str:
        """Return how a chosen value reads."""
        woorden: list[Begrip] = self.begrippen.get(groep, [])
        return next((woord.naam for woord in woorden if woord.slug == waarde), f"«{waarde}»")


def zoek(params: Iterable[tuple[str, list[str]]], *, pagina: str | None) -> Zoekresultaat:
    """Return the page of lessons for the parameters of an address, whatever these hold."""
    zoeker = Zoeker()
    keuze = zoeker.lees(params)
    aantallen = zoeker.tel(keuze)
    groepen = tuple(zoeker.build_groep(groep, keuze, aantallen[groep]) for groep in GROEPEN)
    per_vorm = {
        vorm: n for vorm, n in aantallen["vorm"].items() if not keuze.vorm or vorm in keuze.vorm
    }
    aantal = sum(per_vorm.values())
    bladeraar = Paginator(zoeker.sorteer(keuze), PER_PAGINA)
    bladeraar.count = aantal  # known already
    blad = bladeraar.get_page(pagina)
    gevonden: Any = blad.object_list
    trainingen = per_vorm.get(Vorm.DOCENTENTRAINING.value, 0)
    return Zoekresultaat(
        keuze=keuze,
        groepen=groepen,
        chips=zoeker.build_chips(keuze),
        adviezen=() if aantal else zoeker.build_adviezen(keuze),
        pagina=blad,
        kaarten=tuple(list_kaarten(gevonden)),
        lessen=aantal - trainingen,
        trainingen=trainingen,
        alles=aantal or zoeker.aanbod.count(),
    )
