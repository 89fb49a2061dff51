"""When nobody gets a letter: evenings, nights, Sundays and public holidays.

What cannot wait is not held back: a lesson that begins within ``DRINGEND``.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from .datums import AMSTERDAM
from .schoolvakanties import Soort, Vakantieregio, vrije_periodes

BEGIN_STIL = time(21, 0)
EIND_STIL = time(7, 30)
ZONDAG = 6
DRINGEND = timedelta(hours=36)
"""From here on a lesson is so near that the quiet hours do not hold (a Sunday before a Monday)."""

LANGSTE_STILTE = 14


def is_dringend(*, nu: datetime, begin: datetime) -> bool:
    """Whether a lesson at ``begin`` cannot wait for the end of the quiet hours."""
    return begin - nu <= DRINGEND


def bepaal_vertrek(*, nu: datetime, begin: datetime | None) -> datetime:
    """Return when a letter of ``nu`` about a lesson at ``begin``, or about none, may leave."""
    if begin is not None and is_dringend(nu=nu, begin=begin):
        return nu
    return get_einde_stilte(nu)


def is_stil(moment: datetime) -> bool:
    """Whether an aware moment is in the quiet hours, on the clock of Utrecht."""
    lokaal = moment.astimezone(AMSTERDAM)
    if lokaal.weekday() == ZONDAG or not EIND_STIL <= lokaal.time() < BEGIN_STIL:
        return True
    return is_feestdag(lokaal.date())


@lru_cache(maxsize=1024)
def is_feestdag(dag: date) -> bool:
    """Whether ``dag`` is a public holiday."""
    vrij = vrije_periodes(Vakantieregio.MIDDEN.value, dag, dag)
    return any(periode.soort is Soort.FEESTDAG for periode in vrij)


def get_einde_stilte(moment: datetime) -> datetime:
    """Return ``moment`` itself outside the quiet hours, else the next 7.30 hours; in UTC."""
    if not is_stil(moment):
        return moment.astimezone(UTC)
    lokaal = moment.astimezone(AMSTERDAM)
    for dagen in range(LANGSTE_STILTE):
        ochtend = datetime.combine(lokaal.date() + timedelta(days=dagen), EIND_STIL, AMSTERDAM)
        if ochtend > moment and not is_stil(ochtend):
            return ochtend.astimezone(UTC)
    raise ValueError(f"No morning without quiet hours within two weeks of {moment!r}.")
