"""A span of time, and sums with spans of time.

A ``Tijdvak`` is half-open: its begin belongs to it, its end does not. Two lessons that touch
therefore do not overlap. All cases, with A the span asked about::

      A        |-------)
    before  |--)                       no overlap, a gap between them
    touches    .  |----)  after A      no overlap: the end of A is the begin of the other
    into    |-----)                    overlap
    within        |--)                 overlap, and A contains it
    same       |-------)               overlap, each contains the other
    around   |-----------)             overlap, and it contains A
    out of          |-----)            overlap

The functions take spans in any order, overlapping or not, and return them in order, merged: no
two of the result overlap or touch.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import attrgetter


class TijdstipZonderZone(ValueError):
    """A moment without an offset: it may be any of two dozen moments."""


class LeegTijdvak(ValueError):
    """The end does not come after the begin."""


def _to_utc(moment: datetime) -> datetime:
    if moment.tzinfo is UTC:
        return moment
    if moment.utcoffset() is None:
        raise TijdstipZonderZone(moment.isoformat())
    return moment.astimezone(UTC)


@dataclass(frozen=True, slots=True, order=True)
class Tijdvak:
    """The moments from ``begin`` up to, not including, ``eind``; both are kept in UTC.

    Python compares moments of one zone by the wall clock, so 02.30 before and after the autumn
    change would be equal; in UTC they are an hour apart. Raises ``TijdstipZonderZone`` for a naive
    moment and ``LeegTijdvak`` when ``eind`` is not after ``begin``.
    """

    begin: datetime
    eind: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "begin", _to_utc(self.begin))
        object.__setattr__(self, "eind", _to_utc(self.eind))
        if self.eind <= self.begin:
            raise LeegTijdvak(f"{self.begin.isoformat()} - {self.eind.isoformat()}")

    @property
    def duur(self) -> timedelta:
        """How long it really lasts, also across a clock change."""
        return self.eind - self.begin

    def overlapt(self, ander: "Tijdvak") -> bool:
        """Whether the two share at least one moment."""
        return self.begin < ander.eind and ander.begin < self.eind

    def bevat(self, ander: "Tijdvak") -> bool:
        """Whether every moment of ``ander`` lies in this span."""
        return self.begin <= ander.begin and ander.eind <= self.eind


def build_tijdvak(begin: datetime, eind: datetime) -> Tijdvak | None:
    """Return the span, or None where nothing lies between the two moments."""
    return Tijdvak(begin, eind) if begin < eind else None


# Much faster than the order of the dataclass itself, which is a function in Python.
_BEGIN_EN_EIND = attrgetter("begin", "eind")


def voeg_samen(tijdvakken: Iterable[Tijdvak]) -> tuple[Tijdvak, ...]:
    """Return the same moments with overlapping and touching spans made one, in order."""
    samen: list[Tijdvak] = []
    for tijdvak in sorted(tijdvakken, key=_BEGIN_EN_EIND):
        if samen and tijdvak.begin <= samen[-1].eind:
            samen[-1] = Tijdvak(samen[-1].begin, max(samen[-1].eind, tijdvak.eind))
        else:
            samen.append(tijdvak)
    return tuple(samen)


def verenig(links: Iterable[Tijdvak], rechts: Iterable[Tijdvak]) -> tuple[Tijdvak, ...]:
    """Return the moments that lie in at least one of the two."""
    return voeg_samen((*links, *rechts))


def doorsnede(links: Iterable[Tijdvak], rechts: Iterable[Tijdvak]) -> tuple[Tijdvak, ...]:
    """Return the moments that lie in both."""
    return tuple(_shared(voeg_samen(links), voeg_samen(rechts)))


def _shared(links: tuple[Tijdvak, ...], rechts: tuple[Tijdvak, ...]) -> Iterator[Tijdvak]:
    """Walk two merged rows side by side; whichever ends first moves on."""
    i = j = 0
    while i < len(links) and j < len(rechts):
        links_nu, rechts_nu = links[i], rechts[j]
        if rechts_nu.bevat(links_nu):
            yield links_nu
        elif links_nu.overlapt(rechts_nu):
            yield Tijdvak(max(links_nu.begin, rechts_nu.begin), min(links_nu.eind, rechts_nu.eind))
        if links_nu.eind <= rechts_nu.eind:
            i += 1
        else:
            j += 1


def trek_af(van: Iterable[Tijdvak], af: Iterable[Tijdvak]) -> tuple[Tijdvak, ...]:
    """Return the moments of ``van`` that do not lie in ``af``."""
    rest: list[Tijdvak] = []
    gaten = voeg_samen(af)
    start = 0
    for tijdvak in voeg_samen(van):
        while start < len(gaten) and gaten[start].eind <= tijdvak.begin:
            start += 1
        rest.extend(_without(tijdvak, gaten, start))
    return tuple(rest)


def _without(tijdvak: Tijdvak, gaten: tuple[Tijdvak, ...], start: int) -> Iterator[Tijdvak]:
    """Yield what is left of one span; the merged gaps from ``start`` on end after its begin."""
    if start == len(gaten) or gaten[start].begin >= tijdvak.eind:
        yield tijdvak
        return
    vanaf = tijdvak.begin
    while start < len(gaten) and gaten[start].begin < tijdvak.eind:
        stuk = build_tijdvak(vanaf, gaten[start].begin)
        if stuk is not None:
            yield stuk
        vanaf = gaten[start].eind
        start += 1
    laatste = build_tijdvak(vanaf, tijdvak.eind)
    if laatste is not None:
        yield laatste
