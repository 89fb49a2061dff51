"""The chance of a place: in which weeks a lesson could be filled, in words, never by whom.

In plain words. For twelve weeks from the first day that may be asked for, per morning and
afternoon, we look on every school day whether there is a quarter of an hour at which every role
the lesson needs could come, each of them somebody else. On half of the days or more is «ruim», on
fewer «krap», on none «vol». Of a series the least roomy lesson counts, of several levels the least
roomy level. Who could come is judged as at the desk for a school that nobody knows yet: no wijk,
and from another lesson as far as to another wijk.

Nobody's diary may be read off the page. So a role that fewer than three inzetbare people hold is
left out and said to be «op aanvraag», and whoever holds such a role counts for no other role either
(``kies_kringen``): adding or taking away that diary changes nothing. Who pauses on any of those
days, or whose own diary is outdated, is not one of the three (``telt_mee``): it would be the diary
of the others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from boekingen.domain.lesminuten import Lesminuten, minstens
from hoofdrolspelers.domain.dagdeel import Dagdeel
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.persoonstijd import get_vakantienaam
from hoofdrolspelers.domain.zichtbaarheid import MINSTENS_ACHTER_EEN_AANTAL

WEKEN = 12
SCHOOLDAGEN = 5
DAG = timedelta(days=1)


class Kans(StrEnum):
    """How much room there is in one half of the days of a week."""

    RUIM = "ruim"
    KRAP = "krap"
    VOL = "vol"


MINSTE_EERST = (Kans.VOL, Kans.KRAP, Kans.RUIM)


@dataclass(frozen=True, slots=True)
class Onderdeelvraag:
    """What one meeting needs: how long, in minutes, and how many people of which role."""

    duur: int
    rollen: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesvraag:
    """What a lesson page needs."""

    les_id: int
    niveau_ids: tuple[int, ...]
    min_dagen_vooraf: int
    in_avond: bool
    onderdelen: tuple[Onderdeelvraag, ...]

    @property
    def rol_ids(self) -> frozenset[int]:
        """Every role the lesson needs."""
        return frozenset(rol for onderdeel in self.onderdelen for rol in onderdeel.rollen)


@dataclass(frozen=True, slots=True)
class TeVullen:
    """One meeting for one level: how long, who counts for each role, how many are needed."""

    duur: int
    kring: Mapping[int, Sequence[Persoon]]
    nodig: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Lesweek:
    """The school days of one week that may be asked for; without any, ``vrij`` says why."""

    maandag: date
    dagen: tuple[date, ...]
    vrij: str = ""


@dataclass(frozen=True, slots=True)
class Weekkans:
    """One week on the page; a week without school days has no words but ``vrij``."""

    maandag: date
    kansen: Mapping[Dagdeel, Kans]
    vrij: str = ""


@dataclass(frozen=True, slots=True)
class Plekkans:
    """What the page says: the weeks, and the roles that are left out."""

    weken: tuple[Weekkans, ...]
    op_aanvraag: frozenset[int]


def bereken_plekkans(vraag: Lesvraag, minuten: Lesminuten) -> Plekkans:
    """Return what the page of a lesson says; no weeks when no role of it can be told about."""
    weken = tuple(list_lesweken(minuten.vandaag, vraag.min_dagen_vooraf))
    kringen = kies_kringen([p for p in minuten.personen if telt_mee(p, weken)], vraag)
    verteld = {rol for _, rol in kringen}
    te_vullen = [
        TeVullen(onderdeel.duur, {rol: kringen[niveau, rol] for rol in rollen}, onderdeel.rollen)
        for onderdeel in vraag.onderdelen
        for niveau in vraag.niveau_ids
        if (rollen := sorted(verteld & set(onderdeel.rollen)))
    ]
    getoond = weken if te_vullen else ()
    return Plekkans(
        tuple(_weeg_week(week, te_vullen, minuten, in_avond=vraag.in_avond) for week in getoond),
        vraag.rol_ids - verteld,
    )


def telt_mee(persoon: Persoon, weken: Sequence[Lesweek]) -> bool:
    """Whether somebody takes part in all of these weeks with a diary that can be believed."""
    pauze, laatste = persoon.pauze, weken[-1].maandag + (SCHOOLDAGEN - 1) * DAG
    pauzeert = pauze is not None and pauze.raakt(weken[0].maandag, laatste)
    return persoon.is_actief and not persoon.heeft_oude_agenda and not pauzeert


def kies_kringen(
    personen: Sequence[Persoon], vraag: Lesvraag
) -> dict[tuple[int, int], list[Persoon]]:
    """Return who of these people counts, by level and role; a role that is left out is in none.

    Looks at who somebody is, never at the diary. Who holds a role that is left out is left out, and
    that may make another role too small.
    """
    weg: set[int] = set()
    while True:
        over = zonder_kleine_rollen(p for p in personen if not p.rol_ids & weg)
        kringen = {
            (niveau_id, rol_id): [
                persoon
                for persoon in over
                if rol_id in persoon.rol_ids
                and niveau_id in persoon.niveau_ids
                and (not persoon.les_ids or vraag.les_id in persoon.les_ids)
            ]
            for niveau_id in vraag.niveau_ids
            for rol_id in vraag.rol_ids - weg
        }
        klein = {
            rol for (_, rol), kring in kringen.items() if len(kring) < MINSTENS_ACHTER_EEN_AANTAL
        }
        if not klein:
            return kringen
        weg |= klein


def zonder_kleine_rollen(personen: Iterable[Persoon]) -> list[Persoon]:
    """Return who holds no role that fewer than three of these people hold."""
    over = list(personen)
    while True:
        tellers = Counter(rol for persoon in over for rol in persoon.rol_ids)
        klein = {rol for rol, aantal in tellers.items() if aantal < MINSTENS_ACHTER_EEN_AANTAL}
        if not klein:
            return over
        over = [persoon for persoon in over if not persoon.rol_ids & klein]


def list_lesweken(vandaag: date, min_dagen_vooraf: int) -> Iterator[Lesweek]:
    """Yield twelve weeks, from that of the first day that may be asked for."""
    eerste = vandaag + min_dagen_vooraf * DAG
    if eerste.weekday() >= SCHOOLDAGEN:
        eerste += (7 - eerste.weekday()) * DAG
    for nummer in range(WEKEN):
        maandag = eerste - eerste.weekday() * DAG + 7 * nummer * DAG
        kandidaten = [maandag + dag * DAG for dag in range(SCHOOLDAGEN)]
        kandidaten = [dag for dag in kandidaten if dag >= eerste]
        dagen = tuple(dag for dag in kandidaten if not get_vakantienaam(dag))
        yield Lesweek(maandag, dagen, "" if dagen else get_vakantienaam(kandidaten[0]))


def benoem(met_plek: int, dagen: int) -> Kans:
    """Return the word for ``met_plek`` days with room out of ``dagen``."""
    if not met_plek:
        return Kans.VOL
    return Kans.RUIM if 2 * met_plek >= dagen else Kans.KRAP


def _weeg_week(
    week: Lesweek, te_vullen: Sequence[TeVullen], minuten: Lesminuten, *, in_avond: bool
) -> Weekkans:
    """Return the words of one week: of all that must be filled, the least."""
    if not week.dagen:
        return Weekkans(week.maandag, {}, week.vrij)
    per_deel = []
    for deel in te_vullen:
        tellers = Counter[Dagdeel]()
        for dag in week.dagen:
            begins = list_begins(deel, dag, minuten, in_avond=in_avond)
            tellers.update(dagdeel for dagdeel, bits in begins.items() if bits)
        per_deel.append(tellers)
    kansen = {
        dagdeel: min(
            (benoem(tellers[dagdeel], len(week.dagen)) for tellers in per_deel),
            key=MINSTE_EERST.index,
        )
        for dagdeel in Dagdeel
    }
    return Weekkans(week.maandag, kansen)


def list_begins(
    deel: TeVullen, dag: date, minuten: Lesminuten, *, in_avond: bool
) -> dict[Dagdeel, int]:
    """Return per half of a day the beginnings, as bits, at which every role could be filled.

    For every set of roles there must be as many people as those roles need together (Hall's
    theorem), so that nobody fills two places.
    """
    begins = minuten.list_kwartieren(deel.duur, in_avond=in_avond)
    for aantal in range(1, len(deel.kring) + 1):
        for samen in combinations(deel.kring, aantal):
            mensen = {persoon.id: persoon for rol in samen for persoon in deel.kring[rol]}
            begins &= minstens(
                sum(deel.nodig[rol] for rol in samen),
                (minuten.get_begins(persoon, dag, deel.duur) for persoon in mensen.values()),
            )
            if not begins:
                break
    return {dagdeel: begins & grens for dagdeel, grens in minuten.list_dagdelen(in_avond=in_avond)}
