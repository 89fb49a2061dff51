"""The open requests of the site as a ``Scenario`` for the season planner.

What stands is respected: a lesson with a moment, confirmed or still asking, is no choice any more;
its moment counts for the order of the series, and who said yes is taken. Only lessons that wait for
a moment, of a contact who is admitted, are planned. For the desk only: it shows who can when.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from django.db.models import Min, Prefetch, Q

from boekingen.domain.planning.scenario import (
    ONBEGRENSD,
    Aanvraag,
    Afspraak,
    Les,
    Moment,
    Punt,
    Scenario,
    School,
    Weging,
)
from boekingen.domain.schooldagen import ZONE, beoordeel_moment, is_schooldag
from boekingen.domain.status import (
    AanvraagStatus,
    BoekingStatus,
    ContactStatus,
)
from boekingen.domain.telvensters import build_telvensters
from boekingen.domain.termijnen import get_begin_voor_groep
from boekingen.models import Boeking, Inzet, Plek
from boekingen.selectors.boekingen import get_toezegging
from boekingen.selectors.kandidaten import AL_GEVRAAGD
from boekingen.selectors.momentkeuzes import get_index
from boekingen.selectors.plangegevens import (
    get_plaats_id,
    get_soort,
    get_wijk,
    list_niet_op,
    op_de_klok,
)
from boekingen.selectors.planpersonen import ALLE_NIVEAUS, build_personen
from hoofdrolspelers.domain.tijdvak import Tijdvak

OPEN_AANVRAGEN = [
    AanvraagStatus.INGEDIEND.value,
    AanvraagStatus.WACHTLIJST.value,
    AanvraagStatus.GEPLAND.value,
]
TELT_NIET = [BoekingStatus.GEANNULEERD.value, BoekingStatus.NIET_DOORGEGAAN.value]
RUIM = ONBEGRENSD
VOORUIT = timedelta(days=400)
EEN_JAAR = timedelta(days=365)


def build_scenario(*, nu: datetime) -> Scenario:
    """Return what there is to plan from the day after ``nu``, in a constant number of queries."""
    return build_scenario_van(list_planboekingen(nu), nu=nu)


def build_scenario_van(
    boekingen: list[Boeking], *, nu: datetime, ids: Collection[int] | None = None
) -> Scenario:
    """Return these lessons with everybody who might give them, or only these people."""
    van = nu.astimezone(ZONE).date() + timedelta(days=1)
    scholen = _build_scholen(boekingen, van=van, nu=nu)
    return Scenario(
        id=f"aanvragen-{van.isoformat()}",
        zone=ZONE,
        van=van,
        tot_en_met=van + VOORUIT,
        reis_opslag=0,
        tussentijd=0,
        weging=Weging(rang_basis=4),
        scholen=scholen,
        aanvragen=tuple(
            _build_aanvraag(reeks, nu=nu) for reeks in _list_reeksen(boekingen).values()
        ),
        personen=build_personen(
            boekingen, scholen, venster=Tijdvak(nu, nu + VOORUIT), nu=nu, ids=ids
        ),
        vast=tuple(_list_vast(boekingen)),
    )


def list_planboekingen(
    nu: datetime, *, alleen: Q | None = None, met_wensen: bool = True
) -> list[Boeking]:
    """Return the lessons of open requests, and those of others that count in this month or week.

    ``alleen`` narrows it to some of them; without ``met_wensen`` their wishes are not read.
    """
    vensters = build_telvensters(nu)
    sinds = min(vensters["maand"].begin, vensters["week"].begin)
    gevraagd = Boeking.objects.filter(
        Q(aanvraag__status__in=OPEN_AANVRAGEN)
        | Q(aanvraag__status=AanvraagStatus.AFGEROND.value, begin__gte=sinds),
        aanvraag__contactpersoon__status=ContactStatus.TOEGELATEN.value,
    ).exclude(status__in=TELT_NIET)
    if alleen is not None:
        gevraagd = gevraagd.filter(pk__in=Boeking.objects.filter(alleen).values("pk"))
    # Requests, schools and roles once each, however many lessons share them.
    plekken = Plek.objects.prefetch_related(
        "rol", Prefetch("inzetten", queryset=Inzet.objects.order_by("pk"))
    )
    return list(
        gevraagd.prefetch_related(
            "aanvraag__contactpersoon__school",
            *(["aanvraag__wensen"] if met_wensen else []),
            "aanvraag__verhinderdata",
            "groepen",
            Prefetch("plekken", queryset=plekken.order_by("rol__volgorde", "nummer", "pk")),
        )
        .annotate(eerste_klas=Min("groepen__volgorde"))
        .order_by("aanvraag__ingediend_op", "aanvraag_id", "eerste_klas", "nummer", "pk")
    )


def _list_reeksen(boekingen: list[Boeking]) -> dict[str, list[Boeking]]:
    """Return the lessons of each class, in the order of the series."""
    reeksen = defaultdict(list)
    for boeking in boekingen:
        klassen = "-".join(str(groep.volgorde) for groep in boeking.groepen.all())
        reeksen[f"{boeking.aanvraag_id}.{klassen}"].append(boeking)
    return reeksen


def _build_scholen(boekingen: list[Boeking], *, van: date, nu: datetime) -> dict[str, School]:
    gehad = set(
        Boeking.objects.filter(status=BoekingStatus.GEGEVEN.value, begin__gte=nu - EEN_JAAR)
        .order_by()
        .values_list("aanvraag__contactpersoon__school_id", flat=True)
    )
    vrij: dict[str, frozenset[date]] = {}
    uit = {}
    for boeking in boekingen:
        school, wijk = boeking.aanvraag.contact.school, get_wijk(boeking)
        regio = school.vakantieregio
        if regio not in vrij:
            dagen = [van + timedelta(days=nr) for nr in range(VOORUIT.days + 1)]
            vrij[regio] = frozenset(dag for dag in dagen if not is_schooldag(dag, regio=regio))
        uit[get_plaats_id(boeking)] = School(
            id=get_plaats_id(boeking),
            wijk=wijk,
            niveau=ALLE_NIVEAUS,
            punt=Punt(school.pk if boeking.op_school else -boeking.pk - 1, 0, wijk),
            dicht=vrij[regio] | {een.datum for een in boeking.aanvraag.verhinderdata.all()},
            nieuw=school.pk not in gehad,
        )
    return uit


def _build_aanvraag(reeks: list[Boeking], *, nu: datetime) -> Aanvraag:
    eerste = reeks[0]
    klassen = "-".join(str(groep.volgorde) for groep in eerste.groepen.all())
    return Aanvraag(
        id=f"{eerste.aanvraag_id}.{klassen}",
        school=get_plaats_id(eerste),
        ingediend_op=eerste.aanvraag.ingediend_op or nu,
        min_dagen=max(boeking.min_dagen_tussen for boeking in reeks),
        lessen=tuple(_build_les(boeking, nu=nu) for boeking in reeks),
    )


def _build_les(boeking: Boeking, *, nu: datetime) -> Les:
    if boeking.begin is not None:
        rollen = [plek.rol for plek in boeking.plekken.all() if get_toezegging(plek)]
        momenten: tuple[Moment, ...] = ()
    else:
        rollen = [plek.rol for plek in boeking.plekken.all()]
        momenten = tuple(list_momenten(boeking, nu=nu))
    return Les(
        id=str(boeking.pk),
        soort=get_soort(boeking),
        duur=boeking.duur,
        rollen=tuple(rol.naam for rol in rollen),
        momenten=momenten,
        beloofd=boeking.beloofd_op is not None,
        niet_op=list_niet_op(boeking, lambda inzet: inzet.status in AL_GEVRAAGD),
    )


def list_momenten(boeking: Boeking, *, nu: datetime) -> Iterator[Moment]:
    """Yield the wishes at which the school can receive somebody, as the desk would judge them."""
    for wens in boeking.aanvraag.wensen.all():
        if wens.onderdeel_sleutel != boeking.onderdeel_sleutel:
            continue
        begin = get_begin_voor_groep(wens=wens.begin, index=get_index(boeking), duur=boeking.duur)
        oordeel = beoordeel_moment(
            begin_lokaal=begin.astimezone(ZONE).replace(tzinfo=None),
            duur=boeking.duur,
            regio=boeking.aanvraag.contact.school.vakantieregio,
            verhinderdata=(),
            nu=nu,
            min_dagen_vooraf=0,
            avond=boeking.in_avond,
        )
        dag, minuut = op_de_klok(begin)
        if oordeel.mag:
            yield Moment(dag, minuut, wens.volgorde - 1)


def _list_vast(boekingen: list[Boeking]) -> Iterator[Afspraak]:
    """Yield the lessons with a moment, with who said yes."""
    for boeking in boekingen:
        if boeking.begin is None:
            continue
        dag, begin = op_de_klok(boeking.begin)
        toezeggingen = [get_toezegging(plek) for plek in boeking.plekken.all()]
        wie = [str(inzet.hoofdrolspeler_id) for inzet in toezeggingen if inzet]
        yield Afspraak(str(boeking.pk), dag, begin, tuple(wie))
