"""Everything the desk shows of one booking."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from boekingen.domain.plekken import Plekbeeld, Plekstand
from boekingen.domain.rangschikking import Kandidaat, Rangschikking
from boekingen.domain.status import BoekingStatus, RondeStatus
from boekingen.models import Boeking, Inzet, Plek, Ronde
from boekingen.selectors.boekingen import get_boeking, list_open_inzetten, order_op_klas
from boekingen.selectors.kandidaten import rangschik_voor_plek
from boekingen.selectors.plekken import get_plekbeeld
from boekingen.selectors.rondes import Beurt, build_beurt, get_rondekring, get_rondes
from boekingen.selectors.schaarste import list_schaarste
from boekingen.selectors.toegang import check_coordinator

METEEN_ZICHTBAAR = 3
HOOGSTENS_GEWAARSCHUWD = 10
HOOGSTENS_ANDEREN = 40
"""For how many people whom the masks leave out the desk says why."""


@dataclass(frozen=True, slots=True)
class Plekregel:
    """One place: how it stands, everybody who was asked for it, newest first, and its round.

    ``ronde`` is the newest one about the moment of the lesson; ``kan_ronde`` says one can start.
    """

    plek: Plek
    beeld: Plekbeeld
    inzetten: tuple[Inzet, ...]
    ronde: Ronde | None = None
    kan_ronde: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolbeeld:
    """All places of one role; while one is open, who could fill it.

    ``open_plek_id`` is the place the next person is asked for: one for which nobody is asked yet,
    if there is one. ``beurt`` is there while a round asks.
    """

    rol: str
    plekken: tuple[Plekregel, ...]
    open_plek_id: int | None = None
    rangschikking: Rangschikking | None = None
    beurt: Beurt | None = None

    @property
    def eerste(self) -> tuple[Kandidaat, ...]:
        """The candidates whose reasons are shown at once."""
        return self.rangschikking.kandidaten[:METEEN_ZICHTBAAR] if self.rangschikking else ()

    @property
    def overige(self) -> tuple[Kandidaat, ...]:
        """The candidates after them."""
        return self.rangschikking.kandidaten[METEEN_ZICHTBAAR:] if self.rangschikking else ()

    @property
    def anderen(self) -> tuple[Kandidaat, ...]:
        """Those who cannot come, with why."""
        return self.rangschikking.anderen if self.rangschikking else ()


def get_boeking_voor_planning(*, wie: Any, boeking_id: int) -> Boeking | None:
    """Return a booking with everything, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return get_boeking(boeking_id=boeking_id)


def get_inzet_voor_planning(*, wie: Any, inzet_id: int) -> Inzet | None:
    """Return an Inzet with person, role and booking, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    inzetten = Inzet.objects.select_related(
        "hoofdrolspeler__gebruiker",
        "plek__rol",
        "plek__boeking__aanvraag__contactpersoon__school",
    )
    return inzetten.filter(pk=inzet_id).first()


def get_boeking_id_van_ronde(*, wie: Any, ronde_id: int) -> int | None:
    """Return the booking a round asks for, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return Ronde.objects.filter(pk=ronde_id).values_list("plek__boeking_id", flat=True).first()


