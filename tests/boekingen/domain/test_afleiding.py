from itertools import combinations_with_replacement

import pytest

from boekingen.domain.afleiding import leid_aanvraag_af
from boekingen.domain.status import AanvraagStatus, BoekingStatus, check_overgang

A, B = AanvraagStatus, BoekingStatus
AFGELEID = (A.INGEDIEND, A.WACHTLIJST, A.GEPLAND)


@pytest.mark.parametrize(
    ("huidig", "boekingen", "naar"),
    [
        (A.INGEDIEND, [B.TE_PLANNEN], A.INGEDIEND),
        (A.INGEDIEND, [B.BEVESTIGD, B.VOORGESTELD], A.INGEDIEND),
        (A.INGEDIEND, [B.BEVESTIGD, B.TE_PLANNEN], A.INGEDIEND),
        (A.INGEDIEND, [B.BEVESTIGD, B.BEVESTIGD], A.GEPLAND),
        (A.INGEDIEND, [B.GEGEVEN, B.BEVESTIGD], A.GEPLAND),
        (A.INGEDIEND, [B.GEANNULEERD, B.BEVESTIGD], A.GEPLAND),
        (A.GEPLAND, [B.BEVESTIGD, B.VOORGESTELD], A.INGEDIEND),
        (A.GEPLAND, [B.GEGEVEN, B.NIET_DOORGEGAAN], A.AFGEROND),
        (A.GEPLAND, [B.GEGEVEN, B.GEANNULEERD], A.AFGEROND),
        (A.INGEDIEND, [B.GEANNULEERD], A.AFGEROND),
        (A.WACHTLIJST, [B.TE_PLANNEN], A.WACHTLIJST),
        (A.WACHTLIJST, [B.TE_PLANNEN, B.GEANNULEERD], A.WACHTLIJST),
        (A.WACHTLIJST, [B.TE_PLANNEN, B.VOORGESTELD], A.INGEDIEND),
        (A.WACHTLIJST, [B.GEANNULEERD], A.AFGEROND),
    ],
)
def test_leid_aanvraag_af_follows_from_the_bookings(huidig, boekingen, naar):
    assert leid_aanvraag_af(huidig, boekingen) == naar


@pytest.mark.parametrize("huidig", sorted(set(A) - set(AFGELEID)))
@pytest.mark.parametrize("boekingen", [[B.BEVESTIGD], [B.GEGEVEN], []])
def test_leid_aanvraag_af_leaves_what_somebody_decided(huidig, boekingen):
    assert leid_aanvraag_af(huidig, boekingen) == huidig


@pytest.mark.parametrize("huidig", [A.INGEDIEND, A.GEPLAND])
@pytest.mark.parametrize("boekingen", list(combinations_with_replacement(B, 2)))
def test_leid_aanvraag_af_never_takes_a_step_that_is_not_allowed(huidig, boekingen):
    naar = leid_aanvraag_af(huidig, boekingen)
    assert naar == huidig or check_overgang(huidig, naar) is None


@pytest.mark.parametrize("boekingen", list(combinations_with_replacement(B, 2)))
def test_leid_aanvraag_af_never_leaves_the_waiting_list_by_a_forbidden_step(boekingen):
    """A waiting request has no lesson that is confirmed: a moment is proposed first."""
    naar = leid_aanvraag_af(A.WACHTLIJST, boekingen)
    if B.BEVESTIGD not in boekingen:
        assert naar == A.WACHTLIJST or check_overgang(A.WACHTLIJST, naar) is None
