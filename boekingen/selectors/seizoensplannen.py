"""Runs of the season planner for the desk: how far, how good, which lesson when with whom."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from boekingen.domain.schooldagen import ZONE
from boekingen.domain.status import BoekingStatus, ContactStatus, Plansoort, PlanStatus
from boekingen.models import Boeking, Planbeleid, Seizoensplan
from boekingen.models.seizoensplannen import BEZIG
from boekingen.selectors.planning_seizoen import OPEN_AANVRAGEN
from boekingen.selectors.toegang import check_coordinator
from boekingen.selectors.woorden import get_groepen, get_korte_les
from hoofdrolspelers.selectors import list_profielen

EERDERE = 5
MILLISECONDEN_PER_LES = 60
"""What applying takes, a lesson (README, «Figures»)."""
VERTREKKEN = "iemand die niet meer meedoet"
TE_BESLISSEN = (PlanStatus.KLAAR.value, PlanStatus.GESTOPT.value, PlanStatus.MISLUKT.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesnaam:
    """How the desk names a lesson."""

    boeking_id: int
    school: str
    groepen: str
    les: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planregel:
    """One lesson of a proposal: when, and who for which role."""

    les: Lesnaam
    begin: datetime
    eind: datetime
    wie: tuple[tuple[str, str], ...]
    is_vast: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overregel:
    """One lesson that is left over: why, and what would have served it."""

    les: Lesnaam
    oorzaak: str
    wat_helpt: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nietregel:
    """One lesson that was not applied, and what had changed; ``les`` is None when it is gone."""

    les: Lesnaam | None
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planbeeld:
    """Everything the desk shows of one run."""

    plan: Seizoensplan
    gepland: int
    lessen: int
    verschil: str
    regels: tuple[Planregel, ...]
    mensen: int
    over: tuple[Overregel, ...]
    hulp: tuple[str, ...]
    meldingen: tuple[str, ...]
    niet_toegepast: tuple[Nietregel, ...]

    @property
    def is_bezig(self) -> bool:
        """Whether it waits or runs."""
        return self.plan.status in BEZIG

    @property
    def is_te_beslissen(self) -> bool:
        """Whether the proposal waits for a coördinator."""
        return self.plan.status in TE_BESLISSEN and self.plan.voorstel is not None

    @property
    def wordt_toegepast(self) -> bool:
        """Whether the worker applies it, now or as soon as it can."""
        return self.plan.status == PlanStatus.TOEPASSEN.value

    @property
    def toepassen_duurt(self) -> int:
        """How many minutes applying takes, roughly and rounded up."""
        return -(-self.gepland * MILLISECONDEN_PER_LES // 60_000)

    @property
    def is_toegepast(self) -> bool:
        """Whether it was applied."""
        return self.plan.status == PlanStatus.TOEGEPAST.value

    @property
    def beloofd(self) -> int:
        """How many lessons were promised, their moment still open."""
        return len((self.plan.toepassing or {}).get("beloofd", []))

    @property
    def toegepast(self) -> int:
        """How many lessons were applied."""
        return len((self.plan.toepassing or {}).get("toegepast", []))


def get_laatste_plan(*, wie: Any) -> Seizoensplan | None:
    """Return the run the page is about, the newest one, or None. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    plannen = Seizoensplan.objects.filter(soort=Plansoort.SEIZOEN.value)
    return plannen.select_related("gestart_door", "toegepast_door").order_by("-pk").first()


def list_eerdere_plannen(*, wie: Any, behalve: Seizoensplan | None) -> list[Seizoensplan]:
    """Return some runs before the newest one, newest first. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    plannen = Seizoensplan.objects.filter(soort=Plansoort.SEIZOEN.value).defer("voorstel")
    if behalve is not None:
        plannen = plannen.exclude(pk=behalve.pk)
    return list(plannen.select_related("gestart_door").order_by("-pk")[:EERDERE])


def get_beleid(*, wie: Any) -> Planbeleid:
    """Return when the planner starts by itself, stored or not. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    return Planbeleid.objects.first() or Planbeleid()


def tel_te_plannen(*, wie: Any) -> int:
    """Return how many lessons wait for a moment and may be planned."""
    check_coordinator(wie)
    return Boeking.objects.filter(
        status=BoekingStatus.TE_PLANNEN.value,
        aanvraag__status__in=OPEN_AANVRAGEN,
        aanvraag__contactpersoon__status=ContactStatus.TOEGELATEN.value,
    ).count()


