"""libical, with which Evolution, GNOME and KDE read, and its tables of RFC 5546."""

import ctypes
from datetime import UTC, datetime

from tests.lezers.afspraak import Afspraak, Onleesbaar

BIBLIOTHEEK = "libical.so.3"
TEKST, WIJZER, GETAL = ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int
FUNCTIES = {
    "icalparser_parse_string": (WIJZER, TEKST),
    "icalrestriction_check": (GETAL, WIJZER),
    "icalcomponent_count_errors": (GETAL, WIJZER),
    "icalcomponent_as_ical_string": (TEKST, WIJZER),
    "icalcomponent_get_first_real_component": (WIJZER, WIJZER),
    "icalcomponent_get_first_property": (WIJZER, WIJZER, GETAL),
    "icalcomponent_get_sequence": (GETAL, WIJZER),
    "icalcomponent_get_summary": (TEKST, WIJZER),
    "icalcomponent_get_location": (TEKST, WIJZER),
    "icalcomponent_get_description": (TEKST, WIJZER),
    "icalcomponent_free": (None, WIJZER),
    "icalproperty_string_to_kind": (GETAL, TEKST),
    "icalproperty_get_value_as_string": (TEKST, WIJZER),
    "icalproperty_get_parameter_as_string": (TEKST, WIJZER, TEKST),
}


class Libical:
    """The library of the machine; ``OSError`` where there is none."""

    def __init__(self, bibliotheek: str = BIBLIOTHEEK) -> None:
        self.c = ctypes.CDLL(bibliotheek)
        for naam, (uit, *in_) in FUNCTIES.items():
            functie = getattr(self.c, naam)
            functie.restype, functie.argtypes = uit, in_

    def __call__(self, ics: bytes) -> Afspraak:
        """Return what libical reads; ``Onleesbaar`` where it or a table of iTIP refuses."""
        agenda = self.c.icalparser_parse_string(ics)
        if not agenda:
            raise Onleesbaar("no calendar")
        try:
            if not self.c.icalrestriction_check(agenda) or self.c.icalcomponent_count_errors(
                agenda
            ):
                raise Onleesbaar(self.c.icalcomponent_as_ical_string(agenda).decode())
            return self.lees(agenda)
        finally:
            self.c.icalcomponent_free(agenda)

    def lees(self, agenda: int) -> Afspraak:
        event = self.c.icalcomponent_get_first_real_component(agenda)
        deelnemer = self.zoek(event, b"ATTENDEE")
        return Afspraak(
            methode=self.waarde(agenda, b"METHOD"),
            uid=self.waarde(event, b"UID"),
            sequence=self.c.icalcomponent_get_sequence(event),
            begin=lees_moment(self.waarde(event, b"DTSTART")),
            eind=lees_moment(self.waarde(event, b"DTEND")),
            status=self.waarde(event, b"STATUS"),
            deelnemer=self.c.icalproperty_get_value_as_string(deelnemer).decode()[len("mailto:") :],
            partstat=self.c.icalproperty_get_parameter_as_string(deelnemer, b"PARTSTAT").decode(),
            titel=self.tekst(event, "summary"),
            plaats=self.tekst(event, "location"),
            omschrijving=self.tekst(event, "description"),
        )

    def zoek(self, component: int, naam: bytes) -> int:
        soort = self.c.icalproperty_string_to_kind(naam)
        return self.c.icalcomponent_get_first_property(component, soort)

    def waarde(self, component: int, naam: bytes) -> str:
        return self.c.icalproperty_get_value_as_string(self.zoek(component, naam)).decode()

    def tekst(self, event: int, naam: str) -> str:
        return (getattr(self.c, f"icalcomponent_get_{naam}")(event) or b"").decode()


def lees_moment(waarde: str) -> datetime:
    """Return a moment in UTC; ``Onleesbaar`` for every other form."""
    try:
        return datetime.strptime(waarde, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError as fout:
        raise Onleesbaar(waarde) from fout
