"""Only what may and can: the open lessons with, per wished moment, who could come.

Confirmed lessons are no choice any more: they stand in the diaries here, count in every limit, and
take away what no longer fits beside them. Whatever is left becomes a ``Keuze``; people, schools and
days are numbers from here on, because the planner looks at them millions of times.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from boekingen.domain.schooljaar import get_schooljaar

from .geschikt import get_wijkpunten, is_open_dag, is_te_vragen, is_vrij, list_bezwaren
from .scenario import Aanvraag, Afspraak, Les, Moment, Persoon, Scenario, School


@dataclass(slots=True, eq=False)
class Keuze:
    """One lesson at one wished moment; ``kandidaten`` holds per place who could come."""

    nr: int
    les: int
    school: int
    dag: int
    week: int
    maand: int
    schooljaar: int
    begin: int
    eind: int
    rang: int
    kandidaten: tuple[tuple[int, ...], ...]


@dataclass(slots=True, eq=False)
class OpenLes:
    """A lesson without a confirmed moment; ``plek`` is its number within the request."""

    nr: int
    les: Les
    aanvraag: int
    plek: int
    keuzes: list[Keuze] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class OpenAanvraag:
    """A request with what is still open of it."""

    nr: int
    aanvraag: Aanvraag
    school: int
    gewicht: int
    lessen: list[int] = field(default_factory=list)
    afstand: int = 1


@dataclass(frozen=True, slots=True)
class Bezet:
    """A confirmed lesson in somebody's diary."""

    school: int
    dag: int
    week: int
    maand: int
    schooljaar: int
    begin: int
    eind: int


