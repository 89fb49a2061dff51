"""Look a plan over, from the raw scenario, with nothing of the planner: what is broken, and worth.

Rules and names: SCHEMA.md of the matching study. ``list_fouten`` may look at half a plan too: what
is added later never mends a fault.
"""

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from math import ceil, dist
from zoneinfo import ZoneInfo


def naar_minuten(tijd):
    return int(tijd[:2]) * 60 + int(tijd[3:])


def list_lessen(scenario):
    """Return per lesson its request, its place in the series and the lesson."""
    return {
        les["id"]: (aanvraag, plek, les)
        for aanvraag in scenario["requests"]
        for plek, les in enumerate(aanvraag["lessons"])
    }


def _reis(scenario, persoon, een, ander):
    meters = int(dist((een["x"], een["y"]), (ander["x"], ander["y"])))
    if not meters:
        return 0
    return scenario["travel"]["overhead_min"] + ceil(meters / persoon["speed_m_per_min"])


def list_fouten(scenario, toewijzingen, *, met_vast=True):
    """Return what is wrong with the assignments, as (rule, lesson) pairs."""
    lessen = list_lessen(scenario)
    scholen = {een["id"]: een for een in scenario["schools"]}
    personen = {een["id"]: een for een in scenario["speakers"]}
    fouten, agenda, gezet = [], defaultdict(list), {}
    for een in toewijzingen:
        if een["lesson"] not in lessen or een["lesson"] in gezet:
            return [("format", een["lesson"])]
        aanvraag, _, les = lessen[een["lesson"]]
        school, dag = scholen[aanvraag["school"]], date.fromisoformat(een["date"])
        gezet[een["lesson"]] = een
        fouten += [(regel, les["id"]) for regel in _moment_fouten(scenario, school, les, een)]
        if len(een["speakers"]) != len(les["roles"]) or len(set(een["speakers"])) != len(
            les["roles"]
        ):
            fouten.append(("roles", les["id"]))
            continue
        for rol, naam in zip(les["roles"], een["speakers"], strict=True):
            persoon = personen[naam]
            agenda[naam].append((dag, naar_minuten(een["start"]), les, school))
            fouten += [
                (regel, les["id"])
                for regel in _persoon_fouten(scenario, persoon, rol, school, les, een)
            ]
    for naam, items in agenda.items():
        fouten += _agenda_fouten(scenario, personen[naam], items)
    fouten += _volgorde_fouten(scenario, gezet)
    if met_vast:
        fouten += [("fixed", een["lesson"]) for een in scenario["fixed"] if een not in toewijzingen]
    return fouten


def _moment_fouten(scenario, school, les, een):
    if (een["date"], een["start"]) not in {(o["date"], o["start"]) for o in les["options"]}:
        yield "option"
    dicht = (
        date.fromisoformat(een["date"]).weekday() >= 5
        or een["date"] in scenario["calendars"][school["calendar"]]
        or een["date"] in school["closed_days"]
        or not scenario["horizon"]["from"] <= een["date"] <= scenario["horizon"]["to"]
    )
    if dicht:
        yield "closed"


def _persoon_fouten(scenario, persoon, rol, school, les, een):
    regels = {
        "roles": rol in persoon["roles"],
        "qualified": les["type"] in persoon["qualified"],
        "level": school["level"] in persoon["levels"],
        "area": school["wijk"] in persoon["areas"],
        "travel": _reis(scenario, persoon, persoon["home"], school) <= persoon["max_travel_min"],
        "blocked": school["id"] not in persoon["blocked_schools"]
        and persoon["id"] not in les["excluded_speakers"],
        "availability": _is_beschikbaar(persoon, een, les["duration_min"]),
        "busy": not _is_bezet(scenario, persoon, een, les["duration_min"]),
    }
    return [regel for regel, goed in regels.items() if not goed]


def _is_beschikbaar(persoon, een, duur):
    eigen = [uit for uit in persoon["exceptions"] if uit["date"] == een["date"]]
    if any(not uit["available"] for uit in eigen):
        return False
    weekdag = date.fromisoformat(een["date"]).isoweekday()
    minuten = set()
    for venster in [blok for blok in persoon["weekly"] if blok["weekday"] == weekdag] + eigen:
        minuten |= set(range(naar_minuten(venster["from"]), naar_minuten(venster["to"])))
    begin = naar_minuten(een["start"])
    return set(range(begin, begin + duur)) <= minuten


