"""When schools are closed: holidays per region and public holidays.

The dates come from the ``holidays`` library, which follows the Regeling vaststelling
schoolvakanties (Staatscourant 2024, 19237). Kerst, mei and zomer are fixed by it; herfst and
voorjaar are advice, so a school may be open then. Goede Vrijdag is no compulsory day off and
Bevrijdingsdag only every fifth year: on these days many schools are closed, so they warn.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import holidays


class Vakantieregio(StrEnum):
    """The three regions the ministry spreads the school holidays over."""

    NOORD = "Noord"
    MIDDEN = "Midden"
    ZUID = "Zuid"


class Soort(StrEnum):
    """How hard a free period is: only ``ADVIES`` leaves the choice to the school."""

    VAKANTIE = "vakantie"
    FEESTDAG = "feestdag"
    ADVIES = "advies"


@dataclass(frozen=True, slots=True)
class VrijePeriode:
    """Days on which a school is, or may be, closed; ``eind`` is the last of them."""

    naam: str
    begin: date
    eind: date
    soort: Soort

    def bevat(self, datum: date) -> bool:
        """Whether ``datum`` is one of the days."""
        return self.begin <= datum <= self.eind


DAG = timedelta(days=1)
VASTE_VAKANTIES = frozenset({"Kerstvakantie", "Meivakantie", "Zomervakantie"})
MISSCHIEN_VRIJ = frozenset({"Goede vrijdag"})
# 1 August lies in every summer holiday, so it parts two school years in each region.
SCHOOLJAAR_BEGINT = (8, 1)


def vrije_periodes(regio: str, van: date, tot: date) -> tuple[VrijePeriode, ...]:
    """Return the free periods of ``regio`` that touch ``van`` up to and including ``tot``.

    Ordered by begin; weekends are not in it. Raises ``ValueError`` for an unknown region.
    """
    vakantieregio = Vakantieregio(regio)
    jaren = range(van.year, tot.year + 1)
    periodes = {periode for jaar in jaren for periode in _periodes_van(vakantieregio, jaar)}
    geraakt = (periode for periode in periodes if periode.begin <= tot and periode.eind >= van)
    return tuple(sorted(geraakt, key=lambda periode: (periode.begin, periode.naam)))


def find_vrije_periode(regio: str, datum: date) -> VrijePeriode | None:
    """Return why schools in ``regio`` are closed on ``datum``, the hardest reason first."""
    periodes = {periode.soort: periode for periode in vrije_periodes(regio, datum, datum)}
    return next((periodes[soort] for soort in Soort if soort in periodes), None)


def is_schooljaar_bekend(regio: str, datum: date) -> bool:
    """Whether the holidays of the school year around ``datum`` have been fixed already."""
    jaar = datum.year if (datum.month, datum.day) >= SCHOOLJAAR_BEGINT else datum.year - 1
    return "Herfstvakantie" in _vakantiedagen(Vakantieregio(regio), jaar).values()


@lru_cache(maxsize=64)
def _periodes_van(regio: Vakantieregio, jaar: int) -> tuple[VrijePeriode, ...]:
    """Return every period with a day in ``jaar``; kerst whole, with its days in other years."""
    dagen = {
        datum: naam
        for welk in (jaar - 1, jaar, jaar + 1)
        for datum, naam in _vakantiedagen(regio, welk).items()
    }
    vakanties = (
        VrijePeriode(naam, begin, eind, _soort_vakantie(naam))
        for naam, begin, eind in _aaneengesloten(dagen)
        if begin.year <= jaar <= eind.year
    )
    return (*vakanties, *_feestdagen(jaar))


@lru_cache(maxsize=64)
def _vakantiedagen(regio: Vakantieregio, jaar: int) -> Mapping[date, str]:
    return dict(holidays.NL(years=jaar, categories="school", subdiv=regio.value, language="nl"))


def _soort_vakantie(naam: str) -> Soort:
    return Soort.VAKANTIE if naam in VASTE_VAKANTIES else Soort.ADVIES


def _aaneengesloten(dagen: Mapping[date, str]) -> Iterator[tuple[str, date, date]]:
    """Yield (name, first day, last day) of every run of days with one name."""
    begin: date | None = None
    for datum in sorted(dagen):
        begin = begin or datum
        if dagen.get(datum + DAG) != dagen[datum]:
            yield dagen[datum], begin, datum
            begin = None


def _feestdagen(jaar: int) -> Iterator[VrijePeriode]:
    """Yield the public holidays of ``jaar``, and those on which many schools are closed."""
    officieel = holidays.NL(years=jaar, language="nl")
    facultatief = holidays.NL(years=jaar, categories="optional", language="nl")
    for datum, naam in {**facultatief, **officieel}.items():
        vast = datum in officieel and naam not in MISSCHIEN_VRIJ
        yield VrijePeriode(naam, datum, datum, Soort.FEESTDAG if vast else Soort.ADVIES)
