"""Working out a run of the season planner, in a process of its own.

Whoever works holds a claim (``planclaims``) and keeps moving its end. Whatever happens, the best
proposal so far stands in the row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import DatabaseError, transaction

from boekingen.domain.planning.herplan import herplan
from boekingen.domain.planning.oplossen import Oplossen, los_apart_op
from boekingen.domain.planning.planner import plan_seizoen
from boekingen.domain.planning.rooster import Rooster
from boekingen.domain.planning.scenario import Afspraak, Scenario
from boekingen.domain.planning.uitvoer import (
    build_oplossing,
    build_toewijzingen,
    parse_toewijzingen,
)
from boekingen.domain.planning.verloop import Voortgang
from boekingen.domain.status import Plansoort, PlanStatus
from boekingen.models import Seizoensplan
from boekingen.selectors.planning_herstel import build_herstelvraag
from boekingen.selectors.planning_seizoen import build_scenario
from boekingen.services.planclaims import LEASE, Claim, geef_claim_op, lock_geclaimd
from boekingen.services.seizoensplannen import zet_status

PULS_SECONDEN = 2.0
"""How often a process says that it lives, and looks whether it must stop."""

FOUT = "De planning is gestopt door een fout. Het beste plan tot dan toe is bewaard."


class Puls:
    """The line between a planner at work and its row: progress out, «stop» in.

    ``moet_stoppen`` is asked often and looks at the row every ``PULS_SECONDEN``. A database that
    does not answer for a while is tried again at the next beat.
    """

    def __init__(
        self,
        *,
        claim: Claim,
        klok: Callable[[], float],
        kijk: Callable[[], datetime],
        stop: Callable[[], bool],
    ) -> None:
        self._claim, self._klok, self._kijk, self._stop = claim, klok, kijk, stop
        self.vast: frozenset[str] = frozenset()
        self._volgende = self.begin = klok()
        self._nieuws: tuple[Voortgang, tuple[Afspraak, ...]] | None = None
        self.is_gevraagd = self.is_kwijt = self.moet_weg = False

    def meld(self, voortgang: Voortgang, rooster: Rooster) -> None:
        """Keep the best so far until the next beat."""
        self._nieuws = voortgang, rooster.get_afspraken()

    def moet_stoppen(self) -> bool:
        """Return whether the desk asked to stop, the run is somebody else's, or we must leave."""
        self.moet_weg = self.moet_weg or self._stop()
        if self._klok() >= self._volgende:
            self._volgende = self._klok() + PULS_SECONDEN
            try:
                self.klop()
            except DatabaseError:
                self._volgende = self._klok() + PULS_SECONDEN
        return self.is_gevraagd or self.is_kwijt or self.moet_weg

    def klop(self) -> None:
        """Write what is new, move the end of the claim, and read whether to stop."""
        with transaction.atomic():
            plan = lock_geclaimd(self._claim, PlanStatus.LOPEND)
            if plan is None:
                self.is_kwijt = True
                return
            self.is_gevraagd = plan.stop_gevraagd_op is not None
            plan.geclaimd_tot = self._kijk() + LEASE
            if self._nieuws:
                self._schrijf(plan, *self._nieuws)
                self._nieuws = None
            plan.save()

    def _schrijf(
        self, plan: Seizoensplan, voortgang: Voortgang, afspraken: tuple[Afspraak, ...]
    ) -> None:
        """Write progress; a run that was taken over keeps the better proposal of before."""
        plan.stap, plan.seconden = voortgang.stap, voortgang.seconden
        plan.grens = voortgang.grens if voortgang.grens is not None else plan.grens
        oud = (plan.waarde or -1, plan.datums or -1)
        if plan.voorstel is None or (voortgang.waarde, voortgang.datums) >= oud:
            plan.waarde, plan.datums = voortgang.waarde, voortgang.datums
            gepland = [een for een in afspraken if een.les not in self.vast]
            plan.voorstel = {"assignments": build_toewijzingen(gepland)}


