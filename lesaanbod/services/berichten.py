"""The outbox: put a mail in the queue, in the transaction of the change it tells about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Exists, OuterRef

from lesaanbod.emails import BriefOngeldig, clean_naam, render_brief
from lesaanbod.models import Bericht, Gebruiker
from lesaanbod.models.berichten import BerichtStatus

from .gebeurtenissen import noteer
from .naverzending import verstuur_nog_eens
from .verzending import build_message_id, build_placeholder, verstuur_klaarstaande

__all__ = [
    "AdresOngeldig",
    "Agendadeel",
    "BerichtNietMislukt",
    "BriefOngeldig",
    "Feit",
    "PersoonlijkeLink",
    "herschrijf",
    "neem_wachtende",
    "verstuur_klaarstaande",
    "verstuur_nog_eens",
    "zet_klaar",
    "zet_opnieuw_klaar",
]


class AdresOngeldig(Exception):
    """The receiver's address is not one plain e-mail address."""


class BerichtNietMislukt(Exception):
    """Only a mail that failed can be put back in the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendadeel:
    """The invitation that travels with a mail: exact bytes, and what they say."""

    ics: bytes
    methode: str
    uid: str
    sequence: int
    dtstamp: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonlijkeLink:
    """A link for the receiver alone: ``pad`` holds ``{token}``, made when the mail is sent."""

    pad: str
    doel: str
    sleutel: str


@dataclass(frozen=True, slots=True)
class Feit:
    """One row of the list of facts in a letter (``emails/onderdelen/feiten``)."""

    naam: str
    waarde: str
    toelichting: str = ""

    @property
    def toelichting_in_een_regel(self) -> str:
        """The lines of the explanation as one, to be read between brackets."""
        return ". ".join(self.toelichting.splitlines())


def zet_klaar(  # noqa: PLR0913 - what a letter is: its words, its receiver, what travels along
    *,
    brief: str,
    aan: str,
    aan_naam: str,
    context: Mapping[str, object],
    onderwerp_soort: str,
    onderwerp_id: object,
    nu: datetime,
    agenda: Agendadeel | None = None,
    link: PersoonlijkeLink | None = None,
    niet_voor: datetime | None = None,
) -> Bericht:
    """Render a letter and store it for the worker, to leave at ``niet_voor``; returns the row.

    What waits under the same UID then leaves no later: its order is that of writing.

    The stored texts hold a placeholder for ``link``; the token exists only in the mail itself.
    Raises ``AdresOngeldig``, and ``BriefOngeldig`` when subject, link or invitation are not sound.
    """
    check_adres(aan)
    check_agenda(brief, agenda)
    placeholder = build_placeholder(link.sleutel) if link else ""
    naam = clean_naam(aan_naam)
    rendered = render_brief(brief=brief, aan=aan, aan_naam=naam, link=placeholder, context=context)
    if placeholder not in rendered.tekst or placeholder not in rendered.html:
        raise BriefOngeldig(f"{brief}: text and html must both show the personal link.")
    bericht = Bericht(
        brief=brief,
        aan=aan,
        aan_naam=naam,
        onderwerp=rendered.onderwerp,
        tekst=rendered.tekst,
        html=rendered.html,
        onderwerp_soort=onderwerp_soort,
        onderwerp_id=str(onderwerp_id),
        message_id=build_message_id(),
        volgende_poging=niet_voor or nu,
        aangemaakt_op=nu,
    )
    fill_agenda(bericht, agenda)
    fill_link(brief, bericht, link)
    bericht.save()
    if bericht.uid:
        Bericht.objects.filter(
            uid=bericht.uid,
            status=BerichtStatus.WACHTEND.value,
            pogingen=0,
            volgende_poging__gt=bericht.volgende_poging,
        ).update(volgende_poging=bericht.volgende_poging)
    return bericht


def neem_wachtende(*, brief: str, aan: str, nu: datetime) -> list[Bericht]:
    """Lock and return the letters of one kind that are about to leave for one address.

    Not those that a worker is busy with, nor those that a later letter about the same UID follows:
    their words are no longer how things stand. Must run in a transaction.
    """
    later = Bericht.objects.filter(uid=OuterRef("uid"), pk__gt=OuterRef("pk")).exclude(uid="")
    klaar = Bericht.objects.filter(
        ~Exists(later),
        brief=brief,
        aan=aan,
        status=BerichtStatus.WACHTEND.value,
        pogingen=0,
        volgende_poging__lte=nu,
    )
    return list(klaar.select_for_update(skip_locked=True).order_by("pk"))


def herschrijf(
    *, bericht: Bericht, brief: str, context: Mapping[str, object], niet_voor: datetime
) -> None:
    """Give a letter that was locked by ``neem_wachtende`` other words; what travels with it stays.

    It leaves at ``niet_voor`` or later. Raises ``BriefOngeldig``.
    """
    rendered = render_brief(
        brief=brief, aan=bericht.aan, aan_naam=bericht.aan_naam, link="", context=context
    )
    bericht.brief, bericht.volgende_poging = brief, niet_voor
    bericht.onderwerp = rendered.onderwerp
    bericht.tekst, bericht.html = rendered.tekst, rendered.html
    bericht.save()


def zet_opnieuw_klaar(*, bericht_id: int, nu: datetime, door: Gebruiker | None) -> Bericht:
    """Put a failed mail back in the queue, as new; same Message-ID. Returns the row.

    Of a mail that came back the newest of its UID goes out once more instead, as a new message: an
    older one would tell a diary what is no longer true. Raises ``BerichtNietMislukt`` when it did
    not fail, or was put back a moment ago.
    """
    with transaction.atomic():
        bericht = Bericht.objects.select_for_update().get(pk=bericht_id)
        if bericht.teruggekomen_op:
            Bericht.objects.filter(pk=bericht_id).update(teruggekomen_op=None)
            return verstuur_nog_eens(bericht_id=bericht_id, nu=nu, door=door)
        if bericht.status != BerichtStatus.MISLUKT:
            raise BerichtNietMislukt(f"Bericht {bericht_id} is {bericht.status}.")
        bericht.status = BerichtStatus.WACHTEND.value
        bericht.pogingen = 0
        bericht.volgende_poging = nu
        bericht.geclaimd_tot = None
        bericht.save(update_fields=["status", "pogingen", "volgende_poging", "geclaimd_tot"])
        noteer(
            onderwerp_soort="bericht",
            onderwerp_id=bericht_id,
            wat="opnieuw klaargezet",
            door=door,
            nu=nu,
        )
    return bericht


def check_adres(aan: str) -> None:
    """Refuse what is not one plain address: a list, a name, a line break."""
    try:
        validate_email(aan)
    except ValidationError as error:
        raise AdresOngeldig("The receiver's address is not one plain e-mail address.") from error


def check_agenda(brief: str, agenda: Agendadeel | None) -> None:
    """Refuse an invitation whose METHOD differs from that of the mail (icalendar.md, M2)."""
    if agenda and f"\r\nMETHOD:{agenda.methode}\r\n".encode() not in agenda.ics:
        raise BriefOngeldig(f"{brief}: the invitation does not say METHOD:{agenda.methode}.")


def fill_agenda(bericht: Bericht, agenda: Agendadeel | None) -> None:
    """Copy the invitation into the row."""
    if agenda:
        bericht.ics = agenda.ics
        bericht.methode = agenda.methode
        bericht.uid = agenda.uid
        bericht.sequence = agenda.sequence
        bericht.dtstamp = agenda.dtstamp


def fill_link(brief: str, bericht: Bericht, link: PersoonlijkeLink | None) -> None:
    """Copy the parts of the link into the row; never a token."""
    if link:
        if not link.pad.startswith("/") or link.pad.count("{token}") != 1:
            raise BriefOngeldig(f"{brief}: the path of the link must hold {{token}} once.")
        bericht.link_pad = link.pad
        bericht.link_doel = link.doel
        bericht.link_sleutel = link.sleutel
