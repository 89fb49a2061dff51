"""The third offer after a drop-out: the planner, with the fewest broken promises.

First only lessons that share a candidate with a hole, within some weeks of it, may move; when holes
stay, all that is still to come. Nothing that was promised is dropped. As many holes as can be are
filled, then as little as can be changes: every person who stays at a lesson and every moment that
stays counts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .model import Model, build_model
from .niveaus import Bewijs, OplosserSoort, los_niveau
from .oplossen import Oplossen, los_op
from .probleem import Probleem
from .rooster import Rooster
from .scenario import Afspraak, Scenario
from .uitval import Hersteld, Reparatie, Uitval, build_reparatie
from .verloop import Verloop, Voortgang, nooit, zwijg

# How far from a hole another lesson may move.
RUIMTE_DAGEN = 28
# How many appointments one more lesson may change, when all that is to come may move for it.
MEESTE_PER_LES = 10
TIJDSLIMIET = 60.0


@dataclass(frozen=True, slots=True)
class Herplan:
    """Fill holes, then keep as much of ``afspraken`` as can be; for ``oplossen``."""

    afspraken: tuple[Afspraak, ...]
    mag_anders: frozenset[str]
    mag_vervallen: bool = False

    def __call__(
        self, rooster: Rooster, verloop: Verloop, soort: type[OplosserSoort]
    ) -> tuple[Rooster, Bewijs]:
        """Return the timetable with the holes filled and the fewest changes."""
        probleem = rooster.probleem
        vrij = {les.nr for les in probleem.lessen if les.les.id in self.mag_anders}
        model = build_model(probleem, [keuze for keuze in probleem.keuzes if keuze.les in vrij])
        oplosser = soort(model)
        staat = {keuze.les for gezet in rooster.gezet if gezet for keuze in [gezet[0]]}
        for les in () if self.mag_vervallen else vrij & staat:
            oplosser.eis(
                {model.z[keuze.nr]: 1 for keuze in probleem.lessen[les].keuzes}, minstens=1
            )
        houd = self._houd(model)
        beter_dan_houden = sum(houd.values()) + 1
        doel = {kolom: getal * beter_dan_houden for kolom, getal in model.waardedoel().items()}
        for kolom, getal in houd.items():
            doel[kolom] = doel.get(kolom, 0) + getal
        beste, _ = los_niveau(
            oplosser, model, doel, rooster, verloop, ("reparatie", 1.0), self.sleutel
        )
        return beste, Bewijs()

    def _houd(self, model: Model) -> dict[int, int]:
        """Return the objective of change: what stays as it was."""
        probleem = model.probleem
        oud = {een.les: een for een in self.afspraken}
        doel = {}
        for (nr, plek, persoon), kolom in model.x.items():
            keuze = probleem.keuzes[nr]
            was = oud.get(probleem.lessen[keuze.les].les.id)
            if was and (was.dag.toordinal(), was.begin) == (keuze.dag, keuze.begin):
                doel[model.z[nr]] = 1
                if probleem.personen[persoon].id == was.wie[plek]:
                    doel[kolom] = 1
        return doel

    def sleutel(self, rooster: Rooster) -> tuple[int, ...]:
        """Compare by value, then by what stayed."""
        oud = {een.les: een for een in self.afspraken}
        blijft = 0
        for een in rooster.get_afspraken():
            was = oud.get(een.les)
            if was and (was.dag, was.begin) == (een.dag, een.begin):
                blijft += 1 + sum(a == b for a, b in zip(was.wie, een.wie, strict=True))
        return rooster.waarde, blijft


def herplan(
    scenario: Scenario,
    afspraken: Iterable[Afspraak],
    uitval: Uitval,
    *,
    klok: Callable[[], float],
    tijdslimiet: float = TIJDSLIMIET,
    oplossen: Oplossen = los_op,
    mag_vervallen: bool = False,
    stop: Callable[[], bool] = nooit,
    meld: Callable[[Voortgang, Rooster], None] = zwijg,
) -> Reparatie:
    """Return the third offer, at least as good as the second, within ``tijdslimiet`` seconds.

    Nothing that was promised is dropped, unless ``mag_vervallen``: then a lesson may make room for
    one that is worth more, such as the last of a series.
    """
    verloop = Verloop(klok=klok, tijdslimiet=tijdslimiet, stop=stop, meld=meld)
    hersteld = Hersteld(scenario, afspraken, uitval)
    nabij = list_nabij(hersteld)
    hersteld.zoek_collegas()
    hersteld.zoek_ketens()
    rooster = hersteld.maak_los()
    toekomst = nabij | {
        les.les.id for les in hersteld.probleem.lessen if rooster.gezet[les.nr] is not None
    }
    uit = build_reparatie(hersteld.gaten, hersteld.afspraken, rooster.get_afspraken())
    for mag_anders in (nabij, toekomst):
        if not uit.open or verloop.moet_stoppen():
            break
        klein = _zet_de_rest_vast(hersteld.scenario, uit.afspraken, mag_anders)
        methode = Herplan(hersteld.afspraken, mag_anders, mag_vervallen)
        beter, _, meldingen = oplossen(klein, verloop, methode)
        nieuw = build_reparatie(
            hersteld.gaten, hersteld.afspraken, beter.get_afspraken(), meldingen
        )
        erbij = len(nieuw.gered) - len(uit.gered)
        kost = len(nieuw.wijzigingen) - len(uit.wijzigingen)
        if mag_anders is nabij or kost <= erbij * MEESTE_PER_LES:
            uit = nieuw
    return uit


def list_nabij(hersteld: Hersteld) -> frozenset[str]:
    """Return the holes, and the lessons near them in time that share a candidate."""
    probleem, rooster = hersteld.probleem, hersteld.rooster
    gaten = {een.les for een in hersteld.gaten}
    nabij: dict[int, list[int]] = {}
    for les in probleem.lessen:
        if les.les.id in gaten:
            for keuze in les.keuzes:
                for kandidaten in keuze.kandidaten:
                    for nr in kandidaten:
                        nabij.setdefault(nr, []).append(keuze.dag)
    uit = set(gaten)
    for gezet in rooster.gezet:
        if gezet is None:
            continue
        keuze = gezet[0]
        kandidaten_hier = {nr for plek in keuze.kandidaten for nr in plek}
        if any(
            abs(dag - keuze.dag) <= RUIMTE_DAGEN
            for nr in kandidaten_hier
            for dag in nabij.get(nr, ())
        ):
            uit.add(probleem.lessen[keuze.les].les.id)
    return frozenset(uit)


def _zet_de_rest_vast(
    scenario: Scenario, afspraken: Iterable[Afspraak], mag_anders: frozenset[str]
) -> Rooster:
    """Return the timetable of these appointments, in which only these lessons can move."""
    vast = {een.les: een for een in scenario.vast}
    vast |= {een.les: een for een in afspraken if een.les not in mag_anders}
    klein = Rooster(Probleem(replace(scenario, vast=tuple(vast.values()))))
    klein.zet_afspraken(een for een in afspraken if een.les not in vast)
    return klein
