"""A hoofdrolspeler as matching sees one: plain values, no database behind them."""

from dataclasses import dataclass

from .deelname import Pauze
from .tijdvak import Tijdvak


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Who somebody is, what they can do, and their time in the window that was asked for.

    ``vrij`` is the rhythm alone, clipped to the window; ``bezet`` are the Vastleggingen that
    touch the window, whole. ``eigen_agenda`` is what diaries elsewhere take of it, also whole; it
    keeps somebody from being proposed, and refuses nothing. ``heeft_oude_agenda``: one of those
    was not read for longer than its owner allows. No ``wijk_ids`` means the whole city.
    """

    id: int
    naam: str
    voornaam: str
    organisatie: str
    rol_ids: frozenset[int]
    niveau_ids: frozenset[int]
    wijk_ids: frozenset[int]
    max_per_maand: int
    is_actief: bool
    vrij: tuple[Tijdvak, ...]
    bezet: tuple[Tijdvak, ...]
    eigen_agenda: tuple[Tijdvak, ...] = ()
    heeft_oude_agenda: bool = False
    pauze: Pauze | None = None
