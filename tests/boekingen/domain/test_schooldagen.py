from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekingen.domain.schooldagen import (
    ZONE,
    Oordeel,
    beoordeel_dag,
    beoordeel_moment,
    is_schooldag,
    vroegste_dag,
)

NU = datetime(2027, 1, 11, 9, 0, tzinfo=ZONE)
MAG = Oordeel(mag=True)


def klok(*moment):
    """A moment as on the clock at school, without a zone."""
    return datetime(*moment)


def judge(begin, **values):
    plain = {"duur": 60, "regio": "Midden", "verhinderdata": (), "nu": NU, "min_dagen_vooraf": 0}
    return beoordeel_moment(begin_lokaal=begin, **{**plain, **values})


def refuse(reden):
    return Oordeel(mag=False, reden=reden)


def accept(*moment, waarschuwing=None):
    return Oordeel(True, waarschuwing, None, datetime(*moment, tzinfo=UTC))


@pytest.mark.parametrize(
    ("datum", "oordeel"),
    [
        (date(2027, 1, 12), MAG),
        (
            date(2026, 12, 25),
            refuse("Kies een moment na 3 januari; dan is de kerstvakantie voorbij."),
        ),
        (date(2027, 4, 27), refuse("Kies een moment na 2 mei; dan is de meivakantie voorbij.")),
        (
            date(2027, 7, 17),
            refuse("Kies een moment na 29 augustus; dan is de zomervakantie voorbij."),
        ),
        (date(2028, 4, 27), refuse("Op 27 april is het Koningsdag. Kies een andere dag.")),
        (date(2027, 3, 29), refuse("Op 29 maart is het tweede paasdag. Kies een andere dag.")),
        (
            date(2027, 1, 16),
            refuse("Dit is in het weekend. Kies een dag van maandag tot en met vrijdag."),
        ),
        (
            date(2027, 2, 23),
            Oordeel(
                mag=True,
                waarschuwing="Uw school heeft dan misschien voorjaarsvakantie. "
                "Bent u open? Dan kunt u deze dag laten staan.",
            ),
        ),
        (
            date(2027, 2, 20),
            refuse("Dit is in het weekend. Kies een dag van maandag tot en met vrijdag."),
        ),
        (
            date(2027, 3, 26),
            Oordeel(
                mag=True,
                waarschuwing="Op Goede vrijdag zijn veel scholen dicht. "
                "Bent u open? Dan kunt u deze dag laten staan.",
            ),
        ),
        (
            date(2030, 9, 3),
            Oordeel(
                mag=True,
                waarschuwing="De vakanties van dit schooljaar zijn nog niet bekend. "
                "Controleer of u open bent.",
            ),
        ),
    ],
)
def test_beoordeel_dag(datum, oordeel):
    assert beoordeel_dag(datum, regio="Midden") == oordeel


def test_beoordeel_dag_on_a_study_day():
    oordeel = beoordeel_dag(date(2027, 1, 12), regio="Midden", verhinderdata=[date(2027, 1, 12)])
    assert oordeel == refuse("U gaf op dat deze dag niet kan. Kies een andere dag.")


def test_beoordeel_dag_follows_the_region():
    datum = date(2027, 7, 15)
    oordelen = {regio: is_schooldag(datum, regio=regio) for regio in ("Noord", "Midden", "Zuid")}
    assert oordelen == {"Noord": False, "Midden": True, "Zuid": True}


def test_beoordeel_dag_in_unknown_region():
    with pytest.raises(ValueError, match="Oost"):
        beoordeel_dag(date(2027, 1, 12), regio="Oost")


@pytest.mark.parametrize(
    ("nu", "dagen", "verwacht"),
    [
        (NU, 0, date(2027, 1, 11)),
        (NU, 5, date(2027, 1, 18)),
        (NU, 40, date(2027, 2, 22)),
        (datetime(2026, 12, 17, 9, 0, tzinfo=ZONE), 2, date(2027, 1, 4)),
        (datetime(2027, 1, 11, 23, 30, tzinfo=UTC), 0, date(2027, 1, 12)),
    ],
)
def test_vroegste_dag(nu, dagen, verwacht):
    assert vroegste_dag(nu=nu, min_dagen_vooraf=dagen, regio="Midden") == verwacht


def test_vroegste_dag_passes_study_days():
    dicht = [date(2027, 1, 11), date(2027, 1, 12)]
    dag = vroegste_dag(nu=NU, min_dagen_vooraf=0, regio="Midden", verhinderdata=dicht)
    assert dag == date(2027, 1, 13)


def test_vroegste_dag_when_every_day_is_blocked():
    dicht = {date(2027, 1, 11) + timedelta(days=teller) for teller in range(731)}
    with pytest.raises(ValueError, match="No school day left"):
        vroegste_dag(nu=NU, min_dagen_vooraf=0, regio="Midden", verhinderdata=dicht)


def test_beoordeel_moment_in_winter_and_in_summer_time():
    assert judge(klok(2027, 1, 12, 9, 0)) == accept(2027, 1, 12, 8, 0)
    assert judge(klok(2027, 6, 1, 9, 0)) == accept(2027, 6, 1, 7, 0)


