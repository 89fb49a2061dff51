"""Spans for property tests, and the slow, plain answer they are held against."""

import itertools
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from hoofdrolspelers.domain.tijdvak import Tijdvak

START = datetime(2027, 3, 27, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@st.composite
def tijdvakken(draw, minutes: int = 90) -> Tijdvak:
    """One span of whole minutes, in a stretch so short that most overlap or touch."""
    begin = draw(st.integers(0, minutes - 1))
    eind = draw(st.integers(begin + 1, minutes))
    return Tijdvak(START + begin * MINUTE, START + eind * MINUTE)


rijen = st.lists(tijdvakken(), max_size=6)


def get_minutes(rij: Iterable[Tijdvak]) -> set[datetime]:
    """Return every whole minute in the spans, one by one."""
    found = set()
    for tijdvak in rij:
        minute = tijdvak.begin
        while minute < tijdvak.eind:
            found.add(minute)
            minute += MINUTE
    return found


def is_merged(rij: tuple[Tijdvak, ...]) -> bool:
    """Whether the spans stand in order with a gap between every two."""
    return all(eerste.eind < tweede.begin for eerste, tweede in itertools.pairwise(rij))
