"""What others may know of people and their time."""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from .domain.beschikbaarheid import Ritmeblok, get_vrije_tijdvakken, voeg_ritme_samen
from .domain.persoon import Persoon
from .domain.profiel import Profiel
from .domain.ritmeregel import Ritmeregel, build_ritmeregel
from .domain.tijdvak import Tijdvak
from .models import Hoofdrolspeler, Vastlegging, Wijk, WijkPostcode

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from lesaanbod.models import Gebruiker

POSTCODE = re.compile(r"\s*([1-9][0-9]{3})\s*(?:[A-Za-z]{2})?\s*")


def list_personen(
    *, rol_id: int | None, venster: Tijdvak, ids: Collection[int] | None = None
) -> list[Persoon]:
    """Return everybody with this role (None: any role), by pk, with their time in ``venster``.

    Inactive people are in it too, marked, so that a desk can say why not; ``ids`` narrows it to
    these people. Six queries, however many people.
    """
    people = Hoofdrolspeler.objects.order_by("pk").select_related("gebruiker")
    if rol_id is not None:
        people = people.filter(rollen=rol_id)
    if ids is not None:
        people = people.filter(pk__in=ids)
    people = people.prefetch_related(
        "rollen",
        "niveaus",
        "wijken",
        "weekritmes",
        Prefetch("vastleggingen", queryset=_overlapping(venster)),
    )
    return [_build_persoon(hoofdrolspeler, venster) for hoofdrolspeler in people]


def list_profielen() -> list[Profiel]:
    """Return everybody, active or not, by name. Four queries, however many people."""
    people = Hoofdrolspeler.objects.select_related("gebruiker").prefetch_related(
        "rollen", "niveaus", "wijken"
    )
    return [_build_profiel(persoon) for persoon in people.order_by("gebruiker__naam", "pk")]


def is_adres_bekend(email: str) -> bool:
    """Whether somebody with this e-mail address is a hoofdrolspeler."""
    return Hoofdrolspeler.objects.filter(gebruiker__email=email.strip().lower()).exists()


def list_wijken() -> list[tuple[int, str, str]]:
    """Return number, CBS code and name of every wijk, by name."""
    return list(Wijk.objects.order_by("naam").values_list("pk", "code", "naam"))


def is_bezet(*, hoofdrolspeler_id: int, tijdvak: Tijdvak) -> bool:
    """Whether a Vastlegging of this person overlaps ``tijdvak``."""
    return _overlapping(tijdvak).filter(hoofdrolspeler=hoofdrolspeler_id).exists()


def get_hoofdrolspeler_voor(gebruiker: "Gebruiker | AnonymousUser") -> Hoofdrolspeler | None:
    """Return the hoofdrolspeler this user is, active or not, or None."""
    if gebruiker.pk is None:
        return None
    return Hoofdrolspeler.objects.filter(gebruiker=gebruiker.pk).first()


def list_weekritme(hoofdrolspeler: Hoofdrolspeler) -> list[Ritmeregel]:
    """Return the week of this person in words, Monday first; touching blocks are one. One query."""
    blokken = [
        Ritmeblok(blok.weekdag, blok.begin, blok.eind) for blok in hoofdrolspeler.weekritmes.all()
    ]
    return [build_ritmeregel(blok) for blok in voeg_ritme_samen(blokken)]


def is_hoofdrolspeler(gebruiker: "Gebruiker | AnonymousUser") -> bool:
    """Whether this user is a hoofdrolspeler, active or not."""
    return get_hoofdrolspeler_voor(gebruiker) is not None


def get_wijk_id_voor_postcode(postcode: str) -> int | None:
    """Return the wijk that «3561» or «3561 AB» mostly lies in, or None when we know none."""
    match = POSTCODE.fullmatch(postcode)
    if match is None:
        return None
    rows = WijkPostcode.objects.filter(postcode4=match[1])
    return rows.values_list("wijk_id", flat=True).first()


def get_wijk_ids_per_postcode() -> dict[str, int]:
    """Return every known four-digit postcode with its wijk, for who reads many addresses."""
    return dict(WijkPostcode.objects.values_list("postcode4", "wijk_id"))


def _overlapping(tijdvak: Tijdvak) -> QuerySet[Vastlegging]:
    return Vastlegging.objects.filter(begin__lt=tijdvak.eind, eind__gt=tijdvak.begin)


def _build_persoon(hoofdrolspeler: Hoofdrolspeler, venster: Tijdvak) -> Persoon:
    """Build the plain values; only the Vastleggingen in the window were prefetched."""
    ritme = [
        Ritmeblok(blok.weekdag, blok.begin, blok.eind) for blok in hoofdrolspeler.weekritmes.all()
    ]
    bezet = hoofdrolspeler.vastleggingen.all()
    return Persoon(
        id=hoofdrolspeler.pk,
        naam=hoofdrolspeler.gebruiker.naam,
        voornaam=hoofdrolspeler.voornaam,
        organisatie=hoofdrolspeler.organisatie,
        rol_ids=frozenset(rol.pk for rol in hoofdrolspeler.rollen.all()),
        niveau_ids=frozenset(niveau.pk for niveau in hoofdrolspeler.niveaus.all()),
        wijk_ids=frozenset(wijk.pk for wijk in hoofdrolspeler.wijken.all()),
        max_per_maand=hoofdrolspeler.max_per_maand,
        is_actief=hoofdrolspeler.is_actief,
        vrij=get_vrije_tijdvakken(ritme, venster),
        bezet=tuple(Tijdvak(vastlegging.begin, vastlegging.eind) for vastlegging in bezet),
    )


def _build_profiel(hoofdrolspeler: Hoofdrolspeler) -> Profiel:
    """Build the plain values from prefetched rows."""
    return Profiel(
        id=hoofdrolspeler.pk,
        naam=str(hoofdrolspeler.gebruiker),
        organisatie=hoofdrolspeler.organisatie,
        telefoon=hoofdrolspeler.telefoon,
        rollen=tuple(rol.naam for rol in hoofdrolspeler.rollen.all()),
        niveaus=tuple(niveau.korte_naam for niveau in hoofdrolspeler.niveaus.all()),
        wijken=tuple(wijk.naam for wijk in hoofdrolspeler.wijken.all()),
        max_per_maand=hoofdrolspeler.max_per_maand,
        is_actief=hoofdrolspeler.is_actief,
    )
