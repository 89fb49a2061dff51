import pytest

from boekingen.domain.weigeringen import (
    ContactNietToegelaten,
    RedenOntbreekt,
    SchoolNietGecontroleerd,
    StapNietMogelijk,
)
from boekingen.services import boekingen, contactpersonen
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.slotvolgorde import onthoud_sloten
from tests.boekingen.wereld import brieven, controleer_school, laatste_brief, op, status
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory


def laat_toe(wereld, contact, waarom="Teruggebeld."):
    return contactpersonen.laat_toe(
        contactpersoon_id=contact.pk, nu=wereld.nu, door=wereld.contact.gebruiker, waarom=waarom
    )


def weiger(wereld, contact, nu=None, waarom="Kent niemand daar."):
    return contactpersonen.weiger(
        contactpersoon_id=contact.pk, nu=nu or wereld.nu, door=None, waarom=waarom
    )


def test_laat_toe_admits_once_and_keeps_who_and_why(wereld):
    contact = wereld.nieuwe_contactpersoon()
    eerder = laatste_brief()

    for _ in range(2):
        laat_toe(wereld, contact)

    contact.refresh_from_db()
    assert (contact.status, contact.beoordeeld_op) == ("toegelaten", wereld.nu)
    assert contact.beoordeeld_door == wereld.contact.gebruiker
    assert brieven(eerder) == [("contact_toegelaten", contact.gebruiker.email, "")]
    gebeurtenis = Gebeurtenis.objects.get(onderwerp_soort="contactpersoon", wat="toegelaten")
    assert gebeurtenis.waarom == "Teruggebeld."


def test_laat_toe_without_a_reason_is_refused(wereld):
    contact = wereld.nieuwe_contactpersoon()
    with pytest.raises(RedenOntbreekt):
        laat_toe(wereld, contact, waarom=" ")
    assert status(contact) == "aangemeld"


def test_laat_toe_waits_until_a_school_that_was_typed_in_is_checked(wereld):
    school = SchoolFactory(bron="hand", vestigingscode=None, is_gecontroleerd=False)
    contact = ContactpersoonFactory(school=school, status="aangemeld")
    eerder = laatste_brief()
    with pytest.raises(SchoolNietGecontroleerd):
        laat_toe(wereld, contact)
    assert (status(contact), brieven(eerder)) == ("aangemeld", [])

    controleer_school(school, wereld.nu)
    laat_toe(wereld, contact)
    assert status(contact) == "toegelaten"


def test_laat_toe_opens_the_way_for_the_request_that_waited(wereld):
    contact = wereld.nieuwe_contactpersoon()
    wereld.contact = contact
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()
    with pytest.raises(ContactNietToegelaten):
        wereld.stel_voor(boeking, op(2, 2))
    laat_toe(wereld, contact)
    assert status(wereld.stel_voor(boeking, op(2, 2))) == "voorgesteld"


def test_weiger_turns_down_every_open_request_and_empties_the_diaries(wereld):
    boeking, inzet = wereld.bevestigd()
    wachtend = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    eerder = laatste_brief()

    for _ in range(2):
        weiger(wereld, wereld.contact)

    docent = wereld.contact.gebruiker.email
    assert (status(wereld.contact), status(boeking)) == ("geweigerd", "geannuleerd")
    assert (status(boeking.aanvraag), status(wachtend)) == ("afgewezen", "afgewezen")
    assert brieven(eerder) == [
        ("contact_geweigerd", docent, ""),
        ("inzet_ingetrokken", inzet.hoofdrolspeler.gebruiker.email, "CANCEL"),
        ("les_geannuleerd", docent, "CANCEL"),
    ]
    assert list_schendingen() == []


def test_weiger_locks_all_lessons_and_then_all_people_before_it_ends_one_request(wereld):
    # Who holds a lesson may wait for a person, so nobody may hold a person and wait for a lesson.
    eerste, later = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    een, twee = wereld.boeking(begin=op(2, 2)), wereld.boeking(begin=op(2, 9))
    wereld.ja(wereld.vraag(een, later)[0])
    wereld.ja(wereld.vraag(twee, eerste)[0])

    with onthoud_sloten() as sloten:
        weiger(wereld, wereld.contact)

    assert sloten == [
        ("boekingen_contactpersoon", wereld.contact.pk),
        ("boekingen_boeking", een.pk),
        ("boekingen_boeking", twee.pk),
        ("hoofdrolspelers_hoofdrolspeler", eerste.pk),
        ("hoofdrolspelers_hoofdrolspeler", later.pk),
        ("boekingen_aanvraag", een.aanvraag_id),
        ("boekingen_aanvraag", twee.aanvraag_id),
    ]


def test_weiger_never_tells_why_to_the_hoofdrolspeler_or_the_contact(wereld):
    wereld.bevestigd()
    eerder = laatste_brief()
    weiger(wereld, wereld.contact, waarom="Vermoeden van Geheim.")
    nieuw = Bericht.objects.filter(pk__gt=eerder)
    assert [b.brief for b in nieuw if "Geheim" in b.tekst + b.html] == []


def test_weiger_without_a_reason_is_refused(wereld):
    with pytest.raises(RedenOntbreekt):
        weiger(wereld, wereld.contact, waarom="")


def test_weiger_leaves_the_lesson_that_is_going_on_and_ends_the_other_requests(wereld):
    boeking, inzet = wereld.bevestigd()
    wachtend = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    eerder = laatste_brief()

    weiger(wereld, wereld.contact, nu=op(2, 2, 9, 30))

    docent = wereld.contact.gebruiker.email
    assert (status(wereld.contact), status(wachtend)) == ("geweigerd", "afgewezen")
    assert (status(boeking), status(inzet)) == ("bevestigd", "toegezegd")
    assert status(boeking.aanvraag) == "gepland"
    assert brieven(eerder) == [("contact_geweigerd", docent, "")]
    assert list_schendingen() == []
    assert boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 2, 10)) is True
    assert status(boeking.aanvraag) == "afgerond"


def test_who_was_refused_can_be_admitted_but_the_requests_stay_closed(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    weiger(wereld, wereld.contact)
    laat_toe(wereld, wereld.contact)
    assert (status(wereld.contact), status(aanvraag)) == ("toegelaten", "afgewezen")
    with pytest.raises(StapNietMogelijk):
        wereld.stel_voor(aanvraag.boekingen.get(), op(2, 2))
