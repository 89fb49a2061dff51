"""What people say of their own time. Every change makes the masks of the touched days again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import transaction

from hoofdrolspelers.domain.beschikbaarheid import (
    AMSTERDAM,
    Ritmeblok,
    get_dag,
    voeg_ritme_samen,
)
from hoofdrolspelers.domain.dagdeel import Dagdeel, get_dagdeel, is_te_herstellen, wissel
from hoofdrolspelers.domain.ritmeperiode import Periode, Ritmeperiode, leg_over
from hoofdrolspelers.domain.tijdvak import Tijdvak, doorsnede
from hoofdrolspelers.domain.uitzondering import (
    Uitzonderingen,
    Uitzonderingsoort,
    bouw_tijd,
    check_dagen,
)
from hoofdrolspelers.models import Hoofdrolspeler, Uitzondering, WeekRitme
from hoofdrolspelers.selectors.tijd import (
    build_ritmestuk,
    build_uitzonderingen,
    list_tijdgegevens,
)
from hoofdrolspelers.services.dagen import herbouw_alle_dagen, herbouw_dagen
from hoofdrolspelers.services.vastleggingen import lock_hoofdrolspelers
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


@dataclass(frozen=True, slots=True)
class Ritmeuitkomst:
    """What had to be done to keep a rhythm: blocks made one, another period shortened."""

    samengevoegd: bool
    ingekort: bool


@transaction.atomic
def zet_weekritme(
    *,
    hoofdrolspeler_id: int,
    periode: Periode,
    ritme: Iterable[tuple[int, time, time]],
    nu: datetime,
    door: "Gebruiker | None",
) -> Ritmeuitkomst:
    """Let ``ritme`` (ISO day, begin, end) hold in ``periode``; what stood there gives way.

    Overlapping and touching blocks of a day become one. Raises ``OngeldigRitmeblok``.
    """
    (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
    gegeven = [Ritmeblok(*blok) for blok in ritme]
    blokken = voeg_ritme_samen(gegeven)
    rijen = list(hoofdrolspeler.weekritmes.all())
    oud = {build_ritmestuk(rij) for rij in rijen}
    nieuw = leg_over(oud, Ritmeperiode(periode, blokken))
    hoofdrolspeler.weekritmes.all().delete()
    WeekRitme.objects.bulk_create(
        WeekRitme(
            hoofdrolspeler=hoofdrolspeler,
            weekdag=stuk.blok.weekdag,
            begin=stuk.blok.begin,
            eind=stuk.blok.eind,
            geldig_vanaf=stuk.periode.vanaf,
            geldig_tm=stuk.periode.tm,
        )
        for stuk in nieuw
    )
    herbouw_alle_dagen(hoofdrolspeler=hoofdrolspeler, nu=nu)
    _noteer(hoofdrolspeler, "weekritme gewijzigd", nu=nu, door=door)
    return Ritmeuitkomst(
        samengevoegd=len(blokken) < len(gegeven),
        ingekort=any(
            stuk.periode.raakt(periode) and stuk.periode != periode and stuk not in nieuw
            for stuk in oud
        ),
    )


@transaction.atomic
def zet_uitzondering(
    *,
    hoofdrolspeler_id: int,
    soort: Uitzonderingsoort,
    vanaf: date,
    tm: date,
    begin: time | None,
    eind: time | None,
    nu: datetime,
    door: "Gebruiker | None",
) -> bool:
    """Keep that somebody is away or extra there, from day to day or some hours of every day.

    Returns whether it met what was said before; what is said last counts. Raises a
    ``UitzonderingWeigering`` with words for the screen.
    """
    check_dagen(vanaf=vanaf, tm=tm, vandaag=nu.astimezone(AMSTERDAM).date())
    tijd = bouw_tijd(vanaf=vanaf, tm=tm, begin=begin, eind=eind)
    (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
    oud = _read(hoofdrolspeler)
    _write(hoofdrolspeler, oud.voeg_toe(soort, tijd))
    herbouw_dagen(hoofdrolspeler=hoofdrolspeler, tijd=tijd)
    _noteer(hoofdrolspeler, "uitzondering gewijzigd", nu=nu, door=door)
    return bool(doorsnede((*oud.weg, *oud.extra), tijd))


@transaction.atomic
def wis_uitzondering(
    *, hoofdrolspeler_id: int, uitzondering_id: int, nu: datetime, door: "Gebruiker | None"
) -> bool:
    """Let the rhythm count again there; returns whether there was anything to take away."""
    (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
    rij = hoofdrolspeler.uitzonderingen.filter(pk=uitzondering_id).first()
    if rij is None:
        return False
    tijd = [Tijdvak(rij.begin, rij.eind)]
    rij.delete()
    herbouw_dagen(hoofdrolspeler=hoofdrolspeler, tijd=tijd)
    _noteer(hoofdrolspeler, "uitzondering gewijzigd", nu=nu, door=door)
    return True


@transaction.atomic
def wissel_dagdeel(
    *,
    hoofdrolspeler_id: int,
    dag: date,
    dagdeel: Dagdeel,
    vrij: bool,
    nu: datetime,
    door: "Gebruiker | None",
) -> bool:
    """Make one half of a day free or not, with as few exceptions as it takes.

    Returns whether the opposite brings back what was said before; hours that were given for that
    half it does not. Raises ``AlVoorbij`` and ``TeVerWeg``.
    """
    check_dagen(vanaf=dag, tm=dag, vandaag=nu.astimezone(AMSTERDAM).date())
    helft = get_dagdeel(dag, dagdeel)
    (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
    gegevens = list_tijdgegevens(ids=[hoofdrolspeler_id], venster=helft)[hoofdrolspeler_id]
    oud = _read(hoofdrolspeler)
    _write(hoofdrolspeler, wissel(oud, gegevens, dag=dag, dagdeel=dagdeel, vrij=vrij))
    herbouw_dagen(hoofdrolspeler=hoofdrolspeler, tijd=[get_dag(dag)])
    _noteer(hoofdrolspeler, "uitzondering gewijzigd", nu=nu, door=door)
    return is_te_herstellen(oud, gegevens, dag=dag, dagdeel=dagdeel, vrij=vrij)


GRENZEN = (
    "max_per_dag",
    "max_per_week",
    "max_per_maand",
    "max_per_schooljaar",
    "dagen_vooraf",
    "rust_minuten",
    "vervoermiddel",
    "vertrekwijk_id",
    "max_reisminuten",
    "in_vakanties",
)


@transaction.atomic
def zet_grenzen(
    *,
    hoofdrolspeler_id: int,
    grenzen: dict[str, int | str | bool | None],
    nu: datetime,
    door: "Gebruiker | None",
) -> None:
    """Keep how much, how soon and how far somebody wants; ``grenzen`` has names of ``GRENZEN``.

    Raises ``ValueError`` for another name and Django's ``ValidationError`` for a value that does
    not fit its field.
    """
    if onbekend := set(grenzen) - set(GRENZEN):
        raise ValueError(sorted(onbekend))
    (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
    vakanties = hoofdrolspeler.in_vakanties
    for naam, waarde in grenzen.items():
        setattr(hoofdrolspeler, naam, waarde)
    hoofdrolspeler.full_clean()
    hoofdrolspeler.save(update_fields=list(grenzen))
    if hoofdrolspeler.in_vakanties != vakanties:
        herbouw_alle_dagen(hoofdrolspeler=hoofdrolspeler, nu=nu)
    _noteer(hoofdrolspeler, "grenzen gewijzigd", nu=nu, door=door)


@transaction.atomic
def bevestig_beschikbaarheid(
    *, hoofdrolspeler_id: int, nu: datetime, door: "Gebruiker | None"
) -> None:
    """Keep that somebody looked at the coming weeks and they are right."""
    (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
    hoofdrolspeler.klopt_nog_op = nu
    hoofdrolspeler.save(update_fields=["klopt_nog_op"])
    _noteer(hoofdrolspeler, "beschikbaarheid bevestigd", nu=nu, door=door)


def _read(hoofdrolspeler: Hoofdrolspeler) -> Uitzonderingen:
    """Return all exceptions of a person as a value."""
    return build_uitzonderingen(hoofdrolspeler.uitzonderingen.all())


def _write(hoofdrolspeler: Hoofdrolspeler, nieuw: Uitzonderingen) -> None:
    """Store ``nieuw`` with as few rows changed as possible, so that what stays keeps its number."""
    gewenst = {
        (soort.value, tijdvak)
        for soort, rij in (
            (Uitzonderingsoort.WEG, nieuw.weg),
            (Uitzonderingsoort.EXTRA, nieuw.extra),
        )
        for tijdvak in rij
    }
    weg: list[int] = []
    for rij in hoofdrolspeler.uitzonderingen.all():
        sleutel = (rij.soort, Tijdvak(rij.begin, rij.eind))
        if sleutel in gewenst:
            gewenst.remove(sleutel)
        else:
            weg.append(rij.pk)
    hoofdrolspeler.uitzonderingen.filter(pk__in=weg).delete()
    Uitzondering.objects.bulk_create(
        Uitzondering(
            hoofdrolspeler=hoofdrolspeler, soort=soort, begin=tijdvak.begin, eind=tijdvak.eind
        )
        for soort, tijdvak in sorted(gewenst)
    )


def _noteer(
    hoofdrolspeler: Hoofdrolspeler, wat: str, *, nu: datetime, door: "Gebruiker | None"
) -> None:
    """Log that something changed; never what, for whereabouts are nobody else's business."""
    noteer(
        onderwerp_soort="hoofdrolspeler",
        onderwerp_id=hoofdrolspeler.pk,
        wat=wat,
        door=door,
        nu=nu,
    )
