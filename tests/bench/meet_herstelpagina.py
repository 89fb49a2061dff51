"""``python -m tests.bench.meet_herstelpagina NU``: time the page with the offers, as JSON.

The busiest people of a confirmed season say off everything that is still to come, one by one.
"""

import json
import sys
import time
from datetime import datetime

import django
from django.db.models import Count

UITVALLERS = 6


def meet(nu: datetime) -> dict[str, float]:
    """Return the slowest page in seconds, with and without rendering, and what was offered."""
    from boekingen.models import Inzet
    from boekingen.selectors.planning_herstel import list_aanbod
    from boekingen.services.inzet_einde import meld_af
    from tests.inloggen import make_medewerker

    # The factory counts from one in every process.
    wie = make_medewerker("coördinator", email="bureau@bench.example")
    komt = Inzet.objects.filter(status="toegezegd", begin__gt=nu).order_by("begin")
    druk = (
        komt.order_by().values_list("hoofdrolspeler").annotate(Count("pk")).order_by("-pk__count")
    )
    tijden, reken, gaten, gered = [], [], 0, 0
    for mens, _ in druk[:UITVALLERS]:
        lessen = list(komt.filter(hoofdrolspeler=mens))
        for inzet in lessen:
            meld_af(inzet_id=inzet.pk, reden="Ziek.", nu=nu, door=None)
        boeking_id = lessen[0].plek.boeking_id
        if not tijden:  # as in a process that served pages before
            list_aanbod(wie=wie, boeking_id=boeking_id, nu=nu)
        begin, processor = time.perf_counter(), time.process_time()
        aanbod = list_aanbod(wie=wie, boeking_id=boeking_id, nu=nu)
        tijden.append(time.perf_counter() - begin)
        reken.append(time.process_time() - processor)
        gaten, gered = gaten + aanbod[1].gaten, gered + aanbod[1].gered
    return {"traagst": max(tijden), "processor": max(reken), "gaten": gaten, "gered": gered}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(meet(datetime.fromisoformat(sys.argv[1]))))
