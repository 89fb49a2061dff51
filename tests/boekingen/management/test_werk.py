"""The worker."""

import os
import signal
import subprocess
import sys
import time

from django.core import mail
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone

import pytest

from boekingen.management.commands import werk
from lesaanbod.models import Bericht, Hartslag
from lesaanbod.models.berichten import BerichtStatus
from tests.lesaanbod.brieven import use_voorbeeld, zet_voorbeeld_klaar


def doe_niets(*, nu) -> int:
    return 0


def faal(*, nu) -> int:
    raise DatabaseError("noa@politie.example")


@pytest.fixture
def stopteken():
    with werk.Stopteken() as stopteken:
        yield stopteken


@pytest.mark.django_db
class TestEenmalig:
    """``werk --eenmalig``, for a timetable or a test."""

    @pytest.fixture(autouse=True)
    def _voorbeeld(self, settings):
        use_voorbeeld(settings)

    def test_it_sends_everything_that_is_due_and_stops(self):
        for _ in range(3):
            zet_voorbeeld_klaar(nu=timezone.now())

        call_command("werk", "--eenmalig")

        assert len(mail.outbox) == 3
        assert set(Bericht.objects.values_list("status", flat=True)) == {BerichtStatus.VERZONDEN}
        assert Hartslag.objects.get().naam == "werk"

    def test_it_goes_on_until_a_round_had_nothing_to_do(self, monkeypatch):
        over = [2, 1, 0]
        monkeypatch.setattr(werk, "TAKEN", (("taak", lambda **_: over.pop(0)),))

        call_command("werk", "--eenmalig")

        assert over == []

    def test_failing_task_does_not_stop_the_others_and_is_named(self, monkeypatch, caplog):
        zet_voorbeeld_klaar(nu=timezone.now())
        monkeypatch.setattr(werk, "TAKEN", (("stuk", faal), *werk.TAKEN))

        with pytest.raises(CommandError, match=r"^Mislukt: stuk\."):
            call_command("werk", "--eenmalig")

        assert len(mail.outbox) == 1
        assert "werk: stuk failed: DatabaseError at test_werk.py:" in caplog.text
        assert "politie.example" not in caplog.text

    def test_every_task_gets_an_aware_moment(self, monkeypatch):
        momenten = []
        monkeypatch.setattr(
            werk, "TAKEN", (("taak", lambda *, nu: len(momenten.append(nu) or [])),)
        )

        call_command("werk", "--eenmalig")

        assert [moment.utcoffset() is not None for moment in momenten] == [True]


@pytest.mark.django_db
def test_run_until_stopped_waits_between_rounds_without_work(monkeypatch, stopteken):
    gewacht = []

    def wait(seconds: float) -> bool:
        gewacht.append(seconds)
        return len(gewacht) > 6

    over = [1, 0, 0]
    monkeypatch.setattr(stopteken, "wait", wait)
    monkeypatch.setattr(werk, "TAKEN", (("taak", lambda **_: over.pop(0)),))

    werk.run_until_stopped(stopteken)

    # Before each round how long to wait, before each task whether to stop.
    assert gewacht == [0, 0, 0, 0, werk.PAUZE, 0, werk.PAUZE]


@pytest.mark.django_db
def test_run_round_does_no_further_task_when_asked_to_stop(monkeypatch, stopteken):
    gedaan = []

    def taak(*, nu) -> int:
        gedaan.append("een")
        os.kill(os.getpid(), signal.SIGTERM)
        return 1

    monkeypatch.setattr(werk, "TAKEN", (("een", taak), ("twee", faal)))

    assert werk.run_round(stopteken) == (1, set())
    assert gedaan == ["een"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopteken_ends_a_wait_at_once_and_stays(number, stopteken):
    assert stopteken.wait(0) is False

    os.kill(os.getpid(), number)
    start = time.monotonic()

    assert stopteken.wait(30) is True
    assert stopteken.wait(30) is True
    assert time.monotonic() - start < 1


def test_stopteken_gives_the_signals_back():
    before = signal.getsignal(signal.SIGTERM)

    with werk.Stopteken() as stopteken:
        assert signal.getsignal(signal.SIGTERM) == stopteken.handle

    assert signal.getsignal(signal.SIGTERM) == before


def test_werk_does_not_finish_its_pause_on_sigterm(tmp_path):
    """The real command as ``make run`` starts it; on an empty database every task fails."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "lesaanbod.config.settings",
        "DATA_DIR": str(tmp_path),
        "LOG_LEVEL": "INFO",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'leeg.sqlite3'}",
    }
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "werk"], env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        lines = [worker.stderr.readline() for _ in range(1 + len(werk.TAKEN))]
        worker.send_signal(signal.SIGTERM)
        start = time.monotonic()
        rest = worker.communicate(timeout=30)[1]
    finally:
        worker.kill()

    assert lines[0].endswith("werk: started\n")
    for (naam, _), line in zip(werk.TAKEN, lines[1:], strict=True):
        assert f"werk: {naam} failed: OperationalError at" in line
    assert rest.splitlines()[-1].endswith("werk: stopped")
    # The pause lasts four and a half; the rest is Python leaving on a busy machine.
    assert time.monotonic() - start < 4
    assert worker.returncode == 0
