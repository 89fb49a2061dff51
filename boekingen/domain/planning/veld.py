"""One field of a JSON file that knows where it stands, so that a refusal can name it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

_DAG = re.compile(r"\d{4}-\d{2}-\d{2}")
_KLOK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_VROEGST, _LAATST = 1990, 2200


class ScenarioFout(Exception):
    """A field breaks the schema; ``pad`` says which one, ``reden`` what should stand there."""

    def __init__(self, pad: str, reden: str) -> None:
        self.pad, self.reden = pad, reden
        super().__init__(f"{pad}: {reden}" if pad else reden)


class Veld:
    """A value and its path; every reader returns the checked value or raises ``ScenarioFout``."""

    __slots__ = ("_waarde", "pad")

    def __init__(self, pad: str, waarde: object) -> None:
        self.pad, self._waarde = pad, waarde

    def fout(self, reden: str) -> ScenarioFout:
        """Return the refusal of this field."""
        return ScenarioFout(self.pad, reden)

    def __getitem__(self, naam: str) -> "Veld":
        pad = f"{self.pad}.{naam}" if self.pad else naam
        if not isinstance(self._waarde, dict):
            raise self.fout("moet een object zijn")
        if naam not in self._waarde:
            raise ScenarioFout(pad, "ontbreekt")
        return Veld(pad, self._waarde[naam])

    def velden(self) -> Iterator[tuple[str, "Veld"]]:
        """Yield name and field of every member of an object."""
        if not isinstance(self._waarde, dict):
            raise self.fout("moet een object zijn")
        for naam in self._waarde:
            yield naam, self[naam]

    def lijst(self) -> list["Veld"]:
        """Return the items of a list."""
        if not isinstance(self._waarde, list):
            raise self.fout("moet een lijst zijn")
        return [Veld(f"{self.pad}[{nummer}]", een) for nummer, een in enumerate(self._waarde)]

    def tekst(self) -> str:
        """Return a text that is not empty."""
        if not isinstance(self._waarde, str) or not self._waarde:
            raise self.fout("moet tekst zijn")
        return self._waarde

    def teksten(self) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(een.tekst() for een in self.lijst())

    def keuze(self, keuzes: frozenset[str]) -> str:
        """Return a text that is one of ``keuzes``."""
        if self.tekst() not in keuzes:
            raise self.fout(f"moet een van deze zijn: {', '.join(sorted(keuzes))}")
        return self.tekst()

    def getal(self, minstens: int, hooguit: int) -> int:
        """Return a whole number between two bounds, both included."""
        waarde = self._waarde
        if isinstance(waarde, bool) or not isinstance(waarde, int):
            raise self.fout("moet een geheel getal zijn")
        if not minstens <= waarde <= hooguit:
            raise self.fout(f"moet tussen {minstens} en {hooguit} liggen")
        return waarde

    def waar(self) -> bool:
        """Return true or false."""
        if not isinstance(self._waarde, bool):
            raise self.fout("moet true of false zijn")
        return self._waarde

    def dag(self) -> date:
        """Return a day written as ``YYYY-MM-DD``."""
        if isinstance(self._waarde, str) and _DAG.fullmatch(self._waarde):
            try:
                dag = date.fromisoformat(self._waarde)
            except ValueError:
                dag = date.min
            if _VROEGST <= dag.year <= _LAATST:
                return dag
        raise self.fout("moet een datum zijn, zoals 2026-11-05")

    def klok(self, *, tot_en_met_24: bool = False) -> int:
        """Return a clock time ``HH:MM`` as minutes after midnight."""
        if tot_en_met_24 and self._waarde == "24:00":
            return 24 * 60
        gevonden = _KLOK.fullmatch(self._waarde) if isinstance(self._waarde, str) else None
        if not gevonden:
            raise self.fout("moet een tijd zijn, zoals 10:30")
        return int(gevonden[1]) * 60 + int(gevonden[2])

    def instant(self) -> datetime:
        """Return an instant in UTC; it must say its zone."""
        try:
            moment = datetime.fromisoformat(self.tekst())
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None or not _VROEGST <= moment.year <= _LAATST:
            raise self.fout("moet een moment in UTC zijn, zoals 2026-11-05T09:30:00Z")
        return moment.astimezone(UTC)
