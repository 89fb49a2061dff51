"""Every reader reads the good ones, refuses the bad ones, and is missed by name."""

import pytest

from tests.gereedschap import mis
from tests.itip_samples import CANCEL, REQUEST
from tests.lezers.afspraak import Onleesbaar, lees_zelf
from tests.lezers.agenda import Agenda, list_agendaklachten, vat_samen

WAAR = {
    "vobject": ("make setup", ""),
    "libical": ("apt install libical3", "DEMAND_LIBICAL"),
    "ical.js": ("make setup", "DEMAND_NODE"),
}
VERZET = REQUEST.replace(b"20270309T", b"20270310T")


@pytest.fixture(params=WAAR)
def lezer(request, lezers):
    if request.param not in lezers:
        waar, eis = WAAR[request.param]
        mis(f"{request.param} is missing and was not asked: {waar}", eis)
    return lezers[request.param]


@pytest.mark.parametrize("ics", [REQUEST, CANCEL])
def test_good_message_is_read_as_we_read_it(lezer, ics):
    assert lezer(ics) == lees_zelf(ics)


@pytest.mark.parametrize(
    "ics", [b"", b"<html>inloggen</html>", REQUEST.replace(b"UID:", b"NIETS "), REQUEST[:-30]]
)
def test_what_is_no_calendar_is_refused(lezer, ics):
    with pytest.raises(Onleesbaar):
        lezer(ics)


@pytest.mark.parametrize(
    ("naam", "oud", "nieuw"),
    [
        ("vobject", b"UID:", b"X-UID:"),
        ("vobject", b"PRODID", b"X-PRODID"),
        ("libical", b"ORGANIZER;", b"X-ORGANIZER;"),
        ("libical", b"DTSTAMP:", b"X-DTSTAMP:"),
        ("libical", b"STATUS:TENTATIVE", b"STATUS:CANCELLED"),
        ("libical", b"SUMMARY", b"X-SUMMARY"),
        ("ical.js", b"END:VEVENT\r\n", b""),
    ],
)
def test_what_the_rules_of_a_reader_forbid_is_named(lezers, naam, oud, nieuw):
    if naam not in lezers:
        waar, eis = WAAR[naam]
        mis(f"{naam} is missing and was not asked: {waar}", eis)
    (klacht,) = [k for k in lezers.list_klachten([REQUEST.replace(oud, nieuw, 1)]) if naam in k]
    assert klacht.startswith(f"{naam}: refuses")


def test_missing_reader_is_skipped_by_name_or_demanded():
    with pytest.raises(pytest.skip.Exception, match=r"^libical$"):
        mis("libical", "DEMAND_LIBICAL", {})
    with pytest.raises(pytest.fail.Exception, match="libical and DEMAND_LIBICAL=on"):
        mis("libical", "DEMAND_LIBICAL", {"DEMAND_LIBICAL": "on"})


@pytest.fixture
def agenda(tmp_path):
    with Agenda(tmp_path) as agenda:
        yield agenda


class TestAgenda:
    """Radicale keeps it, khal shows it."""

    def test_event_moves_and_vanishes(self, agenda):
        for ics in (REQUEST, VERZET):
            agenda.ontvang(ics)
            assert agenda.toon() == [vat_samen(lees_zelf(ics))]
        agenda.ontvang(CANCEL)
        assert agenda.toon() == []

    def test_what_radicale_refuses_is_named(self, agenda):
        with pytest.raises(Onleesbaar, match=r"^PUT 400"):
            agenda.vraag("PUT", "/robin/lessen/een.ics", b"BEGIN:VCALENDAR\r\nX")

    def test_same_uid_in_a_second_place_is_refused(self, agenda):
        agenda.vraag("PUT", "/robin/lessen/een.ics", REQUEST)
        with pytest.raises(Onleesbaar, match="no-uid-conflict"):
            agenda.vraag("PUT", "/robin/lessen/twee.ics", REQUEST)

    def test_list_agendaklachten_says_what_stands_there_wrongly(self, agenda):
        assert list_agendaklachten(agenda, [REQUEST, VERZET]) == []
        agenda.ontvang = lambda _ics: None
        assert list_agendaklachten(agenda, [REQUEST])[0].startswith("khal: ")
