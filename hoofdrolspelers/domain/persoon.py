"""A hoofdrolspeler as matching sees one: plain values, no database behind them."""

from dataclasses import dataclass
from datetime import timedelta

from .deelname import Pauze
from .reistijd import Vervoermiddel
from .tijdvak import Tijdvak


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Who somebody is, what they can do, and their time in the window that was asked for.

    ``vrij`` is what the person offers (rhythm and extra hours, without holidays and away), clipped
    to the window; ``bezet`` are the Vastleggingen that touch the window, whole. ``weg`` and
    ``vakantie`` say why somebody who otherwise could, does not. ``eigen_agenda`` is what diaries
    elsewhere take of it, also whole; it keeps somebody from being proposed, and refuses nothing.
    ``heeft_oude_agenda``: one of those was not read for longer than its owner allows. No
    ``wijk_ids`` means the whole city, no ``les_ids`` every lesson of the role, None no limit.
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
    heeft_oude_agenda: bool = False
    pauze: Pauze | None = None
    weg: tuple[Tijdvak, ...] = ()
    vakantie: tuple[Tijdvak, ...] = ()
    eigen_agenda: tuple[Tijdvak, ...] = ()
    les_ids: frozenset[int] = frozenset()
    max_per_dag: int | None = None
    max_per_week: int | None = None
    max_per_schooljaar: int | None = None
    dagen_vooraf: int = 0
    rust: timedelta = timedelta(0)
    vervoermiddel: Vervoermiddel = Vervoermiddel.FIETS
    vertrekwijk_id: int | None = None
    max_reisminuten: int | None = None
