"""A plan as ``match-solution/1``: the assignments, and beside them what a reader wants to know."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from .planner import Plan
from .scenario import Afspraak
from .taal import format_klok
from .uitval import Reparatie
from .veld import ScenarioFout, Veld

SCHEMA = "match-solution/1"


def build_oplossing(plan: Plan) -> Mapping[str, Any]:
    """Return the solution of SCHEMA.md as JSON values, with outcome, leftovers and help."""
    uitkomst = plan.uitkomst
    return {
        "schema": SCHEMA,
        "scenario": plan.probleem.scenario.id,
        "assignments": build_toewijzingen(plan.afspraken),
        "objective": {
            "value": uitkomst.waarde,
            "dates": uitkomst.datums,
            "wijk": uitkomst.wijk,
            "unfair": uitkomst.oneerlijk,
            "travel": uitkomst.reistijd,
        },
        "bound": {"value": plan.bewijs.waarde, "dates": plan.bewijs.datums},
        "unserved": [
            {
                "lesson": een.les,
                "request": een.aanvraag,
                "cause": een.oorzaak.soort.value,
                "text": een.oorzaak.tekst,
                "would_help": list(een.wat_helpt),
            }
            for een in plan.overgebleven
        ],
        "would_help": [{"text": een.tekst, "value": een.waarde} for een in plan.hulp],
        "notes": list(plan.meldingen),
    }


def build_toewijzingen(afspraken: Iterable[Afspraak]) -> list[dict[str, Any]]:
    """Return appointments as the assignments of a solution."""
    return [
        {
            "lesson": afspraak.les,
            "date": afspraak.dag.isoformat(),
            "start": format_klok(afspraak.begin),
            "speakers": list(afspraak.wie),
        }
        for afspraak in afspraken
    ]


def build_reparatie_waarden(
    reparatie: Reparatie, gaten: Mapping[int, int], rollen: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    """Return an offer after a drop-out as JSON values; ``gaten`` has the empty place per lesson."""
    return {
        "gaps": {str(les): plek for les, plek in gaten.items()},
        "changes": [
            {
                "lesson": een.les,
                "roles": list(rollen[een.les]),
                "before": build_toewijzingen([een.voor])[0],
                "after": build_toewijzingen([een.na])[0] if een.na else None,
            }
            for een in reparatie.wijzigingen
        ],
        "rescued": list(reparatie.gered),
        "open": list(reparatie.open),
        "people": sorted(reparatie.mensen),
        "notes": list(reparatie.meldingen),
    }


def parse_oplossing(inhoud: bytes) -> tuple[Afspraak, ...]:
    """Return the appointments in a solution file; raises ``ScenarioFout`` with the wrong path."""
    try:
        wortel = Veld("", json.loads(inhoud))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fout:
        raise ScenarioFout("", "dit is geen JSON in UTF-8") from fout
    if wortel["schema"].tekst() != SCHEMA:
        raise wortel["schema"].fout(f"moet {SCHEMA} zijn")
    return _lees_toewijzingen(wortel)


def parse_toewijzingen(oplossing: Mapping[str, Any]) -> tuple[Afspraak, ...]:
    """Return the appointments among the values of a solution; raises as ``parse_oplossing``."""
    return _lees_toewijzingen(Veld("", oplossing))


def _lees_toewijzingen(wortel: Veld) -> tuple[Afspraak, ...]:
    return tuple(
        Afspraak(
            een["lesson"].tekst(),
            een["date"].dag(),
            een["start"].klok(),
            een["speakers"].teksten(),
        )
        for een in wortel["assignments"].lijst()
    )
