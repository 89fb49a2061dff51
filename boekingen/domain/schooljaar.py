"""A school year: from 1 August up to and including 31 July, on the clock of Utrecht."""

from dataclasses import dataclass
from datetime import date, datetime

from .schooldagen import ZONE

EERSTE_MAAND = 8


@dataclass(frozen=True, slots=True, order=True)
class Schooljaar:
    """Named by the calendar year in which it begins."""

    jaar: int

    def __str__(self) -> str:
        return f"{self.jaar}-{self.jaar + 1}"

    @property
    def begin(self) -> datetime:
        """The first moment of it."""
        return datetime(self.jaar, EERSTE_MAAND, 1, tzinfo=ZONE)

    @property
    def eind(self) -> datetime:
        """The first moment after it."""
        return datetime(self.jaar + 1, EERSTE_MAAND, 1, tzinfo=ZONE)


def get_schooljaar(dag: date) -> Schooljaar:
    """Return the school year ``dag`` falls in."""
    return Schooljaar(dag.year if dag.month >= EERSTE_MAAND else dag.year - 1)