def _is_bezet(scenario, persoon, een, duur):
    lokaal = datetime.fromisoformat(f"{een['date']}T{een['start']}").replace(
        tzinfo=ZoneInfo(scenario["timezone"])
    )
    begin = lokaal.astimezone(UTC)
    eind = begin + timedelta(minutes=duur)
    return any(
        datetime.fromisoformat(b["start"]) < eind and begin < datetime.fromisoformat(b["end"])
        for b in persoon["busy"]
    )


def _agenda_fouten(scenario, persoon, items):
    for grens, sleutel in {
        "max_day": lambda dag: dag,
        "max_week": lambda dag: dag.isocalendar()[:2],
        "max_month": lambda dag: (dag.year, dag.month),
        "max_season": lambda _dag: 0,
    }.items():
        for aantal in Counter(sleutel(dag) for dag, *_ in items).values():
            if aantal > persoon[grens]:
                yield "cap", persoon["id"]
    for een, ander in combinations(sorted(items, key=lambda item: item[:2]), 2):
        if een[0] != ander[0]:
            continue
        tussen = 0
        if een[3]["id"] != ander[3]["id"]:
            reis = _reis(scenario, persoon, een[3], ander[3])
            tussen = reis + scenario["travel"]["buffer_min"]
        if ander[1] < een[1] + een[2]["duration_min"] + tussen:
            yield "overlap", ander[2]["id"]


def _volgorde_fouten(scenario, gezet):
    for aanvraag in scenario["requests"]:
        dagen = [
            (les["id"], date.fromisoformat(gezet[les["id"]]["date"]))
            for les in aanvraag["lessons"]
            if les["id"] in gezet
        ]
        for (_, eerst), (naam, dan) in combinations(dagen, 2):
            if (dan - eerst).days < max(1, aanvraag["min_gap_days"]):
                yield "order", naam


def get_waarde(scenario, toewijzingen):
    """Return the first integer of the objective."""
    weging = scenario["objective"]
    nieuw = {een["id"] for een in scenario["schools"] if not een["had_lesson_last_year"]}
    gezet = {een["lesson"] for een in toewijzingen}
    waarde = 0
    for aanvraag in scenario["requests"]:
        gewicht = weging["weight_new" if aanvraag["school"] in nieuw else "weight_default"]
        lessen = [les["id"] for les in aanvraag["lessons"]]
        waarde += gewicht * weging["lesson_points"] * len(gezet & set(lessen))
        if set(lessen) <= gezet:
            waarde += gewicht * weging["complete_points"] * len(lessen)
    return waarde


def naar_toewijzingen(plan):
    """Return the assignments of a plan as its file holds them."""
    return [
        {
            "lesson": een.les,
            "date": een.dag.isoformat(),
            "start": f"{een.begin // 60:02}:{een.begin % 60:02}",
            "speakers": list(een.wie),
        }
        for een in plan.afspraken
    ]


def probeer_alles(scenario):
    """Return the best value there is, by trying every way; for small seasons only."""
    lessen = list(list_lessen(scenario).values())
    personen = [een["id"] for een in scenario["speakers"]]
    keuzes = []
    for _, _, les in lessen:
        teams = [[]]
        for _rol in les["roles"]:
            teams = [[*team, naam] for team in teams for naam in personen if naam not in team]
        mogelijk = [
            {"lesson": les["id"], "date": o["date"], "start": o["start"], "speakers": team}
            for o in les["options"]
            for team in teams
        ]
        keuzes.append([een for een in mogelijk if not list_fouten(scenario, [een], met_vast=False)])
    beste = 0

    def zoek(nummer, gekozen):
        nonlocal beste
        rest = [{"lesson": les["id"]} for _, _, les in lessen[nummer:] if keuzes[nummer:]]
        if get_waarde(scenario, gekozen + rest) <= beste:
            return
        if nummer == len(lessen):
            beste = get_waarde(scenario, gekozen)
            return
        for een in keuzes[nummer]:
            if not list_fouten(scenario, [*gekozen, een], met_vast=False):
                zoek(nummer + 1, [*gekozen, een])
        zoek(nummer + 1, gekozen)

    zoek(0, [])
    return beste
