"""Times of invented people for property tests: rhythms, exceptions and lessons around one week."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from hoofdrolspelers.domain.beschikbaarheid import Ritmeblok
from hoofdrolspelers.domain.persoonstijd import Tijdgegevens
from hoofdrolspelers.domain.ritmeperiode import Periode, Ritmestuk
from hoofdrolspelers.domain.tijdvak import Tijdvak

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# A plain week, both clock changes (Sunday 28 March and 31 October 2027) and a holiday.
MAANDAGEN = [date(2027, 1, 11), date(2027, 3, 22), date(2027, 10, 25), date(2027, 2, 22)]
MINUTEN = st.sampled_from([0, 7, 15, 29, 30, 45, 50, 59])
TIJDEN = st.builds(time, st.sampled_from([0, 1, 2, 3, 6, 7, 8, 9, 12, 13, 17, 22, 23]), MINUTEN)
BLOKKEN = (
    st.tuples(st.integers(1, 7), TIJDEN, TIJDEN)
    .filter(lambda blok: blok[1] < blok[2])
    .map(lambda blok: Ritmeblok(*blok))
)


def get_week(maandag: date) -> Tijdvak:
    """Return the seven local days from a Monday on."""
    randen = (maandag, maandag + timedelta(days=7))
    return Tijdvak(*(datetime.combine(dag, time(), AMSTERDAM) for dag in randen))


@st.composite
def periodes(draw, maandag: date) -> Periode:
    """Days around the week, or always."""
    eerste, laatste = sorted(draw(st.tuples(st.integers(-3, 9), st.integers(-3, 9))))
    vanaf = maandag + timedelta(days=eerste) if draw(st.booleans()) else None
    tm = maandag + timedelta(days=laatste) if draw(st.booleans()) else None
    return Periode(vanaf, tm)


@st.composite
def stukken_tijd(draw, maandag: date, most: int = 4) -> tuple[Tijdvak, ...]:
    """Some spans in and around the week, to the minute, overlapping as it comes."""
    start = datetime.combine(maandag, time(), UTC) - timedelta(hours=12)
    paren = draw(
        st.lists(st.tuples(st.integers(0, 8 * 24 * 60), st.integers(1, 26 * 60)), max_size=most)
    )
    return tuple(
        Tijdvak(start + timedelta(minutes=begin), start + timedelta(minutes=begin + duur))
        for begin, duur in paren
    )


@st.composite
def weken(draw) -> tuple[date, Tijdgegevens]:
    """A Monday and the time of somebody around that week."""
    maandag = draw(st.sampled_from(MAANDAGEN))
    ritme = draw(st.lists(st.builds(Ritmestuk, BLOKKEN, periodes(maandag)), max_size=6).map(tuple))
    return maandag, Tijdgegevens(
        ritme=ritme,
        extra=draw(stukken_tijd(maandag, 2)),
        weg=draw(stukken_tijd(maandag, 2)),
        vastgelegd=draw(stukken_tijd(maandag, 3)),
        eigen_agenda=draw(stukken_tijd(maandag, 3)),
        in_vakanties=draw(st.booleans()),
    )
