"""``python -m tests.bench.meet_post WAT …``: one part of the figures of the outbox, as JSON.

``bevestig N`` times N confirmations; ``vul N`` fills the outbox; ``werk SPOED BLIJFT`` is a worker
whose clock runs so many times faster; ``stand`` tells what became of the mails. ``vraag N`` asks N
people and gives the addresses of their answers; ``gezegd`` tells what came of those.
"""

import json
import sys
import time
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import islice

import django

PER_UID = 4
DOMEINEN = 500
KLASSEN = 5
ROL = "rol van de meting"
MENSEN = 100
BEGIN = datetime(2027, 1, 11, 8, tzinfo=UTC)
ANTWOORDBRIEVEN = 2
"""To who says yes, and to the docent."""
BRIEVEN_VAN_EEN_LES = ["inzet_bevestigd", "inzet_gevraagd", "les_bevestigd"]


def bevestig(aantal: int) -> dict[str, float]:
    """Return how long ``aantal`` confirmations take, also in processor, and their mails alone."""
    from boekingen.services import bevestiging, inzetten
    from lesaanbod.models import Bericht

    mails = [0.0, 0.0]
    echt = bevestiging.zet_in_agenda

    def meet(**velden):
        begin, rekenend = time.perf_counter(), time.process_time()
        echt(**velden)
        mails[0] += time.perf_counter() - begin
        mails[1] += time.process_time() - rekenend

    bevestiging.zet_in_agenda = meet
    vragen = list(islice(list_vragen(aantal), aantal))
    eerder = Bericht.objects.count()
    begin, rekenend = time.perf_counter(), time.process_time()
    for inzet in vragen:
        inzetten.zeg_toe(inzet_id=inzet.pk, nu=BEGIN, door=None)
    gemeten = {
        "geheel": time.perf_counter() - begin,
        "geheel, processor": time.process_time() - rekenend,
        "mails": mails[0],
        "mails, processor": mails[1],
    }
    assert Bericht.objects.count() - eerder == aantal * ANTWOORDBRIEVEN
    return gemeten


def list_vragen(aantal: int):
    """Yield questions for lessons of one place, at ten in the morning on one day after another."""
    from boekingen.services import inzetten
    from hoofdrolspelers.models import Wijk
    from lesaanbod.models import Niveau
    from tests.boekingen.wereld import Wereld, op

    niveau = Niveau.objects.get(slug="groep-8")
    wereld = Wereld(nu=BEGIN, wijk=Wijk.objects.first(), niveau=niveau)
    les = wereld.les({ROL: 1})
    mensen = [wereld.persoon(ROL) for _ in range(min(MENSEN, aantal))]
    dagen = [op(2, 1) + timedelta(days=d) for d in range(180)]
    dagen = [dag for dag in dagen if dag.weekday() in {1, 2, 3} and dag.month in {2, 3, 6}]
    nummer = 0
    while True:
        klassen = [f"{n}A" for n in range(KLASSEN)]
        for boeking in wereld.aanvraag(les, klassen=klassen).boekingen.all():
            dag, mens = divmod(nummer, len(mensen))
            wereld.stel_voor(boeking, dagen[dag])
            yield inzetten.nodig_uit(
                plek_id=boeking.plekken.get().pk,
                hoofdrolspeler_id=mensen[mens].pk,
                nu=BEGIN,
                door=None,
            )
            nummer += 1


def vul(aantal: int) -> int:
    """Queue mails with an invitation, four under each UID, to many domains."""
    from django.conf import settings

    from lesaanbod.models import Bericht
    from lesaanbod.services.verzending import build_message_id
    from tests.itip_samples import REQUEST

    tekst = "Dinsdag 9 maart 2027 om 9.00 uur.\n" * 60
    rijen = [
        Bericht(
            brief="proef",
            aan=f"a{nummer}@d{nummer // PER_UID % DOMEINEN}.example",
            onderwerp=f"Proef {nummer}",
            tekst=tekst,
            html=f"<p>{tekst}</p>",
            ics=REQUEST,
            methode="REQUEST",
            uid=f"les-{nummer // PER_UID}-d@{settings.UID_DOMEIN}",
            sequence=nummer % PER_UID,
            dtstamp=BEGIN,
            message_id=build_message_id(),
            volgende_poging=BEGIN,
            aangemaakt_op=BEGIN,
        )
        for nummer in range(aantal)
    ]
    Bericht.objects.bulk_create(rijen, batch_size=500)
    return aantal


def vraag(aantal: int) -> list[tuple[str, str]]:
    """Ask for ``aantal`` lessons; return the path of each answer and the moment it is about."""
    from boekingen.services.uitnodigingen import LINK_DOEL, LINK_PAD
    from lesaanbod.services.links import sign

    return [
        (
            LINK_PAD.format(token=sign(doel=LINK_DOEL, sleutel=inzet.sleutel)),
            inzet.begin.isoformat(),
        )
        for inzet in islice(list_vragen(aantal), aantal)
    ]


def gezegd() -> dict[str, int]:
    """Return how many people said yes, and how many lessons stand with every letter, once."""
    from boekingen.models import Boeking, Inzet
    from lesaanbod.models import Bericht

    heel = 0
    for boeking in Boeking.objects.filter(status="bevestigd"):
        brieven = Bericht.objects.filter(onderwerp_soort="boeking", onderwerp_id=str(boeking.pk))
        heel += sorted(brieven.values_list("brief", flat=True)) == BRIEVEN_VAN_EEN_LES
    return {"ja": Inzet.objects.filter(status="toegezegd").count(), "heel": heel}


def werk(spoed: int, blijft: int = 0) -> dict[str, float]:
    """Send until nothing waits any more; ``nu`` runs ``spoed`` times as fast as the clock."""
    from lesaanbod.models import Bericht
    from lesaanbod.services.berichten import verstuur_klaarstaande

    # Every worker has the same clock, also one that starts later.
    start, verzonden = 1_700_000_000.0, 0
    begin, rekenend = time.perf_counter(), time.process_time()
    wacht = Bericht.objects.exclude(status__in=["verzonden", "mislukt"])
    while blijft or wacht.exists():
        nu = BEGIN + timedelta(seconds=(time.time() - start) * spoed)
        aantal = verstuur_klaarstaande(nu=nu)
        verzonden += aantal
        if not aantal:
            time.sleep(0.05)
    return {
        "seconden": time.perf_counter() - begin,
        "processor": time.process_time() - rekenend,
        "verzonden": verzonden,
    }


def stand() -> dict[str, object]:
    """Return Message-ID and hash of every mail by UID, in order, and how many did not leave."""
    from lesaanbod.emails import build_message
    from lesaanbod.models import Bericht
    from lesaanbod.services.verzending import build_link

    per_uid: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for bericht in Bericht.objects.order_by("pk").iterator():
        inhoud = build_message(bericht, build_link(bericht)).message().as_bytes(linesep="\r\n")
        per_uid[bericht.uid].append((bericht.message_id, sha256(inhoud).hexdigest()))
    return {
        "per_uid": per_uid,
        "niet": Bericht.objects.exclude(status="verzonden").count(),
        "pogingen": max(Bericht.objects.values_list("pogingen", flat=True), default=0),
    }


if __name__ == "__main__":
    django.setup()
    wat, *rest = sys.argv[1:]
    delen = {een.__name__: een for een in (bevestig, vul, vraag, werk, gezegd, stand)}
    print(json.dumps(delen[wat](*map(int, rest))))
