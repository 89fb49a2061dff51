"""Taking part: every step of the table, and pauses by day."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoofdrolspelers.domain.deelname import (
    OVERGANGEN,
    Deelname,
    DeelnameStapNietToegestaan,
    Pauze,
    PauzeOngeldig,
    check_deelname,
    leid_deelname_af,
)

TOEGESTAAN = {
    ("uitgenodigd", "actief"),
    ("uitgenodigd", "vertrokken"),
    ("actief", "gepauzeerd"),
    ("actief", "vertrokken"),
    ("gepauzeerd", "actief"),
    ("gepauzeerd", "vertrokken"),
    ("vertrokken", "uitgenodigd"),
}


@pytest.mark.parametrize(("van", "naar"), list(product(Deelname, repeat=2)))
def test_every_step_is_allowed_or_refused_as_written(van, naar):
    if (van.value, naar.value) in TOEGESTAAN:
        assert check_deelname(van, naar) is None
    else:
        with pytest.raises(DeelnameStapNietToegestaan, match=f"{van} -> {naar}"):
            check_deelname(van, naar)


def test_every_state_has_a_row():
    assert set(OVERGANGEN) == set(Deelname)


def test_pause_needs_a_last_day_that_is_not_before_the_first():
    assert Pauze(date(2027, 1, 1), date(2027, 1, 1)).bevat(date(2027, 1, 1))
    with pytest.raises(PauzeOngeldig):
        Pauze(date(2027, 1, 2), date(2027, 1, 1))


@given(st.sampled_from(Deelname), st.lists(st.dates(), min_size=3, max_size=3))
def test_state_follows_the_days_of_the_pause(huidig, dagen):
    van, tot = sorted(dagen[:2])
    pauze, vandaag = Pauze(van, tot), dagen[2]
    naar = leid_deelname_af(huidig, pauze, vandaag)
    if huidig in {Deelname.UITGENODIGD, Deelname.VERTROKKEN}:
        assert naar is huidig
    else:
        assert (naar is Deelname.GEPAUZEERD) == (van <= vandaag <= tot)
    assert leid_deelname_af(naar, pauze, vandaag) is naar
