"""Putting mails in the outbox."""

from dataclasses import replace
from datetime import timedelta

from django.core import mail
from django.db import transaction

from wagtail.models import Site

import pytest

from lesaanbod.emails.brieven import build_onderwerp
from lesaanbod.models import Bericht, ContactInstelling, Gebeurtenis
from lesaanbod.models.berichten import BerichtStatus
from lesaanbod.services.berichten import (
    AdresOngeldig,
    BerichtNietMislukt,
    BriefOngeldig,
    Feit,
    verstuur_klaarstaande,
    zet_opnieuw_klaar,
)
from lesaanbod.services.links import sign
from tests.factories.lesaanbod import GebruikerFactory
from tests.lesaanbod.brieven import (
    AGENDA,
    LINK,
    NU,
    SLEUTEL,
    build_context,
    zet_voorbeeld_klaar,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("voorbeeldbrief")]

TOKEN = sign(doel="uitnodiging", sleutel=SLEUTEL)


def read_parts(message) -> dict[str, str]:
    """Return the decoded text of each part by content type."""
    return {
        part.get_content_type(): part.get_payload(decode=True).decode()
        for part in message.message().walk()
        if not part.is_multipart()
    }


def test_zet_klaar_stores_the_whole_letter():
    bericht = zet_voorbeeld_klaar(agenda=AGENDA)

    bericht.refresh_from_db()
    assert bericht.onderwerp == "Bevestigd: Snel geld, dinsdag 9 maart, 9.00 uur"
    assert (bericht.brief, bericht.aan, bericht.aan_naam) == (
        "voorbeeld",
        "noa@politie.example",
        "Noa de Vries",
    )
    assert (bericht.onderwerp_soort, bericht.onderwerp_id) == ("boeking", "7")
    assert bytes(bericht.ics) == AGENDA.ics
    assert (bericht.methode, bericht.uid) == (AGENDA.methode, AGENDA.uid)
    assert (bericht.sequence, bericht.dtstamp) == (AGENDA.sequence, AGENDA.dtstamp)
    assert (bericht.status, bericht.pogingen) == (BerichtStatus.WACHTEND, 0)
    assert (bericht.aangemaakt_op, bericht.volgende_poging) == (NU, NU)


def test_zet_klaar_makes_a_text_that_reads_by_itself():
    bericht = zet_voorbeeld_klaar()

    assert bericht.tekst == (
        "Snel geld gaat door op dinsdag 9 maart, 9.00 uur\n"
        "\n"
        "Beste Noa de Vries,\n"
        "\n"
        "Er is iemand gevonden voor uw les. U hoeft niets te doen.\n"
        "\n"
        "Status: bevestigd\n"
        "Les: Snel geld, lange rekening (Kapot Sterk, les 3 van 5)\n"
        "Wanneer: dinsdag 9 maart 2027 (9.00 tot 10.00 uur)\n"
        "Waar: De Klimroos (Voorbeeldlaan 1, Utrecht)\n"
        "\n"
        "De agenda-uitnodiging zit bij deze mail. Verandert de les, dan verandert uw agenda mee.\n"
        "\n"
        "Bekijk het lesblad:\n"
        "[persoonlijke link sleutel-]\n"
        "\n"
        "Met vriendelijke groet,\n"
        "team Kapot Sterk & lesaanbod\n"
        "\n"
        "--------------------------------------------------\n"
        "Vragen? Bel 14 030, maandag tot en met vrijdag van 8.30 tot 17.30 uur. "
        "Of antwoord op deze mail.\n"
        "\n"
        "U krijgt deze mail omdat u contactpersoon bent van De Klimroos.\n"
    )


def test_zet_klaar_shows_the_contact_that_editors_set():
    contact = ContactInstelling.for_site(Site.objects.get(is_default_site=True))
    contact.telefoon = "030 123 45 67"
    contact.save()

    bericht = zet_voorbeeld_klaar()

    assert "Bel 030 123 45 67," in bericht.tekst
    assert '<a href="tel:0301234567">030 123 45 67</a>' in bericht.html


