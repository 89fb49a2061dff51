"""Somebody falls out: what can be offered at once, and who is touched by it.

Three offers, from small to large. A colleague on the same date touches nobody else. A chain of one
step lets a colleague come by giving away one other lesson on its own date, or moves the lesson to
another moment the school wished. The third, ``herplan``, asks the planner. Each is a complete
proposal: what changes, who is touched, and which lessons stay without somebody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .geschikt import is_open_dag, kan_op, list_bezwaren
from .probleem import Keuze, Probleem
from .rooster import Rooster, Team
from .scenario import Aanvraag, Afspraak, Les, Moment, Scenario
from .schaven import prijs


@dataclass(frozen=True, slots=True)
class Uitval:
    """Who falls out, on the days from ``van`` up to and including ``tot_en_met``."""

    persoon: str
    van: date
    tot_en_met: date

    def raakt(self, afspraak: Afspraak) -> bool:
        """Return whether this appointment loses somebody."""
        return self.persoon in afspraak.wie and self.van <= afspraak.dag <= self.tot_en_met


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One appointment before and after; ``na`` is None for a lesson that stays without somebody."""

    les: str
    voor: Afspraak
    na: Afspraak | None

    @property
    def verzet(self) -> bool:
        """Return whether the school gets another moment."""
        return self.na is not None and (self.na.dag, self.na.begin) != (
            self.voor.dag,
            self.voor.begin,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reparatie:
    """One offer; ``afspraken`` is everything as it would be, ``meldingen`` are lines to read."""

    gaten: tuple[str, ...]
    afspraken: tuple[Afspraak, ...]
    wijzigingen: tuple[Wijziging, ...]
    meldingen: tuple[str, ...] = ()

    @property
    def gered(self) -> tuple[str, ...]:
        """Return the lessons that have everybody again."""
        gezet = {afspraak.les for afspraak in self.afspraken}
        return tuple(les for les in self.gaten if les in gezet)

    @property
    def open(self) -> tuple[str, ...]:
        """Return the lessons that stay without somebody."""
        return tuple(les for les in self.gaten if les not in set(self.gered))

    @property
    def mensen(self) -> frozenset[str]:
        """Return who gets or loses a lesson, or keeps it at another moment."""
        geraakt: set[str] = set()
        for een in self.wijzigingen:
            voor, na = set(een.voor.wie), set(een.na.wie if een.na else een.voor.wie)
            geraakt |= (voor | na) if een.verzet else (voor ^ na)
        return frozenset(geraakt)


class Hersteld:
    """The timetable around a drop-out: everything stands, the holes wait for somebody."""

    def __init__(self, scenario: Scenario, afspraken: Iterable[Afspraak], uitval: Uitval) -> None:
        self.afspraken = tuple(afspraken)
        self.uitval = uitval
        self.gaten = tuple(een for een in self.afspraken if uitval.raakt(een))
        heel = [een for een in self.afspraken if not uitval.raakt(een)]
        self.rooster = _leg_neer(_zonder(scenario, self.afspraken, uitval), heel)
        self.probleem = self.rooster.probleem
        self.scenario = self.probleem.scenario
        self._nr = {les.les.id: les.nr for les in self.probleem.lessen}
        self._wacht: dict[int, tuple[Keuze, Team, int]] = {}
        for gat in self.gaten:
            self._reserveer(gat)

    def _reserveer(self, gat: Afspraak) -> None:
        """Keep the time of those who do come, while somebody else is looked for."""
        keuze = self._zoek_keuze(gat)
        if keuze is None:
            return
        plek = gat.wie.index(self.uitval.persoon)
        rest = tuple(self.probleem.get_nr(naam) for naam in gat.wie if naam != self.uitval.persoon)
        self.rooster.zet(keuze, rest)
        self._wacht[keuze.les] = (keuze, rest, plek)

    def _zoek_keuze(self, afspraak: Afspraak) -> Keuze | None:
        les = self.probleem.lessen[self._nr[afspraak.les]]
        for moment in les.les.momenten:
            if (moment.dag, moment.begin) == (afspraak.dag, afspraak.begin):
                return self.probleem.maak_keuze(les, moment)
        return None

    def zoek_collegas(self) -> None:
        """Fill every hole for which a colleague is free on the same date."""
        for les, (keuze, rest, plek) in list(self._wacht.items()):
            wie = self._kies(keuze, plek, rest)
            if wie is not None:
                self._vul(les, keuze, (*rest[:plek], wie, *rest[plek:]))

    def zoek_ketens(self) -> None:
        """Fill every other hole by one step more: a lesson handed on, or another wished moment."""
        for les, (keuze, rest, plek) in list(self._wacht.items()):
            if not self._schuif_door(les, keuze, rest, plek):
                self._verzet(les, keuze, rest, plek)

    def _vul(self, les: int, keuze: Keuze, team: Team) -> None:
        self.rooster.haal_weg(les)
        self.rooster.zet(keuze, team)
        del self._wacht[les]

    def _kies(self, keuze: Keuze, plek: int, rest: Team, niet: int | None = None) -> int | None:
        """Return the best colleague for one place of a lesson, or None."""
        vrij = [
            nr
            for nr in keuze.kandidaten[plek]
            if nr not in rest and nr != niet and self.rooster.kan(nr, keuze)
        ]
        return min(vrij, key=lambda nr: prijs(self.rooster, keuze, plek, nr), default=None)

    def _schuif_door(self, les: int, keuze: Keuze, rest: Team, plek: int) -> bool:
        """Let somebody come whose own lesson a colleague can take over on its own date."""
        for nr in keuze.kandidaten[plek]:
            if nr in rest:
                continue
            for ander in [k for dag in self.rooster.standen[nr].agenda.values() for k in dag]:
                if ander.maand != keuze.maand and ander.week != keuze.week:
                    continue
                if ander.les in self._wacht or ander.les == les:
                    continue
                eigen, team = self.rooster.haal_weg(ander.les)
                if self.rooster.kan(nr, keuze):
                    self._vul_tijdelijk(les, keuze, (*rest[:plek], nr, *rest[plek:]))
                    eigen_plek = team.index(nr)
                    zonder = (*team[:eigen_plek], *team[eigen_plek + 1 :])
                    wie = self._kies(eigen, eigen_plek, zonder, niet=nr)
                    if wie is not None:
                        self.rooster.zet(eigen, (*zonder[:eigen_plek], wie, *zonder[eigen_plek:]))
                        del self._wacht[les]
                        return True
                    self._vul_tijdelijk(les, keuze, rest)
                self.rooster.zet(eigen, team)
        return False

    def _vul_tijdelijk(self, les: int, keuze: Keuze, team: Team) -> None:
        self.rooster.haal_weg(les)
        self.rooster.zet(keuze, team)

    def _verzet(self, les: int, keuze: Keuze, rest: Team, plek: int) -> bool:
        """Move the lesson to another wished moment, with as many of its people as can."""
        self.rooster.haal_weg(les)
        oud = (*rest[:plek], None, *rest[plek:])
        for ander in sorted(self.probleem.lessen[les].keuzes, key=lambda een: een.rang):
            if (ander.dag, ander.begin) == (keuze.dag, keuze.begin):
                continue
            if self.rooster.past_in_reeks(ander):
                team = self._houd_team(ander, oud)
                if team:
                    self.rooster.zet(ander, team)
                    del self._wacht[les]
                    return True
        self.rooster.zet(keuze, rest)
        return False

    def _houd_team(self, keuze: Keuze, oud: tuple[int | None, ...]) -> Team | None:
        team: Team = ()
        for plek, nr in enumerate(oud):
            blijft = nr in keuze.kandidaten[plek] and nr is not None and self.rooster.kan(nr, keuze)
            wie = nr if blijft and nr not in team else self._kies(keuze, plek, team)
            if wie is None:
                return None
            team = (*team, wie)
        return team

    def maak_los(self) -> Rooster:
        """Return the timetable with only what is whole in it."""
        for les in list(self._wacht):
            self.rooster.haal_weg(les)
            del self._wacht[les]
        return self.rooster

    def get_reparatie(self, meldingen: tuple[str, ...] = ()) -> Reparatie:
        """Return the offer as it stands now; holes that are still open count as open."""
        wachten = {self.probleem.lessen[les].les.id for les in self._wacht}
        na = [een for een in self.rooster.get_afspraken() if een.les not in wachten]
        return build_reparatie(self.gaten, self.afspraken, na, meldingen)


def build_reparatie(
    gaten: Iterable[Afspraak],
    voor: Iterable[Afspraak],
    na: Iterable[Afspraak],
    meldingen: tuple[str, ...] = (),
) -> Reparatie:
    """Return the offer that leads from one set of appointments to another."""
    nieuw = {een.les: een for een in na}
    return Reparatie(
        gaten=tuple(een.les for een in gaten),
        afspraken=tuple(nieuw.values()),
        wijzigingen=tuple(
            Wijziging(een.les, een, nieuw.get(een.les)) for een in voor if nieuw.get(een.les) != een
        ),
        meldingen=meldingen,
    )


def stel_voor(
    scenario: Scenario, afspraken: Iterable[Afspraak], uitval: Uitval
) -> tuple[Reparatie, Reparatie]:
    """Return the first two offers: colleagues only, and colleagues with chains and other moments.

    ``afspraken`` are all appointments of the season; those before ``uitval.van`` never change.
    """
    hersteld = Hersteld(scenario, afspraken, uitval)
    hersteld.zoek_collegas()
    direct = hersteld.get_reparatie()
    hersteld.zoek_ketens()
    return direct, hersteld.get_reparatie()


def _leg_neer(scenario: Scenario, afspraken: list[Afspraak]) -> Rooster:
    """Return the timetable with everything in it that stands.

    What no rule would propose, because somebody said yes past the own wishes, stands fast.
    """
    lessen = {les.id: (een, les) for een in scenario.aanvragen for les in een.lessen}
    staat = {een.les for een in scenario.vast}
    tegen = tuple(
        een
        for een in afspraken
        if een.les not in staat and not _past_bij_wensen(scenario, een, *lessen[een.les])
    )
    scenario = scenario.met_vast(tegen) if tegen else scenario
    while True:
        rooster = Rooster(Probleem(scenario))
        over = rooster.zet_wat_past(afspraken)
        if not over:
            return rooster
        scenario = scenario.met_vast(over)


def _past_bij_wensen(scenario: Scenario, afspraak: Afspraak, aanvraag: Aanvraag, les: Les) -> bool:
    """Return whether everybody of this appointment would be proposed for it, limits apart."""
    school, moment = scenario.scholen[aanvraag.school], Moment(afspraak.dag, afspraak.begin, 0)
    mensen = [scenario.personen[naam] for naam in afspraak.wie]
    return is_open_dag(scenario, school, afspraak.dag) and all(
        kan_op(scenario, persoon, les, moment)
        and next(list_bezwaren(scenario, persoon, les, school, rol), None) is None
        for persoon, rol in zip(mensen, les.rollen, strict=True)
    )


def _zonder(scenario: Scenario, afspraken: tuple[Afspraak, ...], uitval: Uitval) -> Scenario:
    """Return the scenario in which this person is away and the future is open again."""
    persoon = scenario.personen[uitval.persoon]
    dagen = (uitval.tot_en_met - uitval.van).days + 1
    weg = persoon.afwezig | {uitval.van + timedelta(nr) for nr in range(dagen)}
    gewenst = {
        les.id: {(moment.dag, moment.begin) for moment in les.momenten}
        for aanvraag in scenario.aanvragen
        for les in aanvraag.lessen
    }
    vast = tuple(
        een
        for een in afspraken
        if not uitval.raakt(een)
        and (een.dag < uitval.van or (een.dag, een.begin) not in gewenst[een.les])
    )
    return replace(
        scenario,
        personen={**scenario.personen, persoon.id: replace(persoon, afwezig=weg)},
        vast=vast,
    )
