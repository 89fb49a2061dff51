"""What the planner is told: schools, requests with wished moments, people, confirmed lessons.

The same as a ``match-scenario/1`` file, in values: days are ``date``, clock times are minutes after
midnight on the wall clock of ``zone``, and busy times are aware instants. Half-open everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from math import isqrt
from zoneinfo import ZoneInfo

ONBEGRENSD = 10_000


@dataclass(frozen=True, slots=True)
class Punt:
    """A place on the map, in metres; or only its wijk, where no distances are known."""

    x: int
    y: int
    wijk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school; ``dicht`` holds its holidays and study days, ``nieuw`` is nothing last year."""

    id: str
    wijk: str
    niveau: str
    punt: Punt
    dicht: frozenset[date]
    nieuw: bool
    regio: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A wished moment: day, minute of the day, and rank (0 is liked most)."""

    dag: date
    begin: int
    rang: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Les:
    """One lesson of a request; it needs one person per role, in the order of ``rollen``.

    ``niet`` come to this lesson at no moment; ``niet_op`` has who does not come on a day at a
    minute, because they were asked for that moment and an answer is for one moment only.
    ``beloofd``: the school was told that it comes, though not yet when; it goes before all others.
    """

    id: str
    soort: str
    duur: int
    rollen: tuple[str, ...]
    momenten: tuple[Moment, ...]
    niet: frozenset[str] = frozenset()
    niet_op: frozenset[tuple[date, int, str]] = frozenset()
    beloofd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraag:
    """The lessons one class asks for, in order, with at least ``min_dagen`` between their days."""

    id: str
    school: str
    ingediend_op: datetime
    min_dagen: int
    lessen: tuple[Les, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """How many lessons at most, per day, ISO week, calendar month, school year and season.

    A season is all that is planned, and may hold days of two school years.
    """

    dag: int
    week: int
    maand: int
    seizoen: int
    schooljaar: int = ONBEGRENSD


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """One hoofdrolspeler.

    ``weekritme`` has per ISO weekday windows of minutes, ``extra`` extra windows per day, and
    ``afwezig`` days on which nothing goes. ``snelheid`` is in metres a minute; ``per_wijk``
    replaces distances by an estimate, the minutes inside one wijk and to another. ``rust`` is how
    many minutes there must be between two lessons above the travel. ``eerder`` has per day the
    lessons that count in the limits and are not in the scenario.
    ``capaciteit`` is how many lessons are a full load when work is spread; None is the season.
    """

    id: str
    rollen: frozenset[str]
    soorten: frozenset[str]
    niveaus: frozenset[str]
    thuis: Punt
    thuiswijk: str
    wijken: frozenset[str]
    snelheid: int
    max_reistijd: int
    grenzen: Grenzen
    weekritme: Mapping[int, tuple[tuple[int, int], ...]]
    extra: Mapping[date, tuple[tuple[int, int], ...]]
    afwezig: frozenset[date]
    bezet: tuple[tuple[datetime, datetime], ...]
    vaste_scholen: frozenset[str]
    geweigerde_scholen: frozenset[str]
    per_wijk: tuple[int, int] | None = None
    rust: int = 0
    eerder: Mapping[date, int] = field(default_factory=dict)
    capaciteit: int | None = None

    @property
    def vol(self) -> int:
        """Return how many lessons are a full load for this person."""
        return self.grenzen.seizoen if self.capaciteit is None else self.capaciteit


@dataclass(frozen=True, slots=True)
class Afspraak:
    """A lesson at a moment with people, in the order of its roles."""

    les: str
    dag: date
    begin: int
    wie: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """The numbers of the objective (SCHEMA.md, «Objective»).

    ``beloofd_punten`` come on top for a lesson that was promised: more than whatever leaving it out
    could free for others.
    """

    les_punten: int = 2
    compleet_punten: int = 1
    gewicht_nieuw: int = 3
    gewicht_anders: int = 2
    rang_basis: int = 6
    beloofd_punten: int = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One season to plan; ``vast`` is confirmed and never moves."""

    id: str
    zone: ZoneInfo
    van: date
    tot_en_met: date
    reis_opslag: int
    tussentijd: int
    weging: Weging
    scholen: Mapping[str, School]
    aanvragen: tuple[Aanvraag, ...]
    personen: Mapping[str, Persoon]
    vast: tuple[Afspraak, ...]

    def met_vast(self, erbij: tuple[Afspraak, ...]) -> "Scenario":
        """Return the same season in which these appointments stand as well."""
        return replace(self, vast=(*self.vast, *erbij))

    def reistijd(self, persoon: Persoon, een: Punt, ander: Punt) -> int:
        """Return the minutes ``persoon`` travels between two places; 0 when they are the same."""
        if persoon.per_wijk:
            binnen, ander_wijk = persoon.per_wijk
            zelfde = een.wijk and een.wijk == ander.wijk
            return 0 if een == ander else binnen if zelfde else ander_wijk
        afstand = isqrt((een.x - ander.x) ** 2 + (een.y - ander.y) ** 2)
        return self.reis_opslag - (-afstand // persoon.snelheid) if afstand else 0

    def gewicht(self, aanvraag: Aanvraag) -> int:
        """Return what a lesson of this request weighs: more for a school that had nothing."""
        nieuw = self.scholen[aanvraag.school].nieuw
        return self.weging.gewicht_nieuw if nieuw else self.weging.gewicht_anders

    def tijdvak(self, dag: date, begin: int, duur: int) -> tuple[datetime, datetime]:
        """Return a wall-clock moment of ``duur`` real minutes as instants."""
        uur, minuut = divmod(begin, 60)
        plaatselijk = datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=self.zone)
        start = plaatselijk.astimezone(UTC)
        return start, start + timedelta(minutes=duur)
