"""Zones by all their names, whole days, clock changes."""

from tests.hoofdrolspelers.agendas import UUR, event, geval, join_regels


def op(zone: str) -> str:
    """Return an event of one hour at nine on 5 January in a zone."""
    return event(f"DTSTART;TZID={zone}:20260105T090000", UUR)


VTIMEZONE = join_regels(
    [
        "BEGIN:VTIMEZONE",
        "TZID:{naam}",
        "BEGIN:STANDARD",
        "DTSTART:16010101T030000",
        "TZOFFSETFROM:+0{zomer}00",
        "TZOFFSETTO:+0{winter}00",
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:16010101T020000",
        "TZOFFSETFROM:+0{winter}00",
        "TZOFFSETTO:+0{zomer}00",
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]
)
EIGEN = VTIMEZONE.format(naam="Customized Time Zone", winter=3, zomer=4)
KAPOT = join_regels(
    [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Amsterdam",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+5328",
        "TZOFFSETTO:+5328",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
)
NEGEN = "0105 0800-0900"

GEVALLEN = [
    geval("utc", event("DTSTART:20260105T090000Z", UUR), "0105 0900-1000"),
    geval("iana", op("Europe/Amsterdam"), NEGEN),
    geval("iana_kleine_letters", op("europe/amsterdam"), NEGEN),
    geval("iana_ver_weg", op("America/New_York"), "0105 1400-1500"),
    geval("pad_van_evolution", op("/freeassociation.sourceforge.net/Europe/Amsterdam"), NEGEN),
    geval("pad_van_mozilla", op("/mozilla.org/20070129_1/Europe/Amsterdam"), NEGEN),
    geval("pad_van_drie", op("/x/y/America/Argentina/Buenos_Aires"), "0105 1200-1300"),
    geval("windows", op("W. Europe Standard Time"), NEGEN),
    geval("windows_met_nummer", op("W. Europe Standard Time 1"), NEGEN),
    geval("windows_romance", op('"Romance Standard Time"'), NEGEN),
    geval("windows_pacific", op("Pacific Standard Time"), "0105 1700-1800"),
    geval(
        "windows_weergave_in_quotes",
        op('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"'),
        NEGEN,
    ),
    geval("windows_weergave_zonder_quotes", op("(UTC+01:00) Amsterdam, Berlin, Bern"), NEGEN),
    geval("windows_weergave_gmt", op('"(GMT+01.00) Brussels, Copenhagen, Madrid, Paris"'), NEGEN),
    geval("windows_weergave_vs", op('"(UTC-05:00) Eastern Time (US & Canada)"'), "0105 1400-1500"),
    geval("microsoft_utc", op("tzone://Microsoft/Utc"), "0105 0900-1000"),
    geval("nederlandse_outlook", op("West-Europa (standaardtijd)"), NEGEN),
    geval("afstand", op("GMT+0300"), "0105 0600-0700"),
    geval("eigen_vtimezone", (EIGEN, op("Customized Time Zone")), "0105 0600-0700"),
    geval(
        "eigen_vtimezone_zomer",
        (EIGEN, event("DTSTART;TZID=Customized Time Zone:20260706T090000", UUR)),
        "0706 0500-0600",
    ),
    geval(
        "iana_wint_van_eigen_vtimezone",
        (VTIMEZONE.format(naam="Europe/Amsterdam", winter=5, zomer=6), op("Europe/Amsterdam")),
        NEGEN,
    ),
    geval("kapotte_vtimezone", (KAPOT, op("Europe/Amsterdam")), NEGEN),
    geval(
        "meer_namen_in_een_vtimezone",
        (EIGEN.replace("TZID:C", "TZID:Eerste\r\nTZID:C"), op("Eerste")),
        "0105 0600-0700",
    ),
    geval(
        "plaats_in_vtimezone",
        (
            KAPOT.replace("TZID:Europe/Amsterdam", "TZID:Thuis\r\nX-LIC-LOCATION:Asia/Tokyo"),
            op("Thuis"),
        ),
        "0105 0000-0100",
    ),
    geval("onbekend", op("Mars/Olympus"), NEGEN, meldt=["tijdzone die wij niet kennen"]),
    geval(
        "onbekend_met_zone_van_de_agenda",
        ("X-WR-TIMEZONE:Asia/Tokyo", op("Mars/Olympus")),
        "0105 0000-0100",
        meldt=["die van de agenda"],
    ),
    geval("zwevend", event("DTSTART:20260105T090000", UUR), NEGEN),
    geval(
        "zwevend_met_zone_van_de_agenda",
        ("X-WR-TIMEZONE:Asia/Tokyo", event("DTSTART:20260105T090000", UUR)),
        "0105 0000-0100",
    ),
    geval(
        "z_wint_van_tzid", event("DTSTART;TZID=Asia/Tokyo:20260105T090000Z", UUR), "0105 0900-1000"
    ),
    geval(
        "eind_in_andere_zone",
        event(
            "DTSTART;TZID=Europe/Amsterdam:20260105T090000",
            "DTEND;TZID=Europe/London:20260105T090000",
        ),
        NEGEN,
    ),
    geval("hele_dag", event("DTSTART;VALUE=DATE:20260105"), "0104 2300-0105 2300"),
    geval(
        "hele_dagen_eind_telt_niet_mee",
        event("DTSTART;VALUE=DATE:20260105", "DTEND;VALUE=DATE:20260107"),
        "0104 2300-0106 2300",
    ),
    geval(
        "hele_dag_eind_gelijk_aan_begin",
        event("DTSTART;VALUE=DATE:20260105", "DTEND;VALUE=DATE:20260105"),
        "0104 2300-0105 2300",
    ),
    geval(
        "hele_dag_zonder_value", event("DTSTART:20260105", "DTEND:20260106"), "0104 2300-0105 2300"
    ),
    geval(
        "hele_dag_voorjaarswissel_duurt_23_uur",
        event("DTSTART;VALUE=DATE:20260329"),
        "0328 2300-0329 2200",
    ),
    geval(
        "hele_dag_najaarswissel_duurt_25_uur",
        event("DTSTART;VALUE=DATE:20261025"),
        "1024 2200-1025 2300",
    ),
    geval(
        "tijd_die_niet_bestaat",
        event("DTSTART;TZID=Europe/Amsterdam:20260329T023000", UUR),
        "0329 0130-0230",
    ),
    geval(
        "tijd_die_twee_keer_komt_is_de_eerste",
        event("DTSTART;TZID=Europe/Amsterdam:20261025T023000", "DURATION:PT30M"),
        "1025 0030-0100",
    ),
    geval(
        "nacht_over_de_wissel",
        event(
            "DTSTART;TZID=Europe/Amsterdam:20261024T230000",
            "DTEND;TZID=Europe/Amsterdam:20261025T070000",
        ),
        "1024 2100-1025 0600",
    ),
    geval(
        "eigen_vtimezone_tijd_die_niet_bestaat",
        (EIGEN, event("DTSTART;TZID=Customized Time Zone:20260329T023000", UUR)),
        "0328 2330-0329 0030",
    ),
]
