"""Linking diaries that people keep elsewhere: adding, uploading, refreshing by hand, removing.

What an import says of time is written by ``vervang_bezette_tijdvakken`` alone. A title never gets
this far, and an address is never part of an error, a log line or a Gebeurtenis.
"""

from collections.abc import Collection
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from hoofdrolspelers.domain.agenda_import import Leesresultaat, build_leesvenster
from hoofdrolspelers.domain.netadres import lees_netadres
from hoofdrolspelers.domain.tijdvak import Tijdvak, voeg_samen
from hoofdrolspelers.models import BezetTijdvak, ExterneAgenda, Hoofdrolspeler
from lesaanbod.services.gebeurtenissen import noteer
from lesaanbod.services.versleuteling import Onleesbaar, ontsleutel, versleutel

from .agenda_lezen import lees_veilig

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

DOEL = "agenda-adres"
MAX_AGENDAS = 10
MAX_LOSSE_TIJDVAKKEN = 20_000
RUST = timedelta(minutes=1)
MAX_WAARSCHUWINGEN = 10


class TeVeelAgendas(Exception):
    """Ten diaries is more than anybody has."""


class AlGekoppeld(Exception):
    """The same person added the same address before."""


class NetGeprobeerd(Exception):
    """The diary was read less than a minute ago."""


class WebsiteVraagtRust(Exception):
    """The website of the diary asked us to leave it alone for a while."""


class IsBestand(Exception):
    """A file cannot be read again; its owner has to upload a new one."""


class IsGeenBestand(Exception):
    """A diary that is read from an address takes no file."""


@transaction.atomic
def koppel_agenda(
    *,
    hoofdrolspeler: Hoofdrolspeler,
    naam: str,
    adres: str,
    max_dagen_oud: int | None,
    nu: datetime,
    door: "Gebruiker",
) -> ExterneAgenda:
    """Add a diary by its address; the worker reads it. Returns the row.

    Raises ``OngeldigAdres``, ``AlGekoppeld`` or ``TeVeelAgendas``.
    """
    doel = lees_netadres(adres)
    check_ruimte(hoofdrolspeler)
    if str(doel) in list_adressen(hoofdrolspeler):
        raise AlGekoppeld
    agenda = ExterneAgenda.objects.create(
        hoofdrolspeler=hoofdrolspeler,
        naam=naam,
        adres_versleuteld=versleutel(doel=DOEL, tekst=str(doel)),
        host=doel.host,
        max_dagen_oud=max_dagen_oud,
        toegevoegd_op=nu,
        volgende_poging=nu,
    )
    log(agenda, "agenda gekoppeld", nu=nu, door=door)
    return agenda


def laad_bestand(
    *,
    hoofdrolspeler: Hoofdrolspeler,
    naam: str,
    inhoud: bytes,
    max_dagen_oud: int | None,
    nu: datetime,
    door: "Gebruiker",
) -> ExterneAgenda:
    """Add a diary from a file; only the time it takes is kept. Returns the row.

    Raises ``GeenAgenda`` or ``TeVeelAgendas``.
    """
    resultaat = lees_van(hoofdrolspeler, inhoud, nu)
    with transaction.atomic():
        check_ruimte(hoofdrolspeler)
        agenda = ExterneAgenda.objects.create(
            hoofdrolspeler=hoofdrolspeler,
            naam=naam,
            max_dagen_oud=max_dagen_oud,
            toegevoegd_op=nu,
        )
        bewaar_bezet(agenda=agenda, resultaat=resultaat, nu=nu)
        log(agenda, "agenda geladen uit bestand", nu=nu, door=door)
    return agenda


def vervang_bestand(
    *, agenda_id: int, inhoud: bytes, nu: datetime, door: "Gebruiker"
) -> ExterneAgenda:
    """Read a newer file in the place of the old one; when it is not sound the old one stays.

    Raises ``GeenAgenda`` or ``IsGeenBestand``.
    """
    agenda = ExterneAgenda.objects.select_related("hoofdrolspeler__gebruiker").get(pk=agenda_id)
    if not agenda.is_bestand:
        raise IsGeenBestand
    resultaat = lees_van(agenda.hoofdrolspeler, inhoud, nu)
    with transaction.atomic():
        agenda = lock_agenda(agenda_id)
        bewaar_bezet(agenda=agenda, resultaat=resultaat, nu=nu)
        log(agenda, "agenda vervangen uit bestand", nu=nu, door=door)
    return agenda


@transaction.atomic
def stel_in(
    *, agenda_id: int, naam: str, max_dagen_oud: int | None, nu: datetime, door: "Gebruiker"
) -> ExterneAgenda:
    """Give a diary another name or another greatest age; returns the row."""
    agenda = lock_agenda(agenda_id)
    agenda.naam, agenda.max_dagen_oud = naam, max_dagen_oud
    if not is_te_oud(agenda, nu):
        agenda.verouderd_sinds = None
    agenda.save(update_fields=["naam", "max_dagen_oud", "verouderd_sinds"])
    log(agenda, "agenda ingesteld", nu=nu, door=door)
    return agenda


