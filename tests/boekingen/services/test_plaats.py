"""Another place or another room, and what the diaries of those concerned then say."""

import pytest

from boekingen.domain.weigeringen import LesVoorbij, PlaatsOntbreekt, StapNietMogelijk
from boekingen.services.boekingen import annuleer_boeking
from boekingen.services.plaats import wijzig_plaats
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import brieven, laatste_brief, op, status
from tests.itip_ics import read_events


def wijzig(wereld, boeking, nu=None, **anders):
    velden = {"op_school": True, "plaats": "", "lokaal": "lokaal 12"} | anders
    return wijzig_plaats(boeking_id=boeking.pk, nu=nu or wereld.nu, door=None, **velden)


def beschrijving() -> str:
    (event,) = read_events(bytes(Bericht.objects.exclude(ics=None).latest("pk").ics))
    return event.get("DESCRIPTION")[0].text


def test_another_place_moves_in_every_diary_and_keeps_every_answer(wereld):
    boeking, inzet = wereld.bevestigd()
    voor = {uitnodiging.pk: uitnodiging for uitnodiging in boeking.uitnodigingen.all()}
    wijzig(wereld, boeking, op_school=False, plaats=" Stadion\nGalgenwaard ")
    for uitnodiging in boeking.uitnodigingen.all():
        oud = voor[uitnodiging.pk]
        assert (uitnodiging.uid, uitnodiging.sequence) == (oud.uid, oud.sequence + 1)
        assert (uitnodiging.partstat, uitnodiging.is_zeker) == (oud.partstat, True)
        assert uitnodiging.plaats == "Stadion Galgenwaard"
        assert uitnodiging.dtstamp > oud.dtstamp
    assert (status(boeking), status(inzet)) == ("bevestigd", "toegezegd")
    assert Gebeurtenis.objects.filter(wat="plaats gewijzigd").count() == 1
    assert list_schendingen() == []


def test_another_room_is_words_of_every_lesson_of_the_request(wereld):
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1})
    eerste, tweede = wereld.aanvraag(les).boekingen.order_by("nummer")
    for boeking, dag in ((eerste, 2), (tweede, 9)):
        (inzet,) = wereld.vraag(wereld.stel_voor(boeking, op(2, dag)), wereld.persoon("wijkagent"))
        wereld.ja(inzet)
    vorige = laatste_brief()
    wijzig(wereld, eerste, lokaal="aula, melden bij Noor")
    gekregen = [brief for brief, *_ in brieven(vorige)]
    assert gekregen == ["inzet_gewijzigd", "les_gewijzigd"] * 2
    assert {uitnodiging.sequence for uitnodiging in tweede.uitnodigingen.all()} == {0}
    assert "Lokaal en melden: aula, melden bij Noor" in beschrijving()


def test_another_place_of_one_lesson_leaves_the_others(wereld):
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1})
    eerste, tweede = wereld.aanvraag(les).boekingen.order_by("nummer")
    for boeking, dag in ((eerste, 2), (tweede, 9)):
        wereld.vraag(wereld.stel_voor(boeking, op(2, dag)), wereld.persoon("wijkagent"))
    vorige = laatste_brief()
    wijzig(wereld, eerste, op_school=False, plaats="Stadion")
    assert [brief for brief, *_ in brieven(vorige)] == ["inzet_gewijzigd"]
    tweede.refresh_from_db()
    assert tweede.op_school


@pytest.mark.parametrize("anders", [{}, {"plaats": "telt niet op school"}])
def test_what_stays_the_same_is_told_to_nobody(wereld, anders):
    boeking, _ = wereld.bevestigd()
    vorige = laatste_brief()
    wijzig(wereld, boeking, **anders)
    assert brieven(vorige) == []
    assert Gebeurtenis.objects.filter(wat="plaats gewijzigd").count() == 0


def test_lesson_without_a_moment_only_remembers_it(wereld):
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()
    vorige = laatste_brief()
    wijzig(wereld, boeking, op_school=False, plaats="Stadion")
    boeking.refresh_from_db()
    assert (boeking.plaats, brieven(vorige)) == ("Stadion", [])


def test_elsewhere_needs_a_place(wereld):
    boeking, _ = wereld.bevestigd()
    with pytest.raises(PlaatsOntbreekt):
        wijzig(wereld, boeking, op_school=False, plaats=" \n")
    boeking.refresh_from_db()
    assert boeking.op_school


def test_lesson_that_began_or_was_cancelled_stays_where_it_was(wereld):
    boeking, _ = wereld.bevestigd()
    with pytest.raises(LesVoorbij):
        wijzig(wereld, boeking, nu=boeking.begin, lokaal="aula")
    annuleer_boeking(boeking_id=boeking.pk, reden="Ziek.", nu=wereld.nu, door=None)
    with pytest.raises(StapNietMogelijk):
        wijzig(wereld, boeking, lokaal="aula")
    boeking.aanvraag.refresh_from_db()
    assert boeking.aanvraag.lokaal == "lokaal 12"
