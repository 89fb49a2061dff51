"""One question to a hoofdrolspeler and its answer: the same on the link page and the portal."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from boekingen.domain.dagbeeld import zonder_namen
from boekingen.domain.status import BoekingStatus, InzetStatus
from boekingen.emails.context import build_hoofdrolspeler_context
from boekingen.forms.antwoord import Antwoord, AntwoordForm
from boekingen.models import Boeking, Inzet
from boekingen.selectors.inzetten import (
    get_boeking_van,
    get_laatste_voorstel,
    heeft_iets_in_eigen_agenda,
    list_dagen,
)
from boekingen.selectors.lesgegevens import get_titel
from boekingen.services import inzet_einde, inzetten
from boekingen.services.tegenvoorstellen import stel_ander_moment_voor

WAT_EN_WANNEER = frozenset({"Les", "Wanneer"})
"""What somebody whose yes was taken back still reads of the lesson."""


def beantwoord(inzet: Inzet, gegeven: dict[str, Any]) -> None:
    """Hand the answer to the service it belongs to; raises a ``Weigering``."""
    nu, door = timezone.now(), inzet.hoofdrolspeler.gebruiker
    antwoord, gezien = Antwoord(gegeven["antwoord"]), gegeven["moment"]
    waarom = {"reden": gegeven["reden"], "redencode": gegeven["redencode"]}
    if antwoord is Antwoord.JA:
        inzetten.zeg_toe(inzet_id=inzet.pk, nu=nu, door=door, gezien=gezien)
    elif antwoord is Antwoord.NEE:
        inzet_einde.wijs_af(inzet_id=inzet.pk, nu=nu, door=door, gezien=gezien, **waarom)
    elif antwoord is Antwoord.ANDERS:
        stel_ander_moment_voor(
            inzet_id=inzet.pk,
            momenten=gegeven["momenten"],
            toelichting=gegeven["toelichting"],
            nu=nu,
            door=door,
            gezien=gezien,
        )
    else:
        inzet_einde.meld_af(inzet_id=inzet.pk, nu=nu, door=door, **waarom)


def build_inzetbeeld(
    inzet: Inzet, *, nu: datetime, form: AntwoordForm | None, weigering: str, met_namen: bool
) -> dict[str, Any]:
    """Return what both pages show.

    ``met_namen``, behind a login, names the other schools of the day and shows the own diary.
    """
    boeking = get_boeking_van(inzet)
    inzet.plek.boeking = boeking
    dag = list_dagen([inzet], met_agenda=met_namen)[inzet.pk]
    context: dict[str, Any] = build_hoofdrolspeler_context(
        boeking, inzet, (inzet.begin, inzet.eind), nu=nu
    )
    if inzet.status == InzetStatus.INGETROKKEN.value:
        context["feiten"] = [feit for feit in context["feiten"] if feit.naam in WAT_EN_WANNEER]
    return {
        "inzet": inzet,
        "boeking": boeking,
        "titel": get_titel(boeking),
        **context,
        "dag": dag if met_namen else zonder_namen(dag),
        "form": form or AntwoordForm(),
        "gekozen": form.data.get("antwoord", "") if form else "",
        "weigering": weigering,
        "bezwaar": inzetten.get_bezwaar_tegen_ja(inzet=inzet, boeking=boeking, nu=nu),
        "staat_in_agenda": heeft_iets_in_eigen_agenda(inzet),
        **build_stand(inzet, boeking, nu=nu),
        "voorstel": get_laatste_voorstel(inzet),
        "nu": nu,
    }


def build_stand(inzet: Inzet, boeking: Boeking, *, nu: datetime) -> dict[str, bool]:
    """Return what time and the lesson make of the answer.

    A confirmed lesson that is over was given, also when the worker has yet to write it down.
    """
    is_voorbij, les = inzet.eind <= nu, BoekingStatus(boeking.status)
    is_open = not is_voorbij and les is not BoekingStatus.GEANNULEERD
    return {
        "is_laat": inzet.antwoord_voor <= nu,
        "is_voorbij": is_voorbij,
        "is_gegeven": les is BoekingStatus.GEGEVEN
        or (les is BoekingStatus.BEVESTIGD and is_voorbij),
        "kan_antwoorden": is_open and inzet.status in inzetten.JA_KAN_VANUIT,
        "kan_afmelden": inzet.status == InzetStatus.TOEGEZEGD.value and inzet.begin > nu,
    }
