"""Four thousand people with their time."""

from datetime import UTC, datetime, time, timedelta

from hoofdrolspelers.models import (
    BezetTijdvak,
    ExterneAgenda,
    Hoofdrolspeler,
    Uitzondering,
    Vastlegging,
    WeekRitme,
)
from lesaanbod.models import Gebruiker

NU = datetime(2027, 1, 11, 8, tzinfo=UTC)
MENSEN = 4000
MET_AGENDA = 20
AFSPRAKEN = 250
DAG, UUR = timedelta(days=1), timedelta(hours=1)


def bouw_mensen() -> list[int]:
    """Store people as they are: five days a week, some weeks away, ten lessons, some a diary."""
    gebruikers = Gebruiker.objects.bulk_create(
        Gebruiker(email=f"mens{n}@voorbeeld.example", naam=f"Mens {n}") for n in range(MENSEN)
    )
    mensen = Hoofdrolspeler.objects.bulk_create(Hoofdrolspeler(gebruiker=g) for g in gebruikers)
    ids = [mens.pk for mens in mensen]
    WeekRitme.objects.bulk_create(
        WeekRitme(hoofdrolspeler_id=pk, weekdag=weekdag, begin=begin, eind=eind)
        for pk in ids
        for weekdag in range(1, 6)
        for begin, eind in ((time(8, 30), time(12)), (time(13), time(15, 30 + pk % 30)))
    )
    Uitzondering.objects.bulk_create(
        Uitzondering(hoofdrolspeler_id=pk, soort=soort, begin=begin, eind=begin + lengte)
        for pk in ids
        for nummer in range(6)
        for soort, lengte in [("weg", 3 * DAG) if nummer % 3 else ("extra", 3 * UUR)]
        for begin in [NU + (7 + pk % 17 + 40 * nummer) * DAG]
    )
    Vastlegging.objects.bulk_create(
        Vastlegging(hoofdrolspeler_id=pk, begin=b, eind=b + UUR, sleutel=f"{pk}-{nummer}")
        for pk in ids
        for nummer in range(10)
        for b in [NU + (pk % 13 + 21 * nummer) * DAG + UUR]
    )
    bouw_agendas(ids[::MET_AGENDA])
    return ids


def bouw_agendas(ids: list[int]) -> None:
    """Store a diary of a working year for these people."""
    agendas = ExterneAgenda.objects.bulk_create(
        ExterneAgenda(hoofdrolspeler_id=pk, naam="werk", toegevoegd_op=NU, gelezen_op=NU)
        for pk in ids
    )
    BezetTijdvak.objects.bulk_create(
        BezetTijdvak(
            agenda_id=agenda.pk, hoofdrolspeler_id=agenda.hoofdrolspeler_id, begin=b, eind=b + UUR
        )
        for agenda in agendas
        for nummer in range(AFSPRAKEN)
        for b in [NU + nummer * DAG + (nummer % 5) * UUR]
    )
