"""What leaves for the log holds no address and no secret."""

import logging

import pytest

from lesaanbod.geheimen import MaskedFormatter, is_geheim_pad, mask

TOKEN = "dXc3bGtqcXdlLWFzZA:1tX0aB:9xYzQw3r_K2mL8pN4vB6"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("mail to j.de-vries+les@school.nl failed", "mail to [adres] failed"),
        ("GET /?login=j%40school.nl HTTP/1.1", "GET /?login=[adres] HTTP/1.1"),
        (f'"GET /uitnodiging/{TOKEN}/ HTTP/1.1" 200', '"GET /uitnodiging/[geheim]/ HTTP/1.1" 200'),
        ("GET /antwoord/kort/ 200", "GET /antwoord/[geheim]/ 200"),
        ("GET /agenda/kort.ics 200", "GET /agenda/[geheim] 200"),
        (
            f"/aanvragen/12-kapot-sterk/bevestig/{TOKEN}/",
            "/aanvragen/12-kapot-sterk/[geheim]/[geheim]/",
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
