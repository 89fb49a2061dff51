from datetime import timedelta

import pytest

from boekingen.domain.plekken import Plekstand, Vraag, beoordeel_plek
from boekingen.domain.status import InzetStatus as I
from tests.boekingen.wereld import op

BEGIN = op(2, 2)


def vraag(status, nu, *, kwam=False, begin=BEGIN, te_laat=False):
    rest = timedelta(0) if te_laat else timedelta(days=1)
    return Vraag(status=status, begin=begin, gevraagd_op=nu, antwoord_voor=nu + rest, kwam=kwam)


@pytest.mark.parametrize(
    ("statussen", "stand"),
    [
        ([], Plekstand.ONTBREEKT),
        ([I.UITGENODIGD], Plekstand.GEVRAAGD),
        ([I.AFGEWEZEN], Plekstand.ONTBREEKT),
        ([I.VERLOPEN], Plekstand.ONTBREEKT),
        ([I.INGETROKKEN], Plekstand.ONTBREEKT),
        ([I.AFGEMELD], Plekstand.VALT_UIT),
        ([I.AFGEMELD, I.UITGENODIGD], Plekstand.VALT_UIT),
        ([I.AFGEWEZEN, I.UITGENODIGD], Plekstand.GEVRAAGD),
        ([I.AFGEMELD, I.TOEGEZEGD], Plekstand.KOMT),
    ],
)
def test_beoordeel_plek_stand(nu, statussen, stand):
    vragen = [vraag(status, nu) for status in statussen]
    assert beoordeel_plek(vragen, begin=BEGIN, nu=nu).stand is stand


def test_beoordeel_plek_yes_that_was_withdrawn_is_a_drop_out(nu):
    beeld = beoordeel_plek([vraag(I.INGETROKKEN, nu, kwam=True)], begin=BEGIN, nu=nu)
    assert beeld.stand is Plekstand.VALT_UIT


def test_beoordeel_plek_counts_who_is_asked_said_no_and_kept_silent(nu):
    vragen = [
        vraag(I.UITGENODIGD, nu),
        vraag(I.UITGENODIGD, nu, te_laat=True),
        vraag(I.VERLOPEN, nu),
        vraag(I.AFGEWEZEN, nu),
    ]
    beeld = beoordeel_plek(vragen, begin=BEGIN, nu=nu)
    assert (beeld.gevraagd, beeld.stil, beeld.nee) == (1, 2, 1)
    assert beeld.laatst_gevraagd_op == nu


@pytest.mark.parametrize("begin", [op(2, 3), None])
def test_beoordeel_plek_forgets_questions_about_another_moment(nu, begin):
    beeld = beoordeel_plek([vraag(I.AFGEMELD, nu)], begin=begin, nu=nu)
    assert beeld.stand is Plekstand.ONTBREEKT
    assert beeld.laatst_gevraagd_op is None
