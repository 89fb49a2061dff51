"""A ``match-scenario/1`` file as a ``Scenario``, or the path of the first field that is wrong.

Source: SCHEMA.md of the matching study. Unknown keys are ignored; everything that is used is
checked here, so that the planner itself can trust what it gets.
"""

import json
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from .scenario import (
    Aanvraag,
    Afspraak,
    Grenzen,
    Les,
    Moment,
    Persoon,
    Punt,
    Scenario,
    School,
    Weging,
)
from .veld import ScenarioFout, Veld

SCHEMA = "match-scenario/1"
NIVEAUS = frozenset({"po", "vo", "mbo"})
# Far beyond any real season; keeps a slip of the keyboard from filling the memory.
LANGSTE_SEIZOEN = 800
GROOTSTE_GETAL = 10_000_000


def parse_scenario(inhoud: bytes) -> Scenario:
    """Return the scenario in a JSON file.

    Raises ``ScenarioFout`` with the path of the wrong field, such as
    ``requests[3].lessons[0].options[0].start``, and what should stand there.
    """
    try:
        waarde = json.loads(inhoud)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fout:
        raise ScenarioFout("", "dit is geen JSON in UTF-8") from fout
    return build_scenario(Veld("", waarde))


def build_scenario(wortel: Veld) -> Scenario:
    """Return the scenario of a parsed file; raises ``ScenarioFout``."""
    if wortel["schema"].tekst() != SCHEMA:
        raise wortel["schema"].fout(f"moet {SCHEMA} zijn")
    zone = _read_zone(wortel["timezone"])
    horizon = wortel["horizon"]
    van, tot = horizon["from"].dag(), horizon["to"].dag()
    if not van <= tot or (tot - van).days > LANGSTE_SEIZOEN:
        raise horizon["to"].fout(f"moet op of na {van} liggen, hooguit {LANGSTE_SEIZOEN} dagen")
    scholen = _read_scholen(wortel)
    personen = {een.id: een for een in _read_uniek(wortel["speakers"], _read_persoon)}
    aanvragen = _read_aanvragen(wortel["requests"], scholen)
    reis = wortel["travel"]
    return Scenario(
        id=wortel["id"].tekst(),
        zone=zone,
        van=van,
        tot_en_met=tot,
        reis_opslag=_getal(reis["overhead_min"]),
        tussentijd=_getal(reis["buffer_min"]),
        weging=_read_weging(wortel["objective"]),
        scholen=scholen,
        aanvragen=aanvragen,
        personen=personen,
        vast=_read_vast(wortel["fixed"], aanvragen, personen),
    )


def _getal(veld: Veld, minstens: int = 0) -> int:
    return veld.getal(minstens, GROOTSTE_GETAL)


def _read_zone(veld: Veld) -> ZoneInfo:
    try:
        return ZoneInfo(veld.tekst())
    except (KeyError, ValueError, OSError) as fout:
        raise veld.fout("is geen bekende tijdzone") from fout


def _read_weging(veld: Veld) -> Weging:
    return Weging(
        les_punten=veld["lesson_points"].getal(0, 1000),
        compleet_punten=veld["complete_points"].getal(0, 1000),
        gewicht_nieuw=veld["weight_new"].getal(0, 1000),
        gewicht_anders=veld["weight_default"].getal(0, 1000),
        rang_basis=veld["rank_base"].getal(0, 1000),
    )


class _MetId(Protocol):
    @property
    def id(self) -> str: ...


_Ding = TypeVar("_Ding", bound=_MetId)


def _read_uniek(veld: Veld, read: Callable[[Veld], _Ding]) -> list[_Ding]:
    """Return what ``read`` makes of every item; refuses a second one with the same id."""
    gezien: set[str] = set()
    uit: list[_Ding] = []
    for item in veld.lijst():
        uit.append(read(item))
        if uit[-1].id in gezien:
            raise item["id"].fout("komt twee keer voor")
        gezien.add(uit[-1].id)
    return uit


def _read_scholen(wortel: Veld) -> dict[str, School]:
    kalenders = {
        naam: frozenset(dag.dag() for dag in dagen.lijst())
        for naam, dagen in wortel["calendars"].velden()
    }

    def read(veld: Veld) -> School:
        kalender = veld["calendar"].tekst()
        if kalender not in kalenders:
            raise veld["calendar"].fout("staat niet in calendars")
        return School(
            id=veld["id"].tekst(),
            wijk=veld["wijk"].tekst(),
            niveau=veld["level"].keuze(NIVEAUS),
            punt=_read_punt(veld),
            dicht=kalenders[kalender] | {dag.dag() for dag in veld["closed_days"].lijst()},
            nieuw=not veld["had_lesson_last_year"].waar(),
            regio=veld["region"].tekst() if "region" in dict(veld.velden()) else "",
        )

    return {school.id: school for school in _read_uniek(wortel["schools"], read)}


def _read_punt(veld: Veld) -> Punt:
    x, y = (veld[naam].getal(-GROOTSTE_GETAL, GROOTSTE_GETAL) for naam in ("x", "y"))
    return Punt(x, y)


