"""Invented seasons as ``match-scenario/1`` values: Utrecht size, and small ones that pinch.

Everything follows from the seed. ``make_seizoen`` has the make of the study's ``scenario-1.json``:
ten wijken, two of three requests a series of five lessons, officieren and ervaringsdeskundigen
scarce, wished moments on two weekdays in consecutive weeks, some of them on closed days.
"""

import copy
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
VAN, TOT = date(2026, 8, 31), date(2027, 7, 9)
VAKANTIES = [
    (date(2026, 10, 17), 9),
    (date(2026, 12, 19), 16),
    (date(2027, 2, 20), 9),
    (date(2027, 3, 26), 4),
    (date(2027, 4, 24), 16),
    (date(2027, 5, 17), 1),
]
SERIE = [
    ("KS1", ["wijkagent"]),
    ("KS2", ["jongerenwerker"]),
    ("KS3", ["halt"]),
    ("KS4", ["officier"]),
    ("KS5", ["ervaringsdeskundige", "jongerenwerker"]),
]
LOS = {
    "vo": [
        ("VO-ONLINE", ["halt"]),
        ("VO-ROL", ["rolmodel"]),
        ("VO-ERV", ["ervaringsdeskundige"]),
        ("VO-STRAF", ["officier"]),
        ("VO-WIJK", ["wijkagent"]),
    ],
    "mbo": [("MBO-STRAF", ["officier", "wijkagent"]), ("MBO-ROL", ["rolmodel", "jongerenwerker"])],
}
# Per role: how many of ninety people, wijken, per day, per week, per month.
ROLLEN = {
    "wijkagent": (30, (2, 4), (1, 2), (1, 2), (2, 4)),
    "rolmodel": (10, (5, 9), (1, 2), (2, 2), (3, 4)),
    "jongerenwerker": (19, (3, 7), (1, 2), (2, 3), (5, 8)),
    "halt": (11, (6, 9), (1, 3), (2, 3), (4, 8)),
    "ervaringsdeskundige": (11, (4, 9), (1, 1), (1, 2), (3, 4)),
    "officier": (9, (6, 8), (1, 1), (1, 1), (2, 4)),
}
VENSTERS = [("08:20", "17:00")] * 2 + [("09:00", "16:00"), ("08:20", "12:20"), ("12:20", "17:00")]
WEGING = {
    "lesson_points": 2,
    "complete_points": 1,
    "weight_new": 3,
    "weight_default": 2,
    "rank_base": 6,
}


def make_seizoen(zaad, maat=1.0, vast=True):
    """Return a season; ``maat`` scales schools, requests and people alike."""
    toeval = Random(zaad)
    wijken = [f"W{nr}" for nr in range(max(2, round(10 * maat**0.5)))]
    midden = {wijk: (toeval.randrange(9000), toeval.randrange(9000)) for wijk in wijken}
    dicht = [begin + timedelta(nr) for begin, dagen in VAKANTIES for nr in range(dagen)]
    scholen = [
        _school(toeval, niveau, nr, wijken, midden)
        for niveau, aantal in (("po", 110), ("vo", 30), ("mbo", 10))
        for nr in range(max(1, round(aantal * maat)))
    ]
    scenario = {
        "schema": "match-scenario/1",
        "id": f"seizoen-{zaad}",
        "timezone": "Europe/Amsterdam",
        "horizon": {"from": VAN.isoformat(), "to": TOT.isoformat()},
        "travel": {"overhead_min": 5, "buffer_min": 10},
        "objective": dict(WEGING),
        "calendars": {"midden": [dag.isoformat() for dag in dicht]},
        "schools": scholen,
        "requests": [
            _aanvraag(toeval, nr, scholen, set(dicht)) for nr in range(max(2, round(410 * maat)))
        ],
        "speakers": _personen(toeval, wijken, midden, scholen, maat),
        "fixed": [],
    }
    if vast:
        scenario["fixed"] = _bevestig(scenario)
    return scenario


def _school(toeval, niveau, nr, wijken, midden):
    wijk = toeval.choice(wijken)
    x, y = midden[wijk]
    return {
        "id": f"{niveau.upper()}{nr:03}",
        "region": "R00",
        "wijk": wijk,
        "level": niveau,
        "x": x + toeval.randrange(-900, 900),
        "y": y + toeval.randrange(-900, 900),
        "calendar": "midden",
        "had_lesson_last_year": toeval.random() < 0.54,
        "closed_days": sorted(
            (VAN + timedelta(toeval.randrange((TOT - VAN).days))).isoformat() for _ in range(4)
        ),
    }


