"""How rounds begin (a drop-out, the lesson page, the desk) and how they end."""

from datetime import timedelta

import pytest

from boekingen.domain.weigeringen import (
    ContactNietToegelaten,
    LesVoorbij,
    PlekVergeven,
    StapNietMogelijk,
)
from boekingen.models import Contactpersoon, Inzet, Ronde
from boekingen.services import boekingen, inzet_einde, rondes
from boekingen.services.rondestappen import claim, start_en_vraag, zet_stap
from lesaanbod.domain.stille_uren import is_stil
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.rondeklok import gevraagd, haal, laat_tijd_gaan, mensen, nee, start, werk
from tests.boekingen.wereld import brieven, laatste_brief, op, status


def test_a_drop_out_starts_a_round_for_the_same_moment_and_a_replacement_confirms(wereld):
    boeking, inzet = wereld.bevestigd()
    vervanger = wereld.persoon("wijkagent")
    eerder = laatste_brief()
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=op(1, 29, 9), door=None)
    ronde = Ronde.objects.get()
    assert (ronde.status, ronde.aanleiding, ronde.begin) == ("lopend", "uitval", op(2, 2))
    werk(op(1, 29, 9))
    (vraag,) = gevraagd()
    assert vraag.hoofdrolspeler_id == vervanger.pk
    assert ("les_onzeker", wereld.contact.gebruiker.email, "REQUEST") in brieven(eerder)
    wereld.ja(vraag, op(1, 29, 11))
    assert (status(boeking), haal(ronde).status) == ("bevestigd", "gevuld")
    assert ("les_bevestigd", wereld.contact.gebruiker.email, "REQUEST") in brieven(eerder)
    assert list_schendingen() == []


def test_a_drop_out_the_evening_before_is_urgent_and_asks_several_at_once(wereld):
    _, inzet = wereld.bevestigd()
    mensen(wereld, 6)
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=op(2, 1, 22), door=None)
    werk(op(2, 1, 22))
    assert len(gevraagd()) == 4


def test_a_lesson_page_can_start_rounds_by_itself(wereld):
    mensen(wereld, 2)
    les = wereld.les({"wijkagent": 1}, {"rolmodel": 1})
    rondes.zet_vraagwijze(les_id=les.pk, vanzelf=True, nu=wereld.nu, door=None)
    rondes.zet_vraagwijze(les_id=les.pk, vanzelf=True, nu=wereld.nu, door=None)
    boeking = wereld.aanvraag(les).boekingen.earliest("nummer")
    wereld.stel_voor(boeking, op(2, 2))
    assert Ronde.objects.get().aanleiding == "vanzelf"
    werk(wereld.nu)
    assert len(gevraagd(boeking)) == 1
    rondes.zet_vraagwijze(les_id=les.pk, vanzelf=False, nu=wereld.nu, door=None)
    wereld.stel_voor(wereld.aanvraag(les).boekingen.earliest("nummer"), op(2, 4))
    assert Ronde.objects.count() == 1


def test_a_round_started_by_hand_asks_at_once_and_only_one_runs(wereld, coordinator):
    mensen(wereld, 2)
    plek = wereld.boeking().plekken.get()
    eerste = start_en_vraag(plek_id=plek.pk, nu=wereld.nu, door=coordinator)
    tweede = start_en_vraag(plek_id=plek.pk, nu=wereld.nu, door=coordinator)
    assert eerste.pk == tweede.pk
    assert (eerste.gestart_door, len(gevraagd())) == (coordinator, 1)


def test_a_step_taken_twice_asks_once(wereld):
    mensen(wereld, 3)
    ronde = start(wereld, wereld.boeking())
    assert zet_stap(ronde_id=ronde.pk, nu=wereld.nu)
    assert not zet_stap(ronde_id=ronde.pk, nu=wereld.nu)
    assert len(gevraagd()) == 1


def test_a_claimed_round_is_left_alone_until_its_lease_is_over(wereld):
    ronde = start(wereld, wereld.boeking())
    assert claim(nu=wereld.nu) == ronde.pk
    assert claim(nu=wereld.nu + timedelta(seconds=119)) is None
    assert claim(nu=wereld.nu + timedelta(minutes=2)) == ronde.pk


def test_stopping_lets_who_was_asked_answer(wereld):
    mensen(wereld, 2)
    ronde = start(wereld, wereld.boeking())
    werk(wereld.nu)
    (inzet,) = gevraagd()
    for _ in range(2):
        gestopt = rondes.stop_ronde(ronde_id=ronde.pk, nu=wereld.nu, door=None)
    assert gestopt.status == "gestopt"
    nee(inzet, wereld.nu)
    werk(wereld.nu)
    assert gevraagd() == []
    wereld.ja(inzet)
    assert haal(ronde).status == "gestopt"
    assert list_schendingen() == []


def test_a_round_that_was_filled_cannot_be_stopped(wereld):
    mensen(wereld, 1)
    ronde = start(wereld, wereld.boeking())
    werk(wereld.nu)
    wereld.ja(gevraagd()[0])
    with pytest.raises(StapNietMogelijk):
        rondes.stop_ronde(ronde_id=ronde.pk, nu=wereld.nu, door=None)


