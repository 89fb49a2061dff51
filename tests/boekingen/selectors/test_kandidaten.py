from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest

from boekingen.domain.weigeringen import NietOpDezeSchool
from boekingen.selectors.boekingen import get_boeking
from boekingen.selectors.kandidaten import (
    rangschik_voor_plek,
    tel_kandidaten,
    tel_lessen_in_maand,
)
from boekingen.services import boekingen, inzet_einde
from boekingen.services.blokkades import blokkeer_school
from hoofdrolspelers.services.dagen import bouw_dagen
from tests.boekingen.wereld import Wereld, op
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.factories.lesaanbod import GebruikerFactory

NU = op(1, 11)


def rangschik(boeking, begin=None):
    """Return the names of the candidates in order, and the objections of the others by name."""
    vers = get_boeking(boeking_id=boeking.pk)
    plek = vers.plekken.all()[0]
    uitkomst = rangschik_voor_plek(
        boeking=vers, plek=plek, begin=begin or vers.begin, nu=NU, anderen=40
    )
    return (
        [kandidaat.persoon.id for kandidaat in uitkomst.kandidaten],
        {kandidaat.persoon.id: kandidaat.bezwaren for kandidaat in uitkomst.anderen},
    )


def tel(boeking, begin) -> list[tuple[str, int, int]]:
    return [
        (een.rol, een.nodig, een.kunnen)
        for een in tel_kandidaten(boeking=boeking, begin=begin, nu=NU)
    ]


def tel_queries(wereld, boeking) -> int:
    vers = get_boeking(boeking_id=boeking.pk)
    with CaptureQueriesContext(connection) as queries:
        rangschik_voor_plek(
            boeking=vers, plek=vers.plekken.all()[0], begin=vers.begin, nu=wereld.nu
        )
    return len(queries)


def test_rangschik_voor_plek_finds_who_has_the_role_and_the_time(wereld):
    boeking, agent = wereld.boeking(), wereld.persoon("wijkagent")
    wereld.persoon("rolmodel")
    dicht = wereld.persoon("wijkagent", ritme=False)
    slaapt = wereld.persoon("wijkagent", is_actief=False)
    assert rangschik(boeking) == (
        [agent.pk],
        {
            dicht.pk: ("kan niet op dit moment van de week",),
            slaapt.pk: ("doet nu even niet mee",),
        },
    )


def test_rangschik_voor_plek_puts_the_own_wijk_first(wereld):
    stad = wereld.persoon("wijkagent")
    buurt = wereld.persoon("wijkagent", wijken=[wereld.wijk])
    assert rangschik(wereld.boeking())[0] == [buurt.pk, stad.pk]