def _aanvraag(toeval, nr, scholen, dicht):
    serie = toeval.random() < 260 / 410
    niveaus = {"po"} if serie else {"vo", "mbo"}
    school = toeval.choice([een for een in scholen if een["level"] in niveaus])
    soorten = SERIE if serie else [toeval.choice(LOS[school["level"]])]
    duur = 60 if serie or school["level"] == "mbo" else 50
    tijden = ["10:30", "08:45", "13:00", "10:45", "13:15"] if serie else ["09:20", "11:20", "13:05"]
    eerste, tweede = toeval.sample(tijden, 2)
    dag_een, dag_twee = toeval.sample(range(5), 2)
    maandag = VAN + timedelta(7 * toeval.choice([*range(3, 12), *range(16, 30)]))
    lessen = []
    for plek, (soort, rollen) in enumerate(soorten):
        maandag = _schoolweek(maandag, dicht)
        weken = [maandag] if toeval.random() < 0.3 else [maandag, maandag + timedelta(7)]
        momenten = [
            (week + timedelta(dag), tijd)
            for week in weken
            for dag, tijd in ((dag_een, eerste), (dag_twee, eerste), (dag_een, tweede))
        ]
        momenten = [(dag, tijd) for dag, tijd in momenten if dag not in dicht]
        lessen.append(
            {
                "id": f"Q{nr:04}-L{plek + 1}",
                "type": soort,
                "duration_min": duur,
                "roles": list(rollen),
                "options": [
                    {"date": dag.isoformat(), "start": tijd, "rank": rang}
                    for rang, (dag, tijd) in enumerate(momenten)
                ],
                "excluded_speakers": [],
            }
        )
        maandag += timedelta(7)
    ingediend = datetime(2026, 6, 1, 8, tzinfo=ZONE) + timedelta(minutes=toeval.randrange(60_000))
    return {
        "id": f"Q{nr:04}",
        "school": school["id"],
        "programme": "KS" if serie else soorten[0][0],
        "class": "groep 8",
        "pupils": toeval.randrange(18, 32),
        "submitted_at": ingediend.astimezone(ZoneInfo("UTC")).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "min_gap_days": toeval.choice([6, 5, 3]) if serie else 0,
        "lessons": lessen,
    }


def _schoolweek(maandag, dicht):
    while all(maandag + timedelta(dag) in dicht for dag in range(5)):
        maandag += timedelta(7)
    return maandag


def _personen(toeval, wijken, midden, scholen, maat):
    uit = []
    for rol, (aantal, bereik, dag, week, maand) in ROLLEN.items():
        for _ in range(max(1, round(aantal * maat))):
            hier = toeval.choice(wijken)
            x, y = midden[hier]
            per_maand = toeval.randint(*maand)
            per_week = toeval.randint(*week)
            wijkental = min(len(wijken), toeval.randint(*bereik))
            nabij = sorted(wijken, key=lambda wijk: (wijk != hier, toeval.random()))[:wijkental]
            uit.append(
                {
                    "id": f"S{len(uit):03}",
                    "roles": [rol],
                    "qualified": [
                        soort
                        for soort, rollen in SERIE + LOS["vo"] + LOS["mbo"]
                        if rol in rollen and (soort.startswith("KS") or toeval.random() < 0.9)
                    ],
                    "levels": toeval.choice([["po", "vo", "mbo"]] * 3 + [["po", "vo"]]),
                    "home": {"x": x, "y": y},
                    "home_wijk": hier,
                    "areas": nabij,
                    "speed_m_per_min": toeval.choice([230, 230, 300, 450]),
                    "max_travel_min": toeval.choice([30, 40, 60]),
                    "max_day": min(per_week, toeval.randint(*dag)),
                    "max_week": per_week,
                    "max_month": per_maand,
                    "max_season": per_maand * toeval.randint(7, 9),
                    "weekly": [
                        {"weekday": weekdag, "from": van, "to": tot}
                        for weekdag in sorted(toeval.sample(range(1, 6), toeval.randint(2, 4)))
                        for van, tot in [toeval.choice(VENSTERS)]
                    ],
                    "exceptions": _uitzonderingen(toeval),
                    "busy": _bezet(toeval),
                    "preferred_schools": [
                        school["id"] for school in toeval.sample(scholen, min(3, len(scholen)))
                    ],
                    "blocked_schools": [toeval.choice(scholen)["id"]]
                    if toeval.random() < 0.3
                    else [],
                    "accept_rate": 0.6,
                }
            )
    return uit


def _uitzonderingen(toeval):
    dagen = {VAN + timedelta(toeval.randrange((TOT - VAN).days)) for _ in range(6)}
    return [
        {"date": dag.isoformat(), "available": False}
        if toeval.random() < 0.4
        else {"date": dag.isoformat(), "available": True, "from": "09:00", "to": "16:30"}
        for dag in sorted(dagen)
    ]


def _bezet(toeval):
    uit = []
    for _ in range(toeval.randint(20, 70)):
        dag = VAN + timedelta(toeval.randrange((TOT - VAN).days))
        begin = datetime(
            dag.year, dag.month, dag.day, toeval.randint(6, 14), tzinfo=ZoneInfo("UTC")
        )
        eind = begin + timedelta(minutes=30 * toeval.randint(1, 4))
        uit.append(
            {
                "start": begin.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "end": eind.strftime("%Y-%m-%dT%H:%M:%SZ"),
            }
        )
    return sorted(uit, key=lambda een: een["start"])


