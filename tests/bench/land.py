"""``python -m tests.bench.land [REGIONS] [SIZE] [SECONDS]``: the national scale, by hand.

Seasons of other seeds in a row, some people of each serving the next one as well. The bound is the
sum of what every region could have with all of its people, those on a border counted twice.
"""

import copy
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from random import Random

from boekingen.domain.planning.land import (
    Deelplan,
    Deelvraag,
    kleur_regios,
    knip,
    list_mensen,
    plan_deel,
    plan_land,
)
from boekingen.domain.planning.lezen import parse_scenario
from boekingen.domain.planning.probleem import Probleem
from boekingen.domain.planning.rooster import Rooster
from boekingen.domain.planning.scenario import Scenario
from tests.bench.register import Cijfer, format_regel
from tests.factories.seizoenen import make_seizoen

PROCESSEN = 2
AFSTAND = 10_000
GRENSDEEL = 0.04
ZAAD = 100


def make_land(aantal, maat):
    """Return one scenario of ``aantal`` seasons in a row, with other ids and places."""
    land = None
    for nr in range(aantal):
        deel = noem_anders(make_seizoen(ZAAD + nr, maat=maat), nr)
        if land is None:
            land = copy.deepcopy(deel) | {"id": f"land-{aantal}"}
            continue
        _laat_overlopen(land["speakers"], deel["schools"], nr)
        for wat in ("schools", "requests", "speakers", "fixed"):
            land[wat] += deel[wat]
    return land


def noem_anders(seizoen, nr):
    """Return a season with the number of its region before every id, and in its own place."""
    voor = f"R{nr:02}-"
    for school in seizoen["schools"]:
        school |= {"id": voor + school["id"], "wijk": voor + school["wijk"], "region": voor[:-1]}
        school["x"] += nr * AFSTAND
    for aanvraag in seizoen["requests"]:
        aanvraag |= {"id": voor + aanvraag["id"], "school": voor + aanvraag["school"]}
        for les in aanvraag["lessons"]:
            les["id"] = voor + les["id"]
            les["excluded_speakers"] = [voor + een for een in les["excluded_speakers"]]
    for mens in seizoen["speakers"]:
        mens |= {"id": voor + mens["id"], "home_wijk": voor + mens["home_wijk"]}
        mens["home"]["x"] += nr * AFSTAND
        for lijst in ("areas", "preferred_schools", "blocked_schools"):
            mens[lijst] = [voor + een for een in mens[lijst]]
    for een in seizoen["fixed"]:
        een |= {"lesson": voor + een["lesson"], "speakers": [voor + s for s in een["speakers"]]}
    return seizoen


def _laat_overlopen(mensen, scholen, nr):
    toeval = Random(nr)
    wijken = sorted({school["wijk"] for school in scholen})
    buren = [mens for mens in mensen if mens["id"].startswith(f"R{nr - 1:02}-")]
    for mens in toeval.sample(buren, max(1, round(GRENSDEEL * len(buren)))):
        mens["areas"] = [*mens["areas"], *toeval.sample(wijken, min(2, len(wijken)))]


def plan_samen(vragen: Sequence[Deelvraag], *, seconden: float) -> list[Deelplan]:
    """Plan regions side by side, each in a process of its own."""
    context = multiprocessing.get_context("spawn")
    werk = partial(plan_deel, klok=time.monotonic, tijdslimiet=seconden)
    delen = []
    with ProcessPoolExecutor(PROCESSEN, mp_context=context, max_tasks_per_child=1) as pool:
        for deel in pool.map(werk, vragen):
            print(f"  {deel.regio}: bound {deel.grens}", flush=True)
            delen.append(deel)
    return delen


def get_rekentijd() -> float:
    """Return the seconds of processor that ended processes of ours took."""
    kinderen = resource.getrusage(resource.RUSAGE_CHILDREN)
    return kinderen.ru_utime + kinderen.ru_stime


def get_grens(scenario: Scenario, delen: list[Deelplan], seconden: float) -> int | None:
    """Return the sum of the bounds per region, each with all of its people."""
    mensen = list_mensen(scenario)
    eerste, *rest = kleur_regios(mensen)
    grenzen = {deel.regio: deel.grens for deel in delen if deel.regio in eerste}
    vragen = [knip(scenario, mensen, regio) for kleur in rest for regio in kleur]
    grenzen |= {deel.regio: deel.grens for deel in plan_samen(vragen, seconden=seconden)}
    if any(grens is None for grens in grenzen.values()):
        return None
    return sum(grens for grens in grenzen.values() if grens is not None)


def main(aantal: int = 40, maat: float = 1.0, seconden: float = 60.0) -> int:
    """Plan a country and print how it went; 1 when a limit is missed."""
    scenario = parse_scenario(json.dumps(make_land(aantal, maat)).encode())
    print(f"{len(scenario.aanvragen)} requests, {len(scenario.personen)} people", flush=True)
    begin = time.monotonic()
    delen = plan_land(scenario, partial(plan_samen, seconden=seconden))
    duur, gerekend = time.monotonic() - begin, get_rekentijd()
    print(f"planned in {duur / 60:.1f} min, now the bound", flush=True)
    # Setting them all in one timetable refuses whatever clashes.
    rooster = Rooster(Probleem(scenario))
    rooster.zet_afspraken(een for deel in delen for een in deel.afspraken)
    waarde, grens = rooster.get_uitkomst().waarde, get_grens(scenario, delen, seconden)
    geheugen = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    cijfers = [
        Cijfer(
            naam="land: part of the bound",
            value=100 * waarde / grens if grens else 0,
            unit="%",
            limit=97.5,
            better="higher",
        ),
        Cijfer(naam="land: time", value=duur / 60, unit="min", limit=30, better="lower"),
        Cijfer(
            naam="land: processor time, over two processes",
            value=gerekend / PROCESSEN / 60,
            unit="min",
            limit=None,
            better="lower",
        ),
        Cijfer(naam="land: process", value=geheugen, unit="MB", limit=2048, better="lower"),
    ]
    for cijfer in cijfers:
        print(format_regel(cijfer), flush=True)
    return int(not all(cijfer.is_gehaald for cijfer in cijfers))


if __name__ == "__main__":
    getallen = [float(een) for een in sys.argv[1:]]
    sys.exit(main(int(getallen[0]) if getallen else 40, *getallen[1:]))
