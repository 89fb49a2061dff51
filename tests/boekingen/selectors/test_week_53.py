"""The week from 28 December 2026 to 3 January 2027: ISO week 53, of two years and two months."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from boekingen.domain.rangschikking import Gevraagd, list_bezwaren_van_grenzen
from boekingen.domain.schooldagen import ZONE
from boekingen.domain.telvensters import build_telvensters
from boekingen.domain.termijnen import bepaal_antwoord_voor
from boekingen.domain.uitnodigingsronde import bepaal_rondetermijn
from boekingen.selectors.kandidaten import build_dossier
from boekingen.selectors.lesboek import BoekLes, Lesboek
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Plaats
from hoofdrolspelers.domain.tijdvak import Tijdvak
from tests.boekingen.domain.test_rangschikking import PERSOON

UUR = timedelta(hours=1)
NERGENS = Plaats(school_id=None, wijk_id=None)
OUDEJAAR, NIEUWJAAR = (2026, 12, 31), (2027, 1, 1)


def om(jaar: int, maand: int, dag: int, uur: int = 9) -> datetime:
    return datetime(jaar, maand, dag, uur, tzinfo=ZONE).astimezone(UTC)


LESBOEK = Lesboek(
    lessen={
        1: [
            BoekLes(nummer, begin, begin + UUR, NERGENS, 1, is_gegeven=False)
            for nummer, begin in enumerate(
                [
                    om(2026, 12, 27),
                    om(2026, 12, 28, 8),
                    om(2027, 1, 3, 22),
                    om(2027, 1, 4, 8),
                ],
                start=1,
            )
        ]
    }
)


def dossier(begin: datetime):
    return build_dossier(
        LESBOEK,
        1,
        behalve=0,
        school_id=2,
        moment=Tijdvak(begin, begin + UUR),
        vensters=tuple(build_telvensters(begin).values()),
        nu=om(2026, 12, 1),
    )


@pytest.mark.parametrize("dag", [OUDEJAAR, NIEUWJAAR])
def test_both_sides_of_new_year_are_one_week_and_two_months(dag):
    begin = om(*dag)
    assert begin.astimezone(ZONE).isocalendar()[:2] == (2026, 53)
    gezien = dossier(begin)
    assert (gezien.lessen_deze_week, gezien.lessen_deze_maand) == (2, 2)
    assert gezien.lessen_dit_schooljaar == 4
    gevraagd = Gevraagd(
        rol_id=1, niveau_ids=frozenset(), plaats=NERGENS, moment=Tijdvak(begin, begin + UUR)
    )
    grenzen = {"id": 1, "max_per_maand": 3}
    vol = list_bezwaren_van_grenzen(_persoon(**grenzen, max_per_week=2), gevraagd, gezien)
    assert vol == ("heeft die week al 2 lessen",)
    assert list_bezwaren_van_grenzen(_persoon(**grenzen, max_per_week=3), gevraagd, gezien) == ()


def test_the_monday_after_it_is_week_1_and_counts_anew():
    assert dossier(om(2027, 1, 5)).lessen_deze_week == 1
    assert dossier(om(2026, 12, 26)).lessen_deze_week == 1


def test_an_answer_asked_for_in_that_week_is_due_on_a_day_people_work():
    """Asked on Wednesday the 30th with two days: New Year and the weekend are no such days."""
    begin = om(2027, 1, 12)
    for nu in (om(2026, 12, 30), om(*OUDEJAAR)):
        assert bepaal_antwoord_voor(nu=nu, begin=begin) == om(2027, 1, 4, 17)
        assert bepaal_rondetermijn(nu=nu, begin=begin) == om(2027, 1, 4, 17)


def _persoon(**velden) -> Persoon:
    return replace(PERSOON, **velden)