def test_zet_klaar_works_on_a_site_without_a_default_site():
    Site.objects.all().delete()

    assert "Bel 14 030," in zet_voorbeeld_klaar().tekst


def test_zet_klaar_escapes_values_in_the_html_only():
    school = "<b>De Klimroos</b> & 't Veld"
    feiten = [Feit("Waar", "<i>hier</i>", "<u>dáár</u>")]

    bericht = zet_voorbeeld_klaar(context=build_context(school=school, feiten=feiten))

    assert school in bericht.tekst
    assert "Waar: <i>hier</i> (<u>dáár</u>)" in bericht.tekst
    assert "&lt;b&gt;De Klimroos&lt;/b&gt; &amp; &#x27;t Veld" in bericht.html
    assert "&lt;i&gt;hier&lt;/i&gt;" in bericht.html
    assert "<b>De" not in bericht.html
    assert "<u>d" not in bericht.html


def test_zet_klaar_keeps_the_ampersand_of_a_subject_readable():
    bericht = zet_voorbeeld_klaar(context=build_context(les="Ja & nee"))

    assert bericht.onderwerp == "Bevestigd: Ja & nee, dinsdag 9 maart, 9.00 uur"
    assert "<title>Bevestigd: Ja &amp; nee, dinsdag" in bericht.html


TEKENS = ["\n", "\r\n", "\r", "\x00", "\x1b", "\u2028", "\x85"]


@pytest.mark.parametrize("teken", TEKENS)
def test_zet_klaar_makes_one_line_of_the_subject_whatever_stands_in_a_title(teken):
    bericht = zet_voorbeeld_klaar(context=build_context(les=f"Les{teken}Bcc: x@y.example"))

    assert bericht.onderwerp == "Bevestigd: Les Bcc: x@y.example, dinsdag 9 maart, 9.00 uur"


@pytest.mark.parametrize("teken", TEKENS)
def test_a_subject_of_more_than_one_line_is_refused(teken):
    with pytest.raises(BriefOngeldig):
        build_onderwerp("voorbeeld", f"Les{teken}Bcc: x@y.example")


@pytest.mark.parametrize("teken", ["\x00", "\x1b", "\x9b", "\ufeff"])
def test_zet_klaar_leaves_signs_out_that_no_letter_may_hold(teken):
    bericht = zet_voorbeeld_klaar(context=build_context(school=f"De Klim{teken}roos"))

    assert teken not in bericht.tekst + bericht.html
    assert "De Klimroos" in bericht.tekst


def test_zet_klaar_cuts_a_long_subject():
    bericht = zet_voorbeeld_klaar(context=build_context(les="x" * 300))

    assert bericht.onderwerp == "Bevestigd: " + "x" * 188 + "…"


def test_zet_klaar_cleans_the_name_of_the_receiver():
    bericht = zet_voorbeeld_klaar(aan_naam="  Noa\r\nBcc: x@y.example\t de\x00Vries " + "é" * 200)

    assert bericht.aan_naam.startswith("Noa Bcc: x@y.example de Vries é")
    assert len(bericht.aan_naam) == 120


@pytest.mark.parametrize(
    "aan",
    [
        "",
        "noa",
        "noa@politie.example, x@y.example",
        "Noa <noa@politie.example>",
        "noa@politie.example\nBcc: x@y.example",
        "noa@politie.example\n",
    ],
)
def test_zet_klaar_refuses_what_is_not_one_address(aan):
    with pytest.raises(AdresOngeldig):
        zet_voorbeeld_klaar(aan=aan)

    assert not Bericht.objects.exists()


def test_zet_klaar_refuses_an_invitation_of_another_method():
    with pytest.raises(BriefOngeldig):
        zet_voorbeeld_klaar(agenda=replace(AGENDA, methode="CANCEL"))


