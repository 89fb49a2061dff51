"""When people could begin a lesson, a day at a time: a bit for every minute.

Bit 0 is the first moment of a school day (8.00 on the clock of Utrecht), and so on until the end of
an evening; the clock never changes in between. A minute is free when all of it is. Whether a person
can give a lesson of so many minutes from a minute on is then a shift and an «and», the same answer
as ``rangschikking.list_bezwaren`` gives for a place that is not known.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from boekingen.domain.rangschikking import Dossier, Gevraagd, list_bezwaren_van_grenzen
from boekingen.domain.schooldagen import AVOND_EINDIGT, SCHOOL_BEGINT, SCHOOL_EINDIGT, ZONE
from boekingen.domain.telvensters import build_telvensters
from hoofdrolspelers.domain.beschikbaarheid import list_dagen
from hoofdrolspelers.domain.dagdeel import HALF_EEN, Dagdeel
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Plaats, schat_reistijd
from hoofdrolspelers.domain.tijdvak import Tijdvak

MINUUT = timedelta(minutes=1)
KWARTIER = 15
ERGENS = Plaats(school_id=None, wijk_id=None)


def _sinds_begin(uur: int, minuut: int) -> int:
    return 60 * uur + minuut - 60 * SCHOOL_BEGINT.hour - SCHOOL_BEGINT.minute


EINDE_SCHOOL = _sinds_begin(SCHOOL_EINDIGT.hour, SCHOOL_EINDIGT.minute)
EINDE_AVOND = _sinds_begin(AVOND_EINDIGT.hour, AVOND_EINDIGT.minute)
MIDDAG = _sinds_begin(HALF_EEN.hour, HALF_EEN.minute)
OCHTENDBITS = (1 << MIDDAG) - 1


class Lesminuten:
    """The minutes of some people, worked out when asked for and remembered.

    ``personen`` have their time in a window that holds every day that is asked; ``lessen`` are the
    begins of everybody's lessons in the school years of it, by number.
    """

    def __init__(
        self,
        personen: Iterable[Persoon],
        *,
        lessen: Mapping[int, Sequence[datetime]],
        vandaag: date,
    ) -> None:
        self.personen = tuple(personen)
        self.vandaag = vandaag
        self.lessen = lessen
        self._vrij: dict[int, dict[date, int]] = {}
        self._begins: dict[tuple[int, date, int], int] = {}

    def list_kwartieren(self, duur: int, *, in_avond: bool) -> int:
        """Return the quarters at which a lesson of ``duur`` minutes may begin, as bits."""
        laatste = (EINDE_AVOND if in_avond else EINDE_SCHOOL) - duur
        return sum(1 << minuut for minuut in range(0, laatste + 1, KWARTIER))

    def list_dagdelen(self, *, in_avond: bool) -> tuple[tuple[Dagdeel, int], ...]:
        """Return the halves of a day with their minutes; a lesson is in the one it begins in."""
        einde = EINDE_AVOND if in_avond else EINDE_SCHOOL
        return (
            (Dagdeel.OCHTEND, OCHTENDBITS),
            (Dagdeel.MIDDAG, ((1 << einde) - 1) & ~OCHTENDBITS),
        )

    def get_begins(self, persoon: Persoon, dag: date, duur: int) -> int:
        """Return the minutes of ``dag`` at which this person could begin ``duur`` minutes."""
        sleutel = (persoon.id, dag, duur)
        if sleutel not in self._begins:
            self._begins[sleutel] = versmal(self.get_vrij(persoon, dag), duur)
        return self._begins[sleutel]

    def get_vrij(self, persoon: Persoon, dag: date) -> int:
        """Return the minutes of ``dag`` in which this person could give a lesson."""
        if persoon.id not in self._vrij:
            self._vrij[persoon.id] = _bouw_minuten(persoon)
        minuten = self._vrij[persoon.id]
        if minuten.get(dag) and not self._mag_op(persoon, dag):
            minuten[dag] = 0
        return minuten.get(dag, 0)

    def _mag_op(self, persoon: Persoon, dag: date) -> bool:
        """Whether pause, limits and notice allow a lesson on ``dag``."""
        if persoon.pauze and persoon.pauze.bevat(dag):
            return False
        begin = _get_begin(dag)
        vensters = build_telvensters(begin).values()
        lessen = self.lessen.get(persoon.id, ())
        telling = [sum(v.begin <= les < v.eind for les in lessen) for v in vensters]
        gevraagd = Gevraagd(
            rol_id=0,
            niveau_ids=frozenset(),
            plaats=ERGENS,
            moment=Tijdvak(begin, begin + MINUUT),
            vandaag=self.vandaag,
        )
        dossier = Dossier(
            lessen_deze_dag=telling[0],
            lessen_deze_week=telling[1],
            lessen_deze_maand=telling[2],
            lessen_dit_schooljaar=telling[3],
        )
        return not list_bezwaren_van_grenzen(persoon, gevraagd, dossier)


def versmal(minuten: int, duur: int) -> int:
    """Return the minutes from which on ``duur`` minutes in a row are set."""
    lengte = 1
    while lengte < duur:
        stap = min(lengte, duur - lengte)
        minuten &= minuten >> stap
        lengte += stap
    return minuten


def minstens(aantal: int, rijen: Iterable[int]) -> int:
    """Return the bits that are set in at least ``aantal`` of these numbers."""
    lagen = [-1, *[0] * aantal]
    for rij in rijen:
        for nummer in range(aantal, 0, -1):
            lagen[nummer] |= lagen[nummer - 1] & rij
    return lagen[aantal]


def _bouw_minuten(persoon: Persoon) -> dict[date, int]:
    """Return the free minutes of every day on which this person offers any."""
    minuten: dict[date, int] = defaultdict(int)
    if persoon.heeft_oude_agenda:
        return minuten
    for vrij in persoon.vrij:
        for dag in list_dagen(vrij):
            minuten[dag] |= _bits(vrij, dag, heel=True)
    reis = schat_reistijd(ERGENS, ERGENS, persoon.vervoermiddel) + persoon.rust
    weg = [Tijdvak(les.begin - reis, les.eind + reis) for les in persoon.bezet]
    weg += [blok for blok in persoon.eigen_agenda if blok not in persoon.bezet]
    for tijdvak in weg:
        for dag in list_dagen(tijdvak):
            minuten[dag] &= ~_bits(tijdvak, dag, heel=False)
    return minuten


def _bits(tijdvak: Tijdvak, dag: date, *, heel: bool) -> int:
    """Return the minutes of ``dag`` that lie in a span: all of each, or any of it."""
    begin = _get_begin(dag)
    van, tot = tijdvak.begin - begin, tijdvak.eind - begin
    eerste = -(-van // MINUUT) if heel else van // MINUUT
    laatste = tot // MINUUT if heel else -(-tot // MINUUT)
    eerste, laatste = max(eerste, 0), min(laatste, EINDE_AVOND)
    return (1 << laatste) - (1 << eerste) if eerste < laatste else 0


@lru_cache(maxsize=512)
def _get_begin(dag: date) -> datetime:
    """Return the moment of the first bit of a day."""
    return datetime.combine(dag, SCHOOL_BEGINT, ZONE).astimezone(UTC)
