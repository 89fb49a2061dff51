"""How likely somebody says yes, learned from earlier answers. For the desk only, never outside it.

Source: (yes + 2) / (asked + 3) of ``matching/README.md`` section 3. Somebody nobody ever asked
starts at two in three; every answer counts half as much for each half year that passed since.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

HALVERING = timedelta(days=182)
"""After this time an answer counts half."""

JA_VOORAF = 2.0
GEVRAAGD_VOORAF = 3.0
ONBEKEND = JA_VOORAF / GEVRAAGD_VOORAF
"""The chance of somebody nobody ever asked."""


@dataclass(frozen=True, slots=True)
class EerderAntwoord:
    """One question that ended: when it was asked, and whether the answer was (and stayed) yes."""

    op: datetime
    ja: bool


def leer_kans(antwoorden: Iterable[EerderAntwoord], *, nu: datetime) -> float:
    """Return the chance of yes, above 0 and below 1, from ended questions in any order."""
    ja, gevraagd = JA_VOORAF, GEVRAAGD_VOORAF
    for antwoord in sorted(antwoorden, key=lambda antwoord: antwoord.op):
        leeftijd = max(nu - antwoord.op, timedelta(0))
        gewicht = 0.5 ** (leeftijd / HALVERING)
        gevraagd += gewicht
        ja += gewicht * antwoord.ja
    return ja / gevraagd
