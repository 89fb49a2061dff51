"""What a school filled in, from the answers of a draft to values that services can trust.

The draft keeps its answers as JSON, one object per screen, so that nothing typed is lost; this
module is the only one that knows that shape::

    {"school": {"id": 12} | {"naam": …, "straat": …, "huisnummer": …, "postcode": …, "plaats": …,
                "sector": …, "vakantieregio": …, "telefoon": …},
     "klassen": {"groepen": [{"naam": "8A", "niveau": 1, "leerlingen": 27}], "samen": false},
     "momenten": {"wensen": {"<sleutel>": ["2027-01-12T09:00"]}, "verhinderd": ["2027-01-13"]},
     "praktisch": {"lokaal": …, "dagcontact_naam": …, "dagcontact_telefoon": …, "opmerking": …},
     "contact": {"naam": …, "functie": …, "telefoon": …, "email": …},
     "onaf": {"klassen": {"groep-0-naam": "8A"}}}

Wished moments are wall-clock times in Europe/Amsterdam, without a zone. Under ``onaf`` stand the
fields of a screen as they were typed, when somebody stopped halfway; it then has no answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from .weigeringen import AanvraagOnvolledig

STAPPEN = ("school", "klassen", "momenten", "praktisch", "contact")
HOOGSTENS_GROEPEN = 8
HOOGSTENS_WENSEN = 3
HOOGSTENS_VERHINDERD = 30
ONAF = "onaf"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolOpgave:
    """A school of the register by its number, or what was typed for one that is not in it."""

    id: int | None = None
    naam: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""
    sector: str = ""
    vakantieregio: str = ""
    telefoon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroepOpgave:
    """One class: its name, the number of its Niveau, and how many pupils."""

    naam: str
    niveau: int
    leerlingen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactOpgave:
    """Who asks."""

    naam: str
    telefoon: str
    email: str
    functie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktisch:
    """What helps on the day."""

    dagcontact_naam: str = ""
    dagcontact_telefoon: str = ""
    lokaal: str = ""
    opmerking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indiening:
    """A complete set of answers; ``wensen`` is by key of the onderdeel, in order of preference."""

    school: SchoolOpgave
    groepen: tuple[GroepOpgave, ...]
    klassen_samen: bool
    wensen: Mapping[UUID, tuple[datetime, ...]]
    verhinderd: tuple[date, ...]
    praktisch: Praktisch
    contact: ContactOpgave


def list_open_stappen(antwoorden: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the screens that have no answer yet, in order."""
    return tuple(stap for stap in STAPPEN if not antwoorden.get(stap))


def parse_indiening(antwoorden: Mapping[str, Any]) -> Indiening:
    """Turn the answers of a draft into an Indiening.

    Raises ``AanvraagOnvolledig`` when a screen is missing or an answer has the wrong shape.
    """
    if list_open_stappen(antwoorden):
        raise AanvraagOnvolledig
    try:
        return _parse(antwoorden)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise AanvraagOnvolledig from error


def _parse(antwoorden: Mapping[str, Any]) -> Indiening:
    klassen, momenten = antwoorden["klassen"], antwoorden["momenten"]
    groepen = tuple(GroepOpgave(**groep) for groep in klassen["groepen"])
    wensen = {
        UUID(sleutel): tuple(datetime.fromisoformat(moment) for moment in wensen)
        for sleutel, wensen in momenten["wensen"].items()
    }
    te_veel = max((len(lijst) for lijst in wensen.values()), default=0) > HOOGSTENS_WENSEN
    if not 0 < len(groepen) <= HOOGSTENS_GROEPEN or te_veel:
        raise AanvraagOnvolledig
    return Indiening(
        school=SchoolOpgave(**antwoorden["school"]),
        groepen=groepen,
        klassen_samen=bool(klassen.get("samen")) and len(groepen) > 1,
        wensen=wensen,
        verhinderd=tuple(date.fromisoformat(dag) for dag in momenten.get("verhinderd", [])),
        praktisch=Praktisch(**antwoorden["praktisch"]),
        contact=ContactOpgave(**antwoorden["contact"]),
    )
