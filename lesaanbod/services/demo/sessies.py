"""Invented moments of the demo trainings, counted from today so that there is always a next one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from lesaanbod.domain.datums import AMSTERDAM
from lesaanbod.domain.sessiestatus import SessieStatus
from lesaanbod.models import Sessie, TrainingPage

ZATERDAG = 5
SLUIT_VOORAF = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSessie:
    """One moment; ``over`` is in days from today, a weekend is skipped."""

    training: str
    over: int
    uur: int
    minuten: int
    plaats: str
    capaciteit: int
    status: SessieStatus = SessieStatus.OPEN


SESSIES: tuple[DemoSessie, ...] = (
    DemoSessie(
        training="signalen-van-ronselen-herkennen",
        over=23,
        uur=14,
        minuten=120,
        plaats="Stadskantoor, Stationsplein, zaal 3",
        capaciteit=25,
    ),
    DemoSessie(
        training="signalen-van-ronselen-herkennen",
        over=51,
        uur=14,
        minuten=120,
        plaats="Buurthuis De Kade, Oeverkade 10",
        capaciteit=20,
    ),
    DemoSessie(
        training="het-gesprek-bij-zorgen",
        over=30,
        uur=9,
        minuten=210,
        plaats="Buurthuis De Kade, Oeverkade 10",
        capaciteit=12,
        status=SessieStatus.GESLOTEN,
    ),
    DemoSessie(
        training="het-gesprek-bij-zorgen",
        over=44,
        uur=9,
        minuten=210,
        plaats="Stadskantoor, Stationsplein, zaal 1",
        capaciteit=12,
        status=SessieStatus.VERVALLEN,
    ),
)


def zorg_voor_sessies(*, nu: datetime) -> None:
    """Store the invented moments of the trainings that stand; does nothing once there is any."""
    if Sessie.objects.exists():
        return
    trainingen = {training.slug: training for training in TrainingPage.objects.live()}
    Sessie.objects.bulk_create(
        _build_sessie(sessie, training=trainingen[sessie.training], nu=nu)
        for sessie in SESSIES
        if sessie.training in trainingen
    )


def _build_sessie(sessie: DemoSessie, *, training: TrainingPage, nu: datetime) -> Sessie:
    """Return the moment, not stored."""
    dag = nu.astimezone(AMSTERDAM).date() + timedelta(days=sessie.over)
    while dag.weekday() >= ZATERDAG:
        dag += timedelta(days=1)
    begin = datetime(dag.year, dag.month, dag.day, sessie.uur, tzinfo=AMSTERDAM)
    return Sessie(
        training=training,
        begin=begin,
        eind=begin + timedelta(minutes=sessie.minuten),
        plaats=sessie.plaats,
        capaciteit=sessie.capaciteit,
        sluit_op=begin - SLUIT_VOORAF,
        status=sessie.status.value,
    )
