"""What an answer brings about, step by step as icalendar.md, «RSVP by mail», numbers them."""

from datetime import UTC, datetime, timedelta

import pytest

from boekingen.domain.afzender import Afzender
from boekingen.domain.antwoord import lees_antwoord
from boekingen.domain.antwoordbesluit import Gevolg, Stand, beslis
from boekingen.domain.status import InzetStatus
from tests.boekingen.antwoordmail import ORGANISATOR, Vraag, kaal

NU = datetime(2027, 1, 11, 10, tzinfo=UTC)
VRAAG = Vraag()
BEWEZEN = Afzender(VRAAG.adres, is_bewezen=True)
GEVRAAGD, KOMT = InzetStatus.UITGENODIGD, InzetStatus.TOEGEZEGD


def stand(**anders) -> Stand:
    velden = {
        "adres": VRAAG.adres,
        "organisator": ORGANISATOR,
        "sequence": 1,
        "begin": VRAAG.begin,
        "eind": VRAAG.begin + timedelta(hours=1),
        "is_beeindigd": False,
        "laatste_dtstamp": None,
        "aliassen": frozenset(),
        "inzet": GEVRAAGD,
    }
    return Stand(**velden | anders)


def gevolg(wat: Stand | None = None, afzender=BEWEZEN, nu=NU, **anders) -> Gevolg:
    vraag = VRAAG.met(**{"sequence": "SEQUENCE:1"} | anders)
    return beslis(lees_antwoord(kaal(vraag)), wat or stand(), afzender, nu=nu).gevolg


@pytest.mark.parametrize(
    ("partstat", "inzet", "verwacht"),
    [
        ("ACCEPTED", InzetStatus.UITGENODIGD, Gevolg.JA),
        ("ACCEPTED", InzetStatus.TOEGEZEGD, Gevolg.GENOTEERD),
        ("ACCEPTED", InzetStatus.AFGEWEZEN, Gevolg.JA),
        ("ACCEPTED", InzetStatus.VERLOPEN, Gevolg.JA),
        ("ACCEPTED", InzetStatus.AFGEMELD, Gevolg.GENOTEERD),
        ("ACCEPTED", InzetStatus.INGETROKKEN, Gevolg.GENOTEERD),
        ("ACCEPTED", None, Gevolg.GENOTEERD),
        ("DECLINED", InzetStatus.UITGENODIGD, Gevolg.NEE),
        ("DECLINED", InzetStatus.TOEGEZEGD, Gevolg.AFMELDING),
        ("DECLINED", InzetStatus.AFGEWEZEN, Gevolg.GENOTEERD),
        ("DECLINED", InzetStatus.VERLOPEN, Gevolg.GENOTEERD),
        ("DECLINED", InzetStatus.AFGEMELD, Gevolg.GENOTEERD),
        ("DECLINED", InzetStatus.INGETROKKEN, Gevolg.GENOTEERD),
        ("DECLINED", None, Gevolg.VOOR_BUREAU),
        ("TENTATIVE", InzetStatus.UITGENODIGD, Gevolg.MISSCHIEN),
        ("TENTATIVE", InzetStatus.TOEGEZEGD, Gevolg.VOOR_BUREAU),
        ("TENTATIVE", InzetStatus.AFGEWEZEN, Gevolg.GENOTEERD),
        ("TENTATIVE", None, Gevolg.GENOTEERD),
        ("DELEGATED", InzetStatus.UITGENODIGD, Gevolg.VOOR_BUREAU),
        ("NEEDS-ACTION", InzetStatus.UITGENODIGD, Gevolg.ONLEESBAAR),
        ("KOMT", InzetStatus.UITGENODIGD, Gevolg.ONLEESBAAR),
    ],
)
def test_step_7_what_it_says_meets_what_stands(partstat, inzet, verwacht):
    assert gevolg(stand(inzet=inzet), partstat=partstat) is verwacht


@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE"])
@pytest.mark.parametrize("inzet", [*InzetStatus, None])
def test_step_7_after_the_begin_it_is_only_noted(partstat, inzet):
    assert gevolg(stand(inzet=inzet), partstat=partstat, nu=VRAAG.begin) is Gevolg.GENOTEERD


def test_step_2_attendee_must_be_who_was_asked():
    assert gevolg(stand(adres="ander@politie.example")) is Gevolg.VOOR_BUREAU
    extra = "ATTENDEE;PARTSTAT=DECLINED:mailto:ander@elders.example"
    assert gevolg(extra=extra) is Gevolg.JA
    assert gevolg(adres="ROBIN@Politie.example") is Gevolg.JA


def test_step_3_organiser_may_be_missing_but_not_another():
    assert gevolg(organisator="") is Gevolg.JA
    assert gevolg(organisator=ORGANISATOR.upper()) is Gevolg.JA
    assert gevolg(organisator="ander@elders.example") is Gevolg.ANDERE_ORGANISATOR


