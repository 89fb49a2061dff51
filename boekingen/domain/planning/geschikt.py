"""Whether a day, a person and a moment go together, one rule at a time (SCHEMA.md).

The planner and the explanations ask the same rules, so that a cause is never a second opinion.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from .scenario import Les, Moment, Persoon, Scenario, School

WIJKAGENT = "wijkagent"
VRIJDAG = 5


class Bezwaar(StrEnum):
    """What keeps a person from a place, at whatever moment."""

    ROL = "heeft deze rol niet"
    SOORT = "geeft deze les niet"
    NIVEAU = "geeft geen les op dit niveau"
    WIJK = "werkt niet in deze wijk"
    REIS = "woont te ver weg"
    SCHOOL = "komt niet op deze school"
    GEWEIGERD = "is hiervoor al gevraagd of niet gewenst"


def is_open_dag(scenario: Scenario, school: School, dag: date) -> bool:
    """Return whether the school can receive somebody on ``dag``."""
    return (
        dag.isoweekday() <= VRIJDAG
        and scenario.van <= dag <= scenario.tot_en_met
        and dag not in school.dicht
    )


def list_bezwaren(
    scenario: Scenario, persoon: Persoon, les: Les, school: School, rol: str
) -> Iterator[Bezwaar]:
    """Yield every reason why this person cannot fill this role, apart from time."""
    if rol not in persoon.rollen:
        yield Bezwaar.ROL
    if les.soort not in persoon.soorten:
        yield Bezwaar.SOORT
    if school.niveau not in persoon.niveaus:
        yield Bezwaar.NIVEAU
    if school.wijk not in persoon.wijken:
        yield Bezwaar.WIJK
    if is_te_ver(scenario, persoon, school):
        yield Bezwaar.REIS
    if school.id in persoon.geweigerde_scholen:
        yield Bezwaar.SCHOOL
    if persoon.id in les.niet:
        yield Bezwaar.GEWEIGERD


def is_te_ver(scenario: Scenario, persoon: Persoon, school: School) -> bool:
    """Return whether the school is further than this person travels; unknown is never too far."""
    if persoon.per_wijk and not (persoon.thuis.wijk and school.punt.wijk):
        return False
    return scenario.reistijd(persoon, persoon.thuis, school.punt) > persoon.max_reistijd


def list_vensters(persoon: Persoon, dag: date) -> tuple[tuple[int, int], ...]:
    """Return the merged windows of one day; none when the person said not to be there."""
    if dag in persoon.afwezig:
        return ()
    vensters = sorted((*persoon.weekritme.get(dag.isoweekday(), ()), *persoon.extra.get(dag, ())))
    samen: list[tuple[int, int]] = []
    for van, tot in vensters:
        if samen and van <= samen[-1][1]:
            samen[-1] = (samen[-1][0], max(tot, samen[-1][1]))
        else:
            samen.append((van, tot))
    return tuple(samen)


def is_te_vragen(persoon: Persoon, les: Les, moment: Moment) -> bool:
    """Return whether this person was not asked for the lesson at this moment before."""
    return (moment.dag, moment.begin, persoon.id) not in les.niet_op


def kan_op(scenario: Scenario, persoon: Persoon, les: Les, moment: Moment) -> bool:
    """Return whether somebody who may give this lesson can at this moment, limits apart."""
    return is_te_vragen(persoon, les, moment) and is_vrij(scenario, persoon, les, moment)


def is_vrij(scenario: Scenario, persoon: Persoon, les: Les, moment: Moment) -> bool:
    """Return whether the person has the whole lesson free in the own diary."""
    begin, eind = moment.begin, moment.begin + les.duur
    if not any(van <= begin and eind <= tot for van, tot in list_vensters(persoon, moment.dag)):
        return False
    van, tot = scenario.tijdvak(moment.dag, begin, les.duur)
    return not any(start < tot and van < slot for start, slot in persoon.bezet)


def get_wijkpunten(persoon: Persoon, rol: str, school: School) -> int:
    """Return the points of level three: own schools first, then the own wijk."""
    extra = rol == WIJKAGENT
    if school.id in persoon.vaste_scholen:
        return 2 + extra
    return 1 + extra if school.wijk == persoon.thuiswijk else 0


def get_oneerlijkheid(volgnummer: int, max_seizoen: int) -> int:
    """Return what the ``volgnummer``-th visit of a season costs in level four."""
    return 100 * (2 * volgnummer - 1) // max(1, max_seizoen)