class Probleem:
    """The scenario as numbers."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.personen: list[Persoon] = list(scenario.personen.values())
        self.scholen: list[School] = list(scenario.scholen.values())
        self._persoon_nr = {persoon.id: nr for nr, persoon in enumerate(self.personen)}
        self._school_nr = {school.id: nr for nr, school in enumerate(self.scholen)}
        self.aanvragen: list[OpenAanvraag] = []
        self.lessen: list[OpenLes] = []
        self.keuzes: list[Keuze] = []
        self._geschikt: list[list[list[int]]] = []
        self.vaste_dagen: list[list[tuple[int, date]]] = []
        self._reis: dict[tuple[int | tuple[int, int], int, int], int] = {}
        self._vrij: dict[tuple[int, date, int, int], bool] = {}
        self.vast_per_persoon: list[list[Bezet]] = [[] for _ in self.personen]
        vast = {afspraak.les: afspraak for afspraak in scenario.vast}
        for aanvraag in scenario.aanvragen:
            self._zet_vast(aanvraag, vast)
        self.ruimte = [_Ruimte(self, nr) for nr in range(len(self.personen))]
        for nr, aanvraag in enumerate(scenario.aanvragen):
            self._open(nr, aanvraag, vast)

    def _zet_vast(self, aanvraag: Aanvraag, vast: dict[str, Afspraak]) -> None:
        school = self._school_nr[aanvraag.school]
        for les in aanvraag.lessen:
            afspraak = vast.get(les.id)
            if afspraak is None:
                continue
            eind = afspraak.begin + les.duur
            bezet = Bezet(school, *tel_dag(afspraak.dag), afspraak.begin, eind)
            for naam in afspraak.wie:
                self.vast_per_persoon[self._persoon_nr[naam]].append(bezet)

    def _open(self, nr: int, aanvraag: Aanvraag, vast: dict[str, Afspraak]) -> None:
        open_ = OpenAanvraag(
            nr,
            aanvraag,
            self._school_nr[aanvraag.school],
            self.scenario.gewicht(aanvraag),
            afstand=max(1, aanvraag.min_dagen),
        )
        self.aanvragen.append(open_)
        vaste_dagen = [
            (plek, vast[les.id].dag) for plek, les in enumerate(aanvraag.lessen) if les.id in vast
        ]
        for plek, les in enumerate(aanvraag.lessen):
            if les.id in vast:
                continue
            open_les = OpenLes(len(self.lessen), les, nr, plek)
            self.lessen.append(open_les)
            open_.lessen.append(open_les.nr)
            self._geschikt.append(
                [self.geschikten(les, self.scholen[open_.school], rol) for rol in les.rollen]
            )
            self.vaste_dagen.append(vaste_dagen)
            for moment in les.momenten:
                keuze = self.maak_keuze(open_les, moment, len(self.keuzes))
                if keuze and is_te_vullen(keuze.kandidaten):
                    self.keuzes.append(keuze)
                    open_les.keuzes.append(keuze)

    def maak_keuze(self, open_les: OpenLes, moment: Moment, nr: int = -1) -> Keuze | None:
        """Return a lesson at a moment with who could come beside what is confirmed.

        None when the school is closed or a confirmed lesson of the same request is in the way; a
        place may have no candidates.
        """
        aanvraag = self.aanvragen[open_les.aanvraag]
        vast = self.vaste_dagen[open_les.nr]
        if not is_open_dag(
            self.scenario, self.scholen[aanvraag.school], moment.dag
        ) or not past_in_reeks(open_les.plek, moment.dag, vast, aanvraag.afstand):
            return None
        keuze = Keuze(
            nr,
            open_les.nr,
            aanvraag.school,
            *tel_dag(moment.dag),
            moment.begin,
            moment.begin + open_les.les.duur,
            moment.rang,
            (),
        )
        keuze.kandidaten = tuple(
            tuple(nr for nr in plek if self._kan(nr, keuze, moment))
            for plek in self._geschikt[open_les.nr]
        )
        return keuze

    def list_geschikten(self, les: int) -> list[list[int]]:
        """Return per place of an open lesson who may fill it, apart from time."""
        return self._geschikt[les]

    def geschikten(self, les: Les, school: School, rol: str) -> list[int]:
        """Return who may fill this role, apart from time."""
        return [
            nr
            for nr, persoon in enumerate(self.personen)
            if rol in persoon.rollen
            and next(list_bezwaren(self.scenario, persoon, les, school, rol), None) is None
        ]

    def _kan(self, nr: int, keuze: Keuze, moment: Moment) -> bool:
        persoon, les = self.personen[nr], self.lessen[keuze.les].les
        # Outside what is remembered of a diary, which all lessons at that moment share.
        if not is_te_vragen(persoon, les, moment):
            return False
        sleutel = (nr, moment.dag, keuze.begin, keuze.eind)
        vrij = self._vrij.get(sleutel)
        if vrij is None:
            vrij = is_vrij(self.scenario, persoon, les, moment)
            self._vrij[sleutel] = vrij
        return vrij and self.ruimte[nr].heeft_plaats(keuze)

    def reistijd(self, persoon: int, een: int, ander: int) -> int:
        """Return the minutes, rest included, that must lie between lessons at two schools."""
        wie = self.personen[persoon]
        if een == ander:
            return wie.rust
        sleutel = (wie.per_wijk or wie.snelheid, een, ander)
        gevonden = self._reis.get(sleutel)
        if gevonden is None:
            punten = self.scholen[een].punt, self.scholen[ander].punt
            gevonden = self.scenario.reistijd(wie, *punten) + self.scenario.tussentijd
            self._reis[sleutel] = gevonden
        return gevonden + wie.rust

    def botst(self, persoon: int, een: "Keuze | Bezet", ander: "Keuze | Bezet") -> bool:
        """Return whether one person cannot give both, overlap and travel taken together."""
        if een.dag != ander.dag:
            return False
        if ander.begin < een.begin:
            een, ander = ander, een
        return ander.begin < een.eind + self.reistijd(persoon, een.school, ander.school)

    def wijkpunten(self, keuze: Keuze, plek: int, persoon: int) -> int:
        """Return the points of level three for this person at this place."""
        rol = self.lessen[keuze.les].les.rollen[plek]
        return get_wijkpunten(self.personen[persoon], rol, self.scholen[keuze.school])

    def thuisreis(self, persoon: int, school: int) -> int:
        """Return the minutes from home to a school."""
        wie = self.personen[persoon]
        return self.scenario.reistijd(wie, wie.thuis, self.scholen[school].punt)

    def dag(self, keuze: Keuze) -> date:
        """Return the day of a moment."""
        return date.fromordinal(keuze.dag)

    def get_nr(self, persoon_id: str) -> int:
        """Return the number of a person."""
        return self._persoon_nr[persoon_id]


class _Ruimte:
    """What the confirmed lessons leave of somebody's limits."""

    def __init__(self, probleem: Probleem, nr: int) -> None:
        self._probleem, self._nr = probleem, nr
        grenzen = probleem.personen[nr].grenzen
        bezet = probleem.vast_per_persoon[nr]
        self.dag: dict[int, int] = defaultdict(lambda: grenzen.dag)
        self.week: dict[int, int] = defaultdict(lambda: grenzen.week)
        self.maand: dict[int, int] = defaultdict(lambda: grenzen.maand)
        self.schooljaar: dict[int, int] = defaultdict(lambda: grenzen.schooljaar)
        self.seizoen = grenzen.seizoen - len(bezet)
        for dag, aantal in probleem.personen[nr].eerder.items():
            self._neem(*tel_dag(dag), aantal)
        for een in bezet:
            self._neem(een.dag, een.week, een.maand, een.schooljaar, 1)

    def _neem(self, dag: int, week: int, maand: int, schooljaar: int, aantal: int) -> None:
        self.dag[dag] -= aantal
        self.week[week] -= aantal
        self.maand[maand] -= aantal
        self.schooljaar[schooljaar] -= aantal

    def heeft_plaats(self, keuze: Keuze) -> bool:
        """Return whether one more lesson fits beside the confirmed ones."""
        return (
            self.seizoen > 0
            and self.dag[keuze.dag] > 0
            and self.week[keuze.week] > 0
            and self.maand[keuze.maand] > 0
            and self.schooljaar[keuze.schooljaar] > 0
            and not any(
                self._probleem.botst(self._nr, keuze, een)
                for een in self._probleem.vast_per_persoon[self._nr]
            )
        )


def tel_dag(dag: date) -> tuple[int, int, int, int]:
    """Return a day, its ISO week, its calendar month and its school year as numbers."""
    nummer = dag.toordinal()
    return nummer, (nummer - 1) // 7, dag.year * 12 + dag.month, get_schooljaar(dag).jaar


def past_in_reeks(plek: int, dag: date, andere: list[tuple[int, date]], afstand: int) -> bool:
    """Return whether lesson ``plek`` on ``dag`` keeps order and gap with lessons already set."""
    return all(
        (dag - andere_dag if andere_plek < plek else andere_dag - dag).days >= afstand
        for andere_plek, andere_dag in andere
    )


def is_te_vullen(kandidaten: tuple[tuple[int, ...], ...]) -> bool:
    """Return whether every place can have somebody of its own."""

    def vul(plek: int, bezet: frozenset[int]) -> bool:
        return plek == len(kandidaten) or any(
            nr not in bezet and vul(plek + 1, bezet | {nr}) for nr in kandidaten[plek]
        )

    return vul(0, frozenset())
