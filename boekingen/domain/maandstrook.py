"""The months beside the wishes: school days, holidays and what was chosen, ready to draw."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lesaanbod.domain.datums import MAANDEN
from lesaanbod.domain.schoolvakanties import Soort, VrijePeriode, vrije_periodes

SCHOOLDAGEN = 5
MINSTENS_MAANDEN = 3
HOOGSTENS_MAANDEN = 6


class Dagsoort(StrEnum):
    """How a day is drawn; the value is also its class."""

    GEWOON = "gewoon"
    VRIJ = "vrij"
    MISSCHIEN = "misschien"
    WENS = "wens"
    FOUT = "fout"


@dataclass(frozen=True, slots=True)
class Dagvak:
    """One day, how it is drawn, and that in words (empty for an ordinary day)."""

    datum: date
    soort: Dagsoort
    uitleg: str


@dataclass(frozen=True, slots=True)
class Maand:
    """One month; every week has Monday to Friday, None where another month is."""

    naam: str
    weken: tuple[tuple[Dagvak | None, ...], ...]


def build_maanden(
    *, eerste: date, wensen: Collection[date], fouten: Collection[date], regio: str
) -> tuple[Maand, ...]:
    """Return the months from ``eerste`` to the last wish, at least three and at most six.

    ``fouten`` are the days that cannot be; a wish before ``eerste`` draws no month of its own.
    """
    laatste = max([*wensen, eerste])
    aantal = (laatste.year - eerste.year) * 12 + laatste.month - eerste.month + 1
    aantal = min(max(aantal, MINSTENS_MAANDEN), HOOGSTENS_MAANDEN)
    begin = _plus_maanden(eerste, 0)
    einde = _plus_maanden(eerste, aantal) - timedelta(days=1)
    tekening = _Tekening(
        wensen=frozenset(wensen),
        fouten=frozenset(fouten),
        periodes=vrije_periodes(regio, begin, einde),
    )
    return tuple(_build_maand(_plus_maanden(eerste, i), tekening) for i in range(aantal))


@dataclass(frozen=True, slots=True)
class _Tekening:
    """What decides how a day is drawn."""

    wensen: frozenset[date]
    fouten: frozenset[date]
    periodes: tuple[VrijePeriode, ...]

    def teken(self, datum: date) -> Dagvak:
        """Return one day; what was chosen comes before what the calendar says."""
        if datum in self.fouten:
            return Dagvak(datum, Dagsoort.FOUT, "deze dag kan niet")
        if datum in self.wensen:
            return Dagvak(datum, Dagsoort.WENS, "uw eerste wens")
        geraakt = [periode for periode in self.periodes if periode.bevat(datum)]
        vast = next((periode for periode in geraakt if periode.soort is not Soort.ADVIES), None)
        if vast:
            return Dagvak(datum, Dagsoort.VRIJ, vast.naam.lower())
        if geraakt:
            return Dagvak(datum, Dagsoort.MISSCHIEN, f"misschien {geraakt[0].naam.lower()}")
        return Dagvak(datum, Dagsoort.GEWOON, "")


def _plus_maanden(datum: date, aantal: int) -> date:
    """Return the first day of the month ``aantal`` months after that of ``datum``."""
    maanden = datum.year * 12 + datum.month - 1 + aantal
    return date(maanden // 12, maanden % 12 + 1, 1)


def _build_maand(eerste: date, tekening: _Tekening) -> Maand:
    """Return one month as weeks of school days; a week without any is left out."""
    maandag = eerste - timedelta(days=eerste.weekday())
    weken = []
    while maandag < _plus_maanden(eerste, 1):
        week = [maandag + timedelta(days=i) for i in range(SCHOOLDAGEN)]
        if any(dag.month == eerste.month for dag in week):
            weken.append(
                tuple(tekening.teken(dag) if dag.month == eerste.month else None for dag in week)
            )
        maandag += timedelta(days=7)
    return Maand(f"{MAANDEN[eerste.month - 1]} {eerste.year}", tuple(weken))
