from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekingen.domain.termijnen import (
    bepaal_antwoord_voor,
    get_begin_voor_groep,
    get_duur_voor_groepen,
)

NU = datetime(2027, 1, 11, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tot_de_les", "antwoordtijd"),
    [
        (timedelta(days=60), timedelta(days=5)),
        (timedelta(days=21), timedelta(days=5)),
        (timedelta(days=20, hours=23), timedelta(days=2)),
        (timedelta(days=7), timedelta(days=2)),
        (timedelta(days=6, hours=23), timedelta(days=1)),
        (timedelta(days=2), timedelta(days=1)),
        (timedelta(days=1, hours=22), timedelta(hours=23)),
        (timedelta(hours=2), timedelta(hours=1)),
        (timedelta(0), timedelta(0)),
        (timedelta(hours=-3), timedelta(0)),
    ],
)
def test_bepaal_antwoord_voor_is_shorter_the_nearer_the_lesson(tot_de_les, antwoordtijd):
    assert bepaal_antwoord_voor(nu=NU, begin=NU + tot_de_les) - NU == antwoordtijd


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=800)))
def test_bepaal_antwoord_voor_lies_between_now_and_the_lesson(tot_de_les):
    begin = NU + tot_de_les
    assert NU <= bepaal_antwoord_voor(nu=NU, begin=begin) <= begin


@pytest.mark.parametrize(("index", "minuten"), [(0, 0), (1, 75), (3, 225)])
def test_get_begin_voor_groep_leaves_time_to_change_between_classes(index, minuten):
    begin = get_begin_voor_groep(wens=NU, index=index, duur=60)
    assert begin - NU == timedelta(minutes=minuten)


@pytest.mark.parametrize(("groepen", "minuten"), [(1, 60), (2, 135), (4, 285)])
def test_get_duur_voor_groepen_counts_from_the_first_to_the_last_minute(groepen, minuten):
    assert get_duur_voor_groepen(duur=60, groepen=groepen) == minuten
    laatste = get_begin_voor_groep(wens=NU, index=groepen - 1, duur=60)
    assert laatste + timedelta(minutes=60) == NU + timedelta(minutes=minuten)
