"""Who can come: candidates for one place at one moment, in order and with reasons.

In plain words: whoever lacks the role, the level or the werkgebied, is not free, has something in
the own diary, gives another lesson or cannot get there in time, drops out, and the reason is kept.
The others are ordered: first those for whom the wijk of the school is expressly their own, then
those who already know the school, then those with the smallest part of their month used, then the
shortest travel. The last tie-breaker is the number of the person, so the order is total and the
same for everybody who looks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from boekingen.domain.schooldagen import ZONE
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Plaats, schat_reistijd
from hoofdrolspelers.domain.tijdvak import Tijdvak


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """What is asked: a role for classes of some levels, at a place, at a moment."""

    rol_id: int
    niveau_ids: frozenset[int]
    plaats: Plaats
    moment: Tijdvak


@dataclass(frozen=True, slots=True, kw_only=True)
class AndereLes:
    """A lesson a person already gives: when and where."""

    tijdvak: Tijdvak
    plaats: Plaats


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What this programme already knows of one person around the moment."""

    andere_lessen: tuple[AndereLes, ...] = ()
    lessen_deze_maand: int = 0
    kent_school: bool = False
    al_gevraagd: str = ""


@dataclass(frozen=True, slots=True)
class Factor:
    """One reason for or against, in words; ``teken`` is ``+``, ``-`` or ``.``."""

    teken: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """One person with the reasons; ``bezwaren`` is empty for somebody who can come."""

    persoon: Persoon
    factoren: tuple[Factor, ...] = ()
    bezwaren: tuple[str, ...] = ()
    volgorde: tuple[int | float, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Rangschikking:
    """Candidates in order, and those who cannot come."""

    kandidaten: tuple[Kandidaat, ...]
    anderen: tuple[Kandidaat, ...]


def get_te_krap(andere: AndereLes, moment: Tijdvak, plaats: Plaats) -> bool:
    """Return whether there is too little time to travel between ``andere`` and ``moment``."""
    reistijd = schat_reistijd(andere.plaats, plaats)
    if andere.tijdvak.eind <= moment.begin:
        return moment.begin - andere.tijdvak.eind < reistijd
    return andere.tijdvak.begin - moment.eind < reistijd


def list_bezwaren(persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier) -> tuple[str, ...]:
    """Return why this person cannot come, in words; empty when nothing stands in the way."""
    bezwaren = []
    if not persoon.is_actief:
        bezwaren.append("doet nu even niet mee")
    if gevraagd.rol_id not in persoon.rol_ids:
        bezwaren.append("heeft een andere rol")
    if not gevraagd.niveau_ids <= persoon.niveau_ids:
        bezwaren.append("geeft geen les op dit niveau")
    wijk = gevraagd.plaats.wijk_id
    if wijk is not None and persoon.wijk_ids and wijk not in persoon.wijk_ids:
        bezwaren.append("werkt niet in deze wijk")
    if dossier.al_gevraagd:
        bezwaren.append(dossier.al_gevraagd)
    if dossier.lessen_deze_maand >= persoon.max_per_maand:
        bezwaren.append(f"heeft deze maand al {dossier.lessen_deze_maand} lessen")
    bezwaren += list_bezwaren_van_agenda(persoon, gevraagd.moment, dossier)
    return tuple(bezwaren) + list_bezwaren_van_tijd(persoon, gevraagd, dossier)


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
    """Return why the moment does not suit: outside the rhythm, another lesson, travel."""
    moment = gevraagd.moment
    bezwaren = []
    if persoon.pauze and persoon.pauze.bevat(moment.begin.astimezone(ZONE).date()):
        bezwaren.append("doet dan even niet mee")
    if not any(vrij.bevat(moment) for vrij in persoon.vrij):
        bezwaren.append("kan niet op dit moment van de week")
    if any(bezet.overlapt(moment) for bezet in persoon.bezet):
        bezwaren.append("geeft dan een andere les")
    elif any(get_te_krap(les, moment, gevraagd.plaats) for les in dossier.andere_lessen):
        bezwaren.append("heeft te weinig reistijd vanaf een andere les")
    return tuple(bezwaren)


def weeg(persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier) -> Kandidaat:
    """Return the person with the reasons for and against, and the place in the order."""
    bezwaren = list_bezwaren(persoon, gevraagd, dossier)
    eigen_wijk = gevraagd.plaats.wijk_id in persoon.wijk_ids
    drukte = dossier.lessen_deze_maand / persoon.max_per_maand
    reistijd = get_langste_reis(dossier, gevraagd)
    factoren = [Factor("+", "vrij op dit moment"), Factor("+", "heeft deze rol en dit niveau")]
    if eigen_wijk:
        factoren.append(Factor("+", "eigen wijk"))
    elif not persoon.wijk_ids:
        factoren.append(Factor(".", "werkt in de hele stad"))
    elif gevraagd.plaats.wijk_id is None:
        factoren.append(Factor(".", "de wijk van deze les is niet bekend"))
    if dossier.kent_school:
        factoren.append(Factor("+", "kent de school"))
    aantal = f"{dossier.lessen_deze_maand} van {persoon.max_per_maand} lessen deze maand"
    factoren.append(Factor("-" if dossier.lessen_deze_maand else "+", aantal))
    if reistijd:
        minuten = int(reistijd.total_seconds() // 60)
        factoren.append(Factor("-", f"ongeveer {minuten} minuten reizen vanaf een andere les"))
    return Kandidaat(
        persoon=persoon,
        factoren=() if bezwaren else tuple(factoren),
        bezwaren=bezwaren,
        volgorde=(
            not eigen_wijk,
            not dossier.kent_school,
            drukte,
            reistijd.total_seconds(),
            persoon.id,
        ),
    )


def get_langste_reis(dossier: Dossier, gevraagd: Gevraagd) -> timedelta:
    """Return the longest trip between this lesson and another of the same person's day."""
    reizen = [schat_reistijd(les.plaats, gevraagd.plaats) for les in dossier.andere_lessen]
    return max(reizen, default=timedelta(0))


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
