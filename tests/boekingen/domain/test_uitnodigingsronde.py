from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekingen.domain.uitnodigingsronde import (
    HOOGSTENS_TEGELIJK,
    Besluit,
    Kanshebber,
    OpenVraag,
    Rondestand,
    bepaal_antwoordtijden,
    bepaal_herinner_op,
    bepaal_rondetermijn,
    bepaal_vol_voor,
    beslis,
    get_kans_alsnog,
    get_kans_op_tijd,
    order_kanshebbers,
)
from lesaanbod.domain.stille_uren import bepaal_vertrek, is_stil
from tests.boekingen.ronde_simulatie import simuleer
from tests.boekingen.wereld import op

NU = op(1, 12, 9)
KANSEN = st.lists(st.floats(0.05, 0.95), max_size=10)


def maak_stand(*kansen, open_=(), dagen=20, vol_na=10, wachtend=0):
    """Return a place of a lesson in ``dagen`` days; ``open_`` are (chance, hours ago)."""
    return Rondestand(
        kanshebbers=[Kanshebber(nummer, kans) for nummer, kans in enumerate(kansen, 1)],
        open=[
            OpenVraag(kans, NU - timedelta(hours=uren), NU + timedelta(hours=24))
            for kans, uren in open_
        ],
        begin=NU + timedelta(days=dagen),
        vol_voor=NU + timedelta(days=vol_na),
        wachtend=wachtend,
    )


def test_with_time_one_is_asked_and_the_round_waits_for_the_answer():
    besluit = beslis(maak_stand(*[0.67] * 8), nu=NU)
    assert besluit.vraag == (1,)
    assert NU < besluit.opnieuw_op <= bepaal_rondetermijn(nu=NU, begin=NU + timedelta(days=20))


@pytest.mark.parametrize(
    ("uren", "aantal"),
    [(24 * 10, 1), (96, 2), (60, 3), (36, 4), (1, 4)],
)
def test_the_nearer_the_deadline_the_more_are_asked_and_never_over_four(uren, aantal):
    stand = maak_stand(*[0.67] * 8, dagen=12, vol_na=uren / 24)
    assert len(beslis(stand, nu=NU).vraag) == aantal


def test_with_a_question_open_nobody_is_asked_while_there_is_time():
    assert beslis(maak_stand(*[0.67] * 8, open_=[(0.67, 2)]), nu=NU).vraag == ()


def test_an_expired_question_does_not_count():
    stand = maak_stand(*[0.67] * 8, open_=[(0.67, 2)])
    assert beslis(stand, nu=NU + timedelta(hours=23)).vraag == ()
    assert beslis(stand, nu=NU + timedelta(hours=24)).vraag == (1,)


def test_the_order_is_worth_times_chance():
    rij = [Kanshebber(1, 0.5), Kanshebber(2, 0.9), Kanshebber(3, 0.5)]
    assert [kanshebber.id for kanshebber in order_kanshebbers(rij)] == [2, 1, 3]


def test_nobody_left_has_no_next_moment():
    assert beslis(maak_stand(), nu=NU) == Besluit((), None)


def test_nobody_left_but_a_question_open_waits_for_it():
    stand = maak_stand(open_=[(0.67, 2)])
    assert beslis(stand, nu=NU) == Besluit((), stand.open[0].antwoord_voor)


def test_who_has_enough_invitations_is_waited_for():
    besluit = beslis(maak_stand(wachtend=2), nu=NU)
    assert besluit.vraag == ()
    assert besluit.opnieuw_op > NU


def test_in_the_evening_nobody_is_asked_until_the_morning():
    assert beslis(maak_stand(0.67), nu=op(1, 12, 22)) == Besluit((), op(1, 13, 7, 30))


def test_a_lesson_tomorrow_does_not_wait_for_the_morning():
    stand = maak_stand(*[0.67] * 6, dagen=1, vol_na=0.75)
    assert len(beslis(stand, nu=op(1, 12, 22)).vraag) == HOOGSTENS_TEGELIJK


def test_silence_makes_a_late_yes_less_likely():
    voor = NU + timedelta(days=2)
    kansen = [
        get_kans_alsnog(OpenVraag(0.67, NU - timedelta(hours=uren), voor), nu=NU, voor=voor)
        for uren in (0, 5, 20, 60)
    ]
    assert kansen == sorted(kansen, reverse=True)
    assert kansen[0] == pytest.approx(get_kans_op_tijd(0.67, timedelta(days=2)))


