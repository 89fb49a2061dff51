"""Make a timetable better without a solver: take a little apart, put it together otherwise.

In plain words: choose a request that is not whole, look whose diaries stand in its way, take a few
of those requests out and put them back with the first one in front. What is not worse is kept, and
now and then something slightly worse, ever less so, because the way out of a corner leads through
it. The best that was seen is what comes out. The number of rounds is the limit that makes a run
repeatable; the clock only cuts it short.
"""

from math import exp
from random import Random

from .probleem import Keuze, OpenAanvraag, Probleem
from .rooster import Rooster
from .schaarste import RANG_KOST, Inzetter
from .verloop import Verloop

HITTE_BEGIN, HITTE_EIND = 2.0, 0.15
RUIS = 0.3
MEESTE_ANDERE = 5
# How often the clock and the wish to stop are asked, and how often the best is told.
KIJK_ELKE, MELD_ELKE = 32, 2000


class Hersteller:
    """Takes apart and puts together, with one source of chance."""

    def __init__(self, probleem: Probleem, inzetter: Inzetter, toeval: Random) -> None:
        self._probleem, self._inzetter, self._toeval = probleem, inzetter, toeval

    def verbeter(
        self, rooster: Rooster, verloop: Verloop, ronden: int, deel: float = 1.0
    ) -> Rooster:
        """Return the best timetable found within ``ronden``; ``rooster`` itself is changed.

        Takes at most ``deel`` of the time.
        """
        tot = verloop.tijdslimiet * deel
        self._inzetter.ruis = RUIS
        beste = rooster.kopie()
        for ronde in range(ronden):
            if ronde % KIJK_ELKE == 0 and (verloop.seconden >= tot or verloop.moet_stoppen()):
                break
            if ronde % MELD_ELKE == 0:
                verloop.meld("herstel", beste)
            hitte = HITTE_BEGIN * (HITTE_EIND / HITTE_BEGIN) ** (ronde / ronden)
            if not self._doe_ronde(rooster, hitte):
                break
            if (rooster.waarde, rooster.datums) > (beste.waarde, beste.datums):
                beste = rooster.kopie()
        self._inzetter.ruis = 0.0
        return beste

    def _doe_ronde(self, rooster: Rooster, hitte: float) -> bool:
        """Try one change; returns False when every request is whole already."""
        probleem, toeval = self._probleem, self._toeval
        onheel = [een for een in probleem.aanvragen if rooster.aantal[een.nr] < len(een.lessen)]
        if not onheel:
            return False
        eerst = toeval.choice(onheel)
        weg = [eerst, *self._kies_andere(rooster, eerst)]
        waarde, datums = rooster.waarde, rooster.datums
        bewaard = [rooster.haal_weg(les) for een in weg for les in een.lessen if rooster.gezet[les]]
        rest = weg[1:]
        toeval.shuffle(rest)
        self._inzetter.rang_kost = RANG_KOST * toeval.random()
        self._zet_terug(rooster, [eerst, *rest])
        verschil = (rooster.waarde - waarde) + 0.02 * (rooster.datums - datums)
        if verschil < 0 and toeval.random() >= exp(verschil / hitte):
            for een in weg:
                for les in een.lessen:
                    if rooster.gezet[les]:
                        rooster.haal_weg(les)
            for keuze, team in bewaard:
                rooster.zet(keuze, team)
        return True

    def _zet_terug(self, rooster: Rooster, weg: list[OpenAanvraag]) -> None:
        niet_heel = [een for een in weg if not self._inzetter.zet_aanvraag(rooster, een, heel=True)]
        for een in niet_heel:
            self._inzetter.zet_aanvraag(rooster, een)

    def _kies_andere(self, rooster: Rooster, eerst: OpenAanvraag) -> list[OpenAanvraag]:
        """Return some requests whose lessons fill the diaries that ``eerst`` needs."""
        probleem, toeval = self._probleem, self._toeval
        open_ = [les for les in eerst.lessen if rooster.gezet[les] is None]
        les = probleem.lessen[toeval.choice(open_)]
        if not les.keuzes:
            return []
        keuze = toeval.choice(les.keuzes)
        gevonden: set[int] = set()
        for kandidaten in keuze.kandidaten:
            for nr in kandidaten:
                gevonden.update(self._list_in_de_weg(rooster, nr, keuze))
        gevonden.discard(eerst.nr)
        if not gevonden:
            return []
        aantal = min(len(gevonden), toeval.randint(1, MEESTE_ANDERE))
        return [probleem.aanvragen[nr] for nr in toeval.sample(sorted(gevonden), aantal)]

    def _list_in_de_weg(self, rooster: Rooster, nr: int, keuze: Keuze) -> set[int]:
        """Return the requests in this person's diary that share a day, week or month."""
        stand = rooster.standen[nr]
        grenzen = self._probleem.personen[nr].grenzen
        if stand.seizoen <= 0:
            dagen = list(stand.agenda)
        elif stand.schooljaar.get(keuze.schooljaar, grenzen.schooljaar) <= 0:
            jaar = keuze.schooljaar
            dagen = [dag for dag, lessen in stand.agenda.items() if lessen[0].schooljaar == jaar]
        elif stand.maand.get(keuze.maand, grenzen.maand) <= 0:
            dagen = [dag for dag, lessen in stand.agenda.items() if lessen[0].maand == keuze.maand]
        elif stand.week.get(keuze.week, grenzen.week) <= 0:
            dagen = [dag for dag, lessen in stand.agenda.items() if lessen[0].week == keuze.week]
        else:
            dagen = [keuze.dag] if keuze.dag in stand.agenda else []
        return {
            self._probleem.lessen[ander.les].aanvraag
            for dag in dagen
            for ander in stand.agenda[dag]
        }
