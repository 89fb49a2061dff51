"""A lesaanvraag while it is a draft: begun, filled in screen by screen, left and found again."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from boekingen.domain.conceptlink import hash_sleutel
from boekingen.domain.indiening import ONAF, STAPPEN
from boekingen.domain.status import AanvraagStatus
from boekingen.domain.weigeringen import StapNietMogelijk
from boekingen.models import Aanvraag
from lesaanbod.selectors import Lesopzet, get_lesopzet


def start_concept(*, les_id: int, nu: datetime) -> tuple[Aanvraag, str]:
    """Make a draft for a lesson; returns it and the secret of its link, which is not kept.

    Raises ``StapNietMogelijk`` when the lesson cannot be asked for.
    """
    get_boekbare_les(les_id)
    sleutel = secrets.token_urlsafe(16)
    concept = Aanvraag.objects.create(
        les_id=les_id, sleutel_hash=hash_sleutel(sleutel), aangemaakt_op=nu
    )
    return concept, sleutel


def bewaar_antwoorden(*, aanvraag_id: int, stap: str, antwoorden: Mapping[str, Any]) -> Aanvraag:
    """Keep the answers of one screen of a draft, in the shape of ``domain.indiening``.

    Another school or other classes leave the answers of later screens as they were. Raises
    ``StapNietMogelijk`` when the request is no draft any more, ``ValueError`` for an unknown
    screen.
    """
    if stap not in STAPPEN:
        raise ValueError(stap)
    with transaction.atomic():
        concept = lock_concept(aanvraag_id)
        onaf = {**concept.antwoorden.get(ONAF, {})}
        onaf.pop(stap, None)
        concept.antwoorden = {**concept.antwoorden, stap: dict(antwoorden), ONAF: onaf}
        concept.save(update_fields=["antwoorden"])
    return concept


def bewaar_halverwege(*, aanvraag_id: int, stap: str, velden: Mapping[str, str]) -> Aanvraag:
    """Keep the fields of a screen as they were typed, right or wrong; it then has no answer yet.

    Raises as ``bewaar_antwoorden``.
    """
    if stap not in STAPPEN:
        raise ValueError(stap)
    with transaction.atomic():
        concept = lock_concept(aanvraag_id)
        antwoorden = {**concept.antwoorden}
        antwoorden.pop(stap, None)
        antwoorden[ONAF] = {**antwoorden.get(ONAF, {}), stap: dict(velden)}
        concept.antwoorden = antwoorden
        concept.save(update_fields=["antwoorden"])
    return concept


def lock_concept(aanvraag_id: int) -> Aanvraag:
    """Lock a draft; raises ``StapNietMogelijk`` when it was submitted already."""
    aanvraag = Aanvraag.objects.select_for_update().get(pk=aanvraag_id)
    if aanvraag.status != AanvraagStatus.CONCEPT.value:
        raise StapNietMogelijk("Deze aanvraag is al verstuurd.")
    return aanvraag


def get_boekbare_les(les_id: int) -> Lesopzet:
    """Return the lesson if it is published, bookable and complete, else ``StapNietMogelijk``."""
    les = get_lesopzet(les_id)
    if les is None or not les.boekbaar or not les.onderdelen:
        raise StapNietMogelijk("Deze les kunt u nu niet aanvragen. Kies een andere les.")
    return les
