"""Reading the mailbox: everything once, nothing changed in it, away is no drama."""

import socket
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from boekingen.domain.binnenpost import MAX_BYTES
from boekingen.models import Postbus, Poststuk
from boekingen.services.postbus import lees_postbus
from tests.boekingen.dovecot import run_dovecot
from tests.boekingen.imapserver import run_imapserver

pytestmark = pytest.mark.django_db
NU = datetime(2027, 1, 11, 8, tzinfo=UTC)
MINUUT = timedelta(minutes=1)


def brief(nummer: int) -> bytes:
    return f"From: a{nummer}@x.example\r\n\r\nDag {nummer}\r\n".encode()


@pytest.fixture
def imap(settings):
    with run_imapserver() as server:
        settings.IMAP_URL = server.url
        yield server


def test_without_a_mailbox_nothing_happens(settings):
    settings.IMAP_URL = ""
    assert lees_postbus(NU) == 0
    assert Postbus.objects.count() == 0


def test_every_mail_is_fetched_once(imap):
    imap.bezorg(brief(1), brief(2))
    assert lees_postbus(NU) == 2
    imap.bezorg(brief(3))
    assert lees_postbus(NU + MINUUT) == 1
    assert lees_postbus(NU + 2 * MINUUT) == 0
    inhoud = [bytes(stuk.inhoud) for stuk in Poststuk.objects.order_by("pk")]
    assert inhoud == [brief(1), brief(2), brief(3)]


def test_mailbox_itself_stays_as_it_is(imap):
    imap.bezorg(brief(1))
    lees_postbus(NU)
    woorden = {opdracht.split(" ")[0] for opdracht in imap.opdrachten}
    assert woorden == {"CAPABILITY", "LOGIN", "EXAMINE", "UID", "LOGOUT"}
    assert all("PEEK" in opdracht for opdracht in imap.opdrachten if "FETCH" in opdracht)


def test_mailbox_of_dovecot_is_read_once_and_stays_as_it_is(settings):
    with time_machine.travel(NU), run_dovecot() as imap:
        settings.IMAP_URL = imap.url
        imap.bezorg(brief(1), brief(2) + b"x" * 3_000_000)
        assert lees_postbus(NU) == 2
        imap.bezorg(brief(3))
        assert [lees_postbus(NU + nummer * MINUUT) for nummer in (1, 2)] == [1, 0]
        assert [naam.partition(":2,")[2] for naam in imap.list_bestanden()] == ["", "", ""]
    eerste, groot, derde = (bytes(stuk.inhoud) for stuk in Poststuk.objects.order_by("pk"))
    assert (eerste, derde) == (brief(1), brief(3))
    assert groot == (brief(2) + b"x" * 3_000_000)[: MAX_BYTES + 1]


def test_once_a_minute_and_by_one_worker(imap):
    imap.bezorg(brief(1))
    lees_postbus(NU)
    imap.bezorg(brief(2))
    assert lees_postbus(NU + MINUUT - timedelta(seconds=1)) == 0
    assert lees_postbus(NU + MINUUT) == 1


def test_mailbox_that_is_numbered_anew_is_read_again_without_doubles(imap):
    imap.bezorg(brief(1), brief(2))
    lees_postbus(NU)
    imap.uidvalidity, imap.mails = 8, {1: brief(2), 2: brief(3)}
    assert lees_postbus(NU + MINUUT) == 1
    assert Poststuk.objects.count() == 3
    assert Postbus.objects.get().uidvalidity == 8


def test_of_a_big_mail_only_the_beginning_is_fetched(imap):
    imap.bezorg(brief(1) + b"x" * 3_000_000)
    lees_postbus(NU)
    assert len(Poststuk.objects.get().inhoud) == 1024 * 1024 + 1


def test_cut_connection_goes_on_where_it_was(imap, caplog):
    imap.bezorg(brief(1), brief(2), brief(3))
    imap.valt_weg_bij = {2}
    assert lees_postbus(NU) == 0
    assert Postbus.objects.get().laatste_uid == 1
    assert "No mailbox" in caplog.text
    assert lees_postbus(NU + 4 * MINUUT) == 0
    assert lees_postbus(NU + 5 * MINUUT) == 2
    assert Poststuk.objects.count() == 3


@pytest.mark.parametrize("hoe", ["weg", "woord"])
def test_server_that_is_away_or_says_no_costs_nothing(imap, settings, caplog, hoe):
    if hoe == "woord":
        settings.IMAP_URL = imap.url.replace("geheim", "ander")
    else:
        with socket.create_server(("127.0.0.1", 0)) as vrij:
            poort = vrij.getsockname()[1]
        settings.IMAP_URL = imap.url.replace(str(imap.server_address[1]), str(poort))
    assert lees_postbus(NU) == 0
    assert Postbus.objects.get().volgende_keer == NU + 5 * MINUUT
    assert "woord" not in caplog.text
    assert "kapotsterk" not in caplog.text
