"""Why a lesson is left over, computed from the model, and what would have served it.

The causes go from hard to soft, and the first that holds is told: no moment, closed days, nobody
who may, nobody free, nothing fits beside what is confirmed, the order of the series, and last the
people who could but are full. A suggestion holds for this plan as it stands: with that moment or
that person added the lesson fits in, and nothing else has to move.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .geschikt import is_open_dag, kan_op, list_bezwaren
from .probleem import Keuze, OpenLes, Probleem
from .rooster import Rooster
from .scenario import Moment
from .schaarste import Inzetter
from .taal import format_dag, format_tijd, noem_maand, noem_rol

# How far from the wished days another moment is looked for.
ZOEK_DAGEN = 42


class Soort(StrEnum):
    """What kind of cause it is."""

    GEEN_MOMENT = "geen_moment"
    GESLOTEN = "gesloten"
    NIEMAND_GESCHIKT = "niemand_geschikt"
    NIEMAND_VRIJ = "niemand_vrij"
    BEVESTIGD = "bevestigd"
    TE_WEINIG = "te_weinig"
    VOLGORDE = "volgorde"
    VOL = "vol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oorzaak:
    """A cause in words; ``rol`` and ``maanden`` (year * 12 + month) say where it pinches."""

    soort: Soort
    tekst: str
    rol: str | None = None
    maanden: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtraPersoon:
    """Somebody with this role who can come then would do."""

    rol: str
    dag: date
    begin: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgebleven:
    """A lesson that is left over: why, and what would have worked."""

    les: str
    aanvraag: str
    oorzaak: Oorzaak
    ander_moment: Moment | None
    extra_mensen: tuple[ExtraPersoon, ...]

    @property
    def wat_helpt(self) -> tuple[str, ...]:
        """Return the suggestions in words."""
        uit = []
        if self.ander_moment:
            dag, begin = self.ander_moment.dag, self.ander_moment.begin
            uit.append(f"Ook kunnen op {format_dag(dag)} om {format_tijd(begin)}.")
        if self.extra_mensen:
            wie = " en ".join(f"een extra {noem_rol(een.rol)}" for een in self.extra_mensen)
            eerste = self.extra_mensen[0]
            tijd = f"{format_dag(eerste.dag)} om {format_tijd(eerste.begin)}"
            uit.append(f"{wie[0].upper()}{wie[1:]} op {tijd}.")
        return tuple(uit)


def list_overgebleven(rooster: Rooster, inzetter: Inzetter) -> tuple[Overgebleven, ...]:
    """Return every lesson that is left over, in the order of the requests."""
    return tuple(
        Overgebleven(
            les=les.les.id,
            aanvraag=rooster.probleem.aanvragen[les.aanvraag].aanvraag.id,
            oorzaak=zoek_oorzaak(rooster, les),
            ander_moment=zoek_ander_moment(rooster, inzetter, les),
            extra_mensen=zoek_extra_mensen(rooster, les),
        )
        for les in rooster.probleem.lessen
        if rooster.gezet[les.nr] is None
    )


def zoek_oorzaak(rooster: Rooster, les: OpenLes) -> Oorzaak:
    """Return the first cause that holds for a lesson that is not set."""
    probleem = rooster.probleem
    school = probleem.scholen[probleem.aanvragen[les.aanvraag].school]
    momenten = les.les.momenten
    if not momenten:
        return Oorzaak(soort=Soort.GEEN_MOMENT, tekst="Er is geen moment gewenst.")
    open_ = [moment for moment in momenten if is_open_dag(probleem.scenario, school, moment.dag)]
    if not open_:
        tekst = f"Op geen van de gewenste dagen ({len(momenten)}) is de school open."
        return Oorzaak(soort=Soort.GESLOTEN, tekst=tekst)
    for rol, geschikt in zip(les.les.rollen, probleem.list_geschikten(les.nr), strict=True):
        if not geschikt:
            return _niemand_geschikt(probleem, les, rol)
    return _niemand_vrij(probleem, les, open_) or _past_niet(rooster, les)


def _past_niet(rooster: Rooster, les: OpenLes) -> Oorzaak:
    """Return what is in the way of a lesson for which there are free people."""
    if not les.keuzes:
        return _geen_keuze(rooster.probleem, les)
    op_volgorde = [keuze for keuze in les.keuzes if rooster.past_in_reeks(keuze)]
    if not op_volgorde:
        tekst = "Geen van de momenten past tussen de andere lessen van deze reeks."
        return Oorzaak(soort=Soort.VOLGORDE, tekst=tekst)
    return _iedereen_vol(rooster, les, op_volgorde)


def _geen_keuze(probleem: Probleem, les: OpenLes) -> Oorzaak:
    """Return why people who are free cannot take this lesson even in an empty timetable."""
    keuzes = [probleem.maak_keuze(les, moment) for moment in les.les.momenten]
    if any(all(keuze.kandidaten) for keuze in keuzes if keuze):
        tekst = "Er zijn te weinig mensen vrij: wie kan, kan maar één van de plekken vullen."
        return Oorzaak(soort=Soort.TE_WEINIG, tekst=tekst, rol=les.les.rollen[0])
    if probleem.scenario.vast:
        tekst = "Naast wat al bevestigd is, past geen van de gewenste momenten meer."
        return Oorzaak(soort=Soort.BEVESTIGD, tekst=tekst)
    tekst = "Wie kan, is al aan het eigen maximum."
    return Oorzaak(soort=Soort.VOL, tekst=tekst)


def _niemand_geschikt(probleem: Probleem, les: OpenLes, rol: str) -> Oorzaak:
    school = probleem.scholen[probleem.aanvragen[les.aanvraag].school]
    met_rol = [persoon for persoon in probleem.personen if rol in persoon.rollen]
    if not met_rol:
        tekst = f"Er is geen {noem_rol(rol)}."
    else:
        eerste = Counter(
            next(list_bezwaren(probleem.scenario, persoon, les.les, school, rol))
            for persoon in met_rol
        )
        redenen = ", ".join(f"{aantal} {reden}" for reden, aantal in eerste.most_common())
        tekst = f"Geen {noem_rol(rol)} kan hier deze les geven. Van de {len(met_rol)}: {redenen}."
    return Oorzaak(soort=Soort.NIEMAND_GESCHIKT, tekst=tekst, rol=rol)


def _niemand_vrij(probleem: Probleem, les: OpenLes, open_: list[Moment]) -> Oorzaak | None:
    """Return the cause when at every moment some role has nobody who can."""
    tekort: Counter[str] = Counter()
    for moment in open_:
        ontbreekt = [
            rol
            for rol, geschikt in zip(les.les.rollen, probleem.list_geschikten(les.nr), strict=True)
            if not any(
                kan_op(probleem.scenario, probleem.personen[nr], les.les, moment) for nr in geschikt
            )
        ]
        if not ontbreekt:
            return None
        tekort.update(ontbreekt)
    rol = max(tekort, key=lambda een: tekort[een])
    tekst = f"Op geen van de {len(open_)} momenten is er een {noem_rol(rol)} vrij."
    if tekort[rol] < len(open_):
        tekst = f"Op geen van de {len(open_)} momenten is voor elke rol iemand vrij."
    if len(open_) == 1:
        tekst = f"Op het enige moment is er geen {noem_rol(rol)} vrij."
    return Oorzaak(soort=Soort.NIEMAND_VRIJ, tekst=tekst, rol=rol)


def _iedereen_vol(rooster: Rooster, les: OpenLes, keuzes: list[Keuze]) -> Oorzaak:
    """Return which role pinches most often, and what the people in it are full of."""
    tekort: Counter[str] = Counter()
    waarom: dict[str, dict[int, str]] = {}
    maanden: dict[str, set[int]] = {}
    for keuze in keuzes:
        for rol, kandidaten in zip(les.les.rollen, keuze.kandidaten, strict=True):
            if any(rooster.kan(nr, keuze) for nr in kandidaten):
                continue
            tekort[rol] += 1
            maanden.setdefault(rol, set()).add(keuze.maand)
            for nr in kandidaten:
                waarom.setdefault(rol, {}).setdefault(nr, _waarom_vol(rooster, nr, keuze))
    if not tekort:
        tekst = "Er zijn te weinig mensen vrij: wie kan, kan maar één van de plekken vullen."
        return Oorzaak(soort=Soort.TE_WEINIG, tekst=tekst, rol=les.les.rollen[0])
    rol = max(tekort, key=lambda een: tekort[een])
    vol = Counter(waarom[rol].values())
    redenen = ", ".join(f"{aantal} {reden}" for reden, aantal in vol.most_common())
    wanneer = " en ".join(noem_maand(maand) for maand in sorted(maanden[rol]))
    tekst = f"Geen {noem_rol(rol)} heeft nog ruimte in {wanneer}: {redenen}."
    return Oorzaak(soort=Soort.VOL, tekst=tekst, rol=rol, maanden=tuple(sorted(maanden[rol])))


def _waarom_vol(rooster: Rooster, nr: int, keuze: Keuze) -> str:
    stand, grenzen = rooster.standen[nr], rooster.probleem.personen[nr].grenzen
    if stand.seizoen <= 0:
        return "aan het maximum van het seizoen"
    if stand.schooljaar.get(keuze.schooljaar, grenzen.schooljaar) <= 0:
        return "aan het maximum van het schooljaar"
    if stand.maand.get(keuze.maand, grenzen.maand) <= 0:
        return "aan het maximum van de maand"
    if stand.week.get(keuze.week, grenzen.week) <= 0:
        return "aan het maximum van de week"
    if stand.dag.get(keuze.dag, grenzen.dag) <= 0:
        return "aan het maximum van de dag"
    return "met dan al een andere les"


def zoek_ander_moment(rooster: Rooster, inzetter: Inzetter, les: OpenLes) -> Moment | None:
    """Return the nearest moment, not wished so far, at which the lesson would fit in."""
    probleem = rooster.probleem
    momenten = les.les.momenten
    lessen = probleem.aanvragen[les.aanvraag].aanvraag.lessen
    tijden = sorted({moment.begin for een in lessen for moment in een.momenten})
    if not momenten or not all(probleem.list_geschikten(les.nr)):
        return None
    gewenst = {(moment.dag, moment.begin) for moment in momenten}
    midden = sorted(moment.dag for moment in momenten)[len(momenten) // 2]
    rang = max(moment.rang for moment in momenten) + 1
    for afstand in range(2 * ZOEK_DAGEN + 1):
        dag = midden + timedelta(days=-(-afstand // 2) * (1 if afstand % 2 else -1))
        for begin in tijden:
            if (dag, begin) in gewenst:
                continue
            moment = Moment(dag, begin, rang)
            keuze = probleem.maak_keuze(les, moment)
            if keuze is None:
                break
            if rooster.past_in_reeks(keuze) and inzetter.zoek_team(rooster, keuze):
                return moment
    return None


def zoek_extra_mensen(rooster: Rooster, les: OpenLes) -> tuple[ExtraPersoon, ...]:
    """Return who would have to be added, for the wished moment that lacks the fewest people."""
    probleem = rooster.probleem
    beste: tuple[ExtraPersoon, ...] = ()
    for moment in sorted(les.les.momenten, key=lambda een: een.rang):
        keuze = probleem.maak_keuze(les, moment)
        if keuze is None or not rooster.past_in_reeks(keuze):
            continue
        ontbreekt = tuple(
            ExtraPersoon(rol, moment.dag, moment.begin) for rol in _list_tekort(rooster, les, keuze)
        )
        if ontbreekt and (not beste or len(ontbreekt) < len(beste)):
            beste = ontbreekt
    return beste


def _list_tekort(rooster: Rooster, les: OpenLes, keuze: Keuze) -> list[str]:
    """Return the roles that stay empty when the others are filled by different people."""
    vrij = [[nr for nr in kandidaten if rooster.kan(nr, keuze)] for kandidaten in keuze.kandidaten]

    def vul(plek: int, bezet: frozenset[int]) -> list[int]:
        if plek == len(vrij):
            return []
        zonder = [plek, *vul(plek + 1, bezet)]
        met = [vul(plek + 1, bezet | {nr}) for nr in vrij[plek] if nr not in bezet]
        return min([*met, zonder], key=len)

    return [les.les.rollen[plek] for plek in vul(0, frozenset())]
