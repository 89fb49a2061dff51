"""A scenario file that breaks the schema is refused by the path of the field."""

import json

import pytest

from boekingen.domain.planning.lezen import parse_scenario
from boekingen.domain.planning.veld import ScenarioFout
from tests.factories.seizoenen import make_seizoen

SCENARIO = make_seizoen(4, maat=0.03)


def verander(pad, waarde):
    """Return the file with one field changed, or left out with ``...``."""
    scenario = json.loads(json.dumps(SCENARIO))
    *weg, laatste = pad
    plek = scenario
    for stap in weg:
        plek = plek[stap]
    if waarde is ...:
        del plek[laatste]
    else:
        plek[laatste] = waarde
    return json.dumps(scenario).encode()


LES = ("requests", 3, "lessons", 0)


@pytest.mark.parametrize(
    ("pad", "waarde", "fout"),
    [
        (("schema",), "match-scenario/2", "schema: moet match-scenario/1 zijn"),
        (("id",), "", "id: moet tekst zijn"),
        (("id",), 7, "id: moet tekst zijn"),
        (("timezone",), "Europe/Utrecht", "timezone: is geen bekende tijdzone"),
        (("timezone",), "../../etc/passwd", "timezone: is geen bekende tijdzone"),
        (("horizon", "to"), "2026-08-01", "horizon.to: moet op of na 2026-08-31 liggen"),
        (("travel",), ..., "travel: ontbreekt"),
        (("travel", "buffer_min"), -1, "travel.buffer_min: moet tussen 0 en"),
        (("objective", "rank_base"), True, "objective.rank_base: moet een geheel getal zijn"),
        (("calendars", "midden", 0), "2026-02-30", "calendars.midden[0]: moet een datum zijn"),
        (("schools",), {}, "schools: moet een lijst zijn"),
        (("schools", 0), 3, "schools[0]: moet een object zijn"),
        (("schools", 1, "id"), SCENARIO["schools"][0]["id"], "schools[1].id: komt twee keer"),
        (("schools", 0, "calendar"), "noord", "schools[0].calendar: staat niet in calendars"),
        (("schools", 0, "level"), "hbo", "schools[0].level: moet een van deze zijn"),
        (("schools", 0, "had_lesson_last_year"), 1, "schools[0].had_lesson_last_year: moet true"),
        (("requests", 2, "school"), "X", "requests[2].school: staat niet in schools"),
        (("requests", 2, "submitted_at"), "2026-07-01T10:00:00", "requests[2].submitted_at: moet"),
        (("requests", 2, "lessons"), [], "requests[2].lessons: heeft minstens één les nodig"),
        ((*LES, "options", 0, "start"), "9:30", "requests[3].lessons[0].options[0].start: moet"),
        ((*LES, "options", 0, "start"), "25:00", "requests[3].lessons[0].options[0].start: moet"),
        ((*LES, "options", 0, "date"), ..., "requests[3].lessons[0].options[0].date: ontbreekt"),
        ((*LES, "duration_min"), 0, "requests[3].lessons[0].duration_min: moet tussen 1 en"),
        ((*LES, "roles"), [], "requests[3].lessons[0].roles: heeft minstens één rol nodig"),
        (
            (*LES, "id"),
            SCENARIO["requests"][0]["lessons"][0]["id"],
            "requests[3].lessons[0].id: komt twee keer voor",
        ),
        (("speakers", 0, "weekly", 0, "to"), "08:20", "speakers[0].weekly[0].to: moet na from"),
        (("speakers", 0, "weekly", 0, "weekday"), 8, "speakers[0].weekly[0].weekday: moet tussen"),
        (("speakers", 0, "speed_m_per_min"), 0, "speakers[0].speed_m_per_min: moet tussen 1"),
        (("speakers", 0, "busy", 0, "end"), "straks", "speakers[0].busy[0].end: moet een moment"),
        (
            ("speakers", 0, "busy", 0, "end"),
            "2026-01-01T00:00:00Z",
            "speakers[0].busy[0].end: moet na",
        ),
        (("fixed", 0, "lesson"), "X", "fixed[0].lesson: is onbekend"),
        (("fixed", 0, "speakers"), [], "fixed[0].speakers: moet 1 namen hebben"),
        (("fixed", 0, "speakers", 0), "X", "fixed[0].speakers[0]: staat niet in speakers"),
    ],
)
def test_the_path_of_the_wrong_field(pad, waarde, fout):
    with pytest.raises(ScenarioFout) as gevangen:
        parse_scenario(verander(pad, waarde))
    assert str(gevangen.value).startswith(fout)


@pytest.mark.parametrize(
    "inhoud", [b"", b"{", b"\xff\xfe", b"[" * 200_000, b"NaN", b"[]", b'"tekst"', b"null"]
)
def test_what_is_no_scenario_is_refused(inhoud):
    with pytest.raises(ScenarioFout):
        parse_scenario(inhoud)


def test_what_the_schema_does_not_name_is_ignored():
    anders = json.loads(json.dumps(SCENARIO)) | {"opmerking": {"van": "iemand"}}
    anders["schools"][0]["telefoon"] = None
    assert parse_scenario(json.dumps(anders).encode()) == parse_scenario(
        json.dumps(SCENARIO).encode()
    )


def test_a_moment_offered_twice_counts_once_at_its_best_rank():
    scenario = json.loads(json.dumps(SCENARIO))
    opties = scenario["requests"][0]["lessons"][0]["options"]
    opties[0]["rank"] = 4
    opties.append(opties[0] | {"rank": 1})
    les = parse_scenario(json.dumps(scenario).encode()).aanvragen[0].lessen[0]
    (eerste, *_) = les.momenten
    assert eerste.rang == 1
    assert len(les.momenten) == len(opties) - 1
