"""Mail that came in and needs a coördinator."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from boekingen.domain.antwoordbesluit import Gevolg
from boekingen.models import Contactpersoon, Inzet, Poststuk
from boekingen.selectors.dingen import LATER, Ding
from boekingen.selectors.lesgegevens import get_titel
from boekingen.selectors.toegang import check_coordinator
from boekingen.selectors.woorden import get_groepen, get_korte_les
from lesaanbod.services.links import unsign

LINK_DOEL = "antwoord"
BLIJFT_IN_LIJST = timedelta(days=30)


def list_post_dingen() -> Iterator[Ding]:
    """Yield the mails that wait; one about a lesson is as urgent as that lesson.

    For ``list_dingen`` only.
    """
    for stuk in _with_boeking(filter_open()):
        boeking = stuk.boeking
        over = [f"{get_korte_les(boeking)}, {get_groepen(boeking)}"] if boeking else []
        is_mens = stuk.gevolg == Gevolg.MENS.value
        wat = (
            f"schrijft: {stuk.onderwerp or 'zonder onderwerp'}"
            if is_mens
            else "antwoordt per agenda"
        )
        yield Ding(
            status="post",
            woord="post" if is_mens else "antwoord",
            kop=f"{get_afzender(stuk)} {wat}",
            uitleg=tuple(filter(None, [stuk.uitleg, *over])),
            knop="Lees de mail",
            adres="boekingen:planning_poststuk",
            nummer=stuk.pk,
            voor=(boeking.begin if boeking else None) or LATER,
        )


def get_afzender(stuk: Poststuk) -> str:
    """Return who wrote it: the name, else the address, else that nobody is named."""
    return stuk.van_naam or stuk.van or "Iemand"


def filter_open() -> QuerySet[Poststuk]:
    """Return the mails that wait for a coördinator, oldest first."""
    return Poststuk.objects.filter(voor_bureau=True, afgehandeld_op__isnull=True).order_by("pk")


def _with_boeking(stukken: QuerySet[Poststuk]) -> QuerySet[Poststuk]:
    return stukken.select_related(
        "boeking__aanvraag__contactpersoon__school", "afgehandeld_door"
    ).prefetch_related("boeking__groepen")


def list_poststukken(*, wie: Any, nu: datetime) -> list[Poststuk]:
    """Return what waits, oldest first, and then what was dealt with in the last month.

    Raises ``PermissionDenied``.
    """
    check_coordinator(wie)
    klaar = Poststuk.objects.filter(voor_bureau=True, afgehandeld_op__gt=nu - BLIJFT_IN_LIJST)
    return [*_with_boeking(filter_open()), *_with_boeking(klaar.order_by("-afgehandeld_op")[:50])]


@dataclass(frozen=True, slots=True, kw_only=True)
class Postbeeld:
    """One mail with what stands beside it: the lesson, and who we know by this address."""

    stuk: Poststuk
    afzender: str
    les: str
    contact: Contactpersoon | None
    mens_id: int | None


def get_postbeeld(*, wie: Any, poststuk_id: int) -> Postbeeld | None:
    """Return one mail for the desk, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    stukken = _with_boeking(Poststuk.objects.filter(pk=poststuk_id, voor_bureau=True))
    stuk = stukken.first()
    if stuk is None:
        return None
    contacten = Contactpersoon.objects.select_related("school").order_by("pk")
    return Postbeeld(
        stuk=stuk,
        afzender=get_afzender(stuk),
        les=get_titel(stuk.boeking) if stuk.boeking else "",
        contact=contacten.filter(gebruiker__email=stuk.van).first() if stuk.van else None,
        mens_id=find_mens_id(stuk.van) if stuk.van else None,
    )


def find_mens_id(adres: str) -> int | None:
    """Return the hoofdrolspeler with this address who was ever asked for a lesson, or None."""
    gevraagd = Inzet.objects.filter(hoofdrolspeler__gebruiker__email=adres)
    return gevraagd.values_list("hoofdrolspeler_id", flat=True).first()


def get_antwoord_voor_token(token: str) -> Poststuk | None:
    """Return the answer that a link from a mail opens, or None for any other text."""
    sleutel = unsign(doel=LINK_DOEL, token=token)
    if sleutel is None:
        return None
    stukken = Poststuk.objects.select_related(
        "uitnodiging__inzet__hoofdrolspeler__gebruiker", "uitnodiging__inzet__plek__rol"
    )
    return stukken.filter(sleutel=sleutel).first()
