"""What repeats, and what replaces, moves and ends it."""

from tests.hoofdrolspelers.agendas import UUR, event, geval

MAANDAG = "DTSTART;TZID=Europe/Amsterdam:20260105T090000"
DRIE = "RRULE:FREQ=WEEKLY;COUNT=3"
EEN, TWEE, DRIEDE = "0105 0800-0900", "0112 0800-0900", "0119 0800-0900"
NEW_YORK = "DTSTART;TZID=America/New_York:20260105T080000"
DAGELIJKS = "RRULE:FREQ=DAILY;COUNT=3"
TWEEDE_KEER = "RECURRENCE-ID;TZID=Europe/Amsterdam:20260112T090000"


def reeks(*regels: str) -> str:
    """Return three Mondays at nine, with more."""
    return event(MAANDAG, UUR, DRIE, *regels)


GEVALLEN = [
    geval("wekelijks_drie_keer", reeks(), EEN, TWEE, DRIEDE),
    geval("regel_met_puntkomma_achteraan", event(MAANDAG, UUR, f"{DRIE};"), EEN, TWEE, DRIEDE),
    geval(
        "tot_in_utc",
        event(MAANDAG, UUR, "RRULE:FREQ=WEEKLY;UNTIL=20260112T080000Z"),
        EEN,
        TWEE,
    ),
    geval("tot_lokaal", event(MAANDAG, UUR, "RRULE:FREQ=WEEKLY;UNTIL=20260112T085959"), EEN),
    geval("tot_en_met_een_dag", event(MAANDAG, UUR, "RRULE:FREQ=WEEKLY;UNTIL=20260112"), EEN, TWEE),
    geval(
        "hele_dagen_tot",
        event("DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=DAILY;UNTIL=20260106T000000Z"),
        "0104 2300-0106 2300",
    ),
    geval(
        "blijft_negen_uur_over_de_wissel",
        event("DTSTART;TZID=Europe/Amsterdam:20260322T090000", UUR, "RRULE:FREQ=WEEKLY;COUNT=2"),
        "0322 0800-0900",
        "0329 0700-0800",
    ),
    geval(
        "in_utc_blijft_utc",
        event("DTSTART:20260322T080000Z", UUR, "RRULE:FREQ=WEEKLY;COUNT=2"),
        "0322 0800-0900",
        "0329 0800-0900",
    ),
    geval(
        "halfdrie_elke_dag_over_de_najaarswissel",
        event(
            "DTSTART;TZID=Europe/Amsterdam:20261024T023000",
            "DURATION:PT30M",
            "RRULE:FREQ=DAILY;COUNT=3",
        ),
        "1024 0030-0100",
        "1025 0030-0100",
        "1026 0130-0200",
    ),
    geval(
        "laatste_vrijdag",
        event(
            "DTSTART:20260130T080000Z", UUR, "RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260401T000000Z"
        ),
        "0130 0800-0900",
        "0227 0800-0900",
        "0327 0800-0900",
    ),
    geval(
        "de_31e_bestaat_niet_elke_maand",
        event("DTSTART:20260131T080000Z", UUR, "RRULE:FREQ=MONTHLY;COUNT=3"),
        "0131 0800-0900",
        "0331 0800-0900",
        "0531 0800-0900",
    ),
    geval(
        "laatste_werkdag_met_bysetpos",
        event(
            "DTSTART:20260130T080000Z",
            UUR,
            "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",
        ),
        "0130 0800-0900",
        "0227 0800-0900",
    ),
    geval(
        "om_de_week_met_zondag_als_begin",
        event(
            "DTSTART:20260106T080000Z",
            UUR,
            "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=TU,SU;WKST=SU",
        ),
        "0106 0800-0900",
        "0118 0800-0900",
        "0120 0800-0900",
    ),
    geval(
        "jarig_sinds_1970",
        event("DTSTART;VALUE=DATE:19700610", "RRULE:FREQ=YEARLY"),
        "0609 2200-0610 2200",
    ),
    geval(
        "begon_jaren_geleden_zonder_eind",
        event("DTSTART:19960108T080000Z", UUR, "RRULE:FREQ=WEEKLY;INTERVAL=26;BYDAY=MO"),
        "0601 0800-0900",
        "1130 0800-0900",
    ),
    geval(
        "begin_past_niet_in_de_regel_maar_telt",
        event("DTSTART:20260105T080000Z", UUR, "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=1"),
        "0105 0800-0900",
        "0106 0800-0900",
    ),
    geval("rdate", event(MAANDAG, UUR, "RDATE:20260107T080000Z"), EEN, "0107 0800-0900"),
    geval(
        "rdate_met_periodes",
        event(
            "DTSTART:20260105T080000Z",
            UUR,
            "RDATE;VALUE=PERIOD:20260107T080000Z/PT2H,20260108T080000Z/20260108T083000Z",
        ),
        EEN,
        "0107 0800-1000",
        "0108 0800-0830",
    ),
    geval("exdate", reeks("EXDATE;TZID=Europe/Amsterdam:20260112T090000"), EEN, DRIEDE),
    geval("exdate_in_utc", reeks("EXDATE:20260112T080000Z"), EEN, DRIEDE),
    geval("exdate_zwevend", reeks("EXDATE:20260112T090000"), EEN, DRIEDE),
    geval("exdate_een_hele_dag", reeks("EXDATE;VALUE=DATE:20260112"), EEN, DRIEDE),
    geval(
        "exdate_een_hele_dag_van_utc",
        event("DTSTART:20260105T080000Z", UUR, DAGELIJKS, "EXDATE;VALUE=DATE:20260106"),
        EEN,
        "0107 0800-0900",
    ),
    geval(
        "exdate_een_hele_dag_van_new_york",
        event(NEW_YORK, UUR, DAGELIJKS, "EXDATE;VALUE=DATE:20260106"),
        "0105 1300-1400",
        "0107 1300-1400",
    ),
    geval(
        "een_hele_dag_van_utc_vervangen",
        (
            event("DTSTART:20260105T080000Z", UUR, DAGELIJKS),
            event("RECURRENCE-ID;VALUE=DATE:20260106", "DTSTART:20260106T140000Z", UUR),
        ),
        EEN,
        "0106 1400-1500",
        "0107 0800-0900",
    ),
    geval(
        "rdate_zwevend_op_de_klok_van_new_york",
        event(NEW_YORK, UUR, "RDATE:20260107T080000"),
        "0105 1300-1400",
        "0107 1300-1400",
    ),
    geval(
        "rdate_zwevend_als_periode",
        event(NEW_YORK, UUR, "RDATE;VALUE=PERIOD:20260107T080000/20260107T083000"),
        "0105 1300-1400",
        "0107 1300-1330",
    ),
    geval("exdate_in_een_lijst", reeks("EXDATE:20260105T080000Z,20260112T080000Z"), DRIEDE),
    geval("exdate_onleesbaar", reeks("EXDATE:morgen"), EEN, TWEE, DRIEDE, meldt=["losse datum"]),
    geval(
        "een_keer_verzet",
        (reeks(), event(TWEEDE_KEER, "DTSTART:20260113T120000Z", UUR)),
        EEN,
        "0113 1200-1300",
        DRIEDE,
    ),
    geval(
        "een_keer_verzet_staat_eerst",
        (event(TWEEDE_KEER, "DTSTART:20260113T120000Z", UUR), reeks()),
        EEN,
        "0113 1200-1300",
        DRIEDE,
    ),
    geval(
        "een_keer_afgezegd",
        (reeks(), event(TWEEDE_KEER, MAANDAG, UUR, "STATUS:CANCELLED")),
        EEN,
        DRIEDE,
    ),
    geval(
        "een_keer_vrij",
        (
            reeks(),
            event(TWEEDE_KEER, "DTSTART:20260112T080000Z", UUR, "TRANSP:TRANSPARENT"),
        ),
        EEN,
        DRIEDE,
    ),
    geval(
        "verzet_het_venster_uit",
        (reeks(), event(TWEEDE_KEER, "DTSTART:20280113T120000Z", UUR)),
        EEN,
        DRIEDE,
    ),
    geval(
        "verzet_het_venster_in",
        (
            event("DTSTART:20240101T080000Z", UUR, "RRULE:FREQ=WEEKLY;COUNT=2", uid="b"),
            event("RECURRENCE-ID:20240108T080000Z", "DTSTART:20260301T080000Z", UUR, uid="b"),
        ),
        "0301 0800-0900",
    ),
    geval(
        "vervanger_zonder_reeks",
        event(TWEEDE_KEER, "DTSTART:20260113T120000Z", UUR),
        "0113 1200-1300",
    ),
    geval(
        "hoogste_sequence_van_een_vervanger",
        (
            reeks(),
            event(TWEEDE_KEER, "SEQUENCE:2", "DTSTART:20260113T120000Z", UUR),
            event(TWEEDE_KEER, "SEQUENCE:1", "DTSTART:20260114T120000Z", UUR),
        ),
        EEN,
        "0113 1200-1300",
        DRIEDE,
    ),
    geval(
        "hoogste_sequence_van_een_afspraak",
        (
            event("SEQUENCE:3", "DTSTART:20260106T080000Z", UUR),
            event("SEQUENCE:1", "DTSTART:20260105T080000Z", UUR),
        ),
        "0106 0800-0900",
    ),
    geval(
        "vanaf_hier_later",
        (
            reeks(),
            event(
                "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20260112T090000",
                "DTSTART;TZID=Europe/Amsterdam:20260113T130000",
                "DURATION:PT2H",
            ),
        ),
        EEN,
        "0113 1200-1400",
        "0120 1200-1400",
    ),
    geval(
        "vanaf_hier_afgezegd",
        (
            reeks(),
            event(
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20260112T080000Z",
                "DTSTART:20260112T080000Z",
                UUR,
                "STATUS:CANCELLED",
            ),
        ),
        EEN,
    ),
    geval(
        "hele_dagen_een_verzet",
        (
            event("DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=WEEKLY;COUNT=2"),
            event("RECURRENCE-ID;VALUE=DATE:20260112", "DTSTART;VALUE=DATE:20260113"),
        ),
        "0104 2300-0105 2300",
        "0112 2300-0113 2300",
    ),
    # --- rules that are wrong or hostile: the first time counts
    *[
        geval(
            f"regel_{naam}",
            event("DTSTART:20260105T080000Z", UUR, f"RRULE:{regel}"),
            EEN,
            meldt=["herhaalt"],
        )
        for naam, regel in [
            ("untl", "FREQ=WEEKLY;UNTL=20260301T000000Z"),
            ("zonder_freq", "INTERVAL=2"),
            ("elke_seconde", "FREQ=SECONDLY"),
            ("elke_minuut_een_miljard_keer", "FREQ=MINUTELY;COUNT=1000000000"),
            ("elk_uur", "FREQ=HOURLY"),
            ("interval_nul", "FREQ=DAILY;INTERVAL=0"),
            (
                "dichte_lijsten",
                "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=0,1",
            ),
            ("maand_dertien", "FREQ=YEARLY;BYMONTH=13"),
            ("vcalendar_1", "W1 MO #10"),
            ("until_onleesbaar", "FREQ=DAILY;UNTIL=straks"),
        ]
    ],
    geval(
        "dag_die_nooit_komt",
        event("DTSTART:20260105T080000Z", UUR, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
        EEN,
    ),
    geval(
        "miljard_keer",
        event("DTSTART:20261230T080000Z", UUR, "RRULE:FREQ=DAILY;COUNT=1000000000"),
        "1230 0800-0900",
        "1231 0800-0900",
    ),
    geval(
        "exrule",
        event("DTSTART:20260105T080000Z", UUR, DRIE, "EXRULE:FREQ=SECONDLY"),
        EEN,
        TWEE,
        DRIEDE,
        meldt=["oude vorm"],
    ),
]