@pytest.mark.parametrize(
    ("einde", "bezwaar"),
    [
        (None, "is al gevraagd"),
        ("zeg_toe", "komt al in deze les"),
        ("wijs_af", "kan niet op dit moment"),
        ("meld_af", "heeft zich afgemeld"),
    ],
)
def test_rangschik_voor_plek_says_what_became_of_an_earlier_question(wereld, einde, bezwaar):
    boeking, agent = wereld.boeking(), wereld.persoon("wijkagent")
    (inzet,) = wereld.vraag(boeking, agent)
    if einde in {"zeg_toe", "meld_af"}:
        wereld.ja(inzet)
    if einde in {"wijs_af", "meld_af"}:
        getattr(inzet_einde, einde)(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    assert rangschik(boeking) == ([], {agent.pk: (bezwaar,)})


def test_silence_counts_for_its_own_moment_only(wereld):
    boeking, agent = wereld.boeking(), wereld.persoon("wijkagent")
    (inzet,) = wereld.vraag(boeking, agent)
    inzet_einde.laat_verlopen(inzet_id=inzet.pk, nu=inzet.antwoord_voor)
    assert rangschik(boeking) == ([], {agent.pk: ("gaf geen antwoord",)})
    assert rangschik(boeking, op(2, 4)) == ([agent.pk], {})


def test_who_was_withdrawn_may_be_asked_again(wereld):
    boeking, agent = wereld.boeking(), wereld.persoon("wijkagent")
    (inzet,) = wereld.vraag(boeking, agent)
    inzet_einde.trek_inzet_in(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    assert rangschik(boeking) == ([agent.pk], {})


def test_rangschik_voor_plek_counts_day_week_and_school_year_and_the_days_until_then(wereld):
    """The lesson is on Tuesday 2 February; Monday the 1st is in the same week."""
    boeking = wereld.boeking(begin=op(2, 2))
    redenen = {}
    for naam, begin, grens in [
        ("dag", op(2, 2, 13), {"max_per_dag": 1}),
        ("week", op(2, 1), {"max_per_week": 1}),
        ("jaar", op(6, 1), {"max_per_schooljaar": 1}),
        ("ruim", op(2, 9), {"max_per_dag": 1, "max_per_week": 1, "max_per_schooljaar": 2}),
        ("vooraf", op(3, 2), {"dagen_vooraf": 90}),
    ]:
        agent = wereld.persoon("wijkagent", **grens)
        wereld.ja(wereld.vraag(wereld.boeking(begin=begin), agent)[0])
        redenen[naam] = agent.pk
    kandidaten, anderen = rangschik(boeking)
    assert kandidaten == [redenen["ruim"]]
    assert anderen == {
        redenen["dag"]: ("heeft die dag al 1 les",),
        redenen["week"]: ("heeft die week al 1 les",),
        redenen["jaar"]: ("heeft dit schooljaar al 1 les",),
        redenen["vooraf"]: ("wil het 90 dagen vooraf weten",),
    }


def test_the_month_is_that_of_the_calendar_in_utrecht(wereld):
    agent = wereld.persoon("wijkagent", max_per_maand=1)
    wereld.ja(wereld.vraag(wereld.boeking(begin=op(2, 26)), agent)[0])
    vol = {agent.pk: ("heeft deze maand al 1 les",)}
    assert rangschik(wereld.boeking(begin=op(2, 2))) == ([], vol)
    assert rangschik(wereld.boeking(begin=op(3, 1))) == ([agent.pk], {})
    begin_maart = op(3, 1, 0, 30)
    assert tel_lessen_in_maand(ids=[agent.pk], moment=begin_maart)[agent.pk] == 0


def test_the_own_lesson_does_not_count_in_the_month_when_it_is_moved(wereld):
    agent = wereld.persoon("wijkagent", max_per_maand=1)
    boeking = wereld.boeking()
    wereld.ja(wereld.vraag(boeking, agent)[0])
    assert rangschik(boeking, op(2, 4)) == ([agent.pk], {})
    assert tel_lessen_in_maand(ids=[agent.pk], moment=op(2, 4))[agent.pk] == 1


def test_who_gave_a_lesson_at_the_school_knows_it(wereld):
    nieuw, bekend = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    eerdere = wereld.boeking()
    wereld.ja(wereld.vraag(eerdere, bekend)[0])
    boeking = wereld.boeking(begin=op(3, 9))
    assert rangschik(boeking)[0] == [nieuw.pk, bekend.pk]
    boekingen.rond_les_af(boeking_id=eerdere.pk, nu=op(2, 2, 10))
    assert rangschik(boeking)[0] == [bekend.pk, nieuw.pk]


def test_a_lesson_at_another_school_needs_time_to_travel(wereld):
    agent = wereld.persoon("wijkagent")
    school = SchoolFactory()
    ander = Wereld(
        nu=wereld.nu,
        rollen=wereld.rollen,
        niveau=wereld.niveau,
        school=school,
        contact=ContactpersoonFactory(school=school),
    )
    ander.ja(ander.vraag(ander.boeking(begin=op(2, 2, 10, 15)), agent)[0])
    te_krap = ("heeft te weinig reistijd vanaf een andere les",)
    assert rangschik(wereld.boeking()) == ([], {agent.pk: te_krap})
    assert rangschik(wereld.boeking(begin=op(2, 2, 10))) == (
        [],
        {agent.pk: ("geeft dan een andere les",)},
    )


def test_tel_kandidaten_counts_per_role(wereld):
    boeking = wereld.boeking({"wijkagent": 1, "rechtenstudent": 2})
    wereld.persoon("wijkagent")
    wereld.persoon("rechtenstudent")
    vers = get_boeking(boeking_id=boeking.pk)
    assert sorted(tel(vers, vers.begin)) == [("rechtenstudent", 2, 1), ("wijkagent", 1, 1)]


@pytest.mark.parametrize("begin", [op(2, 2, 9, 30), op(2, 4)])
def test_who_comes_now_counts_for_another_moment_of_the_same_lesson(wereld, begin):
    boeking, agent = wereld.boeking(), wereld.persoon("wijkagent")
    wereld.ja(wereld.vraag(boeking, agent)[0])
    vers = get_boeking(boeking_id=boeking.pk)
    assert tel(vers, begin) == [("wijkagent", 1, 1)]


def test_rangschik_voor_plek_asks_no_more_for_more_people(wereld):
    boeking = wereld.boeking()
    for begin in (op(2, 2, 13), op(2, 3), op(2, 4)):
        agent = wereld.persoon("wijkagent", wijken=[wereld.wijk])
        wereld.ja(wereld.vraag(wereld.boeking(begin=begin), agent)[0])
        if begin == op(2, 2, 13):
            met_een = tel_queries(wereld, boeking)
    assert tel_queries(wereld, boeking) == met_een == 10


def test_only_who_may_be_free_is_read_and_some_of_the_others_to_say_why(wereld):
    """The masks leave out two of three; the desk reads one of those and says there is one more."""
    boeking = wereld.boeking()
    vrij, *dicht = (
        wereld.persoon("wijkagent", ritme=nummer == 0, dagen_tm=date(2027, 7, 31))
        for nummer in range(3)
    )
    bouw_dagen(ids=[vrij.pk], nu=wereld.nu)
    vers = get_boeking(boeking_id=boeking.pk)
    velden = {"boeking": vers, "plek": vers.plekken.all()[0], "begin": vers.begin, "nu": NU}
    kaal = rangschik_voor_plek(**velden)
    assert ([k.persoon.id for k in kaal.kandidaten], kaal.anderen) == ([vrij.pk], ())
    uitkomst = rangschik_voor_plek(**velden, anderen=1)
    assert [k.persoon.id for k in uitkomst.anderen] == [dicht[0].pk]
    assert uitkomst.niet_genoemd == 1


def test_who_is_blocked_for_the_school_is_left_out_with_the_reason(wereld):
    agent, coordinator = wereld.persoon("wijkagent"), GebruikerFactory()
    blokkeer_school(
        hoofdrolspeler_id=agent.pk,
        school_id=wereld.school.pk,
        reden="eigen kind in de klas",
        nu=NU,
        door=coordinator,
    )
    boeking = wereld.boeking()
    reden = "komt niet op deze school (eigen kind in de klas)"
    assert rangschik(boeking) == ([], {agent.pk: (reden,)})
    with pytest.raises(NietOpDezeSchool):
        wereld.vraag(boeking, agent)
