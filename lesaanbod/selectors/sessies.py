"""The moments of a training, as a visitor sees them."""

from dataclasses import dataclass
from datetime import datetime

from lesaanbod.domain.sessiestatus import SessieStatus, get_status_op
from lesaanbod.models import Sessie


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessiebeeld:
    """One moment: when, where, for how many, until when one can enrol, and whether it is on."""

    begin: datetime
    eind: datetime
    plaats: str
    capaciteit: int
    sluit_op: datetime
    status: SessieStatus

    @property
    def is_open(self) -> bool:
        """Whether somebody can still ask for a place."""
        return self.status is SessieStatus.OPEN

    @property
    def is_vervallen(self) -> bool:
        """Whether it is off."""
        return self.status is SessieStatus.VERVALLEN


def list_sessies(*, training_id: int, nu: datetime) -> list[Sessiebeeld]:
    """Return the moments of a training that are not over at ``nu``, the first one first."""
    return [
        Sessiebeeld(
            begin=sessie.begin,
            eind=sessie.eind,
            plaats=sessie.plaats,
            capaciteit=sessie.capaciteit,
            sluit_op=sessie.sluit_op,
            status=get_status_op(SessieStatus(sessie.status), sluit_op=sessie.sluit_op, nu=nu),
        )
        for sessie in Sessie.objects.filter(training=training_id, eind__gt=nu)
    ]
