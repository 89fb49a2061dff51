"""Whom to ask now for one open place, and when to decide again.

In plain words. Candidates come in the order of the desk; the n-th is worth 0.94 to the power n, and
that times the chance of yes gives the order of asking. As long as there is time one person is asked
at a time. At every step we work out the chance that the place is filled before its deadline if we
keep one question open from now on; below 95 % we try two, three, at most four at once and take the
smallest number that is enough (``matching/README.md``, section 3, «adaptive»). Who keeps silent is
ever less likely to answer, so the number grows by itself when the deadline comes near. Where there
are too few people for 95 %, nearly as good as asking four at once is enough. First yes wins.

Nobody is asked in the quiet hours unless the lesson is near. Pure: no clock, no database.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from math import exp

from lesaanbod.domain.stille_uren import bepaal_vertrek, get_einde_stilte, is_dringend

from .termijnen import bepaal_antwoord_voor

GENOEG = 0.95
HOOGSTENS_TEGELIJK = 4
BIJNA_ZO_GOED = 0.98
"""With too few people for 95 %, a smaller number is enough when it comes this near to the best."""

PLEK_OMLAAG = 0.94
"""How much the next candidate is worth, compared with the one before."""

ANTWOORDT_NA = timedelta(hours=20)
"""After how long people answer, on average, if they do."""

BLIJFT_STIL = 0.5
"""How many of those who will not come never answer at all."""

ADEMPAUZE = timedelta(hours=1)
"""How far apart two moments are at which a running round looks whether it must ask more people."""

WACHT_OP_RUIMTE = timedelta(hours=4)
"""When to look again if everybody left has as many open invitations as they want."""

HERINNER_NA = 0.6
KORTSTE_MET_HERINNERING = timedelta(hours=6)

SPELING: tuple[tuple[timedelta, timedelta], ...] = (
    (timedelta(days=28), timedelta(days=14)),
    (timedelta(days=14), timedelta(days=7)),
    (timedelta(days=4), timedelta(days=2)),
)
"""Time until the lesson, and how long before it the place should be filled."""


@dataclass(frozen=True, slots=True)
class Kanshebber:
    """Somebody who can be asked: number and chance of yes; the order is that of the desk."""

    id: int
    kans: float


@dataclass(frozen=True, slots=True)
class OpenVraag:
    """A question without an answer yet."""

    kans: float
    gevraagd_op: datetime
    antwoord_voor: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondestand:
    """How an open place stands: who can be asked, who was, and until when it may take.

    ``wachtend`` is how many more could be asked but have enough open invitations now.
    """

    kanshebbers: Sequence[Kanshebber]
    open: Sequence[OpenVraag]
    begin: datetime
    vol_voor: datetime
    wachtend: int = 0


@dataclass(frozen=True, slots=True)
class Besluit:
    """Whom to ask at once, in this order, and when to decide again; None: nobody is left."""

    vraag: tuple[int, ...]
    opnieuw_op: datetime | None


def bepaal_vol_voor(*, nu: datetime, begin: datetime) -> datetime:
    """Return before when a place of a lesson at ``begin`` should be filled, in UTC.

    The school wants to know early; with under four days to go it is three quarters of what is left.
    """
    nu, begin = nu.astimezone(UTC), begin.astimezone(UTC)
    for rest, speling in SPELING:
        if begin - nu >= rest:
            return begin - speling
    return nu + max(begin - nu, timedelta(0)) * 0.75


def bepaal_rondetermijn(*, nu: datetime, begin: datetime) -> datetime:
    """Return until when somebody asked by a round may answer: by urgency, never in the quiet."""
    antwoord_voor = bepaal_antwoord_voor(nu=nu, begin=begin)
    if is_dringend(nu=nu, begin=begin):
        return antwoord_voor
    return min(get_einde_stilte(antwoord_voor), begin.astimezone(UTC))


def bepaal_antwoordtijden(
    *, nu: datetime, begin: datetime, antwoord_voor: datetime | None = None
) -> tuple[datetime, datetime | None]:
    """Return until when to answer a question of ``nu``, and when to remind of it, if at all.

    Both count from when the letter may leave: time in which nobody can read it is no time to
    answer. ``antwoord_voor`` is given where a round chose it.
    """
    vertrek = min(bepaal_vertrek(nu=nu, begin=begin), begin)
    antwoord_voor = antwoord_voor or bepaal_antwoord_voor(nu=vertrek, begin=begin)
    herinner_op = bepaal_herinner_op(gevraagd_op=vertrek, antwoord_voor=antwoord_voor, begin=begin)
    return antwoord_voor, herinner_op


def bepaal_herinner_op(
    *, gevraagd_op: datetime, antwoord_voor: datetime, begin: datetime
) -> datetime | None:
    """Return when to remind somebody who keeps silent, or None when that is no use.

    Once, when over half of the time is gone, outside the quiet hours (unless it cannot wait).
    """
    tijd = antwoord_voor - gevraagd_op
    if tijd < KORTSTE_MET_HERINNERING:
        return None
    op = gevraagd_op.astimezone(UTC) + tijd * HERINNER_NA
    if not is_dringend(nu=gevraagd_op, begin=begin):
        op = get_einde_stilte(op)
    return op if op < antwoord_voor else None


def order_kanshebbers(kanshebbers: Sequence[Kanshebber]) -> list[Kanshebber]:
    """Return the order of asking: worth times chance; equal ones in the order of the desk."""
    gewogen = [
        (-(PLEK_OMLAAG**nummer) * kanshebber.kans, nummer, kanshebber)
        for nummer, kanshebber in enumerate(kanshebbers)
    ]
    return [kanshebber for *_, kanshebber in sorted(gewogen, key=lambda rij: rij[:2])]


def get_kans_op_tijd(kans: float, tijd: timedelta) -> float:
    """Return the chance that somebody asked now says yes within ``tijd``."""
    return kans * (1 - exp(-max(tijd, timedelta(0)) / ANTWOORDT_NA))


def get_kans_alsnog(vraag: OpenVraag, *, nu: datetime, voor: datetime) -> float:
    """Return the chance that a yes still comes ``voor`` a moment, given the silence until now."""
    stil = exp(-max(nu - vraag.gevraagd_op, timedelta(0)) / ANTWOORDT_NA)
    nog = 1 - exp(-max(voor - nu, timedelta(0)) / ANTWOORDT_NA)
    zwijgt = vraag.kans * stil + (1 - vraag.kans) * (1 - BLIJFT_STIL + BLIJFT_STIL * stil)
    return vraag.kans * stil * nog / zwijgt if zwijgt else 0.0


def list_vraagmomenten(*, nu: datetime, voor: datetime, begin: datetime) -> Iterator[datetime]:
    """Yield when people would be asked if nobody said yes: now, and after every answer time."""
    while nu < voor:
        yield nu
        nu = max(bepaal_antwoord_voor(nu=nu, begin=begin), nu + ADEMPAUZE)


def get_vulkans(stand: Rondestand, *, tegelijk: int, nu: datetime, voor: datetime) -> float:
    """Return the chance that the place fills ``voor`` a moment with ``tegelijk`` questions open.

    ``stand`` has its kanshebbers in the order of asking. Now so many are asked that ``tegelijk``
    are open, and ``tegelijk`` again after every answer time, as far as there are people.
    """
    mis = 1.0
    for vraag in stand.open:
        mis *= 1 - get_kans_alsnog(vraag, nu=nu, voor=voor)
    rest = iter(stand.kanshebbers)
    aantal = max(0, tegelijk - len(stand.open))
    for moment in list_vraagmomenten(nu=nu, voor=voor, begin=stand.begin):
        for kanshebber in islice(rest, aantal):
            mis *= 1 - get_kans_op_tijd(kanshebber.kans, voor - moment)
        aantal = tegelijk
    return 1 - mis


def tel_te_vragen(stand: Rondestand, *, nu: datetime) -> int:
    """Return how many to ask now: the fewest that are enough, at most four open at once.

    A place that is late already should fill before the lesson itself.
    """
    voor = stand.vol_voor if nu < stand.vol_voor else stand.begin
    beste = get_vulkans(stand, tegelijk=HOOGSTENS_TEGELIJK, nu=nu, voor=voor)
    genoeg = min(GENOEG, BIJNA_ZO_GOED * beste)
    for tegelijk in range(1, HOOGSTENS_TEGELIJK):
        if get_vulkans(stand, tegelijk=tegelijk, nu=nu, voor=voor) >= genoeg:
            return max(0, tegelijk - len(stand.open))
    return max(0, HOOGSTENS_TEGELIJK - len(stand.open))


def beslis(stand: Rondestand, *, nu: datetime) -> Besluit:
    """Return whom to ask at ``nu`` and when to decide again.

    ``stand.kanshebbers`` come in the order of the desk. ``opnieuw_op`` is None only when nobody is
    left: no open question, nobody to ask, nobody to wait for.
    """
    open_vragen = [vraag for vraag in stand.open if vraag.antwoord_voor > nu]
    rij = order_kanshebbers(stand.kanshebbers)
    nu_geldig = replace(stand, open=open_vragen, kanshebbers=rij)
    wakker = bepaal_vertrek(nu=nu, begin=stand.begin)
    if rij and wakker > nu:
        return Besluit((), wakker)
    gekozen = rij[: tel_te_vragen(nu_geldig, nu=nu)]
    vraag = tuple(kanshebber.id for kanshebber in gekozen)
    antwoord_voor = bepaal_rondetermijn(nu=nu, begin=stand.begin)
    nieuw = [OpenVraag(kanshebber.kans, nu, antwoord_voor) for kanshebber in gekozen]
    straks = replace(nu_geldig, open=[*open_vragen, *nieuw], kanshebbers=rij[len(gekozen) :])
    return Besluit(vraag, bepaal_opnieuw_op(straks, nu=nu))


def bepaal_opnieuw_op(stand: Rondestand, *, nu: datetime) -> datetime | None:
    """Return when a round must decide again if nobody answers; None when it has run out.

    At the end of the first answer time, or the hour from which more people are needed.
    """
    if not stand.open:
        return nu + WACHT_OP_RUIMTE if stand.wachtend else None
    eerste = min(vraag.antwoord_voor for vraag in stand.open)
    if not stand.kanshebbers:
        return eerste
    moment = nu + ADEMPAUZE
    while moment < eerste:
        if tel_te_vragen(stand, nu=moment):
            return moment
        moment += ADEMPAUZE
    return eerste
