"""The first estimate of travel time."""

from datetime import timedelta

import pytest

from hoofdrolspelers.domain.reistijd import (
    ANDERE_WIJK,
    WOORDEN,
    ZELFDE_WIJK,
    Plaats,
    Vervoermiddel,
    format_reistijd,
    schat_reistijd,
)


@pytest.mark.parametrize(
    ("van", "naar", "minuten"),
    [
        pytest.param(Plaats(1, 7), Plaats(1, 7), 0, id="same school"),
        pytest.param(Plaats(1, None), Plaats(1, None), 0, id="same school, wijk unknown"),
        pytest.param(Plaats(1, 7), Plaats(2, 7), 15, id="same wijk"),
        pytest.param(Plaats(None, 7), Plaats(None, 7), 15, id="same wijk, no schools"),
        pytest.param(Plaats(1, 7), Plaats(2, 8), 30, id="other wijk"),
        pytest.param(Plaats(1, 7), Plaats(2, None), 30, id="one wijk unknown"),
        pytest.param(Plaats(None, None), Plaats(None, None), 30, id="nothing known"),
    ],
)
def test_schat_reistijd_goes_by_school_and_wijk(van, naar, minuten):
    assert schat_reistijd(van, naar) == timedelta(minutes=minuten)
    assert schat_reistijd(naar, van) == timedelta(minutes=minuten)


@pytest.mark.parametrize("middel", Vervoermiddel)
def test_schat_reistijd_by_every_means_is_longer_to_another_wijk(middel):
    here, wijk, elders = Plaats(1, 7), Plaats(2, 7), Plaats(3, 8)
    assert schat_reistijd(here, here, middel) == timedelta(0)
    assert schat_reistijd(here, wijk, middel) == ZELFDE_WIJK[middel]
    assert schat_reistijd(here, elders, middel) == ANDERE_WIJK[middel] > ZELFDE_WIJK[middel]
    assert set(WOORDEN) == set(Vervoermiddel)


def test_format_reistijd_says_how_long_and_how():
    reis = timedelta(hours=1, minutes=15)
    assert format_reistijd(reis, Vervoermiddel.LOPEN) == "ongeveer 75 minuten lopen"
