"""The filters give what ``lesaanbod.domain.datums`` makes."""

from datetime import datetime

from django.template import Context, Template

import pytest

from lesaanbod.domain.datums import AMSTERDAM


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ("begin|datum", "dinsdag 24 november 2026"),
        ("begin|dag", "dinsdag 24 november"),
        ("begin|datum_kort", "di 24 nov."),
        ("begin|tijd", "9.00 uur"),
        ("begin|tijden:eind", "9.00 tot 10.30 uur"),
        ("begin|moment", "dinsdag 24 november 2026, 9.00 uur"),
        ("begin|moment:eind", "dinsdag 24 november 2026, 9.00 tot 10.30 uur"),
    ],
)
def test_filter(filter_, expected):
    context = Context(
        {
            "begin": datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM),
            "eind": datetime(2026, 11, 24, 10, 30, tzinfo=AMSTERDAM),
        }
    )
    assert Template(f"{{% load datums %}}{{{{ {filter_} }}}}").render(context) == expected
