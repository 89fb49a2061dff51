"""The feed over HTTP (icalendar.md, F5 and F6)."""

import pytest
import time_machine

from boekingen.domain.feed import Feeddetail
from boekingen.models import Agendafeed
from boekingen.services.agendafeeds import vernieuw_feed
from lesaanbod.config.gunicorn import GemaskeerdeLogger
from lesaanbod.geheimen import MaskedFormatter


@pytest.fixture(autouse=True)
def klok(nu):
    with time_machine.travel(nu, tick=False) as reis:
        yield reis


@pytest.fixture
def adres(wereld):
    persoon = wereld.persoon("wijkagent")
    wereld.vraag(wereld.boeking(), persoon)
    geheim = vernieuw_feed(hoofdrolspeler_id=persoon.pk, detail=Feeddetail.TIJD, nu=wereld.nu)
    return f"/agenda/{geheim}.ics"


def test_feed_has_the_headers_a_calendar_program_needs(client, adres):
    response = client.get(adres)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Cache-Control"] == "private, max-age=300"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Last-Modified"] == "Mon, 11 Jan 2027 08:00:00 GMT"
    assert response.headers["ETag"].startswith('"')
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert client.head(adres).headers["ETag"] == response.headers["ETag"]


def test_reader_who_has_it_gets_304_without_a_body(client, adres):
    etag = client.get(adres).headers["ETag"]
    response = client.get(adres, headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["ETag"] == etag
    datum = client.get(adres, headers={"If-Modified-Since": "Mon, 11 Jan 2027 08:00:00 GMT"})
    assert datum.status_code == 304
    anders = client.get(adres, headers={"If-None-Match": '"iets anders"'})
    assert anders.status_code == 200


def test_unknown_and_renewed_addresses_are_the_same_nothing(client, adres, wereld):
    persoon_id = Agendafeed.objects.get().hoofdrolspeler_id
    vernieuw_feed(hoofdrolspeler_id=persoon_id, detail=Feeddetail.TIJD, nu=wereld.nu)
    oud, vals = client.get(adres), client.get("/agenda/verzonnen.ics")
    assert (oud.status_code, vals.status_code) == (404, 404)
    assert (oud.content, dict(oud.headers)) == (vals.content, dict(vals.headers))


def test_who_goes_on_guessing_is_stopped_and_readers_are_not(client, adres):
    codes = [client.get(f"/agenda/gok{nummer}.ics").status_code for nummer in range(61)]
    assert (codes[0], codes[-1]) == (404, 429)
    assert client.get(adres).status_code == 200


def test_gunicorn_writes_through_the_mask():
    from gunicorn.config import Config  # only here

    config = Config()
    config.set("accesslog", "-")
    logger = GemaskeerdeLogger(config)
    handlers = [*logger.error_log.handlers, *logger.access_log.handlers]
    assert handlers
    assert all(isinstance(handler.formatter, MaskedFormatter) for handler in handlers)
