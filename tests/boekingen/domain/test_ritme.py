"""A fixed rhythm skips what is or may be closed, and always keeps its distance."""

from datetime import date

from boekingen.domain.ritme import vul_ritme


def vul(**velden):
    dagen = vul_ritme(
        **{
            "weekdag": 1,
            "weken": 1,
            "vanaf": date(2027, 1, 25),
            "aantal": 3,
            "min_dagen_tussen": 0,
            "regio": "Midden",
            **velden,
        }
    )
    return [dag.isoformat() for dag in dagen]


def test_every_week_from_the_first_such_day():
    assert vul() == ["2027-01-26", "2027-02-02", "2027-02-09"]
    assert vul(weekdag=0) == ["2027-01-25", "2027-02-01", "2027-02-08"]


def test_every_other_week():
    assert vul(weken=2) == ["2027-01-26", "2027-02-09", "2027-03-02"]


def test_blocked_day_and_advisory_holiday_are_skipped():
    assert vul(vanaf=date(2027, 2, 9), verhinderdata=[date(2027, 2, 16)]) == [
        "2027-02-09",
        "2027-03-02",
        "2027-03-09",
    ]


def test_distance_of_the_series_counts_when_it_is_longer():
    assert vul(min_dagen_tussen=10, aantal=2) == ["2027-01-26", "2027-02-09"]


def test_fewer_days_come_back_when_two_years_are_not_enough():
    assert len(vul(weken=52, aantal=9)) < 9
