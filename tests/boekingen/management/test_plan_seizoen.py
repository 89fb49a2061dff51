"""``manage.py plan_seizoen``: the file in, the proposal out, or a sentence and nothing written."""

import json
import stat
from datetime import datetime, time, timedelta

from django.core.management import CommandError, call_command
from django.utils import timezone

import pytest

from boekingen.domain.schooldagen import ZONE, is_schooldag
from tests.boekingen.domain.planning.nakijken import get_waarde, list_fouten
from tests.boekingen.wereld import Wereld
from tests.factories.seizoenen import make_seizoen


@pytest.fixture
def scenario(tmp_path):
    pad = tmp_path / "in.json"
    pad.write_text(json.dumps(make_seizoen(7, maat=0.05)))
    return pad


def roep(scenario, uit, *opties):
    call_command("plan_seizoen", "--scenario", str(scenario), "--uit", str(uit), *opties)


@pytest.mark.parametrize("opties", [(), ("--zonder-solver",)])
def test_the_proposal_is_right_and_tells_what_is_left(scenario, tmp_path, capsys, opties):
    roep(scenario, tmp_path / "uit.json", "--tijdslimiet", "20", *opties)
    gelezen, uit = json.loads(scenario.read_text()), json.loads((tmp_path / "uit.json").read_text())
    assert uit["schema"] == "match-solution/1"
    assert uit["scenario"] == gelezen["id"]
    assert list_fouten(gelezen, uit["assignments"]) == []
    assert get_waarde(gelezen, uit["assignments"]) == uit["objective"]["value"]
    lessen = {les["id"] for aanvraag in gelezen["requests"] for les in aanvraag["lessons"]}
    gepland = {een["lesson"] for een in uit["assignments"]}
    assert lessen - gepland == {een["lesson"] for een in uit["unserved"]}
    gezegd, voortgang = capsys.readouterr()
    assert f"{len(gepland)} van {len(lessen)} lessen gepland" in gezegd
    assert "Bewezen: meer waarde kan niet." in gezegd or opties
    assert ("zonder oplosser" in gezegd) == bool(opties)
    assert "waarde" in voortgang
    assert stat.S_IMODE((tmp_path / "uit.json").stat().st_mode) == 0o600


def test_a_wrong_field_is_named_and_nothing_is_written(scenario, tmp_path):
    gelezen = json.loads(scenario.read_text())
    gelezen["requests"][3]["lessons"][0]["options"][0]["start"] = "9.30"
    scenario.write_text(json.dumps(gelezen))
    (tmp_path / "uit.json").write_text("oud")
    with pytest.raises(CommandError, match=r"requests\[3\]\.lessons\[0\]\.options\[0\]\.start"):
        roep(scenario, tmp_path / "uit.json")
    assert (tmp_path / "uit.json").read_text() == "oud"
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["in.json", "uit.json"]


def test_a_path_that_cannot_be_is_refused_before_planning(scenario, tmp_path):
    with pytest.raises(CommandError, match="Controleer het pad"):
        roep(scenario, tmp_path / "weg" / "uit.json")
    with pytest.raises(CommandError, match="Controleer het pad"):
        roep(tmp_path / "weg.json", tmp_path / "uit.json")


@pytest.mark.parametrize("limiet", ["0", "-3", "nan", "inf", "straks", "1e9"])
def test_a_time_limit_that_is_none_is_refused(scenario, tmp_path, limiet):
    with pytest.raises(CommandError, match="geef een aantal seconden"):
        roep(scenario, tmp_path / "uit.json", f"--tijdslimiet={limiet}")


@pytest.mark.django_db
def test_without_a_file_the_open_requests_are_planned(tmp_path, capsys):
    wereld = Wereld(nu=timezone.now())
    agent = wereld.persoon("wijkagent")
    dinsdag = datetime.combine(timezone.localdate() + timedelta(days=40), time(9), tzinfo=ZONE)
    while not is_schooldag(dinsdag.date(), regio="Midden"):
        dinsdag += timedelta(days=1)
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1}), [dinsdag]).boekingen.get()
    call_command("plan_seizoen", "--uit", str(tmp_path / "uit.json"), "--zonder-solver")
    uit = json.loads((tmp_path / "uit.json").read_text())
    assert uit["assignments"] == [
        {
            "lesson": str(boeking.pk),
            "date": dinsdag.date().isoformat(),
            "start": "09:00",
            "speakers": [str(agent.pk)],
        }
    ]
    assert "1 van 1 lessen gepland" in capsys.readouterr().out
    call_command("plan_seizoen", "--toepassen", str(tmp_path / "uit.json"))
    assert "1 lessen toegepast" in capsys.readouterr().out
    boeking.refresh_from_db()
    assert (boeking.begin, boeking.status) == (dinsdag, "voorgesteld")
    uit["assignments"][0]["date"] = (dinsdag + timedelta(days=1)).date().isoformat()
    (tmp_path / "uit.json").write_text(json.dumps(uit))
    call_command("plan_seizoen", "--toepassen", str(tmp_path / "uit.json"))
    assert f"Les {boeking.pk} niet: Deze les heeft intussen" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        ("{", "dit is geen JSON"),
        ('{"schema": "match-scenario/1"}', "schema: moet match-solution/1 zijn"),
        (
            '{"schema": "match-solution/1", "assignments": [{"lesson": "1", "date": "morgen"}]}',
            r"assignments\[0\].date: moet een datum zijn",
        ),
    ],
)
def test_a_wrong_proposal_is_named_and_not_applied(tmp_path, inhoud, fout):
    (tmp_path / "uit.json").write_text(inhoud)
    with pytest.raises(CommandError, match=fout):
        call_command("plan_seizoen", "--toepassen", str(tmp_path / "uit.json"))
