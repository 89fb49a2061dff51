"""The message on the wire, read back by Python's own parser and by the checker of icalendar.md."""

from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr

import pytest

from lesaanbod.emails import build_message
from lesaanbod.models import Bericht
from tests.itip import check_mail
from tests.itip_samples import CANCEL, REQUEST
from tests.lesaanbod.brieven import AFZENDER, NU

LINK = ("[persoonlijke link sleutel-]", "http://testserver/uitnodiging/abc/?a=1&b=2")
TEKST = """\
Kunt u een les geven?

Dinsdag 9 maart 2027, 9.00 tot 10.00 uur
De Klimroos, Voorbeeldlaan 1, Utrecht

[persoonlijke link sleutel-]
"""
HTML = """\
<p>Kunt u een les geven? Dinsdag 9 maart 2027, 9.00 tot 10.00 uur,
De Klimroos, Voorbeeldlaan 1, Utrecht.
<a href="[persoonlijke link sleutel-]">Geef antwoord</a></p>
"""


@pytest.fixture(autouse=True)
def sender(settings):
    settings.AFZENDER = AFZENDER
    settings.AFZENDER_NAAM = "Lessen, Utrecht"


def build_bericht(**changes) -> Bericht:
    values = {
        "aan": "noa@politie.example",
        "aan_naam": "Noa de Vries",
        "onderwerp": "Kunt u een les geven op dinsdag 9 maart?",
        "tekst": TEKST,
        "html": HTML,
        "message_id": "<abc@lesaanbod.example>",
        "aangemaakt_op": NU,
    }
    return Bericht(**values | changes)


def test_envelope_is_the_sender_without_an_address_for_what_comes_back(settings):
    settings.RETOURADRES = ""
    assert build_message(build_bericht(), LINK).from_email == AFZENDER


def test_envelope_has_an_address_of_its_own_that_no_header_shows(settings):
    settings.RETOURADRES = "retour@lesaanbod.example"
    message_id = "<AAAAAAAAAAAAAAAAAAAA_w@lesaanbod.example>"
    bericht = build_uitnodiging(message_id=message_id)
    retour = build_message(bericht, LINK).from_email
    assert retour == f"retour+{'0' * 30}ff@lesaanbod.example"
    assert b"retour" not in write(bericht)
    assert check_mail(write(bericht)) == []


def build_uitnodiging(**changes) -> Bericht:
    return build_bericht(**{"ics": REQUEST, "methode": "REQUEST"} | changes)


def write(bericht: Bericht) -> bytes:
    return build_message(bericht, LINK).message().as_bytes(linesep="\r\n")


def read(bericht: Bericht) -> EmailMessage:
    return message_from_bytes(write(bericht), policy=policy.default)


def decode_naam(raw: bytes) -> str:
    """Return the name of the receiver; the new parser of Python loses its way in long ones."""
    naam, _ = parseaddr(message_from_bytes(raw)["To"].replace("\r\n", ""))
    return str(make_header(decode_header(naam)))


def list_types(message: EmailMessage) -> list[str]:
    return [part.get_content_type() for part in message.walk()]


@pytest.mark.parametrize(("methode", "ics"), [("REQUEST", REQUEST), ("CANCEL", CANCEL)])
def test_build_message_satisfies_every_rule_of_an_invitation(methode, ics):
    assert check_mail(write(build_uitnodiging(methode=methode, ics=ics))) == []


def test_build_message_carries_the_exact_bytes_twice():
    message = read(build_uitnodiging(ics=memoryview(REQUEST)))

    assert list_types(message) == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    calendar, attachment = list(message.walk())[-2:]
    assert calendar.get_payload(decode=True) == REQUEST
    assert attachment.get_payload(decode=True) == REQUEST
    assert calendar["Content-Type"] == 'text/calendar; method="REQUEST"; charset="UTF-8"'
    assert calendar["Content-Transfer-Encoding"] == "base64"
    assert calendar["Content-Disposition"] is None
    assert attachment["Content-Disposition"] == 'attachment; filename="uitnodiging.ics"'


def test_build_message_without_invitation_is_a_plain_alternative():
    message = read(build_bericht())

    assert list_types(message) == ["multipart/alternative", "text/plain", "text/html"]
    assert message["Auto-Submitted"] == "auto-generated"


