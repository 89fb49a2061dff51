"""What leaves for the log holds no address and no secret."""

import logging
import time

import pytest

from lesaanbod.geheimen import MaskedFormatter, is_geheim_pad, mask

TOKEN = "dXc3bGtqcXdlLWFzZA:1tX0aB:9xYzQw3r_K2mL8pN4vB6"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("mail to j.de-vries+les@school.nl failed", "mail to [adres] failed"),
        ("an@school.nl+per@school.nl, an@school.nl.", "[adres], [adres]."),
        (f"naar {'a' * 70}@school.nl", "naar [adres]"),
        (f"naar an@{'a' * 70}.school.nl", "naar [adres]"),
        ("GET /?login=j%40school.nl HTTP/1.1", "GET /?login=[adres] HTTP/1.1"),
        (f'"GET /uitnodiging/{TOKEN}/ HTTP/1.1" 200', '"GET /uitnodiging/[geheim]/ HTTP/1.1" 200'),
        ("GET /antwoord/kort/ 200", "GET /antwoord/[geheim]/ 200"),
        ("GET /agenda/kort.ics 200", "GET /agenda/[geheim] 200"),
        (
            f"/aanvragen/12-kapot-sterk/bevestig/{TOKEN}/",
            "/aanvragen/12-kapot-sterk/[geheim]/[geheim]/",
        ),
        (
            "GET /?next=%2Faanvragen%2F12-kapot-sterk%2Fkort%2Fcontact%2F 200",
            "GET /?next=%2Faanvragen%2F12-kapot-sterk%2F[geheim]%2Fcontact%2F 200",
        ),
        ("/aanvragen/0123456789abcdef0123456789abcdef/", "/aanvragen/[geheim]/"),
        ("/lesaanbod/kapot-sterk-een-lange-titel-van-een-les/", None),
        ("/planning/boekingen/12345/", None),
        ("/static/lesaanbod/css/kop-en-voet-van-de-hele-site.css", None),
        ("https://lessen.gemeente.example/lesaanbod/", None),
    ],
)
def test_mask(line, expected):
    assert mask(line) == (line if expected is None else expected)


LANG = 32_000
RUIM = 3.0
"""Seconds of processor. One long word took 20 when its square was read; it takes 0.01."""


@pytest.mark.parametrize("begin", ["/", "/A", "/aanvragen/1-", "an@", "an@school.nl"])
@pytest.mark.parametrize("deel", ["a", "a.", "1", "A", "/a", "a@", "%40", "a%40b.", "/agenda/"])
def test_a_long_text_is_masked_in_linear_time(begin, deel):
    text = begin + deel * (LANG // len(deel)) + "!"
    vanaf = time.process_time()
    mask(text)
    assert time.process_time() - vanaf < RUIM


def test_the_longest_address_of_a_page_is_answered_at_once(client, db):
    vanaf = time.process_time()
    assert client.get(f"/{'a' * LANG}/").status_code == 404
    assert time.process_time() - vanaf < RUIM


def test_geheim_pad_is_recognised():
    assert is_geheim_pad(f"/uitnodiging/{TOKEN}/")
    assert not is_geheim_pad("/lesaanbod/kapot-sterk/")


def test_formatter_masks_arguments_and_traceback():
    record = logging.LogRecord("x", 40, "x.py", 1, "to %s", ("an@school.nl",), None)
    error = ValueError(f"bad address an@school.nl at /agenda/{TOKEN}.ics")
    record.exc_info = (ValueError, error, None)
    text = MaskedFormatter("{message}", style="{").format(record)
    assert text == "to [adres]\nValueError: bad address [adres] at /agenda/[geheim]"


def test_no_handler_of_the_site_writes_without_the_mask():
    handlers = {
        handler
        for name in ("", "django", "django.server", "django.request", "allauth", "lesaanbod")
        for handler in logging.getLogger(name).handlers
        if type(handler).__module__ == "logging"
    }
    assert {type(handler.formatter) for handler in handlers} == {MaskedFormatter}
