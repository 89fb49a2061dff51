"""Joining, pausing and leaving: the person's side. What it means for lessons is not known here."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from hoofdrolspelers.domain.beschikbaarheid import STANDAARDWEEK
from hoofdrolspelers.domain.deelname import (
    Deelname,
    Pauze,
    check_deelname,
    leid_deelname_af,
)
from hoofdrolspelers.domain.zichtbaarheid import (
    Afscherming,
    Zichtbaarheid,
    begrens,
    bepaal_standaard,
    is_strenger,
)
from hoofdrolspelers.models import Hoofdrolspeler, WeekRitme
from hoofdrolspelers.services.beschikbaarheid import GRENZEN
from hoofdrolspelers.services.hoofdrolspelers import set_choices
from hoofdrolspelers.services.vastleggingen import lock_hoofdrolspelers
from lesaanbod.domain.datums import AMSTERDAM
from lesaanbod.services.gebeurtenissen import noteer
from lesaanbod.services.gebruikers import ensure_gebruiker

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


VERGETEN = (
    *GRENZEN,
    "max_uitnodigingen",
    "klopt_nog_op",
    "dagen_tm",
    "telefoon",
    "vog_datum",
    "vog_notitie",
    "pauze_van",
    "pauze_tot_en_met",
)
"""What is as with somebody new once a person has left."""


class DoetAlMee(Exception):
    """Somebody with this address takes part, or was invited."""


class NietStrenger(Exception):
    """Only the person can let a school see more."""


def nodig_hoofdrolspeler_uit(
    *,
    email: str,
    rol_slugs: Collection[str],
    niveau_slugs: Collection[str],
    wijkcodes: Collection[str],
    nu: datetime,
    door: "Gebruiker | None",
) -> Hoofdrolspeler:
    """Return somebody who is invited to take part; the rest the person tells at the first login.

    Who left before comes back as invited. Raises ``DoetAlMee``, and ``OnbekendeKeuze`` for a role,
    niveau or wijk that is not there.
    """
    with transaction.atomic():
        gebruiker = ensure_gebruiker(email=email, naam="")
        standaard = bepaal_standaard(rol_slugs)
        begin = {
            "deelname": Deelname.VERTROKKEN.value,
            "zichtbaarheid_vooraf": standaard.vooraf.value,
            "zichtbaarheid": standaard.na.value,
        }
        nieuw, _ = Hoofdrolspeler.objects.get_or_create(gebruiker=gebruiker, defaults=begin)
        (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[nieuw.pk])
        if hoofdrolspeler.deelname != Deelname.VERTROKKEN.value:
            raise DoetAlMee
        set_choices(hoofdrolspeler, rol_slugs, niveau_slugs, wijkcodes)
        zet_deelname(hoofdrolspeler, Deelname.UITGENODIGD, nu=nu, door=door)
    return hoofdrolspeler


def vul_profiel_in(
    *,
    hoofdrolspeler_id: int,
    naam: str,
    voornaam: str,
    organisatie: str,
    telefoon: str,
    max_per_maand: int,
    afscherming: Afscherming,
    nu: datetime,
    door: "Gebruiker | None",
) -> Hoofdrolspeler:
    """Keep what the person tells, and take part from then on.

    Who joins without a week of the own gets the usual one: working days, lesson hours.
    A school never sees more than the roles allow, nor before the confirmation more than after it.
    """
    with transaction.atomic():
        (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
        hoofdrolspeler.voornaam, hoofdrolspeler.organisatie = voornaam, organisatie
        hoofdrolspeler.telefoon, hoofdrolspeler.max_per_maand = telefoon, max_per_maand
        zet_afscherming(hoofdrolspeler, afscherming)
        gebruiker = hoofdrolspeler.gebruiker
        gebruiker.naam = naam
        gebruiker.save(update_fields=["naam"])
        if hoofdrolspeler.deelname == Deelname.UITGENODIGD.value:
            zet_deelname(hoofdrolspeler, Deelname.ACTIEF, nu=nu, door=door)
            zet_standaardweek(hoofdrolspeler)
        else:
            hoofdrolspeler.save()
            log(hoofdrolspeler, "gegevens gewijzigd", nu=nu, door=door)
    return hoofdrolspeler


def zet_standaardweek(hoofdrolspeler: Hoofdrolspeler) -> None:
    """Give somebody without any week the usual one; who has masks has a week."""
    if not hoofdrolspeler.weekritmes.exists():
        WeekRitme.objects.bulk_create(
            WeekRitme(
                hoofdrolspeler=hoofdrolspeler,
                weekdag=blok.weekdag,
                begin=blok.begin,
                eind=blok.eind,
            )
            for blok in STANDAARDWEEK
        )


def wijzig_mens(
    *,
    hoofdrolspeler_id: int,
    rol_slugs: Collection[str],
    niveau_slugs: Collection[str],
    wijkcodes: Collection[str],
    vog_datum: date | None,
    vog_notitie: str,
    afscherming: Afscherming,
    nu: datetime,
    door: "Gebruiker | None",
) -> Hoofdrolspeler:
    """Keep what a coördinator decides about somebody.

    Raises ``NietStrenger`` when a school would see more than the person chose, and
    ``OnbekendeKeuze``. A new role may make it less by itself.
    """
    with transaction.atomic():
        (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
        if not is_strenger(afscherming, get_afscherming(hoofdrolspeler)):
            raise NietStrenger
        set_choices(hoofdrolspeler, rol_slugs, niveau_slugs, wijkcodes)
        zet_afscherming(hoofdrolspeler, afscherming)
        hoofdrolspeler.vog_datum, hoofdrolspeler.vog_notitie = vog_datum, vog_notitie
        hoofdrolspeler.save()
        # What a VOG says is no matter for the log.
        log(hoofdrolspeler, "gegevens gewijzigd", nu=nu, door=door)
    return hoofdrolspeler


def zet_pauze(
    *, hoofdrolspeler_id: int, pauze: Pauze | None, nu: datetime, door: "Gebruiker | None"
) -> Hoofdrolspeler:
    """Set the days without lessons, or take them back. Raises ``DeelnameStapNietToegestaan``."""
    with transaction.atomic():
        (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
        check_kan_pauzeren(hoofdrolspeler)
        hoofdrolspeler.pauze_van = pauze.van if pauze else None
        hoofdrolspeler.pauze_tot_en_met = pauze.tot_en_met if pauze else None
        hoofdrolspeler.save()
        log(hoofdrolspeler, "pauze gezet" if pauze else "pauze weg", nu=nu, door=door)
        werk_bij(hoofdrolspeler, nu=nu, door=door)
    return hoofdrolspeler


def check_kan_pauzeren(hoofdrolspeler: Hoofdrolspeler) -> None:
    """Raise ``DeelnameStapNietToegestaan`` for who does not take part."""
    if hoofdrolspeler.deelname != Deelname.GEPAUZEERD.value:
        check_deelname(Deelname(hoofdrolspeler.deelname), Deelname.GEPAUZEERD)


def laat_vertrekken(
    *, hoofdrolspeler_id: int, nu: datetime, door: "Gebruiker | None"
) -> Hoofdrolspeler:
    """End taking part: out of every list, and what we need no longer is erased.

    Lessons that were given keep their rows, so counts stay. Raises
    ``DeelnameStapNietToegestaan``.
    """
    with transaction.atomic():
        (hoofdrolspeler,) = lock_hoofdrolspelers(ids=[hoofdrolspeler_id])
        vergeet(hoofdrolspeler)
        zet_deelname(hoofdrolspeler, Deelname.VERTROKKEN, nu=nu, door=door)
    return hoofdrolspeler


def vergeet(hoofdrolspeler: Hoofdrolspeler) -> None:
    """Erase the days of a locked person, and what was told of the own time; the caller saves.

    The masks of the days go too, and are believed no longer: who comes back gets new ones.
    """
    nieuw = Hoofdrolspeler()
    for naam in VERGETEN:
        setattr(hoofdrolspeler, naam, getattr(nieuw, naam))
    hoofdrolspeler.weekritmes.all().delete()
    hoofdrolspeler.uitzonderingen.all().delete()
    hoofdrolspeler.vrije_dagen.all().delete()
    hoofdrolspeler.agendas.all().delete()
    hoofdrolspeler.wijken.clear()


def werk_pauzes_bij(*, nu: datetime) -> int:
    """Let pauses begin and end that do so today; return how many people that were."""
    with transaction.atomic():
        met_pauze = Hoofdrolspeler.objects.filter(pauze_van__isnull=False)
        ids = list(met_pauze.values_list("pk", flat=True))
        return sum(werk_bij(mens, nu=nu, door=None) for mens in lock_hoofdrolspelers(ids=ids))


def werk_bij(hoofdrolspeler: Hoofdrolspeler, *, nu: datetime, door: "Gebruiker | None") -> bool:
    """Bring the state of a locked person up to date; return whether it changed.

    A pause that is over is forgotten.
    """
    vandaag = nu.astimezone(AMSTERDAM).date()
    huidig, pauze = Deelname(hoofdrolspeler.deelname), hoofdrolspeler.pauze
    naar = leid_deelname_af(huidig, pauze, vandaag)
    if pauze and pauze.tot_en_met < vandaag:
        hoofdrolspeler.pauze_van = hoofdrolspeler.pauze_tot_en_met = None
        hoofdrolspeler.save()
    if naar is huidig:
        return False
    zet_deelname(hoofdrolspeler, naar, nu=nu, door=door)
    return True


def get_afscherming(hoofdrolspeler: Hoofdrolspeler) -> Afscherming:
    """Return what a school may see of this person."""
    return Afscherming(
        Zichtbaarheid(hoofdrolspeler.zichtbaarheid_vooraf),
        Zichtbaarheid(hoofdrolspeler.zichtbaarheid),
    )


def zet_afscherming(hoofdrolspeler: Hoofdrolspeler, gekozen: Afscherming) -> None:
    """Set what a school may see, within the roles; the caller saves."""
    rollen = hoofdrolspeler.rollen.values_list("slug", flat=True)
    begrensd = begrens(gekozen, list(rollen))
    hoofdrolspeler.zichtbaarheid_vooraf = begrensd.vooraf.value
    hoofdrolspeler.zichtbaarheid = begrensd.na.value


def zet_deelname(
    hoofdrolspeler: Hoofdrolspeler, naar: Deelname, *, nu: datetime, door: "Gebruiker | None"
) -> None:
    """Write a new state of a locked person. Raises ``DeelnameStapNietToegestaan``."""
    check_deelname(Deelname(hoofdrolspeler.deelname), naar)
    hoofdrolspeler.deelname = naar.value
    hoofdrolspeler.save()
    log(hoofdrolspeler, naar.value, nu=nu, door=door)


def log(
    hoofdrolspeler: Hoofdrolspeler, wat: str, *, nu: datetime, door: "Gebruiker | None"
) -> None:
    """Write what happened to a person; never why, which is nobody's business."""
    noteer(
        onderwerp_soort="hoofdrolspeler",
        onderwerp_id=hoofdrolspeler.pk,
        wat=wat,
        door=door,
        nu=nu,
    )
