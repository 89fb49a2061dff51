"""How one Plek of a booking stands, judged from who was asked for it.

A drop-out stays visible until somebody else says yes, also when others are asked meanwhile: that is
the place that needs a person most.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .status import InzetStatus


class Plekstand(StrEnum):
    """What the board says of a Plek; the values are words of the status chips."""

    KOMT = "toegezegd"
    VALT_UIT = "afgemeld"
    GEVRAAGD = "uitgenodigd"
    ONTBREEKT = "ontbreekt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One person asked for a Plek, as far as it matters here; ``kwam`` says there was a yes."""

    status: InzetStatus
    begin: datetime
    gevraagd_op: datetime
    antwoord_voor: datetime
    kwam: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plekbeeld:
    """How a Plek stands, with how many are asked now, said no, and gave no answer."""

    stand: Plekstand
    gevraagd: int = 0
    nee: int = 0
    stil: int = 0
    laatst_gevraagd_op: datetime | None = None


def beoordeel_plek(vragen: Iterable[Vraag], *, begin: datetime | None, nu: datetime) -> Plekbeeld:
    """Return how a Plek of a lesson at ``begin`` stands at ``nu``.

    Questions about another moment do not count. Whether an answer is still awaited is judged by
    ``nu``, not by whether the worker ran (design.md, section 4).
    """
    geldig = [vraag for vraag in vragen if begin is not None and vraag.begin == begin]
    if any(vraag.status is InzetStatus.TOEGEZEGD for vraag in geldig):
        return Plekbeeld(stand=Plekstand.KOMT)
    gevraagd = sum(_wacht(vraag, nu) for vraag in geldig)
    if any(_viel_uit(vraag) for vraag in geldig):
        stand = Plekstand.VALT_UIT
    else:
        stand = Plekstand.GEVRAAGD if gevraagd else Plekstand.ONTBREEKT
    return Plekbeeld(
        stand=stand,
        gevraagd=gevraagd,
        nee=sum(vraag.status is InzetStatus.AFGEWEZEN for vraag in geldig),
        stil=sum(_bleef_stil(vraag, nu) for vraag in geldig),
        laatst_gevraagd_op=max((vraag.gevraagd_op for vraag in geldig), default=None),
    )


def _wacht(vraag: Vraag, nu: datetime) -> bool:
    return vraag.status is InzetStatus.UITGENODIGD and vraag.antwoord_voor > nu


def _bleef_stil(vraag: Vraag, nu: datetime) -> bool:
    te_laat = vraag.status is InzetStatus.UITGENODIGD and vraag.antwoord_voor <= nu
    return te_laat or vraag.status is InzetStatus.VERLOPEN


def _viel_uit(vraag: Vraag) -> bool:
    return vraag.status is InzetStatus.AFGEMELD or (
        vraag.status is InzetStatus.INGETROKKEN and vraag.kwam
    )