def test_build_message_with_invitation_is_not_marked_as_automatic():
    assert read(build_uitnodiging())["Auto-Submitted"] is None


def test_build_message_has_the_headers_of_its_row_and_no_others():
    message = read(build_uitnodiging())

    assert message["From"] == f'"Lessen, Utrecht" <{AFZENDER}>'
    assert message["To"] == "Noa de Vries <noa@politie.example>"
    assert message["Message-ID"] == "<abc@lesaanbod.example>"
    assert message["Date"] == "Mon, 11 Jan 2027 09:00:00 +0100"
    assert sorted(name.lower() for name in message) == [
        "content-type",
        "date",
        "from",
        "message-id",
        "mime-version",
        "subject",
        "to",
    ]


def test_build_message_is_the_same_message_at_a_second_try():
    first, second = write(build_uitnodiging()), write(build_uitnodiging())

    assert first == second


def test_build_message_has_boundaries_of_its_own_that_stand_in_no_part():
    grenzen = []
    for message_id in ("<abc@lesaanbod.example>", "<def@lesaanbod.example>"):
        message = read(build_uitnodiging(message_id=message_id, tekst="=_0_\n--=_0_\n" + TEKST))
        delen = list(message.walk())
        grenzen += [deel.get_boundary() for deel in delen if deel.is_multipart()]
        assert [deel.get_content_type() for deel in delen if not deel.is_multipart()] == [
            "text/plain",
            "text/html",
            "text/calendar",
            "application/ics",
        ]
    assert len(set(grenzen)) == len(grenzen) == 4


@pytest.mark.parametrize(
    "naam",
    [
        "Vries, Noa de",
        'Noa "de baas" de Vries',
        "Noa \\ de Vries",
        "Zoë Ångström-Ðừơng",
        "Zoë, de «eerste» <x@y.example>",
        "noa@politie.example",
        "é" * 120,
        "Zoë " * 30,
        "a, " * 40,
        "",
    ],
)
def test_build_message_names_one_receiver_whatever_the_name(naam):
    raw = write(build_bericht(aan_naam=naam))
    message = message_from_bytes(raw, policy=policy.default)

    assert [address.addr_spec for address in message["To"].addresses] == ["noa@politie.example"]
    assert decode_naam(raw).split() == naam.split()
    assert message["Bcc"] is None
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


@pytest.mark.parametrize("teken", ["\n", "\r\n", "\r"])
def test_build_message_refuses_a_line_break_in_a_header(teken):
    for changes in (
        {"aan_naam": f"Noa{teken}Bcc: x@y.example"},
        {"aan": f"noa@politie.example{teken}Bcc: x@y.example"},
        {"onderwerp": f"Les{teken}Bcc: x@y.example"},
    ):
        with pytest.raises(ValueError):  # noqa: PT011
            write(build_bericht(**changes))


@pytest.mark.parametrize(
    "onderwerp", ["Zoë komt – op dinsdag", "é" * 200, "x" * 200, "Les 3: «ja», zei zij. 💬"]
)
def test_build_message_keeps_the_subject(onderwerp):
    raw = write(build_bericht(onderwerp=onderwerp))

    subject = message_from_bytes(raw)["Subject"]
    assert str(make_header(decode_header(subject))).strip() == onderwerp


def test_build_message_is_seven_bit_with_bare_crlf_and_short_lines():
    tekst = "Zoë zegt «ja» – 💬\n.\nFrom nu af\n" + "lang " * 400 + "\n"

    raw = write(build_uitnodiging(tekst=tekst))

    assert raw.isascii()
    assert raw.count(b"\n") == raw.count(b"\r") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78
    plain = message_from_bytes(raw, policy=policy.default).get_body(("plain",))
    assert plain.get_content().replace("\r\n", "\n") == tekst


def test_build_message_puts_the_link_in_text_and_html():
    message = read(build_bericht())

    assert LINK[1] in message.get_body(("plain",)).get_content()
    assert (
        'href="http://testserver/uitnodiging/abc/?a=1&amp;b=2"'
        in message.get_body(("html",)).get_content()
    )


def test_build_message_without_a_link_leaves_the_texts_alone():
    bericht = build_bericht()

    message = build_message(bericht)

    assert message.body == TEKST
    assert message.alternatives[0].content == HTML
