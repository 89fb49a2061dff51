"""What a visitor chose in the list of lessons: read from the address, and written back to it."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

GROEPEN = ("niveau", "thema", "vorm")
ZOEKWOORD_LENGTE = 60
ONBEKEND_LENGTE = 30
ONBEKEND_AANTAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """A choice of filters; values of one group widen the result, groups narrow it."""

    zoekwoord: str = ""
    niveau: tuple[str, ...] = ()
    thema: tuple[str, ...] = ()
    vorm: tuple[str, ...] = ()
    sorteer: str = ""
    onbekend: tuple[str, ...] = ()

    @property
    def filters(self) -> list[tuple[str, str]]:
        """Every chosen filter as a pair of group and value."""
        zoek = [("zoekwoord", self.zoekwoord)] if self.zoekwoord else []
        return zoek + [(groep, waarde) for groep in GROEPEN for waarde in self.waarden(groep)]

    @property
    def groepen(self) -> list[str]:
        """The groups in which something was chosen."""
        return list(dict.fromkeys(groep for groep, _ in self.filters))

    @property
    def adres(self) -> str:
        """The query part of the address of this choice; «?» when nothing was chosen."""
        sorteer = [("sorteer", self.sorteer)] if self.sorteer else []
        return "?" + urlencode(self.filters + sorteer)

    def waarden(self, groep: str) -> tuple[str, ...]:
        """Return the values chosen in a group of checkboxes."""
        return {"niveau": self.niveau, "thema": self.thema, "vorm": self.vorm}[groep]

    def zonder(self, groep: str, waarde: str | None = None) -> "Keuze":
        """Return this choice without one value of a group, or without the whole group."""
        if groep == "zoekwoord":
            return replace(self, zoekwoord="")
        rest = tuple(een for een in self.waarden(groep) if waarde is not None and een != waarde)
        match groep:
            case "niveau":
                return replace(self, niveau=rest)
            case "thema":
                return replace(self, thema=rest)
            case _:
                return replace(self, vorm=rest)


def lees_keuze(
    params: Iterable[tuple[str, list[str]]],
    *,
    bekend: Mapping[str, Collection[str]],
    sorteringen: Collection[str],
) -> Keuze:
    """Return the choice in the parameters of an address.

    ``bekend`` holds the values of each group; other values land in ``onbekend``, cut short, so
    that the page can say what it left out. Names the list does not know are passed over.
    """
    gegeven = dict(params)
    gekozen = {groep: tuple(dict.fromkeys(gegeven.get(groep, []))) for groep in GROEPEN}
    vreemd = [
        _schoon(waarde, ONBEKEND_LENGTE)
        for groep, waarden in gekozen.items()
        for waarde in waarden
        if waarde not in bekend[groep]
    ]
    sorteer = (gegeven.get("sorteer") or [""])[-1]
    return Keuze(
        zoekwoord=_schoon((gegeven.get("zoekwoord") or [""])[-1], ZOEKWOORD_LENGTE),
        sorteer=sorteer if sorteer in sorteringen else "",
        onbekend=tuple(waarde for waarde in vreemd if waarde)[:ONBEKEND_AANTAL],
        **{
            groep: tuple(waarde for waarde in waarden if waarde in bekend[groep])
            for groep, waarden in gekozen.items()
        },
    )


def _schoon(tekst: str, lengte: int) -> str:
    """Return text without control characters or double spaces, cut at ``lengte``."""
    zichtbaar = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in tekst)
    return " ".join(zichtbaar.split())[:lengte].strip()
