import pytest

from boekingen.domain.weigeringen import LesVoorbij, RedenOntbreekt, StapNietMogelijk
from boekingen.models import Uitnodiging
from boekingen.services import afsluiting, boekingen
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.slotvolgorde import onthoud_sloten
from tests.boekingen.wereld import brieven, laatste_brief, op, status


def trek_in(wereld, aanvraag, nu=None, reden=""):
    return afsluiting.trek_aanvraag_in(
        aanvraag_id=aanvraag.pk, reden=reden, nu=nu or wereld.nu, door=wereld.contact.gebruiker
    )


def wijs_af(wereld, aanvraag, reden="Te weinig mensen."):
    return afsluiting.wijs_aanvraag_af(
        aanvraag_id=aanvraag.pk, reden=reden, nu=wereld.nu, door=None
    )


def serie_van_twee(wereld):
    """Return a request of two lessons, both bevestigd, and the two bookings."""
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}, {"wijkagent": 1}))
    eerste, tweede = aanvraag.boekingen.order_by("nummer")
    persoon = wereld.persoon("wijkagent")
    for boeking, begin in ((eerste, op(2, 2)), (tweede, op(2, 9))):
        wereld.stel_voor(boeking, begin)
        wereld.ja(wereld.vraag(boeking, persoon)[0])
    return aanvraag, eerste, tweede


def test_trek_aanvraag_in_cancels_what_is_to_come_and_tells_everybody_once(wereld):
    aanvraag, eerste, tweede = serie_van_twee(wereld)
    persoon = wereld.mensen[0].gebruiker.email
    docent = wereld.contact.gebruiker.email
    eerder = laatste_brief()

    for _ in range(2):
        trek_in(wereld, aanvraag)

    assert (status(aanvraag), status(eerste), status(tweede)) == (
        "ingetrokken",
        "geannuleerd",
        "geannuleerd",
    )
    assert brieven(eerder) == [
        ("inzet_ingetrokken", persoon, "CANCEL"),
        ("les_geannuleerd", docent, "CANCEL"),
        ("inzet_ingetrokken", persoon, "CANCEL"),
        ("les_geannuleerd", docent, "CANCEL"),
        ("aanvraag_ingetrokken", docent, ""),
    ]
    aanvraag.refresh_from_db()
    assert (aanvraag.gesloten_op, aanvraag.reden) == (
        wereld.nu,
        "De school heeft de aanvraag ingetrokken.",
    )
    assert not Uitnodiging.objects.filter(beeindigd_op__isnull=True).exists()
    assert list_schendingen() == []


def test_trek_aanvraag_in_locks_the_people_of_all_its_lessons_by_number(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}, {"wijkagent": 1}))
    een, twee = aanvraag.boekingen.order_by("nummer")
    eerste, later = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    for boeking, begin, persoon in ((een, op(2, 2), later), (twee, op(2, 9), eerste)):
        wereld.stel_voor(boeking, begin)
        wereld.ja(wereld.vraag(boeking, persoon)[0])

    with onthoud_sloten() as sloten:
        trek_in(wereld, aanvraag)

    assert sloten == [
        ("boekingen_boeking", een.pk),
        ("boekingen_boeking", twee.pk),
        ("hoofdrolspelers_hoofdrolspeler", eerste.pk),
        ("hoofdrolspelers_hoofdrolspeler", later.pk),
        ("boekingen_aanvraag", aanvraag.pk),
    ]


def test_trek_aanvraag_in_leaves_a_given_lesson_as_it_is(wereld):
    aanvraag, eerste, tweede = serie_van_twee(wereld)
    boekingen.rond_les_af(boeking_id=eerste.pk, nu=op(2, 2, 10))

    trek_in(wereld, aanvraag, nu=op(2, 3))

    assert (status(aanvraag), status(eerste), status(tweede)) == (
        "ingetrokken",
        "gegeven",
        "geannuleerd",
    )
    assert list_schendingen() == []


def test_trek_aanvraag_in_leaves_the_lesson_that_is_going_on_and_cancels_the_rest(wereld):
    aanvraag, eerste, tweede = serie_van_twee(wereld)
    eerder = laatste_brief()

    trek_in(wereld, aanvraag, nu=op(2, 2, 9, 30))

    assert (status(aanvraag), status(eerste), status(tweede)) == (
        "ingetrokken",
        "bevestigd",
        "geannuleerd",
    )
    assert [brief for brief, _, _ in brieven(eerder)] == [
        "inzet_ingetrokken",
        "les_geannuleerd",
        "aanvraag_ingetrokken",
    ]
    assert list_schendingen() == []
    assert boekingen.rond_les_af(boeking_id=eerste.pk, nu=op(2, 2, 10)) is True
    assert (status(aanvraag), status(eerste)) == ("ingetrokken", "gegeven")


def test_trek_aanvraag_in_with_only_a_lesson_going_on_is_refused(wereld):
    boeking, _ = wereld.bevestigd()
    eerder = laatste_brief()
    with pytest.raises(LesVoorbij):
        trek_in(wereld, boeking.aanvraag, nu=op(2, 2, 9, 30))
    assert (status(boeking.aanvraag), status(boeking)) == ("gepland", "bevestigd")
    assert brieven(eerder) == []


def test_trek_aanvraag_in_of_what_is_over_is_refused(wereld):
    boeking, _ = wereld.bevestigd()
    boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 2, 10))
    with pytest.raises(StapNietMogelijk):
        trek_in(wereld, boeking.aanvraag, nu=op(2, 3))


def test_trek_aanvraag_in_of_a_draft_is_refused(wereld):
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    with pytest.raises(StapNietMogelijk):
        trek_in(wereld, concept)


def test_trek_aanvraag_in_is_possible_from_the_waiting_list(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    type(aanvraag).objects.update(status="wachtlijst")
    assert status(trek_in(wereld, aanvraag)) == "ingetrokken"


def test_wijs_aanvraag_af_says_why_to_the_docent(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    eerder = laatste_brief()
    with pytest.raises(RedenOntbreekt):
        wijs_af(wereld, aanvraag, reden=" ")

    for _ in range(2):
        wijs_af(wereld, aanvraag)

    assert status(aanvraag) == "afgewezen"
    assert brieven(eerder) == [("aanvraag_afgewezen", wereld.contact.gebruiker.email, "")]
    bericht = Bericht.objects.latest("pk")
    assert ("Te weinig mensen." in bericht.tekst, "Te weinig mensen." in bericht.html) == (
        True,
        True,
    )
    gebeurtenis = Gebeurtenis.objects.get(onderwerp_soort="aanvraag", wat="afgewezen")
    assert gebeurtenis.waarom == "Te weinig mensen."


def test_a_request_ends_once(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    wijs_af(wereld, aanvraag)
    with pytest.raises(StapNietMogelijk):
        trek_in(wereld, aanvraag)
    assert status(aanvraag) == "afgewezen"
