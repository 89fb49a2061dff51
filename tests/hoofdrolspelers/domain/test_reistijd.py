"""The first estimate of travel time."""

from datetime import timedelta

import pytest

from hoofdrolspelers.domain.reistijd import Plaats, schat_reistijd


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
