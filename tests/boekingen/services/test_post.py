"""Mail that comes in: kept once, never answered, let go of in time."""

import io
import sys
from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.db import connection

import pytest

from boekingen.domain.antwoordbesluit import Gevolg
from boekingen.models import Inzet, Poststuk
from boekingen.services import post as dienst
from boekingen.services.post import (
    bevestig_antwoord,
    bewaar_post,
    handel_af,
    ruim_post_op,
    verwerk_antwoord,
    verwerk_post,
)
from lesaanbod.domain.retouradres import build_retouradres
from lesaanbod.models import Bericht, Gebeurtenis
from lesaanbod.services.berichten import BerichtNietMislukt, zet_opnieuw_klaar
from tests.boekingen.antwoordmail import Vraag, crlf, delen, mail, tekstdeel
from tests.boekingen.bureau import list_dingen
from tests.boekingen.vijandige_post import list_gevallen
from tests.boekingen.wereld import laatste_brief, verstuur
from tests.inloggen import make_medewerker

BRIEF = crlf("From: Noor <noor@school.example>\nSubject: Vraag\n\nMag het ook om tien uur?\n")


@pytest.fixture
def inzet(wereld) -> Inzet:
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    return inzet


def lees_stand() -> list[tuple]:
    """Return everything that an answer could change."""
    return [
        *Inzet.objects.values_list("pk", "status", "herinner_op"),
        *Inzet.objects.values_list("plek__boeking__status", "plek__boeking__begin"),
        *Inzet.objects.values_list("uitnodigingen__sequence", "uitnodigingen__dtstamp"),
    ]


def test_hostile_mail_changes_nothing_and_is_never_answered(wereld, inzet, caplog):
    caplog.set_level("INFO")
    uitnodiging = inzet.uitnodigingen.get()
    goed = Vraag(
        uid=uitnodiging.uid,
        adres=uitnodiging.adres,
        begin=uitnodiging.begin,
        dtstamp=wereld.nu + timedelta(minutes=1),
    )
    gevallen = list(list_gevallen(goed))
    stand, vorige = lees_stand(), laatste_brief()
    assert len(gevallen) == 54
    gekregen = {
        naam: verwerk_antwoord(inhoud=inhoud, nu=wereld.nu + timedelta(minutes=2))
        for naam, inhoud, _ in gevallen
    }
    assert gekregen == {naam: gevolg for naam, _, gevolg in gevallen}
    assert lees_stand() == stand
    assert laatste_brief() == vorige
    assert Poststuk.objects.filter(inhoud__isnull=False).count() == 0
    assert len([r for r in caplog.records if "Poststuk" in r.getMessage()]) == len(gevallen)
    assert "@" not in caplog.text.replace("[adres]", "")
    # The one that is right still counts after all of them.
    assert verwerk_antwoord(inhoud=mail(goed), nu=wereld.nu + timedelta(minutes=3)) is Gevolg.JA
    # And once more, by another way, not a second time.
    stand, vorige = lees_stand(), laatste_brief()
    herhaling = mail(goed.met(koppen="Received: from elders.example\n"))
    later = wereld.nu + timedelta(hours=1)
    assert verwerk_antwoord(inhoud=herhaling, nu=later) is Gevolg.AL_VERWERKT
    assert (lees_stand(), laatste_brief()) == (stand, vorige)


