"""The open requests of the site as a ``Scenario`` for the season planner.

What stands is respected: a lesson with a moment, confirmed or still asking, is no choice any more;
its moment counts for the order of the series, and who said yes is taken. Only lessons that wait for
a moment, of a contact who is admitted, are planned. For the desk only: it shows who can when.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from django.db.models import Min, Q

from boekingen.domain.factoren import get_capaciteit
from boekingen.domain.planning.scenario import (
    ONBEGRENSD,
    Aanvraag,
    Afspraak,
    Grenzen,
    Les,
    Moment,
    Persoon,
    Punt,
    Scenario,
    School,
    Weging,
)
from boekingen.domain.schooldagen import ZONE, beoordeel_moment, is_schooldag
from boekingen.domain.schooljaar import get_schooljaar
from boekingen.domain.status import (
    AanvraagStatus,
    BoekingStatus,
    ContactStatus,
    InzetStatus,
)
from boekingen.domain.telvensters import build_telvensters
from boekingen.domain.termijnen import get_begin_voor_groep
from boekingen.models import Boeking, Inzet
from boekingen.selectors.boekingen import get_toezegging, with_alles
from boekingen.selectors.kandidaten import list_blokkades
from boekingen.selectors.momentkeuzes import get_index
from hoofdrolspelers.domain import reistijd
from hoofdrolspelers.domain.persoon import Persoon as Mens
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.selectors import list_personen

OPEN_AANVRAGEN = [
    AanvraagStatus.INGEDIEND.value,
    AanvraagStatus.WACHTLIJST.value,
    AanvraagStatus.GEPLAND.value,
]
TELT_NIET = [BoekingStatus.GEANNULEERD.value, BoekingStatus.NIET_DOORGEGAAN.value]
ALLE_NIVEAUS = "alle"
RUIM = ONBEGRENSD
VOORUIT = timedelta(days=400)
EEN_JAAR = timedelta(days=365)
GEEN_PUNT = Punt(-1, -1)


def build_scenario(*, nu: datetime) -> Scenario:
    """Return what there is to plan from the day after ``nu``, in a constant number of queries."""
    return build_scenario_van(list_planboekingen(nu), nu=nu)


def build_scenario_van(boekingen: list[Boeking], *, nu: datetime) -> Scenario:
    """Return these lessons with everybody who might give them."""
    van = nu.astimezone(ZONE).date() + timedelta(days=1)
    mensen = list_personen(rol_id=None, venster=Tijdvak(nu, nu + VOORUIT))
    eigen = _list_eigen_tijd(boekingen)
    scholen = _build_scholen(boekingen, van=van, nu=nu)
    eerder = _tel_eerder(boekingen, nu=nu)
    geweigerd = _list_geweigerd(boekingen)
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
        personen={
            str(mens.id): replace(
                _build_persoon(mens, eigen[mens.id], boekingen, scholen, van=van),
                eerder=eerder[mens.id],
                geweigerde_scholen=geweigerd[mens.id],
            )
            for mens in mensen
        },
        vast=tuple(_list_vast(boekingen)),
    )


def list_planboekingen(nu: datetime) -> list[Boeking]:
    """Return the lessons of open requests, and those of others that count in this month or week."""
    vensters = build_telvensters(nu)
    sinds = min(vensters["maand"].begin, vensters["week"].begin)
    gevraagd = Boeking.objects.filter(
        Q(aanvraag__status__in=OPEN_AANVRAGEN)
        | Q(aanvraag__status=AanvraagStatus.AFGEROND.value, begin__gte=sinds),
        aanvraag__contactpersoon__status=ContactStatus.TOEGELATEN.value,
    ).exclude(status__in=TELT_NIET)
    met_alles = with_alles(gevraagd).prefetch_related("aanvraag__wensen", "aanvraag__verhinderdata")
    return list(
        met_alles.annotate(eerste_klas=Min("groepen__volgorde")).order_by(
            "aanvraag__ingediend_op", "aanvraag_id", "eerste_klas", "nummer", "pk"
        )
    )


def _list_reeksen(boekingen: list[Boeking]) -> dict[str, list[Boeking]]:
    """Return the lessons of each class, in the order of the series."""
    reeksen = defaultdict(list)
    for boeking in boekingen:
        klassen = "-".join(str(groep.volgorde) for groep in boeking.groepen.all())
        reeksen[f"{boeking.aanvraag_id}.{klassen}"].append(boeking)
    return reeksen


def _list_eigen_tijd(boekingen: list[Boeking]) -> dict[int, set[Tijdvak]]:
    """Return per person the time that these lessons take, which is planned and not just busy."""
    eigen = defaultdict(set)
    for boeking in boekingen:
        for plek in boeking.plekken.all():
            inzet = get_toezegging(plek)
            if inzet:
                eigen[inzet.hoofdrolspeler_id].add(Tijdvak(inzet.begin, inzet.eind))
    return eigen


def _tel_eerder(boekingen: list[Boeking], *, nu: datetime) -> dict[int, Counter[int]]:
    """Return per person and school year the lessons since August that are not among these.

    They count against the limit of a school year, as they do in the ranking for one lesson.
    """
    hier = {boeking.pk for boeking in boekingen}
    rijen = Inzet.objects.filter(
        status=InzetStatus.TOEGEZEGD.value, begin__gte=build_telvensters(nu)["schooljaar"].begin
    ).values_list("hoofdrolspeler_id", "begin", "plek__boeking_id")
    uit: dict[int, Counter[int]] = defaultdict(Counter)
    for mens, begin, boeking in rijen.order_by():
        if boeking not in hier:
            uit[mens][get_schooljaar(begin.astimezone(ZONE).date()).jaar] += 1
    return uit


def _list_geweigerd(boekingen: list[Boeking]) -> dict[int, frozenset[str]]:
    """Return per person the places of schools to which this person does not come."""
    plaatsen = defaultdict(set)
    for boeking in boekingen:
        plaatsen[boeking.aanvraag.contact.school_id].add(_school(boeking))
    uit: dict[int, frozenset[str]] = defaultdict(frozenset)
    for mens, school in list_blokkades(school_ids=plaatsen):
        uit[mens] |= plaatsen[school]
    return uit


def _build_scholen(boekingen: list[Boeking], *, van: date, nu: datetime) -> dict[str, School]:
    gehad = set(
        Boeking.objects.filter(status=BoekingStatus.GEGEVEN.value, begin__gte=nu - EEN_JAAR)
        .order_by()
        .values_list("aanvraag__contactpersoon__school_id", flat=True)
    )
    vrij: dict[str, frozenset[date]] = {}
    uit = {}
    for boeking in boekingen:
        school, wijk = boeking.aanvraag.contact.school, _wijk(boeking)
        regio = school.vakantieregio
        if regio not in vrij:
            dagen = [van + timedelta(days=nr) for nr in range(VOORUIT.days + 1)]
            vrij[regio] = frozenset(dag for dag in dagen if not is_schooldag(dag, regio=regio))
        uit[_school(boeking)] = School(
            id=_school(boeking),
            wijk=wijk,
            niveau=ALLE_NIVEAUS,
            punt=Punt(school.pk if boeking.op_school else -boeking.pk - 1, 0, wijk),
            dicht=vrij[regio] | {een.datum for een in boeking.aanvraag.verhinderdata.all()},
            nieuw=school.pk not in gehad,
        )
    return uit


def _school(boeking: Boeking) -> str:
    """Return the id of a place: of one request, because blocked days belong to the request."""
    return f"{boeking.aanvraag_id}" if boeking.op_school else f"{boeking.aanvraag_id}.{boeking.pk}"


def _wijk(boeking: Boeking) -> str:
    wijk = boeking.aanvraag.contact.school.wijk_id if boeking.op_school else None
    return "" if wijk is None else str(wijk)


def _niveaus(boeking: Boeking) -> frozenset[int]:
    return frozenset(groep.niveau_id for groep in boeking.groepen.all())


def _soort(boeking: Boeking) -> str:
    """Return the kind of lesson as far as it decides who may give it: its page and its levels."""
    niveaus = "+".join(str(niveau) for niveau in sorted(_niveaus(boeking)))
    return f"{boeking.les_id}:{niveaus}"


def _mag_geven(mens: Mens, boeking: Boeking) -> bool:
    """Return whether this person was chosen for the lesson, at these levels."""
    return _niveaus(boeking) <= mens.niveau_ids and (
        not mens.les_ids or boeking.les_id in mens.les_ids
    )


def _build_aanvraag(reeks: list[Boeking], *, nu: datetime) -> Aanvraag:
    eerste = reeks[0]
    klassen = "-".join(str(groep.volgorde) for groep in eerste.groepen.all())
    return Aanvraag(
        id=f"{eerste.aanvraag_id}.{klassen}",
        school=_school(eerste),
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
    gezegd = {(moment.dag, moment.begin) for moment in momenten}
    return Les(
        id=str(boeking.pk),
        soort=_soort(boeking),
        duur=boeking.duur,
        rollen=tuple(rol.naam for rol in rollen),
        momenten=momenten,
        beloofd=boeking.beloofd_op is not None,
        niet=frozenset(
            str(inzet.hoofdrolspeler_id)
            for plek in boeking.plekken.all()
            for inzet in plek.inzetten.all()
            if op_de_klok(inzet.begin) in gezegd
        ),
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


def op_de_klok(moment: datetime) -> tuple[date, int]:
    """Return day and minute of the day on the clock of Utrecht."""
    lokaal = moment.astimezone(ZONE)
    return lokaal.date(), lokaal.hour * 60 + lokaal.minute


def _minuten(duur: timedelta) -> int:
    return int(duur.total_seconds() // 60)


def _list_pauzedagen(mens: Mens, van: date) -> frozenset[date]:
    """Return the days on which this person gives no lessons: a pause, and too short a notice."""
    dagen = [van + timedelta(days=nr) for nr in range(VOORUIT.days + 1)]
    vroegst = van + timedelta(days=max(0, mens.dagen_vooraf - 1))
    pauze = mens.pauze
    return frozenset(
        dag for dag in dagen if dag < vroegst or (pauze is not None and pauze.bevat(dag))
    )


def _build_persoon(
    mens: Mens,
    eigen: set[Tijdvak],
    boekingen: list[Boeking],
    scholen: dict[str, School],
    *,
    van: date,
) -> Persoon:
    eigen_wijken = {str(wijk) for wijk in mens.wijk_ids}
    alle_wijken = {_wijk(boeking) for boeking in boekingen} | {""}
    rollen = {
        plek.rol.naam
        for boeking in boekingen
        for plek in boeking.plekken.all()
        if plek.rol_id in mens.rol_ids
    }
    extra: dict[date, tuple[tuple[int, int], ...]] = {}
    for vrij in mens.vrij:
        dag, begin = op_de_klok(vrij.begin)
        tot_dag, eind = op_de_klok(vrij.eind)
        tot = eind if tot_dag == dag else 24 * 60
        extra[dag] = (*extra.get(dag, ()), (begin, tot))
    return Persoon(
        id=str(mens.id),
        # Who takes no part now, or whose diary is too old, keeps what was promised, no more.
        rollen=frozenset(rollen if mens.is_actief and not mens.heeft_oude_agenda else ()),
        soorten=frozenset(_soort(boeking) for boeking in boekingen if _mag_geven(mens, boeking)),
        niveaus=frozenset({ALLE_NIVEAUS}),
        thuis=replace(GEEN_PUNT, wijk=str(mens.vertrekwijk_id or "")),
        thuiswijk="",
        wijken=frozenset(eigen_wijken | {""} if eigen_wijken else alle_wijken),
        snelheid=1,
        max_reistijd=RUIM if mens.max_reisminuten is None else mens.max_reisminuten,
        grenzen=Grenzen(
            dag=_grens(mens.max_per_dag),
            week=_grens(mens.max_per_week),
            maand=mens.max_per_maand,
            seizoen=RUIM,
            schooljaar=_grens(mens.max_per_schooljaar),
        ),
        weekritme={},
        extra=extra,
        afwezig=_list_pauzedagen(mens, van),
        bezet=tuple(
            (een.begin.astimezone(UTC), een.eind.astimezone(UTC))
            for een in (*mens.bezet, *mens.eigen_agenda)
            if een not in eigen
        ),
        vaste_scholen=frozenset(
            school.id for school in scholen.values() if school.wijk in eigen_wijken
        ),
        geweigerde_scholen=frozenset(),
        per_wijk=(
            _minuten(reistijd.ZELFDE_WIJK[mens.vervoermiddel]),
            _minuten(reistijd.ANDERE_WIJK[mens.vervoermiddel]),
        ),
        rust=_minuten(mens.rust),
        capaciteit=get_capaciteit(mens),
    )


def _grens(hooguit: int | None) -> int:
    return RUIM if hooguit is None else hooguit


def _list_vast(boekingen: list[Boeking]) -> Iterator[Afspraak]:
    """Yield the lessons with a moment, with who said yes."""
    for boeking in boekingen:
        if boeking.begin is None:
            continue
        dag, begin = op_de_klok(boeking.begin)
        toezeggingen = [get_toezegging(plek) for plek in boeking.plekken.all()]
        wie = [str(inzet.hoofdrolspeler_id) for inzet in toezeggingen if inzet]
        yield Afspraak(str(boeking.pk), dag, begin, tuple(wie))
