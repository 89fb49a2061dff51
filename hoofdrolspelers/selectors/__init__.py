"""What others may know of people and their time."""

import re
from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok, voeg_ritme_samen
from hoofdrolspelers.domain.deelname import DOET_MEE, Deelname
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.persoonstijd import Soort, bereken_beschikbaarheid
from hoofdrolspelers.domain.profiel import Profiel
from hoofdrolspelers.domain.reistijd import Vervoermiddel
from hoofdrolspelers.domain.ritmeregel import Ritmeregel, build_ritmeregel
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.models import Hoofdrolspeler, Wijk, WijkPostcode

from .agendas import get_agenda as get_agenda
from .agendas import list_agendas as list_agendas
from .agendas import list_bezet_uit_agenda as list_bezet_uit_agenda
from .tijd import build_ritmestuk, build_tijdgegevens, overlapping, prefetch_tijd

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from lesaanbod.models import Gebruiker

POSTCODE = re.compile(r"\s*([1-9][0-9]{3})\s*(?:[A-Za-z]{2})?\s*")


def list_personen(
    *, rol_id: int | None, venster: Tijdvak, ids: Collection[int] | None = None
) -> list[Persoon]:
    """Return everybody with this role (None: any role), by pk, with their time in ``venster``.

    Who is only invited, or pauses, is in it too, marked, so that a desk can say why not; who left
    is in no list. ``ids`` narrows it to these people. Ten queries, however many people.
    """
    people = Hoofdrolspeler.objects.exclude(deelname=Deelname.VERTROKKEN.value)
    people = people.order_by("pk").select_related("gebruiker")
    if rol_id is not None:
        people = people.filter(rollen=rol_id)
    if ids is not None:
        people = people.filter(pk__in=ids)
    people = prefetch_tijd(people.prefetch_related("rollen", "niveaus", "wijken"), venster)
    rijen = list(people)
    lessen = list_inzetbaar([hoofdrolspeler.pk for hoofdrolspeler in rijen])
    return [_build_persoon(rij, lessen.get(rij.pk, frozenset()), venster) for rij in rijen]


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
    people = Hoofdrolspeler.objects.filter(pk=hoofdrolspeler_id, deelname__in=DOET_MEE)
    if rol_id is not None:
        people = people.filter(rollen=rol_id)
    return not all(p.pauze and p.pauze.bevat(dag) for p in people)


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


def list_inzetbaar(ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Return for whom a coördinator chose lessons, and which; who is not in it may give all."""
    lessen: dict[int, frozenset[int]] = {}
    paren = Hoofdrolspeler.inzetbaar_voor.through.objects.filter(hoofdrolspeler_id__in=ids)
    for persoon_id, les_id in paren.values_list("hoofdrolspeler_id", "lespage_id"):
        lessen[persoon_id] = lessen.get(persoon_id, frozenset()) | {les_id}
    return lessen


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


def _build_persoon(
    hoofdrolspeler: Hoofdrolspeler, les_ids: frozenset[int], venster: Tijdvak
) -> Persoon:
    """Build the plain values; only what touches the window was prefetched."""
    gegevens = build_tijdgegevens(hoofdrolspeler)
    tijd = bereken_beschikbaarheid(gegevens, venster)
    return Persoon(
        id=hoofdrolspeler.pk,
        naam=hoofdrolspeler.gebruiker.naam,
        voornaam=hoofdrolspeler.voornaam,
        organisatie=hoofdrolspeler.organisatie,
        rol_ids=frozenset(rol.pk for rol in hoofdrolspeler.rollen.all()),
        niveau_ids=frozenset(niveau.pk for niveau in hoofdrolspeler.niveaus.all()),
        wijk_ids=frozenset(wijk.pk for wijk in hoofdrolspeler.wijken.all()),
        les_ids=les_ids,
        max_per_dag=hoofdrolspeler.max_per_dag,
        max_per_week=hoofdrolspeler.max_per_week,
        max_per_maand=hoofdrolspeler.max_per_maand,
        max_per_schooljaar=hoofdrolspeler.max_per_schooljaar,
        dagen_vooraf=hoofdrolspeler.dagen_vooraf,
        rust=timedelta(minutes=hoofdrolspeler.rust_minuten),
        vervoermiddel=Vervoermiddel(hoofdrolspeler.vervoermiddel),
        vertrekwijk_id=hoofdrolspeler.vertrekwijk_id,
        max_reisminuten=hoofdrolspeler.max_reisminuten,
        is_actief=hoofdrolspeler.is_actief,
        vrij=tijd.aangeboden,
        bezet=gegevens.vastgelegd,
        weg=tijd.lagen[Soort.WEG],
        vakantie=tijd.lagen[Soort.VAKANTIE],
        eigen_agenda=tuple(
            Tijdvak(rij.begin, rij.eind) for rij in hoofdrolspeler.bezette_tijdvakken.all()
        ),
        heeft_oude_agenda=bool(hoofdrolspeler.agendas.all()),
        pauze=hoofdrolspeler.pauze,
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
        deelname=Deelname(hoofdrolspeler.deelname),
        pauze=hoofdrolspeler.pauze,
    )
