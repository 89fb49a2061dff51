"""The day around a lesson."""

from datetime import UTC, datetime, timedelta

from boekingen.domain.dagbeeld import Dagles, build_dag, zonder_namen
from boekingen.domain.schooljaar import Schooljaar, get_schooljaar
from hoofdrolspelers.domain.reistijd import Plaats

NEGEN = datetime(2027, 2, 2, 8, 0, tzinfo=UTC)


def les(minuten, school, wijk=1, **anders) -> Dagles:
    begin = NEGEN + timedelta(minutes=minuten)
    plaats = Plaats(school_id=school, wijk_id=wijk)
    velden = {"naam": f"school {school}"} | anders
    return Dagles(begin=begin, eind=begin + timedelta(hours=1), plaats=plaats, **velden)


def test_day_is_in_order_with_the_way_between():
    dag = build_dag([les(190, 3, wijk=2), les(0, 1), les(70, 2, is_deze=True)])
    assert [(regel.les.naam, regel.reis, regel.tussen) for regel in dag] == [
        ("school 1", 15, 10),
        ("school 2", 30, 60),
        ("school 3", None, None),
    ]
    assert [regel.is_krap for regel in dag] == [True, False, False]


def test_without_a_login_no_other_school_is_named():
    dag = zonder_namen(build_dag([les(0, 1), les(70, 2, is_deze=True)]))
    assert [(regel.les.naam, regel.reis) for regel in dag] == [("", 15), ("school 2", None)]


def test_empty_day():
    assert build_dag([]) == ()


def test_school_year_begins_in_august():
    assert get_schooljaar(datetime(2027, 7, 31, tzinfo=UTC).date()) == Schooljaar(2026)
    assert get_schooljaar(datetime(2027, 8, 1, tzinfo=UTC).date()) == Schooljaar(2027)
    assert str(Schooljaar(2026)) == "2026-2027"
    assert Schooljaar(2026).eind == Schooljaar(2027).begin