def get_boeking_id_van_plek(*, wie: Any, plek_id: int) -> int | None:
    """Return the booking a place belongs to, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return Plek.objects.filter(pk=plek_id).values_list("boeking_id", flat=True).first()


def list_rolbeelden(*, wie: Any, boeking: Boeking, nu: datetime) -> list[Rolbeeld]:
    """Return the roles of a booking (with everything), each with its places and candidates.

    Candidates are there only while people can be asked. Raises ``PermissionDenied``.
    """
    check_coordinator(wie)
    return list(_build_rolbeelden(boeking, nu))


def _build_rolbeelden(boeking: Boeking, nu: datetime) -> Iterator[Rolbeeld]:
    vraagbaar = boeking.status == BoekingStatus.VOORGESTELD.value
    straks = boeking.begin is not None and boeking.begin > nu
    rondes = get_rondes(boeking_ids=[boeking.pk])
    for _, plekken in groupby(boeking.plekken.all(), key=lambda plek: plek.rol_id):
        regels = tuple(
            _build_regel(plek, boeking, rondes, kan_vragen=vraagbaar and straks, nu=nu)
            for plek in plekken
        )
        eerste = regels[0].plek
        open_plek_id = _find_open_plek(regels)
        rangschikking = beurt = None
        if vraagbaar and open_plek_id and boeking.begin and boeking.begin > nu:
            rangschikking = rangschik_voor_plek(
                boeking=boeking,
                plek=eerste,
                begin=boeking.begin,
                nu=nu,
                anderen=HOOGSTENS_ANDEREN,
            )
            rangschikking = _waarschuw(rangschikking, boeking, nu)
            beurt = _find_beurt(regels, boeking, rangschikking, nu)
        yield Rolbeeld(
            rol=eerste.rol.naam,
            plekken=regels,
            open_plek_id=open_plek_id,
            rangschikking=rangschikking,
            beurt=beurt,
        )


def _waarschuw(rangschikking: Rangschikking, boeking: Boeking, nu: datetime) -> Rangschikking:
    """Add to the first candidates which other lesson can hardly miss them."""
    eerste = rangschikking.kandidaten[:HOOGSTENS_GEWAARSCHUWD]
    schaars = list_schaarste(
        boeking=boeking, kandidaat_ids=[kandidaat.persoon.id for kandidaat in eerste], nu=nu
    )
    return replace(
        rangschikking,
        kandidaten=(
            *(
                replace(een, factoren=(*een.factoren, *schaars.get(een.persoon.id, ())))
                for een in eerste
            ),
            *rangschikking.kandidaten[HOOGSTENS_GEWAARSCHUWD:],
        ),
    )


def _find_beurt(
    regels: tuple[Plekregel, ...], boeking: Boeking, rangschikking: Rangschikking, nu: datetime
) -> Beurt | None:
    """Return whom the running round of this role asks next; the first one, if there are more."""
    for regel in regels:
        if regel.ronde and regel.ronde.status == RondeStatus.LOPEND.value:
            kring = get_rondekring(
                boeking=boeking,
                plek=regel.plek,
                rangschikking=rangschikking,
                vol_voor=regel.ronde.vol_voor,
                nu=nu,
            )
            return build_beurt(kring)
    return None


def _build_regel(
    plek: Plek, boeking: Boeking, rondes: Mapping[int, Ronde], *, kan_vragen: bool, nu: datetime
) -> Plekregel:
    inzetten = sorted(plek.inzetten.all(), key=lambda inzet: inzet.pk, reverse=True)
    beeld = get_plekbeeld(plek, begin=boeking.begin, nu=nu)
    ronde = rondes.get(plek.pk)
    if ronde is not None and ronde.begin != boeking.begin:
        ronde = None
    loopt = ronde is not None and ronde.status == RondeStatus.LOPEND.value
    kan_ronde = kan_vragen and not loopt and beeld.stand is not Plekstand.KOMT
    return Plekregel(plek, beeld, tuple(inzetten), ronde, kan_ronde)


def _find_open_plek(regels: tuple[Plekregel, ...]) -> int | None:
    te_vullen = [regel for regel in regels if regel.beeld.stand is not Plekstand.KOMT]
    te_vullen.sort(key=lambda regel: regel.beeld.gevraagd)
    return te_vullen[0].plek.pk if te_vullen else None


def list_betrokkenen(*, wie: Any, boeking: Boeking) -> list[str]:
    """Return the names of who is asked or comes, once each. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    namen = (str(inzet.hoofdrolspeler.gebruiker) for inzet in list_open_inzetten(boeking))
    return list(dict.fromkeys(namen))


def is_in_agenda_docent(*, boeking: Boeking) -> bool:
    """Whether the lesson stands in the diary of the docent."""
    return boeking.uitnodigingen.filter(inzet__isnull=True, beeindigd_op__isnull=True).exists()


def list_zusterlessen(*, wie: Any, boeking: Boeking) -> list[Boeking]:
    """Return all lessons of the same request, this one too. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    lessen = Boeking.objects.filter(aanvraag=boeking.aanvraag_id).select_related("aanvraag")
    return list(order_op_klas(lessen.prefetch_related("groepen")))
