import pytest

from boekingen.domain.weigeringen import RedenOntbreekt, StapNietMogelijk
from boekingen.services import boekingen
from boekingen.services.wachtlijst import zet_op_wachtlijst
from lesaanbod.models import Gebeurtenis
from tests.boekingen.wereld import brieven, laatste_brief, op, status


def zet(wereld, aanvraag, reden="Nu is niemand vrij."):
    return zet_op_wachtlijst(aanvraag_id=aanvraag.pk, reden=reden, nu=wereld.nu, door=None)


def annuleer(wereld, boeking):
    boekingen.annuleer_boeking(boeking_id=boeking.pk, reden="Nee.", nu=wereld.nu, door=None)


@pytest.fixture
def aanvraag(wereld):
    return wereld.aanvraag(wereld.les({"wijkagent": 1}, {"wijkagent": 1}))


def test_zet_op_wachtlijst_tells_the_docent_once(wereld, aanvraag):
    eerder = laatste_brief()
    with pytest.raises(RedenOntbreekt):
        zet(wereld, aanvraag, reden=" ")

    for _ in range(2):
        zet(wereld, aanvraag)

    assert status(aanvraag) == "wachtlijst"
    assert brieven(eerder) == [("aanvraag_wachtlijst", wereld.contact.gebruiker.email, "")]
    assert Gebeurtenis.objects.get(wat="wachtlijst").waarom == "Nu is niemand vrij."


def test_a_proposed_moment_ends_the_waiting(wereld, aanvraag):
    zet(wereld, aanvraag)
    eerste = aanvraag.boekingen.get(nummer=1)
    wereld.stel_voor(eerste, op(2, 2))
    assert status(aanvraag) == "ingediend"
    with pytest.raises(StapNietMogelijk):
        zet(wereld, aanvraag)


def test_a_cancelled_lesson_does_not_keep_the_rest_from_waiting(wereld, aanvraag):
    annuleer(wereld, aanvraag.boekingen.get(nummer=1))
    assert status(zet(wereld, aanvraag)) == "wachtlijst"


def test_cancelling_the_last_lesson_that_waits_ends_the_request(wereld, aanvraag):
    zet(wereld, aanvraag)
    eerste, tweede = aanvraag.boekingen.order_by("nummer")
    annuleer(wereld, eerste)
    assert status(aanvraag) == "wachtlijst"
    annuleer(wereld, tweede)
    assert status(aanvraag) == "afgerond"


def test_zet_op_wachtlijst_of_a_planned_request_is_refused(wereld):
    boeking, _ = wereld.bevestigd()
    with pytest.raises(StapNietMogelijk):
        zet(wereld, boeking.aanvraag)
