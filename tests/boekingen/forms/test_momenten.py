"""Screen 3: wishes, with the reason at the field for what cannot be."""

from datetime import date

import pytest

from boekingen.domain.maandstrook import Dagsoort
from boekingen.forms.momenten import MomentenScherm
from tests.boekingen.lesopzet import make_achtergrond, make_les


def wens(les, dag, tijd="09:00", volgorde=1):
    voorvoegsel = f"wens-{les:032x}-{volgorde}"
    return {f"{voorvoegsel}-dag": dag, f"{voorvoegsel}-tijd": tijd}


def stuur(getypt, les=None, **achtergrond):
    scherm = MomentenScherm(make_achtergrond(les, **achtergrond), getypt, is_verstuurd=True)
    scherm.is_geldig()
    return scherm


def fouten(scherm):
    return [fout.tekst for fout in scherm.fouten]


def test_wish_is_an_answer_in_local_time():
    scherm = stuur(wens(1, "2027-02-02") | {"verhinderd-0-datum": "2027-02-03"})
    assert fouten(scherm) == []
    assert scherm.get_antwoord() == {
        "wensen": {"00000000-0000-0000-0000-000000000001": ["2027-02-02T09:00"]},
        "verhinderd": ["2027-02-03"],
    }


def test_dates_typed_by_hand_are_read():
    for getypt in ("2-2-2027", "02/02/2027", "2.2.2027"):
        assert fouten(stuur(wens(1, getypt))) == []


@pytest.mark.parametrize(
    ("dag", "tijd", "reden"),
    [
        ("", "", "Kies een dag en een begintijd."),
        ("2027-02-02", "", "Kies ook een begintijd."),
        ("2027-02-30", "09:00", "Vul een dag in, zoals 12-1-2027."),
        ("2027-02-02", "kwart over", "Kies een tijd uit de lijst."),
        ("2026-11-02", "09:00", "Dit moment is al voorbij. Kies een later moment."),
        (
            "2027-01-20",
            "09:00",
            "Dit is te snel voor ons. Kies een dag vanaf maandag 25 januari.",
        ),
        (
            "2027-02-06",
            "09:00",
            "Dit is in het weekend. Kies een dag van maandag tot en met vrijdag.",
        ),
        ("2027-03-29", "09:00", "Op 29 maart is het tweede paasdag. Kies een andere dag."),
        (
            "2027-04-28",
            "09:00",
            "Kies een moment na 2 mei; dan is de meivakantie voorbij.",
        ),
        (
            "2027-03-28",
            "02:30",
            "Deze tijd bestaat niet, want de klok gaat dan vooruit. Kies een andere tijd.",
        ),
        ("2027-02-02", "07:15", "Dit is te vroeg. Kies een tijd vanaf 8.00 uur."),
        ("2027-02-02", "17:15", "Dit is te laat. Kies een tijd tot en met 16.30 uur."),
        ("9999-12-31", "09:00", "Dit is te ver weg. Kies een dag binnen twee jaar."),
    ],
)
def test_moment_that_cannot_be_is_refused_with_the_reason(dag, tijd, reden):
    scherm = stuur(wens(1, dag, tijd))
    assert fouten(scherm) == [reden]
    assert [scherm.lessen[0].wensen[0][veld].value() for veld in ("dag", "tijd")] == [dag, tijd]


def test_blocked_day_is_refused():
    scherm = stuur(wens(1, "2027-02-02") | {"verhinderd-0-datum": "2027-02-02"})
    assert fouten(scherm) == ["U gaf op dat deze dag niet kan. Kies een andere dag."]


def test_blocked_day_that_is_no_day_is_refused_and_empty_counts_for_nothing():
    getypt = wens(1, "2027-02-02") | {"verhinderd-0-datum": "", "verhinderd-1-datum": "morgen"}
    assert fouten(stuur(getypt)) == ["Dag die niet kan: Vul een dag in, zoals 12-1-2027."]


def test_advisory_holiday_warns_and_may():
    scherm = stuur(wens(1, "2027-02-23"))
    assert fouten(scherm) == []
    waarschuwing = (
        "Uw school heeft dan misschien voorjaarsvakantie."
        " Bent u open? Dan kunt u deze dag laten staan."
    )
    assert scherm.lessen[0].wensen[0].waarschuwing == waarschuwing
    bewaard = MomentenScherm(make_achtergrond(), wens(1, "2027-02-23"))
    assert bewaard.lessen[0].wensen[0].waarschuwing == waarschuwing


def test_same_moment_twice_is_refused():
    scherm = stuur(wens(1, "2027-02-02") | wens(1, "2027-02-02", volgorde=2))
    assert fouten(scherm) == ["Dit moment staat er al. Kies een ander moment."]


