"""A few small regions in a row: two colours, nobody in two places, nothing dropped."""

import json
import time

from boekingen.domain.planning.land import kleur_regios, knip, list_mensen, plan_deel, plan_land
from boekingen.domain.planning.lezen import parse_scenario
from tests.bench.land import make_land
from tests.boekingen.domain.planning.nakijken import list_fouten, naar_toewijzingen


class Samen:
    """Everything that was planned, as the checker reads it."""

    def __init__(self, afspraken):
        self.afspraken = tuple(afspraken)


def test_regions_are_planned_in_colours_against_the_diaries_of_the_border():
    ruw = make_land(3, 0.05)
    land = parse_scenario(json.dumps(ruw).encode())
    mensen = list_mensen(land)
    assert kleur_regios(mensen) == [["R00", "R02"], ["R01"]]
    kleuren = []

    def samen(vragen):
        kleuren.append([vraag.regio for vraag in vragen])
        return [plan_deel(een, klok=time.monotonic, tijdslimiet=20) for een in vragen]

    delen = plan_land(land, samen)
    assert kleuren == [["R00", "R02"], ["R01"]]
    uit = Samen(een for deel in delen for een in deel.afspraken)
    assert list_fouten(ruw, naar_toewijzingen(uit)) == []
    assert len(uit.afspraken) == len({een.les for een in uit.afspraken})
    # The region in the middle knew what its border people do elsewhere.
    grens = mensen["R00"] & mensen["R01"]
    elders = [een for een in delen[0].afspraken if grens & set(een.wie)]
    midden = knip(land, mensen, "R01", delen[0].afspraken)
    assert {een.les for een in elders} <= {een.les for een in midden.scenario.vast}
