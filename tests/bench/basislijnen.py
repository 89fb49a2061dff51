"""What peers do, to compare with: first come, and round robin; one request after the other.

Both take requests in the order in which they came in, and per lesson the best-liked moment at which
every place can be filled. First come takes the first who is free; round robin the one with the
fewest lessons so far and, among those, the one longest ago (as scheduling tools for teams do).
"""

from boekingen.domain.planning.probleem import Probleem
from boekingen.domain.planning.rooster import Rooster


def plan_op_volgorde(scenario, kies=None):
    """Return the timetable of first come, or of another way to choose among who is free."""
    rooster = Rooster(Probleem(scenario))
    aanvragen = sorted(rooster.probleem.aanvragen, key=lambda een: een.aanvraag.ingediend_op)
    for aanvraag in aanvragen:
        for les in aanvraag.lessen:
            for keuze in sorted(rooster.probleem.lessen[les].keuzes, key=lambda een: een.rang):
                team = _kies_team(rooster, keuze, kies)
                if team and rooster.past_in_reeks(keuze):
                    rooster.zet(keuze, team)
                    break
    return rooster


def _kies_team(rooster, keuze, kies):
    team = ()
    for kandidaten in keuze.kandidaten:
        vrij = [nr for nr in kandidaten if nr not in team and rooster.kan(nr, keuze)]
        if not vrij:
            return None
        team = (*team, min(vrij, key=kies(rooster)) if kies else vrij[0])
    return team


def plan_om_beurten(scenario):
    """Return the timetable of round robin."""

    def kies(rooster):
        def beurt(nr):
            dagen = rooster.standen[nr].agenda
            aantal = sum(map(len, dagen.values())) + len(rooster.probleem.vast_per_persoon[nr])
            return aantal, max(dagen, default=0), nr

        return beurt

    return plan_op_volgorde(scenario, kies)
