"""The rules that never break (design.md, section 4), read from the rows after any storm."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from boekingen.domain.status import BoekingStatus, ContactStatus, InzetStatus
from boekingen.models import Boeking, Inzet, Plek, Uitnodiging
from hoofdrolspelers.models import Vastlegging
from lesaanbod.models import Bericht, Gebeurtenis

OPEN = {InzetStatus.UITGENODIGD, InzetStatus.TOEGEZEGD}
NA_GEBEURTENIS = {"verzet": BoekingStatus.VOORGESTELD}
"""Which state a booking has after an event that is not called after it."""


def list_schendingen() -> list[str]:
    """Return every broken rule in words, with the numbers of the rows; empty when all is well."""
    return [
        *list_dubbele_tijd(),
        *list_tijd_zonder_ja(),
        *list_plekken(),
        *list_zonder_gebeurtenis(),
        *list_agendas(),
        *list_berichten(),
    ]


def list_dubbele_tijd() -> Iterator[str]:
    """Rule 1: Vastleggingen of one person never overlap."""
    rijen = Vastlegging.objects.order_by("hoofdrolspeler_id", "begin")
    for eerste, tweede in pairwise(rijen):
        zelfde = eerste.hoofdrolspeler_id == tweede.hoofdrolspeler_id
        if zelfde and tweede.begin < eerste.eind:
            yield f"vastleggingen {eerste.pk} and {tweede.pk} overlap"


def list_tijd_zonder_ja() -> Iterator[str]:
    """Rule 1: an Inzet is toegezegd exactly when it holds a Vastlegging, for its own moment."""
    van_inzet = set()
    for inzet in Inzet.objects.select_related("vastlegging"):
        tijd = inzet.vastlegging
        van_inzet.add(inzet.vastlegging_id)
        if (inzet.status == InzetStatus.TOEGEZEGD) != (tijd is not None):
            yield f"inzet {inzet.pk} is {inzet.status} with vastlegging {inzet.vastlegging_id}"
        if tijd and (tijd.begin, tijd.eind) != (inzet.begin, inzet.eind):
            yield f"inzet {inzet.pk} holds another moment than it was asked for"
    for pk in Vastlegging.objects.exclude(pk__in=van_inzet - {None}).values_list("pk", flat=True):
        yield f"vastlegging {pk} belongs to nobody's yes"


def list_plekken() -> Iterator[str]:
    """Rules 2 and 3: one yes a Plek; bevestigd means full, admitted, and everybody that moment."""
    for plek in Plek.objects.select_related("boeking__aanvraag__contactpersoon"):
        boeking = plek.boeking
        ja = [inzet for inzet in plek.inzetten.all() if inzet.status == InzetStatus.TOEGEZEGD]
        if len(ja) > 1:
            yield f"plek {plek.pk} has {len(ja)} people"
        if boeking.status == BoekingStatus.BEVESTIGD and not ja:
            yield f"boeking {boeking.pk} is bevestigd with an empty plek"
        if boeking.status in {BoekingStatus.TE_PLANNEN, BoekingStatus.GEANNULEERD} and ja:
            yield f"boeking {boeking.pk} is {boeking.status} and somebody comes"
        if any((inzet.begin, inzet.eind) != (boeking.begin, boeking.eind) for inzet in ja):
            yield f"somebody comes to boeking {boeking.pk} at another moment"
        contact = boeking.aanvraag.contactpersoon
        toegelaten = contact.status == ContactStatus.TOEGELATEN
        # Who is refused while a lesson is going on, loses what is still to come.
        was_begonnen = bool(contact.beoordeeld_op and boeking.begin) and (
            contact.beoordeeld_op >= boeking.begin
        )
        if boeking.status == BoekingStatus.BEVESTIGD and not (toegelaten or was_begonnen):
            yield f"boeking {boeking.pk} is bevestigd for a contact who is not admitted"


GEEN_STAP = ("antwoord per agenda", "plaats gewijzigd")
"""What is told of a row whose state it does not change."""


def list_zonder_gebeurtenis() -> Iterator[str]:
    """Rule 4: the newest Gebeurtenis of an Inzet or Boeking tells its state."""
    laatste = {
        (rij.onderwerp_soort, rij.onderwerp_id): rij.wat
        for rij in Gebeurtenis.objects.exclude(wat__in=GEEN_STAP).order_by("pk")
    }
    for inzet in Inzet.objects.all():
        wat = laatste.get(("inzet", str(inzet.pk)))
        if wat != inzet.status:
            yield f"inzet {inzet.pk} is {inzet.status}, its log says {wat}"
    for boeking in Boeking.objects.all():
        wat = laatste.get(("boeking", str(boeking.pk)), BoekingStatus.TE_PLANNEN)
        if NA_GEBEURTENIS.get(wat, wat) != boeking.status:
            yield f"boeking {boeking.pk} is {boeking.status}, its log says {wat}"


def list_agendas() -> Iterator[str]:
    """What stands in a diary: every open Inzet, and no other; the moment it was asked for."""
    lopend = Uitnodiging.objects.filter(beeindigd_op__isnull=True).select_related(
        "inzet", "boeking"
    )
    for uitnodiging in lopend:
        inzet, boeking = uitnodiging.inzet, uitnodiging.boeking
        if inzet and inzet.status not in OPEN:
            yield f"uitnodiging {uitnodiging.pk} is open, inzet {inzet.pk} is {inzet.status}"
        if boeking.status in {BoekingStatus.TE_PLANNEN, BoekingStatus.GEANNULEERD}:
            yield f"uitnodiging {uitnodiging.pk} is open, boeking {boeking.pk} is {boeking.status}"
        bron = inzet or boeking
        if (uitnodiging.begin, uitnodiging.eind) != (bron.begin, bron.eind):
            yield f"uitnodiging {uitnodiging.pk} shows another moment"
    in_agenda = {uitnodiging.inzet_id for uitnodiging in lopend}
    for pk in Inzet.objects.filter(status__in=OPEN).exclude(pk__in=in_agenda - {None}):
        yield f"inzet {pk.pk} is open and stands in no diary"
    bij_docent = {rij.boeking_id for rij in lopend if rij.inzet_id is None}
    for boeking in Boeking.objects.filter(status=BoekingStatus.BEVESTIGD.value):
        if boeking.pk not in bij_docent:
            yield f"boeking {boeking.pk} is bevestigd and not in the diary of the docent"


def list_berichten() -> Iterator[str]:
    """Rule 5 of the mail (RFC 5546, 2.1.4 and 2.1.5): per UID SEQUENCE and DTSTAMP only grow."""
    per_uid: dict[str, list[Bericht]] = defaultdict(list)
    for bericht in Bericht.objects.exclude(uid="").order_by("pk"):
        per_uid[bericht.uid].append(bericht)
    for uid, reeks in per_uid.items():
        for eerder, later in pairwise(reeks):
            if bytes(later.ics) == bytes(eerder.ics):
                continue  # the very same one, once more
            if later.sequence < eerder.sequence or later.dtstamp <= eerder.dtstamp:
                yield f"bericht {later.pk} of {uid} is older than the one before it"
            if eerder.methode == "CANCEL":
                yield f"bericht {later.pk} uses {uid} after its CANCEL"
