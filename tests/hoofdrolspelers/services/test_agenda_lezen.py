"""The child process that reads foreign files."""

import json
from datetime import datetime

from django.core.management import call_command
from django.core.management.base import CommandError

import pytest

from hoofdrolspelers.domain.agenda_import import GeenAgenda
from hoofdrolspelers.services import agenda_kind, agenda_lezen
from hoofdrolspelers.services.agenda_lezen import TE_GROOT, TE_ZWAAR, lees_veilig
from tests.hoofdrolspelers.agendas import TITEL, UUR, VENSTER, event, kalender, span

GOED = kalender(event("DTSTART:20260105T080000Z", UUR))


def test_child_gives_what_the_reader_gives():
    eigen = event("DTSTART:20260106T080000Z", UUR, uid="les-1-s@kapotsterk.example")
    kapot = event("DTSTART:kapot", uid="k")
    resultaat = lees_veilig(inhoud=GOED[:-15] + f"{eigen}\r\n{kapot}\r\n".encode(), venster=VENSTER)
    assert resultaat.bezet == (span("0105 0800-0900"),)
    assert resultaat.is_leeg is False
    assert "niet te lezen" in " ".join(resultaat.waarschuwingen)


def test_child_refuses_in_the_same_words():
    with pytest.raises(GeenAgenda, match="webpagina"):
        lees_veilig(inhoud=b"<html>", venster=VENSTER)


def test_file_over_5_mb_is_not_even_read():
    with pytest.raises(GeenAgenda, match=TE_GROOT):
        lees_veilig(inhoud=b"x" * (5 * 1024 * 1024 + 1), venster=VENSTER)


@pytest.mark.parametrize(("naam", "waarde"), [("SECONDEN", 0.05), ("BYTES", 1 << 20)])
def test_child_that_takes_too_much_is_ended_without_a_trace_of_the_file(
    naam, waarde, monkeypatch, caplog, capfd
):
    monkeypatch.setattr(agenda_lezen, naam, waarde)
    with pytest.raises(GeenAgenda) as fout:
        lees_veilig(inhoud=GOED + TITEL.encode() * 50_000, venster=VENSTER)
    assert (str(fout.value), fout.value.__cause__) == (TE_ZWAAR, None)
    assert TITEL not in caplog.text + "".join(capfd.readouterr())


def test_ten_thousand_endless_events_stay_within_the_limits():
    """The worst of a diary: 10,000 events, of which 60 repeat every day for ever."""
    regels = [
        event(f"DTSTART:20260105T{nummer % 24:02}0000Z", UUR, *extra, uid=str(nummer))
        for nummer in range(10_000)
        for extra in [["RRULE:FREQ=DAILY"] if nummer < 60 else []]
    ]
    resultaat = lees_veilig(inhoud=kalender(*regels), venster=VENSTER)
    assert len(resultaat.bezet) > 24 * 300


def test_question_of_the_child_is_answered_in_json(monkeypatch):
    vraag = {
        "van": VENSTER.begin.isoformat(),
        "tot": VENSTER.eind.isoformat(),
        "uid_domein": "",
        "eigen_adressen": [],
    }
    antwoord = agenda_kind.lees(vraag, GOED)
    assert antwoord == {
        "bezet": [["2026-01-05T08:00:00+00:00", "2026-01-05T09:00:00+00:00"]],
        "waarschuwingen": [],
        "is_leeg": False,
    }
    assert "leeg" in agenda_kind.lees(vraag, b"")["fout"]


def test_command_prints_one_entry_for_every_file_and_stops_at_none(tmp_path, capsys):
    bestanden = {
        "goed.ics": GOED,
        "verdacht.ics": kalender(
            event("DTSTART;TZID=Mars/Olympus:20260105T090000", UUR),
            event("DTSTART;TZID=Europe/Amsterdam:20260105T100000", UUR, uid="b"),
        ),
        "inloggen.ics": b"<html>log in</html>",
    }
    for naam, inhoud in bestanden.items():
        (tmp_path / naam).write_bytes(inhoud)
    paden = [str(tmp_path / naam) for naam in [*bestanden, "is-er-niet.ics"]]
    venster = {"van": datetime(2026, 1, 1).date(), "tot": datetime(2027, 1, 1).date()}
    call_command("importeer_agenda", *paden, json=True, **venster)
    tekst = capsys.readouterr().out
    uitkomst = json.loads(tekst)
    assert uitkomst.pop("goed.ics") == {
        "busy": [["2026-01-05T08:00:00Z", "2026-01-05T09:00:00Z"]],
        "error": None,
        "warnings": [],
    }
    verdacht = uitkomst.pop("verdacht.ics")
    assert verdacht["busy"] == [["2026-01-05T08:00:00Z", "2026-01-05T10:00:00Z"]]
    assert (verdacht["error"], len(verdacht["warnings"])) == (None, 1)
    assert "inlogpagina" in uitkomst.pop("inloggen.ics")["error"]
    assert uitkomst.pop("is-er-niet.ics")["error"] == "Dit bestand kunnen wij niet openen."
    assert uitkomst == {}
    assert TITEL not in tekst


def test_command_tells_files_of_one_name_apart(tmp_path, capsys):
    paden = [tmp_path / map_ / "a.ics" for map_ in ("een", "twee")]
    call_command(
        "importeer_agenda", *map(str, paden), "--van=2026-01-01", "--tot=2026-01-02", "--json"
    )
    assert [*json.loads(capsys.readouterr().out)] == [str(pad) for pad in paden]


def test_command_tells_people_in_words(tmp_path, capsys):
    pad = tmp_path / "a.ics"
    pad.write_bytes(GOED)
    call_command("importeer_agenda", str(pad), "--van", "2026-01-05", "--tot", "2026-01-06")
    assert "1 keer bezet" in capsys.readouterr().out


def test_command_wants_a_window():
    with pytest.raises(CommandError, match="later"):
        call_command("importeer_agenda", "x", "--van", "2026-01-05", "--tot", "2026-01-05")


def test_window_is_that_of_the_netherlands(tmp_path, capsys):
    pad = tmp_path / "a.ics"
    pad.write_bytes(kalender(event("DTSTART;VALUE=DATE:20260105", "DURATION:P3D")))
    call_command("importeer_agenda", str(pad), "--van=2026-01-06", "--tot=2026-01-07", "--json")
    (gelezen,) = json.loads(capsys.readouterr().out).values()
    assert gelezen["busy"] == [["2026-01-05T23:00:00Z", "2026-01-06T23:00:00Z"]]
