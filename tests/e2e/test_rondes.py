"""A round at the desk, in a browser: started, looked at, stopped; run out; and the lesson list."""

import pytest
import time_machine

from boekingen.models import Boeking, Inzet, Ronde
from boekingen.services import inzet_einde, rondes
from boekingen.services.rondestappen import zet_rondes
from tests.boekingen.wereld import Wereld, op
from tests.inloggen import login_as, make_medewerker
from tests.paginas import assert_sound

pytestmark = pytest.mark.browser


@pytest.fixture
def boeking(transactional_db, nu):
    """A lesson for which somebody said no, one is asked, and a place that ran out."""
    wereld = Wereld(nu=nu)
    for _ in range(3):
        wereld.persoon("wijkagent", wijken=[wereld.wijk])
    wereld.persoon("wijkagent", max_uitnodigingen=1)
    wereld.vraag(wereld.boeking(begin=op(2, 4)), wereld.mensen[-1])
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1}, begin=op(3, 16))
    for plek in boeking.plekken.all():
        rondes.start_ronde(plek_id=plek.pk, nu=nu, door=make_medewerker("coördinator"))
    zet_rondes(nu)
    gevraagd = Inzet.objects.get(plek__boeking=boeking)
    inzet_einde.wijs_af(inzet_id=gevraagd.pk, reden="Ik ben op cursus.", nu=nu, door=None)
    zet_rondes(nu)
    wereld.aanvraag(boeking.les)
    return boeking


def list_paden(boeking) -> list[str]:
    """Return the lesson, one without a moment, the list of lessons, and schools of a person."""
    nieuw = Boeking.objects.get(status="te_plannen")
    mens = Inzet.objects.first().hoofdrolspeler_id
    return [
        *(f"/planning/boekingen/{een}/" for een in (boeking.pk, nieuw.pk)),
        "/planning/lessen/",
        f"/planning/mensen/{mens}/scholen/?q=school",
    ]


def test_a_round_is_sound_on_a_phone_and_on_a_desk_and_stops_by_its_button(page, boeking, nu):
    wie = make_medewerker("coördinator", naam="Jamila Terlouw")
    with time_machine.travel(nu, tick=True):
        login_as(page, wie)
        for pad in list_paden(boeking):
            page.goto(pad)
            assert_sound(page)
        page.goto(f"/planning/boekingen/{boeking.pk}/")
        page.get_by_text("Niemand meer om te vragen").first.wait_for()
        page.get_by_role("button", name="Stop de ronde").click()
        page.get_by_text("De uitnodigingsronde is gestopt.").wait_for()
    assert sorted(Ronde.objects.values_list("status", flat=True)) == ["gestopt", "uitgeput"]
