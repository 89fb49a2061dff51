"""The season planner in the browser: start, follow, look, apply; wide and narrow."""

import re

import pytest
import time_machine

from boekingen.models import Inzet, Seizoensplan
from boekingen.services.herstel import vraag_planner
from boekingen.services.planclaims import claim_plan
from tests.boekingen.plannen import pas_gevraagd_toe, werk
from tests.boekingen.uitval import maak_keten
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
    page.goto("/planning/seizoen/wanneer/")
    assert_sound(page)
    page.get_by_label("Alleen als u het vraagt").check()
    page.get_by_role("button", name="Bewaar").click()
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
    werk(nu, claim=claim)
    page.get_by_role("heading", name="Les voor les").wait_for()
    assert_sound(page)
    page.get_by_label("Houd vast: De Rietveste, 8A, Kapot Sterk, les 1").check()
    page.get_by_role("button", name="Pas het voorstel toe").click()
    page.get_by_role("heading", name="Het voorstel wordt toegepast").wait_for()
    assert_sound(page)
    pas_gevraagd_toe(nu)
    page.get_by_role("heading", name="Dit voorstel is toegepast").wait_for()
    assert_sound(page)


def test_three_offers_for_a_drop_out_and_the_second_is_taken(transactional_db, open_page, nu):
    boeking, ander, tweede, derde = maak_keten(Wereld(nu=nu))
    coordinator = make_medewerker("coördinator", naam="Jamila Terlouw")
    vraag_planner(boeking_id=boeking.pk, nu=nu, door=coordinator)
    page = open_page()
    login_as(page, coordinator)
    page.goto(f"/planning/boekingen/{boeking.pk}/")
    page.get_by_role("link", name="Bekijk wie kan vervangen").click()
    page.get_by_text("De planner zoekt, hooguit een minuut.").wait_for()
    assert_sound(page)
    werk(nu)
    page.get_by_role("heading", name="De planner, met zo min mogelijk wijzigingen").wait_for()
    assert_sound(page)
    page.get_by_role("button", name=re.compile("Doe dit.*aanbod 2")).click()
    page.get_by_text("2 lessen zijn aangepast.").wait_for()
    gevraagd = Inzet.objects.filter(status="uitgenodigd").values_list(
        "plek__boeking", "hoofdrolspeler"
    )
    assert set(gevraagd) == {(boeking.pk, tweede.pk), (ander.pk, derde.pk)}
