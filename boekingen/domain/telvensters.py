"""The stretches in which lessons are counted against what somebody wants at most."""

from datetime import date, datetime, time, timedelta

from boekingen.domain.schooldagen import ZONE
from hoofdrolspelers.domain.ritmeperiode import get_zomer
from hoofdrolspelers.domain.tijdvak import Tijdvak

DAG = timedelta(days=1)


def build_telvensters(moment: datetime) -> dict[str, Tijdvak]:
    """Return «dag», «week», «maand» and «schooljaar» around ``moment``, in that order.

    By the calendar of Utrecht; a week begins on Monday (ISO 8601), a school year on 1 August.
    """
    dag = moment.astimezone(ZONE).date()
    maandag = dag - timedelta(days=dag.weekday())
    eerste = dag.replace(day=1)
    augustus = get_zomer(dag) + DAG
    return {
        "dag": _venster(dag, dag + DAG),
        "week": _venster(maandag, maandag + 7 * DAG),
        "maand": _venster(eerste, (eerste + 32 * DAG).replace(day=1)),
        "schooljaar": _venster(augustus.replace(year=augustus.year - 1), augustus),
    }


def _venster(van: date, tot: date) -> Tijdvak:
    """Return the days from ``van`` up to, not including, ``tot``."""
    begin, eind = (datetime.combine(dag, time(), ZONE) for dag in (van, tot))
    return Tijdvak(begin, eind)