def test_beoordeel_moment_keeps_the_warning():
    waarschuwing = (
        "Uw school heeft dan misschien voorjaarsvakantie. "
        "Bent u open? Dan kunt u deze dag laten staan."
    )
    begin = klok(2027, 2, 23, 9, 0)
    assert judge(begin) == accept(2027, 2, 23, 8, 0, waarschuwing=waarschuwing)


VOORBIJ = refuse("Dit moment is al voorbij. Kies een later moment.")


@pytest.mark.parametrize("begin", [klok(1, 1, 1), klok(2027, 1, 8, 9, 0), klok(2027, 1, 11, 9, 0)])
def test_beoordeel_moment_in_the_past(begin):
    assert judge(begin) == VOORBIJ


def test_beoordeel_moment_one_minute_from_now():
    assert judge(klok(2027, 1, 11, 9, 1)) == accept(2027, 1, 11, 8, 1)


@pytest.mark.parametrize("begin", [klok(2029, 1, 11, 9, 0), klok(9999, 12, 31, 23, 59)])
def test_beoordeel_moment_too_far_away(begin):
    assert judge(begin) == refuse("Dit is te ver weg. Kies een dag binnen twee jaar.")


def test_beoordeel_moment_too_soon_names_the_first_school_day():
    assert judge(klok(2027, 1, 22, 9, 0), min_dagen_vooraf=12) == refuse(
        "Dit is te snel voor ons. Kies een dag vanaf maandag 25 januari."
    )
    assert judge(klok(2027, 1, 25, 8, 0), min_dagen_vooraf=14) == accept(2027, 1, 25, 7, 0)


def test_beoordeel_moment_on_a_day_that_is_closed():
    assert judge(klok(2027, 5, 6, 9, 0)) == refuse(
        "Op 6 mei is het Hemelvaartsdag. Kies een andere dag."
    )


def test_beoordeel_moment_on_a_study_day():
    oordeel = judge(klok(2027, 1, 12, 9, 0), verhinderdata=[date(2027, 1, 12)])
    assert oordeel == refuse("U gaf op dat deze dag niet kan. Kies een andere dag.")


def test_beoordeel_moment_at_a_time_the_spring_change_skips():
    assert judge(klok(2027, 3, 28, 2, 30)) == refuse(
        "Deze tijd bestaat niet, want de klok gaat dan vooruit. Kies een andere tijd."
    )


def test_beoordeel_moment_at_a_time_the_autumn_change_shows_twice():
    assert judge(klok(2027, 10, 31, 2, 30)) == refuse(
        "Deze tijd komt die nacht twee keer voor. Kies een andere tijd."
    )


@pytest.mark.parametrize(
    "begin",
    [
        klok(2027, 3, 28, 1, 59),
        klok(2027, 3, 28, 3, 0),
        klok(2027, 10, 31, 1, 59),
        klok(2027, 10, 31, 3, 0),
    ],
)
def test_beoordeel_moment_beside_a_clock_change_is_an_ordinary_sunday(begin):
    assert "klok" not in judge(begin).reden
    assert "twee keer" not in judge(begin).reden


@pytest.mark.parametrize(
    ("tijd", "duur", "avond", "reden"),
    [
        ((7, 59), 60, False, "Dit is te vroeg. Kies een tijd vanaf 8.00 uur."),
        ((8, 0), 60, False, None),
        ((16, 30), 60, False, None),
        ((16, 31), 60, False, "Dit is te laat. Kies een tijd tot en met 16.30 uur."),
        ((23, 59), 60, False, "Dit is te laat. Kies een tijd tot en met 16.30 uur."),
        ((16, 31), 65, False, "Dit is te laat. Kies een tijd tot en met 16.25 uur."),
        ((20, 30), 90, True, None),
        ((20, 31), 90, True, "Dit is te laat. Kies een tijd tot en met 20.30 uur."),
        ((7, 59), 90, True, "Dit is te vroeg. Kies een tijd vanaf 8.00 uur."),
        ((8, 0), 600, False, "Deze les past niet binnen één schooldag. Kies minder klassen."),
    ],
)
def test_beoordeel_moment_keeps_to_school_hours(tijd, duur, avond, reden):
    assert judge(klok(2027, 1, 12, *tijd), duur=duur, avond=avond).reden == reden


@pytest.mark.parametrize(
    "values",
    [
        {"begin": NU},
        {"begin": klok(2027, 1, 12, 9, 0), "nu": klok(2027, 1, 11)},
        {"begin": klok(2027, 1, 12, 9, 0), "duur": 0},
    ],
)
def test_beoordeel_moment_refuses_faults_of_the_caller(values):
    with pytest.raises(ValueError, match="must be naive"):
        judge(**values)


@given(
    begin=st.datetimes(min_value=klok(2026, 12, 1), max_value=klok(2029, 3, 1)),
    duur=st.integers(min_value=1, max_value=1000),
    dagen=st.integers(min_value=0, max_value=60),
    avond=st.booleans(),
)
def test_beoordeel_moment_always_gives_either_a_reason_or_an_instant(begin, duur, dagen, avond):
    oordeel = judge(begin, duur=duur, min_dagen_vooraf=dagen, avond=avond)
    assert oordeel.mag == (oordeel.reden is None) == (oordeel.begin is not None)
    if oordeel.begin:
        assert oordeel.begin.astimezone(ZONE).replace(tzinfo=None) == begin
        assert oordeel.begin > NU
        assert is_schooldag(begin.date(), regio="Midden")
