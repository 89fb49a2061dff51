"""The end of a booking: given up, cancelled, and what happened on the day."""

import pytest

from boekingen.domain.weigeringen import LesVoorbij, RedenOntbreekt, StapNietMogelijk
from boekingen.models import Uitnodiging
from boekingen.services import boekingen
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import brieven, laatste_brief, op, status


def een_les(wereld):
    """Return the booking of a new request, nothing proposed yet."""
    return wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()


def test_geef_moment_op_lets_everybody_go_and_waits_for_a_new_moment(wereld):
    boeking, inzet = wereld.bevestigd()
    eerder = laatste_brief()

    boekingen.geef_moment_op(boeking_id=boeking.pk, reden="Sportdag.", nu=wereld.nu, door=None)

    boeking.refresh_from_db()
    assert (boeking.status, boeking.begin, boeking.eind) == ("te_plannen", None, None)
    assert (status(inzet), status(boeking.aanvraag)) == ("ingetrokken", "ingediend")
    assert brieven(eerder) == [
        ("inzet_ingetrokken", inzet.hoofdrolspeler.gebruiker.email, "CANCEL"),
        ("les_geannuleerd", wereld.contact.gebruiker.email, "CANCEL"),
    ]
    tekst = Bericht.objects.latest("pk").tekst
    assert "2 februari" in tekst
    assert "Wij zoeken een nieuw moment." in tekst
    assert list_schendingen() == []


def test_letter_of_a_cancelled_lesson_promises_no_new_moment(wereld):
    boeking, _ = wereld.bevestigd()
    boekingen.annuleer_boeking(boeking_id=boeking.pk, reden="Ziek.", nu=wereld.nu, door=None)
    assert "nieuw moment" not in Bericht.objects.get(brief="les_geannuleerd").tekst


def test_geef_moment_op_and_start_again_gives_everybody_new_uids(wereld):
    boeking, inzet = wereld.bevestigd()
    boekingen.geef_moment_op(boeking_id=boeking.pk, reden="Sportdag.", nu=wereld.nu, door=None)
    wereld.stel_voor(boeking, op(2, 4))
    wereld.ja(wereld.vraag(boeking, inzet.hoofdrolspeler)[0])

    assert status(boeking) == "bevestigd"
    assert Uitnodiging.objects.values("uid").distinct().count() == 4
    assert list_schendingen() == []


@pytest.mark.parametrize("reden", ["", "  "])
def test_giving_up_and_cancelling_need_a_reason(wereld, reden):
    boeking, _ = wereld.bevestigd()
    for service in (boekingen.geef_moment_op, boekingen.annuleer_boeking):
        with pytest.raises(RedenOntbreekt):
            service(boeking_id=boeking.pk, reden=reden, nu=wereld.nu, door=None)
    assert status(boeking) == "bevestigd"


def test_giving_up_and_cancelling_wait_until_a_lesson_is_over(wereld):
    boeking, _ = wereld.bevestigd()
    for service in (boekingen.geef_moment_op, boekingen.annuleer_boeking):
        with pytest.raises(LesVoorbij):
            service(boeking_id=boeking.pk, reden="Te laat.", nu=op(2, 2), door=None)


def test_geef_moment_op_without_a_moment_is_refused(wereld):
    boeking = een_les(wereld)
    with pytest.raises(StapNietMogelijk):
        boekingen.geef_moment_op(boeking_id=boeking.pk, reden="Nee.", nu=wereld.nu, door=None)


def test_annuleer_boeking_takes_the_lesson_out_of_every_diary(wereld):
    boeking, inzet = wereld.bevestigd()
    eerder = laatste_brief()

    for _ in range(2):
        boekingen.annuleer_boeking(boeking_id=boeking.pk, reden="Ziek.", nu=wereld.nu, door=None)

    assert (status(boeking), status(inzet)) == ("geannuleerd", "ingetrokken")
    assert status(boeking.aanvraag) == "afgerond"
    assert brieven(eerder) == [
        ("inzet_ingetrokken", inzet.hoofdrolspeler.gebruiker.email, "CANCEL"),
        ("les_geannuleerd", wereld.contact.gebruiker.email, "CANCEL"),
    ]
    assert not Uitnodiging.objects.filter(beeindigd_op__isnull=True).exists()
    assert list_schendingen() == []


