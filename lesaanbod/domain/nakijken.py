"""What is missing or odd on an offer, in plain Dutch, before it is published.

Only what would break a request stops publishing: a school would otherwise ask for a lesson that
nobody can give. All else is advice. The bounds come from domain.md, section 5, and the card in the
list, which shows two lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass

LANGSTE_SAMENVATTING = 140
MINSTE_SERIE = 2


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One remark; ``blokkeert`` when the page may not be published like this."""

    tekst: str
    blokkeert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeelfeiten:
    """What the check wants to know of one onderdeel."""

    titel: str
    rollen: int
    op_school: bool
    plaats: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbodfeiten:
    """What the check wants to know of an offer, as it would be published."""

    samenvatting: str
    boekbaar: bool
    is_serie: bool
    doelen: int
    doelgroepen: int
    materialen: int
    materialen_leeg: tuple[str, ...] = ()
    dode_links: int = 0
    afbeeldingen_zonder_tekst: int = 0
    onderdelen: tuple[Onderdeelfeiten, ...] = ()
    alleen_materiaal: bool = False


def list_bevindingen(feiten: Aanbodfeiten) -> list[Bevinding]:
    """Return every remark; those that stop publishing come first."""
    alles = [*_boeking(feiten), *_inhoud(feiten), *_tekst(feiten)]
    return sorted(alles, key=lambda bevinding: not bevinding.blokkeert)


def format_weigering(bevindingen: Iterable[Bevinding]) -> str:
    """Return why a page is not published; empty when nothing stops it."""
    redenen = [bevinding.tekst for bevinding in bevindingen if bevinding.blokkeert]
    return " ".join(["Nog niet gepubliceerd.", *redenen]) if redenen else ""


def format_raad(bevindingen: Iterable[Bevinding]) -> str:
    """Return what is odd but stops nothing; empty when there is nothing."""
    raad = [bevinding.tekst for bevinding in bevindingen if not bevinding.blokkeert]
    return " ".join(["Kijk dit nog na.", *raad]) if raad else ""


def _boeking(feiten: Aanbodfeiten) -> list[Bevinding]:
    """Return what would break a request, and what makes a series odd."""
    if not feiten.boekbaar:
        return []
    redenen = []
    if not feiten.onderdelen:
        redenen.append("Er is geen onderdeel. Een school kan niets kiezen.")
    if not feiten.doelgroepen:
        redenen.append("Er is geen doelgroep. Een school kan geen klas kiezen.")
    redenen += [
        f"«{deel.titel}» heeft geen rol. Er is dan niemand om te vragen."
        for deel in feiten.onderdelen
        if not deel.rollen
    ]
    gevonden = [Bevinding(reden, blokkeert=True) for reden in redenen]
    if feiten.is_serie and 0 < len(feiten.onderdelen) < MINSTE_SERIE:
        gevonden.append(Bevinding("Deze lessenserie heeft maar één onderdeel."))
    if not feiten.is_serie and len(feiten.onderdelen) >= MINSTE_SERIE:
        gevonden.append(Bevinding("Deze les heeft meer onderdelen. Is het een lessenserie?"))
    return gevonden


def _inhoud(feiten: Aanbodfeiten) -> list[Bevinding]:
    """Return what a docent would miss."""
    gevonden = []
    if not feiten.doelen:
        gevonden.append(Bevinding("Er is nog geen doel. Wat leren zij?"))
    if not (feiten.boekbaar or feiten.doelgroepen):
        gevonden.append(Bevinding("Er is nog geen doelgroep. Niemand vindt dit met het filter."))
    if feiten.alleen_materiaal and not feiten.materialen:
        gevonden.append(Bevinding("Dit is lesmateriaal, maar er is niets om te openen."))
    gevonden += [
        Bevinding(f"Het materiaal «{titel}» heeft geen bestand en geen webadres.")
        for titel in feiten.materialen_leeg
    ]
    gevonden += [
        Bevinding(f"«{deel.titel}» is op school, maar noemt een andere plaats.")
        for deel in feiten.onderdelen
        if deel.op_school and deel.plaats
    ]
    return gevonden


def _tekst(feiten: Aanbodfeiten) -> list[Bevinding]:
    """Return what is odd in words, links and pictures."""
    gevonden = []
    if (lengte := len(feiten.samenvatting)) > LANGSTE_SAMENVATTING:
        gevonden.append(
            Bevinding(
                f"De samenvatting telt {lengte} tekens. "
                f"Tot {LANGSTE_SAMENVATTING} leest prettig in de lijst."
            )
        )
    if aantal := feiten.dode_links:
        links = "Eén link wijst" if aantal == 1 else f"{aantal} links wijzen"
        gevonden.append(Bevinding(f"{links} naar een pagina of bestand dat er niet is."))
    if aantal := feiten.afbeeldingen_zonder_tekst:
        beeld = "Eén afbeelding heeft" if aantal == 1 else f"{aantal} afbeeldingen hebben"
        gevonden.append(Bevinding(f"{beeld} geen beschrijving voor wie niet kan zien."))
    return gevonden