def werk_plan_uit(
    *,
    claim: Claim,
    klok: Callable[[], float],
    kijk: Callable[[], datetime],
    stop: Callable[[], bool],
    oplossen: Oplossen = los_apart_op,
) -> PlanStatus | None:
    """Plan, and write the proposal; returns how it ended, None when it is no longer ours.

    ``klok`` gives seconds, ``kijk`` the time, and ``stop`` says that this process must leave: the
    run is then left to the next worker.
    """
    plan = Seizoensplan.objects.get(pk=claim.plan_id)
    puls = Puls(claim=claim, klok=klok, kijk=kijk, stop=stop)
    reken = reken_seizoen if plan.soort == Plansoort.SEIZOEN.value else reken_herstel
    try:
        voorstel = reken(plan, puls=puls, klok=klok, nu=kijk(), oplossen=oplossen)
    except Exception:
        rond_af(claim=claim, naar=PlanStatus.MISLUKT, voorstel=None, nu=kijk(), reden=FOUT)
        raise
    if puls.moet_weg and not puls.is_gevraagd:
        puls.klop()
        geef_claim_op(claim=claim, nu=kijk(), was_gevraagd=True)
        return None
    naar = PlanStatus.GESTOPT if puls.is_gevraagd else PlanStatus.KLAAR
    is_onze = rond_af(
        claim=claim, naar=naar, voorstel=voorstel, nu=kijk(), seconden=klok() - puls.begin
    )
    return naar if is_onze else None


def reken_seizoen(
    plan: Seizoensplan,
    *,
    puls: Puls,
    klok: Callable[[], float],
    nu: datetime,
    oplossen: Oplossen,
) -> dict[str, Any]:
    """Return the proposal for a season; what has a moment already is not in it."""
    scenario = build_scenario(nu=nu)
    puls.vast = frozenset(een.les for een in scenario.vast)
    uit = plan_seizoen(
        houd_vast(scenario, plan.vastgezet),
        klok=klok,
        tijdslimiet=plan.tijdslimiet,
        oplossen=oplossen if plan.met_oplosser else None,
        stop=puls.moet_stoppen,
        meld=puls.meld,
    )
    gepland = [een for een in uit.afspraken if een.les not in puls.vast]
    return {
        **build_oplossing(uit),
        "assignments": build_toewijzingen(gepland),
        "lessons": len(gepland) + len(uit.overgebleven),
    }


def reken_herstel(
    plan: Seizoensplan,
    *,
    puls: Puls,
    klok: Callable[[], float],
    nu: datetime,
    oplossen: Oplossen,
) -> dict[str, Any]:
    """Return the third offer after a drop-out; empty when there is nothing to mend any more."""
    assert plan.boeking_id is not None  # noqa: S101  # a constraint holds it
    vraag = build_herstelvraag(boeking_id=plan.boeking_id, nu=nu, mag_verzetten=True)
    if vraag is None:
        return {}
    uit = herplan(
        vraag.scenario,
        vraag.afspraken,
        vraag.uitval,
        klok=klok,
        tijdslimiet=plan.tijdslimiet,
        oplossen=oplossen,
        mag_vervallen=plan.mag_vervallen,
        stop=puls.moet_stoppen,
    )
    return vraag.build_waarden(uit)


def houd_vast(scenario: Scenario, vastgezet: list[dict[str, Any]]) -> Scenario:
    """Return the scenario with the kept appointments confirmed, as far as they still wait."""
    staat = {een.les for een in scenario.vast}
    lessen = {les.id: les for een in scenario.aanvragen for les in een.lessen}
    erbij = tuple(
        een
        for een in parse_toewijzingen({"assignments": vastgezet})
        if een.les in lessen
        and een.les not in staat
        and len(een.wie) == len(lessen[een.les].rollen)
        and set(een.wie) <= set(scenario.personen)
    )
    return scenario.met_vast(erbij) if erbij else scenario


def rond_af(
    *,
    claim: Claim,
    naar: PlanStatus,
    voorstel: Mapping[str, Any] | None,
    nu: datetime,
    reden: str = "",
    seconden: float | None = None,
) -> bool:
    """Write how a run ended, with its proposal; False when it is no longer ours."""
    with transaction.atomic():
        plan = lock_geclaimd(claim, PlanStatus.LOPEND)
        if plan is None:
            return False
        if voorstel is not None:
            plan.voorstel = dict(voorstel)
            if plan.soort == Plansoort.SEIZOEN.value:
                plan.waarde = voorstel["objective"]["value"]
                plan.datums = voorstel["objective"]["dates"]
                plan.grens = voorstel["bound"]["value"]
        plan.stap = naar.value
        plan.seconden = plan.seconden if seconden is None else seconden
        zet_status(plan, naar, nu=nu, door=None, reden=reden)
    return True