def build_planbeeld(*, wie: Any, plan: Seizoensplan) -> Planbeeld:
    """Return a run in words. A constant number of queries. Raises ``PermissionDenied``."""
    check_coordinator(wie)
    voorstel = plan.voorstel or {}
    alles = voorstel.get("assignments", [])
    # While it runs the page only counts: it is asked for every few seconds.
    toewijzingen = [] if plan.status in BEZIG else alles
    over, niet = voorstel.get("unserved", []), (plan.toepassing or {}).get("overgeslagen", [])
    nummers = {een["lesson"] for een in (*toewijzingen, *over)} | {een["les"] for een in niet}
    boekingen = get_boekingen(nummers) if nummers else {}
    namen = {str(een.id): een.naam for een in list_profielen()} if boekingen else {}
    vast = {een["lesson"] for een in plan.vastgezet}
    regels = (
        build_planregel(boekingen[een["lesson"]], een, namen, is_vast=een["lesson"] in vast)
        for een in toewijzingen
        if een["lesson"] in boekingen
    )
    return Planbeeld(
        plan=plan,
        gepland=len(alles),
        lessen=voorstel.get("lessons", len(alles) + len(over)),
        verschil=format_verschil(plan),
        regels=tuple(sorted(regels, key=lambda regel: (regel.begin, regel.les.boeking_id))),
        mensen=len({wie for een in toewijzingen for wie in een["speakers"]}),
        over=tuple(
            Overregel(
                les=get_lesnaam(boekingen[een["lesson"]]),
                oorzaak=een["text"],
                wat_helpt=tuple(een["would_help"]),
            )
            for een in over
            if een["lesson"] in boekingen
        ),
        hulp=tuple(een["text"] for een in voorstel.get("would_help", [])),
        meldingen=tuple(voorstel.get("notes", [])),
        niet_toegepast=tuple(
            Nietregel(
                les=get_lesnaam(boekingen[een["les"]]) if een["les"] in boekingen else None,
                reden=een["reden"],
            )
            for een in niet
        ),
    )


def get_boekingen(nummers: Collection[str]) -> dict[str, Boeking]:
    """Return lessons by their number as text, with school, classes and places."""
    boekingen = (
        Boeking.objects.filter(pk__in=[int(een) for een in nummers])
        .select_related("aanvraag__contactpersoon__school")
        .prefetch_related("groepen", "plekken__rol")
    )
    return {str(een.pk): een for een in boekingen}


def get_lesnaam(boeking: Boeking) -> Lesnaam:
    """Return how the desk names a lesson."""
    return Lesnaam(
        boeking_id=boeking.pk,
        school=str(boeking.aanvraag.contact.school.naam),
        groepen=get_groepen(boeking),
        les=get_korte_les(boeking),
    )


def get_moment_van(toewijzing: Mapping[str, Any]) -> datetime:
    """Return the begin of an assignment, aware."""
    dag = date.fromisoformat(toewijzing["date"])
    return datetime.combine(dag, time.fromisoformat(toewijzing["start"]), tzinfo=ZONE)


def build_planregel(
    boeking: Boeking, toewijzing: dict[str, Any], namen: dict[str, str], *, is_vast: bool = False
) -> Planregel:
    """Return one appointment of a proposal in words."""
    begin = get_moment_van(toewijzing)
    plekken = sorted(
        boeking.plekken.all(), key=lambda plek: (plek.rol.volgorde, plek.nummer, plek.pk)
    )
    return Planregel(
        les=get_lesnaam(boeking),
        begin=begin,
        eind=begin + timedelta(minutes=boeking.duur),
        wie=tuple(_noem_mensen((plek.rol.naam for plek in plekken), toewijzing["speakers"], namen)),
        is_vast=is_vast,
    )


def _noem_mensen(
    rollen: Iterable[str], wie: Iterable[str], namen: dict[str, str]
) -> Iterable[tuple[str, str]]:
    for rol, nummer in zip(rollen, wie, strict=False):
        yield rol, namen.get(nummer, VERTREKKEN)


def format_verschil(plan: Seizoensplan) -> str:
    """Return how much better a plan could be, in words a person would use."""
    if plan.waarde is None:
        return ""
    if plan.grens is None:
        if plan.status in BEZIG:
            return "Hoeveel beter het nog kan, is nog niet te zeggen."
        return "Dit is een goed plan. Of het nog beter kan, is niet uitgerekend."
    if plan.grens <= plan.waarde:
        return "Uitgerekend: een beter plan bestaat niet."
    deel = f"{max(0.1, 100 * (plan.grens - plan.waarde) / plan.grens):.1f}".replace(".", ",")
    return f"Een ander plan kan hooguit {deel} % beter zijn dan dit."