def test_order_of_a_series_is_judged_at_the_lesson_that_comes_too_early():
    les = make_les(3)
    getypt = wens(1, "2027-02-02") | wens(2, "2027-02-09") | wens(3, "2027-02-11")
    scherm = stuur(getypt, les)
    assert fouten(scherm) == [
        (
            "Les 3: Kies een dag vanaf dinsdag 16 februari."
            " Tussen les 2 en les 3 zit minstens één week."
        )
    ]
    assert [bool(blok.wensen[0].errors) for blok in scherm.lessen] == [False, False, True]
    past = stuur(getypt | wens(3, "2027-02-16", volgorde=2), les)
    assert fouten(past) == []


def test_other_faults_do_not_hide_the_order():
    getypt = wens(1, "2027-02-09") | wens(2, "2027-02-10") | wens(3, "")
    assert fouten(stuur(getypt, make_les(3))) == [
        (
            "Les 2: Kies een dag vanaf dinsdag 16 februari."
            " Tussen les 1 en les 2 zit minstens één week."
        ),
        "Les 3: Kies een dag en een begintijd.",
    ]


def test_classes_after_each_other_must_end_in_time():
    groep = {"naam": "8A", "niveau": 1, "leerlingen": 10}
    na_elkaar = {"klassen": {"groepen": [groep, groep], "samen": False}}
    samen = {"klassen": {"groepen": [groep, groep], "samen": True}}
    getypt = wens(1, "2027-02-02", "16:00")
    assert fouten(stuur(getypt, antwoorden=na_elkaar)) == [
        "Dit is te laat. Kies een tijd tot en met 15.15 uur."
    ]
    assert fouten(stuur(getypt, antwoorden=samen)) == []


def test_parents_may_come_in_the_evening():
    assert fouten(stuur(wens(1, "2027-02-02", "20:00"), make_les(in_avond=True))) == []


def test_answer_comes_back_as_fields():
    getypt = wens(1, "2027-02-02") | wens(1, "2027-02-04", volgorde=2)
    scherm = stuur(getypt | {"verhinderd-0-datum": "2027-02-03"})
    terug = stuur(MomentenScherm.list_velden(scherm.get_antwoord()))
    assert terug.get_antwoord() == scherm.get_antwoord()


def doe(getypt, actie, les=None):
    return MomentenScherm(make_achtergrond(les), getypt).doe(actie)


def test_another_wish_takes_over_the_time_up_to_three():
    getypt = wens(1, "2027-02-02", "10:30")
    twee, anker = doe(getypt, "moment_erbij-les-1")
    assert (twee, anker) == (getypt | wens(1, "", "10:30", volgorde=2), "les-1")
    drie, _ = doe(twee, "moment_erbij-les-1")
    assert doe(drie, "moment_erbij-les-1")[0] == drie
    assert doe(twee, "moment_weg-les-1")[0] == getypt
    assert doe(getypt, "moment_weg-les-1")[0] == getypt
    assert doe(getypt, "moment_erbij-les-9")[0] == getypt


def test_blocked_days_have_an_end():
    getypt = wens(1, "2027-02-02")
    een, anker = doe(getypt, "dag_erbij")
    assert (een, anker) == (getypt | {"verhinderd-0-datum": ""}, "niet")
    veel = getypt | {f"verhinderd-{nummer}-datum": "" for nummer in range(30)}
    assert doe(veel, "dag_erbij")[0] == veel


def test_rhythm_fills_the_first_wishes_and_skips_holidays():
    ritme = {"ritme-weekdag": "1", "ritme-begin": "10:15", "ritme-weken": "1"}
    getypt = wens(1, "2027-02-05") | wens(1, "2027-02-11", volgorde=2)
    gevuld, _ = doe(getypt | ritme, "vul_in", make_les(5))
    dagen = ["2027-01-26", "2027-02-02", "2027-02-09", "2027-02-16", "2027-03-02"]
    verwacht = wens(1, "2027-02-11", volgorde=2)
    for nummer, dag in enumerate(dagen, start=1):
        verwacht |= wens(nummer, dag, "10:15")
    assert gevuld == verwacht
    assert fouten(stuur(gevuld, make_les(5))) == []


def test_rhythm_that_is_none_changes_nothing():
    getypt = wens(1, "2027-02-05")
    assert doe(getypt | {"ritme-weekdag": "8"}, "vul_in")[0] == getypt


def test_months_show_wishes_and_faults():
    scherm = stuur(wens(1, "2027-02-02") | wens(2, "2027-02-03"), make_les(2))
    dagen = {
        dag.datum: dag.soort
        for maand in scherm.maanden
        for week in maand.weken
        for dag in week
        if dag and dag.soort in {Dagsoort.WENS, Dagsoort.FOUT}
    }
    assert dagen == {date(2027, 2, 2): Dagsoort.WENS, date(2027, 2, 3): Dagsoort.FOUT}