@pytest.mark.parametrize(
    ("dagen", "speling"),
    [(40, 14), (28, 14), (20, 7), (14, 7), (10, 2), (4, 2)],
)
def test_a_place_should_be_full_days_before_the_lesson(dagen, speling):
    begin = NU + timedelta(days=dagen)
    assert bepaal_vol_voor(nu=NU, begin=begin) == begin - timedelta(days=speling)


def test_a_lesson_tomorrow_should_be_full_in_three_quarters_of_the_time():
    assert bepaal_vol_voor(nu=NU, begin=NU + timedelta(days=1)) == NU + timedelta(hours=18)
    assert bepaal_vol_voor(nu=NU, begin=NU - timedelta(days=1)) == NU


def test_a_reminder_comes_once_over_half_of_the_time_is_gone():
    op_ = bepaal_herinner_op(
        gevraagd_op=NU, antwoord_voor=NU + timedelta(days=2), begin=NU + timedelta(days=10)
    )
    assert NU + timedelta(days=1) < op_ < NU + timedelta(days=2)


def test_a_short_time_to_answer_has_no_reminder():
    assert (
        bepaal_herinner_op(
            gevraagd_op=NU, antwoord_voor=NU + timedelta(hours=5), begin=NU + timedelta(hours=10)
        )
        is None
    )


def test_a_reminder_that_would_come_too_late_is_left_out():
    zaterdag = op(1, 16, 20)
    assert (
        bepaal_herinner_op(gevraagd_op=zaterdag, antwoord_voor=op(1, 18, 7), begin=op(1, 20, 12))
        is None
    )


@pytest.mark.parametrize(
    ("nu", "begin", "antwoord_voor", "herinner_op"),
    [
        pytest.param(op(1, 12), op(1, 15), op(1, 13, 9), op(1, 13, 7, 30), id="by day"),
        pytest.param(op(1, 30, 21, 30), op(2, 4), op(2, 2, 8), op(2, 2, 7, 30), id="Saturday"),
        pytest.param(op(3, 27, 21, 30), op(4, 2), op(3, 31, 8), op(3, 31, 7, 30), id="Easter"),
        pytest.param(op(1, 30, 22), op(2, 1), op(1, 31, 16), op(1, 31, 8, 48), id="near"),
    ],
)
def test_time_to_answer_counts_from_when_the_letter_leaves(nu, begin, antwoord_voor, herinner_op):
    assert bepaal_antwoordtijden(nu=nu, begin=begin) == (antwoord_voor, herinner_op)


@given(st.floats(0.01, 60), st.integers(0, 24 * 365))
def test_nobody_must_answer_before_the_letter_leaves(dagen, uren):
    nu = (NU + timedelta(hours=uren)).astimezone(UTC)
    begin = nu + timedelta(days=dagen)
    antwoord_voor, herinner_op = bepaal_antwoordtijden(nu=nu, begin=begin)
    assert min(bepaal_vertrek(nu=nu, begin=begin), begin) <= antwoord_voor <= begin
    assert herinner_op is None or herinner_op < antwoord_voor


@given(KANSEN, KANSEN.map(lambda kansen: kansen[:5]), st.floats(0.02, 30), st.integers(0, 24 * 14))
def test_every_decision_is_sound(kansen, open_, dagen, uren_later):
    nu = NU + timedelta(hours=uren_later)
    stand = Rondestand(
        kanshebbers=[Kanshebber(nummer, kans) for nummer, kans in enumerate(kansen)],
        open=[OpenVraag(kans, nu - timedelta(hours=9), nu + timedelta(hours=9)) for kans in open_],
        begin=nu + timedelta(days=dagen),
        vol_voor=bepaal_vol_voor(nu=nu, begin=nu + timedelta(days=dagen)),
    )
    besluit = beslis(stand, nu=nu)
    assert besluit == beslis(stand, nu=nu)
    assert len(set(besluit.vraag)) == len(besluit.vraag)
    assert len(besluit.vraag) + len(open_) <= max(HOOGSTENS_TEGELIJK, len(open_))
    if besluit.vraag and dagen > 2:
        assert not is_stil(nu)
    if besluit.opnieuw_op is None:
        assert not kansen
        assert not open_
    else:
        assert besluit.opnieuw_op > nu


@given(st.floats(0.01, 60), st.integers(0, 24 * 365))
def test_an_answer_time_is_after_the_question_and_not_after_the_lesson(dagen, uren):
    nu = (NU + timedelta(hours=uren)).astimezone(UTC)
    begin = nu + timedelta(days=dagen)
    assert nu < bepaal_rondetermijn(nu=nu, begin=begin) <= begin


def test_places_fill_in_four_days_with_few_questions():
    gevuld, vragen = simuleer(aantal=150, dagen=4)
    assert gevuld >= 0.99
    assert vragen <= 2.6
