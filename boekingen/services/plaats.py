"""Where a lesson is, and where one reports: what changes follows in every diary."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from boekingen.domain.icalregels import clean_regel
from boekingen.domain.uitnodiging import Partstat
from boekingen.domain.weigeringen import PlaatsOntbreekt, StapNietMogelijk
from boekingen.models import Aanvraag, Boeking, Uitnodiging
from boekingen.selectors.boekingen import list_open_inzetten
from boekingen.selectors.lesgegevens import get_adres
from boekingen.services.afsluiting import lock_open_boekingen
from boekingen.services.bevestiging import log
from boekingen.services.boekingen import check_nog_niet_begonnen, is_begonnen_les
from boekingen.services.sloten import lock_aanvraag, lock_boeking
from boekingen.services.uitnodigingen import get_lopende_uitnodiging, stuur_verzoek

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker

GEWIJZIGD = "plaats gewijzigd"


def wijzig_plaats(
    *,
    boeking_id: int,
    op_school: bool,
    plaats: str,
    lokaal: str,
    nu: datetime,
    door: Gebruiker | None,
) -> Boeking:
    """Give a lesson another place, or its request another room; returns the lesson.

    ``plaats`` is for a lesson that is not at school. ``lokaal`` is of the whole request, so that
    its other lessons at school follow. Who has one in the diary hears of it, and nobody's answer
    changes: SEQUENCE grows with another place, another room is words (RFC 5546 section 2.1.4).
    Nothing happens where nothing changes. Raises ``PlaatsOntbreekt``, ``StapNietMogelijk`` or
    ``LesVoorbij``.
    """
    plaats, lokaal = ("" if op_school else clean_regel(plaats)), clean_regel(lokaal)
    if not (op_school or plaats):
        raise PlaatsOntbreekt
    with transaction.atomic():
        aanvraag_id = Boeking.objects.values_list("aanvraag_id", flat=True).get(pk=boeking_id)
        open_boekingen = {boeking.pk: boeking for boeking in lock_open_boekingen(aanvraag_id)}
        boeking = open_boekingen.get(boeking_id)
        if boeking is None:
            raise StapNietMogelijk
        check_nog_niet_begonnen(boeking, nu)
        is_verplaatst = (boeking.op_school, boeking.plaats) != (op_school, plaats)
        is_ander_lokaal = lock_aanvraag(aanvraag_id).lokaal != lokaal
        boeking.op_school, boeking.plaats = op_school, plaats
        boeking.save(update_fields=["op_school", "plaats"])
        Aanvraag.objects.filter(pk=aanvraag_id).update(lokaal=lokaal)
        for andere in open_boekingen.values():
            is_zelf = andere.pk == boeking_id
            volgt = is_ander_lokaal and andere.op_school and not is_begonnen_les(andere, nu)
            if volgt or (is_verplaatst and is_zelf):
                log(andere, GEWIJZIGD, nu=nu, door=door)
                werk_agendas_bij(boeking=lock_boeking(andere.pk), nu=nu)
    return boeking


def volg_schooladressen(
    *, nu: datetime, door: Gebruiker | None, school_id: int | None = None
) -> int:
    """Bring up to date every diary that holds another address of the school than it has now.

    For lessons at school that are still to come, of one school or of all; returns how many. A
    diary also names the school, so that another name counts. Must run in a transaction.
    """
    lopend = Uitnodiging.objects.filter(
        beeindigd_op__isnull=True, begin__gt=nu, boeking__op_school=True
    )
    if school_id is not None:
        lopend = lopend.filter(boeking__aanvraag__contactpersoon__school_id=school_id)
    rijen = lopend.select_related("boeking__aanvraag__contactpersoon__school").order_by(
        "boeking_id"
    )
    verhuisd = [rij.boeking_id for rij in rijen if rij.plaats != get_adres(rij.boeking)]
    for boeking_id in dict.fromkeys(verhuisd):
        boeking = lock_boeking(boeking_id)
        log(boeking, GEWIJZIGD, nu=nu, door=door, waarom="De school heeft een ander adres.")
        werk_agendas_bij(boeking=boeking, nu=nu)
    return len(set(verhuisd))


def werk_agendas_bij(*, boeking: Boeking, nu: datetime) -> None:
    """Send the lesson as it now is to everybody who has it in the diary."""
    for inzet in [*list_open_inzetten(boeking), None]:
        lopend = get_lopende_uitnodiging(boeking=boeking, inzet=inzet)
        if lopend is None:
            continue
        stuur_verzoek(
            brief="inzet_gewijzigd" if inzet else "les_gewijzigd",
            boeking=boeking,
            inzet=inzet,
            partstat=Partstat(lopend.partstat),
            is_zeker=lopend.is_zeker,
            nu=nu,
        )
