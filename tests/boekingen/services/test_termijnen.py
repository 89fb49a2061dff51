from datetime import timedelta

from boekingen.services.termijnen import laat_uitnodigingen_verlopen, rond_lessen_af
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import brieven, laatste_brief, op, status


def test_laat_uitnodigingen_verlopen_closes_what_is_over_and_nothing_else(wereld):
    vlug, traag = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    (eerste,) = wereld.vraag(wereld.boeking(), vlug)
    (later,) = wereld.vraag(wereld.boeking(begin=op(3, 9)), traag)
    type(later).objects.filter(pk=later.pk).update(antwoord_voor=op(2, 20))
    eerder = laatste_brief()

    assert laat_uitnodigingen_verlopen(eerste.antwoord_voor - timedelta(seconds=1)) == 0
    assert laat_uitnodigingen_verlopen(eerste.antwoord_voor) == 1
    assert laat_uitnodigingen_verlopen(eerste.antwoord_voor) == 0

    assert (status(eerste), status(later)) == ("verlopen", "uitgenodigd")
    assert brieven(eerder) == [("inzet_verlopen", vlug.gebruiker.email, "CANCEL")]
    assert list_schendingen() == []


def test_laat_uitnodigingen_verlopen_leaves_who_comes(wereld):
    _, inzet = wereld.bevestigd()
    assert laat_uitnodigingen_verlopen(op(2, 20)) == 0
    assert status(inzet) == "toegezegd"


def test_rond_lessen_af_marks_every_lesson_that_is_over(wereld):
    boeking, _ = wereld.bevestigd()
    later, _ = wereld.bevestigd(begin=op(2, 4))
    voorgesteld = wereld.boeking(begin=op(2, 2))

    assert rond_lessen_af(op(2, 2, 9, 59)) == 0
    assert rond_lessen_af(op(2, 2, 10)) == 1
    assert rond_lessen_af(op(2, 2, 10)) == 0

    assert [status(rij) for rij in (boeking, later, voorgesteld)] == [
        "gegeven",
        "bevestigd",
        "voorgesteld",
    ]
