"""A round with a moved clock: decline, expiry, batch, late yes, thanks, and whom it asks."""

from datetime import date, timedelta

import pytest

from boekingen.domain.status import Redencode
from boekingen.models import Inzet, Ronde
from boekingen.services import inzet_einde, inzetten, rondes
from boekingen.services.deelname import laat_mens_vertrekken, pauzeer_mens
from boekingen.services.tegenvoorstellen import stel_ander_moment_voor
from boekingen.services.termijnen import stuur_herinneringen
from hoofdrolspelers.domain.deelname import Pauze
from lesaanbod.domain.stille_uren import is_stil
from lesaanbod.models import Bericht
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.rondeklok import gevraagd, haal, laat_tijd_gaan, mensen, nee, start, werk
from tests.boekingen.wereld import brieven, laatste_brief, op, status


def noem_ander_moment(inzet, nu):
    stel_ander_moment_voor(
        inzet_id=inzet.pk, momenten=[op(3, 17)], toelichting="", nu=nu, door=None
    )


def pauzeer(inzet, nu):
    pauze = Pauze(date(2027, 3, 15), date(2027, 3, 19))
    pauzeer_mens(hoofdrolspeler_id=inzet.hoofdrolspeler_id, pauze=pauze, nu=nu, door=None)


def vertrek(inzet, nu):
    laat_mens_vertrekken(hoofdrolspeler_id=inzet.hoofdrolspeler_id, nu=nu, door=None)


@pytest.mark.parametrize("weg", [nee, noem_ander_moment, pauzeer, vertrek])
def test_one_is_asked_at_a_time_and_who_does_not_come_makes_room_for_the_next(wereld, weg):
    mensen(wereld, 3)
    boeking = wereld.boeking(begin=op(3, 16))
    ronde = start(wereld, boeking)
    werk(wereld.nu)
    (eerste,) = gevraagd()
    later = wereld.nu + timedelta(hours=3)
    weg(eerste, later)
    werk(later)
    (tweede,) = gevraagd()
    assert tweede.hoofdrolspeler_id != eerste.hoofdrolspeler_id
    assert haal(ronde).status == "lopend"
    assert list_schendingen() == []


def test_the_whole_life_of_a_round(wereld):
    """Decline, expiry, a batch near the deadline, a late yes, thanks for the others."""
    mensen(wereld, 8)
    boeking = wereld.boeking(begin=op(2, 23))
    ronde = start(wereld, boeking)
    werk(wereld.nu)
    (eerste,) = gevraagd()
    nee(eerste, op(1, 11, 15))
    werk(op(1, 11, 15))
    (tweede,) = gevraagd()

    laat_tijd_gaan(op(1, 11, 15), op(1, 20, 12))
    assert status(tweede) == "verlopen"
    assert (
        Bericht.objects.filter(
            brief="inzet_herinnering", aan=tweede.hoofdrolspeler.gebruiker.email
        ).count()
        == 1
    )
    laat_tijd_gaan(op(1, 20, 12), op(2, 8, 8))
    samen = gevraagd()
    assert 2 <= len(samen) <= 4

    eerder = laatste_brief()
    assert inzetten.zeg_toe(inzet_id=tweede.pk, nu=op(2, 8, 9), door=None).status == "toegezegd"
    assert (status(boeking), haal(ronde).status) == ("bevestigd", "gevuld")
    bedankt = [aan for brief, aan, methode in brieven(eerder) if brief == "inzet_ingetrokken"]
    assert sorted(bedankt) == sorted(i.hoofdrolspeler.gebruiker.email for i in samen)
    assert {methode for brief, _, methode in brieven(eerder) if brief == "inzet_ingetrokken"} == {
        "CANCEL"
    }
    assert gevraagd() == []
    werk(op(2, 9, 9))
    assert gevraagd() == []
    assert list_schendingen() == []


def test_nothing_leaves_in_the_quiet_hours(wereld):
    mensen(wereld, 8)
    start(wereld, wereld.boeking(begin=op(2, 9)), nu=op(1, 11, 22))
    laat_tijd_gaan(op(1, 11, 22), op(2, 6, 9))
    brieven_ = Bericht.objects.filter(brief__in=["inzet_gevraagd", "inzet_herinnering"])
    assert brieven_.count() > 4
    assert [b for b in brieven_ if is_stil(b.aangemaakt_op)] == []


def test_a_reminder_leaves_once_and_only_to_who_keeps_silent(wereld):
    een, twee = mensen(wereld, 2)
    boeking = wereld.boeking()
    stil, zegt_nee = wereld.vraag(boeking, een, twee)
    nee(zegt_nee, wereld.nu)
    assert stuur_herinneringen(stil.herinner_op - timedelta(seconds=1)) == 0
    assert stuur_herinneringen(stil.herinner_op) == 1
    assert stuur_herinneringen(stil.herinner_op) == 0
    assert list(
        Bericht.objects.filter(brief="inzet_herinnering").values_list("aan", flat=True)
    ) == [een.gebruiker.email]
    assert list_schendingen() == []


