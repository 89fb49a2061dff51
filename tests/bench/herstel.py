"""``python -m tests.bench.herstel SCENARIO [PEOPLE]``: who mends what, by hand; half an hour.

The busiest people of a planned season fall out, one by one, after a quarter of it. Beside the three
offers stands how many holes anything could mend at most while no other lesson is dropped: the bound
of the whole model, with everything that is still to come free to move.
"""

import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from math import floor, isfinite
from pathlib import Path

from boekingen.domain.planning.herplan import herplan
from boekingen.domain.planning.highs import Oplosser
from boekingen.domain.planning.lezen import parse_scenario
from boekingen.domain.planning.model import build_model
from boekingen.domain.planning.niveaus import KNOPEN
from boekingen.domain.planning.oplossen import los_op
from boekingen.domain.planning.planner import plan_seizoen
from boekingen.domain.planning.scenario import Afspraak, Scenario
from boekingen.domain.planning.uitval import Hersteld, Reparatie, Uitval, stel_voor

PLAN_SECONDEN, GRENS_SECONDEN = 240.0, 120.0
UITVALLERS = 24


def list_uitvallers(scenario: Scenario, afspraken: tuple[Afspraak, ...]) -> list[Uitval]:
    """Return the fall of everybody who has lessons after a quarter of the season, busiest first."""
    van = scenario.van + timedelta((scenario.tot_en_met - scenario.van).days // 4)
    uitvallen = [Uitval(een, van, scenario.tot_en_met) for een in scenario.personen]
    lessen = {een.persoon: sum(map(een.raakt, afspraken)) for een in uitvallen}
    uitvallen.sort(key=lambda een: -lessen[een.persoon])
    return [een for een in uitvallen if lessen[een.persoon]]


def get_grens(scenario: Scenario, afspraken: tuple[Afspraak, ...], uitval: Uitval) -> int:
    """Return how many holes can at most be filled while everything else keeps a moment."""
    hersteld = Hersteld(scenario, afspraken, uitval)
    hersteld.zoek_collegas()
    hersteld.zoek_ketens()
    rooster = hersteld.maak_los()
    model = build_model(hersteld.probleem)
    oplosser = Oplosser(model)
    gaten = {een.les for een in hersteld.gaten}
    doel = {}
    for les in hersteld.probleem.lessen:
        kolommen = {model.z[keuze.nr]: 1 for keuze in les.keuzes}
        if les.les.id in gaten:
            doel |= kolommen
        elif rooster.gezet[les.nr] is not None:
            oplosser.eis(kolommen, minstens=1)
    if not doel:
        return 0
    uit = oplosser.los_op(
        doel,
        start=model.waarden(rooster),
        seconden=GRENS_SECONDEN,
        knopen=KNOPEN,
        stop=lambda: False,
        meld=lambda _waarden, _grens: None,
    )
    return min(len(gaten), floor(uit.grens + 1e-6)) if isfinite(uit.grens) else len(gaten)


def tel_weg(reparatie: Reparatie) -> int:
    """Return how many lessons lose their moment for another one."""
    return sum(een.na is None and een.les not in reparatie.gaten for een in reparatie.wijzigingen)


def meet(
    scenario: Scenario, afspraken: tuple[Afspraak, ...], uitval: Uitval
) -> Iterator[tuple[str, float]]:
    """Yield the figures of one fall, with seconds of processor."""
    begin = time.process_time()
    direct, keten = stel_voor(scenario, afspraken, uitval)
    yield "first two offers, s", time.process_time() - begin
    yield "holes", len(direct.gaten)
    yield "colleague", len(direct.gered)
    yield "chain", len(keten.gered)
    for naam, mag_vervallen in (("planner", False), ("planner, may drop", True)):
        begin = time.process_time()
        uit = herplan(
            scenario,
            afspraken,
            uitval,
            klok=time.process_time,
            oplossen=los_op,
            mag_vervallen=mag_vervallen,
        )
        yield f"{naam}, s", time.process_time() - begin
        yield naam, len(uit.gered)
        yield f"{naam}: lessons dropped", tel_weg(uit)
        yield f"{naam}: changed", len(uit.wijzigingen)
    yield "bound without dropping", get_grens(scenario, afspraken, uitval)


def main(pad: str, aantal: int = UITVALLERS) -> None:
    """Print a line a person, and all of them together."""
    scenario = parse_scenario(Path(pad).read_bytes())
    afspraken = plan_seizoen(
        scenario, klok=time.process_time, tijdslimiet=PLAN_SECONDEN, oplossen=los_op
    ).afspraken
    alle: dict[str, list[float]] = {}
    for uitval in list_uitvallers(scenario, afspraken)[:aantal]:
        cijfers = dict(meet(scenario, afspraken, uitval))
        for naam, getal in cijfers.items():
            alle.setdefault(naam, []).append(getal)
        print(
            uitval.persoon, {naam: round(getal, 1) for naam, getal in cijfers.items()}, flush=True
        )
    gaten = sum(alle["holes"])
    for naam, getallen in alle.items():
        if naam.endswith(", s"):
            print(f"{naam:<36} at most {max(getallen):.1f} s of processor")
        else:
            print(f"{naam:<36} {sum(getallen):6.0f} {100 * sum(getallen) / gaten:6.1f} %")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
