"""«Ik kan dan niet, wel dan»."""

import pytest

from boekingen.domain import weigeringen
from boekingen.models import Inzet, Tegenvoorstel
from boekingen.services import boekingen, inzet_einde, inzetten
from boekingen.services.tegenvoorstellen import (
    neem_voorstel_aan,
    stel_ander_moment_voor,
    wijs_voorstel_af,
)
from tests.boekingen.bureau import list_dingen
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import brieven, laatste_brief, op, status
from tests.inloggen import make_medewerker


@pytest.fixture
def gevraagd(wereld) -> Inzet:
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    return inzet


def stel_voor(wereld, inzet, *momenten, **anders) -> Tegenvoorstel:
    velden = {"toelichting": "", "nu": wereld.nu, "door": None} | anders
    return stel_ander_moment_voor(inzet_id=inzet.pk, momenten=momenten, **velden)


def neem_aan(wereld, voorstel, begin) -> Inzet:
    return neem_voorstel_aan(
        voorstel_id=voorstel.pk, begin=begin, reden="", nu=wereld.nu, door=None
    )


def list_woorden(wereld) -> list[str]:
    dingen = list_dingen(wie=make_medewerker("coördinator"), nu=wereld.nu)
    return [ding.woord for ding in dingen]


def test_another_moment_is_a_no_to_this_one_and_waits_at_the_desk(wereld, gevraagd):
    voorstel = stel_voor(wereld, gevraagd, op(2, 9), op(2, 4, 13), toelichting="na de zitting")
    assert (status(gevraagd), voorstel.status) == ("afgewezen", "open")
    assert [moment.begin for moment in voorstel.momenten.all()] == [op(2, 4, 13), op(2, 9)]
    assert brieven()[-1][0] == "tegenvoorstel_ontvangen"
    assert set(list_woorden(wereld)) == {"kan niet", "ander moment"}


@pytest.mark.parametrize(
    ("momenten", "weigering"),
    [
        ([], weigeringen.GeenMoment),
        ([op(2, 2)], weigeringen.GeenMoment),
        ([op(2, 3), op(2, 4), op(2, 5), op(2, 9)], weigeringen.TeVeelMomenten),
        ([op(2, 6)], weigeringen.MomentOngeldig),
        ([op(1, 4)], weigeringen.MomentOngeldig),
        ([op(2, 9, 6)], weigeringen.MomentOngeldig),
    ],
    ids=["none", "the same", "four", "a Saturday", "the past", "before school"],
)
def test_moments_the_school_cannot_are_refused_and_change_nothing(
    wereld, gevraagd, momenten, weigering
):
    eerder = laatste_brief()
    with pytest.raises(weigering):
        stel_voor(wereld, gevraagd, *momenten)
    assert (status(gevraagd), brieven(eerder)) == ("uitgenodigd", [])
    assert not Tegenvoorstel.objects.exists()


def test_moment_of_another_own_lesson_is_refused(wereld, gevraagd):
    (ander,) = wereld.vraag(wereld.boeking(begin=op(2, 9)), gevraagd.hoofdrolspeler)
    wereld.ja(ander)
    with pytest.raises(weigeringen.AlBezet):
        stel_voor(wereld, gevraagd, op(2, 9))


def test_answer_to_a_moved_lesson_is_refused(wereld, gevraagd):
    with pytest.raises(weigeringen.MomentVeranderd):
        stel_voor(wereld, gevraagd, op(2, 9), gezien=op(2, 1))


def test_taking_over_moves_the_lesson_and_asks_this_person_under_a_new_uid(wereld, gevraagd):
    voorstel = stel_voor(wereld, gevraagd, op(2, 9))
    nieuw = neem_aan(wereld, voorstel, op(2, 9))
    assert nieuw.plek.boeking.begin == op(2, 9)
    assert (nieuw.begin, nieuw.status, status(voorstel)) == (op(2, 9), "uitgenodigd", "aangenomen")
    assert nieuw.uitnodigingen.get().uid != gevraagd.uitnodigingen.get().uid
    wereld.ja(nieuw)
    assert status(nieuw.plek.boeking) == "bevestigd"
    assert list_schendingen() == []


