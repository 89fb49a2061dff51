"""vobject, on which Radicale and many scripts stand, and ical.js, on which Thunderbird does."""

from datetime import UTC, datetime

import vobject
from vobject.base import VObjectError

from tests.ical_js import IcalJs
from tests.lezers.afspraak import Afspraak, Onleesbaar


def lees_met_vobject(ics: bytes) -> Afspraak:
    """Return what vobject reads; ``Onleesbaar`` where it refuses or finds something missing."""
    try:
        agenda = vobject.readOne(ics.decode())
        agenda.validate(raiseException=True)
    except (VObjectError, StopIteration) as fout:
        raise Onleesbaar(str(fout)) from fout
    event = agenda.vevent

    def waarde(naam: str) -> str:
        gevonden = getattr(event, naam, None)
        return gevonden.value if gevonden else ""

    return Afspraak(
        methode=agenda.method.value,
        uid=event.uid.value,
        sequence=int(event.sequence.value),
        begin=event.dtstart.value.astimezone(UTC),
        eind=event.dtend.value.astimezone(UTC),
        status=event.status.value,
        deelnemer=event.attendee.value.removeprefix("mailto:"),
        partstat=event.attendee.partstat_param,
        titel=waarde("summary"),
        plaats=waarde("location"),
        omschrijving=waarde("description"),
    )


def lees_met_ical_js(ical_js: IcalJs, ics: bytes) -> Afspraak:
    """Return what ical.js reads; ``Onleesbaar`` where it refuses."""
    try:
        (event,) = ical_js.read(ics)
    except ValueError as fout:
        raise Onleesbaar(str(fout)) from fout
    return Afspraak(
        methode=event["method"],
        uid=event["uid"],
        sequence=event["sequence"],
        begin=datetime.fromisoformat(event["start"]),
        eind=datetime.fromisoformat(event["end"]),
        status=event["status"],
        deelnemer=event["attendee"].removeprefix("mailto:"),
        partstat=event["partstat"],
        titel=event["summary"],
        plaats=event["location"],
        omschrijving=event["description"],
    )
