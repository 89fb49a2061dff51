"""Every step against ``boekingen.emails.tabel``: who gets which letter with which METHOD.

Only what the act itself sends is compared. Every mail goes through the checker of ``tests/itip``.
"""

from collections import defaultdict
from email import message_from_bytes, policy

import pytest

from boekingen.domain.status import OVERGANGEN, BoekingStatus, InzetStatus
from boekingen.emails.brieven import BRIEVEN
from boekingen.emails.tabel import STAPPEN_VAN_OVERGANG, TABEL, Post, Wie
from boekingen.services import boekingen, sloten
from lesaanbod.models import Bericht
from tests.boekingen import stappen_agenda, stappen_einde  # noqa: F401 - add their steps
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.stappen import Mensen
from tests.boekingen.stappen_planning import STAPPEN
from tests.boekingen.wereld import brieven, laatste_brief, op, verstuur
from tests.ical_js import read_with_ical_js
from tests.itip import check_mail, check_thread, read_event
from tests.lezers.agenda import Agenda, list_agendaklachten

LATER = op(2, 20)


def build_verwacht(naam: str, mensen: Mensen, docent: str) -> list[tuple[str, str, str]]:
    """Return letter, address and METHOD of every row of the table, for these people."""
    return sorted(
        (post.brief, adres, post.methode)
        for post in TABEL[naam].post
        for adres in ([docent] if post.wie is Wie.DOCENT else list_adressen(mensen, post.wie))
    )


def list_adressen(mensen: Mensen, wie: Wie) -> list[str]:
    """Return the addresses of one or several Inzetten or hoofdrolspelers."""
    gevonden = mensen[wie]
    mensen_ = gevonden if isinstance(gevonden, list) else [gevonden]
    return [getattr(mens, "hoofdrolspeler", mens).gebruiker.email for mens in mensen_]


def list_ics(mails: list[bytes]) -> list[bytes]:
    """Return the calendar part of every mail that has one, in order."""
    berichten = [message_from_bytes(eml, policy=policy.default) for eml in mails]
    return [
        deel.get_payload(decode=True)
        for bericht in berichten
        for deel in bericht.walk()
        if deel.get_content_type() == "text/calendar"
    ]


def check_post(mails: list[bytes]) -> list[tuple[str, list[str]]]:
    """Return what ``tests.itip`` finds wrong: per mail, and per UID over all of its mails."""
    fouten, per_uid = [], defaultdict(dict)
    for eml in mails:
        bericht = message_from_bytes(eml, policy=policy.default)
        delen = [deel for deel in bericht.walk() if deel.get_content_type() == "text/calendar"]
        if delen:
            fouten.append((str(bericht["Subject"]), check_mail(eml)))
            ics = delen[0].get_payload(decode=True)
            # What is sent once more is the very same invitation.
            per_uid[read_event(ics)["uid"]].setdefault(ics, eml)
    fouten += [(uid, check_thread([*reeks.values()])) for uid, reeks in per_uid.items()]
    return [fout for fout in fouten if fout[1]]


@pytest.mark.parametrize("naam", TABEL)
def test_every_step_sends_what_the_table_says_and_every_invitation_is_good(
    wereld, naam, monkeypatch, lezers, tmp_path
):
    daad, mensen = STAPPEN[naam](wereld)
    eerder, gezet = laatste_brief(), set()
    monkeypatch.setattr(sloten, "check_overgang", lambda van, naar: gezet.add((van, naar)))

    daad()

    assert gezet == {paar for paar, stappen in STAPPEN_VAN_OVERGANG.items() if naam in stappen}

    docent = wereld.contact.gebruiker.email
    assert sorted(brieven(eerder)) == build_verwacht(naam, mensen, docent)
    assert list_schendingen() == []
    mails = verstuur(LATER)
    assert len(mails) == Bericht.objects.filter(verzonden_op=LATER).count() > 0
    assert check_post(mails) == []
    assert lezers.list_klachten(list_ics(mails)) == []
    with Agenda(tmp_path) as agenda:
        assert list_agendaklachten(agenda, list_ics(mails)) == []


