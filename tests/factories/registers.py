"""Registers in the layout of DUO: bytes as they would be downloaded."""

from boekingen.domain.registerindeling import KOLOMMEN
from boekingen.domain.vestigingen import Sector

PLAIN = {
    "INSTELLINGSCODE": "99AA",
    "VESTIGINGSCODE": "99AA00",
    "VESTIGINGSNAAM": "De Wilgenpoort",
    "STRAATNAAM": "Wilgenpad",
    "HUISNUMMER-TOEVOEGING": "12-A",
    "POSTCODE": "3561 SA",
    "PLAATSNAAM": "DE MEERN",
    "GEMEENTENUMMER": "0344",
    "GEMEENTENAAM": "UTRECHT",
    "TELEFOONNUMMER": "0300000001",
    "INTERNETADRES": "www.dewilgenpoort.example",
    "VAKANTIEREGIO": "Midden",
}


def build_rij(sector=Sector.PO, code="99AA00", **values):
    """One row; keywords are columns with _ for a space, as in ``vestigingsnaam="X"``."""
    named = {**PLAIN, "VESTIGINGSCODE": code, "INSTELLINGSCODE": code[:4]}
    for name, value in values.items():
        (column,) = [c for c in KOLOMMEN[sector] if c.replace(" ", "_").lower() == name]
        named[column] = value
    return ";".join(named.get(column, " ") for column in KOLOMMEN[sector])


def build_register(*rows, sector=Sector.PO, encoding="cp1252", line_end="\r\n"):
    """A whole file with header."""
    lines = [";".join(KOLOMMEN[sector]), *rows]
    return "".join(line + line_end for line in lines).encode(encoding)


def build_codes(number, sector=Sector.PO, **values):
    """``number`` rows with different codes."""
    return [build_rij(sector, f"99{'AB'[n // 100]}A{n % 100:02}", **values) for n in range(number)]
