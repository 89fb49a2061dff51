"""Reading what is known of people's time, for one window, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import Prefetch, QuerySet

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok
from hoofdrolspelers.domain.persoonstijd import Tijdgegevens
from hoofdrolspelers.domain.ritmeperiode import Periode, Ritmestuk
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.domain.uitzondering import Uitzonderingen, Uitzonderingsoort
from hoofdrolspelers.models import (
    BezetTijdvak,
    ExterneAgenda,
    Hoofdrolspeler,
    Uitzondering,
    Vastlegging,
    WeekRitme,
)

from .agendas import bezet_elders


def prefetch_tijd(people: QuerySet[Hoofdrolspeler], venster: Tijdvak) -> QuerySet[Hoofdrolspeler]:
    """Add rhythm, exceptions, lessons and diaries that touch ``venster``: five queries more.

    Of the diaries themselves only those that are too old to go by.
    """
    return people.prefetch_related(
        "weekritmes",
        Prefetch("uitzonderingen", queryset=uitzonderingen_in(venster)),
        Prefetch("vastleggingen", queryset=overlapping(venster)),
        Prefetch("bezette_tijdvakken", queryset=bezet_elders(venster)),
        Prefetch("agendas", queryset=ExterneAgenda.objects.filter(verouderd_sinds__isnull=False)),
    )


def build_tijdgegevens(hoofdrolspeler: Hoofdrolspeler) -> Tijdgegevens:
    """Return the plain values of somebody read with ``prefetch_tijd``."""
    uitzonderingen = build_uitzonderingen(hoofdrolspeler.uitzonderingen.all())
    return Tijdgegevens(
        ritme=tuple(build_ritmestuk(rij) for rij in hoofdrolspeler.weekritmes.all()),
        weg=uitzonderingen.weg,
        extra=uitzonderingen.extra,
        vastgelegd=tuple(
            Tijdvak(rij.begin, rij.eind) for rij in hoofdrolspeler.vastleggingen.all()
        ),
        eigen_agenda=tuple(
            Tijdvak(rij.begin, rij.eind) for rij in hoofdrolspeler.bezette_tijdvakken.all()
        ),
        in_vakanties=hoofdrolspeler.in_vakanties,
    )


def list_tijdgegevens(
    *, ids: Collection[int], venster: Tijdvak, met_agenda: bool = True
) -> dict[int, Tijdgegevens]:
    """Return the time of these people by number; without ``met_agenda`` not their own diaries.

    Five queries, however many people. Of the rows only what counts is read: this is what the masks
    of everybody are made from.
    """
    mensen = Hoofdrolspeler.objects.filter(pk__in=ids).values_list("pk", "in_vakanties")
    bezet = bezet_elders(venster) if met_agenda else BezetTijdvak.objects.none()
    ritme = _list_ritme(ids)
    uitzonderingen = _list_per_mens(uitzonderingen_in(venster), ids, "soort")
    vastgelegd = _list_per_mens(overlapping(venster), ids)
    eigen_agenda = _list_per_mens(bezet, ids)
    weg, extra = Uitzonderingsoort.WEG.value, Uitzonderingsoort.EXTRA.value
    return {
        pk: Tijdgegevens(
            ritme=tuple(ritme[pk]),
            weg=tuple(Tijdvak(b, e) for b, e, soort in uitzonderingen[pk] if soort == weg),
            extra=tuple(Tijdvak(b, e) for b, e, soort in uitzonderingen[pk] if soort == extra),
            vastgelegd=tuple(Tijdvak(b, e) for b, e in vastgelegd[pk]),
            eigen_agenda=tuple(Tijdvak(b, e) for b, e in eigen_agenda[pk]),
            in_vakanties=in_vakanties,
        )
        for pk, in_vakanties in mensen
    }


def _list_ritme(ids: Collection[int]) -> dict[int, list[Ritmestuk]]:
    """Return the rhythm of these people by number."""
    velden = ("hoofdrolspeler_id", "weekdag", "begin", "eind", "geldig_vanaf", "geldig_tm")
    ritme: dict[int, list[Ritmestuk]] = defaultdict(list)
    for pk, weekdag, begin, eind, vanaf, tm in WeekRitme.objects.filter(
        hoofdrolspeler__in=ids
    ).values_list(*velden):
        ritme[pk].append(Ritmestuk(Ritmeblok(weekdag, begin, eind), Periode(vanaf, tm)))
    return ritme


def _list_per_mens(
    rijen: QuerySet[Any], ids: Collection[int], *velden: str
) -> dict[int, list[tuple[Any, ...]]]:
    """Return begin, eind and ``velden`` of rows of these people, by number."""
    per_mens: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    eigen = rijen.filter(hoofdrolspeler__in=ids)
    for pk, *waarden in eigen.values_list("hoofdrolspeler_id", "begin", "eind", *velden):
        per_mens[pk].append(tuple(waarden))
    return per_mens


def build_ritmestuk(rij: WeekRitme) -> Ritmestuk:
    """Return a row as a value."""
    return Ritmestuk(
        Ritmeblok(rij.weekdag, rij.begin, rij.eind), Periode(rij.geldig_vanaf, rij.geldig_tm)
    )


def build_uitzonderingen(rijen: Collection[Uitzondering]) -> Uitzonderingen:
    """Return rows as a value."""
    per_soort: dict[str, list[Tijdvak]] = {soort.value: [] for soort in Uitzonderingsoort}
    for rij in rijen:
        per_soort[rij.soort].append(Tijdvak(rij.begin, rij.eind))
    return Uitzonderingen(
        weg=tuple(per_soort[Uitzonderingsoort.WEG.value]),
        extra=tuple(per_soort[Uitzonderingsoort.EXTRA.value]),
    )


def uitzonderingen_in(venster: Tijdvak) -> QuerySet[Uitzondering]:
    """Return the exceptions that touch ``venster``."""
    return Uitzondering.objects.filter(begin__lt=venster.eind, eind__gt=venster.begin)


def overlapping(tijdvak: Tijdvak) -> QuerySet[Vastlegging]:
    """Return the Vastleggingen that touch ``tijdvak``."""
    return Vastlegging.objects.filter(begin__lt=tijdvak.eind, eind__gt=tijdvak.begin)