def _bevestig(scenario, deel=0.03):
    """Confirm the first few requests as they would come out one by one."""
    from tests.bench.basislijnen import plan_op_volgorde
    from tests.factories.seizoenen import lees

    eerste = copy.deepcopy(scenario)
    op_tijd = sorted(eerste["requests"], key=lambda een: een["submitted_at"])
    eerste["requests"] = op_tijd[: max(1, round(len(op_tijd) * deel))]
    return [
        {
            "lesson": een.les,
            "date": een.dag.isoformat(),
            "start": f"{een.begin // 60:02}:{een.begin % 60:02}",
            "speakers": list(een.wie),
        }
        for een in plan_op_volgorde(lees(eerste)).get_afspraken()
    ]


def lees(scenario):
    """Return the scenario as the planner reads it from a file."""
    import json

    from boekingen.domain.planning.lezen import parse_scenario

    return parse_scenario(json.dumps(scenario).encode())


def make_klein_seizoen(zaad):
    """Return a season small enough to try everything, across the end of a month and of DST."""
    toeval = Random(zaad)
    dagen = [date(2026, 10, 22) + timedelta(nr) for nr in range(16)]
    scholen = [
        {
            "id": f"school{nr}",
            "region": "R",
            "wijk": f"wijk{nr}",
            "level": "po",
            "x": 4000 * nr,
            "y": 0,
            "calendar": "vrij",
            "had_lesson_last_year": toeval.random() < 0.5,
            "closed_days": [toeval.choice(dagen).isoformat()],
        }
        for nr in range(2)
    ]
    rollen = ["agent", "officier"]
    aanvragen = []
    for nr, aantal in enumerate(toeval.choice([(2, 2), (3, 1), (1, 1, 2), (2, 1, 1)])):
        lessen = []
        for plek in range(aantal):
            momenten = toeval.sample(
                [
                    (dag, tijd)
                    for dag in dagen[2 * plek : 2 * plek + 8]
                    for tijd in ("09:00", "10:15")
                ],
                toeval.randint(1, 3),
            )
            lessen.append(
                {
                    "id": f"a{nr}-l{plek}",
                    "type": "les",
                    "duration_min": 60,
                    "roles": toeval.choice([rollen, rollen[:1], rollen[1:]]),
                    "options": [
                        {"date": dag.isoformat(), "start": tijd, "rank": rang}
                        for rang, (dag, tijd) in enumerate(momenten)
                    ],
                    "excluded_speakers": [],
                }
            )
        aanvragen.append(
            {
                "id": f"a{nr}",
                "school": toeval.choice(scholen)["id"],
                "submitted_at": f"2026-06-0{nr + 1}T08:00:00Z",
                "min_gap_days": toeval.choice([0, 2, 4]),
                "lessons": lessen,
            }
        )
    return {
        "schema": "match-scenario/1",
        "id": f"klein-{zaad}",
        "timezone": "Europe/Amsterdam",
        "horizon": {"from": dagen[0].isoformat(), "to": dagen[-1].isoformat()},
        "travel": {"overhead_min": 5, "buffer_min": 10},
        "objective": dict(WEGING),
        "calendars": {"vrij": ["2026-10-28"]},
        "schools": scholen,
        "requests": aanvragen,
        "speakers": [_klein_persoon(toeval, f"p{nr}", dagen, rollen) for nr in range(3)],
        "fixed": [],
    }


def _klein_persoon(toeval, naam, dagen, rollen):
    return {
        "id": naam,
        "roles": toeval.choice([rollen, rollen[:1], rollen[1:]]),
        "qualified": ["les"],
        "levels": ["po"],
        "home": {"x": toeval.randrange(4000), "y": 0},
        "home_wijk": toeval.choice(["wijk0", "wijk1"]),
        "areas": toeval.choice([["wijk0", "wijk1"], ["wijk0", "wijk1"], ["wijk0"]]),
        "speed_m_per_min": 300,
        "max_travel_min": 40,
        "max_day": toeval.choice([1, 2]),
        "max_week": toeval.choice([1, 2, 3]),
        "max_month": toeval.choice([1, 2, 3]),
        "max_season": toeval.choice([2, 3, 4]),
        "weekly": [
            {"weekday": weekdag, "from": "08:30", "to": toeval.choice(["10:30", "12:00"])}
            for weekdag in range(1, 6)
            if toeval.random() < 0.8
        ],
        "exceptions": [{"date": toeval.choice(dagen).isoformat(), "available": False}],
        "busy": [
            {
                "start": f"{dag.isoformat()}T0{toeval.choice([7, 8, 9])}:00:00Z",
                "end": f"{dag.isoformat()}T10:00:00Z",
            }
            for dag in toeval.sample(dagen, 2)
        ],
        "preferred_schools": [],
        "blocked_schools": [],
        "accept_rate": 0.5,
    }