@pytest.mark.parametrize(
    ("van", "bewezen", "aliassen", "verwacht"),
    [
        (VRAAG.adres, False, set(), Gevolg.BEVESTIGING_GEVRAAGD),
        ("ander@elders.example", True, set(), Gevolg.BEVESTIGING_GEVRAAGD),
        ("ander@elders.example", True, {"ander@elders.example"}, Gevolg.JA),
        ("ander@elders.example", False, {"ander@elders.example"}, Gevolg.BEVESTIGING_GEVRAAGD),
        ("", False, set(), Gevolg.BEVESTIGING_GEVRAAGD),
    ],
)
def test_step_4_sender_must_be_believed(van, bewezen, aliassen, verwacht):
    wat = stand(aliassen=frozenset(aliassen))
    assert gevolg(wat, Afzender(van, bewezen)) is verwacht


def test_step_4_secretary_in_the_same_organisation_is_believed():
    secretaris = Afzender("sec@politie.example", is_bewezen=True)
    ics = kaal(VRAAG.met(sequence="SEQUENCE:1")).decode()
    namens = ics.replace("PARTSTAT=", 'SENT-BY="mailto:sec@politie.example";PARTSTAT=')
    assert beslis(lees_antwoord(namens.encode()), stand(), secretaris, nu=NU).gevolg is Gevolg.JA


def test_step_4_school_is_not_asked_to_confirm():
    vreemd = Afzender("ander@elders.example", is_bewezen=True)
    assert gevolg(stand(inzet=None), vreemd) is Gevolg.NIET_NAGEGAAN


@pytest.mark.parametrize(
    ("regel", "anders", "verwacht"),
    [
        ("SEQUENCE:1", {}, Gevolg.JA),
        ("SEQUENCE:0", {}, Gevolg.OUD_MOMENT),
        ("SEQUENCE:2", {}, Gevolg.VERKEERDE_VOLGORDE),
        ("", {}, Gevolg.JA),
        ("", {"begin": VRAAG.begin + timedelta(days=7)}, Gevolg.OUD_MOMENT),
    ],
)
def test_step_5_sequence_is_that_of_the_question(regel, anders, verwacht):
    assert gevolg(sequence=regel, **anders) is verwacht


def test_step_5_after_a_cancel_the_question_before_it_can_still_be_answered():
    wat = stand(is_beeindigd=True, inzet=InzetStatus.VERLOPEN)
    assert gevolg(wat, sequence="SEQUENCE:1") is Gevolg.JA
    assert gevolg(wat, sequence="SEQUENCE:2") is Gevolg.JA
    assert gevolg(wat, sequence="SEQUENCE:0") is Gevolg.OUD_MOMENT
    assert gevolg(wat, sequence="SEQUENCE:3") is Gevolg.VERKEERDE_VOLGORDE


@pytest.mark.parametrize(
    ("seconden", "verwacht"),
    [(1, Gevolg.JA), (0, Gevolg.AL_VERWERKT), (-1, Gevolg.AL_VERWERKT)],
)
def test_step_6_only_a_newer_answer_counts(seconden, verwacht):
    wat = stand(laatste_dtstamp=VRAAG.dtstamp - timedelta(seconds=seconden))
    assert gevolg(wat) is verwacht


def test_step_6_clock_far_ahead_is_not_believed():
    assert gevolg(dtstamp=NU + timedelta(hours=23)) is Gevolg.JA
    assert gevolg(dtstamp=NU + timedelta(hours=25)) is Gevolg.ONLEESBAAR


def test_step_6_holds_before_a_confirmation_is_asked():
    wat = stand(laatste_dtstamp=VRAAG.dtstamp)
    assert gevolg(wat, Afzender("", is_bewezen=False)) is Gevolg.AL_VERWERKT


@pytest.mark.parametrize(
    ("inzet", "anders", "verwacht"),
    [
        (GEVRAAGD, {}, Gevolg.ANDER_MOMENT),
        (GEVRAAGD, {"sequence": ""}, Gevolg.ANDER_MOMENT),
        (GEVRAAGD, {"sequence": "SEQUENCE:0"}, Gevolg.OUD_MOMENT),
        (KOMT, {}, Gevolg.VOOR_BUREAU),
        (None, {}, Gevolg.VOOR_BUREAU),
    ],
)
def test_step_8_counter_is_a_request_and_never_a_move(inzet, anders, verwacht):
    ander = {"methode": "COUNTER", "begin": VRAAG.begin + timedelta(days=7)}
    assert gevolg(stand(inzet=inzet), **ander | anders) is verwacht


def test_step_8_counter_to_what_is_over_is_noted():
    assert gevolg(stand(is_beeindigd=True), methode="COUNTER") is Gevolg.GENOTEERD
    assert gevolg(methode="COUNTER", nu=VRAAG.begin) is Gevolg.GENOTEERD


def test_step_8_refresh_is_answered_to_who_may_ask():
    assert gevolg(methode="REFRESH", sequence="") is Gevolg.OPNIEUW_GESTUURD
    assert gevolg(None, Afzender("", is_bewezen=False), methode="REFRESH") is Gevolg.NIET_NAGEGAAN