def _read_aanvragen(veld: Veld, scholen: dict[str, School]) -> tuple[Aanvraag, ...]:
    lessen: set[str] = set()

    def read(een: Veld) -> Aanvraag:
        if een["school"].tekst() not in scholen:
            raise een["school"].fout("staat niet in schools")
        eigen = tuple(_read_uniek(een["lessons"], _read_les))
        if not eigen:
            raise een["lessons"].fout("heeft minstens één les nodig")
        for nummer, les in enumerate(eigen):
            if les.id in lessen:
                raise een["lessons"].lijst()[nummer]["id"].fout("komt twee keer voor")
            lessen.add(les.id)
        return Aanvraag(
            id=een["id"].tekst(),
            school=een["school"].tekst(),
            ingediend_op=een["submitted_at"].instant(),
            min_dagen=een["min_gap_days"].getal(0, LANGSTE_SEIZOEN),
            lessen=eigen,
        )

    return tuple(_read_uniek(veld, read))


def _read_les(veld: Veld) -> Les:
    rollen = veld["roles"].teksten()
    if not rollen:
        raise veld["roles"].fout("heeft minstens één rol nodig")
    momenten: dict[tuple[date, int], Moment] = {}
    for optie in veld["options"].lijst():
        moment = Moment(optie["date"].dag(), optie["start"].klok(), optie["rank"].getal(0, 1000))
        eerder = momenten.get((moment.dag, moment.begin), moment)
        momenten[moment.dag, moment.begin] = min(eerder, moment)
    return Les(
        id=veld["id"].tekst(),
        soort=veld["type"].tekst(),
        duur=veld["duration_min"].getal(1, 24 * 60),
        rollen=rollen,
        momenten=tuple(momenten.values()),
        niet=frozenset(veld["excluded_speakers"].teksten()),
    )


def _read_persoon(veld: Veld) -> Persoon:
    thuis = veld["home"]
    extra, afwezig = _read_uitzonderingen(veld["exceptions"])
    return Persoon(
        id=veld["id"].tekst(),
        rollen=frozenset(veld["roles"].teksten()),
        soorten=frozenset(veld["qualified"].teksten()),
        niveaus=frozenset(een.keuze(NIVEAUS) for een in veld["levels"].lijst()),
        thuis=_read_punt(thuis),
        thuiswijk=veld["home_wijk"].tekst(),
        wijken=frozenset(veld["areas"].teksten()),
        snelheid=_getal(veld["speed_m_per_min"], 1),
        max_reistijd=_getal(veld["max_travel_min"]),
        grenzen=Grenzen(
            dag=_getal(veld["max_day"]),
            week=_getal(veld["max_week"]),
            maand=_getal(veld["max_month"]),
            seizoen=_getal(veld["max_season"]),
        ),
        weekritme=_read_weekritme(veld["weekly"]),
        extra=extra,
        afwezig=afwezig,
        bezet=_read_bezet(veld["busy"]),
        vaste_scholen=frozenset(veld["preferred_schools"].teksten()),
        geweigerde_scholen=frozenset(veld["blocked_schools"].teksten()),
    )


def _read_venster(veld: Veld) -> tuple[int, int]:
    van, tot = veld["from"].klok(), veld["to"].klok(tot_en_met_24=True)
    if van >= tot:
        raise veld["to"].fout("moet na from liggen")
    return van, tot


def _read_weekritme(veld: Veld) -> dict[int, tuple[tuple[int, int], ...]]:
    per_dag = defaultdict(list)
    for blok in veld.lijst():
        per_dag[blok["weekday"].getal(1, 7)].append(_read_venster(blok))
    return {dag: tuple(vensters) for dag, vensters in per_dag.items()}


def _read_uitzonderingen(
    veld: Veld,
) -> tuple[dict[date, tuple[tuple[int, int], ...]], frozenset[date]]:
    extra: dict[date, tuple[tuple[int, int], ...]] = {}
    afwezig = set()
    for een in veld.lijst():
        dag = een["date"].dag()
        if een["available"].waar():
            extra[dag] = (*extra.get(dag, ()), _read_venster(een))
        else:
            afwezig.add(dag)
    return extra, frozenset(afwezig)


def _read_bezet(veld: Veld) -> tuple[tuple[datetime, datetime], ...]:
    uit = []
    for een in veld.lijst():
        begin, eind = een["start"].instant(), een["end"].instant()
        if begin > eind:
            raise een["end"].fout("moet na start liggen")
        if begin < eind:
            uit.append((begin, eind))
    return tuple(sorted(uit))


def _read_vast(
    veld: Veld, aanvragen: tuple[Aanvraag, ...], personen: dict[str, Persoon]
) -> tuple[Afspraak, ...]:
    lessen = {les.id: les for aanvraag in aanvragen for les in aanvraag.lessen}
    gezien: set[str] = set()
    uit = []
    for een in veld.lijst():
        les = lessen.get(een["lesson"].tekst())
        if les is None or les.id in gezien:
            raise een["lesson"].fout("is onbekend" if les is None else "komt twee keer voor")
        gezien.add(les.id)
        wie = een["speakers"].teksten()
        if len(wie) != len(les.rollen):
            raise een["speakers"].fout(f"moet {len(les.rollen)} namen hebben: één per rol")
        for naam, plek in zip(wie, een["speakers"].lijst(), strict=True):
            if naam not in personen:
                raise plek.fout("staat niet in speakers")
        uit.append(Afspraak(les.id, een["date"].dag(), een["start"].klok(), wie))
    return tuple(uit)
