"""The three layouts DUO publishes locations in, told apart by their header.

Source: the open data files "alle schoolvestigingen basisonderwijs" (31 columns), "alle
vestigingen vo" (32) and "alle vestigingen sbo, so en vso" (34).
"""

from collections.abc import Sequence

from .registerbestand import RegisterOnleesbaar
from .vestigingen import Sector

_EIGEN = (
    "PROVINCIE",
    "BEVOEGD GEZAG NUMMER",
    "INSTELLINGSCODE",
    "VESTIGINGSCODE",
    "VESTIGINGSNAAM",
    "STRAATNAAM",
    "HUISNUMMER-TOEVOEGING",
    "POSTCODE",
    "PLAATSNAAM",
    "GEMEENTENUMMER",
    "GEMEENTENAAM",
    "DENOMINATIE",
    "TELEFOONNUMMER",
    "INTERNETADRES",
)
_SLOT = (
    "STRAATNAAM CORRESPONDENTIEADRES",
    "HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES",
    "POSTCODE CORRESPONDENTIEADRES",
    "PLAATSNAAM CORRESPONDENTIEADRES",
    "NODAAL GEBIED CODE",
    "NODAAL GEBIED NAAM",
    "RPA-GEBIED CODE",
    "RPA-GEBIED NAAM",
    "WGR-GEBIED CODE",
    "WGR-GEBIED NAAM",
    "COROPGEBIED CODE",
    "COROPGEBIED NAAM",
    "ONDERWIJSGEBIED CODE",
    "ONDERWIJSGEBIED NAAM",
    "RMC-REGIO CODE",
    "RMC-REGIO NAAM",
    "VAKANTIEREGIO",
)

KOLOMMEN: dict[Sector, tuple[str, ...]] = {
    Sector.PO: _EIGEN + _SLOT,
    Sector.VO: (*_EIGEN, "ONDERWIJSSTRUCTUUR", *_SLOT),
    Sector.SO: ("SOORT PRIMAIR ONDERWIJS", *_EIGEN, "CLUSTER", "ONDERWIJS", *_SLOT),
}
# The column that says which kind of school it is, where the layout has one.
SOORTKOLOM = {Sector.VO: "ONDERWIJSSTRUCTUUR", Sector.SO: "SOORT PRIMAIR ONDERWIJS"}


def recognise_sector(kop: Sequence[str]) -> Sector:
    """Return the sector whose layout has exactly the columns ``kop``, in that order.

    Raises ``RegisterOnleesbaar`` for any other header, with the nearest layout's difference.
    """
    gevonden = tuple(kolom.strip() for kolom in kop)
    for sector, kolommen in KOLOMMEN.items():
        if gevonden == kolommen:
            return sector
    raise RegisterOnleesbaar(_explain_kop(gevonden))


def _explain_kop(kop: tuple[str, ...]) -> str:
    """Say what kind of file this seems to be, and what to do."""
    if any(kolom.startswith("MBO INSTELLINGSSOORT") for kolom in kop):
        return "Dit bestand gaat over mbo-instellingen. Voeg mbo-locaties met de hand toe."
    if not set(kop) & set(_EIGEN):
        return (
            "Dit is geen bestand met schoolvestigingen van DUO. Download het bestand voor "
            "basisonderwijs, voortgezet onderwijs of speciaal onderwijs."
        )
    nabij = min(KOLOMMEN.values(), key=lambda kolommen: len(set(kolommen) ^ set(kop)))
    verschillen = [f"{kolom} ontbreekt" for kolom in nabij if kolom not in kop]
    verschillen += [f"{kolom[:40]} is onbekend" for kolom in kop if kolom not in nabij]
    uitleg = ", ".join(verschillen[:5]) or "ze staan in een andere volgorde"
    return f"De kolommen zijn anders dan die van DUO: {uitleg}. Download het bestand opnieuw."
