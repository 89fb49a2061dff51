"""Who can come: candidates for one place at one moment, in order and with reasons.

In plain words: whoever lacks the role, the level or the werkgebied, may not give this lesson, does
not come to this school, has enough lessons, must know it sooner, is not free, has something in the
own diary, gives another lesson or cannot get there in time, drops out, and the reason is kept.

The others are ordered as the season planner does (``matching/README.md``): first those for whom the
wijk of the school is expressly their own, then those who already know the school, then those who
give the smallest part of what they can give in a school year (in steps of a tenth), then those
whose lesson before this one is longest ago (in weeks), then the shortest travel, then who says yes
most often (in steps of a tenth). The last tie-breaker is the number of the person, so the order is
total and the same for everybody who looks. The steps are there so that one lesson more or less does
not decide everything that comes after it.

The chance of yes and the reason of a blokkade are for the desk only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from boekingen.domain.factoren import get_drukte, get_reis, get_weken_geleden, list_factoren
from boekingen.domain.kandidaat import (
    AndereLes,
    Dossier,
    Factor,
    Gevraagd,
    Kandidaat,
    Rangschikking,
)
from boekingen.domain.schooldagen import ZONE
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import (
    Plaats,
    Vervoermiddel,
    format_reistijd,
    schat_reistijd,
)
from hoofdrolspelers.domain.tijdvak import Tijdvak

__all__ = [
    "AndereLes",
    "Dossier",
    "Factor",
    "Gevraagd",
    "Kandidaat",
    "MomentKandidaat",
    "Rangschikking",
    "get_te_krap",
    "get_te_ver",
    "list_bezwaren",
    "list_bezwaren_van_agenda",
    "list_bezwaren_van_grenzen",
    "list_bezwaren_van_inzet",
    "list_bezwaren_van_tijd",
    "rangschik",
    "rangschik_over",
    "weeg",
]

STAPPEN = 10
"""In how many steps load and chance of yes are weighed."""


def get_te_krap(
    andere: AndereLes,
    moment: Tijdvak,
    plaats: Plaats,
    *,
    middel: Vervoermiddel = Vervoermiddel.FIETS,
    rust: timedelta = timedelta(0),
) -> bool:
    """Return whether there is too little time between ``andere`` and ``moment``.

    Needed is the travel by ``middel`` and, where it is wanted, breathing space above it.
    """
    nodig = schat_reistijd(andere.plaats, plaats, middel) + rust
    if andere.tijdvak.eind <= moment.begin:
        return moment.begin - andere.tijdvak.eind < nodig
    return andere.tijdvak.begin - moment.eind < nodig


def list_bezwaren(persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier) -> tuple[str, ...]:
    """Return why this person cannot come, in words; empty when nothing stands in the way."""
    return (
        *list_bezwaren_van_inzet(persoon, gevraagd, dossier),
        *list_bezwaren_van_grenzen(persoon, gevraagd, dossier),
        *list_bezwaren_van_agenda(persoon, gevraagd.moment, dossier),
        *list_bezwaren_van_tijd(persoon, gevraagd, dossier),
    )


def list_bezwaren_van_inzet(
    persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier
) -> tuple[str, ...]:
    """Return why this person is not the one to ask: role, lesson, level, wijk, asked already."""
    bezwaren = []
    if not persoon.is_actief:
        bezwaren.append("doet nu even niet mee")
    if gevraagd.rol_id not in persoon.rol_ids:
        bezwaren.append("heeft een andere rol")
    if gevraagd.les_id is not None and persoon.les_ids and gevraagd.les_id not in persoon.les_ids:
        bezwaren.append("is niet inzetbaar voor deze les")
    if not gevraagd.niveau_ids <= persoon.niveau_ids:
        bezwaren.append("geeft geen les op dit niveau")
    wijk = gevraagd.plaats.wijk_id
    if wijk is not None and persoon.wijk_ids and wijk not in persoon.wijk_ids:
        bezwaren.append("werkt niet in deze wijk")
    if dossier.blokkade:
        bezwaren.append(f"komt niet op deze school ({dossier.blokkade})")
    if dossier.al_gevraagd:
        bezwaren.append(dossier.al_gevraagd)
    return tuple(bezwaren)


def list_bezwaren_van_grenzen(
    persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier
) -> tuple[str, ...]:
    """Return which wish of the person stands in the way: how many, how soon, how far."""
    tellers = (
        ("die dag", dossier.lessen_deze_dag, persoon.max_per_dag),
        ("die week", dossier.lessen_deze_week, persoon.max_per_week),
        ("deze maand", dossier.lessen_deze_maand, persoon.max_per_maand),
        ("dit schooljaar", dossier.lessen_dit_schooljaar, persoon.max_per_schooljaar),
    )
    bezwaren = [
        f"heeft {wanneer} al {aantal} {'les' if aantal == 1 else 'lessen'}"
        for wanneer, aantal, hooguit in tellers
        if hooguit is not None and aantal >= hooguit
    ]
    vooraf = gevraagd.dagen_vooraf
    if vooraf is not None and vooraf < persoon.dagen_vooraf:
        dagen = "1 dag" if persoon.dagen_vooraf == 1 else f"{persoon.dagen_vooraf} dagen"
        bezwaren.append(f"wil het {dagen} vooraf weten")
    if reis := get_te_ver(persoon, gevraagd.plaats):
        bezwaren.append(f"vindt dit te ver ({format_reistijd(reis, persoon.vervoermiddel)})")
    return tuple(bezwaren)


def get_te_ver(persoon: Persoon, plaats: Plaats) -> timedelta | None:
    """Return the travel from the own wijk when it is more than the person wants.

    A place or a wijk that is not known is never too far.
    """
    if None in (persoon.max_reisminuten, persoon.vertrekwijk_id, plaats.wijk_id):
        return None
    reis = schat_reistijd(Plaats(None, persoon.vertrekwijk_id), plaats, persoon.vervoermiddel)
    return reis if reis > timedelta(minutes=persoon.max_reisminuten or 0) else None


def list_bezwaren_van_agenda(persoon: Persoon, moment: Tijdvak, dossier: Dossier) -> list[str]:
    """Return why the own diary keeps this person from being proposed; a yes is still a yes.

    Our own invitation comes back through it: a block equal to the moment for which this person is
    asked, or to a lesson the person gives, does not count. Not part of ``list_bezwaren_van_tijd``,
    because a lesson that is moved stands in the diary at its old moment.
    """
    eigen = {*persoon.bezet, *((moment,) if dossier.al_gevraagd else ())}
    if any(blok.overlapt(moment) and blok not in eigen for blok in persoon.eigen_agenda):
        return ["heeft dan iets in de eigen agenda"]
    if persoon.heeft_oude_agenda:
        return ["heeft een eigen agenda die te lang niet is gelezen"]
    return []


def list_bezwaren_van_tijd(
    persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier
) -> tuple[str, ...]:
    """Return why the moment does not suit: not offered, a pause, another lesson, travel."""
    moment = gevraagd.moment
    bezwaren = []
    if persoon.pauze and persoon.pauze.bevat(moment.begin.astimezone(ZONE).date()):
        bezwaren.append("doet dan even niet mee")
    if not any(vrij.bevat(moment) for vrij in persoon.vrij):
        bezwaren.append(_waarom_niet_aangeboden(persoon, moment))
    if any(bezet.overlapt(moment) for bezet in persoon.bezet):
        bezwaren.append("geeft dan een andere les")
        return tuple(bezwaren)
    middel, plaats = persoon.vervoermiddel, gevraagd.plaats
    if any(get_te_krap(les, moment, plaats, middel=middel) for les in dossier.andere_lessen):
        bezwaren.append("heeft te weinig reistijd vanaf een andere les")
    elif any(
        get_te_krap(les, moment, plaats, middel=middel, rust=persoon.rust)
        for les in dossier.andere_lessen
    ):
        minuten = int(persoon.rust.total_seconds() // 60)
        bezwaren.append(f"wil {minuten} minuten rust tussen twee lessen")
    return tuple(bezwaren)


def _waarom_niet_aangeboden(persoon: Persoon, moment: Tijdvak) -> str:
    """Return in words why the moment lies outside what the person offers."""
    if any(weg.overlapt(moment) for weg in persoon.weg):
        return "is dan weg"
    if any(vakantie.overlapt(moment) for vakantie in persoon.vakantie):
        return "geeft geen les in de schoolvakantie"
    return "kan niet op dit moment van de week"


def weeg(persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier) -> Kandidaat:
    """Return the person with the reasons for and against, and the place in the order."""
    bezwaren = list_bezwaren(persoon, gevraagd, dossier)
    eigen_wijk = gevraagd.plaats.wijk_id in persoon.wijk_ids
    return Kandidaat(
        persoon=persoon,
        factoren=() if bezwaren else tuple(list_factoren(persoon, gevraagd, dossier)),
        bezwaren=bezwaren,
        volgorde=(
            not eigen_wijk,
            not dossier.kent_school,
            int(get_drukte(persoon, dossier) * STAPPEN),
            -get_weken_geleden(gevraagd, dossier),
            get_reis(persoon, gevraagd, dossier).total_seconds(),
            -int(dossier.kans * STAPPEN),
            persoon.id,
        ),
        kans=dossier.kans,
    )


def rangschik(
    personen: Iterable[Persoon], gevraagd: Gevraagd, dossiers: Mapping[int, Dossier]
) -> Rangschikking:
    """Order ``personen`` for what is asked.

    ``dossiers`` is by person number; whoever is not in it has an empty one. Candidates and
    others are each in a total order, independent of the order of ``personen``.
    """
    gewogen = [weeg(persoon, gevraagd, dossiers.get(persoon.id, Dossier())) for persoon in personen]
    gewogen.sort(key=lambda kandidaat: kandidaat.volgorde)
    return Rangschikking(
        kandidaten=tuple(kandidaat for kandidaat in gewogen if not kandidaat.bezwaren),
        anderen=tuple(kandidaat for kandidaat in gewogen if kandidaat.bezwaren),
    )


@dataclass(frozen=True, slots=True)
class MomentKandidaat:
    """Somebody who can come to at least one of several moments; ``momenten`` are their numbers."""

    kandidaat: Kandidaat
    momenten: tuple[int, ...]


def rangschik_over(rangschikkingen: Sequence[Rangschikking]) -> list[MomentKandidaat]:
    """Order who can come over all wished moments, given one ranking a moment, the first wish first.

    As in a season a better wish comes before everything else: each person stands at the best wish
    that suits, and among those in the order of that moment.
    """
    momenten: dict[int, list[int]] = {}
    beste: dict[int, tuple[int, Kandidaat]] = {}
    for nummer, rangschikking in enumerate(rangschikkingen, start=1):
        for kandidaat in rangschikking.kandidaten:
            momenten.setdefault(kandidaat.persoon.id, []).append(nummer)
            beste.setdefault(kandidaat.persoon.id, (nummer, kandidaat))
    rij = sorted(beste.items(), key=lambda een: (een[1][0], een[1][1].volgorde))
    return [MomentKandidaat(kandidaat, tuple(momenten[id_])) for id_, (_, kandidaat) in rij]
