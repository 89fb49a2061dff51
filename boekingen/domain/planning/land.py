"""Larger than one municipality: region by region, in colours.

In plain words: two regions that share people never are planned at the same time. The regions of the
first colour are planned side by side, each with all of its people; those of the next colour find in
the diaries what their border people already do elsewhere. Nothing clashes, so nothing has to be
dropped afterwards, and no process ever holds more than one region.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .oplossen import los_op
from .planner import plan_seizoen
from .scenario import Aanvraag, Afspraak, Scenario


@dataclass(frozen=True, slots=True)
class Deelplan:
    """What came of one region: its own appointments, and the proven bound of what was asked."""

    regio: str
    afspraken: tuple[Afspraak, ...]
    grens: int | None


@dataclass(frozen=True, slots=True)
class Deelvraag:
    """One region to plan; values only, so that it can travel to another process."""

    regio: str
    scenario: Scenario
    lessen: frozenset[str]


Planners = Callable[[Sequence[Deelvraag]], Iterable[Deelplan]]


def plan_deel(vraag: Deelvraag, *, klok: Callable[[], float], tijdslimiet: float) -> Deelplan:
    """Plan one region in this process."""
    uit = plan_seizoen(vraag.scenario, klok=klok, tijdslimiet=tijdslimiet, oplossen=los_op)
    eigen = tuple(een for een in uit.afspraken if een.les in vraag.lessen)
    return Deelplan(vraag.regio, eigen, uit.bewijs.waarde)


def plan_land(scenario: Scenario, plan_samen: Planners) -> list[Deelplan]:
    """Return the plan of every region, the colours one after the other.

    ``plan_samen`` plans regions that share nobody, in whatever processes there are.
    """
    mensen = list_mensen(scenario)
    gedaan: list[Deelplan] = []
    for kleur in kleur_regios(mensen):
        elders = [een for deel in gedaan for een in deel.afspraken]
        gedaan += plan_samen([knip(scenario, mensen, regio, elders) for regio in kleur])
    return gedaan


def list_mensen(scenario: Scenario) -> dict[str, frozenset[str]]:
    """Return per region who serves one of its wijken."""
    wijken: dict[str, set[str]] = defaultdict(set)
    for school in scenario.scholen.values():
        wijken[school.regio].add(school.wijk)
    return {
        regio: frozenset(een.id for een in scenario.personen.values() if een.wijken & hier)
        for regio, hier in sorted(wijken.items())
    }


def kleur_regios(mensen: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """Return the regions in groups of which no two share anybody; regions in a row need two."""
    groepen: list[list[str]] = []
    for regio, hier in mensen.items():
        for groep in groepen:
            if not any(hier & mensen[ander] for ander in groep):
                groep.append(regio)
                break
        else:
            groepen.append([regio])
    return groepen


def knip(
    scenario: Scenario,
    mensen: Mapping[str, frozenset[str]],
    regio: str,
    elders: Iterable[Afspraak] = (),
) -> Deelvraag:
    """Return one region with what its people already do, here and elsewhere."""
    eigen = [een for een in scenario.aanvragen if scenario.scholen[een.school].regio == regio]
    lessen = frozenset(les.id for een in eigen for les in een.lessen)
    bezig = {
        een.les: een
        for een in (*scenario.vast, *elders)
        if een.les not in lessen and mensen[regio] & set(een.wie)
    }
    vreemd = tuple(_list_vreemd(scenario, bezig)) if bezig else ()
    vast = (*(een for een in scenario.vast if een.les in lessen), *bezig.values())
    wie = mensen[regio] | {naam for een in vast for naam in een.wie}
    scholen = {een.school for een in vreemd}
    return Deelvraag(
        regio,
        replace(
            scenario,
            id=f"{scenario.id}-{regio}",
            scholen={
                school.id: school
                for school in scenario.scholen.values()
                if school.regio == regio or school.id in scholen
            },
            aanvragen=(*eigen, *vreemd),
            personen={naam: een for naam, een in scenario.personen.items() if naam in wie},
            vast=vast,
        ),
        lessen,
    )


def _list_vreemd(scenario: Scenario, bezig: Mapping[str, Afspraak]) -> Iterable[Aanvraag]:
    """Yield requests elsewhere, cut down to the lessons that people from here give."""
    for een in scenario.aanvragen:
        lessen = tuple(les for les in een.lessen if les.id in bezig)
        if lessen:
            yield replace(een, lessen=lessen)
