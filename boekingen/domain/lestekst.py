"""What a school reads about one lesson: a word for the status and one honest sentence.

Never who was asked and said no, never how many were asked: only the roles of the lesson, which
anybody can read in the catalogue, and who comes as far as that person allows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lesaanbod.domain.datums import format_dag

from .schooldagen import ZONE
from .status import BoekingStatus

ANTWOORD_BINNEN = timedelta(days=14)
"""Ten working days: what the letter «aanvraag_ontvangen» promises."""

AFGELOPEN = {
    BoekingStatus.GEGEVEN: "Deze les is geweest.",
    BoekingStatus.NIET_DOORGEGAAN: "Deze les is niet doorgegaan. Wij nemen contact met u op.",
    BoekingStatus.GEANNULEERD: "Deze les gaat niet door.",
}

NIET_GEVONDEN = (
    "Voor dit moment hebben wij nog niet iedereen gevonden. De coördinator zoekt nu zelf verder. "
    "U hoort of de les doorgaat, of dat een ander moment beter is."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesstand:
    """How one lesson stands; ``zoeken_sinds`` is None while the contact is not admitted.

    ``is_uitgeput``: for a place of it nobody is left to ask at this moment.
    """

    status: BoekingStatus
    rollen: Sequence[str]
    wie_komt: Sequence[str]
    is_gevraagd: bool
    zoeken_sinds: datetime | None
    is_uitgeput: bool = False


def format_rol(naam: str, meervoud: str, aantal: int) -> str:
    """Return «een wijkagent» or «twee rechtenstudenten»."""
    if aantal == 1:
        return f"een {naam}"
    woord = {2: "twee", 3: "drie"}.get(aantal, str(aantal))
    return f"{woord} {meervoud or naam}"


def format_chip(stand: Lesstand) -> str:
    """Return the words of the status; empty where the ordinary word says enough."""
    if stand.status is BoekingStatus.TE_PLANNEN and stand.rollen:
        wanneer = "straks " if stand.zoeken_sinds is None else ""
        return f"wij zoeken {wanneer}{_som_op(stand.rollen)}"
    return ""


def format_zin(stand: Lesstand, *, nu: datetime) -> str:
    """Return one sentence, or a few short ones, about what happens next."""
    match stand.status:
        case BoekingStatus.TE_PLANNEN:
            return _zin_zoeken(stand, nu.astimezone(ZONE).date())
        case BoekingStatus.VOORGESTELD:
            return _zin_voorstel(stand)
        case BoekingStatus.BEVESTIGD:
            return _zin_wie(stand.wie_komt)
        case _:
            return AFGELOPEN[stand.status]


def _zin_voorstel(stand: Lesstand) -> str:
    rollen = _som_op(stand.rollen) or "iemand"
    if stand.is_uitgeput:
        return NIET_GEVONDEN
    if stand.is_gevraagd:
        return f"Wij hebben {rollen} gevraagd. U hoort het als de les doorgaat."
    return f"Wij zoeken voor dit moment {rollen}."


def _zin_zoeken(stand: Lesstand, vandaag: date) -> str:
    if stand.zoeken_sinds is None:
        return "Dat doen wij zodra wij uw school hebben gebeld."
    uiterlijk = (stand.zoeken_sinds.astimezone(ZONE) + ANTWOORD_BINNEN).date()
    if uiterlijk < vandaag:
        return "Het duurt langer dan wij hoopten. U hoort het zodra het lukt."
    return f"U hoort uiterlijk {format_dag(uiterlijk)} of het lukt."


def _zin_wie(wie_komt: Sequence[str]) -> str:
    if not wie_komt:
        return "De les gaat door."
    if all(naam.startswith("een ") for naam in wie_komt):
        return f"Er {'komt' if len(wie_komt) == 1 else 'komen'} {_som_op(wie_komt)}."
    return f"Wie komt er? {'; '.join(wie_komt)}."


def _som_op(woorden: Sequence[str]) -> str:
    *eerste, laatste = list(woorden) or [""]
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
