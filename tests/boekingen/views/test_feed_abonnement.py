"""A calendar program of somebody else subscribed to the feed: vdirsyncer fetches, khal shows.

vdirsyncer gives what it fetches UIDs of its own; khal's import goes by ours. Skipped by name where
they are not: ``python -m venv X; X/bin/pip install khal vdirsyncer``, and ``KHAL_MAP=X/bin``.
"""

import os
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from urllib.request import urlopen

import pytest
import time_machine

from boekingen.domain.feed import Feeddetail
from boekingen.services import boekingen
from boekingen.services.agendafeeds import vernieuw_feed
from tests.boekingen.wereld import Wereld, op

WAAR = os.environ.get("KHAL_MAP") or None
KHAL_PAD, VDIRSYNCER_PAD = (shutil.which(naam, path=WAAR) for naam in ("khal", "vdirsyncer"))
NIET_HIER = "khal and vdirsyncer are not here: pip install khal vdirsyncer (set KHAL_MAP)"
SYNC = """
[general]
status_path = "{map}/status"
[pair lessen]
a = "feed"
b = "thuis"
collections = null
conflict_resolution = "a wins"
[storage feed]
type = "http"
url = "{adres}"
[storage thuis]
type = "filesystem"
path = "{map}/lessen"
fileext = ".ics"
"""
KHAL = """
[calendars]
[[lessen]]
path = {map}/lessen
[[ingelezen]]
path = {map}/ingelezen
[sqlite]
path = {map}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
"""


class Abonnee:
    """Somebody with the address of a feed and a calendar program."""

    def __init__(self, map_: Path, adres: str) -> None:
        self.map, self.adres = map_, adres
        for naam, tekst in (("sync", SYNC), ("khal", KHAL)):
            (map_ / naam).write_text(tekst.format(map=map_, adres=adres))
        for agenda in ("lessen", "ingelezen"):
            (map_ / agenda).mkdir()
        self.draai(VDIRSYNCER_PAD, "-c", "sync", "discover")

    def draai(self, *opdracht: str) -> str:
        env = {"PATH": os.environ["PATH"], "HOME": str(self.map), "LANG": "C.UTF-8"}
        return subprocess.run(
            opdracht, cwd=self.map, env=env, check=True, capture_output=True, text=True
        ).stdout

    def kijk(self) -> str:
        """Fetch what is new; return the one line that both ways show of 2027, without its UID."""
        self.draai(VDIRSYNCER_PAD, "-c", "sync", "sync")
        (self.map / "feed.ics").write_bytes(urlopen(self.adres).read())
        self.draai(KHAL_PAD, "-c", "khal", "import", "--batch", "-a", "ingelezen", "feed.ics")
        (regel,) = {self.lijst(agenda) for agenda in ("lessen", "ingelezen")}
        return regel

    def lijst(self, agenda: str) -> str:
        velden = "{start} {end-time} {title} {status}"
        vraag = ("list", "-a", agenda, "--day-format", "", "--format", velden)
        return self.draai(KHAL_PAD, "-c", "khal", *vraag, "2027-01-01", "365d").strip()


@pytest.mark.skipif(not (KHAL_PAD and VDIRSYNCER_PAD), reason=NIET_HIER)
def test_a_subscribed_program_follows_moves_and_cancellations(
    transactional_db, live_server, tmp_path, nu
):
    with time_machine.travel(nu, tick=True):
        wereld = Wereld(nu=nu)
        persoon = wereld.persoon("wijkagent")
        geheim = vernieuw_feed(hoofdrolspeler_id=persoon.pk, detail=Feeddetail.TIJD, nu=nu)
        abonnee = Abonnee(tmp_path, f"{live_server.url}/agenda/{geheim}.ics")
        boeking = wereld.boeking()
        (inzet,) = wereld.vraag(boeking, persoon)
        assert abonnee.kijk() == "2027-02-02 09:00 10:00 Les TENTATIVE"
        wereld.ja(inzet)
        assert abonnee.kijk() == "2027-02-02 09:00 10:00 Les CONFIRMED"
        wereld.verzet(boeking, op(2, 9, 13), nu=nu + timedelta(minutes=1))
        assert abonnee.kijk() == "2027-02-09 13:00 14:00 Les TENTATIVE"
        boekingen.annuleer_boeking(
            boeking_id=boeking.pk, reden="Ziek.", nu=nu + timedelta(minutes=2), door=None
        )
        assert abonnee.kijk() == "2027-02-09 13:00 14:00 Les CANCELLED"
