"""The secret of a feed, and its fingerprint."""

from datetime import timedelta

import pytest

from boekingen.domain.feed import Feeddetail
from boekingen.models import Agendafeed, Feedlezer
from boekingen.selectors.agendafeeds import get_feedbeeld
from boekingen.services import inzet_einde
from boekingen.services.agendafeeds import (
    hash_netwerk,
    kies_detail,
    lees_feed,
    noteer_lezing,
    stop_feed,
    vernieuw_feed,
)
from tests.boekingen.wereld import op


@pytest.fixture
def persoon(wereld):
    return wereld.persoon("wijkagent")


@pytest.fixture
def geheim(wereld, persoon):
    return vernieuw_feed(hoofdrolspeler_id=persoon.pk, detail=Feeddetail.TIJD, nu=wereld.nu)


def lees(geheim, nu, etag=""):
    return lees_feed(geheim=geheim, etag=etag, nu=nu)


def test_only_a_hash_of_the_secret_is_kept(geheim):
    feed = Agendafeed.objects.get()
    assert len(geheim) == 22
    assert geheim not in str(vars(feed))


def test_link_that_nobody_reads_is_called_unused(wereld, persoon, geheim):
    def is_ongebruikt(dagen):
        nu = wereld.nu + timedelta(days=dagen)
        return get_feedbeeld(hoofdrolspeler_id=persoon.pk, nu=nu).is_ongebruikt

    assert [is_ongebruikt(dagen) for dagen in (59, 60)] == [False, True]
    feed = Agendafeed.objects.get()
    noteer_lezing(feed=feed, adres="192.0.2.1", nu=wereld.nu + timedelta(days=30))
    assert [is_ongebruikt(dagen) for dagen in (60, 91)] == [False, True]


def test_renewed_secret_ends_the_old_one(wereld, persoon, geheim):
    nieuw = vernieuw_feed(hoofdrolspeler_id=persoon.pk, detail=Feeddetail.LES, nu=wereld.nu)
    assert lees(geheim, wereld.nu) is None
    assert lees(nieuw, wereld.nu).feed.detail == "les"
    stop_feed(hoofdrolspeler_id=persoon.pk, nu=wereld.nu)
    assert lees(nieuw, wereld.nu) is None


def test_unchanged_feed_is_not_built_and_costs_one_query(
    wereld, persoon, geheim, django_assert_num_queries
):
    wereld.vraag(wereld.boeking(), persoon)
    eerst = lees(geheim, wereld.nu)
    with django_assert_num_queries(1):
        weer = lees(geheim, wereld.nu, eerst.etag)
    assert (weer.inhoud, weer.etag) == (None, eerst.etag)


def test_move_and_drop_out_change_the_feed_with_the_same_uid(wereld, persoon, geheim):
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, persoon)
    wereld.ja(inzet)
    uid = inzet.uitnodigingen.get().uid
    eerst = lees(geheim, wereld.nu)
    wereld.verzet(boeking, op(2, 9))
    verzet = lees(geheim, wereld.nu, eerst.etag)
    assert f"UID:{uid}\r\nSEQUENCE:1".encode() in verzet.inhoud
    assert b"DTSTART:20270209T080000Z" in verzet.inhoud
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    weg = lees(geheim, wereld.nu, verzet.etag)
    assert f"UID:{uid}\r\nSEQUENCE:2".encode() in weg.inhoud
    assert b"STATUS:CANCELLED" in weg.inhoud


def test_lessons_of_somebody_else_are_not_in_it(wereld, geheim):
    wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    assert b"BEGIN:VEVENT" not in lees(geheim, wereld.nu).inhoud


def test_choice_of_detail_changes_the_body_and_keeps_the_address(wereld, persoon, geheim):
    wereld.vraag(wereld.boeking(), persoon)
    assert wereld.school.naam.encode() not in lees(geheim, wereld.nu).inhoud
    kies_detail(hoofdrolspeler_id=persoon.pk, detail=Feeddetail.PLAATS, nu=wereld.nu)
    assert wereld.school.naam.encode() in lees(geheim, wereld.nu).inhoud.replace(b"\r\n ", b"")


def test_change_without_a_mail_shows_within_an_hour(wereld, persoon, geheim):
    kies_detail(hoofdrolspeler_id=persoon.pk, detail=Feeddetail.LES, nu=wereld.nu)
    boeking = wereld.boeking()
    wereld.vraag(boeking, persoon)
    eerst = lees(geheim, wereld.nu)
    boeking.groepen.update(naam="8Z")
    assert lees(geheim, wereld.nu, eerst.etag).inhoud is None
    later = lees(geheim, wereld.nu + timedelta(hours=1), eerst.etag)
    assert b"8Z" in later.inhoud
    assert later.gewijzigd_op == wereld.nu + timedelta(hours=1)


def test_feed_is_built_in_constant_queries(wereld, persoon, geheim, django_assert_max_num_queries):
    for uur in (9, 11, 13):
        wereld.vraag(wereld.boeking(begin=op(2, 2, uur)), persoon)
    with django_assert_max_num_queries(4):
        assert lees(geheim, wereld.nu).inhoud.count(b"BEGIN:VEVENT") == 3


def test_readers_are_counted_by_network_and_forgotten(wereld, persoon, geheim):
    feed = Agendafeed.objects.get()
    for nummer in range(6):
        for laatste in (1, 2):
            noteer_lezing(feed=feed, adres=f"10.{nummer}.0.{laatste}", nu=wereld.nu)
    beeld = get_feedbeeld(hoofdrolspeler_id=persoon.pk, nu=wereld.nu)
    assert (beeld.plekken_vandaag, beeld.is_verdacht) == (6, True)
    assert beeld.laatst_gelezen_op == wereld.nu
    noteer_lezing(feed=feed, adres="geen adres", nu=wereld.nu + timedelta(days=8))
    assert Feedlezer.objects.count() == 1


def test_network_of_a_reader_has_another_name_every_day(wereld):
    een, ander = wereld.nu, wereld.nu + timedelta(days=1)
    assert hash_netwerk("10.1.2.3", een) == hash_netwerk("10.1.9.9", een)
    assert hash_netwerk("10.1.2.3", een) != hash_netwerk("10.1.2.3", ander)
