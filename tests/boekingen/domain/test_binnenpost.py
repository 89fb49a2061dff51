"""Taking a mail apart, whatever is in it."""

import time
from datetime import UTC, datetime

import pytest

from boekingen.domain.binnenpost import (
    MAX_BYTES,
    PostGeweigerd,
    PostTeGroot,
    lees_kop,
    lees_post,
)
from tests.boekingen.antwoordmail import Vraag, base64deel, crlf, delen, kaal, mail, tekstdeel

VRAAG = Vraag()
KOP = "From: Noor <noor@school.example>\nSubject: Vraag\nTo: a@b.example\n"


def brief(koppen: str = KOP, lijf: str = "Dag!") -> bytes:
    return crlf(f"{koppen}\n{lijf}\n")


def test_a_plain_mail_is_read():
    post = lees_post(
        brief(
            "From: =?utf-8?q?Ren=C3=A9e?= <Renee@School.example>\n"
            "Subject: =?utf-8?b?w4nDqW4gdnJhYWc=?=\nDate: Mon, 11 Jan 2027 10:00:00 +0100\n"
            "In-Reply-To: <twee@x.example>\nReferences: <een@x.example>\n <twee@x.example>\n",
            "Kan het ook\n\n\n\nom   tien uur?\x07",
        )
    )
    assert (post.van, post.van_naam, post.onderwerp) == (
        "renee@school.example",
        "Renée",
        "Één vraag",
    )
    assert post.datum == datetime(2027, 1, 11, 9, tzinfo=UTC)
    assert post.verwijst_naar == ("<twee@x.example>", "<een@x.example>")
    assert post.tekst == "Kan het ook\n\nom tien uur?"
    assert (post.agenda, post.is_automatisch, post.terugmelding) == (None, False, None)


@pytest.mark.parametrize(
    ("koppen", "van"),
    [
        ("From: robin@x.example\n", "robin@x.example"),
        ("From: <robin@x.example>\n", "robin@x.example"),
        ('From: "baas@y.example" <robin@x.example>\n', "robin@x.example"),
        ('From: "Vries, Robin \\" de" <robin@x.example> (werk)\n', "robin@x.example"),
        ("From: Vries, Robin <robin@x.example>\n", "robin@x.example"),
        ("From: a@x.example, b@y.example\n", ""),
        ("From: a@x.example <b@y.example>\n", ""),
        ("From: <a@x.example> <b@y.example>\n", ""),
        ("From: a@x.example\nFrom: b@y.example\n", ""),
        ("From: groep: a@x.example;\n", ""),
        ("From: a@x.example@y.example\n", ""),
        ("From:\n", ""),
        ("", ""),
    ],
)
def test_sender_is_one_address_or_nobody(koppen, van):
    assert lees_post(brief(koppen + "Subject: x\n")).van == van


@pytest.mark.parametrize(
    ("kop", "automatisch"),
    [
        ("", False),
        ("Auto-Submitted: no\n", False),
        ("Auto-Submitted: auto-replied (vacation)\n", True),
        ("Auto-Submitted: auto-generated; x=y\n", True),
        ("Precedence: bulk\n", True),
        ("Precedence: first-class\n", False),
        ("X-Autoreply: yes\n", True),
        ("List-Id: <lijst.x.example>\n", True),
        ("Return-Path: <>\n", True),
        ("Return-Path: <noor@school.example>\n", False),
        ("Content-Type: multipart/report; report-type=disposition-notification\n", True),
    ],
)
def test_mail_that_no_person_wrote_is_known(kop, automatisch):
    assert lees_post(brief(KOP + kop)).is_automatisch is automatisch


def test_mailer_daemon_is_automatic_also_without_a_report():
    post = lees_post(brief("Return-Path: <>\nFrom: MAILER-DAEMON@x.example\n"))
    assert post.is_automatisch
    assert post.terugmelding.is_voorgoed


@pytest.mark.parametrize(
    ("actie", "status", "voorgoed"),
    [("failed", "5.1.1", True), ("delayed", "4.4.7", False), ("Failed", "niets", True)],
)
def test_report_of_a_mail_server_is_read(actie, status, voorgoed):
    verslag = (
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.x.example\n\n"
        f"Final-Recipient: rfc822; noor@x.example\nAction: {actie}\nStatus: {status}\n"
    )
    inhoud = delen(VRAAG, 'report; report-type="delivery-status"', tekstdeel(), verslag)
    terug = lees_post(inhoud).terugmelding
    assert terug.is_voorgoed is voorgoed
    assert terug.status == (status if status[0].isdigit() else "")


def test_first_answer_is_taken_and_another_calendar_message_is_none():
    ics = kaal(VRAAG)
    ander = kaal(VRAAG.met(methode="REQUEST"))
    gemengd = delen(
        VRAAG, "mixed", base64deel(ander, "text/calendar"), base64deel(ics, "text/calendar")
    )
    assert lees_post(gemengd).agenda == ics
    post = lees_post(mail(VRAAG.met(methode="REQUEST")))
    assert (post.agenda, post.is_andere_agenda) == (None, True)


@pytest.mark.parametrize(
    "soort",
    [
        "text/calendar",
        "text/calendar; charset=onzin-8",
        "TEXT/CALENDAR; METHOD=reply",
        "application/ics",
        'application/octet-stream; name="invite.ICS"',
        'text/plain; name="antwoord.ics"',
    ],
)
def test_answer_is_found_under_every_name(soort):
    assert lees_post(delen(VRAAG, "mixed", base64deel(kaal(VRAAG), soort))).agenda == kaal(VRAAG)


