"""What speaks for and against somebody who can come: the measures of the order, in words."""

from collections.abc import Iterator
from datetime import timedelta

from boekingen.domain.kandidaat import Dossier, Factor, Gevraagd
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Plaats, Vervoermiddel, format_reistijd, schat_reistijd

MAANDEN_MET_LES = 10
HALF_VOL = 0.5
EEN_WEEK = timedelta(weeks=1)
LANG_GELEDEN = 52
RUSTIG = 3
MEESTAL, SOMS = 0.6, 0.4


def get_capaciteit(persoon: Persoon) -> int:
    """Return how many lessons somebody wants to give in a school year, of ten months."""
    per_jaar = persoon.max_per_maand * MAANDEN_MET_LES
    return min(persoon.max_per_schooljaar or per_jaar, per_jaar)


def get_drukte(persoon: Persoon, dossier: Dossier) -> float:
    """Return the part of the own capacity that is given already, 0 to 1 and above."""
    return dossier.lessen_dit_schooljaar / max(get_capaciteit(persoon), 1)


def get_weken_geleden(gevraagd: Gevraagd, dossier: Dossier) -> int:
    """Return whole weeks between the lesson before this one and this one, at most a year."""
    if dossier.vorige_les is None:
        return LANG_GELEDEN
    return min((gevraagd.moment.begin - dossier.vorige_les) // EEN_WEEK, LANG_GELEDEN)


def get_reis(persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier) -> timedelta:
    """Return the longest trip to or from another lesson of that day, else from the own wijk.

    Somebody who says no wijk travels as from another one.
    """
    middel = persoon.vervoermiddel
    if dossier.andere_lessen:
        return get_langste_reis(dossier, gevraagd, middel)
    return schat_reistijd(Plaats(None, persoon.vertrekwijk_id), gevraagd.plaats, middel)


def list_factoren(persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier) -> Iterator[Factor]:
    """Yield what speaks for and against, in the order of the objective."""
    yield Factor("+", "vrij op dit moment")
    yield Factor("+", "heeft deze rol en dit niveau")
    yield from _list_bekend(persoon, gevraagd, dossier)
    yield from _list_drukte(persoon, dossier)
    yield _vertel_vorige(gevraagd, dossier)
    yield from _list_reis(persoon, gevraagd, dossier)
    if dossier.gevraagd:
        vaak = f"({dossier.ja} van {dossier.gevraagd})"
        yield Factor(".", f"{_zegt_ja(dossier.kans)} {vaak}")


def _list_bekend(persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier) -> Iterator[Factor]:
    if gevraagd.plaats.wijk_id in persoon.wijk_ids:
        yield Factor("+", "eigen wijk")
    elif not persoon.wijk_ids:
        yield Factor(".", "werkt in de hele stad")
    elif gevraagd.plaats.wijk_id is None:
        yield Factor(".", "de wijk van deze les is niet bekend")
    if dossier.kent_school:
        yield Factor("+", "kent de school")


def _list_drukte(persoon: Persoon, dossier: Dossier) -> Iterator[Factor]:
    drukte = get_drukte(persoon, dossier)
    lessen = f"{dossier.lessen_dit_schooljaar} van {get_capaciteit(persoon)} lessen dit schooljaar"
    yield Factor("+" if drukte < HALF_VOL else "-", f"{lessen} ({round(drukte * 100)} %)")
    over = persoon.max_per_maand - dossier.lessen_deze_maand
    if over == 1:
        yield Factor(".", "nog 1 les mogelijk deze maand")


def _vertel_vorige(gevraagd: Gevraagd, dossier: Dossier) -> Factor:
    weken = get_weken_geleden(gevraagd, dossier)
    if dossier.vorige_les is None:
        return Factor("+", "nog geen eerdere les")
    if not weken:
        return Factor("-", "heeft in de week ervoor ook een les")
    geleden = "1 week" if weken == 1 else f"{weken} weken"
    return Factor("+" if weken >= RUSTIG else ".", f"vorige les {geleden} eerder")


def _list_reis(persoon: Persoon, gevraagd: Gevraagd, dossier: Dossier) -> Iterator[Factor]:
    if dossier.andere_lessen:
        reis = get_langste_reis(dossier, gevraagd, persoon.vervoermiddel)
        if reis:
            woorden = format_reistijd(reis, persoon.vervoermiddel)
            yield Factor("-", f"{woorden} vanaf een andere les")
    elif persoon.vertrekwijk_id is not None and gevraagd.plaats.wijk_id is not None:
        woorden = format_reistijd(get_reis(persoon, gevraagd, dossier), persoon.vervoermiddel)
        yield Factor(".", woorden)


def _zegt_ja(kans: float) -> str:
    if kans >= MEESTAL:
        return "zegt meestal ja"
    return "zegt soms ja" if kans >= SOMS else "zegt zelden ja"


def get_langste_reis(
    dossier: Dossier, gevraagd: Gevraagd, middel: Vervoermiddel = Vervoermiddel.FIETS
) -> timedelta:
    """Return the longest trip between this lesson and another of the same person's day."""
    reizen = [schat_reistijd(les.plaats, gevraagd.plaats, middel) for les in dossier.andere_lessen]
    return max(reizen, default=timedelta(0))