def test_every_step_of_the_table_is_walked_and_every_letter_is_in_it():
    assert set(STAPPEN) == set(TABEL)
    assert {post.brief for stap_ in TABEL.values() for post in stap_.post} == set(BRIEVEN)


def test_every_transition_has_a_step_that_is_walked():
    alle = {
        (van, naar)
        for soort in (BoekingStatus, InzetStatus)
        for van, naren in OVERGANGEN[soort].items()
        for naar in naren
    }
    assert set(STAPPEN_VAN_OVERGANG) == alle
    assert {naam for stappen in STAPPEN_VAN_OVERGANG.values() for naam in stappen} <= set(TABEL)


def test_a_letter_for_somebody_else_is_refused():
    with pytest.raises(ValueError, match="les_bevestigd is not a letter for"):
        Post(Wie.ZELF, "les_bevestigd")


def leef_een_leven(wereld) -> tuple[list[bytes], str, str]:
    """Invite, confirm, move, confirm again, cancel; return the mails and both addresses."""
    boeking, inzet = wereld.bevestigd()
    wereld.verzet(boeking, op(3, 9))
    wereld.ja(inzet)
    boekingen.annuleer_boeking(boeking_id=boeking.pk, reden="Ziek.", nu=wereld.nu, door=None)
    mails = verstuur(wereld.nu)
    return mails, inzet.hoofdrolspeler.gebruiker.email, wereld.contact.gebruiker.email


def test_one_life_keeps_one_uid_per_receiver_and_the_sequence_of_the_rules(wereld):
    mails, zelf, docent = leef_een_leven(wereld)
    assert check_post(mails) == []
    velden = ("methode", "sequence")
    agenda = Bericht.objects.exclude(uid="").order_by("pk")
    assert list(agenda.filter(aan=zelf).values_list(*velden)) == [
        ("REQUEST", 0),
        ("REQUEST", 0),
        ("REQUEST", 1),
        ("REQUEST", 1),
        ("CANCEL", 2),
    ]
    assert list(agenda.filter(aan=docent).values_list(*velden)) == [
        ("REQUEST", 0),
        ("REQUEST", 1),
        ("REQUEST", 1),
        ("CANCEL", 2),
    ]
    for adres in (zelf, docent):
        assert agenda.filter(aan=adres).values("uid").distinct().count() == 1


def test_one_life_says_what_is_sure_and_what_was_answered(wereld):
    mails, zelf, _ = leef_een_leven(wereld)
    gelezen = []
    for eml in mails:
        bericht = message_from_bytes(eml, policy=policy.default)
        delen = [deel for deel in bericht.walk() if deel.get_content_type() == "text/calendar"]
        if delen and zelf in str(bericht["To"]):
            event = read_event(delen[0].get_payload(decode=True))
            gelezen.append((event["status"], event["partstat"]))
    assert gelezen == [
        ("TENTATIVE", "NEEDS-ACTION"),
        ("CONFIRMED", "ACCEPTED"),
        ("TENTATIVE", "NEEDS-ACTION"),
        ("CONFIRMED", "ACCEPTED"),
        ("CANCELLED", "ACCEPTED"),
    ]


def test_one_life_is_read_by_ical_js(wereld, tmp_path):
    leef_een_leven(wereld)
    berichten = list(Bericht.objects.exclude(uid="").order_by("pk"))
    paden = [tmp_path / f"{bericht.pk}.ics" for bericht in berichten]
    for pad, bericht in zip(paden, berichten, strict=True):
        pad.write_bytes(bytes(bericht.ics))
    oud = ("2027-02-02T08:00:00.000Z", "2027-02-02T09:00:00.000Z")
    nieuw = ("2027-03-09T08:00:00.000Z", "2027-03-09T09:00:00.000Z")
    assert [tuple(event.values()) for event in read_with_ical_js(paden)] == [
        (bericht.uid, bericht.methode, *(nieuw if bericht.sequence else oud), bericht.sequence)
        for bericht in berichten
    ]
