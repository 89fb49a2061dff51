"""Plan a whole season: heuristic first, then the solver where there is one and there is time."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .herstel import Hersteller
from .hulp import Hulp, list_hulp
from .niveaus import Bewijs
from .oorzaken import Overgebleven, list_overgebleven
from .oplossen import SEIZOEN, Oplossen, los_op
from .probleem import Probleem
from .rooster import Rooster, Uitkomst
from .scenario import Afspraak, Scenario
from .schaarste import Inzetter, plan_op_schaarste
from .schaven import schaaf
from .verloop import Verloop, Voortgang, nooit, zwijg

ZAAD = 20261122
# With the solver the heuristic only has to bring a good start.
RONDEN_PER_LES, RONDEN_PER_LES_VOORAF = 28, 3
# Part of the time for the heuristic when it is alone; the rest is for the polish.
DEEL_HERSTEL = 0.85
# How long it may take, after the plan, to try what would help.
UITLEG_SECONDEN = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A complete proposal.

    ``bewijs`` holds proven bounds where there are any; ``meldingen`` are the lines somebody who
    uses the plan must have read, such as that there was no solver.
    """

    probleem: Probleem
    rooster: Rooster
    uitkomst: Uitkomst
    afspraken: tuple[Afspraak, ...]
    overgebleven: tuple[Overgebleven, ...]
    hulp: tuple[Hulp, ...]
    bewijs: Bewijs
    meldingen: tuple[str, ...]
    seconden: float

    @property
    def verschil(self) -> float | None:
        """Return how far value may be from the best there is, as a part of it."""
        if self.bewijs.waarde is None or not self.bewijs.waarde:
            return None
        return max(0.0, (self.bewijs.waarde - self.uitkomst.waarde) / self.bewijs.waarde)


def plan_seizoen(
    scenario: Scenario,
    *,
    klok: Callable[[], float],
    tijdslimiet: float = 120.0,
    oplossen: Oplossen | None = los_op,
    stop: Callable[[], bool] = nooit,
    meld: Callable[[Voortgang, Rooster], None] = zwijg,
    zaad: int = ZAAD,
    ronden: int | None = None,
) -> Plan:
    """Return the best plan for ``scenario`` within ``tijdslimiet`` seconds of ``klok``.

    ``oplossen`` runs the solver, here or in a process of its own; None leaves it out. ``stop`` may
    say at any moment that it is enough: the best so far comes back. ``meld`` hears of progress. The
    same scenario, ``zaad`` and ``ronden`` give the same plan as long as the clock does not cut it
    short.
    """
    verloop = Verloop(klok=klok, tijdslimiet=tijdslimiet, stop=stop, meld=meld)
    probleem = Probleem(scenario)
    toeval = Random(zaad)  # noqa: S311
    inzetter = Inzetter(probleem, toeval)
    rooster = plan_op_schaarste(probleem, inzetter)
    verloop.meld("eerste rooster", rooster)
    aantal = (
        ronden
        if ronden is not None
        else (len(probleem.lessen) * (RONDEN_PER_LES_VOORAF if oplossen else RONDEN_PER_LES))
    )
    hersteller = Hersteller(probleem, inzetter, toeval)
    rooster = hersteller.verbeter(rooster, verloop, aantal, DEEL_HERSTEL)
    schaaf(rooster, inzetter, verloop)
    bewijs = Bewijs()
    meldingen: tuple[str, ...] = (ZONDER_GEVRAAGD,)
    if oplossen:
        rooster, bewijs, meldingen = oplossen(rooster, verloop, SEIZOEN)
    if verloop.gestopt:
        meldingen = (*meldingen, GESTOPT)
    elif verloop.over <= 0:
        meldingen = (*meldingen, TIJD_OM)
    inzetter.vul_op(rooster)
    over = list_overgebleven(rooster, inzetter)
    meldingen = (*meldingen, *_noem_gebroken(rooster))
    verloop.grens = bewijs.waarde
    verloop.meld("klaar", rooster)
    return Plan(
        probleem=probleem,
        rooster=rooster,
        uitkomst=rooster.get_uitkomst(),
        afspraken=rooster.get_afspraken(),
        overgebleven=over,
        hulp=list_hulp(rooster, over, Verloop(klok=klok, tijdslimiet=UITLEG_SECONDEN, stop=stop)),
        bewijs=bewijs,
        meldingen=meldingen,
        seconden=verloop.seconden,
    )


def _noem_gebroken(rooster: Rooster) -> tuple[str, ...]:
    """Return the line on promises that cannot be kept, if there are any."""
    aantal = sum(
        les.les.beloofd and rooster.gezet[les.nr] is None for les in rooster.probleem.lessen
    )
    if not aantal:
        return ()
    wat = "1 les die is toegezegd, past" if aantal == 1 else f"{aantal} toegezegde lessen passen"
    return (f"Let op: {wat} nu niet meer.",)


ZONDER_GEVRAAGD = "Gepland zonder oplosser, zoals gevraagd: goed, maar niet bewezen het beste."
GESTOPT = "De planning is gestopt: dit is het beste plan tot dan toe."
TIJD_OM = "De tijd was om: dit is het beste plan tot dan toe."
