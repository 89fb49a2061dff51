"""What counts as taken, lengths, and files as broken programs write them."""

import codecs

from tests.hoofdrolspelers.agendas import UUR, event, geval, join_regels, kalender

ACHT = "DTSTART:20260105T080000Z"
NEGEN_UUR = "DTEND:20260105T090000Z"
EEN, TWEE = "0105 0800-0900", "0106 0800-0900"
GEWOON = event(ACHT, UUR)
ANDER = event("DTSTART:20260106T080000Z", UUR, uid="b")
VRIJBEZET = join_regels(
    [
        "BEGIN:VFREEBUSY",
        "FREEBUSY;FBTYPE=BUSY:20260105T080000Z/PT1H,20260106T080000Z/20260106T090000Z",
        "FREEBUSY;FBTYPE=FREE:20260107T080000Z/PT1H",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260108T080000Z/PT1H",
        "FREEBUSY:kapot/PT1H",
        "END:VFREEBUSY",
    ]
)
NEE = "ATTENDEE;CN=Ik;PARTSTAT=DECLINED:mailto:ik@werk.example"
JA = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ander@werk.example"
ALARM = "BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nDURATION:PT9H\r\nEND:VALARM"

GEVALLEN = [
    # --- what counts
    geval("doorzichtig", event(ACHT, UUR, "TRANSP:TRANSPARENT"), meldt=["«vrij»"]),
    geval("ondoorzichtig", event(ACHT, UUR, "TRANSP:OPAQUE"), EEN),
    geval("afgezegd", event(ACHT, UUR, "STATUS:CANCELLED")),
    geval("onder_voorbehoud", event(ACHT, UUR, "STATUS:TENTATIVE"), EEN),
    geval(
        "outlook_vrij",
        event(ACHT, UUR, "TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
        meldt=["«vrij»"],
    ),
    geval("outlook_weg", event(ACHT, UUR, "X-MICROSOFT-CDO-BUSYSTATUS:OOF"), EEN),
    geval("zonder_eind_is_niets", event(ACHT)),
    geval("zonder_lengte_is_niets", event(ACHT, "DTEND:20260105T080000Z")),
    geval("eind_wint_van_duur", event(ACHT, NEGEN_UUR, "DURATION:PT5H"), EEN),
    geval("duur_in_dagen_en_uren", event(ACHT, "DURATION:P1DT2H"), "0105 0800-0106 1000"),
    geval(
        "duur_in_weken", event("DTSTART;VALUE=DATE:20260105", "DURATION:P1W"), "0104 2300-0111 2300"
    ),
    geval("duur_van_een_alarm_telt_niet", event(ACHT, ALARM, UUR), EEN),
    geval(
        "eind_voor_begin",
        event("DTSTART:20260105T090000Z", "DTEND:20260105T080000Z"),
        EEN,
        meldt=["omgedraaid"],
    ),
    geval(
        "wie_nee_zei_in_eigen_agenda",
        ("X-WR-CALNAME:ik@werk.example", event(ACHT, UUR, NEE, JA)),
        meldt=["«vrij»"],
    ),
    geval("ander_zei_nee", event(ACHT, UUR, NEE, JA), EEN),
    geval(
        "iedereen_zei_nee",
        event(ACHT, UUR, "ORGANIZER:mailto:baas@werk.example", NEE),
        meldt=["«vrij»"],
    ),
    geval(
        "eigen_uitnodiging_komt_terug", (event(ACHT, UUR, uid="les-abc-s@ONS.example"), ANDER), TWEE
    ),
    geval(
        "zonder_uid",
        (event(ACHT, UUR, uid=""), event("DTSTART:20260106T080000Z", UUR, uid="")),
        EEN,
        TWEE,
    ),
    geval(
        "overlapt_en_raakt",
        (
            GEWOON,
            event("DTSTART:20260105T083000Z", UUR, uid="b"),
            event("DTSTART:20260105T093000Z", UUR, uid="c"),
        ),
        "0105 0800-1030",
    ),
    geval(
        "half_buiten_het_venster",
        event("DTSTART:20261231T220000Z", "DTEND:20270101T100000Z"),
        "1231 2200-1231 2300",
    ),
    geval("vrijbezet", VRIJBEZET, EEN, TWEE, "0108 0800-0900", meldt=["niet te lezen"]),
    geval(
        "taken_tellen_niet",
        ("BEGIN:VTODO\r\nUID:t\r\nDTSTART:20260107T080000Z\r\nDURATION:PT1H\r\nEND:VTODO", GEWOON),
        EEN,
    ),
    # --- broken files
    geval("twee_kalenders", kalender(GEWOON) + kalender(ANDER), EEN, TWEE),
    geval("leeg_maar_een_agenda", kalender()),
    geval("alleen_lf", kalender(GEWOON).replace(b"\r\n", b"\n"), EEN),
    geval("alleen_cr", kalender(GEWOON).replace(b"\r\n", b"\r"), EEN),
    geval("cr_cr_lf", kalender(GEWOON).replace(b"\r\n", b"\r\r\n"), EEN),
    geval("lege_regels_vooraan", b"\r\n \r\n" + kalender(GEWOON), EEN),
    geval("bom", codecs.BOM_UTF8 + kalender(GEWOON), EEN),
    geval("utf16_met_bom", kalender(GEWOON).decode().encode("utf-16"), EEN),
    geval("utf16_zonder_bom", kalender(GEWOON).decode().encode("utf-16-be"), EEN),
    geval(
        "latin1",
        kalender(event("SUMMARY:x", ACHT, UUR)).replace(b"SUMMARY:x", b"SUMMARY:caf\xe9"),
        EEN,
    ),
    geval(
        "gevouwen",
        kalender(GEWOON).replace(b"20260105T080000Z", b"2026\r\n 0105T08\r\n\t0000Z"),
        EEN,
    ),
    geval(
        "gevouwen_in_een_teken",
        kalender(event("SUMMARY:x", ACHT, UUR)).replace(b"SUMMARY:x", b"SUMMARY:\xc3\r\n \xa9"),
        EEN,
    ),
    geval("nullen", kalender(GEWOON).replace(b"UID", b"\0UID\0"), EEN),
    geval(
        "kleine_letters",
        kalender(GEWOON)
        .replace(b"BEGIN:VCALENDAR", b"begin:vCalendar")
        .replace(b"DTSTART", b"dtstart"),
        EEN,
    ),
    geval(
        "rommel_tussen_de_regels",
        kalender(GEWOON).replace(b"DTSTART", b"dit is geen regel\r\n:\r\n=;:\r\nDTSTART"),
        EEN,
    ),
    geval(
        "quote_die_open_blijft",
        (event('DTSTART;TZID="Europe/Amsterdam:20260105T090000', UUR), ANDER),
        EEN,
        TWEE,
    ),
    geval(
        "quote_open_in_een_gast",
        (event(ACHT, UUR, 'ATTENDEE;CN="Jan:mailto:jan@x.example'), ANDER),
        EEN,
        TWEE,
    ),
    geval(
        "begin_onleesbaar",
        (event("DTSTART:volgende week", UUR), ANDER),
        TWEE,
        meldt=["niet te lezen"],
    ),
    geval(
        "dag_bestaat_niet",
        (event("DTSTART:20260230T080000Z", UUR), ANDER),
        TWEE,
        meldt=["niet te lezen"],
    ),
    geval("zonder_begin", (event(UUR), ANDER), TWEE, meldt=["niet te lezen"]),
    geval(
        "duur_onleesbaar", (event(ACHT, "DURATION:een uur"), ANDER), TWEE, meldt=["niet te lezen"]
    ),
    geval(
        "jaar_een",
        (
            event("DTSTART:00010101T000000Z", "DTEND:00010101T010000Z", "RRULE:FREQ=DAILY;COUNT=2"),
            ANDER,
        ),
        TWEE,
    ),
    geval(
        "jaar_9999",
        (event("DTSTART:99991231T230000Z", "DURATION:P9D", "RRULE:FREQ=DAILY"), ANDER),
        TWEE,
        meldt=["niet te lezen"],
    ),
    geval("duur_van_eeuwen", (event(ACHT, "DURATION:P99999W"),), "0105 0800-1231 2300"),
    geval("iso_met_streepjes", event("DTSTART:2026-01-05T08:00:00Z", UUR), EEN),
    geval("24_uur", event("DTSTART:20260104T240000Z", UUR), "0105 0000-0100"),
    geval(
        "nooit_gesloten_afspraken",
        kalender(*["BEGIN:VEVENT"] * 3, GEWOON.removesuffix("END:VEVENT"), ANDER),
        EEN,
        TWEE,
    ),
    geval(
        "afgebroken",
        kalender(GEWOON, ANDER)[:-27],
        EEN,
        TWEE,
        meldt=["halverwege"],
    ),
    geval(
        "alles_vrij",
        (event(ACHT, UUR, "TRANSP:TRANSPARENT"), event(ACHT, UUR, "TRANSP:TRANSPARENT", uid="b")),
        meldt=["Alle afspraken"],
    ),
]

# What is no calendar at all, with words of the message.
GEEN_AGENDA = {
    "leeg": (b"", "leeg"),
    "alleen_wit": (b" \r\n\t\r\n", "leeg"),
    "inlogpagina": (b"<!DOCTYPE html><html><title>Log in</title></html>", "webpagina"),
    "inlogpagina_utf16": ("<html>".encode("utf-16"), "webpagina"),
    "json": (b'{"error": "login"}', "geen agendabestand"),
    "plaatje": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "geen agendabestand"),
    "zip": (b"PK\x03\x04" + bytes(500), "geen agendabestand"),
}
