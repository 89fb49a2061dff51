"""What gunicorn takes of an address and its headers, by its own reader and our settings."""

import runpy

from django.conf import settings

import pytest
from gunicorn.config import Config
from gunicorn.http import message
from gunicorn.http.errors import ParseException
from gunicorn.http.parser import RequestParser


@pytest.fixture
def instellingen(monkeypatch) -> Config:
    """The settings of a real site."""
    monkeypatch.setattr(message, "MAX_REQUEST_LINE", message.MAX_REQUEST_LINE)
    namen = runpy.run_path(str(settings.BASE_DIR / "lesaanbod/config/gunicorn.py"))
    config = Config()
    for naam in namen.keys() & config.settings.keys():
        config.set(naam, namen[naam])
    return config


def lees(config: Config, *, vraag: str = "", kop: str = "") -> message.Request:
    regels = [f"GET /lesaanbod/?{vraag} HTTP/1.1", "Host: lessen.example", f"HX-Current-URL: {kop}"]
    bytes_ = "\r\n".join([*regels, "", ""]).encode()
    delen = [bytes_[plaats : plaats + 8192] for plaats in range(0, len(bytes_), 8192)]
    return next(RequestParser(config, iter(delen), ("127.0.0.1", 1)))


def test_absurd_address_reaches_the_site_also_when_htmx_sends_it_along(instellingen):
    vraag = "zoekwoord=" + "%00" * 10_000
    verzoek = lees(instellingen, vraag=vraag, kop=f"https://lessen.example/lesaanbod/?{vraag}")
    assert verzoek.query == vraag


@pytest.mark.parametrize("deel", ["vraag", "kop"])
def test_what_is_longer_still_is_refused(instellingen, deel):
    with pytest.raises(ParseException):
        lees(instellingen, **{deel: "x" * 33_000})
