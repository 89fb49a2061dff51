"""What a hoofdrolspeler sees of the own Inzetten."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.models import Boeking, Inzet
from boekingen.selectors.boekingen import get_boeking
from boekingen.selectors.lesgegevens import get_adres, get_titel
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import list_bezet_uit_agenda, list_personen
from lesaanbod.services.links import sign, unsign

LINK_DOEL = "uitnodiging"


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenLes:
    """One row of the portal."""

    titel: str
    rol: str
    begin: datetime
    eind: datetime
    adres: str
    antwoord_voor: datetime
    status: str
    is_zeker: bool
    token: str

    @property
    def is_gevraagd(self) -> bool:
        """Whether an answer is still awaited."""
        return self.status == InzetStatus.UITGENODIGD.value


@dataclass(frozen=True, slots=True)
class Dagdeel:
    """A taken span of a day; without a name: the link in a mail shows no other schools."""

    begin: datetime
    eind: datetime
    is_deze_les: bool


def get_inzet_voor_token(token: str) -> Inzet | None:
    """Return the Inzet that a link from a mail opens, or None for any other text."""
    sleutel = unsign(doel=LINK_DOEL, token=token)
    if sleutel is None:
        return None
    return (
        Inzet.objects.select_related("hoofdrolspeler__gebruiker", "plek__rol")
        .filter(sleutel=sleutel)
        .first()
    )


def get_boeking_van(inzet: Inzet) -> Boeking:
    """Return the booking an Inzet is for, with everything."""
    boeking = get_boeking(boeking_id=inzet.plek.boeking_id)
    assert boeking is not None  # noqa: S101  # the foreign key holds it
    return boeking


def list_dag(inzet: Inzet) -> list[Dagdeel]:
    """Return the lessons of this person on the day of the Inzet, in order, with this one."""
    begin_dag = datetime.combine(inzet.begin.astimezone(ZONE).date(), time(), ZONE)
    dag = Tijdvak(begin_dag, begin_dag + timedelta(days=1))
    personen = list_personen(rol_id=None, venster=dag, ids=[inzet.hoofdrolspeler_id])
    bezet = {(tijdvak.begin, tijdvak.eind) for persoon in personen for tijdvak in persoon.bezet}
    dit = (inzet.begin, inzet.eind)
    return [Dagdeel(begin, eind, (begin, eind) == dit) for begin, eind in sorted({*bezet, dit})]


def heeft_iets_in_eigen_agenda(inzet: Inzet) -> bool:
    """Whether the own diary of this person takes part of the moment; it warns, never refuses.

    A block equal to the moment itself is our own invitation, come back. One query.
    """
    moment = Tijdvak(inzet.begin, inzet.eind)
    bezet = list_bezet_uit_agenda(hoofdrolspeler_ids=[inzet.hoofdrolspeler_id], venster=moment)
    return any(blok != moment for blok in bezet.get(inzet.hoofdrolspeler_id, ()))


def list_eigen_lessen(gebruiker: Any, *, nu: datetime) -> list[EigenLes]:
    """Return what is asked of this person and what comes, soonest first; constant queries."""
    inzetten = (
        Inzet.objects.filter(
            hoofdrolspeler__gebruiker=gebruiker,
            status__in=[InzetStatus.UITGENODIGD.value, InzetStatus.TOEGEZEGD.value],
            eind__gt=nu,
        )
        .select_related("plek__rol", "plek__boeking__aanvraag__contactpersoon__school")
        .prefetch_related("plek__boeking__groepen")
        .order_by("begin", "pk")
    )
    return [_build_eigen_les(inzet) for inzet in inzetten]


def _build_eigen_les(inzet: Inzet) -> EigenLes:
    boeking = inzet.plek.boeking
    return EigenLes(
        titel=get_titel(boeking),
        rol=inzet.plek.rol.naam,
        begin=inzet.begin,
        eind=inzet.eind,
        adres=get_adres(boeking),
        antwoord_voor=inzet.antwoord_voor,
        status=inzet.status,
        is_zeker=boeking.status == BoekingStatus.BEVESTIGD.value,
        token=sign(doel=LINK_DOEL, sleutel=inzet.sleutel),
    )
