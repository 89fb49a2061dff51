"""The lessons of a school as a feed: for its contact, and for its own site."""

import pytest

from boekingen.domain.feed import Feeddetail, build_publieke_uid
from boekingen.models import Agendafeed
from boekingen.services import boekingen, contactpersonen, inzet_einde
from boekingen.services.agendafeeds import lees_feed, stop_feed, vernieuw_feed
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from lesaanbod.models import Gebeurtenis
from tests.boekingen.wereld import op
from tests.factories.boekingen import ContactpersoonFactory
from tests.factories.lesaanbod import RolFactory
from tests.itip_ics import check_ics


@pytest.fixture
def eigen(wereld):
    return vernieuw_feed(
        contactpersoon_id=wereld.contact.pk, detail=Feeddetail.PLAATS, nu=wereld.nu
    )


@pytest.fixture
def site(wereld):
    return vernieuw_feed(school_id=wereld.school.pk, detail=Feeddetail.LES, nu=wereld.nu)


def lees(geheim, nu, etag=""):
    return lees_feed(geheim=geheim, etag=etag, nu=nu)


def tekst(geheim, nu) -> str:
    inhoud = lees(geheim, nu).inhoud
    # What no longer happens takes no time (R32 is about what does).
    mag = {"R32"} if b"STATUS:CANCELLED" in inhoud or b"van uw school" in ontvouw(inhoud) else set()
    assert set(check_ics(inhoud, "PUBLISH")) <= mag
    return ontvouw(inhoud).decode()


def ontvouw(inhoud: bytes) -> bytes:
    return inhoud.replace(b"\r\n ", b"")


def test_contact_sees_own_lessons_under_the_uid_of_the_invitation(wereld, eigen):
    boeking, _ = wereld.bevestigd()
    feed = tekst(eigen, wereld.nu)
    assert f"UID:{boeking.uitnodigingen.get(inzet=None).uid}\r\n" in feed
    assert "Wie komt er: een wijkagent" in feed
    assert f"Kenmerk: {boeking.aanvraag.kenmerk}" in feed
    assert feed.count("BEGIN:VEVENT") == 1


def test_contact_sees_a_name_only_as_far_as_the_person_lets_it(wereld, eigen):
    _, inzet = wereld.bevestigd()
    persoon, naam = inzet.hoofdrolspeler, inzet.hoofdrolspeler.gebruiker.naam
    for zichtbaarheid, staat_er in ((Zichtbaarheid.NAAM, True), (Zichtbaarheid.ROL, False)):
        type(persoon).objects.update(zichtbaarheid=zichtbaarheid.value)
        assert (naam in tekst(eigen, wereld.nu)) is staat_er


@pytest.fixture
def als_collega(wereld):
    """What happens now is asked for by a colleague of the same school."""
    mij, wereld.contact = wereld.contact, ContactpersoonFactory(school=wereld.school)
    yield wereld.contact
    wereld.contact = mij


def test_lesson_of_a_colleague_says_which_when_and_where_and_nothing_else(
    wereld, eigen, als_collega
):
    boeking, inzet = wereld.bevestigd()
    type(inzet.hoofdrolspeler).objects.update(zichtbaarheid=Zichtbaarheid.NAAM.value)
    feed = tekst(eigen, wereld.nu)
    uid = boeking.uitnodigingen.get(inzet=None).uid
    assert f"UID:{build_publieke_uid(uid)}\r\n" in feed
    assert f"SUMMARY:{boeking.aanvraag.les_titel} (8A)\r\n" in feed
    assert "DTSTART:20270202T080000Z" in feed
    assert f"LOCATION:{wereld.school.naam}" in feed
    # It does not keep its reader from anything.
    assert "TRANSP:TRANSPARENT" in feed
    weg = (
        uid,
        boeking.aanvraag.kenmerk,
        als_collega.naam,
        inzet.hoofdrolspeler.gebruiker.naam,
        "wijkagent",
    )
    assert [woord for woord in weg if woord in feed] == []


def test_change_of_a_lesson_of_a_colleague_is_seen_at_once(wereld, eigen, als_collega):
    eerst = lees(eigen, wereld.nu)
    wereld.bevestigd()
    assert lees(eigen, wereld.nu, eerst.etag).inhoud is not None


def test_contact_never_sees_when_an_officier_comes_to_a_colleague(wereld, eigen, als_collega):
    bevestig_officier(wereld)
    assert "BEGIN:VEVENT" not in tekst(eigen, wereld.nu)


def test_contact_sees_an_officier_in_the_own_lesson(wereld, eigen):
    bevestig_officier(wereld)
    assert "Wie komt er: een officier" in tekst(eigen, wereld.nu)


def test_lesson_of_another_school_is_in_no_feed_of_this_one(wereld, eigen, site):
    wereld.contact = ContactpersoonFactory()
    wereld.school = wereld.contact.school
    wereld.bevestigd()
    assert "BEGIN:VEVENT" not in tekst(eigen, wereld.nu) + tekst(site, wereld.nu)


def bevestig_officier(wereld):
    """Confirm a lesson to which an officier van justitie comes."""
    wereld.rollen["officier"] = RolFactory(naam="officier", slug="officier-van-justitie")
    boeking = wereld.boeking({"officier": 1})
    (inzet,) = wereld.vraag(boeking, wereld.persoon("officier"))
    wereld.ja(inzet)


