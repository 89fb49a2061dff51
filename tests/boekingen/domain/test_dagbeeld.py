"""The day around a lesson."""

from datetime import UTC, datetime, timedelta

import pytest

from boekingen.domain.dagbeeld import Dagles, build_dag, list_agendablokken, zonder_namen
from boekingen.domain.schooljaar import Schooljaar, get_schooljaar
from hoofdrolspelers.domain.reistijd import Plaats, Vervoermiddel
from hoofdrolspelers.domain.tijdvak import Tijdvak

FIETS = Vervoermiddel.FIETS
NEGEN = datetime(2027, 2, 2, 8, 0, tzinfo=UTC)


def les(minuten, school, wijk=1, **anders) -> Dagles:
    begin = NEGEN + timedelta(minutes=minuten)
    plaats = Plaats(school_id=school, wijk_id=wijk)
    velden = {"naam": f"school {school}"} | anders
    return Dagles(begin=begin, eind=begin + timedelta(hours=1), plaats=plaats, **velden)


def test_day_is_in_order_with_the_way_between():
    dag = build_dag([les(190, 3, wijk=2), les(0, 1), les(70, 2, is_deze=True)], middel=FIETS)
    assert [(regel.les.naam, regel.reis, regel.tussen) for regel in dag] == [
        ("school 1", 15, 10),
        ("school 2", 30, 60),
        ("school 3", None, None),
    ]
    assert [regel.is_krap for regel in dag] == [True, False, False]


@pytest.mark.parametrize(
    ("middel", "onderweg", "krap"),
    [
        (Vervoermiddel.LOPEN, "ongeveer 75 minuten lopen", True),
        (Vervoermiddel.FIETS, "ongeveer 30 minuten fietsen", False),
        (Vervoermiddel.OV, "ongeveer 45 minuten met bus of tram", False),
        (Vervoermiddel.AUTO, "ongeveer 30 minuten met de auto", False),
    ],
)
def test_the_way_is_by_the_own_means(middel, onderweg, krap):
    dag = build_dag([les(0, 1, is_deze=True), les(120, 2, wijk=2)], middel=middel)
    assert [(regel.middel, regel.onderweg, regel.is_krap) for regel in dag] == [
        (middel, onderweg, krap),
        (middel, "", False),
    ]


def test_without_a_login_no_other_school_is_named():
    dag = zonder_namen(build_dag([les(0, 1), les(70, 2, is_deze=True)], middel=FIETS))
    assert [(regel.les.naam, regel.reis) for regel in dag] == [("", 15), ("school 2", None)]


def test_own_diary_is_cut_to_the_day_made_one_and_never_our_own_invitation():
    def van(begin, eind):
        return Tijdvak(NEGEN + timedelta(hours=begin), NEGEN + timedelta(hours=eind))

    dag, lessen = NEGEN.date(), [van(0, 1)]
    bezet = [van(0, 1), van(-20, -8), van(2, 3), van(2.5, 4), van(10, 20)]
    blokken = list_agendablokken(bezet, dag=dag, lessen=lessen)
    assert [blok.tijden for blok in blokken] == [
        "0.00 tot 1.00 uur",
        "11.00 tot 13.00 uur",
        "19.00 tot 24.00 uur",
    ]
    (heel,) = list_agendablokken([van(-30, 40)], dag=dag, lessen=lessen)
    assert heel.tijden == "hele dag"
    dag = build_dag([les(0, 1), *blokken, les(300, 2)], middel=FIETS)
    assert [regel.les.is_agenda for regel in dag] == [True, False, True, False, True]
    assert {regel.reis for regel in dag} == {None}


def test_empty_day():
    assert build_dag([], middel=FIETS) == ()


def test_school_year_begins_in_august():
    assert get_schooljaar(datetime(2027, 7, 31, tzinfo=UTC).date()) == Schooljaar(2026)
    assert get_schooljaar(datetime(2027, 8, 1, tzinfo=UTC).date()) == Schooljaar(2027)
    assert str(Schooljaar(2026)) == "2026-2027"
    assert Schooljaar(2026).eind == Schooljaar(2027).begin
