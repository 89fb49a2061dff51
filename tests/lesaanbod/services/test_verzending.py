"""Sending what is due: order, claims, failures, and a mail server that dies (security.md, A16)."""

from datetime import timedelta
from email import message_from_bytes, policy

from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

import pytest

from lesaanbod.models import Bericht
from lesaanbod.models.berichten import BerichtStatus
from lesaanbod.services.berichten import verstuur_klaarstaande, zet_opnieuw_klaar
from lesaanbod.services.verzending import (
    GREEP,
    LEASE,
    POGINGEN,
    Loop,
    Verbinding,
    claim,
)
from tests.lesaanbod.brieven import AGENDA, NU, zet_voorbeeld_klaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorbeeldbrief")]

MINUTE = timedelta(minutes=1)


class Tellend(BaseEmailBackend):
    """Counts connections; refuses what its list of receivers names."""

    geopend = 0
    geweigerd: frozenset[str] = frozenset()
    verzonden: tuple[str, ...] = ()

    def open(self):
        type(self).geopend += 1
        return True

    def send_messages(self, email_messages):
        for message in email_messages:
            if self.geweigerd & set(message.to):
                raise RuntimeError(message.to)
            type(self).verzonden += tuple(message.to)
        return len(email_messages)


class Onwillig(BaseEmailBackend):
    """Takes nothing, and says nothing."""

    def send_messages(self, email_messages):
        return 0


