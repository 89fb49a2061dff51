"""Somebody else holds the database for longer than a request may wait: busy is said, not broken."""

from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from django.test import Client

import pytest
import time_machine

from lesaanbod.services.links import sign
from lesaanbod.views.fouten import server_fout
from tests.boekingen.wereld import Wereld, status


@contextmanager
def bezet():
    """Hold what every answer needs, on a connection of its own, and let ours wait a blink."""
    ander = connection.copy()
    postgres = connection.vendor == "postgresql"
    vast = "BEGIN; LOCK TABLE boekingen_boeking" if postgres else "BEGIN IMMEDIATE"
    kort = "SET lock_timeout = '20ms'" if postgres else "PRAGMA busy_timeout = 20"
    terug = "RESET lock_timeout" if postgres else "PRAGMA busy_timeout = 20000"
    with connection.cursor() as cursor, ander.cursor() as andere:
        andere.execute(vast)
        cursor.execute(kort)
        try:
            yield
        finally:
            andere.execute("ROLLBACK")
            cursor.execute(terug)
    ander.close()


def test_an_answer_that_had_to_wait_too_long_is_told_to_come_back_and_then_counts(
    transactional_db, nu
):
    with transaction.atomic():
        wereld = Wereld(nu=nu)
        (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    pad = f"/uitnodiging/{sign(doel='uitnodiging', sleutel=inzet.sleutel)}/"
    client = Client(raise_request_exception=False)
    gegevens = {"antwoord": "ja", "moment": inzet.begin.isoformat()}
    with time_machine.travel(nu, tick=True):
        with bezet():
            response = client.post(pad, gegevens)
        assert (response.status_code, response["Retry-After"]) == (503, "30")
        assert "Het is even te druk" in response.content.decode()
        assert status(inzet) == "uitgenodigd"
        assert client.post(pad, gegevens).status_code == 302
    assert status(inzet) == "toegezegd"


@pytest.mark.parametrize(
    ("fout", "verwacht"),
    [
        (OperationalError("database is locked"), 503),
        (OperationalError("disk I/O error"), 500),
        (ValueError("database is locked"), 500),
    ],
)
def test_only_a_busy_database_is_called_busy(rf, fout, verwacht):
    def breek():
        raise fout

    try:
        breek()
    except Exception:  # noqa: BLE001  # as Django does around a view
        assert server_fout(rf.get("/")).status_code == verwacht
