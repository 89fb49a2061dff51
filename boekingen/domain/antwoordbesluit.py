"""What an answer from a diary brings about: the rules of RFC 5546, and who may be believed.

In this order. The organiser, where it is named, is us (Exchange leaves it out). The attendee is the
one the UID was made for. SEQUENCE is that of the question: lower answers an old time, higher is no
answer to us; without one the answer must name the time of the lesson. DTSTAMP is newer than that of
the last answer taken, so that nothing is done twice and nothing old undoes something new. Only then
it matters who sent it; and last what it says. Pure: no clock, no database.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .afzender import Afzender
from .antwoord import AgendaAntwoord, Deelnemer, Methode
from .status import InzetStatus
from .uitnodiging import Partstat

ANDER_ADRES = "Iemand anders dan wij vroegen, antwoordt op deze uitnodiging."
KLOK_LOOPT_VOOR = timedelta(days=1)
"""How far ahead the clock of a sender may be; beyond it, it would silence every later answer."""


class Gevolg(StrEnum):
    """What is done with one mail; the desk and the log read these words."""

    # The answer counts.
    JA = "ja"
    NEE = "nee"
    AFMELDING = "afmelding"
    MISSCHIEN = "misschien"
    ANDER_MOMENT = "ander moment"
    OPNIEUW_GESTUURD = "opnieuw gestuurd"
    GENOTEERD = "genoteerd"
    # Somebody has to do something first.
    BEVESTIGING_GEVRAAGD = "bevestiging gevraagd"
    VOOR_BUREAU = "voor het bureau"
    MENS = "brief van een mens"
    # About our own mail.
    TERUGGEKOMEN = "mail kwam terug"
    # Nothing is done.
    OUD_MOMENT = "oud moment"
    AL_VERWERKT = "al verwerkt"
    NIET_NAGEGAAN = "afzender niet nagegaan"
    ONBEKENDE_UID = "onbekende uitnodiging"
    ANDERE_ORGANISATOR = "andere organisator"
    VERKEERDE_VOLGORDE = "hogere volgorde"
    ANDER_BERICHT = "ander agendabericht"
    AUTOMATISCH = "automatisch"
    ONLEESBAAR = "onleesbaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What we last asked under this UID, and what is known of who answers.

    ``sequence`` is that of the last REQUEST, also when a CANCEL followed. ``inzet`` is None for
    the docent.
    """

    adres: str
    organisator: str
    sequence: int
    begin: datetime
    eind: datetime
    is_beeindigd: bool
    laatste_dtstamp: datetime | None
    aliassen: frozenset[str]
    inzet: InzetStatus | None


@dataclass(frozen=True, slots=True)
class Besluit:
    """What is done, with a sentence for the desk where that needs one."""

    gevolg: Gevolg
    uitleg: str = ""


def beslis(antwoord: AgendaAntwoord, stand: Stand, afzender: Afzender, *, nu: datetime) -> Besluit:
    """Return what one answer brings about."""
    if bezwaar := check_bericht(antwoord, stand, nu=nu):
        return Besluit(bezwaar)
    deelnemer = antwoord.find_deelnemer(stand.adres)
    if deelnemer is None:
        return Besluit(Gevolg.VOOR_BUREAU, ANDER_ADRES)
    if not afzender.mag_antwoorden_voor(stand.adres, deelnemer.namens, stand.aliassen):
        is_vraag = stand.inzet and antwoord.methode is not Methode.VERVERSING
        return Besluit(Gevolg.BEVESTIGING_GEVRAAGD if is_vraag else Gevolg.NIET_NAGEGAAN)
    return kies(antwoord, deelnemer, stand, nu=nu)


def check_bericht(antwoord: AgendaAntwoord, stand: Stand, *, nu: datetime) -> Gevolg | None:
    """Return why the message is no answer to us, or comes in the wrong order; else None."""
    if antwoord.organisator and antwoord.organisator != stand.organisator.casefold():
        return Gevolg.ANDERE_ORGANISATOR
    if antwoord.methode is Methode.VERVERSING:
        return None
    if antwoord.sequence is not None and antwoord.sequence > get_hoogste(stand):
        return Gevolg.VERKEERDE_VOLGORDE
    if antwoord.dtstamp is None or antwoord.dtstamp > nu + KLOK_LOOPT_VOOR:
        return Gevolg.ONLEESBAAR
    if stand.laatste_dtstamp and antwoord.dtstamp <= stand.laatste_dtstamp:
        return Gevolg.AL_VERWERKT
    return None


