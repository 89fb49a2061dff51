"""What holds of the order whatever the people are like."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from boekingen.domain.rangschikking import Dossier, rangschik
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Plaats
from tests.boekingen.domain.test_rangschikking import (
    ANDERE_WIJK,
    GEVRAAGD,
    PERSOON,
    SCHOOL,
    WIJK,
    les,
)

maten = st.tuples(
    st.booleans(),
    st.booleans(),
    st.integers(0, 40),
    st.none() | st.integers(0, 400),
    st.sampled_from([None, SCHOOL, Plaats(31, WIJK), Plaats(32, ANDERE_WIJK)]),
    st.floats(0.01, 0.99),
)


def maak(nummer: int, maat) -> tuple[Persoon, Dossier]:
    wijk, kent, lessen, dagen, elders, kans = maat
    persoon = replace(PERSOON, id=nummer, wijk_ids=frozenset({WIJK} if wijk else ()))
    return persoon, Dossier(
        kent_school=kent,
        lessen_dit_schooljaar=lessen,
        vorige_les=None if dagen is None else GEVRAAGD.moment.begin - timedelta(days=dagen),
        andere_lessen=() if elders is None else (les(14, elders),),
        kans=kans,
    )


@given(st.lists(maten, min_size=2, max_size=8), st.randoms())
def test_the_order_is_total_and_stable(maten, toeval):
    paren = [maak(nummer, maat) for nummer, maat in enumerate(maten)]
    dossiers = {persoon.id: dossier for persoon, dossier in paren}
    mensen = [persoon for persoon, _ in paren]
    eerst = rangschik(mensen, GEVRAAGD, dossiers).kandidaten
    toeval.shuffle(mensen)
    assert rangschik(mensen, GEVRAAGD, dossiers).kandidaten == eerst
    assert len({kandidaat.volgorde for kandidaat in eerst}) == len(mensen)
    weg = toeval.choice(mensen)
    zonder = rangschik([p for p in mensen if p is not weg], GEVRAAGD, dossiers).kandidaten
    assert list(zonder) == [kandidaat for kandidaat in eerst if kandidaat.persoon is not weg]


def is_minstens_zo_goed(een, ander) -> bool:
    """Whether ``een`` is as good as ``ander`` on every factor; None is never a lesson, so best."""
    lang = 10**6
    reis = {None: 30, SCHOOL: 0, Plaats(31, WIJK): 15, Plaats(32, ANDERE_WIJK): 30}
    return (
        een[0] >= ander[0]
        and een[1] >= ander[1]
        and een[2] <= ander[2]
        and (lang if een[3] is None else een[3]) >= (lang if ander[3] is None else ander[3])
        and reis[een[4]] <= reis[ander[4]]
        and een[5] >= ander[5]
    )


@given(maten, maten)
def test_who_is_better_on_every_factor_never_stands_lower(een, ander):
    """Made better on the way: each factor of ``een`` is the better one of the two."""
    beste = tuple(
        a if is_minstens_zo_goed((*ander[:plek], a, *ander[plek + 1 :]), ander) else b
        for plek, (a, b) in enumerate(zip(een, ander, strict=True))
    )
    assert is_minstens_zo_goed(beste, ander)
    paren = [maak(1, beste), maak(2, ander)]
    dossiers = {persoon.id: dossier for persoon, dossier in paren}
    uitkomst = rangschik([persoon for persoon, _ in paren], GEVRAAGD, dossiers)
    assert [kandidaat.persoon.id for kandidaat in uitkomst.kandidaten] == [1, 2]
