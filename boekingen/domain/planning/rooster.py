"""A timetable in the making: who is where, what room everybody has left, and what it is worth."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from .geschikt import get_oneerlijkheid, get_wijkpunten
from .probleem import Keuze, Probleem
from .scenario import Afspraak

Team = tuple[int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Uitkomst:
    """The five integers of SCHEMA.md; ``sleutel`` orders them, larger is better."""

    waarde: int
    datums: int
    wijk: int
    oneerlijk: int
    reistijd: int

    @property
    def sleutel(self) -> tuple[int, int, int, int, int]:
        """Return the tuple by which outcomes are compared."""
        return (self.waarde, self.datums, self.wijk, -self.oneerlijk, -self.reistijd)


@dataclass(slots=True)
class _Stand:
    """The room one person has left, and the lessons of the plan in the diary per day."""

    seizoen: int
    dag: dict[int, int] = field(default_factory=dict)
    week: dict[int, int] = field(default_factory=dict)
    maand: dict[int, int] = field(default_factory=dict)
    schooljaar: dict[int, int] = field(default_factory=dict)
    agenda: dict[int, list[Keuze]] = field(default_factory=lambda: defaultdict(list))


class Rooster:
    """The open lessons that are set so far; ``zet`` and ``haal_weg`` keep the counts true."""

    def __init__(self, probleem: Probleem) -> None:
        self.probleem = probleem
        self.gezet: list[tuple[Keuze, Team] | None] = [None] * len(probleem.lessen)
        self.standen = [self._begin(nr) for nr in range(len(probleem.personen))]
        self._grenzen = [persoon.grenzen for persoon in probleem.personen]
        self.aantal = [0] * len(probleem.aanvragen)
        weging = probleem.scenario.weging
        self.les_waarde = [een.gewicht * weging.les_punten for een in probleem.aanvragen]
        self.beloofd = [weging.beloofd_punten if les.les.beloofd else 0 for les in probleem.lessen]
        self.bonus = [
            een.gewicht * weging.compleet_punten * len(een.aanvraag.lessen)
            for een in probleem.aanvragen
        ]
        self.waarde = 0
        self.datums = 0

    def _begin(self, nr: int) -> _Stand:
        ruimte = self.probleem.ruimte[nr]
        return _Stand(
            ruimte.seizoen,
            dict(ruimte.dag),
            dict(ruimte.week),
            dict(ruimte.maand),
            dict(ruimte.schooljaar),
        )

    def kan(self, persoon: int, keuze: Keuze) -> bool:
        """Return whether this candidate still has room for the lesson at this moment."""
        stand = self.standen[persoon]
        grenzen = self._grenzen[persoon]
        if (
            stand.seizoen <= 0
            or stand.maand.get(keuze.maand, grenzen.maand) <= 0
            or stand.schooljaar.get(keuze.schooljaar, grenzen.schooljaar) <= 0
            or stand.week.get(keuze.week, grenzen.week) <= 0
            or stand.dag.get(keuze.dag, grenzen.dag) <= 0
        ):
            return False
        if keuze.dag not in stand.agenda:
            return True
        botst = self.probleem.botst
        return not any(botst(persoon, keuze, ander) for ander in stand.agenda[keuze.dag])

    def zet(self, keuze: Keuze, team: Team) -> None:
        """Set a lesson with its people; the caller has asked ``kan`` for each."""
        les = self.probleem.lessen[keuze.les]
        self.gezet[keuze.les] = (keuze, team)
        for persoon in team:
            self._tel(persoon, keuze, -1)
            self.standen[persoon].agenda[keuze.dag].append(keuze)
        self._tel_waarde(les.aanvraag, keuze, 1)

    def haal_weg(self, les: int) -> tuple[Keuze, Team]:
        """Take a lesson out again; returns what stood there."""
        gezet = self.gezet[les]
        assert gezet is not None  # noqa: S101
        keuze, team = gezet
        self.gezet[les] = None
        for persoon in team:
            self._tel(persoon, keuze, 1)
            agenda = self.standen[persoon].agenda
            agenda[keuze.dag].remove(keuze)
            if not agenda[keuze.dag]:
                del agenda[keuze.dag]
        self._tel_waarde(self.probleem.lessen[les].aanvraag, keuze, -1)
        return gezet

    def _tel(self, persoon: int, keuze: Keuze, bij: int) -> None:
        stand, grenzen = self.standen[persoon], self._grenzen[persoon]
        stand.seizoen += bij
        stand.dag[keuze.dag] = stand.dag.get(keuze.dag, grenzen.dag) + bij
        stand.week[keuze.week] = stand.week.get(keuze.week, grenzen.week) + bij
        stand.maand[keuze.maand] = stand.maand.get(keuze.maand, grenzen.maand) + bij
        jaar = keuze.schooljaar
        stand.schooljaar[jaar] = stand.schooljaar.get(jaar, grenzen.schooljaar) + bij

    def _tel_waarde(self, aanvraag: int, keuze: Keuze, teken: int) -> None:
        vol = len(self.probleem.aanvragen[aanvraag].lessen)
        self.waarde += teken * (self.les_waarde[aanvraag] + self.beloofd[keuze.les])
        if max(self.aantal[aanvraag], self.aantal[aanvraag] + teken) == vol:
            self.waarde += teken * self.bonus[aanvraag]
        self.aantal[aanvraag] += teken
        self.datums += teken * (self.probleem.scenario.weging.rang_basis - keuze.rang)

    def is_heel(self, aanvraag: int) -> bool:
        """Return whether every lesson of a request is set."""
        return self.aantal[aanvraag] == len(self.probleem.aanvragen[aanvraag].lessen)

    def past_in_reeks(self, keuze: Keuze) -> bool:
        """Return whether the moment keeps order and gap with the other lessons of the request."""
        les = self.probleem.lessen[keuze.les]
        aanvraag = self.probleem.aanvragen[les.aanvraag]
        for ander in aanvraag.lessen:
            gezet = self.gezet[ander]
            if gezet is None or ander == keuze.les:
                continue
            dagen = keuze.dag - gezet[0].dag
            if (dagen if ander < keuze.les else -dagen) < aanvraag.afstand:
                return False
        return True

    def get_uitkomst(self) -> Uitkomst:
        """Return the five integers, confirmed lessons included."""
        probleem = self.probleem
        waarde, datums, wijk, reis = tel_vast(probleem)
        lading = [len(bezet) for bezet in probleem.vast_per_persoon]
        for gezet in self.gezet:
            if gezet is None:
                continue
            keuze, team = gezet
            for plek, persoon in enumerate(team):
                lading[persoon] += 1
                wijk += probleem.wijkpunten(keuze, plek, persoon)
                reis += probleem.thuisreis(persoon, keuze.school)
        oneerlijk = sum(
            get_oneerlijkheid(k, probleem.personen[nr].vol)
            for nr, aantal in enumerate(lading)
            for k in range(1, aantal + 1)
        )
        return Uitkomst(waarde + self.waarde, datums + self.datums, wijk, oneerlijk, reis)

    def get_afspraken(self) -> tuple[Afspraak, ...]:
        """Return every appointment, the confirmed ones unchanged, in the order of the requests."""
        probleem = self.probleem
        vast = {afspraak.les: afspraak for afspraak in probleem.scenario.vast}
        nummers = {les.les.id: les.nr for les in probleem.lessen}
        uit = []
        for aanvraag in probleem.scenario.aanvragen:
            for les in aanvraag.lessen:
                gezet = self.gezet[nummers[les.id]] if les.id in nummers else None
                if les.id in vast:
                    uit.append(vast[les.id])
                elif gezet:
                    keuze, team = gezet
                    wie = tuple(probleem.personen[nr].id for nr in team)
                    dag = probleem.dag(keuze)
                    uit.append(Afspraak(les.id, dag, keuze.begin, wie))
        return tuple(uit)

    def zet_afspraken(self, afspraken: Iterable[Afspraak]) -> None:
        """Set appointments made elsewhere; those that are confirmed stand already.

        Raises ``ValueError`` for one that does not fit here.
        """
        if over := self.zet_wat_past(afspraken):
            raise ValueError(over[0].les)

    def zet_wat_past(self, afspraken: Iterable[Afspraak]) -> tuple[Afspraak, ...]:
        """Set appointments made elsewhere, and return those that do not fit here."""
        over = []
        vast = {afspraak.les for afspraak in self.probleem.scenario.vast}
        lessen = {les.les.id: les for les in self.probleem.lessen}
        for afspraak in afspraken:
            if afspraak.les in vast:
                continue
            dag = afspraak.dag.toordinal()
            team = tuple(self.probleem.get_nr(naam) for naam in afspraak.wie)
            keuze = next(
                (
                    keuze
                    for keuze in lessen[afspraak.les].keuzes
                    if (keuze.dag, keuze.begin) == (dag, afspraak.begin)
                ),
                None,
            )
            if keuze is None or not self.kan_team(keuze, team):
                over.append(afspraak)
            else:
                self.zet(keuze, team)
        return tuple(over)

    def kan_team(self, keuze: Keuze, team: Team) -> bool:
        """Return whether these people, one per place, can give this lesson now."""
        return (
            len(team) == len(set(team)) == len(keuze.kandidaten)
            and self.past_in_reeks(keuze)
            and all(
                nr in kandidaten and self.kan(nr, keuze)
                for nr, kandidaten in zip(team, keuze.kandidaten, strict=True)
            )
        )

    def kopie(self) -> "Rooster":
        """Return a second timetable with the same lessons set."""
        ander = Rooster(self.probleem)
        for gezet in self.gezet:
            if gezet:
                ander.zet(*gezet)
        return ander


def tel_vast(probleem: Probleem) -> tuple[int, int, int, int]:
    """Return value, dates, wijk and travel of what is confirmed."""
    scenario = probleem.scenario
    vast = {afspraak.les: afspraak for afspraak in scenario.vast}
    waarde = datums = wijk = reis = 0
    for nr, aanvraag in enumerate(scenario.aanvragen):
        school = scenario.scholen[aanvraag.school]
        for les in aanvraag.lessen:
            afspraak = vast.get(les.id)
            if afspraak is None:
                continue
            waarde += probleem.aanvragen[nr].gewicht * scenario.weging.les_punten
            rang = {(moment.dag, moment.begin): moment.rang for moment in les.momenten}
            basis = scenario.weging.rang_basis
            datums += basis - rang.get((afspraak.dag, afspraak.begin), basis)
            for rol, naam in zip(les.rollen, afspraak.wie, strict=True):
                persoon = scenario.personen[naam]
                wijk += get_wijkpunten(persoon, rol, school)
                reis += scenario.reistijd(persoon, persoon.thuis, school.punt)
        if all(les.id in vast for les in aanvraag.lessen):
            bonus = scenario.weging.compleet_punten * len(aanvraag.lessen)
            waarde += probleem.aanvragen[nr].gewicht * bonus
    return waarde, datums, wijk, reis
