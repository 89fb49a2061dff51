"""Planning by itself: after the deadline once, or every week with promises for what is far away."""

from datetime import timedelta

import pytest

from boekingen.domain.planbeleid import Beleid
from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.models import Boeking, Planbeleid, Seizoensplan
from boekingen.selectors.planning_seizoen import build_scenario
from boekingen.services.planbeleid import start_op_tijd, zet_beleid
from boekingen.services.seizoensplannen import start_plan
from lesaanbod.models import Bericht
from tests.boekingen import plannen
from tests.boekingen.wereld import Wereld, op, status

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    wereld = Wereld(nu=op(1, 4))
    wereld.persoon("wijkagent")
    return wereld


def zet(wereld, soort, **anders):
    gewoon = {"sluit_op": None, "weken_vooraf": 5, "nu": wereld.nu, "door": None}
    return zet_beleid(soort=soort, **gewoon | anders)


def werk(nu):
    return plannen.werk(nu, oplossen=None)


def test_after_the_deadline_it_plans_once(wereld):
    zet(wereld, Beleid.SLUITING, sluit_op=op(1, 8).date())
    assert start_op_tijd(op(1, 9, 5, 59)) == 0
    assert start_op_tijd(op(1, 9, 6)) == 1
    assert start_op_tijd(op(1, 9, 6)) == 0
    assert Seizoensplan.objects.get().gestart_door is None
    assert Planbeleid.objects.get().volgende_op is None


def test_a_deadline_in_the_past_is_refused(wereld):
    with pytest.raises(StapNietMogelijk, match="vandaag of later"):
        zet(wereld, Beleid.SLUITING, sluit_op=op(1, 3).date())
    assert not Planbeleid.objects.exists()


def test_every_week_it_waits_for_a_run_that_is_at_work(wereld):
    zet(wereld, Beleid.WEKELIJKS)
    start_plan(tijdslimiet=60, nu=wereld.nu, door=None)
    assert start_op_tijd(op(1, 11, 6)) == 0
    werk(op(1, 11, 6))
    assert start_op_tijd(op(1, 11, 7)) == 1
    assert Planbeleid.objects.get().volgende_op == op(1, 18, 6)
    assert list(Seizoensplan.objects.order_by("pk").values_list("status", flat=True)) == [
        "vervallen",
        "wachtend",
    ]
    zet(wereld, Beleid.HAND)
    assert start_op_tijd(op(2, 1)) == 0


def test_what_is_far_away_is_promised_and_becomes_final_in_time(wereld):
    zet(wereld, Beleid.WEKELIJKS)
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1})
    aanvraag = wereld.aanvraag(les, [op(2, 2), op(3, 2)])
    dichtbij, ver = aanvraag.boekingen.order_by("nummer")
    start_plan(tijdslimiet=60, nu=wereld.nu, door=None)
    werk(wereld.nu)
    uit = plannen.pas_toe(Seizoensplan.objects.get(), wereld.nu)
    assert (uit.toegepast, uit.beloofd) == ((str(dichtbij.pk),), (str(ver.pk),))
    assert (status(dichtbij), status(ver)) == ("voorgesteld", "te_plannen")
    (brief,) = Bericht.objects.filter(brief="aanvraag_beloofd")
    assert "les 2 (8A)" in brief.tekst
    assert "vijf weken" in brief.tekst
    assert "2 maart" not in brief.tekst
    (les,) = [
        les
        for een in build_scenario(nu=wereld.nu).aanvragen
        for les in een.lessen
        if les.id == str(ver.pk)
    ]
    assert les.beloofd

    # The next week nobody is told again; weeks later its moment is final.
    for dagen, verwacht in ((7, ()), (35, (str(ver.pk),))):
        nu = wereld.nu + timedelta(days=dagen)
        start_plan(tijdslimiet=60, nu=nu, door=None)
        werk(nu)
        uit = plannen.pas_toe(Seizoensplan.objects.latest("pk"), nu)
        assert (uit.toegepast, uit.beloofd) == (verwacht, ())
    assert Bericht.objects.filter(brief="aanvraag_beloofd").count() == 1
    assert Boeking.objects.get(pk=ver.pk).begin == op(3, 2)
