from datetime import time

import pytest

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok
from hoofdrolspelers.domain.ritmeregel import Ritmeregel, build_ritmeregel


@pytest.mark.parametrize(
    ("blok", "regel"),
    [
        (Ritmeblok(1, time(8), time(12, 30)), Ritmeregel("maandag", "8.00 tot 12.30 uur")),
        (Ritmeblok(7, time(13, 5), time(17)), Ritmeregel("zondag", "13.05 tot 17.00 uur")),
    ],
)
def test_build_ritmeregel_says_it_in_words(blok, regel):
    assert build_ritmeregel(blok) == regel
