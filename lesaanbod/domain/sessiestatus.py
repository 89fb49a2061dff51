"""The states of a Sessie of a training, and the steps allowed between them."""

from datetime import datetime
from enum import StrEnum


class SessieStatus(StrEnum):
    """Whether somebody can still ask for a place; ``vervallen`` is for ever."""

    OPEN = "open"
    GESLOTEN = "gesloten"
    VERVALLEN = "vervallen"


OVERGANGEN: dict[SessieStatus, frozenset[SessieStatus]] = {
    SessieStatus.OPEN: frozenset({SessieStatus.GESLOTEN, SessieStatus.VERVALLEN}),
    SessieStatus.GESLOTEN: frozenset({SessieStatus.OPEN, SessieStatus.VERVALLEN}),
    SessieStatus.VERVALLEN: frozenset(),
}


def is_overgang(van: SessieStatus, naar: SessieStatus) -> bool:
    """Return whether a Sessie may go from ``van`` to ``naar``; staying is always allowed."""
    return van == naar or naar in OVERGANGEN[van]


def get_status_op(status: SessieStatus, *, sluit_op: datetime, nu: datetime) -> SessieStatus:
    """Return the state a visitor sees at ``nu``: after the closing time open reads as closed."""
    voorbij = status is SessieStatus.OPEN and nu >= sluit_op
    return SessieStatus.GESLOTEN if voorbij else status
