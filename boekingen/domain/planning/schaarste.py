"""A first timetable without a solver: whole series first, scarce people last.

In plain words: everybody gets a pressure per month (how many lessons look at this person for how
much room). A series takes, lesson by lesson, the moments and people that together serve most
lessons and, among those, the best wishes at the least pressure. Series that fit whole go first, the
ones with the fewest possibilities in front; what is left is filled up lesson by lesson.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random

from .probleem import Keuze, OpenAanvraag, Probleem
from .rooster import Rooster, Team

# What a step in rank weighs against the pressure of the people it takes.
RANG_KOST = 0.25
WIJK_KOST = 0.15

# The last day, the number of lessons, the cost, and the lessons themselves.
_Stand = tuple[int, int, float, tuple[tuple[Keuze, Team], ...]]


class Inzetter:
    """Puts requests into a timetable, one by one."""

    def __init__(self, probleem: Probleem, toeval: Random) -> None:
        self._probleem = probleem
        self._toeval = toeval
        self._druk = _meet_druk(probleem)
        self.ruis = 0.0
        self.rang_kost = RANG_KOST

    def zet_aanvraag(self, rooster: Rooster, aanvraag: OpenAanvraag, *, heel: bool = False) -> bool:
        """Set as many lessons of a request as fit; with ``heel`` all that are open or none.

        Lessons that stand already stay. Returns whether every lesson of the request is set now.
        """
        while True:
            reeks = self._zoek_reeks(rooster, aanvraag)
            open_ = [les for les in aanvraag.lessen if rooster.gezet[les] is None]
            if heel and len(reeks) < len(open_):
                return False
            gelukt = []
            for keuze, team in reeks:
                if not all(rooster.kan(nr, keuze) for nr in team):
                    # Two lessons of one series wanted the same person; ask anew for this one.
                    anders = self._zoek_team(rooster, keuze)
                    if anders is None:
                        continue
                    rooster.zet(keuze, anders[1])
                else:
                    rooster.zet(keuze, team)
                gelukt.append(keuze.les)
            if heel and len(gelukt) < len(open_):
                for les in gelukt:
                    rooster.haal_weg(les)
                return False
            if not gelukt or len(gelukt) == len(open_):
                return len(gelukt) == len(open_)

    def vul_op(self, rooster: Rooster) -> None:
        """Add whatever still fits beside what stands."""
        for aanvraag in self._probleem.aanvragen:
            if rooster.aantal[aanvraag.nr] < len(aanvraag.lessen):
                self.zet_aanvraag(rooster, aanvraag)

    def _zoek_reeks(self, rooster: Rooster, aanvraag: OpenAanvraag) -> list[tuple[Keuze, Team]]:
        """Return the best lessons to add: most lessons first, then least cost.

        Walks the lessons in order and keeps, per last day, the best that ends there; a lesson that
        is set already forces its own day.
        """
        probleem, afstand = self._probleem, aanvraag.afstand
        grens: list[_Stand] = [(-afstand, 0, 0.0, ())]
        for les in aanvraag.lessen:
            gezet = rooster.gezet[les]
            if gezet:
                dag = gezet[0].dag
                grens = [
                    (dag, aantal, kost, keten)
                    for laatste, aantal, kost, keten in grens
                    if dag - laatste >= afstand
                ][-1:]
                continue
            nieuw = []
            for keuze in probleem.lessen[les].keuzes:
                voor = None
                for stand in grens:
                    if keuze.dag - stand[0] >= afstand:
                        voor = stand
                    else:
                        break
                if voor is None or not rooster.past_in_reeks(keuze):
                    continue
                gevonden = self._zoek_team(rooster, keuze)
                if gevonden:
                    kost, team = gevonden
                    kost += voor[2] + self.rang_kost * keuze.rang
                    nieuw.append((keuze.dag, voor[1] + 1, kost, (*voor[3], (keuze, team))))
            if nieuw:
                grens = _houd_beste(grens + nieuw)
        return list(max(grens, key=lambda stand: (stand[1], -stand[2]))[3]) if grens else []

    def zoek_team(self, rooster: Rooster, keuze: Keuze) -> Team | None:
        """Return who can give this lesson at this moment, or None."""
        gevonden = self._zoek_team(rooster, keuze)
        return gevonden[1] if gevonden else None

    def _zoek_team(self, rooster: Rooster, keuze: Keuze) -> tuple[float, Team] | None:
        """Return the people under the least pressure who can come together."""
        keuzes_per_plek = []
        for plek, kandidaten in enumerate(keuze.kandidaten):
            vrij = [
                (self._kost(rooster, nr, keuze, plek), nr)
                for nr in kandidaten
                if rooster.kan(nr, keuze)
            ]
            if not vrij:
                return None
            vrij.sort()
            keuzes_per_plek.append(vrij)
        if len(keuzes_per_plek) == 1:
            kost, nr = keuzes_per_plek[0][0]
            return kost, (nr,)
        return kies_verschillend(keuzes_per_plek)

    def _kost(self, rooster: Rooster, nr: int, keuze: Keuze, plek: int) -> float:
        stand = rooster.standen[nr]
        maand = self._probleem.personen[nr].grenzen.maand
        over = stand.maand.get(keuze.maand, maand)
        kost = self._druk[nr][keuze.maand] / over
        if self.ruis:
            kost += self._toeval.random() * self.ruis
        return kost - WIJK_KOST * self._probleem.wijkpunten(keuze, plek, nr)


def kies_verschillend(per_plek: Sequence[Sequence[tuple[float, int]]]) -> tuple[float, Team] | None:
    """Return the cheapest team of different people; every place is sorted by cost."""
    beste: tuple[float, Team] | None = None

    def vul(plek: int, kost: float, team: Team) -> None:
        nonlocal beste
        if plek == len(per_plek):
            if beste is None or kost < beste[0]:
                beste = kost, team
            return
        # Of every place the first few are enough: at most ``plek`` of them are taken.
        for eigen, nr in per_plek[plek][: len(per_plek)]:
            if nr not in team:
                vul(plek + 1, kost + eigen, (*team, nr))

    vul(0, 0.0, ())
    return beste


def _houd_beste(standen: list[_Stand]) -> list[_Stand]:
    """Return, by last day, only what serves more or costs less than everything earlier."""
    standen.sort(key=lambda stand: (stand[0], -stand[1], stand[2]))
    uit: list[_Stand] = []
    for stand in standen:
        if not uit or (stand[1], -stand[2]) > (uit[-1][1], -uit[-1][2]):
            uit.append(stand)
    return uit


def _meet_druk(probleem: Probleem) -> list[dict[int, float]]:
    """Return per person and month how many lessons look for this person there."""
    druk: list[dict[int, float]] = [defaultdict(float) for _ in probleem.personen]
    for les in probleem.lessen:
        for keuze in les.keuzes:
            for kandidaten in keuze.kandidaten:
                for nr in kandidaten:
                    druk[nr][keuze.maand] += 1 / (len(kandidaten) * len(les.keuzes))
    return druk


def plan_op_schaarste(probleem: Probleem, inzetter: Inzetter) -> Rooster:
    """Return a first timetable: whole series by scarcity, then whatever else fits."""
    rooster = Rooster(probleem)
    volgorde = sorted(probleem.aanvragen, key=_schaarste_eerst(probleem))
    for aanvraag in volgorde:
        inzetter.zet_aanvraag(rooster, aanvraag, heel=True)
    for aanvraag in volgorde:
        inzetter.zet_aanvraag(rooster, aanvraag)
    return rooster


def _schaarste_eerst(
    probleem: Probleem,
) -> Callable[[OpenAanvraag], tuple[int, int, int, int]]:
    """Return the key that puts promises, weight and scarcity in front."""

    def sleutel(aanvraag: OpenAanvraag) -> tuple[int, int, int, int]:
        ruimte = min(
            (
                sum(min(map(len, keuze.kandidaten)) for keuze in probleem.lessen[les].keuzes)
                for les in aanvraag.lessen
            ),
            default=0,
        )
        beloofd = sum(probleem.lessen[les].les.beloofd for les in aanvraag.lessen)
        return -min(beloofd, 1), -aanvraag.gewicht, ruimte, aanvraag.nr

    return sleutel
