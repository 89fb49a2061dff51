"""What a storm needs to stand ready: many invitations, made in one transaction."""

from datetime import timedelta
from itertools import islice

from django.db import transaction

from boekingen.models import Boeking
from tests.boekingen.wereld import Wereld, op

KLASSEN_OP_EEN_DAG = 6


@transaction.atomic
def maak_overlappende_inzetten(wereld: Wereld, aantal: int) -> list[int]:
    """Ask one person for ``aantal`` lessons, a minute after each other; return the numbers."""
    persoon, les = wereld.persoon("wijkagent"), wereld.les({"wijkagent": 1})
    ids = []
    for nummer, boeking in enumerate(islice(maak_boekingen(wereld, les), aantal)):
        wereld.stel_voor(boeking, op(2, 2) + timedelta(minutes=nummer))
        ids += [inzet.pk for inzet in wereld.vraag(boeking, persoon)]
    return ids


def maak_boekingen(wereld: Wereld, les):
    """Yield bookings of one lesson without end: requests for as many classes as fit in a day."""
    while True:
        klassen = [f"8{letter}" for letter in "ABCDEF"[:KLASSEN_OP_EEN_DAG]]
        yield from wereld.aanvraag(les, [op(2, 2, 8)], klassen=klassen).boekingen.all()


@transaction.atomic
def maak_gevraagden(wereld: Wereld, aantal: int) -> tuple[Boeking, list[int]]:
    """Ask ``aantal`` people for the one Plek of a lesson; return it and the numbers."""
    boeking = wereld.boeking()
    mensen = [wereld.persoon("wijkagent") for _ in range(aantal)]
    return boeking, [inzet.pk for inzet in wereld.vraag(boeking, *mensen)]
