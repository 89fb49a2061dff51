"""Many invented open places, filled by the real rule: how often in time, with how many questions.

As in ``matching/README.md`` section 3: accept chance .25-.9 a person, an answer after a mean of 20
hours or never, rank quality falling 6 % a place. The rule sees the chances, never the answers.
"""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import inf

from boekingen.domain.uitnodigingsronde import (
    Kanshebber,
    OpenVraag,
    Rondestand,
    bepaal_rondetermijn,
    beslis,
)

START = datetime(2027, 1, 12, 9, tzinfo=UTC)
UREN_TOT_ANTWOORD = 20.0
KANDIDATEN = 8


@dataclass(frozen=True, slots=True)
class Afloop:
    """What became of one place."""

    gevuld: bool
    vragen: int


@dataclass(slots=True)
class Gevraagde:
    """Somebody asked: what the rule knows, and what will come."""

    vraag: OpenVraag
    antwoord_op: datetime
    ja: bool


def speel(rng: random.Random, *, dagen: int, kandidaten: int = KANDIDATEN) -> Afloop:
    """Play one place that has to be filled in ``dagen`` days; the lesson is two days later."""
    rij = [Kanshebber(nummer, rng.uniform(0.25, 0.9)) for nummer in range(kandidaten)]
    kansen = {kanshebber.id: kanshebber.kans for kanshebber in rij}
    vol_voor = START + timedelta(days=dagen)
    begin = vol_voor + timedelta(days=2)
    gevraagd: list[Gevraagde] = []
    nu = START
    while nu < vol_voor:
        ja = [g.antwoord_op for g in gevraagd if g.ja]
        if ja and min(ja) <= nu:
            return Afloop(True, len(gevraagd))
        open_ = [g.vraag for g in gevraagd if g.antwoord_op > nu]
        stand = Rondestand(kanshebbers=rij, open=open_, begin=begin, vol_voor=vol_voor)
        besluit = beslis(stand, nu=nu)
        termijn = bepaal_rondetermijn(nu=nu, begin=begin)
        gevraagd += [vraag_iemand(rng, kansen[id_], nu, termijn) for id_ in besluit.vraag]
        rij = [kanshebber for kanshebber in rij if kanshebber.id not in besluit.vraag]
        # The worker comes at the next decision, or when somebody answers.
        antwoorden = [g.antwoord_op for g in gevraagd if g.antwoord_op > nu]
        nu = min([besluit.opnieuw_op or vol_voor, *antwoorden, vol_voor])
    return Afloop(any(g.ja and g.antwoord_op <= vol_voor for g in gevraagd), len(gevraagd))


def vraag_iemand(
    rng: random.Random, kans: float, nu: datetime, antwoord_voor: datetime
) -> Gevraagde:
    """Ask; half of those who will not come say so, the others never do."""
    ja = rng.random() < kans
    uren = rng.expovariate(1 / UREN_TOT_ANTWOORD) if ja or rng.random() < 0.5 else inf
    # A year is never here: a place lives for days.
    antwoord_op = nu + timedelta(hours=min(uren, 24 * 365))
    return Gevraagde(OpenVraag(kans, nu, antwoord_voor), antwoord_op, ja)


def simuleer(*, aantal: int, dagen: int, zaad: int = 1) -> tuple[float, float]:
    """Return which part of ``aantal`` places was filled in time, and the questions a place."""
    rng = random.Random(zaad)
    uitkomsten = [speel(rng, dagen=dagen) for _ in range(aantal)]
    gevuld = sum(afloop.gevuld for afloop in uitkomsten) / aantal
    return gevuld, sum(afloop.vragen for afloop in uitkomsten) / aantal
