"""Whether somebody takes part: invited, active, pausing, or gone.

A pause is about the days of lessons: who is away in May can be asked in April for June. Whether a
lesson falls in a pause is therefore judged by its moment; the state ``gepauzeerd`` only says how it
stands today.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Deelname(StrEnum):
    """How a hoofdrolspeler takes part in the programme."""

    UITGENODIGD = "uitgenodigd"
    ACTIEF = "actief"
    GEPAUZEERD = "gepauzeerd"
    VERTROKKEN = "vertrokken"


_D = Deelname

OVERGANGEN: dict[Deelname, frozenset[Deelname]] = {
    _D.UITGENODIGD: frozenset({_D.ACTIEF, _D.VERTROKKEN}),
    _D.ACTIEF: frozenset({_D.GEPAUZEERD, _D.VERTROKKEN}),
    _D.GEPAUZEERD: frozenset({_D.ACTIEF, _D.VERTROKKEN}),
    # Who left can be invited again, and then tells everything anew.
    _D.VERTROKKEN: frozenset({_D.UITGENODIGD}),
}

DOET_MEE = frozenset({Deelname.ACTIEF, Deelname.GEPAUZEERD})
"""Who can be asked for a lesson outside the pause."""


class DeelnameStapNietToegestaan(Exception):
    """The step from one state to another is not in the table."""


class PauzeOngeldig(Exception):
    """The last day of a pause lies before its first."""


@dataclass(frozen=True, slots=True)
class Pauze:
    """Days without lessons, first and last included. Raises ``PauzeOngeldig``."""

    van: date
    tot_en_met: date

    def __post_init__(self) -> None:
        if self.tot_en_met < self.van:
            raise PauzeOngeldig

    def bevat(self, dag: date) -> bool:
        """Whether ``dag`` is one of these days."""
        return self.van <= dag <= self.tot_en_met

    def raakt(self, eerste: date, laatste: date) -> bool:
        """Whether any of the days from ``eerste`` to ``laatste`` is one of these."""
        return self.van <= laatste and eerste <= self.tot_en_met


def check_deelname(van: Deelname, naar: Deelname) -> None:
    """Raise ``DeelnameStapNietToegestaan`` unless the table allows the step."""
    if naar not in OVERGANGEN[van]:
        raise DeelnameStapNietToegestaan(f"{van} -> {naar}")


def leid_deelname_af(huidig: Deelname, pauze: Pauze | None, vandaag: date) -> Deelname:
    """Return how somebody takes part on ``vandaag``: a pause begins and ends by itself."""
    if huidig not in DOET_MEE:
        return huidig
    return Deelname.GEPAUZEERD if pauze and pauze.bevat(vandaag) else Deelname.ACTIEF
