"""Progress, time and a way to stop, for a run that takes a while; the caller brings the clock."""

from collections.abc import Callable
from dataclasses import dataclass

from .rooster import Rooster


@dataclass(frozen=True, slots=True, kw_only=True)
class Voortgang:
    """How far a run is: the step, the best so far and what can at most be reached."""

    stap: str
    seconden: float
    waarde: int
    datums: int
    grens: int | None = None


def nooit() -> bool:
    """Say that nobody asked to stop."""
    return False


def zwijg(_voortgang: Voortgang, _rooster: Rooster) -> None:
    """Tell nobody."""


class Verloop:
    """The clock of one run.

    ``klok`` gives seconds that only go up; ``stop`` is asked often and says whether to stop;
    ``meld`` hears of every better timetable.
    """

    def __init__(
        self,
        *,
        klok: Callable[[], float],
        tijdslimiet: float,
        stop: Callable[[], bool] = nooit,
        meld: Callable[[Voortgang, Rooster], None] = zwijg,
    ) -> None:
        self.klok, self._stop, self._meld = klok, stop, meld
        self._begin = klok()
        self.tijdslimiet = tijdslimiet
        self.gestopt = False
        # What value can at most be, as soon as somebody proves it.
        self.grens: int | None = None

    @property
    def seconden(self) -> float:
        """Return how long the run takes so far."""
        return self.klok() - self._begin

    @property
    def over(self) -> float:
        """Return the seconds left."""
        return max(0.0, self.tijdslimiet - self.seconden)

    def moet_stoppen(self) -> bool:
        """Return whether somebody asked to stop or the time is over."""
        self.gestopt = self.gestopt or self._stop()
        return self.gestopt or self.over <= 0

    def meld(self, stap: str, rooster: Rooster) -> None:
        """Tell of the best so far."""
        uitkomst = rooster.get_uitkomst()
        voortgang = Voortgang(
            stap=stap,
            seconden=self.seconden,
            waarde=uitkomst.waarde,
            datums=uitkomst.datums,
            grens=self.grens,
        )
        self._meld(voortgang, rooster)
