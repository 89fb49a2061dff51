"""A run of the season planner at the desk: asked for, stopped, asked to be applied.

Planning and applying are done elsewhere (``planuitvoering``, ``plantoepassing``), by a child
process of the worker; here only rows change. Two coördinatoren who press at the same time meet in
the database.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from boekingen.domain.status import Plansoort, PlanStatus, check_overgang
from boekingen.domain.weigeringen import GeenVoorstel, PlanningLoopt, StapNietMogelijk
from boekingen.models import Seizoensplan
from boekingen.models.seizoensplannen import BEZIG
from lesaanbod.services.gebeurtenissen import noteer

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

MET_VOORSTEL = (PlanStatus.KLAAR.value, PlanStatus.GESTOPT.value, PlanStatus.MISLUKT.value)


def start_plan(
    *,
    tijdslimiet: int,
    nu: datetime,
    door: Gebruiker | None,
    met_oplosser: bool = True,
    houd_vast: Collection[str] = (),
) -> Seizoensplan:
    """Ask for a season plan of at most ``tijdslimiet`` seconds; the worker takes it from here.

    ``houd_vast`` are lessons of the proposal that lies there now, to be kept as they stand in it.
    That proposal goes out of use. Raises ``PlanningLoopt`` when there is a run already.
    """
    with transaction.atomic():
        vorige = get_open_voorstel(soort=Plansoort.SEIZOEN)
        plan = open_plan(
            soort=Plansoort.SEIZOEN,
            tijdslimiet=tijdslimiet,
            met_oplosser=met_oplosser,
            vastgezet=_kies_vast(vorige, houd_vast),
            nu=nu,
            door=door,
        )
        if vorige is not None:
            zet_status(vorige, PlanStatus.VERVALLEN, nu=nu, door=door)
    return plan


def open_plan(
    *, soort: Plansoort, tijdslimiet: int, nu: datetime, door: Gebruiker | None, **velden: Any
) -> Seizoensplan:
    """Write a run that waits for the worker. Raises ``PlanningLoopt``."""
    try:
        with transaction.atomic():
            plan = Seizoensplan.objects.create(
                soort=soort.value,
                tijdslimiet=tijdslimiet,
                gestart_op=nu,
                gestart_door=door,
                **velden,
            )
    except IntegrityError as fout:
        raise PlanningLoopt from fout
    log(plan, PlanStatus.WACHTEND.value, nu=nu, door=door)
    return plan


def _kies_vast(vorige: Seizoensplan | None, houd_vast: Collection[str]) -> list[dict[str, Any]]:
    """Return the appointments of the proposal that the coördinator keeps."""
    toewijzingen = (vorige.voorstel or {}).get("assignments", []) if vorige else []
    return [een for een in toewijzingen if een["lesson"] in set(houd_vast)]


def get_open_voorstel(*, soort: Plansoort, boeking_id: int | None = None) -> Seizoensplan | None:
    """Return the newest proposal that waits for a decision, locked, or None."""
    plannen = Seizoensplan.objects.select_for_update().filter(
        soort=soort.value, boeking=boeking_id, status__in=MET_VOORSTEL
    )
    return plannen.order_by("-pk").first()


def stop_plan(*, plan_id: int, nu: datetime, door: Gebruiker | None) -> Seizoensplan:
    """Ask a run to stop; the best so far is kept. One that did not begin yet is dropped.

    A second time changes nothing. Raises ``StapNietMogelijk`` for one that is over.
    """
    with transaction.atomic():
        plan = lock_plan(plan_id)
        if plan.status == PlanStatus.WACHTEND.value:
            zet_status(plan, PlanStatus.VERVALLEN, nu=nu, door=door)
        elif plan.status != PlanStatus.LOPEND.value:
            raise StapNietMogelijk
        elif plan.stop_gevraagd_op is None:
            plan.stop_gevraagd_op = nu
            plan.save(update_fields=["stop_gevraagd_op"])
            log(plan, "stop_gevraagd", nu=nu, door=door)
    return plan


def vraag_toepassen(*, plan_id: int, nu: datetime, door: Gebruiker | None) -> Seizoensplan:
    """Ask for a proposal to be applied; the worker does it (``plantoepassing``).

    Raises ``GeenVoorstel`` when it was applied or replaced meanwhile, ``PlanningLoopt`` while the
    planner works at something else, and ``Seizoensplan.DoesNotExist``.
    """
    try:
        with transaction.atomic():
            plan = lock_plan(plan_id)
            is_voorstel = plan.status in MET_VOORSTEL and plan.voorstel
            if not is_voorstel or plan.soort != Plansoort.SEIZOEN.value:
                raise GeenVoorstel
            plan.pogingen, plan.reden = 0, ""
            plan.toepassen_gevraagd_op, plan.toegepast_door = nu, door
            zet_status(plan, PlanStatus.TOEPASSEN, nu=nu, door=door)
    except IntegrityError as fout:
        raise PlanningLoopt from fout
    return plan


def lock_plan(plan_id: int) -> Seizoensplan:
    """Lock a run, before any other row, and return it. Raises ``Seizoensplan.DoesNotExist``."""
    return Seizoensplan.objects.select_for_update().get(pk=plan_id)


def zet_status(
    plan: Seizoensplan,
    naar: PlanStatus,
    *,
    nu: datetime,
    door: Gebruiker | None,
    reden: str = "",
) -> None:
    """Write a new state of a locked run. Raises ``OvergangNietToegestaan``."""
    check_overgang(PlanStatus(plan.status), naar)
    plan.status = naar.value
    plan.is_bezig = True if naar.value in BEZIG else None
    if not plan.is_bezig:
        plan.claim, plan.geclaimd_tot = "", None
        plan.beeindigd_op = plan.beeindigd_op or nu
    plan.reden = reden or plan.reden
    plan.save()
    log(plan, naar.value, nu=nu, door=door, waarom=reden)


def log(
    plan: Seizoensplan, wat: str, *, nu: datetime, door: Gebruiker | None, waarom: str = ""
) -> None:
    """Write what happened to a run."""
    noteer(
        onderwerp_soort="seizoensplan",
        onderwerp_id=plan.pk,
        wat=wat,
        door=door,
        nu=nu,
        waarom=waarom,
    )
