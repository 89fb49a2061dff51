"""What differs from the weekly rhythm: away, or extra hours.

What is said last counts: a new stretch takes its time from the stretches of the other kind and
becomes one with those of its own kind, so that two of one person never overlap.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from .beschikbaarheid import Ritmeblok, get_dag, zet_blok_op_dag
from .tijdvak import Tijdvak, trek_af, verenig

DAG = timedelta(days=1)
HOOGSTENS_DAGEN = 400
HOOGSTENS_VOORUIT = timedelta(days=2 * 365)


class Uitzonderingsoort(StrEnum):
    """In which direction a stretch differs."""

    WEG = "weg"
    EXTRA = "extra"


class UitzonderingWeigering(ValueError):
    """A stretch that cannot be kept; ``uitleg`` says in words what to do."""

    uitleg = ""


class EindVoorBegin(UitzonderingWeigering):
    """The last day comes before the first, or the end time not after the begin."""

    uitleg = (
        "Kies een eind dat na het begin ligt. Gaat het door na middernacht? "
        "Vul dan per dag de uren in."
    )


class TijdBestaatNiet(UitzonderingWeigering):
    """The clock skips all of these hours."""

    uitleg = "Deze uren bestaan niet, want de klok gaat dan vooruit. Kies andere uren."


class TeLang(UitzonderingWeigering):
    """More days than anybody can mean."""

    uitleg = "Dit is meer dan een jaar. Kies een kortere periode, of overleg met de coördinator."


class AlVoorbij(UitzonderingWeigering):
    """The last day has passed."""

    uitleg = "Deze dagen zijn al voorbij. Kies een dag vanaf vandaag."


class TeVerWeg(UitzonderingWeigering):
    """Later than anybody plans."""

    uitleg = "Dit is te ver weg. Kies dagen binnen twee jaar."


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitzonderingen:
    """The stretches of one person, each kind merged and in order; the two share no moment."""

    weg: tuple[Tijdvak, ...] = ()
    extra: tuple[Tijdvak, ...] = ()

    def voeg_toe(self, soort: Uitzonderingsoort, tijd: Iterable[Tijdvak]) -> "Uitzonderingen":
        """Return the stretches after ``tijd`` was said to be away or extra."""
        nieuw = tuple(tijd)
        if soort is Uitzonderingsoort.WEG:
            return Uitzonderingen(weg=verenig(self.weg, nieuw), extra=trek_af(self.extra, nieuw))
        return Uitzonderingen(weg=trek_af(self.weg, nieuw), extra=verenig(self.extra, nieuw))

    def wis(self, tijd: Iterable[Tijdvak]) -> "Uitzonderingen":
        """Return the stretches without what was said about ``tijd``: the rhythm counts again."""
        weg = tuple(tijd)
        return Uitzonderingen(weg=trek_af(self.weg, weg), extra=trek_af(self.extra, weg))


def bouw_tijd(
    *, vanaf: date, tm: date, begin: time | None, eind: time | None
) -> tuple[Tijdvak, ...]:
    """Return the real time of the days from ``vanaf`` up to and including ``tm``.

    Without times whole days, else these hours of every day; no ``eind`` is the end of the day
    (24.00), no ``begin`` its begin. Raises ``EindVoorBegin`` and ``TijdBestaatNiet``.
    """
    if begin is None and eind is None:
        return (Tijdvak(get_dag(vanaf).begin, get_dag(tm).eind),)
    if eind and eind <= (begin or time()):
        raise EindVoorBegin
    tijd = tuple(deel for dag in _list_dagen(vanaf, tm) for deel in _uren(dag, begin, eind))
    if not tijd:
        raise TijdBestaatNiet
    return verenig(tijd, ())


def _list_dagen(vanaf: date, tm: date) -> Iterator[date]:
    return (vanaf + nummer * DAG for nummer in range((tm - vanaf).days + 1))


def _uren(dag: date, begin: time | None, eind: time | None) -> tuple[Tijdvak, ...]:
    """Return the hours of one day; a day ends where the next begins."""
    van = begin or time()
    if eind:
        return zet_blok_op_dag(Ritmeblok(dag.isoweekday(), van, eind), dag)
    voor = zet_blok_op_dag(Ritmeblok(dag.isoweekday(), time(), van), dag) if van > time() else ()
    return trek_af((get_dag(dag),), voor)


def check_dagen(*, vanaf: date, tm: date, vandaag: date) -> None:
    """Raise a ``UitzonderingWeigering`` for days in the wrong order, over, or too far away."""
    if tm < vanaf:
        raise EindVoorBegin
    if tm < vandaag:
        raise AlVoorbij
    if vanaf > vandaag + HOOGSTENS_VOORUIT:
        raise TeVerWeg
    if (tm - vanaf).days >= HOOGSTENS_DAGEN:
        raise TeLang
