"""Dates and times as a Dutch reader says them."""

from datetime import UTC, date, datetime

import pytest

from lesaanbod.domain import datums
from lesaanbod.domain.datums import AMSTERDAM

BEGIN = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)
EIND = datetime(2026, 11, 24, 10, 0, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("waarde", "expected"),
    [
        (date(2026, 11, 24), "dinsdag 24 november 2026"),
        (BEGIN, "dinsdag 24 november 2026"),
        (date(2027, 2, 1), "maandag 1 februari 2027"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "vrijdag 1 januari 2027"),
    ],
    ids=["day", "moment", "first of the month", "utc evening is the next day here"],
)
def test_format_datum(waarde, expected):
    assert datums.format_datum(waarde) == expected


def test_format_dag_leaves_out_the_year():
    assert datums.format_dag(BEGIN) == "dinsdag 24 november"


@pytest.mark.parametrize(
    ("dag", "expected"),
    [(date(2026, 11, 24), "di 24 nov."), (date(2027, 5, 7), "vr 7 mei")],
)
def test_format_datum_kort(dag, expected):
    assert datums.format_datum_kort(dag) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (BEGIN, "9.00 uur"),
        (datetime(2027, 1, 11, 8, 5, tzinfo=UTC), "9.05 uur"),
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "3.00 uur"),
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), "2.00 uur"),
    ],
    ids=["whole hour", "utc in winter", "clock goes forward", "clock goes back"],
)
def test_format_tijd(moment, expected):
    assert datums.format_tijd(moment) == expected


def test_format_tijden_says_uur_once():
    assert datums.format_tijden(BEGIN, EIND) == "9.00 tot 10.00 uur"


def test_format_tijden_over_midnight_names_the_other_day():
    laat = datetime(2026, 11, 25, 0, 30, tzinfo=AMSTERDAM)
    assert datums.format_tijden(BEGIN, laat) == ("9.00 uur tot woensdag 25 november 2026, 0.30 uur")


def test_format_moment_with_and_without_end():
    assert datums.format_moment(BEGIN) == "dinsdag 24 november 2026, 9.00 uur"
    assert datums.format_moment(BEGIN, EIND) == "dinsdag 24 november 2026, 9.00 tot 10.00 uur"


@pytest.mark.parametrize("format_", [datums.format_datum, datums.format_tijd, datums.format_dag])
def test_naive_moment_is_refused(format_):
    with pytest.raises(ValueError, match="without a time zone"):
        format_(datetime(2026, 11, 24, 9, 0))


def test_format_dagmaand_has_no_leading_zero():
    assert datums.format_dagmaand(date(2027, 1, 3)) == "3 januari"
