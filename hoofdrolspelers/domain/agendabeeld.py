"""A linked diary as its owner sees it: never its address."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendabeeld:
    """Where a diary comes from, when it was read, and what is wrong with it since when."""

    id: int
    naam: str
    host: str
    is_bestand: bool
    max_dagen_oud: int | None
    toegevoegd_op: datetime
    gelezen_op: datetime | None
    fout: str
    fout_sinds: datetime | None
    is_blijvend: bool
    verouderd_sinds: datetime | None
    volgende_poging: datetime | None
    waarschuwingen: tuple[str, ...]

    @property
    def staat(self) -> str:
        """Return «te oud», «niet te lezen», «wordt gelezen» or «goed», the worst first."""
        if self.verouderd_sinds:
            return "te oud"
        if self.fout:
            return "niet te lezen"
        return "goed" if self.gelezen_op else "wordt gelezen"
