"""The season planner in the browser: start, follow, look, apply; wide and narrow."""

from itertools import count

import pytest
import time_machine

from boekingen.models import Seizoensplan
from boekingen.services.planuitvoering import claim_plan, werk_plan_uit
from tests.boekingen.wereld import Wereld, op
from tests.inloggen import login_as, make_medewerker
from tests.paginas import assert_sound

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def maandagochtend(nu):
    with time_machine.travel(nu, tick=True):
        yield


@pytest.fixture
def stad(transactional_db, nu):
    """Five lessons of two schools, of which one has nobody to give it."""
    wereld = Wereld(nu=nu)
    wereld.school.naam = "De Rietveste"
    wereld.school.save()
    wereld.persoon("wijkagent", gebruiker__naam="Ruben Aerts", wijken=[wereld.wijk])
    wereld.persoon("rolmodel", gebruiker__naam="Ilse van der Marck")
    serie = wereld.les({"wijkagent": 1}, {"wijkagent": 1, "rolmodel": 1}, title="Kapot Sterk")
    wereld.aanvraag(serie, [op(2, 2), op(2, 9)], klassen=["8A", "8B"])
    wereld.aanvraag(wereld.les({"officier": 1}, title="De rechter"), [op(3, 4)])
    return wereld


def test_a_season_from_the_button_to_the_invitations(stad, open_page, nu):
    page = open_page()
    login_as(page, make_medewerker("coördinator", naam="Jamila Terlouw"))
    page.goto("/planning/")
    page.get_by_role("link", name="Seizoen").click()
    assert_sound(page)
    page.get_by_role("button", name="Start de planning").click()
    page.get_by_role("heading", name="De planning begint zo").wait_for()
    claim = claim_plan(nu=nu)
    Seizoensplan.objects.update(
        waarde=90, grens=100, seconden=12.4, voorstel={"assignments": [{}] * 4}
    )
    # The page follows by itself.
    page.get_by_role("heading", name="De planning loopt").wait_for()
    assert_sound(page)
    werk_plan_uit(
        claim=claim,
        klok=count(0, 1e-3).__next__,
        kijk=lambda: nu,
        stop=lambda: False,
        oplossen=None,
    )
    page.get_by_role("heading", name="Les voor les").wait_for()
    assert_sound(page)
    page.get_by_label("Houd vast: De Rietveste, 8A, Kapot Sterk, les 1").check()
    page.get_by_role("button", name="Pas het voorstel toe").click()
    page.get_by_role("heading", name="Dit voorstel is toegepast").wait_for()
    assert_sound(page)
