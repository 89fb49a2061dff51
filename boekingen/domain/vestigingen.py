"""What the school register says about one location."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# How long the texts of a School may be; a test compares with the model.
LENGTES = {
    "soort": 80,
    "naam": 200,
    "straat": 120,
    "huisnummer": 20,
    "plaats": 80,
    "gemeente": 80,
    "website": 200,
}


class Sector(StrEnum):
    """The part of education a location belongs to."""

    PO = "po"
    VO = "vo"
    SO = "so"
    MBO = "mbo"
    OVERIG = "overig"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vestiging:
    """One location, values clean; the names of the fields are those of School."""

    vestigingscode: str
    brin: str
    sector: Sector
    soort: str
    naam: str
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    gemeentecode: str
    gemeente: str
    telefoon: str
    website: str
    vakantieregio: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GeweigerdeRegel:
    """A row that was not taken, why, and what it shows of the location it was about."""

    regel: int
    reden: str
    vestigingscode: str = ""
    brin: str = ""
    postcode: str = ""
    naam: str = ""

    @property
    def is_herkenbaar(self) -> bool:
        """Whether anything tells which location this row was about."""
        return bool(self.vestigingscode or self.brin or self.postcode or self.naam)

    @property
    def is_code_zeker(self) -> bool:
        """Whether the row has a code, and one that belongs to its BRIN."""
        return bool(self.vestigingscode) and self.vestigingscode.startswith(self.brin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What one file holds: locations and their line numbers by code, and the refused rows.

    ``gemeentecodes`` are those of all rows, refused ones too.
    """

    sector: Sector
    vestigingen: Mapping[str, Vestiging]
    regels: Mapping[str, int]
    weigeringen: tuple[GeweigerdeRegel, ...]
    gemeentecodes: frozenset[str]