def test_site_of_the_school_shows_title_and_time_and_nothing_else(wereld, site):
    boeking, inzet = wereld.bevestigd()
    feed = tekst(site, wereld.nu)
    uid = boeking.uitnodigingen.get(inzet=None).uid
    assert f"UID:{build_publieke_uid(uid)}\r\n" in feed
    assert f"SUMMARY:{boeking.aanvraag.les_titel}\r\n" in feed
    assert "DTSTART:20270202T080000Z" in feed
    weg = (
        uid,
        boeking.aanvraag.kenmerk,
        wereld.school.naam,
        wereld.contact.naam,
        inzet.hoofdrolspeler.gebruiker.naam,
        "8A",
        "wijkagent",
        "DESCRIPTION",
        "LOCATION",
    )
    assert [woord for woord in weg if woord in feed] == []


def test_site_holds_the_lessons_of_every_contact_of_the_school(wereld, site):
    wereld.bevestigd()
    wereld.contact = ContactpersoonFactory(school=wereld.school)
    wereld.bevestigd(begin=op(2, 9))
    assert tekst(site, wereld.nu).count("BEGIN:VEVENT") == 2


def test_site_never_tells_when_an_officier_comes(wereld, site):
    bevestig_officier(wereld)
    assert "BEGIN:VEVENT" not in tekst(site, wereld.nu)


@pytest.fixture
def serie_met_officier(wereld):
    """Return the bookings of a confirmed series: to the second of three an officier comes."""
    wereld.rollen["officier"] = RolFactory(naam="officier", slug="officier-van-justitie")
    les = wereld.les({"wijkagent": 1}, {"officier": 1}, {"wijkagent": 1})
    serie = list(wereld.aanvraag(les).boekingen.order_by("nummer"))
    rollen = ("wijkagent", "officier", "wijkagent")
    for boeking, dag, rol in zip(serie, (2, 9, 16), rollen, strict=True):
        wereld.stel_voor(boeking, op(2, dag))
        (inzet,) = wereld.vraag(boeking, wereld.persoon(rol))
        wereld.ja(inzet)
    return serie


def test_site_shows_no_gap_where_an_officier_comes_in_a_series(wereld, site, serie_met_officier):
    assert "BEGIN:VEVENT" not in tekst(site, wereld.nu)
    boekingen.annuleer_boeking(
        boeking_id=serie_met_officier[1].pk, reden="Ziek.", nu=wereld.nu, door=None
    )
    assert "BEGIN:VEVENT" not in tekst(site, wereld.nu)


def test_contact_sees_no_gap_in_a_series_of_a_colleague(
    wereld, eigen, als_collega, serie_met_officier
):
    assert "BEGIN:VEVENT" not in tekst(eigen, wereld.nu)


def test_contact_sees_all_of_the_own_series(wereld, eigen, serie_met_officier):
    assert tekst(eigen, wereld.nu).count("BEGIN:VEVENT") == 3


@pytest.mark.parametrize("welke", ["eigen", "site"])
def test_it_follows_a_move_and_an_end_and_is_not_built_while_nothing_changes(
    wereld, welke, request, django_assert_num_queries
):
    geheim = request.getfixturevalue(welke)
    boeking, inzet = wereld.bevestigd()
    eerst = lees(geheim, wereld.nu)
    with django_assert_num_queries(1):
        assert lees(geheim, wereld.nu, eerst.etag).inhoud is None
    wereld.verzet(boeking, op(2, 9))
    feed = tekst(geheim, wereld.nu)
    assert "SEQUENCE:1\r\n" in feed
    assert "STATUS:TENTATIVE\r\n" in feed
    wereld.ja(inzet)
    assert "STATUS:CONFIRMED\r\n" in tekst(geheim, wereld.nu)
    boekingen.annuleer_boeking(boeking_id=boeking.pk, reden="Ziek.", nu=wereld.nu, door=None)
    assert "STATUS:CANCELLED\r\n" in tekst(geheim, wereld.nu)
    assert "BEGIN:VEVENT" not in tekst(geheim, op(3, 20))


def test_lesson_that_was_never_confirmed_is_in_no_diary(wereld, eigen, site):
    wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    assert "BEGIN:VEVENT" not in tekst(eigen, wereld.nu) + tekst(site, wereld.nu)


@pytest.mark.parametrize(("welke", "vragen"), [("eigen", 5), ("site", 3)])
def test_same_queries_with_one_and_three_lessons(
    wereld, welke, vragen, request, django_assert_num_queries
):
    geheim = request.getfixturevalue(welke)
    for dagen in ((2,), (3, 4)):
        for dag in dagen:
            wereld.bevestigd(begin=op(2, dag))
        with django_assert_num_queries(vragen):
            lees(geheim, wereld.nu)


def test_refused_contact_loses_both(wereld, eigen, site):
    contactpersonen.weiger(
        contactpersoon_id=wereld.contact.pk, waarom="Onbekend.", nu=wereld.nu, door=None
    )
    assert (lees(eigen, wereld.nu), lees(site, wereld.nu)) == (None, None)


def test_log_tells_whose_link_it_was(wereld, eigen, site):
    stop_feed(school_id=wereld.school.pk, nu=wereld.nu)
    regels = Gebeurtenis.objects.filter(wat__startswith="agendalink").order_by("pk")
    assert [(regel.onderwerp_soort, regel.wat) for regel in regels] == [
        ("contactpersoon", "agendalink vernieuwd"),
        ("school", "agendalink vernieuwd"),
        ("school", "agendalink gestopt"),
    ]
    assert Agendafeed.objects.count() == 1


def test_hole_shows_as_uncertain(wereld, eigen):
    _, inzet = wereld.bevestigd()
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    assert "STATUS:TENTATIVE\r\n" in tekst(eigen, wereld.nu)
