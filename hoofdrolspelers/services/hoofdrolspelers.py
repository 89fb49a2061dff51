"""Letting people join."""

from collections.abc import Collection, Iterable
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from django.db import models, transaction

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok, voeg_ritme_samen
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from hoofdrolspelers.models import Hoofdrolspeler, WeekRitme, Wijk
from lesaanbod.services.gebeurtenissen import noteer
from lesaanbod.services.gebruikers import ensure_gebruiker

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


class OnbekendeKeuze(Exception):
    """A role, niveau or wijk that is not in its list."""


@transaction.atomic
def maak_hoofdrolspeler(  # noqa: PLR0913 - one argument for every question of the form
    *,
    email: str,
    naam: str,
    voornaam: str,
    organisatie: str,
    rol_slugs: Collection[str],
    niveau_slugs: Collection[str],
    wijkcodes: Collection[str],
    ritme: Iterable[tuple[int, time, time]],
    zichtbaarheid: Zichtbaarheid,
    max_per_maand: int,
    nu: datetime,
    door: "Gebruiker | None",
    telefoon: str = "",
) -> Hoofdrolspeler:
    """Return the hoofdrolspeler with this e-mail address, made when there is none yet.

    Somebody who is there already comes back unchanged, and nothing is logged. Overlapping and
    touching blocks of ``ritme`` (ISO day, begin, end) become one. Raises ``OngeldigRitmeblok``,
    ``OnbekendeKeuze``, and Django's ``ValidationError`` for a value that does not fit its field.
    """
    blokken = voeg_ritme_samen(Ritmeblok(*blok) for blok in ritme)
    gebruiker = ensure_gebruiker(email=email, naam=naam)
    bestaande = Hoofdrolspeler.objects.filter(gebruiker=gebruiker).first()
    if bestaande is not None:
        return bestaande
    hoofdrolspeler = Hoofdrolspeler(
        gebruiker=gebruiker,
        voornaam=voornaam,
        organisatie=organisatie,
        telefoon=telefoon,
        zichtbaarheid=Zichtbaarheid(zichtbaarheid).value,
        max_per_maand=max_per_maand,
    )
    hoofdrolspeler.full_clean()
    hoofdrolspeler.save()
    set_choices(hoofdrolspeler, rol_slugs, niveau_slugs, wijkcodes)
    WeekRitme.objects.bulk_create(
        WeekRitme(
            hoofdrolspeler=hoofdrolspeler, weekdag=blok.weekdag, begin=blok.begin, eind=blok.eind
        )
        for blok in blokken
    )
    noteer(
        onderwerp_soort="hoofdrolspeler",
        onderwerp_id=hoofdrolspeler.pk,
        wat="aangemeld",
        door=door,
        nu=nu,
    )
    return hoofdrolspeler


def set_choices(
    hoofdrolspeler: Hoofdrolspeler,
    rol_slugs: Collection[str],
    niveau_slugs: Collection[str],
    wijkcodes: Collection[str],
) -> None:
    """Link the chosen words; the catalogue's tables are reached through our own relations."""
    rollen, niveaus = hoofdrolspeler.rollen, hoofdrolspeler.niveaus
    rollen.set(_find_ids(rollen.model.objects.all(), "slug", rol_slugs))
    niveaus.set(_find_ids(niveaus.model.objects.all(), "slug", niveau_slugs))
    hoofdrolspeler.wijken.set(_find_ids(Wijk.objects.all(), "code", wijkcodes))


def _find_ids(keuzes: models.QuerySet[Any], veld: str, gezocht: Collection[str]) -> list[int]:
    """Return the ids of the rows with these values; ``OnbekendeKeuze`` names what is not there."""
    rows = keuzes.in_bulk(set(gezocht), field_name=veld)
    if missing := set(gezocht) - rows.keys():
        raise OnbekendeKeuze(sorted(missing))
    return [row.pk for row in rows.values()]
