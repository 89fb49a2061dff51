"""Odd words in every stored field that reaches a header or a calendar value stay words (A10).

As many headers and properties as with ordinary words, and the words themselves read back by
parsers that did not write them.
"""

from email import message_from_bytes, policy
from email.header import decode_header, make_header

import pytest

from boekingen.domain.icalregels import clean_regel
from boekingen.models import Aanvraag, Boeking, Contactpersoon, Groep, School
from boekingen.services import boekingen
from lesaanbod.models import Gebruiker, Rol
from tests.boekingen.wereld import Wereld, op, verstuur
from tests.itip import check_mail
from tests.itip_ics import read_events

VELDEN = [
    *((Aanvraag, naam) for naam in ("les_titel", "lokaal", "dagcontact_naam")),
    *((Aanvraag, naam) for naam in ("dagcontact_telefoon", "opmerking")),
    *((Boeking, naam) for naam in ("titel", "plaats")),
    *((School, naam) for naam in ("naam", "straat", "huisnummer", "postcode", "plaats")),
    *((Contactpersoon, naam) for naam in ("naam", "telefoon", "functie")),
    *((model, "naam") for model in (Groep, Gebruiker, Rol)),
]
AANTAL = 6
KOPPEN = "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"
EVENT = (
    *("ATTENDEE", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "LOCATION", "ORGANIZER"),
    *("SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID"),
)
VORM = list(KOPPEN), list(EVENT)
"""What every mail has, and every event."""
TEKSTEN = {
    "regels": "a\r\nBcc: boef@example.org\r\nATTENDEE:mailto:b@example.org\n\rMETHOD:X\r\n\r\nx",
    "leestekens": "a;b,c:d\\n\\,\\;\"e\" 'f' «g» <h> & %0d%0a =?utf-8?q?i?= ^n^'",
    "emoji": "👮🏽‍♀️👨‍👩‍👧‍👦🇳🇱 é e\u0301 ﬁ Ω",
    "rechts": "\u202egnp.exe\u202c שלום עולם مرحبا\u200f",
    "onzichtbaar": "a\tb\x0bc\x1bd\x85e\u2028f\u2029g\ufeffh\u200bi\xa0j",
    "lang": "Zoë, de «eerste»; 👋🏽 " * 600,
    "lang_woord": "é" * 10_000,
}


def leef(wereld: Wereld, tekst: str, *, op_school: bool = True) -> list[bytes]:
    """Return the mails of a life in which ``tekst`` stands in every field, as far as it fits."""
    boeking, inzet = wereld.bevestigd()
    verstuur(wereld.nu)
    for model, naam in VELDEN:
        ruimte = model._meta.get_field(naam).max_length or 10_000
        model.objects.update(**{naam: tekst[:ruimte]})
    Boeking.objects.update(op_school=op_school)
    wereld.verzet(boeking, op(3, 9))
    wereld.ja(inzet)
    boekingen.annuleer_boeking(boeking_id=boeking.pk, reden=tekst[:300], nu=wereld.nu, door=None)
    return verstuur(wereld.nu)


def lees_vorm(eml: bytes) -> tuple[list[str], list[str]]:
    """Return the names of the headers of the mail, and of the properties of its event."""
    koppen = list(message_from_bytes(eml))
    return sorted(koppen), sorted(regel.name for event in list_events(eml) for regel in event.props)


def lees_onderwerp(eml: bytes) -> str:
    """Return the subject without signs that nobody sees."""
    onderwerp = str(make_header(decode_header(message_from_bytes(eml)["Subject"])))
    return onderwerp.replace("\ufeff", "")


def list_ics(mails: list[bytes]) -> list[bytes]:
    delen = [deel for eml in mails for deel in message_from_bytes(eml).walk()]
    soort = "text/calendar"
    return [deel.get_payload(decode=True) for deel in delen if deel.get_content_type() == soort]


def list_events(eml: bytes):
    return [event for ics in list_ics([eml]) for event in read_events(ics)]


def test_ordinary_words_have_this_form(wereld):
    assert {str(lees_vorm(eml)) for eml in leef(wereld, "gewoon")} == {str(VORM)}


@pytest.mark.parametrize(
    ("soort", "op_school"),
    [*((soort, True) for soort in TEKSTEN), ("regels", False), ("lang_woord", False)],
)
def test_odd_words_change_no_line_of_a_mail_or_an_invitation(wereld, lezers, soort, op_school):
    mails = leef(wereld, TEKSTEN[soort], op_school=op_school)
    assert [lees_vorm(eml) for eml in mails] == [VORM] * AANTAL
    assert lezers.list_klachten(list_ics(mails)) == []
    assert {regel for eml in mails for regel in check_mail(eml)} <= {"R31"}  # <h> is typed
    assert max(len(regel) for eml in mails for regel in eml.splitlines()) <= 998
    titel = clean_regel(TEKSTEN[soort][:255])
    for eml in mails:
        bericht = message_from_bytes(eml, policy=policy.default)
        (event,) = list_events(eml)
        assert event.get("SUMMARY")[0].text.startswith(titel)
        assert len(bericht["To"].addresses) == 1
        if not (onderwerp := lees_onderwerp(eml)).startswith("Verzet: kunt u ook"):
            assert "".join(titel[:60].split()) in "".join(onderwerp.split())
