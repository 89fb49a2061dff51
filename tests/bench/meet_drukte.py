"""``python -m tests.bench.meet_drukte AANTAL``: queue mails one by one, as JSON how each fared.

A worker of its own sends them. The answer has the seconds from queue to sent, of every mail.
"""

import json
import sys
import time

import django
from django.utils import timezone

ELKE_SECONDEN, HOOGUIT_SECONDEN = 1.3, 60.0


def main(aantal: int) -> list[float]:
    """Queue ``aantal`` mails, a little apart, and wait until all have left."""
    from django.conf import settings

    from lesaanbod.models import Bericht
    from lesaanbod.services.verzending import build_message_id

    for nummer in range(aantal):
        nu = timezone.now()
        Bericht.objects.create(
            brief="drukte",
            aan=f"a{nummer}@d{nummer}.example",
            onderwerp=f"Proef {nummer}",
            tekst="Dinsdag 9 maart 2027 om 9.00 uur.",
            html="<p>Dinsdag 9 maart 2027 om 9.00 uur.</p>",
            uid=f"les-{nummer}-d@{settings.UID_DOMEIN}",
            message_id=build_message_id(),
            volgende_poging=nu,
            aangemaakt_op=nu,
        )
        time.sleep(ELKE_SECONDEN)
    mails = Bericht.objects.filter(brief="drukte")
    einde = time.monotonic() + HOOGUIT_SECONDEN
    while mails.exclude(status="verzonden").exists() and time.monotonic() < einde:
        time.sleep(0.2)
    tijden = mails.values_list("aangemaakt_op", "verzonden_op")
    return [(weg - klaar).total_seconds() if weg else HOOGUIT_SECONDEN for klaar, weg in tijden]


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main(int(sys.argv[1]))))
