"""From bytes to components: what belongs together, and that size alone keeps nobody waiting."""

import time

import pytest

from hoofdrolspelers.domain.agenda_regels import lees_onderdelen

VEEL = 700_000
"""As many characters as a mail of one megabyte may bring, packed in base64."""

VIJANDIG = {
    "returns": "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nX:" + "\r" * VEEL,
    "agenda's in agenda's": "BEGIN:VCALENDAR\r\n" * (VEEL // 17),
    "eind zonder begin": "BEGIN:A\n" * (VEEL // 15) + "END:B\n" * (VEEL // 15),
    "afspraken in agenda's": "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" * (VEEL // 29),
}


@pytest.mark.parametrize("naam", VIJANDIG)
def test_size_alone_keeps_nobody_waiting(naam):
    begin = time.process_time()
    lees_onderdelen(VIJANDIG[naam])
    assert time.process_time() - begin < 10


@pytest.mark.parametrize("einde", ["\r\n", "\n", "\r", "\r\r\n", "\r\r", "\r\r\r\n"])
@pytest.mark.parametrize("wit", [" ", "\t"])
def test_folded_line_is_one_whatever_ends_a_line(einde, wit):
    tekst = einde.join(("BEGIN:VEVENT", "UID:een", f"{wit}twee", f"{wit}{wit}drie", "SEQUENCE:1"))
    (event,) = lees_onderdelen(tekst).soorten("VEVENT")
    assert (event.waarde("UID"), event.waarde("SEQUENCE")) == (f"eentwee{wit}drie", "1")


def test_an_event_ends_where_another_begins_and_an_end_without_begin_is_nothing():
    regels = (
        "BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VALARM", "END:VTODO", "BEGIN:VALARM",
        "END:VALARM", "UID:wekker", "BEGIN:VEVENT", "UID:twee", "END:VEVENT", "END:VEVENT",
        "END:VCALENDAR", "END:VCALENDAR",
    )  # fmt: skip
    (agenda,) = lees_onderdelen("\n".join(regels)).onderdelen
    een, twee = agenda.soorten("VEVENT")
    assert (agenda.is_gesloten, een.is_gesloten, twee.is_gesloten) == (True, False, True)
    (wekker,) = een.onderdelen
    assert (wekker.waarde("UID"), wekker.is_gesloten) == ("wekker", False)
    assert [binnen.is_gesloten for binnen in wekker.onderdelen] == [True]
    assert twee.waarde("UID") == "twee"
