"""Hoofdrolspelers as the desk lists them: who they are, and how full their month is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boekingen.models import Inzet
from boekingen.selectors.boekingen import OPEN_INZETTEN
from boekingen.selectors.kandidaten import tel_lessen_in_maand
from boekingen.selectors.toegang import check_coordinator
from hoofdrolspelers.domain.profiel import Profiel
from hoofdrolspelers.selectors import get_hoofdrolspeler, list_profielen


@dataclass(frozen=True, slots=True)
class Mens:
    """One hoofdrolspeler with the lessons of this month."""

    profiel: Profiel
    lessen: int

    @property
    def is_vol(self) -> bool:
        """Whether no lesson fits into this month any more."""
        return self.lessen >= self.profiel.max_per_maand


def list_mensen(*, wie: Any, nu: datetime, zoek: str = "") -> list[Mens]:
    """Return everybody, by name; ``zoek`` looks at name, organisation and role.

    Raises ``PermissionDenied`` for anybody but a coördinator. A constant number of queries.
    """
    check_coordinator(wie)
    profielen = [profiel for profiel in list_profielen() if profiel.bevat(zoek)]
    lessen = tel_lessen_in_maand(ids=[profiel.id for profiel in profielen], moment=nu)
    return [Mens(profiel, lessen[profiel.id]) for profiel in profielen]


def get_mens(*, wie: Any, mens_id: int) -> Any:
    """Return one hoofdrolspeler for the desk, or None; who left is none any more.

    Raises ``PermissionDenied`` for anybody but a coördinator.
    """
    check_coordinator(wie)
    return get_hoofdrolspeler(hoofdrolspeler_id=mens_id)


def tel_komende_lessen(*, mens_id: int, nu: datetime) -> int:
    """Return for how many coming lessons this person is asked or comes."""
    return Inzet.objects.filter(
        hoofdrolspeler=mens_id, status__in=OPEN_INZETTEN, begin__gt=nu
    ).count()
