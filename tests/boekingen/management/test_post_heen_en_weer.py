"""A lesson from question to replacement by mail alone: an SMTP sink, an IMAP server, the worker.

Once with an IMAP server of our own and once with Dovecot. Nobody opens a page. The diary programs
of the two people and of the docent are played here: they read what the sink received and answer to
the mailbox.
"""

from datetime import timedelta
from email import message_from_bytes, policy

from django.core.management import call_command

import pytest
import time_machine

from boekingen.models import Boeking, Inzet
from boekingen.services.rondes import zet_vraagwijze
from tests.boekingen.antwoordmail import PROGRAMMAS, Vraag
from tests.boekingen.dovecot import run_dovecot
from tests.boekingen.imapserver import run_imapserver
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import op, status
from tests.itip import check_mail, check_thread, read_event
from tests.lesaanbod.brieven import run_mailserver


class Wereldpost:
    """The mail servers of the world outside, and the diary programs behind them."""

    def __init__(self, smtp, imap, klok) -> None:
        self.smtp, self.imap, self.klok = smtp, imap, klok

    def werk(self) -> None:
        """Let ten minutes pass and the worker do what is due."""
        self.klok.shift(timedelta(minutes=10))
        call_command("werk", "--eenmalig")

    def reeks(self, adres: str) -> list[bytes]:
        """Return the invitations this address received, oldest first."""
        return [
            eml
            for eml in self.smtp.brieven
            if f"<{adres}>".encode() in eml and b"text/calendar" in eml
        ]

    def agenda(self, adres: str) -> dict:
        """Return what stands in the diary of this address: the last that came in."""
        bericht = message_from_bytes(self.reeks(adres)[-1], policy=policy.default)
        deel = next(d for d in bericht.walk() if d.get_content_type() == "text/calendar")
        return read_event(deel.get_payload(decode=True))

    def antwoord(self, adres: str, partstat: str, programma: str) -> None:
        """Press a button in the diary: the program mails its answer to the organiser."""
        event = self.agenda(adres)
        vraag = Vraag(
            uid=event["uid"],
            adres=adres,
            begin=event["begin"],
            sequence=f"SEQUENCE:{event['sequence']}",
            partstat=partstat,
            dtstamp=event["dtstamp"] + timedelta(minutes=5),
        )
        self.imap.bezorg(PROGRAMMAS[programma](vraag))


@pytest.fixture(params=[run_imapserver, run_dovecot], ids=["eigen", "dovecot"])
def post(request, settings, nu):
    """Servers on loopback, and the clock on the Monday of ``nu``."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with run_mailserver() as smtp, request.param() as imap, time_machine.travel(nu) as klok:
        settings.EMAIL_HOST, settings.EMAIL_PORT = smtp.server_address
        settings.IMAP_URL = imap.url
        yield Wereldpost(smtp, imap, klok)


def test_question_yes_move_no_and_replacement_without_a_page(wereld, post):
    les = wereld.les({"wijkagent": 1})
    zet_vraagwijze(les_id=les.pk, vanzelf=True, nu=wereld.nu, door=None)
    for naam in ("robin", "noor"):
        wereld.persoon("wijkagent", gebruiker__email=f"{naam}@politie.example")
    docent = wereld.contact.gebruiker.email
    boeking = wereld.stel_voor(wereld.aanvraag(les).boekingen.get(), op(2, 2))

    post.werk()
    eerste = Inzet.objects.get().hoofdrolspeler.gebruiker.email
    tweede = ({"robin@politie.example", "noor@politie.example"} - {eerste}).pop()
    assert (post.agenda(eerste)["status"], post.agenda(eerste)["partstat"]) == (
        "TENTATIVE",
        "NEEDS-ACTION",
    )

    post.antwoord(eerste, "ACCEPTED", "exchange")
    post.werk()
    assert status(boeking) == "bevestigd"
    for adres in (eerste, docent):
        assert post.agenda(adres)["status"] == "CONFIRMED"

    wereld.verzet(Boeking.objects.get(), op(2, 9), nu=wereld.nu + timedelta(minutes=25))
    post.werk()
    verzet = post.agenda(eerste)
    assert (verzet["sequence"], verzet["partstat"]) == (1, "NEEDS-ACTION")

    post.antwoord(eerste, "DECLINED", "gmail")
    post.werk()
    post.werk()
    assert post.agenda(eerste)["status"] == "CANCELLED"
    assert post.agenda(tweede)["begin"] == op(2, 9)

    post.antwoord(tweede, "ACCEPTED", "apple")
    post.werk()
    assert status(boeking) == "bevestigd"
    assert post.agenda(tweede)["status"] == post.agenda(docent)["status"] == "CONFIRMED"
    for adres in (eerste, tweede, docent):
        assert [fout for eml in post.reeks(adres) for fout in check_mail(eml)] == []
        assert check_thread(post.reeks(adres)) == []
    assert list_schendingen() == []
