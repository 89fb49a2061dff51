"""First come, round robin, heuristic and solver side by side, on a short season of its own.

``python -m tests.bench.seizoen [SEED…]`` prints the table by itself, on seasons of full size.
"""

import sys
import time
from collections.abc import Iterator
from datetime import timedelta

from boekingen.domain.planning.herplan import herplan
from boekingen.domain.planning.oplossen import los_apart_op
from boekingen.domain.planning.planner import Plan, plan_seizoen
from boekingen.domain.planning.scenario import Scenario
from boekingen.domain.planning.uitval import Uitval, stel_voor
from tests.bench.basislijnen import plan_om_beurten, plan_op_volgorde
from tests.bench.register import Cijfer, format_regel, meting
from tests.bench.terrein import Terrein
from tests.boekingen.domain.planning.nakijken import list_fouten, naar_toewijzingen
from tests.factories.seizoenen import lees, make_seizoen

KORT, MAAT = 0.3, 1.0
UITVALLERS = 3
ZAAD = 11


@meting
def meet(_terrein: Terrein) -> Iterator[Cijfer]:
    """Measure one short season."""
    yield from meet_seizoen(ZAAD, KORT)


def meet_seizoen(zaad: int, maat: float) -> Iterator[Cijfer]:
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
    yield Cijfer(naam=f"{naam}: violations", value=fouten, unit="", limit=0, better="lower")
    yield Cijfer(
        naam=f"{naam}: first come",
        value=100 * volgorde / beste,
        unit="%",
        limit=None,
        better="higher",
    )
    yield Cijfer(
        naam=f"{naam}: round robin",
        value=100 * beurten / beste,
        unit="%",
        limit=None,
        better="higher",
    )
    yield Cijfer(
        naam=f"{naam}: heuristic",
        value=100 * zonder.uitkomst.waarde / beste,
        unit="%",
        limit=97,
        better="higher",
    )
    yield Cijfer(
        naam=f"{naam}: solver",
        value=100 * met.uitkomst.waarde / beste,
        unit="%",
        limit=99.9,
        better="higher",
    )
    yield Cijfer(
        naam=f"{naam}: above round robin",
        value=100 * met.uitkomst.waarde / beurten - 100,
        unit="%",
        limit=8,
        better="higher",
    )
    yield Cijfer(
        naam=f"{naam}: heuristic time", value=zonder.seconden, unit="s", limit=60, better="lower"
    )
    yield Cijfer(
        naam=f"{naam}: solver time", value=met.seconden, unit="s", limit=120, better="lower"
    )
    yield from meet_uitval(scenario, met, naam)


def plan(scenario: Scenario, limiet: float, los: object) -> Plan:
    """Return the plan as the command makes it."""
    return plan_seizoen(scenario, klok=time.monotonic, tijdslimiet=limiet, oplossen=los)


def meet_uitval(scenario: Scenario, uit: Plan, naam: str) -> Iterator[Cijfer]:
    """Time the offers for the busiest people, from a quarter of the season on."""
    van = scenario.van + timedelta((scenario.tot_en_met - scenario.van).days // 4)
    wie = max(scenario.personen, key=lambda een: sum(een in a.wie for a in uit.afspraken))
    begin = time.monotonic()
    stel_voor(scenario, uit.afspraken, Uitval(wie, van, scenario.tot_en_met))
    yield Cijfer(
        naam=f"{naam}: direct and chain",
        value=time.monotonic() - begin,
        unit="s",
        limit=1,
        better="lower",
    )
    druk = sorted(
        scenario.personen,
        key=lambda een: -sum(een in a.wie and a.dag >= van for a in uit.afspraken),
    )
    for mag_vervallen in (False, True):
        yield from meet_herplan(
            scenario,
            uit,
            [Uitval(een, van, scenario.tot_en_met) for een in druk[:UITVALLERS]],
            naam=f"{naam}: planner's repair, {'may drop' if mag_vervallen else 'drops nothing'}",
            mag_vervallen=mag_vervallen,
        )


def meet_herplan(
    scenario: Scenario, uit: Plan, uitvallen: list[Uitval], *, naam: str, mag_vervallen: bool
) -> Iterator[Cijfer]:
    """Let the planner mend the holes of the busiest people, one by one."""
    gaten, gered, langste = 0, 0, 0.0
    for uitval in uitvallen:
        begin = time.monotonic()
        reparatie = herplan(
            scenario,
            uit.afspraken,
            uitval,
            klok=time.monotonic,
            oplossen=los_apart_op,
            mag_vervallen=mag_vervallen,
        )
        langste = max(langste, time.monotonic() - begin)
        gaten, gered = gaten + len(reparatie.gaten), gered + len(reparatie.gered)
    yield Cijfer(
        naam=naam, value=100 * gered / max(1, gaten), unit="%", limit=None, better="higher"
    )
    yield Cijfer(naam=f"{naam}, time", value=langste, unit="s", limit=60, better="lower")


def main(zaden: list[str]) -> None:
    """Print the table for seasons of full size."""
    for zaad in map(int, zaden or ["1"]):
        for cijfer in meet_seizoen(zaad, MAAT):
            print(format_regel(cijfer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
