from datetime import date

from boekingen.domain.datumtekst import format_dag, format_weekdag


def test_format_dag_has_no_leading_zero():
    assert format_dag(date(2027, 1, 3)) == "3 januari"


def test_format_weekdag_writes_the_weekday_out():
    assert format_weekdag(date(2027, 2, 2)) == "dinsdag 2 februari"


def test_format_weekdag_last_of_both_lists():
    assert format_weekdag(date(2028, 12, 31)) == "zondag 31 december"
