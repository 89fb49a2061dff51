"""To the optimum, level by level: value, dates, and for that timetable wijk, fairness and travel.

One weighted sum would need 74 bits, beyond what a solver calculates with, so each level is solved
by itself and kept as a row for the next. The last three levels choose people only: asking for them
together with the moments stalls, and fixing the moments costs at most 2 % of the wijk level
(matching study, section 2). A step that comes back worse is thrown away.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, isfinite
from typing import Protocol

from .geschikt import get_oneerlijkheid
from .model import Model, build_model
from .probleem import Probleem
from .rooster import Rooster, tel_vast
from .verloop import Verloop

KNOPEN = 5_000
# Part of the time left that a level may take.
DEEL_WAARDE, DEEL_DATUMS, DEEL_MENSEN = 0.6, 0.75, 0.4


class OplosserSoort(Protocol):
    """What is asked of the solver; ``highs.Oplosser`` is the one there is."""

    def __init__(self, model: Model) -> None: ...

    def eis(self, doel: Mapping[int, int], minstens: int) -> None:
        """Keep what an earlier level reached."""

    def los_op(
        self,
        doel: Mapping[int, int],
        *,
        start: Sequence[float],
        seconden: float,
        knopen: int,
        stop: Callable[[], bool],
        meld: Callable[[Sequence[float], float], None],
    ) -> "Antwoord":
        """Maximise ``doel``."""


class Antwoord(Protocol):
    """What the solver came to."""

    @property
    def waarden(self) -> Sequence[float] | None:
        """Return the columns, or None without any."""

    @property
    def grens(self) -> float:
        """Return what can at most be reached."""


@dataclass(frozen=True, slots=True)
class Bewijs:
    """What the solver proved: no plan is worth more than ``waarde``, nor, at that, ``datums``."""

    waarde: int | None = None
    datums: int | None = None


def plan_in_niveaus(
    rooster: Rooster, verloop: Verloop, soort: type[OplosserSoort]
) -> tuple[Rooster, Bewijs]:
    """Return the best timetable from ``rooster`` on, and the bounds that were proven."""
    probleem = rooster.probleem
    model = build_model(probleem)
    oplosser = soort(model)
    vast_waarde, vast_datums, _, _ = tel_vast(probleem)
    beste, grens_waarde = los_niveau(
        oplosser, model, model.waardedoel(), rooster, verloop, ("waarde", DEEL_WAARDE)
    )
    grens_waarde = None if grens_waarde is None else grens_waarde + vast_waarde
    grens_datums = None
    verloop.grens = grens_waarde
    if not verloop.moet_stoppen():
        oplosser.eis(model.waardedoel(), beste.waarde)
        beste, grens_datums = los_niveau(
            oplosser, model, model.datumdoel(), beste, verloop, ("datums", DEEL_DATUMS)
        )
        grens_datums = None if grens_datums is None else grens_datums + vast_datums
        if grens_waarde is None or beste.waarde + vast_waarde < grens_waarde:
            # The dates of a value that may not be the best prove nothing.
            grens_datums = None
    del oplosser, model
    return verdeel_mensen(beste, verloop, soort), Bewijs(grens_waarde, grens_datums)


def sleutel_van(rooster: Rooster) -> tuple[int, ...]:
    """Return by what timetables of a whole season are compared."""
    return rooster.get_uitkomst().sleutel


def los_niveau(
    oplosser: OplosserSoort,
    model: Model,
    doel: Mapping[int, int],
    rooster: Rooster,
    verloop: Verloop,
    wat: tuple[str, float],
    sleutel: Callable[[Rooster], tuple[int, ...]] = sleutel_van,
) -> tuple[Rooster, int | None]:
    """Solve one level; returns the better of the old and the new timetable, and the bound.

    ``wat`` is the name of the level and the part of the time left that it may take; the bound is
    one on ``doel``, without what is confirmed.
    """
    naam, deel = wat
    beste = rooster

    def meld(waarden: Sequence[float], _grens: float) -> None:
        nonlocal beste
        nieuw = model.rooster(waarden)
        if sleutel(nieuw) > sleutel(beste):
            beste = nieuw
            verloop.meld(naam, nieuw)

    uit = oplosser.los_op(
        doel,
        start=model.waarden(rooster),
        seconden=verloop.over * deel,
        knopen=KNOPEN,
        stop=verloop.moet_stoppen,
        meld=meld,
    )
    if uit.waarden is not None:
        meld(uit.waarden, uit.grens)
    return beste, floor(uit.grens + 1e-6) if isfinite(uit.grens) else None


def verdeel_mensen(rooster: Rooster, verloop: Verloop, soort: type[OplosserSoort]) -> Rooster:
    """Return the same lessons at the same moments with the best people for levels three to five."""
    probleem = rooster.probleem
    keuzes = [gezet[0] for gezet in rooster.gezet if gezet]
    if not keuzes or verloop.moet_stoppen():
        return rooster
    model = build_model(probleem, keuzes)
    lading = _tel_lading(model)
    oplosser = soort(model)
    oplosser.eis(dict.fromkeys(model.z.values(), 1), len(keuzes))
    beste = rooster
    for naam, doel in (
        ("wijk", _wijkdoel(model)),
        ("verdeling", lading.doel),
        ("reistijd", _reisdoel(model)),
    ):
        if verloop.moet_stoppen():
            break
        start = lading.waarden(beste)
        uit = oplosser.los_op(
            doel,
            start=start,
            seconden=verloop.over * DEEL_MENSEN,
            knopen=KNOPEN,
            stop=verloop.moet_stoppen,
            meld=lambda _waarden, _grens: None,
        )
        if uit.waarden is not None:
            nieuw = model.rooster(uit.waarden)
            if nieuw.get_uitkomst().sleutel >= beste.get_uitkomst().sleutel:
                beste = nieuw
        verloop.meld(naam, beste)
        bereikt = lading.waarden(beste)
        oplosser.eis(doel, sum(getal * round(bereikt[kolom]) for kolom, getal in doel.items()))
    return beste


def _wijkdoel(model: Model) -> dict[int, int]:
    probleem = model.probleem
    return {
        kolom: probleem.wijkpunten(probleem.keuzes[nr], plek, persoon)
        for (nr, plek, persoon), kolom in model.x.items()
    }


def _reisdoel(model: Model) -> dict[int, int]:
    probleem = model.probleem
    return {
        kolom: -probleem.thuisreis(persoon, probleem.keuzes[nr].school)
        for (nr, _plek, persoon), kolom in model.x.items()
    }


@dataclass(slots=True)
class _Lading:
    """Columns for the k-th visit of everybody; the k-th costs more than the one before."""

    model: Model
    kolommen: dict[int, list[int]]
    doel: dict[int, int]

    def waarden(self, rooster: Rooster) -> list[float]:
        """Return all columns of a timetable, visits included."""
        uit = self.model.waarden(rooster)
        bezoeken: dict[int, int] = defaultdict(int)
        for gezet in rooster.gezet:
            for nr in gezet[1] if gezet else ():
                bezoeken[nr] += 1
        for nr, aantal in bezoeken.items():
            for kolom in self.kolommen[nr][:aantal]:
                uit[kolom] = 1.0
        return uit


def _tel_lading(model: Model) -> _Lading:
    probleem: Probleem = model.probleem
    van_persoon: dict[int, list[int]] = defaultdict(list)
    for (_nr, _plek, persoon), kolom in model.x.items():
        van_persoon[persoon].append(kolom)
    kolommen: dict[int, list[int]] = {}
    doel: dict[int, int] = {}
    for persoon, leden in van_persoon.items():
        al = len(probleem.vast_per_persoon[persoon])
        meeste = min(len(leden), probleem.ruimte[persoon].seizoen)
        kolommen[persoon] = [model.kolom() for _ in range(meeste)]
        vol = probleem.personen[persoon].vol
        for volgnummer, kolom in enumerate(kolommen[persoon], start=al + 1):
            doel[kolom] = -get_oneerlijkheid(volgnummer, vol)
        model.rijen.append(
            (
                0.0,
                0.0,
                [*((kolom, 1.0) for kolom in leden), *((t, -1.0) for t in kolommen[persoon])],
            )
        )
    return _Lading(model, kolommen, doel)
