"""The steps of the season planner for the table of letters; see ``stappen``."""

from boekingen.services.seizoensplan import beloof_lessen
from tests.boekingen.stappen import STAPPEN, doe, stap

__all__ = ["STAPPEN"]


@stap
def beloofd(wereld):
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()
    return doe(beloof_lessen, wereld, nummers=[boeking.pk], weken_vooraf=6), {}
