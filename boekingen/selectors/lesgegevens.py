"""A lesson in words, the same in pages, mails and invitations."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import FilteredRelation, Q

from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.models import Boeking, Plek
from boekingen.selectors.boekingen import get_toezegging
from hoofdrolspelers.domain.zichtbaarheid import toon_naam
from lesaanbod.domain.taal import opsomming

STAAT_VAST = frozenset(
    {BoekingStatus.BEVESTIGD, BoekingStatus.GEGEVEN, BoekingStatus.NIET_DOORGEGAAN}
)


def get_adres(boeking: Boeking) -> str:
    """Return where the lesson is, on one line; also the LOCATION of the invitation."""
    if not boeking.op_school:
        return boeking.plaats or "op een andere plek, in overleg"
    school = boeking.aanvraag.contact.school
    return f"{school.naam}, {school.adres}"


def get_titel(boeking: Boeking) -> str:
    """Return the lesson in one line; also the SUMMARY of the invitation."""
    groepen = opsomming(groep.naam for groep in boeking.groepen.all())
    les = boeking.aanvraag.les_titel
    if boeking.serie_lengte > 1:
        return f"{les}, les {boeking.nummer}: {boeking.titel} ({groepen})"
    return f"{les} ({groepen})"


def list_wie_komt(boeking: Boeking) -> list[str]:
    """Return who comes, per Plek, only as far as that person lets a school see.

    Until the lesson is confirmed that is another choice than after it (``Afscherming``).
    """
    staat_vast = BoekingStatus(boeking.status) in STAAT_VAST
    namen = []
    for plek in boeking.plekken.all():
        inzet = get_toezegging(plek)
        if inzet is None:
            namen.append(build_plek_open(plek.rol.naam))
        else:
            persoon = inzet.hoofdrolspeler
            naam = persoon.gebruiker.naam
            ziet = persoon.zichtbaarheid if staat_vast else persoon.zichtbaarheid_vooraf
            namen.append(toon_naam(ziet, plek.rol.naam, persoon.voornaam, naam))
    return namen


def build_plek_open(rol: str) -> str:
    """Return who comes where nobody said yes: somebody in this role."""
    return f"een {rol}"


def map_wie_komt(boeking_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return booking → who comes, as ``list_wie_komt`` tells it of one; one query for all."""
    toegezegd = Q(inzetten__status=InzetStatus.TOEGEZEGD.value)
    rijen = (
        Plek.objects.filter(boeking__in=list(boeking_ids))
        .annotate(komt=FilteredRelation("inzetten", condition=toegezegd))
        .order_by("boeking", "rol__volgorde", "nummer", "pk")
        .values_list(
            "boeking_id",
            "boeking__status",
            "rol__naam",
            "komt__hoofdrolspeler__zichtbaarheid",
            "komt__hoofdrolspeler__zichtbaarheid_vooraf",
            "komt__hoofdrolspeler__voornaam",
            "komt__hoofdrolspeler__gebruiker__naam",
        )
    )
    wie: dict[int, list[str]] = defaultdict(list)
    for boeking_id, status, rol, zichtbaarheid, vooraf, voornaam, naam in rijen:
        ziet = zichtbaarheid if BoekingStatus(status) in STAAT_VAST else vooraf
        komt = build_plek_open(rol) if ziet is None else toon_naam(ziet, rol, voornaam, naam)
        wie[boeking_id].append(komt)
    return wie


@dataclass(frozen=True, slots=True)
class Verloop:
    """The script of a lesson as its page tells it now: what happens, and what to bring."""

    tekst: str
    materialen: tuple[Any, ...]


def get_verloop(boeking: Boeking) -> Verloop:
    """Return what the page of the lesson says of this onderdeel, and its materials."""
    onderdeel = boeking.les.onderdelen.filter(sleutel=boeking.onderdeel_sleutel).first()
    materialen = boeking.les.materialen.select_related("document")
    return Verloop(onderdeel.tekst if onderdeel else "", tuple(materialen))
