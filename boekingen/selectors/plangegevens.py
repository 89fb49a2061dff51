"""What the planner reads of one booking, as the texts and numbers of a ``Scenario``."""

from collections.abc import Callable
from datetime import date, datetime, time

from boekingen.domain.planning.scenario import Afspraak
from boekingen.domain.schooldagen import ZONE
from boekingen.models import Boeking, Inzet


def get_plaats_id(boeking: Boeking) -> str:
    """Return the id of a place: of one request, because blocked days belong to the request."""
    return f"{boeking.aanvraag_id}" if boeking.op_school else f"{boeking.aanvraag_id}.{boeking.pk}"


def get_wijk(boeking: Boeking) -> str:
    """Return the wijk of the lesson, empty where it is not known."""
    wijk = boeking.aanvraag.contact.school.wijk_id if boeking.op_school else None
    return "" if wijk is None else str(wijk)


def get_niveaus(boeking: Boeking) -> frozenset[int]:
    """Return the levels of the classes."""
    return frozenset(groep.niveau_id for groep in boeking.groepen.all())


def get_soort(boeking: Boeking) -> str:
    """Return the kind of lesson as far as it decides who may give it: its page and its levels."""
    niveaus = "+".join(str(niveau) for niveau in sorted(get_niveaus(boeking)))
    return f"{boeking.les_id}:{niveaus}"


def op_de_klok(moment: datetime) -> tuple[date, int]:
    """Return day and minute of the day on the clock of Utrecht."""
    lokaal = moment.astimezone(ZONE)
    return lokaal.date(), lokaal.hour * 60 + lokaal.minute


def get_begin(afspraak: Afspraak) -> datetime:
    """Return the begin of an appointment of the planner, aware."""
    uur, minuut = divmod(afspraak.begin, 60)
    return datetime.combine(afspraak.dag, time(uur, minuut), tzinfo=ZONE)


def list_niet_op(
    boeking: Boeking, telt: Callable[[Inzet], bool]
) -> frozenset[tuple[date, int, str]]:
    """Return who was asked for which moment of this lesson, as far as ``telt`` says it counts."""
    return frozenset(
        (*op_de_klok(inzet.begin), str(inzet.hoofdrolspeler_id))
        for plek in boeking.plekken.all()
        for inzet in plek.inzetten.all()
        if telt(inzet)
    )