@pytest.mark.parametrize(
    "daad",
    [
        pytest.param(
            lambda w, b: boekingen.geef_moment_op(
                boeking_id=b.pk, reden="Sportdag.", nu=w.nu, door=None
            ),
            id="given up",
        ),
        pytest.param(
            lambda w, b: boekingen.annuleer_boeking(
                boeking_id=b.pk, reden="Ziek.", nu=w.nu, door=None
            ),
            id="cancelled",
        ),
        pytest.param(
            lambda *_: Contactpersoon.objects.update(status="geweigerd"), id="contact refused"
        ),
    ],
)
def test_a_round_ends_with_its_lesson(wereld, daad):
    boeking = wereld.boeking()
    ronde = start(wereld, boeking)
    mensen(wereld, 2)
    daad(wereld, boeking)
    werk(wereld.nu)
    assert haal(ronde).status == "gestopt"
    assert gevraagd() == []


def test_a_round_stops_when_the_lesson_begins(wereld):
    ronde = start(wereld, wereld.boeking())
    Ronde.objects.update(volgende_stap_op=op(2, 2))
    werk(op(2, 2))
    assert (haal(ronde).status, ronde.reden) == ("gestopt", LesVoorbij.uitleg)


def test_a_round_of_a_place_that_is_full_asks_nobody(wereld):
    boeking, inzet = wereld.bevestigd()
    with pytest.raises(PlekVergeven):
        start(wereld, boeking)
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    mensen(wereld, 2)
    (nieuw,) = wereld.vraag(boeking, wereld.mensen[-1])
    wereld.ja(nieuw)
    Ronde.objects.update(status="lopend", volgende_stap_op=wereld.nu)
    werk(wereld.nu)
    assert Ronde.objects.get().status == "gevuld"
    assert gevraagd() == []


def test_a_round_cannot_start_for_a_lesson_that_cannot_be_asked_for(wereld):
    boeking = wereld.boeking()
    with pytest.raises(LesVoorbij):
        start(wereld, boeking, nu=op(2, 2))
    Contactpersoon.objects.update(status="aangemeld")
    with pytest.raises(ContactNietToegelaten):
        start(wereld, boeking)
    zonder = wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()
    with pytest.raises(StapNietMogelijk):
        start(wereld, zonder)


def test_a_person_with_two_roles_is_never_asked_for_two_places_of_one_lesson(wereld):
    dubbel = wereld.persoon("wijkagent", "rolmodel")
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    for plek in boeking.plekken.all():
        rondes.start_ronde(plek_id=plek.pk, nu=wereld.nu, door=None)
    werk(wereld.nu)
    assert [inzet.hoofdrolspeler_id for inzet in gevraagd()] == [dubbel.pk]
    wereld.ja(gevraagd()[0])
    laat_tijd_gaan(wereld.nu, wereld.nu + timedelta(hours=5))
    assert Inzet.objects.count() == 1


@pytest.mark.parametrize(
    "begin",
    [op(4, 1), op(11, 4), op(12, 16)],
    ids=["after the spring change", "after the autumn change", "before the week 53 of 2026"],
)
def test_a_round_over_a_clock_change_keeps_to_the_hours_of_the_wall(wereld, begin):
    mensen(wereld, 4)
    boeking = wereld.boeking(begin=begin)
    start(wereld, boeking, nu=begin - timedelta(days=10))
    laat_tijd_gaan(begin - timedelta(days=10), begin - timedelta(hours=1))
    vragen = Inzet.objects.order_by("pk")
    assert vragen.count() == 4
    assert [i for i in vragen if is_stil(i.gevraagd_op)] == []
    assert all(i.gevraagd_op < i.antwoord_voor <= begin for i in vragen)
    assert list_schendingen() == []


def tel_zoekbrieven():
    return [brief for brief, *_ in brieven()].count("les_niemand_gevonden")


def test_a_second_round_that_finds_nobody_tells_the_school_nothing_new(wereld):
    boeking = wereld.boeking()
    for uur in range(2):
        ronde = start(wereld, boeking, nu=wereld.nu + timedelta(hours=uur))
        werk(wereld.nu + timedelta(hours=uur))
        assert haal(ronde).status == "uitgeput"
    assert tel_zoekbrieven() == 1


def test_nobody_for_another_moment_is_told_again(wereld):
    boeking = wereld.boeking()
    start(wereld, boeking)
    werk(wereld.nu)
    wereld.verzet(boeking, op(2, 9), nu=wereld.nu + timedelta(hours=1))
    werk(wereld.nu + timedelta(hours=1))
    assert tel_zoekbrieven() == 2


def test_nobody_to_replace_who_dropped_out_is_told_again(wereld):
    boeking = wereld.boeking()
    start(wereld, boeking)
    werk(wereld.nu)
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    wereld.ja(inzet)
    dag_later = wereld.nu + timedelta(days=1)
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=dag_later, door=None)
    werk(dag_later)
    assert tel_zoekbrieven() == 2