@pytest.mark.parametrize("pad", ["/uitnodiging/", "uitnodiging/{token}/", "/{token}/{token}/"])
def test_zet_klaar_refuses_a_link_without_a_place_for_the_token(pad):
    with pytest.raises(BriefOngeldig):
        zet_voorbeeld_klaar(link=replace(LINK, pad=pad))


def test_zet_klaar_refuses_a_letter_that_does_not_show_its_link(settings, tmp_path):
    (tmp_path / "emails").mkdir()
    (tmp_path / "emails/kaal-onderwerp.txt").write_text("Kaal")
    (tmp_path / "emails/kaal-tekst.txt").write_text("{{ link }}")
    (tmp_path / "emails/kaal-html.html").write_text("<p>Zonder link</p>")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]

    with pytest.raises(BriefOngeldig):
        zet_voorbeeld_klaar(brief="kaal")

    assert zet_voorbeeld_klaar(brief="kaal", link=None).html == "<p>Zonder link</p>\n"


def test_zet_klaar_gives_every_mail_its_own_message_id_in_our_domain(settings):
    settings.UID_DOMEIN = "lesaanbod.example"

    ids = {zet_voorbeeld_klaar().message_id for _ in range(3)}

    assert len(ids) == 3
    assert {message_id[-19:] for message_id in ids} == {"@lesaanbod.example>"}


def test_zet_klaar_goes_when_its_transaction_goes():
    with transaction.atomic():
        zet_voorbeeld_klaar()
        transaction.set_rollback(True)

    assert not Bericht.objects.exists()


def test_token_is_in_the_mail_and_nowhere_in_the_database(settings):
    bericht = zet_voorbeeld_klaar(agenda=AGENDA)

    verstuur_klaarstaande(nu=NU)

    parts = read_parts(mail.outbox[0])
    url = f"http://testserver/uitnodiging/{TOKEN}/"
    assert f"Bekijk het lesblad:\n{url}\n" in parts["text/plain"]
    assert f'<a href="{url}"' in parts["text/html"]
    assert "persoonlijke link" not in parts["text/plain"] + parts["text/html"]
    bericht.refresh_from_db()
    stored = Bericht.objects.filter(pk=bericht.pk).values().get()
    assert TOKEN.rpartition(".")[2] not in repr(stored)


def test_placeholder_typed_by_a_visitor_stays_as_it_is():
    verzonnen = "[persoonlijke link]"
    zet_voorbeeld_klaar(context=build_context(school=verzonnen))

    verstuur_klaarstaande(nu=NU)

    assert verzonnen in read_parts(mail.outbox[0])["text/plain"]


def test_zet_opnieuw_klaar_starts_afresh_and_is_logged():
    bericht = zet_voorbeeld_klaar()
    Bericht.objects.update(status=BerichtStatus.MISLUKT, pogingen=8, fout="Geweigerd.")
    door, later = GebruikerFactory(), NU + timedelta(days=1)

    zet_opnieuw_klaar(bericht_id=bericht.pk, nu=later, door=door)

    stored = Bericht.objects.get()
    assert (stored.status, stored.pogingen) == (BerichtStatus.WACHTEND, 0)
    assert (stored.volgende_poging, stored.message_id) == (later, bericht.message_id)
    gebeurtenis = Gebeurtenis.objects.get()
    assert (gebeurtenis.onderwerp_soort, gebeurtenis.onderwerp_id) == ("bericht", str(bericht.pk))
    assert (gebeurtenis.wat, gebeurtenis.door, gebeurtenis.op) == (
        "opnieuw klaargezet",
        door,
        later,
    )


@pytest.mark.parametrize(
    "status", [BerichtStatus.WACHTEND, BerichtStatus.BEZIG, BerichtStatus.VERZONDEN]
)
def test_zet_opnieuw_klaar_refuses_what_did_not_fail(status):
    bericht = zet_voorbeeld_klaar()
    Bericht.objects.update(status=status)

    with pytest.raises(BerichtNietMislukt):
        zet_opnieuw_klaar(bericht_id=bericht.pk, nu=NU, door=None)

    assert not Gebeurtenis.objects.exists()