def get_hoogste(stand: Stand) -> int:
    """Return the highest SEQUENCE that we sent: a CANCEL has one more than the question."""
    return stand.sequence + stand.is_beeindigd


def kies(antwoord: AgendaAntwoord, deelnemer: Deelnemer, stand: Stand, *, nu: datetime) -> Besluit:
    """Return what a message brings about whose sender is believed."""
    if antwoord.methode is Methode.VERVERSING:
        return Besluit(Gevolg.OPNIEUW_GESTUURD)
    if is_oud_moment(antwoord, stand):
        return Besluit(Gevolg.OUD_MOMENT)
    if antwoord.methode is Methode.TEGENVOORSTEL:
        return kies_tegenvoorstel(stand, nu=nu)
    return kies_antwoord(deelnemer.partstat, stand, doorgegeven=deelnemer.doorgegeven_aan, nu=nu)


def is_oud_moment(antwoord: AgendaAntwoord, stand: Stand) -> bool:
    """Whether this answers a time that is no longer asked; a COUNTER names another by itself."""
    if antwoord.sequence is not None:
        return antwoord.sequence < stand.sequence
    return antwoord.methode is Methode.ANTWOORD and antwoord.begin != stand.begin


def kies_antwoord(partstat: str, stand: Stand, *, doorgegeven: str, nu: datetime) -> Besluit:
    """Return what an answer to the right question brings about."""
    if doorgegeven or partstat == "DELEGATED":
        return Besluit(Gevolg.VOOR_BUREAU, "Wil de les doorgeven aan iemand anders.")
    if partstat not in {Partstat.ACCEPTED, Partstat.DECLINED, Partstat.TENTATIVE}:
        return Besluit(Gevolg.ONLEESBAAR)
    if stand.begin <= nu:
        return Besluit(Gevolg.GENOTEERD)
    if stand.inzet is None:
        return kies_antwoord_docent(Partstat(partstat), stand)
    return VOOR_HOOFDROLSPELER[Partstat(partstat)].get(stand.inzet, Besluit(Gevolg.GENOTEERD))


_VRAAG, _KOMT = InzetStatus.UITGENODIGD, InzetStatus.TOEGEZEGD
_NEE, _STIL = InzetStatus.AFGEWEZEN, InzetStatus.VERLOPEN
_JA = Besluit(Gevolg.JA)
_TWIJFEL = "Zei ja, maar zet de les in de agenda nu op «misschien»."
# A changed mind is welcome; whether the place is open and the person free is for ``zeg_toe``.
VOOR_HOOFDROLSPELER: dict[Partstat, dict[InzetStatus, Besluit]] = {
    Partstat.ACCEPTED: {_VRAAG: _JA, _NEE: _JA, _STIL: _JA},
    Partstat.DECLINED: {_VRAAG: Besluit(Gevolg.NEE), _KOMT: Besluit(Gevolg.AFMELDING)},
    Partstat.TENTATIVE: {
        _VRAAG: Besluit(Gevolg.MISSCHIEN),
        _KOMT: Besluit(Gevolg.VOOR_BUREAU, _TWIJFEL),
    },
}


def kies_antwoord_docent(partstat: Partstat, stand: Stand) -> Besluit:
    """Return what an answer of the school brings about: never a step, at most a call."""
    if partstat is Partstat.DECLINED and not stand.is_beeindigd:
        return Besluit(Gevolg.VOOR_BUREAU, "De school zegt in de agenda nee tegen deze les.")
    return Besluit(Gevolg.GENOTEERD)


def kies_tegenvoorstel(stand: Stand, *, nu: datetime) -> Besluit:
    """Return what a proposed other time brings about; never a move."""
    if stand.begin <= nu or stand.is_beeindigd:
        return Besluit(Gevolg.GENOTEERD)
    if stand.inzet is InzetStatus.UITGENODIGD:
        return Besluit(Gevolg.ANDER_MOMENT)
    return Besluit(Gevolg.VOOR_BUREAU, "Stelt in de agenda een ander moment voor.")
