"""What others may know of people and their time."""

import re
from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from .domain.agendabeeld import Agendabeeld
from .domain.beschikbaarheid import Ritmeblok, get_vrije_tijdvakken, voeg_ritme_samen
from .domain.deelname import DOET_MEE, Deelname
from .domain.persoon import Persoon
from .domain.profiel import Profiel
from .domain.ritmeregel import Ritmeregel, build_ritmeregel
from .domain.tijdvak import Tijdvak
from .models import BezetTijdvak, ExterneAgenda, Hoofdrolspeler, Vastlegging, Wijk, WijkPostcode

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from lesaanbod.models import Gebruiker

POSTCODE = re.compile(r"\s*([1-9][0-9]{3})\s*(?:[A-Za-z]{2})?\s*")


def list_personen(
    *, rol_id: int | None, venster: Tijdvak, ids: Collection[int] | None = None
) -> list[Persoon]:
    """Return everybody with this role (None: any role), by pk, with their time in ``venster``.

    Who is only invited, or pauses, is in it too, marked, so that a desk can say why not; who left
    is in no list. ``ids`` narrows it to these people. Eight queries, however many people.
    """
    people = Hoofdrolspeler.objects.exclude(deelname=Deelname.VERTROKKEN.value)
    people = people.order_by("pk").select_related("gebruiker")
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
        Prefetch("bezette_tijdvakken", queryset=_bezet_elders(venster)),
        Prefetch("agendas", queryset=ExterneAgenda.objects.filter(verouderd_sinds__isnull=False)),
    )
    return [_build_persoon(hoofdrolspeler, venster) for hoofdrolspeler in people]


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
    return _overlapping(tijdvak).filter(hoofdrolspeler=hoofdrolspeler_id).exists()


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


def list_bezet_uit_agenda(
    *, hoofdrolspeler_ids: Collection[int], venster: Tijdvak
) -> dict[int, tuple[Tijdvak, ...]]:
    """Return the time that people's own diaries take and that touches ``venster``, by person.

    Whole spans, each event on its own, in order; who is not in it has none. One query.
    """
    bezet: dict[int, list[Tijdvak]] = defaultdict(list)
    for rij in _bezet_elders(venster).filter(hoofdrolspeler__in=hoofdrolspeler_ids):
        bezet[rij.hoofdrolspeler_id].append(Tijdvak(rij.begin, rij.eind))
    return {persoon: tuple(dict.fromkeys(spans)) for persoon, spans in bezet.items()}


def list_agendas(hoofdrolspeler: Hoofdrolspeler) -> list[Agendabeeld]:
    """Return the diaries of this person as a page shows them, in the order they came."""
    return [_build_agendabeeld(agenda) for agenda in hoofdrolspeler.agendas.all()]


def get_agenda(hoofdrolspeler: Hoofdrolspeler, agenda_id: int) -> Agendabeeld | None:
    """Return one diary of this person, or None for an unknown one and for anybody else's."""
    agenda = hoofdrolspeler.agendas.filter(pk=agenda_id).first()
    return _build_agendabeeld(agenda) if agenda else None


def _build_agendabeeld(agenda: ExterneAgenda) -> Agendabeeld:
    return Agendabeeld(
        id=agenda.pk,
        naam=agenda.naam,
        host=agenda.host,
        is_bestand=agenda.is_bestand,
        max_dagen_oud=agenda.max_dagen_oud,
        toegevoegd_op=agenda.toegevoegd_op,
        gelezen_op=agenda.gelezen_op,
        fout=agenda.fout,
        fout_sinds=agenda.fout_sinds,
        is_blijvend=agenda.is_blijvend,
        verouderd_sinds=agenda.verouderd_sinds,
        volgende_poging=agenda.volgende_poging,
        waarschuwingen=tuple(agenda.waarschuwingen),
    )


def _bezet_elders(tijdvak: Tijdvak) -> QuerySet[BezetTijdvak]:
    """Return what diaries elsewhere take of ``tijdvak``, in order."""
    return BezetTijdvak.objects.filter(begin__lt=tijdvak.eind, eind__gt=tijdvak.begin)


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
        eigen_agenda=tuple(
            Tijdvak(r.begin, r.eind) for r in hoofdrolspeler.bezette_tijdvakken.all()
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
