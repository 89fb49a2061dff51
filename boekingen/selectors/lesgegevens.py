"""A lesson in words, the same in pages, mails and invitations."""

from dataclasses import dataclass
from typing import Any

from boekingen.domain.status import BoekingStatus
from boekingen.models import Boeking
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
            namen.append(f"een {plek.rol.naam}")
        else:
            persoon = inzet.hoofdrolspeler
            naam = persoon.gebruiker.naam
            ziet = persoon.zichtbaarheid if staat_vast else persoon.zichtbaarheid_vooraf
            namen.append(toon_naam(ziet, plek.rol.naam, persoon.voornaam, naam))
    return namen


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
