"""First come, round robin, heuristic and solver side by side, on a short season of its own.

``python -m tests.bench.seizoen [SEED…]`` prints the table by itself, on seasons of full size.
"""

import sys
import time
from collections.abc import Iterator
from datetime import timedelta

from boekingen.domain.planning.oplossen import los_apart_op
from boekingen.domain.planning.planner import Plan, plan_seizoen
from boekingen.domain.planning.scenario import Scenario
from boekingen.domain.planning.uitval import Uitval, stel_voor
from tests.bench.basislijnen import plan_om_beurten, plan_op_volgorde
from tests.boekingen.domain.planning.nakijken import list_fouten, naar_toewijzingen
from tests.factories.seizoenen import lees, make_seizoen

KORT, MAAT = 0.3, 1.0
# Name, value, unit, limit (None: for information), and which way is better.
Regel = tuple[str, float, str, float | None, str]


def meet_seizoen(zaad: int, maat: float) -> Iterator[Regel]:
    """Plan one season in four ways; every plan is looked over with nothing of the planner."""
    ruw = make_seizoen(zaad, maat=maat)
    scenario = lees(ruw)
    naam = f"season {zaad}"
    volgorde = plan_op_volgorde(scenario).get_uitkomst().waarde
    beurten = plan_om_beurten(scenario).get_uitkomst().waarde
    zonder = plan(scenario, 60, los=None)
    met = plan(scenario, 120, los=los_apart_op)
    beste = met.bewijs.waarde or met.uitkomst.waarde
    fouten = sum(len(list_fouten(ruw, naar_toewijzingen(uit))) for uit in (zonder, met))
    yield f"{naam}: violations", fouten, "", 0, "lower"
    yield f"{naam}: first come", 100 * volgorde / beste, "%", None, "higher"
    yield f"{naam}: round robin", 100 * beurten / beste, "%", None, "higher"
    yield f"{naam}: heuristic", 100 * zonder.uitkomst.waarde / beste, "%", 97, "higher"
    yield f"{naam}: solver", 100 * met.uitkomst.waarde / beste, "%", 99.9, "higher"
    yield f"{naam}: above round robin", 100 * met.uitkomst.waarde / beurten - 100, "%", 8, "higher"
    yield f"{naam}: heuristic time", zonder.seconden, "s", 60, "lower"
    yield f"{naam}: solver time", met.seconden, "s", 120, "lower"
    yield from meet_uitval(scenario, met, naam)


def plan(scenario: Scenario, limiet: float, los: object) -> Plan:
    """Return the plan as the command makes it."""
    return plan_seizoen(scenario, klok=time.monotonic, tijdslimiet=limiet, oplossen=los)


def meet_uitval(scenario: Scenario, uit: Plan, naam: str) -> Iterator[Regel]:
    """Time the first two offers for the busiest person, from a quarter of the season on."""
    van = scenario.van + timedelta((scenario.tot_en_met - scenario.van).days // 4)
    wie = max(scenario.personen, key=lambda een: sum(een in a.wie for a in uit.afspraken))
    begin = time.monotonic()
    stel_voor(scenario, uit.afspraken, Uitval(wie, van, scenario.tot_en_met))
    yield f"{naam}: direct and chain", time.monotonic() - begin, "s", 1, "lower"


def main(zaden: list[str]) -> None:
    """Print the table for seasons of full size."""
    for zaad in map(int, zaden or ["1"]):
        for wat, waarde, eenheid, grens, beter in meet_seizoen(zaad, MAAT):
            teken = {"lower": "≤", "higher": "≥"}[beter]
            limiet = "" if grens is None else f"{teken} {grens}"
            sys.stdout.write(f"{wat:<32} {waarde:9.2f} {eenheid:<2} {limiet}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
