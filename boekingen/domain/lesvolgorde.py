"""The order of the lessons of a series, and the days between them.

A series has a fixed order (design.md, section 4: one ``min_dagen_tussen`` per lesson page).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from lesaanbod.domain.datums import format_dag

from .schooldagen import ZONE, Oordeel

DAGEN_PER_WEEK = 7
GETALLEN = {2: "twee", 3: "drie"}


@dataclass(frozen=True, slots=True)
class Lesmoment:
    """When lesson number ``nummer`` of a series is or would be; both ends aware."""

    nummer: int
    begin: datetime
    eind: datetime


def beoordeel_volgorde(momenten: Sequence[Lesmoment], min_dagen_tussen: int) -> Oordeel:
    """Judge one moment per lesson: each after the one before it, with enough days between.

    ``momenten`` may come in any order and may miss lessons. The refusal names the first lesson
    that comes too early and from which day on it fits.
    """
    op_nummer = sorted(momenten, key=lambda moment: moment.nummer)
    for vorige, volgende in pairwise(op_nummer):
        reden = _reden_te_vroeg(vorige, volgende, min_dagen_tussen)
        if reden:
            return Oordeel(mag=False, reden=reden)
    return Oordeel(mag=True)


def beoordeel_wensen(wensen: Sequence[Sequence[Lesmoment]], min_dagen_tussen: int) -> Oordeel:
    """Judge several wishes per lesson, lessons in order: it may when some choice fits.

    Takes for each lesson the earliest wish that fits after the choice before it. Wishes of one
    lesson last equally long, so a later choice can never make room for the next lesson. A lesson
    without wishes is left out.
    """
    gekozen: Lesmoment | None = None
    for keuzes in wensen:
        op_tijd = sorted(keuzes, key=lambda keuze: keuze.begin)
        passend = [
            keuze
            for keuze in op_tijd
            if gekozen is None or not _reden_te_vroeg(gekozen, keuze, min_dagen_tussen)
        ]
        if passend:
            gekozen = passend[0]
        elif gekozen and op_tijd:
            reden = _reden_te_vroeg(gekozen, op_tijd[-1], min_dagen_tussen)
            return Oordeel(mag=False, reden=reden)
    return Oordeel(mag=True)


def _reden_te_vroeg(vorige: Lesmoment, volgende: Lesmoment, min_dagen: int) -> str | None:
    vanaf = _dag(vorige.begin) + timedelta(days=min_dagen)
    if volgende.begin >= vorige.eind and _dag(volgende.begin) >= vanaf:
        return None
    if min_dagen > 0:
        afstand = _format_afstand(min_dagen)
        regel = f"Tussen les {vorige.nummer} en les {volgende.nummer} zit minstens {afstand}."
        return f"Kies een dag vanaf {format_dag(vanaf)}. {regel}"
    return f"Kies een later moment. Les {volgende.nummer} komt na les {vorige.nummer}."


def _dag(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()


def _format_afstand(dagen: int) -> str:
    """Return a number of days in words, as weeks where that is exact."""
    weken, rest = divmod(dagen, DAGEN_PER_WEEK)
    aantal, enkel, meer = (dagen, "dag", "dagen") if rest else (weken, "week", "weken")
    return f"één {enkel}" if aantal == 1 else f"{GETALLEN.get(aantal, str(aantal))} {meer}"