class TestMens:
    """What a person wrote is for a person."""

    def test_it_is_on_the_list_with_its_words(self, wereld):
        assert verwerk_antwoord(inhoud=BRIEF, nu=wereld.nu) is Gevolg.MENS
        stuk = Poststuk.objects.get()
        assert (stuk.van, stuk.van_naam, stuk.onderwerp, stuk.tekst) == (
            "noor@school.example",
            "Noor",
            "Vraag",
            "Mag het ook om tien uur?",
        )
        (ding,) = list_dingen(wie=make_medewerker("coördinator"), nu=wereld.nu)
        assert (ding.kop, ding.nummer) == ("Noor schrijft: Vraag", stuk.pk)

    def test_a_mail_of_ours_that_it_answers_tells_the_lesson(self, wereld, inzet):
        ander = wereld.boeking()
        message_id = Bericht.objects.get(brief="inzet_gevraagd").message_id
        verwerk_antwoord(
            inhoud=BRIEF.replace(b"Subject", f"In-Reply-To: {message_id}\r\nSubject".encode()),
            nu=wereld.nu,
        )
        stuk = Poststuk.objects.get()
        assert (stuk.boeking_id, stuk.boeking == ander) == (inzet.plek.boeking_id, False)

    def test_a_reference_tells_the_lesson(self, wereld, inzet):
        kenmerk = inzet.plek.boeking.aanvraag.kenmerk
        verwerk_antwoord(inhoud=BRIEF + f"Over {kenmerk}.".encode(), nu=wereld.nu)
        assert Poststuk.objects.get().boeking_id == inzet.plek.boeking_id

    def test_dealt_with_it_leaves_the_list_and_later_its_words(self, wereld):
        verwerk_antwoord(inhoud=BRIEF, nu=wereld.nu)
        coordinator = make_medewerker("coördinator")
        for _ in range(2):
            stuk = handel_af(poststuk_id=Poststuk.objects.get().pk, nu=wereld.nu, door=coordinator)
        assert list_dingen(wie=coordinator, nu=wereld.nu) == []
        assert Gebeurtenis.objects.filter(onderwerp_soort="poststuk").count() == 1
        assert ruim_post_op(wereld.nu + timedelta(days=90)) == 0
        assert ruim_post_op(wereld.nu + timedelta(days=91)) == 1
        stuk.refresh_from_db()
        assert (stuk.van, stuk.van_naam, stuk.onderwerp, stuk.tekst) == ("", "", "", "")
        assert verwerk_antwoord(inhoud=BRIEF, nu=wereld.nu) is Gevolg.AL_VERWERKT

    def test_what_is_not_dealt_with_keeps_its_words(self, wereld):
        verwerk_antwoord(inhoud=BRIEF, nu=wereld.nu)
        assert ruim_post_op(wereld.nu + timedelta(days=900)) == 0


def test_answer_that_nobody_confirmed_goes_when_the_lesson_begins(wereld, inzet):
    uitnodiging = inzet.uitnodigingen.get()
    vraag = Vraag(
        uid=uitnodiging.uid, adres=uitnodiging.adres, dtstamp=wereld.nu, uitslag="",
        begin=uitnodiging.begin,
    )  # fmt: skip
    verwerk_antwoord(inhoud=mail(vraag), nu=wereld.nu)
    assert Poststuk.objects.filter(agenda__isnull=False).count() == 1
    assert ruim_post_op(inzet.begin) == 1
    assert Poststuk.objects.filter(agenda__isnull=False).count() == 0