@transaction.atomic
def vernieuw_nu(*, agenda_id: int, nu: datetime) -> None:
    """Let the worker read a diary at once.

    Raises ``IsBestand``, ``NetGeprobeerd`` or ``WebsiteVraagtRust``.
    """
    agenda = lock_agenda(agenda_id)
    if agenda.is_bestand:
        raise IsBestand
    if agenda.geprobeerd_op and nu - agenda.geprobeerd_op < RUST:
        raise NetGeprobeerd
    if ExterneAgenda.objects.filter(host=agenda.host, wacht_tot__gt=nu).exists():
        raise WebsiteVraagtRust
    agenda.volgende_poging = nu
    agenda.save(update_fields=["volgende_poging"])


@transaction.atomic
def ontkoppel_agenda(*, agenda_id: int, nu: datetime, door: "Gebruiker") -> None:
    """Forget a diary, its address and the time it takes."""
    agenda = lock_agenda(agenda_id)
    log(agenda, "agenda ontkoppeld", nu=nu, door=door)
    vervang_bezette_tijdvakken(agenda=agenda, bezet=())
    agenda.delete()


def get_adres(agenda: ExterneAgenda) -> str:
    """Return the secret address of a diary. Raises ``Onleesbaar`` after a change of key."""
    return ontsleutel(doel=DOEL, bewaard=agenda.adres_versleuteld)


def list_adressen(hoofdrolspeler: Hoofdrolspeler) -> set[str]:
    """Return the addresses that somebody linked; one that cannot be read any more is not there."""
    adressen = set()
    for agenda in hoofdrolspeler.agendas.exclude(adres_versleuteld=""):
        with suppress(Onleesbaar):
            adressen.add(get_adres(agenda))
    return adressen


def check_ruimte(hoofdrolspeler: Hoofdrolspeler) -> None:
    """Refuse an eleventh diary; the lock keeps two at once from both being the tenth."""
    Hoofdrolspeler.objects.select_for_update().get(pk=hoofdrolspeler.pk)
    if hoofdrolspeler.agendas.count() >= MAX_AGENDAS:
        raise TeVeelAgendas


def lock_agenda(agenda_id: int) -> ExterneAgenda:
    """Return the row, locked until the transaction ends."""
    return ExterneAgenda.objects.select_for_update().get(pk=agenda_id)


def lees_van(hoofdrolspeler: Hoofdrolspeler, inhoud: bytes, nu: datetime) -> Leesresultaat:
    """Read a file for this person. Raises ``GeenAgenda``."""
    return lees_veilig(
        inhoud=inhoud,
        venster=build_leesvenster(nu),
        eigen_adressen=[hoofdrolspeler.gebruiker.email],
    )


def bewaar_bezet(*, agenda: ExterneAgenda, resultaat: Leesresultaat, nu: datetime) -> None:
    """Put what was read in the place of what was there; call it with the row locked."""
    bezet = resultaat.bezet
    if len(bezet) > MAX_LOSSE_TIJDVAKKEN:
        bezet = voeg_samen(bezet)
    vervang_bezette_tijdvakken(agenda=agenda, bezet=bezet)
    agenda.ontleed_op = nu
    agenda.waarschuwingen = list(resultaat.waarschuwingen[:MAX_WAARSCHUWINGEN])
    noteer_gelezen(agenda, nu)


def vervang_bezette_tijdvakken(*, agenda: ExterneAgenda, bezet: Collection[Tijdvak]) -> None:
    """Store the time that a diary takes now; no other code writes a BezetTijdvak."""
    agenda.bezette_tijdvakken.all().delete()
    BezetTijdvak.objects.bulk_create(
        (
            BezetTijdvak(
                agenda=agenda,
                hoofdrolspeler_id=agenda.hoofdrolspeler_id,
                begin=span.begin,
                eind=span.eind,
            )
            for span in bezet
        ),
        batch_size=1000,
    )


def noteer_gelezen(agenda: ExterneAgenda, nu: datetime) -> None:
    """Write down that all is well at ``nu``."""
    agenda.gelezen_op = nu
    agenda.fout, agenda.fout_sinds, agenda.is_blijvend = "", None, False
    agenda.leeg_sinds = None
    agenda.pogingen, agenda.geclaimd_tot, agenda.verouderd_sinds = 0, None, None
    agenda.wacht_tot = None
    agenda.save()


def is_te_oud(agenda: ExterneAgenda, nu: datetime) -> bool:
    """Whether what we know is older than its owner allows; never read is as old as the link."""
    if agenda.max_dagen_oud is None:
        return False
    laatst = agenda.gelezen_op or agenda.toegevoegd_op
    return laatst + timedelta(days=agenda.max_dagen_oud) <= nu


def log(agenda: ExterneAgenda, wat: str, *, nu: datetime, door: "Gebruiker | None") -> None:
    """Write one line about a diary; never its address, never its name."""
    noteer(onderwerp_soort="agenda", onderwerp_id=agenda.pk, wat=wat, door=door, nu=nu)
