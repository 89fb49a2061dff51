"""``python -m tests.bench.meet_rangschikking BOEKING``: time the ranking for one place, as JSON."""

import json
import sys
import time
from datetime import datetime, timedelta
from statistics import quantiles
from zoneinfo import ZoneInfo

import django

NU = datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
KEREN = 200
MOMENTEN = 40
ZATERDAG = 5


def meet(boeking_id: int) -> dict[str, float]:
    """Return p95 in ms, the queries of every ranking, and how many people came out."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from boekingen.selectors.boekingen import get_boeking
    from boekingen.selectors.kandidaten import rangschik_voor_plek
    from hoofdrolspelers.domain.persoonstijd import get_vakantienaam

    boeking = get_boeking(boeking_id=boeking_id)
    plek = boeking.plekken.all()[0]
    momenten = [
        boeking.begin + timedelta(days=dag, minutes=25 * (dag % 4))
        for dag in range(70)
        if (boeking.begin + timedelta(days=dag)).weekday() < ZATERDAG
        and not get_vakantienaam((boeking.begin + timedelta(days=dag)).date())
    ][:MOMENTEN]
    tijden, aantallen = [], []
    for keer in range(KEREN + len(momenten)):
        begin = time.perf_counter()
        uitkomst = rangschik_voor_plek(
            boeking=boeking, plek=plek, begin=momenten[keer % len(momenten)], nu=NU
        )
        if keer >= len(momenten):  # the first of each warm up
            tijden.append((time.perf_counter() - begin) * 1000)
            aantallen.append(len(uitkomst.kandidaten))
    vragen = set()
    for moment in momenten:
        with CaptureQueriesContext(connection) as context:
            rangschik_voor_plek(boeking=boeking, plek=plek, begin=moment, nu=NU)
        vragen.add(len(context))
    return {
        "p95": quantiles(tijden, n=20)[-1],
        "p50": quantiles(tijden, n=2)[0],
        "vragen": max(vragen),
        "verschil": max(vragen) - min(vragen),
        "kandidaten": sum(aantallen) / len(aantallen),
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(meet(int(sys.argv[1]))))
