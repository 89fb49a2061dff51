"""A season plan, for tests: something to plan, and the worker's part: working out, applying."""

from datetime import datetime
from itertools import count

from boekingen.domain.status import PlanStatus
from boekingen.models import Aanvraag, Seizoensplan
from boekingen.services.planclaims import claim_plan
from boekingen.services.plantoepassing import pas_seizoensplan_toe
from boekingen.services.planuitvoering import werk_plan_uit
from boekingen.services.seizoensplan import Toepassing
from boekingen.services.seizoensplannen import vraag_toepassen
from tests.boekingen.wereld import Wereld


def maak_wereld(nu: datetime) -> Wereld:
    """Return a city with one wijkagent and one rolmodel."""
    wereld = Wereld(nu=nu)
    wereld.persoon("wijkagent")
    wereld.persoon("rolmodel")
    return wereld


def vraag_serie(wereld: Wereld) -> Aanvraag:
    """Return a request of two lessons: the first for the wijkagent, the second for both."""
    return wereld.aanvraag(wereld.les({"wijkagent": 1}, {"wijkagent": 1, "rolmodel": 1}))


def werk(nu: datetime, **anders) -> PlanStatus | None:
    """Work out the run that waits; every look at the clock is a beat."""
    gewoon = {
        "klok": count(0, 1e-3).__next__,
        "kijk": lambda: nu,
        "stop": lambda: False,
    }
    claim = anders.pop("claim", None) or claim_plan(nu=nu)
    return werk_plan_uit(claim=claim, **gewoon | anders)


def pas_toe(plan: Seizoensplan, nu: datetime, door=None) -> Toepassing | None:
    """Apply a proposal, as the desk and the worker do together."""
    vraag_toepassen(plan_id=plan.pk, nu=nu, door=door)
    return pas_gevraagd_toe(nu)


def pas_gevraagd_toe(nu: datetime) -> Toepassing | None:
    """Do what the desk asked: apply the proposal."""
    return pas_seizoensplan_toe(claim=claim_plan(nu=nu), nu=nu)
