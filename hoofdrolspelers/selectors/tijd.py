"""Reading what is known of people's time, for one window, in a constant number of queries."""

from collections.abc import Collection

from django.db.models import Prefetch, QuerySet

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok
from hoofdrolspelers.domain.persoonstijd import Tijdgegevens
from hoofdrolspelers.domain.ritmeperiode import Periode, Ritmestuk
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.domain.uitzondering import Uitzonderingen, Uitzonderingsoort
from hoofdrolspelers.models import (
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


def list_tijdgegevens(*, ids: Collection[int], venster: Tijdvak) -> dict[int, Tijdgegevens]:
    """Return the time of these people by number. Six queries, however many people."""
    people = prefetch_tijd(Hoofdrolspeler.objects.filter(pk__in=ids), venster)
    return {hoofdrolspeler.pk: build_tijdgegevens(hoofdrolspeler) for hoofdrolspeler in people}


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