@pytest.fixture
def tellend(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Tellend"
    Tellend.geopend, Tellend.geweigerd, Tellend.verzonden = 0, frozenset(), ()
    return Tellend


def pak(moment, hoogstens=GREEP):
    """Claim as a worker does at ``moment``."""
    return claim(nu=moment, tot=moment + LEASE, hoogstens=hoogstens)


def begin(bericht, moment) -> bool:
    """Begin a claimed mail, as a worker that dies before it is sent."""
    return Loop(moment, Verbinding()).begin(bericht)


def get_staat(bericht: Bericht) -> tuple[str, int]:
    bericht.refresh_from_db()
    return bericht.status, bericht.pogingen


def test_verstuur_sends_what_is_due_and_marks_it():
    bericht = zet_voorbeeld_klaar()

    assert verstuur_klaarstaande(nu=NU) == 1

    assert [message.to for message in mail.outbox] == [["Noa de Vries <noa@politie.example>"]]
    assert get_staat(bericht) == (BerichtStatus.VERZONDEN, 1)
    assert (bericht.verzonden_op, bericht.geclaimd_tot, bericht.fout) == (NU, None, "")


def test_verstuur_sends_nothing_twice():
    zet_voorbeeld_klaar()

    assert verstuur_klaarstaande(nu=NU) == 1
    assert verstuur_klaarstaande(nu=NU + timedelta(days=1)) == 0
    assert len(mail.outbox) == 1


def test_verstuur_waits_until_a_mail_is_due():
    bericht = zet_voorbeeld_klaar(nu=NU + MINUTE)

    assert verstuur_klaarstaande(nu=NU + MINUTE - timedelta(microseconds=1)) == 0
    assert get_staat(bericht) == (BerichtStatus.WACHTEND, 0)
    assert verstuur_klaarstaande(nu=NU + MINUTE) == 1


def test_verstuur_keeps_the_order_and_the_limit():
    for number in range(4):
        zet_voorbeeld_klaar(aan=f"a{number}@x.example", aan_naam="")

    assert verstuur_klaarstaande(nu=NU, hoogstens=3) == 3
    assert [message.to[0] for message in mail.outbox] == [
        "a0@x.example",
        "a1@x.example",
        "a2@x.example",
    ]
    assert verstuur_klaarstaande(nu=NU, hoogstens=3) == 1


def test_verstuur_uses_one_connection_for_a_run(tellend):
    for _ in range(3):
        zet_voorbeeld_klaar()

    assert verstuur_klaarstaande(nu=NU) == 3
    assert tellend.geopend == 1


def test_verstuur_opens_no_connection_when_nothing_is_due(tellend):
    zet_voorbeeld_klaar(nu=NU + MINUTE)

    assert verstuur_klaarstaande(nu=NU) == 0
    assert tellend.geopend == 0


def test_verstuur_goes_on_after_a_mail_that_cannot_be_sent(tellend):
    tellend.geweigerd = frozenset({"fout@x.example"})
    fout = zet_voorbeeld_klaar(aan="fout@x.example", aan_naam="")
    goed = zet_voorbeeld_klaar(aan="goed@x.example", aan_naam="")

    assert verstuur_klaarstaande(nu=NU) == 1
    assert get_staat(fout) == (BerichtStatus.WACHTEND, 1)
    assert get_staat(goed) == (BerichtStatus.VERZONDEN, 1)
    assert fout.fout == "De mail kon niet worden opgebouwd (RuntimeError)."


def test_verstuur_tries_again_when_the_backend_takes_nothing(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Onwillig"
    bericht = zet_voorbeeld_klaar()

    assert verstuur_klaarstaande(nu=NU) == 0
    assert get_staat(bericht) == (BerichtStatus.WACHTEND, 1)
    assert bericht.fout == "De mailserver nam de mail niet aan (NietAangenomen)."


def test_verstuur_backs_off_and_gives_up(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Onwillig"
    bericht, moment, pauzes = zet_voorbeeld_klaar(), NU, []

    while get_staat(bericht)[0] == BerichtStatus.WACHTEND:
        pauzes.append(bericht.volgende_poging - moment)
        moment = bericht.volgende_poging
        assert verstuur_klaarstaande(nu=moment - timedelta(microseconds=1)) == 0
        verstuur_klaarstaande(nu=moment)

    eerste, *pauzes = (pauze / MINUTE for pauze in pauzes)
    assert eerste == 0
    for pauze, doel in zip(pauzes, [1, 4, 16, 64, 256, 1024, 1440], strict=True):
        assert 0.75 * doel <= pauze < 1.25 * doel
    assert get_staat(bericht) == (BerichtStatus.MISLUKT, 8)
    assert verstuur_klaarstaande(nu=moment + timedelta(days=9)) == 0


def test_verstuur_sends_a_failed_mail_when_asked_again():
    bericht = zet_voorbeeld_klaar()
    Bericht.objects.update(status=BerichtStatus.MISLUKT, pogingen=8)

    assert verstuur_klaarstaande(nu=NU) == 0
    zet_opnieuw_klaar(bericht_id=bericht.pk, nu=NU, door=None)
    assert verstuur_klaarstaande(nu=NU) == 1
    assert mail.outbox[0].message()["Message-ID"] == bericht.message_id


def test_verstuur_refuses_to_run_inside_a_transaction():
    zet_voorbeeld_klaar()

    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        verstuur_klaarstaande(nu=NU)

    assert mail.outbox == []


class TestVolgordePerUid:
    """Mails of one UID leave in the order in which they were written."""

    @pytest.mark.parametrize(
        "changes",
        [
            {"status": BerichtStatus.MISLUKT},
            {"volgende_poging": NU + MINUTE},
            {"status": BerichtStatus.BEZIG, "geclaimd_tot": NU + MINUTE},
        ],
    )
    def test_later_mail_waits_for_an_earlier_one(self, changes):
        eerste = zet_voorbeeld_klaar(agenda=AGENDA)
        tweede = zet_voorbeeld_klaar(agenda=AGENDA)
        Bericht.objects.filter(pk=eerste.pk).update(**changes)

        assert verstuur_klaarstaande(nu=NU) == 0
        assert get_staat(tweede) == (BerichtStatus.WACHTEND, 0)

    def test_both_leave_in_one_run(self):
        ids = [zet_voorbeeld_klaar(agenda=AGENDA).message_id for _ in range(3)]

        assert verstuur_klaarstaande(nu=NU) == 3
        assert [message.message()["Message-ID"] for message in mail.outbox] == ids

    def test_mails_without_uid_do_not_wait(self):
        eerste = zet_voorbeeld_klaar()
        zet_voorbeeld_klaar()
        Bericht.objects.filter(pk=eerste.pk).update(status=BerichtStatus.MISLUKT)

        assert verstuur_klaarstaande(nu=NU) == 1

    def test_other_uid_does_not_wait(self):
        eerste = zet_voorbeeld_klaar(agenda=AGENDA)
        tweede = zet_voorbeeld_klaar(agenda=AGENDA)
        Bericht.objects.filter(pk=eerste.pk).update(status=BerichtStatus.MISLUKT)
        Bericht.objects.filter(pk=tweede.pk).update(uid="les-ander-d@lesaanbod.example")

        assert verstuur_klaarstaande(nu=NU) == 1


class TestClaim:
    """A claim is visible to others and ends."""

    def test_claimed_mail_is_not_taken_by_another(self):
        bericht = zet_voorbeeld_klaar()

        assert pak(NU) == [bericht]
        assert pak(NU) is None
        assert get_staat(bericht) == (BerichtStatus.BEZIG, 0)

    def test_mail_of_a_dead_worker_is_taken_over_when_its_lease_ends(self):
        bericht = zet_voorbeeld_klaar()
        begin(pak(NU)[0], NU)

        bericht.refresh_from_db()
        einde = bericht.geclaimd_tot
        assert LEASE <= einde - NU < LEASE + timedelta(seconds=5)
        assert verstuur_klaarstaande(nu=einde - timedelta(microseconds=1)) == 0
        assert verstuur_klaarstaande(nu=einde) == 1
        assert mail.outbox[0].message()["Message-ID"] == bericht.message_id
        assert get_staat(bericht) == (BerichtStatus.VERZONDEN, 2)

    def test_mail_that_kills_every_worker_is_given_up(self):
        bericht = zet_voorbeeld_klaar()
        moment = NU
        for _ in range(POGINGEN):
            assert begin(pak(moment)[0], moment)
            moment += 2 * LEASE

        assert verstuur_klaarstaande(nu=moment) == 0
        assert get_staat(bericht)[0] == BerichtStatus.MISLUKT
        assert bericht.fout == "De werker stopte steeds tijdens het versturen."
        assert mail.outbox == []

    def test_late_failure_does_not_touch_the_claim_of_another(self, settings):
        bericht = zet_voorbeeld_klaar()
        settings.EMAIL_BACKEND = f"{__name__}.Overgenomen"

        assert verstuur_klaarstaande(nu=NU) == 0
        assert get_staat(bericht) == (BerichtStatus.BEZIG, 2)
        assert bericht.geclaimd_tot >= NU + 3 * LEASE


class Overgenomen(BaseEmailBackend):
    """So slow that another worker takes the mail over; then it fails."""

    def send_messages(self, email_messages):
        begin(pak(NU + 2 * LEASE)[0], NU + 2 * LEASE)
        raise TimeoutError

    def test_handful_of_a_dead_worker_costs_only_the_begun_mail_an_attempt(self):
        berichten = [zet_voorbeeld_klaar() for _ in range(3)]
        begin(pak(NU)[0], NU)

        assert pak(NU) is None
        assert verstuur_klaarstaande(nu=NU + 2 * LEASE) == 3
        assert [get_staat(bericht)[1] for bericht in berichten] == [2, 1, 1]

    def test_handful_is_no_more_than_asked_for(self):
        for _ in range(3):
            zet_voorbeeld_klaar()
        assert [len(pak(NU, hoogstens=2)), len(pak(NU, hoogstens=2))] == [2, 1]

    def test_what_was_not_begun_is_given_back_when_the_server_goes(self, mailserver):
        berichten = [zet_voorbeeld_klaar() for _ in range(3)]
        mailserver.kwaal = "sterft_en_blijft_weg"

        assert verstuur_klaarstaande(nu=NU) == 0
        assert [get_staat(bericht) for bericht in berichten] == [
            (BerichtStatus.WACHTEND, 1),
            (BerichtStatus.WACHTEND, 0),
            (BerichtStatus.WACHTEND, 0),
        ]


class TestMailserver:
    """A real SMTP conversation, with a server that misbehaves."""

    def test_mail_arrives_byte_for_byte(self, mailserver):
        zet_voorbeeld_klaar(agenda=AGENDA)

        assert verstuur_klaarstaande(nu=NU) == 1
        (raw,) = mailserver.brieven
        calendar = list(message_from_bytes(raw, policy=policy.default).walk())[-2]
        assert calendar.get_payload(decode=True) == AGENDA.ics

    def test_no_server_costs_no_attempt(self, mailserver):
        bericht = zet_voorbeeld_klaar()
        mailserver.server_close()

        assert verstuur_klaarstaande(nu=NU) == 0
        assert get_staat(bericht) == (BerichtStatus.WACHTEND, 0)

    @pytest.mark.parametrize(
        ("kwaal", "aangekomen"), [("sterft_voor_data", 0), ("sterft_na_data", 1), ("vol", 1)]
    )
    def test_mail_leaves_again_as_the_same_message(self, mailserver, kwaal, aangekomen):
        bericht = zet_voorbeeld_klaar(agenda=AGENDA)
        mailserver.kwaal = kwaal

        assert verstuur_klaarstaande(nu=NU) == 0
        assert get_staat(bericht) == (BerichtStatus.WACHTEND, 1)
        assert len(mailserver.brieven) == aangekomen

        mailserver.kwaal = ""
        assert verstuur_klaarstaande(nu=bericht.volgende_poging) == 1
        brieven = [message_from_bytes(raw, policy=policy.default) for raw in mailserver.brieven]
        assert len(brieven) == aangekomen + 1
        assert {brief["Message-ID"] for brief in brieven} == {bericht.message_id}
        assert {
            part.get_payload(decode=True)
            for brief in brieven
            for part in brief.walk()
            if part.get_content_type() == "text/calendar"
        } == {AGENDA.ics}

    def test_dead_connection_does_not_cost_the_next_mail_an_attempt(self, mailserver):
        eerste = zet_voorbeeld_klaar()
        tweede = zet_voorbeeld_klaar()
        mailserver.kwaal = "sterft_voor_data"
        verstuur_klaarstaande(nu=NU, hoogstens=1)
        mailserver.kwaal = ""

        assert verstuur_klaarstaande(nu=NU) == 1
        assert get_staat(eerste) == (BerichtStatus.WACHTEND, 1)
        assert get_staat(tweede) == (BerichtStatus.VERZONDEN, 1)

    def test_refused_address_is_not_tried_again(self, mailserver, caplog):
        bericht = zet_voorbeeld_klaar()
        mailserver.kwaal = "weigert_adres"

        assert verstuur_klaarstaande(nu=NU) == 0
        assert get_staat(bericht) == (BerichtStatus.MISLUKT, 1)
        assert bericht.fout == (
            "De mailserver weigert het adres van de ontvanger (SMTPRecipientsRefused 550)."
        )
        assert "politie.example" not in caplog.text

    def test_temporary_refusal_names_the_code_and_no_address(self, mailserver):
        bericht = zet_voorbeeld_klaar()
        mailserver.kwaal = "vol"

        verstuur_klaarstaande(nu=NU)

        bericht.refresh_from_db()
        assert bericht.fout == "De mailserver nam de mail niet aan (SMTPDataError 451)."
