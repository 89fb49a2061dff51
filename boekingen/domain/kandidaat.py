"""What a ranking looks at and what it returns, as plain values."""

from dataclasses import dataclass, field
from datetime import date, datetime

from boekingen.domain.ja_kans import ONBEKEND
from boekingen.domain.schooldagen import ZONE
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Plaats
from hoofdrolspelers.domain.tijdvak import Tijdvak


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """What is asked: a role for classes of some levels, at a place, at a moment.

    Without ``les_id`` and ``vandaag`` nobody is judged by lesson or by notice.
    """

    rol_id: int
    niveau_ids: frozenset[int]
    plaats: Plaats
    moment: Tijdvak
    les_id: int | None = None
    vandaag: date | None = None

    @property
    def dagen_vooraf(self) -> int | None:
        """How many days there are until the day of the lesson, by the calendar of Utrecht."""
        if self.vandaag is None:
            return None
        return (self.moment.begin.astimezone(ZONE).date() - self.vandaag).days


@dataclass(frozen=True, slots=True, kw_only=True)
class AndereLes:
    """A lesson a person already gives: when and where."""

    tijdvak: Tijdvak
    plaats: Plaats


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What this programme already knows of one person around the moment.

    ``blokkade`` is why this person does not come to this school. ``kans`` is the chance of yes,
    from ``ja`` yeses to ``gevraagd`` questions.
    """

    andere_lessen: tuple[AndereLes, ...] = ()
    lessen_deze_dag: int = 0
    lessen_deze_week: int = 0
    lessen_deze_maand: int = 0
    lessen_dit_schooljaar: int = 0
    kent_school: bool = False
    al_gevraagd: str = ""
    blokkade: str = ""
    vorige_les: datetime | None = None
    kans: float = ONBEKEND
    ja: int = 0
    gevraagd: int = 0


@dataclass(frozen=True, slots=True)
class Factor:
    """One reason for or against, in words; ``teken`` is ``+``, ``-`` or ``.`` (neither)."""

    teken: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """One person with the reasons; ``bezwaren`` is empty for somebody who can come."""

    persoon: Persoon
    factoren: tuple[Factor, ...] = ()
    bezwaren: tuple[str, ...] = ()
    volgorde: tuple[int | float, ...] = field(default=())
    kans: float = ONBEKEND


@dataclass(frozen=True, slots=True)
class Rangschikking:
    """Candidates in order, and those who cannot come; ``niet_genoemd`` more cannot either."""

    kandidaten: tuple[Kandidaat, ...]
    anderen: tuple[Kandidaat, ...]
    niet_genoemd: int = 0
