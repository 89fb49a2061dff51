"""Take in a school register of DUO."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from boekingen.domain.registerverschil import Bekend, Stand, Verschil, Wijken, vergelijk
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.schoolregister import parse_register
from boekingen.domain.vestigingen import GeweigerdeRegel, Register, Sector, Vestiging
from boekingen.models import School
from boekingen.models.scholen import SchoolBron
from boekingen.services.plaats import volg_schooladressen
from hoofdrolspelers.selectors import get_wijk_ids_per_postcode
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

PER_KEER = 500
VELDEN = tuple(veld.name for veld in fields(Vestiging))
BIJ_TE_WERKEN = [*(veld for veld in VELDEN if veld != "vestigingscode"), "wijk", "zoektekst"]


class TeVeelVerdwenen(Exception):
    """Too many locations would go for an ordinary month; nothing was changed."""

    def __init__(self, verdwenen: int, in_bereik: int) -> None:
        super().__init__(
            f"{verdwenen} van de {in_bereik} bekende scholen staan niet in dit bestand. "
            "Dat is meer dan 5 procent, dus is er niets veranderd. Klopt het bestand wel? "
            "Gebruik dan --sta-verdwijnen-toe."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """What one import did; ``aanwezig`` counts all schools of the register afterwards."""

    sector: Sector
    nieuw: int
    gewijzigd: int
    ongewijzigd: int
    verdwenen: int
    teruggekeerd: int
    aanwezig: int
    weigeringen: tuple[GeweigerdeRegel, ...]


def importeer_register(
    *, inhoud: bytes, sta_verdwijnen_toe: bool, door: "Gebruiker | None", nu: datetime
) -> Verslag:
    """Bring the schools of one sector up to date with one DUO file; all of it or nothing.

    Who has a lesson in the diary at a school that got another address hears of it.

    Raises ``RegisterOnleesbaar`` (domain) when the file cannot be trusted and ``TeVeelVerdwenen``
    when over 5 % would go without ``sta_verdwijnen_toe``.
    """
    register = parse_register(inhoud)
    with transaction.atomic():
        wijken = Wijken(settings.GEMEENTECODE, get_wijk_ids_per_postcode())
        verschil = vergelijk(register, _lock_bekende(), wijken)
        if verschil.is_verdwijnen_verdacht and not sta_verdwijnen_toe:
            raise TeVeelVerdwenen(len(verschil.verdwenen), verschil.in_bereik)
        _bewaar(verschil, nu)
        volg_schooladressen(nu=nu, door=door)
        verslag = _build_verslag(register, verschil)
        noteer(
            onderwerp_soort="schoolregister",
            onderwerp_id=register.sector,
            wat="scholen ingelezen",
            door=door,
            nu=nu,
            waarom=_format_aantallen(verslag),
        )
    return verslag


def _lock_bekende() -> dict[str, Bekend]:
    """Return every location with a code; a second import at the same time waits for this one."""
    rijen = (
        School.objects.filter(vestigingscode__isnull=False)
        .select_for_update(no_key=True)
        .order_by("pk")
        .values(*VELDEN, "wijk_id", "zoektekst", "wijk_vastgezet", "verdwenen_op")
    )
    return {rij["vestigingscode"]: _build_bekend(rij) for rij in rijen.iterator()}


def _build_bekend(rij: dict[str, object]) -> Bekend:
    return Bekend(
        stand=Stand(
            vestiging=Vestiging(**{veld: rij[veld] for veld in VELDEN}),  # type: ignore[arg-type]
            wijk_id=rij["wijk_id"],  # type: ignore[arg-type]
            zoektekst=str(rij["zoektekst"]),
        ),
        wijk_vastgezet=bool(rij["wijk_vastgezet"]),
        is_verdwenen=rij["verdwenen_op"] is not None,
    )


def _bewaar(verschil: Verschil, nu: datetime) -> None:
    """Write what is different in a few statements, however many rows."""
    School.objects.bulk_create(
        _build_scholen((*verschil.nieuw, *verschil.gewijzigd, *verschil.teruggekeerd)),
        batch_size=PER_KEER,
        update_conflicts=True,
        unique_fields=["vestigingscode"],
        update_fields=[*BIJ_TE_WERKEN, "bron", "verdwenen_op"],
    )
    codes = sorted(verschil.verdwenen)
    for begin in range(0, len(codes), PER_KEER):
        weg = School.objects.filter(vestigingscode__in=codes[begin : begin + PER_KEER])
        weg.update(verdwenen_op=nu.astimezone(ZONE).date())


def _build_scholen(standen: Iterable[Stand]) -> list[School]:
    return [
        School(
            **{veld: getattr(stand.vestiging, veld) for veld in VELDEN},
            wijk_id=stand.wijk_id,
            zoektekst=stand.zoektekst,
            bron=SchoolBron.REGISTER.value,
        )
        for stand in standen
    ]


def _build_verslag(register: Register, verschil: Verschil) -> Verslag:
    van_register = School.objects.filter(bron=SchoolBron.REGISTER.value)
    return Verslag(
        sector=register.sector,
        nieuw=len(verschil.nieuw),
        gewijzigd=len(verschil.gewijzigd),
        ongewijzigd=verschil.ongewijzigd,
        verdwenen=len(verschil.verdwenen),
        teruggekeerd=len(verschil.teruggekeerd),
        aanwezig=van_register.filter(verdwenen_op__isnull=True).count(),
        weigeringen=verschil.weigeringen,
    )


def _format_aantallen(verslag: Verslag) -> str:
    return (
        f"{verslag.nieuw} nieuw, {verslag.gewijzigd} gewijzigd, "
        f"{verslag.ongewijzigd} ongewijzigd, {verslag.verdwenen} verdwenen, "
        f"{verslag.teruggekeerd} teruggekeerd, {len(verslag.weigeringen)} geweigerd"
    )
