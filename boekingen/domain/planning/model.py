"""The season as one 0/1 model, without a solver: columns, rows and what they mean.

Columns: a lesson at a moment, a person at a place of it, and a request that is whole. Rows: every
place filled or none, one moment a lesson, everybody's limits, no two lessons at once, and the order
of a series. Order and clashes are written as cliques (sets of which at most one may be), because
that is what makes the bound of the relaxed model tight.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .probleem import Keuze, Probleem
from .rooster import Rooster

Rij = tuple[float, float, list[tuple[int, float]]]
ONEINDIG = float("inf")


@dataclass(slots=True, eq=False)
class Model:
    """Columns with upper bounds and rows; ``z``, ``x`` and ``heel`` find a column back."""

    probleem: Probleem
    z: dict[int, int] = field(default_factory=dict)
    x: dict[tuple[int, int, int], int] = field(default_factory=dict)
    heel: dict[int, int] = field(default_factory=dict)
    kolommen: int = 0
    rijen: list[Rij] = field(default_factory=list)

    def kolom(self) -> int:
        """Return the number of a new column."""
        self.kolommen += 1
        return self.kolommen - 1

    def hooguit(self, kolommen: Iterable[int], grens: int) -> None:
        """Say that at most ``grens`` of these may be."""
        leden = [(kolom, 1.0) for kolom in kolommen]
        if len(leden) > grens:
            self.rijen.append((-ONEINDIG, float(grens), leden))

    def gelijk(self, kolommen: Iterable[int], ander: int) -> None:
        """Say that as many of these are as ``ander``."""
        self.rijen.append((0.0, 0.0, [*((kolom, 1.0) for kolom in kolommen), (ander, -1.0)]))

    def waardedoel(self) -> dict[int, int]:
        """Return the objective of level one, without what is confirmed."""
        weging = self.probleem.scenario.weging
        doel: dict[int, int] = defaultdict(int)
        for aanvraag in self.probleem.aanvragen:
            bonus = aanvraag.gewicht * weging.compleet_punten * len(aanvraag.aanvraag.lessen)
            for les in aanvraag.lessen:
                for keuze in self.probleem.lessen[les].keuzes:
                    if keuze.nr in self.z:
                        doel[self.z[keuze.nr]] += aanvraag.gewicht * weging.les_punten
                        if self.probleem.lessen[les].les.beloofd:
                            doel[self.z[keuze.nr]] += weging.beloofd_punten
                        if len(aanvraag.lessen) == 1:
                            doel[self.z[keuze.nr]] += bonus
            if aanvraag.nr in self.heel:
                doel[self.heel[aanvraag.nr]] += bonus
        return doel

    def datumdoel(self) -> dict[int, int]:
        """Return the objective of level two, without what is confirmed."""
        basis = self.probleem.scenario.weging.rang_basis
        keuzes = self.probleem.keuzes
        return {kolom: basis - keuzes[nr].rang for nr, kolom in self.z.items()}

    def waarden(self, rooster: Rooster) -> list[float]:
        """Return the columns of a timetable, to start from."""
        uit = [0.0] * self.kolommen
        for gezet in rooster.gezet:
            if gezet and gezet[0].nr in self.z:
                keuze, team = gezet
                uit[self.z[keuze.nr]] = 1.0
                for plek, nr in enumerate(team):
                    uit[self.x[keuze.nr, plek, nr]] = 1.0
        for aanvraag, kolom in self.heel.items():
            uit[kolom] = float(rooster.is_heel(aanvraag))
        return uit

    def rooster(self, waarden: Sequence[float]) -> Rooster:
        """Return the timetable of a solution."""
        rooster = Rooster(self.probleem)
        teams: dict[int, dict[int, int]] = defaultdict(dict)
        for (nr, plek, persoon), kolom in self.x.items():
            if waarden[kolom] > 0.5:  # noqa: PLR2004
                teams[nr][plek] = persoon
        for nr, team in teams.items():
            rooster.zet(self.probleem.keuzes[nr], tuple(team[plek] for plek in sorted(team)))
        return rooster


def build_model(probleem: Probleem, keuzes: Sequence[Keuze] | None = None) -> Model:
    """Return the model of all moments, or of some of them only."""
    model = Model(probleem)
    per_les: dict[int, list[Keuze]] = defaultdict(list)
    for keuze in probleem.keuzes if keuzes is None else keuzes:
        per_les[keuze.les].append(keuze)
        model.z[keuze.nr] = model.kolom()
        for plek, kandidaten in enumerate(keuze.kandidaten):
            for nr in kandidaten:
                model.x[keuze.nr, plek, nr] = model.kolom()
        _bezet_plekken(model, keuze)
    for les in per_les.values():
        model.hooguit((model.z[keuze.nr] for keuze in les), 1)
    _maak_heel(model, per_les)
    _houd_volgorde(model, per_les)
    _houd_grenzen(model, per_les)
    return model


def _bezet_plekken(model: Model, keuze: Keuze) -> None:
    """All places or nothing, and nobody in two places."""
    plekken = defaultdict(list)
    for plek, kandidaten in enumerate(keuze.kandidaten):
        model.gelijk((model.x[keuze.nr, plek, nr] for nr in kandidaten), model.z[keuze.nr])
        for nr in kandidaten:
            plekken[nr].append(model.x[keuze.nr, plek, nr])
    for kolommen in plekken.values():
        model.hooguit(kolommen, 1)


def _maak_heel(model: Model, per_les: dict[int, list[Keuze]]) -> None:
    for aanvraag in model.probleem.aanvragen:
        if len(aanvraag.lessen) < 2 or not all(les in per_les for les in aanvraag.lessen):  # noqa: PLR2004
            continue
        kolom = model.heel[aanvraag.nr] = model.kolom()
        for les in aanvraag.lessen:
            leden = [(model.z[keuze.nr], -1.0) for keuze in per_les[les]]
            model.rijen.append((-ONEINDIG, 0.0, [(kolom, 1.0), *leden]))


def _houd_volgorde(model: Model, per_les: dict[int, list[Keuze]]) -> None:
    """For every two lessons of a series and every day: not this late and that early.

    A lesson between the two within one gap of that day excludes both, so it joins the clique.
    """
    for aanvraag in model.probleem.aanvragen:
        lessen = [les for les in aanvraag.lessen if les in per_les]
        for eerste, vroeg in enumerate(lessen):
            for laatste in range(eerste + 1, len(lessen)):
                for dag in {keuze.dag for keuze in per_les[vroeg]}:
                    tot = dag + aanvraag.afstand
                    laat = [k for k in per_les[vroeg] if k.dag >= dag]
                    tussen = [
                        k
                        for les in lessen[eerste + 1 : laatste]
                        for k in per_les[les]
                        if dag <= k.dag < tot
                    ]
                    te_vroeg = [k for k in per_les[lessen[laatste]] if k.dag < tot]
                    if te_vroeg:
                        model.hooguit((model.z[k.nr] for k in laat + tussen + te_vroeg), 1)


def _houd_grenzen(model: Model, per_les: dict[int, list[Keuze]]) -> None:
    probleem = model.probleem
    per_persoon: dict[int, list[tuple[Keuze, int]]] = defaultdict(list)
    for les in per_les.values():
        for keuze in les:
            for plek, kandidaten in enumerate(keuze.kandidaten):
                for nr in kandidaten:
                    per_persoon[nr].append((keuze, model.x[keuze.nr, plek, nr]))
    for nr, items in per_persoon.items():
        ruimte = probleem.ruimte[nr]
        _hooguit_lessen(model, items, ruimte.seizoen)
        for maat in ("schooljaar", "maand", "week", "dag"):
            groepen = defaultdict(list)
            for keuze, kolom in items:
                groepen[getattr(keuze, maat)].append((keuze, kolom))
            for sleutel, groep in groepen.items():
                grens = getattr(ruimte, maat)[sleutel]
                _hooguit_lessen(model, groep, grens)
                if maat == "dag" and grens > 1:
                    _geen_botsing(model, nr, groep)


def _hooguit_lessen(model: Model, items: list[tuple[Keuze, int]], grens: int) -> None:
    """Write a limit, unless there are not even so many lessons."""
    if len({keuze.les for keuze, _ in items}) > grens:
        model.hooguit((kolom for _, kolom in items), grens)


def _geen_botsing(model: Model, nr: int, items: list[tuple[Keuze, int]]) -> None:
    """Write cliques that cover every two lessons of one day that this person cannot both give."""
    botst = model.probleem.botst

    def sluit_uit(een: int, ander: int) -> bool:
        return items[een][0].les == items[ander][0].les or botst(nr, items[een][0], items[ander][0])

    gedekt: set[tuple[int, int]] = set()
    for een in range(len(items)):
        for ander in range(een + 1, len(items)):
            zelfde_les = items[een][0].les == items[ander][0].les
            if (een, ander) in gedekt or zelfde_les or not sluit_uit(een, ander):
                continue
            groep = [een, ander]
            for derde in range(len(items)):
                if derde not in groep and all(sluit_uit(derde, lid) for lid in groep):
                    groep.append(derde)
            gedekt |= {(a, b) for a in groep for b in groep if a < b}
            model.hooguit((items[lid][1] for lid in groep), 1)