def test_others_who_were_asked_go_along_as_in_a_move(wereld):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    een, ander = wereld.vraag(boeking, wereld.persoon("wijkagent"), wereld.persoon("rolmodel"))
    wereld.ja(ander)
    neem_aan(wereld, stel_voor(wereld, een, op(2, 9)), op(2, 9))
    ander.refresh_from_db()
    assert (ander.status, ander.begin) == ("uitgenodigd", op(2, 9))
    assert list_schendingen() == []


def test_lesson_that_lost_its_moment_gets_this_one(wereld, gevraagd):
    voorstel = stel_voor(wereld, gevraagd, op(2, 9))
    boeking = gevraagd.plek.boeking
    boekingen.geef_moment_op(boeking_id=boeking.pk, reden="Staking.", nu=wereld.nu, door=None)
    assert neem_aan(wereld, voorstel, op(2, 9)).begin == op(2, 9)


def test_only_a_moment_that_was_named_can_be_taken_over(wereld, gevraagd):
    voorstel = stel_voor(wereld, gevraagd, op(2, 9))
    with pytest.raises(weigeringen.StapNietMogelijk):
        neem_aan(wereld, voorstel, op(2, 10))
    assert status(voorstel) == "open"


def test_turning_down_needs_a_word_and_tells_it(wereld, gevraagd):
    voorstel = stel_voor(wereld, gevraagd, op(2, 9))
    velden = {"voorstel_id": voorstel.pk, "nu": wereld.nu, "door": None}
    with pytest.raises(weigeringen.RedenOntbreekt):
        wijs_voorstel_af(antwoord=" ", **velden)
    for _ in range(2):
        wijs_voorstel_af(antwoord="Dan is er kamp.", **velden)
    assert [brief for brief, *_ in brieven()].count("tegenvoorstel_afgewezen") == 1
    with pytest.raises(weigeringen.StapNietMogelijk):
        neem_aan(wereld, voorstel, op(2, 9))
    assert list_woorden(wereld) == ["kan niet"]


def test_filled_place_ends_the_proposal(wereld):
    boeking = wereld.boeking()
    een, ander = wereld.vraag(boeking, wereld.persoon("wijkagent"), wereld.persoon("wijkagent"))
    voorstel = stel_voor(wereld, een, op(2, 9))
    wereld.ja(ander)
    assert status(voorstel) == "vervallen"
    with pytest.raises(weigeringen.StapNietMogelijk):
        neem_aan(wereld, voorstel, op(2, 9))


def test_changed_mind_ends_the_own_proposal_without_a_letter(wereld, gevraagd):
    voorstel = stel_voor(wereld, gevraagd, op(2, 9))
    eerder = laatste_brief()
    inzetten.zeg_toe(inzet_id=gevraagd.pk, nu=wereld.nu, door=None)
    assert status(voorstel) == "vervallen"
    assert "tegenvoorstel_vervallen" not in [brief for brief, *_ in brieven(eerder)]


def test_cancelled_lesson_ends_the_proposal(wereld, gevraagd):
    voorstel = stel_voor(wereld, gevraagd, op(2, 9))
    boekingen.annuleer_boeking(
        boeking_id=gevraagd.plek.boeking_id, reden="Ziek.", nu=wereld.nu, door=None
    )
    assert status(voorstel) == "vervallen"
    assert "tegenvoorstel_vervallen" in [brief for brief, *_ in brieven()]


def test_drop_out_is_on_top_of_the_desk(wereld):
    wereld.boeking(begin=op(1, 19))
    _, inzet = wereld.bevestigd(begin=op(2, 9))
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    assert list_woorden(wereld) == ["valt uit", "ontbreekt"]