class TestTeruggekomen:
    """Our own mail, back from the server of the receiver."""

    @staticmethod
    def bounce(message_id: str, actie: str = "failed", status: str = "5.1.1") -> bytes:
        verslag = (
            "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.x.example\n\n"
            f"Action: {actie}\nStatus: {status}\nFinal-Recipient: rfc822; iemand@anders.example\n"
        )
        origineel = f"Content-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\n"
        return delen(
            Vraag(van="mailer-daemon@x.example"),
            'report; report-type="delivery-status"',
            tekstdeel("Niet bezorgd."),
            verslag,
            origineel,
        )

    def test_address_is_marked_and_the_desk_can_send_again(self, wereld, inzet):
        verstuur(wereld.nu)
        bericht = Bericht.objects.get(brief="inzet_gevraagd")
        inhoud = self.bounce(bericht.message_id)
        assert verwerk_antwoord(inhoud=inhoud, nu=wereld.nu) is Gevolg.TERUGGEKOMEN
        bericht.refresh_from_db()
        gebruiker = inzet.hoofdrolspeler.gebruiker
        gebruiker.refresh_from_db()
        assert bericht.fout == "De mailserver van de ontvanger stuurde de mail terug (5.1.1)."
        assert gebruiker.mail_teruggekomen_op == wereld.nu
        coordinator = make_medewerker("coördinator")
        (ding,) = [
            ding
            for ding in list_dingen(wie=coordinator, nu=wereld.nu)
            if ding.status == "mail_niet_bezorgd"
        ]
        nieuw = zet_opnieuw_klaar(bericht_id=ding.nummer, nu=wereld.nu, door=coordinator)
        assert bytes(nieuw.ics) == bytes(bericht.ics)
        assert nieuw.message_id != bericht.message_id
        assert len(verstuur(wereld.nu)) == 1
        with pytest.raises(BerichtNietMislukt):
            zet_opnieuw_klaar(bericht_id=bericht.pk, nu=wereld.nu, door=coordinator)

    @pytest.mark.parametrize("kop", ["To", "Delivered-To", "X-Original-To"])
    def test_envelope_address_tells_which_mail_it_was(self, wereld, inzet, settings, kop):
        settings.RETOURADRES = "retour@kapotsterk.example"
        bericht = Bericht.objects.get(brief="inzet_gevraagd")
        adres = build_retouradres(settings.RETOURADRES, bericht.message_id)
        inhoud = crlf(
            f"Return-Path: <>\nFrom: MAILER-DAEMON@x.example\n{kop}: <{adres}>\n\nOnbekend adres."
        )
        assert verwerk_antwoord(inhoud=inhoud, nu=wereld.nu) is Gevolg.TERUGGEKOMEN
        bericht.refresh_from_db()
        assert bericht.teruggekomen_op == wereld.nu

    def test_holiday_answer_to_the_envelope_address_marks_nobody(self, wereld, inzet, settings):
        settings.RETOURADRES = "retour@kapotsterk.example"
        bericht = Bericht.objects.get(brief="inzet_gevraagd")
        adres = build_retouradres(settings.RETOURADRES, bericht.message_id)
        kop = f"Return-Path: <>\nFrom: {bericht.aan}\nTo: <{adres}>\nAuto-Submitted: auto-replied"
        inhoud = crlf(f"{kop}\n\nIk ben er niet.")
        assert verwerk_antwoord(inhoud=inhoud, nu=wereld.nu) is Gevolg.AUTOMATISCH
        assert Bericht.objects.filter(teruggekomen_op__isnull=False).count() == 0

    def test_delay_says_nothing(self, wereld, inzet):
        verstuur(wereld.nu)
        message_id = Bericht.objects.get(brief="inzet_gevraagd").message_id
        inhoud = self.bounce(message_id, "delayed", "4.4.7")
        assert verwerk_antwoord(inhoud=inhoud, nu=wereld.nu) is Gevolg.AUTOMATISCH
        assert Bericht.objects.filter(teruggekomen_op__isnull=False).count() == 0

    def test_message_id_that_is_not_ours_marks_nobody(self, wereld, inzet):
        vreemd = f"<{'A' * 22}@{settings.UID_DOMEIN}>"
        assert verwerk_antwoord(inhoud=self.bounce(vreemd), nu=wereld.nu) is Gevolg.AUTOMATISCH
        assert Bericht.objects.filter(teruggekomen_op__isnull=False).count() == 0


def test_worker_takes_what_waits_and_goes_on_after_one_that_breaks(wereld, monkeypatch, caplog):
    stuk = bewaar_post(inhoud=BRIEF, nu=wereld.nu)
    bewaar_post(inhoud=BRIEF + b"x", nu=wereld.nu)
    echt = dienst.behandel

    def breek(poststuk, *args, **kwargs):
        if poststuk.pk == stuk.pk:
            raise RuntimeError("noor@school.example")
        return echt(poststuk, *args, **kwargs)

    monkeypatch.setattr(dienst, "behandel", breek)
    assert [verwerk_post(wereld.nu) for _ in range(4)] == [2, 1, 1, 0]
    stuk.refresh_from_db()
    assert (stuk.gevolg, stuk.uitleg) == ("voor het bureau", dienst.ONLEESBAAR)
    assert "RuntimeError" in caplog.text
    assert "school.example" not in caplog.text


def test_an_answer_is_read_before_the_transaction_opens(wereld, inzet, monkeypatch):
    echt, buiten, diepten = dienst.lees_antwoord, len(connection.savepoint_ids), []

    def kijk(ics):
        diepten.append(len(connection.savepoint_ids))
        return echt(ics)

    monkeypatch.setattr(dienst, "lees_antwoord", kijk)
    uitnodiging = inzet.uitnodigingen.get()
    vraag = Vraag(
        uid=uitnodiging.uid,
        adres=uitnodiging.adres,
        begin=uitnodiging.begin,
        dtstamp=wereld.nu + timedelta(minutes=1),
        uitslag="",
    )
    assert verwerk_antwoord(inhoud=mail(vraag), nu=wereld.nu) is Gevolg.BEVESTIGING_GEVRAAGD
    bevestig_antwoord(poststuk_id=Poststuk.objects.get().pk, nu=wereld.nu)
    assert diepten == [buiten, buiten]


def test_command_reads_standard_input_and_says_what_came_of_it(db, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BRIEF)))
    uit = io.StringIO()
    call_command("verwerk_antwoord", stdout=uit)
    assert uit.getvalue() == "brief van een mens\n"
