"""Compare a register with what is known: what is new, changed, gone and back.

A location counts as gone only within the sector of the file and, when the file holds one
municipality, within that. What a refused row was about never counts as gone.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .vestigingen import GeweigerdeRegel, Register, Vestiging
from .zoektekst import build_zoektekst, fold

# Above this share something is wrong with the file, or somebody has to say that it is not.
HOOGSTENS_VERDWENEN = 0.05


@dataclass(frozen=True, slots=True)
class Stand:
    """What we store of one location: the register's values and what follows from them."""

    vestiging: Vestiging
    wijk_id: int | None
    zoektekst: str


@dataclass(frozen=True, slots=True)
class Bekend:
    """A location we have; ``wijk_vastgezet`` when a coördinator chose the wijk."""

    stand: Stand
    wijk_vastgezet: bool
    is_verdwenen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """What an import would do; ``in_bereik`` counts the known locations it may call gone."""

    nieuw: tuple[Stand, ...]
    gewijzigd: tuple[Stand, ...]
    teruggekeerd: tuple[Stand, ...]
    ongewijzigd: int
    verdwenen: frozenset[str]
    in_bereik: int
    weigeringen: tuple[GeweigerdeRegel, ...]

    @property
    def is_verdwijnen_verdacht(self) -> bool:
        """Whether more would go than an ordinary month explains."""
        return len(self.verdwenen) > HOOGSTENS_VERDWENEN * self.in_bereik


@dataclass(frozen=True, slots=True)
class Wijken:
    """The wijken of our own municipality, by the first four digits of a postcode."""

    gemeentecode: str
    per_postcode4: Mapping[str, int]

    def find(self, vestiging: Vestiging) -> int | None:
        """Return the id of the wijk ``vestiging`` lies in, if it is one of ours."""
        if vestiging.gemeentecode != self.gemeentecode:
            return None
        return self.per_postcode4.get(vestiging.postcode[:4])


def vergelijk(register: Register, bekend: Mapping[str, Bekend], wijken: Wijken) -> Verschil:
    """Return what is different; ``bekend`` holds every sector by code, gone ones included."""
    elders = _weiger_andere_sector(register, bekend)
    weigeringen = sorted((*register.weigeringen, *elders.values()), key=lambda een: een.regel)
    nieuw, gewijzigd, teruggekeerd, ongewijzigd = [], [], [], 0
    for code, vestiging in register.vestigingen.items():
        stand = _build_stand(vestiging, bekend.get(code), wijken)
        if code in elders:
            continue
        if code not in bekend:
            nieuw.append(stand)
        elif bekend[code].is_verdwenen:
            teruggekeerd.append(stand)
        elif bekend[code].stand != stand:
            gewijzigd.append(stand)
        else:
            ongewijzigd += 1
    hier = _get_in_bereik(register, bekend)
    return Verschil(
        nieuw=tuple(nieuw),
        gewijzigd=tuple(gewijzigd),
        teruggekeerd=tuple(teruggekeerd),
        ongewijzigd=ongewijzigd,
        verdwenen=_get_verdwenen(hier, register, weigeringen),
        in_bereik=len(hier),
        weigeringen=tuple(weigeringen),
    )


def _build_stand(vestiging: Vestiging, bekend: Bekend | None, wijken: Wijken) -> Stand:
    """Return what to store; a wijk that a coördinator chose stays."""
    vast = bekend is not None and bekend.wijk_vastgezet
    return Stand(
        vestiging=vestiging,
        wijk_id=bekend.stand.wijk_id if bekend and vast else wijken.find(vestiging),
        zoektekst=build_zoektekst(
            naam=vestiging.naam,
            plaats=vestiging.plaats,
            postcode=vestiging.postcode,
            vestigingscode=vestiging.vestigingscode,
            sector=vestiging.sector,
        ),
    )


def _weiger_andere_sector(
    register: Register, bekend: Mapping[str, Bekend]
) -> dict[str, GeweigerdeRegel]:
    """Refuse a code that is in use in another sector: two files would take it in turns."""
    weigeringen = {}
    for code, vestiging in register.vestigingen.items():
        ander = bekend.get(code)
        if ander and not ander.is_verdwenen and ander.stand.vestiging.sector != register.sector:
            weigeringen[code] = GeweigerdeRegel(
                regel=register.regels[code],
                reden=f"Deze code is al bekend in sector {ander.stand.vestiging.sector}.",
                vestigingscode=code,
                naam=vestiging.naam,
            )
    return weigeringen


def _get_in_bereik(register: Register, bekend: Mapping[str, Bekend]) -> dict[str, Vestiging]:
    """Return the present locations the file speaks about, by code."""
    gemeentes = register.gemeentecodes if len(register.gemeentecodes) == 1 else None
    return {
        code: een.stand.vestiging
        for code, een in bekend.items()
        if not een.is_verdwenen
        and een.stand.vestiging.sector == register.sector
        and (gemeentes is None or een.stand.vestiging.gemeentecode in gemeentes)
    }


def _get_verdwenen(
    hier: Mapping[str, Vestiging], register: Register, weigeringen: Collection[GeweigerdeRegel]
) -> frozenset[str]:
    """Return the codes that are not in the file and that no refused row may be about."""
    if not all(weigering.is_herkenbaar for weigering in weigeringen):
        return frozenset()
    gespaard = {weigering.vestigingscode for weigering in weigeringen}
    twijfel = [een for een in weigeringen if not een.is_code_zeker]
    brins = {weigering.brin for weigering in twijfel}
    postcodes = {weigering.postcode for weigering in twijfel} - {""}
    namen = {fold(weigering.naam) for weigering in twijfel}
    return frozenset(
        code
        for code, vestiging in hier.items()
        if code not in register.vestigingen
        and code not in gespaard
        and vestiging.brin not in brins
        and vestiging.postcode not in postcodes
        and fold(vestiging.naam) not in namen
    )
