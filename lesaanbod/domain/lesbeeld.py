"""A lesson as its page shows it: every onderdeel, and the facts that follow from them."""

from collections.abc import Sequence
from dataclasses import dataclass

from .lesfeiten import Gast, format_duur, format_gasten, voeg_samen
from .taal import opsomming, telwoord


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """One onderdeel of a lesson."""

    nummer: int
    titel: str
    tekst: str
    duur: int
    op_school: bool
    plaats: str
    gasten: tuple[Gast, ...]

    @property
    def wie(self) -> str:
        """Who comes to this onderdeel."""
        return format_gasten(self.gasten)


@dataclass(frozen=True, slots=True)
class Lesbeeld:
    """All onderdelen in order, and what they add up to."""

    delen: tuple[Deel, ...]

    @property
    def is_serie(self) -> bool:
        """Whether there is more than one meeting."""
        return len(self.delen) > 1

    @property
    def duur(self) -> str:
        """How long it takes."""
        return format_duur([deel.duur for deel in self.delen])

    @property
    def verschillende_duur(self) -> bool:
        """Whether the duration must be said for each onderdeel."""
        return len({deel.duur for deel in self.delen}) > 1

    @property
    def wie(self) -> str:
        """Who come, in one line."""
        gasten = [gast for deel in self.delen for gast in deel.gasten]
        steeds_een = all(len(deel.gasten) == 1 for deel in self.delen)
        if self.is_serie and steeds_een and len(voeg_samen(gasten)) == len(self.delen):
            return f"{telwoord(len(gasten))} hoofdrolspelers, elke les iemand anders"
        return format_gasten(gasten)

    @property
    def waar(self) -> str:
        """Where it is given."""
        elders = [deel for deel in self.delen if not deel.op_school]
        if not elders:
            return "bij u op school"
        if len(elders) == len(self.delen):
            return opsomming(dict.fromkeys(deel.plaats or "in overleg" for deel in elders))
        return f"bij u op school; {_waar_elders(elders)}"


def _waar_elders(elders: Sequence[Deel]) -> str:
    """Return «les 5 mag ergens anders» or «les 3: rechtbank»."""
    vrij = [str(deel.nummer) for deel in elders if not deel.plaats]
    vast = [f"les {deel.nummer}: {deel.plaats}" for deel in elders if deel.plaats]
    mag = "mag" if len(vrij) == 1 else "mogen"
    return "; ".join(([f"les {opsomming(vrij)} {mag} ergens anders"] if vrij else []) + vast)