@pytest.mark.parametrize("te_laat", [op(1, 17, 12), op(2, 1, 12)], ids=["quiet", "too late"])
def test_a_reminder_is_held_back_in_the_quiet_hours_and_of_no_use_afterwards(wereld, te_laat):
    (inzet,) = wereld.vraag(wereld.boeking(begin=op(2, 9)), *mensen(wereld, 1))
    Inzet.objects.filter(pk=inzet.pk).update(herinner_op=op(1, 16, 20), antwoord_voor=op(1, 18, 12))
    assert stuur_herinneringen(te_laat) == 0
    assert not Bericht.objects.filter(brief="inzet_herinnering").exists()


def test_nobody_left_is_told_to_the_school_once_and_a_late_yes_still_counts(wereld):
    mensen(wereld, 1)
    boeking = wereld.boeking({"wijkagent": 2})
    plekken = list(boeking.plekken.all())
    eerder = laatste_brief()
    for plek in plekken:
        rondes.start_ronde(plek_id=plek.pk, nu=wereld.nu, door=None)
    werk(wereld.nu)
    (inzet,) = gevraagd()
    nee(inzet, wereld.nu)
    werk(wereld.nu + timedelta(minutes=5))
    assert set(Ronde.objects.values_list("status", flat=True)) == {"uitgeput"}
    verteld = [brief for brief, *_ in brieven(eerder) if brief == "les_niemand_gevonden"]
    assert len(verteld) == 1
    wereld.ja(inzet, wereld.nu + timedelta(hours=1))
    assert sorted(Ronde.objects.values_list("status", flat=True)) == ["gevuld", "uitgeput"]
    assert list_schendingen() == []


def test_nobody_gets_more_open_invitations_than_the_own_setting(wereld):
    persoon = wereld.persoon("wijkagent", max_uitnodigingen=2)
    lessen = [wereld.boeking(begin=op(2, 2 + dag)) for dag in range(4)]
    lopend = [start(wereld, les) for les in lessen]
    werk(wereld.nu)
    assert [i.hoofdrolspeler_id for i in gevraagd()] == [persoon.pk] * 2
    assert {haal(ronde).status for ronde in lopend} == {"lopend"}
    nee(gevraagd()[0], wereld.nu + timedelta(hours=1))
    laat_tijd_gaan(wereld.nu + timedelta(hours=1), wereld.nu + timedelta(hours=6))
    assert len(gevraagd()) == 2
    assert Inzet.objects.count() == 3


@pytest.mark.parametrize(
    ("code", "weer"),
    [(None, True), (Redencode.MOMENT, True), (Redencode.LES, False), (Redencode.SCHOOL, False)],
)
def test_after_a_move_only_a_no_to_the_lesson_or_the_school_lasts(wereld, code, weer):
    mensen(wereld, 1)
    boeking = wereld.boeking()
    ronde = start(wereld, boeking)
    werk(wereld.nu)
    (inzet,) = gevraagd()
    nee(inzet, wereld.nu, code)
    werk(wereld.nu)
    assert haal(ronde).status == "uitgeput"
    wereld.verzet(boeking, op(2, 4))
    werk(wereld.nu)
    assert bool(gevraagd()) is weer
    assert Ronde.objects.filter(begin=op(2, 4)).get().status == ("lopend" if weer else "uitgeput")


def test_a_no_to_the_school_lasts_for_its_other_lessons_and_a_no_to_the_moment_for_the_moment(
    wereld,
):
    school, moment = mensen(wereld, 2)
    eerste = wereld.boeking()
    voor_school, voor_moment = wereld.vraag(eerste, school, moment)
    nee(voor_school, wereld.nu, Redencode.SCHOOL)
    nee(voor_moment, wereld.nu, Redencode.MOMENT)
    zelfde_moment = wereld.boeking()
    assert haal_uit(wereld, zelfde_moment) == []
    assert haal_uit(wereld, wereld.boeking(begin=op(2, 16))) == [moment.pk]


def haal_uit(wereld, boeking):
    """Start a round and return whom it asks."""
    start(wereld, boeking)
    werk(wereld.nu)
    return [inzet.hoofdrolspeler_id for inzet in gevraagd(boeking)]


def test_who_the_desk_took_back_is_not_asked_again_for_that_moment(wereld):
    persoon, ander = mensen(wereld, 2)
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, persoon)
    inzet_einde.trek_inzet_in(inzet_id=inzet.pk, reden="Gebeld.", nu=wereld.nu, door=None)
    assert haal_uit(wereld, boeking) == [ander.pk]


def test_who_was_thanked_may_be_asked_again_after_a_drop_out(wereld):
    komt, bedankt = mensen(wereld, 2)
    boeking = wereld.boeking()
    ja, _ = wereld.vraag(boeking, komt, bedankt)
    wereld.ja(ja)
    inzet_einde.meld_af(inzet_id=ja.pk, reden="Ziek.", nu=wereld.nu, door=None)
    werk(wereld.nu)
    assert [inzet.hoofdrolspeler_id for inzet in gevraagd()] == [bedankt.pk]
