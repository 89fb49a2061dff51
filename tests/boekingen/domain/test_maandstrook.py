"""The months beside the wishes."""

from datetime import date

from boekingen.domain.maandstrook import Dagsoort, build_maanden


def bouw(eerste=date(2027, 1, 11), wensen=(), fouten=()):
    return build_maanden(eerste=eerste, wensen=wensen, fouten=fouten, regio="Midden")


def dagen(maanden):
    return {dag.datum: dag for maand in maanden for week in maand.weken for dag in week if dag}


def test_at_least_three_months_and_at_most_six():
    assert [maand.naam for maand in bouw()] == ["januari 2027", "februari 2027", "maart 2027"]
    assert len(bouw(wensen=[date(2027, 5, 11)])) == 5
    assert len(bouw(wensen=[date(2028, 12, 5)])) == 6


def test_months_go_over_the_year():
    namen = [maand.naam for maand in bouw(eerste=date(2026, 11, 30))]
    assert namen == ["november 2026", "december 2026", "januari 2027"]


def test_wish_before_the_first_day_draws_no_month():
    assert bouw(wensen=[date(2026, 3, 3)])[0].naam == "januari 2027"


def test_weeks_hold_school_days_of_that_month_only():
    januari = bouw()[0]
    assert [dag.datum.day if dag else None for dag in januari.weken[0]] == [None] * 4 + [1]
    assert all(len(week) == 5 for week in januari.weken)
    assert [week[0].datum.day for week in januari.weken[1:]] == [4, 11, 18, 25]


def test_days_are_drawn_by_the_calendar():
    gevonden = dagen(bouw())
    assert (gevonden[date(2027, 1, 1)].soort, gevonden[date(2027, 1, 1)].uitleg) == (
        Dagsoort.VRIJ,
        "kerstvakantie",
    )
    assert (gevonden[date(2027, 2, 23)].soort, gevonden[date(2027, 2, 23)].uitleg) == (
        Dagsoort.MISSCHIEN,
        "misschien voorjaarsvakantie",
    )
    assert gevonden[date(2027, 3, 29)].soort is Dagsoort.VRIJ
    assert gevonden[date(2027, 1, 12)].soort is Dagsoort.GEWOON


def test_what_was_chosen_comes_before_the_calendar():
    gevonden = dagen(
        bouw(wensen=[date(2027, 2, 23), date(2027, 1, 12)], fouten=[date(2027, 1, 12)])
    )
    assert gevonden[date(2027, 2, 23)].soort is Dagsoort.WENS
    assert gevonden[date(2027, 1, 12)].soort is Dagsoort.FOUT