def test_annuleer_boeking_before_it_stood_in_the_diary_sends_a_plain_letter(wereld):
    boeking = wereld.boeking()
    eerder = laatste_brief()
    boekingen.annuleer_boeking(boeking_id=boeking.pk, reden="Ziek.", nu=wereld.nu, door=None)
    assert brieven(eerder) == [("les_vervallen", wereld.contact.gebruiker.email, "")]
    assert "Ziek." in Bericht.objects.latest("pk").tekst


def test_annuleer_boeking_of_a_given_lesson_is_refused(wereld):
    boeking, _ = wereld.bevestigd()
    boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 2, 10))
    with pytest.raises(StapNietMogelijk):
        boekingen.annuleer_boeking(boeking_id=boeking.pk, reden="Nee.", nu=op(2, 3), door=None)


def test_annuleer_boeking_of_a_waiting_request_ends_it(wereld):
    boeking = een_les(wereld)
    type(boeking.aanvraag).objects.update(status="wachtlijst")
    boekingen.annuleer_boeking(boeking_id=boeking.pk, reden="Nee.", nu=wereld.nu, door=None)
    assert status(boeking.aanvraag) == "afgerond"


def test_rond_les_af_counts_from_the_last_minute_on(wereld):
    boeking, inzet = wereld.bevestigd()
    eerder = laatste_brief()
    assert boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 2, 9, 59)) is False
    assert boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 2, 10)) is True
    assert boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 2, 10)) is False
    assert (status(boeking), status(inzet)) == ("gegeven", "toegezegd")
    assert status(boeking.aanvraag) == "afgerond"
    assert brieven(eerder) == []
    assert list_schendingen() == []


def test_rond_les_af_leaves_a_lesson_that_was_never_confirmed(wereld):
    boeking = wereld.boeking()
    assert boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 3)) is False


def test_meld_niet_doorgegaan_corrects_a_given_lesson(wereld):
    boeking, _ = wereld.bevestigd()
    melding = {"boeking_id": boeking.pk, "nu": op(2, 3), "door": wereld.contact.gebruiker}
    with pytest.raises(StapNietMogelijk):
        boekingen.meld_niet_doorgegaan(reden="Staking.", **melding)
    boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 2, 10))
    with pytest.raises(RedenOntbreekt):
        boekingen.meld_niet_doorgegaan(reden=" ", **melding)

    boekingen.meld_niet_doorgegaan(reden="Staking.", **melding)

    assert status(boeking) == "niet_doorgegaan"
    gebeurtenis = Gebeurtenis.objects.latest("pk")
    assert (gebeurtenis.wat, gebeurtenis.waarom) == ("niet_doorgegaan", "Staking.")
    assert gebeurtenis.door == wereld.contact.gebruiker


def test_meld_toch_gegeven_takes_back_that_a_lesson_did_not_happen(wereld):
    boeking, _ = wereld.bevestigd()
    melding = {"boeking_id": boeking.pk, "nu": op(2, 3), "door": wereld.contact.gebruiker}
    boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 2, 10))
    with pytest.raises(StapNietMogelijk):
        boekingen.meld_toch_gegeven(reden="Vergissing.", **melding)
    boekingen.meld_niet_doorgegaan(reden="Staking.", **melding)
    with pytest.raises(RedenOntbreekt):
        boekingen.meld_toch_gegeven(reden=" ", **melding)

    boekingen.meld_toch_gegeven(reden="Vergissing.", **melding)

    assert (status(boeking), status(boeking.aanvraag)) == ("gegeven", "afgerond")
    gebeurtenis = Gebeurtenis.objects.latest("pk")
    assert (gebeurtenis.wat, gebeurtenis.waarom) == ("gegeven", "Vergissing.")
    assert gebeurtenis.door == wereld.contact.gebruiker
    assert list_schendingen() == []