def test_answer_inside_a_passed_on_mail_is_not_taken():
    binnen = f"Content-Type: message/rfc822\n\n{mail(VRAAG).decode()}"
    post = lees_post(delen(VRAAG, "mixed", tekstdeel("Zie bijlage."), binnen))
    assert (post.agenda, post.tekst) == (None, "Zie bijlage.")


def test_html_is_read_without_what_nobody_sees():
    html = (
        "Content-Type: text/html\n\n<head><title>x</title><style>p{}</style></head>"
        "<p>Dag&nbsp;<b>team</b></p><script>alert(1)</script><p>Kan &lt;dinsdag&gt;?<br>Noor"
    )
    assert lees_post(delen(VRAAG, "alternative", html)).tekst == "Dag team\nKan <dinsdag>?\nNoor"


@pytest.mark.parametrize(
    ("charset", "octetten", "tekst"),
    [
        ("iso-8859-1", b"\xe9\xe9n", "één"),
        ("utf-8", b"\xe9\xe9n", "één"),
        ("", "één".encode(), "één"),
        ("onzin", "één".encode(), "één"),
        ("punycode", b"abc", "abc"),
        ("zlib_codec", b"abc", "abc"),
        ("utf-8", b"\x81\x81", "\x81\x81".strip("\x81")),
    ],
)
def test_wrong_and_missing_charsets_are_read(charset, octetten, tekst):
    soort = f"Content-Type: text/plain; charset={charset}\n" if charset else ""
    inhoud = crlf(f"{KOP}{soort}\n") + octetten
    assert lees_post(inhoud).tekst == tekst


KAPOT = {
    "leeg": b"",
    "alleen wit": b"\r\n \r\n",
    "tienduizend delen": delen(VRAAG, "mixed", *["\nx"] * 10_000),
    "honderdvijftig delen": delen(VRAAG, "mixed", *["\nx"] * 150),
    "delen in delen": crlf(
        "".join(f"Content-Type: multipart/mixed; boundary=g{n}\n\n--g{n}\n" for n in range(5000))
    ),
    "mails in mails": crlf(KOP + "Content-Type: message/rfc822\n\n" * 5000),
    "gevouwen soorten": crlf("Content-Type:\n multipart/mixed; boundary=g\n\n--g\n" * 500),
    "lege regels": b"\n" * (MAX_BYTES - 1),
    "kale returns": b"\r" * (MAX_BYTES - 1),
    "parameters": crlf(KOP + "Content-Type: text/plain" + ";" * 900_000 + "\n\nx"),
    "parameters tussen aanhalingstekens": crlf(
        KOP + 'Content-Disposition: inline; a="' + ";" * 900_000 + "\n\nx"
    ),
    "gevouwen parameters": crlf(KOP + "content-type: text/plain" + ";\n\ta=b" * 39_000 + "\n\nx"),
    "parameters na een kale return": (KOP + "X: y").encode()
    + b"\rContent-Type: multipart/mixed"
    + b";" * 900_000
    + b"\r\rx",
}


@pytest.mark.parametrize("naam", KAPOT)
def test_what_would_keep_the_parser_busy_is_refused_at_once(naam):
    begin = time.process_time()
    with pytest.raises(PostGeweigerd):
        lees_post(KAPOT[naam])
    assert time.process_time() - begin < 2


def test_a_long_file_name_in_many_pieces_is_no_reason_to_refuse():
    stukken = "".join(f";\n filename*{nummer}*=%D0%B0%D0%B1" for nummer in range(60))
    koppen = f"{KOP}Content-Type: text/plain\nContent-Disposition: attachment{stukken}\n"
    assert lees_post(brief(koppen)).van == "noor@school.example"


def test_over_a_megabyte_only_the_headers_are_read():
    groot = brief(lijf="x" * MAX_BYTES)
    with pytest.raises(PostTeGroot):
        lees_post(groot)
    kop = lees_kop(groot)
    assert (kop.van, kop.onderwerp, kop.tekst) == ("noor@school.example", "Vraag", "")


@pytest.mark.parametrize(
    "inhoud",
    [
        b"\x00" * 1000,
        b"\xff\xfe" * 1000,
        b": \r\n" * 1000,
        b"From: =?utf-8?b?!!!!?= <a@b.example>\r\nSubject: =?x?y?z?=\r\n\r\n",
        b"Content-Type: multipart/mixed\r\n\r\n--x\r\n",
        b'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n--\r\n',
        b"Content-Type: text/calendar\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%",
        b"Content-Type: text/plain; charset*=utf-8''%FF\r\n\r\nx",
        b"Date: 99 Foo 99999\r\nContent-Type: ;;;\r\n\r\nx",
        b"References: " + b"<" * 5000 + b"\r\n\r\nx",
        b"Content-Type: message/delivery-status\r\n\r\nx",
        (
            b"Content-Type: multipart/report; report-type=delivery-status; boundary=g\r\n\r\n"
            b"--g\r\nContent-Type: message/delivery-status\r\n\r\n--g--\r\n"
        ),
    ],
)
def test_what_is_hardly_a_mail_never_breaks(inhoud):
    try:
        post = lees_post(inhoud)
    except PostGeweigerd:
        return
    assert post.agenda is None
