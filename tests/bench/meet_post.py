"""``python -m tests.bench.meet_post WAT …``: one part of the figures of the outbox, as JSON.

``bevestig N`` times N confirmations; ``vul N`` fills the outbox; ``werk SPOED`` is a worker whose
clock runs so many times faster; ``stand`` tells what became of the mails.
"""

import json
import sys
import time
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from itertools import islice

import django

PER_UID = 4
DOMEINEN = 500
KLASSEN = 5
ROL = "rol van de meting"
MENSEN = 100
BEGIN = datetime(2027, 1, 11, 8, tzinfo=UTC)


def bevestig(aantal: int) -> dict[str, float]:
    """Return how long ``aantal`` confirmations take, their mails alone, and how many there are."""
    from boekingen.services import bevestiging, inzetten
    from lesaanbod.models import Bericht

    tijden: list[float] = []
    echt = bevestiging.stuur_verzoek

    def meet(**velden):
        begin = time.perf_counter()
        echt(**velden)
        tijden.append(time.perf_counter() - begin)

    bevestiging.stuur_verzoek = meet
    vragen = list(islice(list_vragen(aantal), aantal))
    eerder = Bericht.objects.count()
    begin = time.perf_counter()
    for inzet in vragen:
        inzetten.zeg_toe(inzet_id=inzet.pk, nu=BEGIN, door=None)
    duur = time.perf_counter() - begin
    return {
        "seconden": duur,
        "mails": sum(tijden),
        "berichten": Bericht.objects.count() - eerder,
    }


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


def werk(spoed: float) -> dict[str, float]:
    """Send until nothing waits any more; ``nu`` runs ``spoed`` times as fast as the clock."""
    from lesaanbod.models import Bericht
    from lesaanbod.services.berichten import verstuur_klaarstaande

    # Every worker has the same clock, also one that starts later.
    start, verzonden, begin = 1_700_000_000.0, 0, time.perf_counter()
    while Bericht.objects.exclude(status__in=["verzonden", "mislukt"]).exists():
        nu = BEGIN + timedelta(seconds=(time.time() - start) * spoed)
        aantal = verstuur_klaarstaande(nu=nu)
        verzonden += aantal
        if not aantal:
            time.sleep(0.05)
    return {"seconden": time.perf_counter() - begin, "verzonden": verzonden}


def stand() -> dict[str, object]:
    """Return every mail of the outbox by UID, in order, and how many did not leave."""
    from lesaanbod.models import Bericht

    per_uid: dict[str, list[str]] = defaultdict(list)
    for uid, message_id in Bericht.objects.order_by("pk").values_list("uid", "message_id"):
        per_uid[uid].append(message_id)
    return {
        "per_uid": per_uid,
        "niet": Bericht.objects.exclude(status="verzonden").count(),
        "pogingen": max(Bericht.objects.values_list("pogingen", flat=True), default=0),
    }


if __name__ == "__main__":
    django.setup()
    wat, *rest = sys.argv[1:]
    deel = {"bevestig": bevestig, "vul": vul, "werk": werk, "stand": stand}[wat]
    print(json.dumps(deel(*(float(een) if wat == "werk" else int(een) for een in rest))))
