"""What others may know of people and their time."""

import re
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok, voeg_ritme_samen
from hoofdrolspelers.domain.deelname import Deelname
from hoofdrolspelers.domain.profiel import Profiel
from hoofdrolspelers.domain.reistijd import Vervoermiddel
from hoofdrolspelers.domain.ritmeregel import Ritmeregel, build_ritmeregel
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.models import Hoofdrolspeler, Wijk, WijkPostcode

from .agendas import get_agenda as get_agenda
from .agendas import list_agendas as list_agendas
from .agendas import list_bezet_uit_agenda as list_bezet_uit_agenda
from .personen import list_inzetbaar as list_inzetbaar
from .personen import list_personen as list_personen
from .tijd import build_ritmestuk, overlapping

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from lesaanbod.models import Gebruiker

POSTCODE = re.compile(r"\s*([1-9][0-9]{3})\s*(?:[A-Za-z]{2})?\s*")


def list_profielen() -> list[Profiel]:
    """Return everybody who did not leave, by name. Four queries, however many people."""
    people = Hoofdrolspeler.objects.exclude(deelname=Deelname.VERTROKKEN.value)
    people = people.select_related("gebruiker").prefetch_related("rollen", "niveaus", "wijken")
    return [_build_profiel(persoon) for persoon in people.order_by("gebruiker__naam", "pk")]


def is_adres_bekend(email: str) -> bool:
    """Whether somebody with this e-mail address is a hoofdrolspeler who did not leave."""
    people = Hoofdrolspeler.objects.exclude(deelname=Deelname.VERTROKKEN.value)
    return people.filter(gebruiker__email=email.strip().lower()).exists()


def list_wijken() -> list[tuple[int, str, str]]:
    """Return number, CBS code and name of every wijk, by name."""
    return list(Wijk.objects.order_by("naam").values_list("pk", "code", "naam"))


def is_inzetbaar(*, hoofdrolspeler_id: int, rol_id: int | None, dag: date) -> bool:
    """Whether this person takes part and does not pause on ``dag``, in this role (None: any)."""
    people = Hoofdrolspeler.objects.filter(pk=hoofdrolspeler_id)
    if rol_id is not None:
        people = people.filter(rollen=rol_id)
    return any(person.doet_mee_op(dag) for person in people)


def is_bezet(*, hoofdrolspeler_id: int, tijdvak: Tijdvak) -> bool:
    """Whether a Vastlegging of this person overlaps ``tijdvak``."""
    return overlapping(tijdvak).filter(hoofdrolspeler=hoofdrolspeler_id).exists()


def get_max_uitnodigingen(*, ids: Collection[int]) -> dict[int, int]:
    """Return how many open invitations each of these people wants at once, by pk."""
    people = Hoofdrolspeler.objects.filter(pk__in=ids)
    return dict(people.values_list("pk", "max_uitnodigingen"))


def get_vervoermiddel(*, hoofdrolspeler_id: int) -> Vervoermiddel:
    """Return how this person travels."""
    mensen = Hoofdrolspeler.objects.values_list("vervoermiddel", flat=True)
    return Vervoermiddel(mensen.get(pk=hoofdrolspeler_id))


def get_hoofdrolspeler_voor(gebruiker: "Gebruiker | AnonymousUser") -> Hoofdrolspeler | None:
    """Return the hoofdrolspeler this user is, or None; who left is none any more."""
    if gebruiker.pk is None:
        return None
    people = Hoofdrolspeler.objects.exclude(deelname=Deelname.VERTROKKEN.value)
    return people.filter(gebruiker=gebruiker.pk).first()


def get_hoofdrolspeler(*, hoofdrolspeler_id: int) -> Hoofdrolspeler | None:
    """Return somebody who did not leave, or None."""
    people = Hoofdrolspeler.objects.exclude(deelname=Deelname.VERTROKKEN.value)
    return people.select_related("gebruiker").filter(pk=hoofdrolspeler_id).first()


def list_weekritme(hoofdrolspeler: Hoofdrolspeler, *, vandaag: date) -> list[Ritmeregel]:
    """Return the week that holds now in words, Monday first; touching blocks are one. One query."""
    blokken = [
        Ritmeblok(blok.weekdag, blok.begin, blok.eind)
        for blok in hoofdrolspeler.weekritmes.all()
        if build_ritmestuk(blok).periode.bevat(vandaag)
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
        deelname=Deelname(hoofdrolspeler.deelname),
        pauze=hoofdrolspeler.pauze,
    )
