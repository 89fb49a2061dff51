"""Small improvements that cost nothing above them: better wishes first, then better people.

Every step looks at one lesson and keeps only what is better in the order of the objective: a moment
the school likes more, and for the same moment people of the own wijk, a fairer load, less travel.
"""

from .geschikt import get_oneerlijkheid
from .probleem import Keuze, Probleem
from .rooster import Rooster, Team
from .schaarste import Inzetter
from .verloop import Verloop

RONDEN = 8


def schaaf(rooster: Rooster, inzetter: Inzetter, verloop: Verloop, ronden: int = RONDEN) -> None:
    """Improve ``rooster`` in place until nothing gets better; value never falls."""
    for _ in range(ronden):
        beter = 0
        for les in range(len(rooster.gezet)):
            if verloop.moet_stoppen():
                return
            if rooster.gezet[les]:
                beter += _kies_beter_moment(rooster, inzetter, les)
                beter += _kies_betere_mensen(rooster, les)
        if not beter:
            return


def _kies_beter_moment(rooster: Rooster, inzetter: Inzetter, les: int) -> bool:
    keuze, team = rooster.haal_weg(les)
    for ander in sorted(rooster.probleem.lessen[les].keuzes, key=lambda een: een.rang):
        if ander.rang >= keuze.rang:
            break
        if rooster.past_in_reeks(ander):
            gevonden = inzetter.zoek_team(rooster, ander)
            if gevonden:
                rooster.zet(ander, gevonden)
                return True
    rooster.zet(keuze, team)
    return False


def _kies_betere_mensen(rooster: Rooster, les: int) -> bool:
    keuze, team = rooster.haal_weg(les)
    nieuw = team
    for plek, kandidaten in enumerate(keuze.kandidaten):
        vrij = [
            nr
            for nr in kandidaten
            if nr == nieuw[plek] or (nr not in nieuw and rooster.kan(nr, keuze))
        ]
        beste = min(vrij, key=lambda nr: prijs(rooster, keuze, plek, nr))
        nieuw = (*nieuw[:plek], beste, *nieuw[plek + 1 :])
    rooster.zet(keuze, nieuw)
    return _prijs_van(rooster, keuze, nieuw) < _prijs_van(rooster, keuze, team)


def _prijs_van(rooster: Rooster, keuze: Keuze, team: Team) -> tuple[int, int]:
    """Return wijk and travel of a team; enough to see that another one was chosen."""
    probleem = rooster.probleem
    return (
        -sum(probleem.wijkpunten(keuze, plek, nr) for plek, nr in enumerate(team)),
        sum(probleem.thuisreis(nr, keuze.school) for nr in team),
    )


def prijs(rooster: Rooster, keuze: Keuze, plek: int, nr: int) -> tuple[int, int, int, int]:
    """Return what one more lesson costs this person, in the order of levels three to five."""
    probleem: Probleem = rooster.probleem
    persoon = probleem.personen[nr]
    volgnummer = persoon.grenzen.seizoen - rooster.standen[nr].seizoen + 1
    return (
        -probleem.wijkpunten(keuze, plek, nr),
        get_oneerlijkheid(volgnummer, persoon.vol),
        probleem.thuisreis(nr, keuze.school),
        nr,
    )
