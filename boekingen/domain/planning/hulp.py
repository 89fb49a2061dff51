"""What would help most: a few extra lessons of one role in one month, tried on the plan.

For every role and month where it pinches, somebody is invented who can do anything of that role in
that month, ``n`` lessons of it; the left-over lessons are put in beside the plan as it stands. What
that serves is what it serves at least: nothing that was planned moves or is lost.
"""

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from .oorzaken import Overgebleven
from .probleem import Probleem
from .rooster import Rooster
from .scenario import Grenzen, Persoon, Punt, Scenario
from .schaarste import Inzetter
from .taal import eerste_dag, noem_maand, noem_rol
from .verloop import Verloop

MEESTE_EXTRA = 3
MEESTE_PLEKKEN = 12
ZEER_SNEL = 10_000_000
GETALLEN = {1: "Eén", 2: "Twee", 3: "Drie"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulp:
    """``extra`` lessons of a role in a month serve ``lessen`` more; ``heel`` series get whole."""

    rol: str
    maand: int
    extra: int
    lessen: int
    heel: int
    waarde: int

    @property
    def tekst(self) -> str:
        """Return it as a sentence."""
        extra = f"{GETALLEN[self.extra]} extra {'les' if self.extra == 1 else 'lessen'}"
        rest = f" en {_tel(self.heel, 'hele reeks', 'hele reeksen')}" if self.heel else ""
        winst = _tel(self.lessen, "les", "lessen")
        wie, wanneer = noem_rol(self.rol), noem_maand(self.maand)
        werkwoord = "levert" if self.extra == 1 else "leveren"
        return f"{extra} van een {wie} in {wanneer} {werkwoord} minstens {winst}{rest} op."


def _tel(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"


def list_hulp(
    rooster: Rooster, over: tuple[Overgebleven, ...], verloop: Verloop
) -> tuple[Hulp, ...]:
    """Return what helps most per extra lesson, best first; stops early when time is over."""
    plekken = Counter(
        (een.oorzaak.rol, maand) for een in over if een.oorzaak.rol for maand in een.oorzaak.maanden
    )
    if not plekken:
        return ()
    vraag = [plek for plek, _ in plekken.most_common(MEESTE_PLEKKEN)]
    proef = _Proef(rooster, vraag)
    uit = []
    for plek in vraag:
        vorige = 0
        for extra in range(1, MEESTE_EXTRA + 1):
            if verloop.moet_stoppen():
                break
            hulp = proef.probeer(plek, extra)
            if hulp.waarde <= vorige:
                break
            vorige = hulp.waarde
            uit.append(hulp)
    uit.sort(key=lambda een: (-een.waarde / een.extra, -een.waarde, een.maand, een.rol))
    return tuple(uit)


class _Proef:
    """The same scenario with the invented people, who have no room until they are asked."""

    def __init__(self, rooster: Rooster, plekken: list[tuple[str, int]]) -> None:
        self._oud = rooster
        scenario = rooster.probleem.scenario
        erbij = {plek: verzin_persoon(scenario, *plek) for plek in plekken}
        self._probleem = Probleem(
            replace(
                scenario,
                personen={**scenario.personen, **{een.id: een for een in erbij.values()}},
            )
        )
        self._nr = {plek: self._probleem.get_nr(een.id) for plek, een in erbij.items()}
        self._afspraken = rooster.get_afspraken()

    def probeer(self, plek: tuple[str, int], extra: int) -> Hulp:
        """Return what ``extra`` lessons at this place would add."""
        rooster = Rooster(self._probleem)
        for nr in self._nr.values():
            rooster.standen[nr].seizoen = 0
        rooster.zet_afspraken(self._afspraken)
        begin, heel = rooster.waarde, _tel_heel(rooster)
        lessen = sum(gezet is not None for gezet in rooster.gezet)
        rooster.standen[self._nr[plek]].seizoen = extra
        inzetter = Inzetter(self._probleem, Random(0))  # noqa: S311
        open_ = [
            een for een in self._probleem.aanvragen if rooster.aantal[een.nr] < len(een.lessen)
        ]
        open_.sort(key=lambda een: (len(een.lessen) - rooster.aantal[een.nr], -een.gewicht, een.nr))
        for een in open_:
            inzetter.zet_aanvraag(rooster, een, heel=True)
        for een in open_:
            inzetter.zet_aanvraag(rooster, een)
        return Hulp(
            rol=plek[0],
            maand=plek[1],
            extra=extra,
            lessen=sum(gezet is not None for gezet in rooster.gezet) - lessen,
            heel=_tel_heel(rooster) - heel,
            waarde=rooster.waarde - begin,
        )


def _tel_heel(rooster: Rooster) -> int:
    """Return how many series are whole; a single lesson is no series."""
    return sum(
        len(een.aanvraag.lessen) > 1 and rooster.aantal[een.nr] == len(een.lessen)
        for een in rooster.probleem.aanvragen
    )


def verzin_persoon(scenario: Scenario, rol: str, maand: int) -> Persoon:
    """Return somebody who can give every lesson of this role, everywhere, all of one month."""
    begin = eerste_dag(maand)
    dagen = monthrange(begin.year, begin.month)[1]
    naam = f"extra-{rol}-{maand}"
    while naam in scenario.personen:
        naam += "-"
    ruim = 10_000
    return Persoon(
        id=naam,
        rollen=frozenset({rol}),
        soorten=frozenset(les.soort for een in scenario.aanvragen for les in een.lessen),
        niveaus=frozenset(school.niveau for school in scenario.scholen.values()),
        thuis=Punt(0, 0),
        thuiswijk="",
        wijken=frozenset(school.wijk for school in scenario.scholen.values()),
        snelheid=ZEER_SNEL,
        max_reistijd=ruim,
        grenzen=Grenzen(dag=ruim, week=ruim, maand=ruim, seizoen=ruim),
        weekritme={},
        extra={begin + timedelta(days=dag): ((0, 24 * 60),) for dag in range(dagen)},
        afwezig=frozenset(),
        bezet=(),
        vaste_scholen=frozenset(),
        geweigerde_scholen=frozenset(),
        # As slow as the slowest of those there are, where travel is an estimate.
        per_wijk=max(
            (een.per_wijk for een in scenario.personen.values() if een.per_wijk), default=None
        ),
    )
