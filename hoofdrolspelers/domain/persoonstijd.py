"""When one person can give a lesson, and why not when not: exact, from plain values.

What a person offers is the rhythm of that date without the school holidays, with the extra hours,
without what is away. What is left of it after lessons and the own diary is free. Every moment
belongs to exactly one layer, so a page can say the reason under each block; where several hold,
a lesson comes first, then away, then the holiday, then the own diary.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from lesaanbod.domain.schoolvakanties import DAG, Vakantieregio, vrije_periodes

from .beschikbaarheid import MAANDAG, ZONDAG, get_dag, list_dagen, zet_blok_op_dag
from .ritmeperiode import Ritmestuk
from .tijdvak import Tijdvak, doorsnede, trek_af, verenig, voeg_samen

REGIO = Vakantieregio.MIDDEN


class Soort(StrEnum):
    """What a stretch of time is to its person."""

    LES = "les"
    WEG = "weg"
    VAKANTIE = "vakantie"
    AGENDA = "agenda"
    VRIJ = "vrij"
    NIET = "niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdgegevens:
    """What is known of the time of one person.

    ``vastgelegd`` are lessons and refuse; ``eigen_agenda`` is what imported diaries say and only
    keeps a person from being proposed. ``in_vakanties`` is the choice to give lessons then too.
    """

    ritme: tuple[Ritmestuk, ...] = ()
    extra: tuple[Tijdvak, ...] = ()
    weg: tuple[Tijdvak, ...] = ()
    vastgelegd: tuple[Tijdvak, ...] = ()
    eigen_agenda: tuple[Tijdvak, ...] = ()
    in_vakanties: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beschikbaarheid:
    """A window taken apart: every moment of ``venster`` lies in exactly one of the layers."""

    venster: Tijdvak
    aangeboden: tuple[Tijdvak, ...]
    lagen: Mapping[Soort, tuple[Tijdvak, ...]]

    @property
    def vrij(self) -> tuple[Tijdvak, ...]:
        """When a lesson can be given."""
        return self.lagen[Soort.VRIJ]


def bereken_beschikbaarheid(gegevens: Tijdgegevens, venster: Tijdvak) -> Beschikbaarheid:
    """Return what every moment of ``venster`` is to this person."""
    ritme = get_ritme(gegevens.ritme, venster)
    vakantie = () if gegevens.in_vakanties else get_vakanties(venster)
    op_school = trek_af(ritme, vakantie) if vakantie else ritme
    gewild = verenig(op_school, doorsnede(gegevens.extra, (venster,)))
    aangeboden = trek_af(gewild, gegevens.weg)
    les = doorsnede(gegevens.vastgelegd, (venster,))
    over = trek_af(aangeboden, les)
    vrij = trek_af(over, gegevens.eigen_agenda)
    weg = trek_af(doorsnede(verenig(ritme, gewild), gegevens.weg), les)
    op_vakantie = trek_af(ritme, (*op_school, *gewild, *gegevens.weg, *les))
    agenda = trek_af(over, vrij)
    return Beschikbaarheid(
        venster=venster,
        aangeboden=aangeboden,
        lagen=MappingProxyType(
            {
                Soort.LES: les,
                Soort.WEG: weg,
                Soort.VAKANTIE: op_vakantie,
                Soort.AGENDA: agenda,
                Soort.VRIJ: vrij,
                Soort.NIET: trek_af((venster,), (*les, *weg, *op_vakantie, *over)),
            }
        ),
    )


def bereken_vrij(gegevens: Tijdgegevens, venster: Tijdvak) -> tuple[Tijdvak, ...]:
    """Return only when a lesson can be given; the same as the layer ``VRIJ``, in less time."""
    bezet = (*gegevens.vastgelegd, *gegevens.eigen_agenda)
    return trek_af(bereken_aangeboden(gegevens, venster), bezet)


def bereken_aangeboden(gegevens: Tijdgegevens, venster: Tijdvak) -> tuple[Tijdvak, ...]:
    """Return what the person offers; lessons and the own diary do not count yet."""
    aangeboden = get_ritme(gegevens.ritme, venster)
    if not gegevens.in_vakanties and (vakanties := get_vakanties(venster)):
        aangeboden = trek_af(aangeboden, vakanties)
    if gegevens.extra:
        aangeboden = verenig(aangeboden, doorsnede(gegevens.extra, (venster,)))
    return trek_af(aangeboden, gegevens.weg) if gegevens.weg else aangeboden


def get_ritme(stukken: Iterable[Ritmestuk], venster: Tijdvak) -> tuple[Tijdvak, ...]:
    """Return the spans of ``venster`` in which the rhythm of that date says free."""
    per_dag: dict[int, list[Ritmestuk]] = {dag: [] for dag in range(MAANDAG, ZONDAG + 1)}
    for stuk in stukken:
        per_dag[stuk.blok.weekdag].append(stuk)
    vrij = (
        deel
        for dag in list_dagen(venster)
        for stuk in per_dag[dag.isoweekday()]
        if stuk.periode.bevat(dag)
        for deel in zet_blok_op_dag(stuk.blok, dag)
    )
    return doorsnede(vrij, (venster,))


@lru_cache(maxsize=512)
def get_vakanties(venster: Tijdvak) -> tuple[Tijdvak, ...]:
    """Return the days off of schools in region Midden that touch ``venster``, as whole days."""
    return voeg_samen(get_dag(dag) for dag in list_vakantiedagen(venster))


def list_vakantiedagen(venster: Tijdvak) -> Iterator[date]:
    """Yield the days of ``venster`` on which schools in region Midden are off."""
    return (dag for dag in list_dagen(venster) if get_vakantienaam(dag))


def get_vakantienaam(dag: date) -> str:
    """Return the name of the holiday on ``dag``, or nothing."""
    return _vakanties_van(dag.year).get(dag, "")


@lru_cache(maxsize=16)
def _vakanties_van(jaar: int) -> Mapping[date, str]:
    """Return every day off of ``jaar`` with its name; the longest period names the day."""
    begin, eind = date(jaar, 1, 1), date(jaar, 12, 31)
    namen: dict[date, str] = {}
    for periode in vrije_periodes(REGIO, begin, eind):
        dag = max(periode.begin, begin)
        while dag <= min(periode.eind, eind):
            namen.setdefault(dag, periode.naam)
            dag += DAG
    return MappingProxyType(namen)
