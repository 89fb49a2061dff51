"""What stands in whose diary, when it was sent, and what came back from there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boekingen.models import Boeking, Uitnodiging
from boekingen.selectors.toegang import check_coordinator
from lesaanbod.selectors import Berichtregel, list_laatste_berichten

ANTWOORDWOORDEN = {
    "ACCEPTED": "ja",
    "DECLINED": "nee",
    "TENTATIVE": "misschien",
    "DELEGATED": "doorgegeven",
}


@dataclass(frozen=True, slots=True)
class Agendastand:
    """One receiver: the newest invitation, its last mail, and the answer of the diary to it."""

    uitnodiging: Uitnodiging
    bericht: Berichtregel | None

    @property
    def wie(self) -> str:
        """Who receives it."""
        return self.uitnodiging.naam

    @property
    def is_school(self) -> bool:
        """Whether it is the docent."""
        return self.uitnodiging.inzet_id is None

    @property
    def verstuurd_op(self) -> datetime | None:
        """When the last mail left, or None while it waits."""
        return self.bericht.verzonden_op if self.bericht else None

    @property
    def staat_in_agenda(self) -> bool:
        """Whether it was not taken out again."""
        return self.uitnodiging.beeindigd_op is None

    @property
    def antwoord(self) -> str:
        """What the diary answered, in a word; nothing when it did not."""
        woord = self.uitnodiging.antwoord
        return ANTWOORDWOORDEN.get(woord, woord.lower())


def list_agendastanden(*, wie: Any, boeking: Boeking) -> list[Agendastand]:
    """Return the receivers of a booking, the school first. Two queries.

    Raises ``PermissionDenied``.
    """
    check_coordinator(wie)
    nieuwste: dict[int | None, Uitnodiging] = {}
    for uitnodiging in boeking.uitnodigingen.order_by("pk"):
        nieuwste[uitnodiging.inzet_id] = uitnodiging
    berichten = list_laatste_berichten([uitnodiging.uid for uitnodiging in nieuwste.values()])
    standen = [Agendastand(een, berichten.get(een.uid)) for een in nieuwste.values()]
    return sorted(standen, key=lambda stand: (not stand.is_school, stand.uitnodiging.pk))


def get_uitnodiging(*, wie: Any, uitnodiging_id: int) -> Uitnodiging | None:
    """Return one invitation, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return Uitnodiging.objects.filter(pk=uitnodiging_id).first()
