"""``python -m tests.bench.meet_kans``: make the demo, time the chance of a place, as JSON."""

import json
import time
from collections.abc import Callable
from statistics import quantiles

import django

KEREN = 40


def meet() -> dict[str, float]:
    """Return p95 in ms of working out and of serving, and how many words are other ones."""
    from django.core.management import call_command
    from django.test import Client
    from django.utils import timezone

    from boekingen.selectors.plekkansen import bereken_kansbeelden
    from boekingen.services.demo import vul_demo
    from lesaanbod.selectors import find_les_id
    from lesaanbod.services.demo import vul_lesaanbod
    from tests.boekingen.kans_nagerekend import list_verschillen

    nu = timezone.now()
    call_command("migrate", verbosity=0)
    vul_lesaanbod(nu=nu)
    vul_demo(nu=nu)
    client = Client(SERVER_NAME="127.0.0.1", HTTP_X_FORWARDED_PROTO="https")
    pad = f"/kans/{find_les_id(slug='kapot-sterk')}-kapot-sterk/"
    assert client.get(pad).status_code == 200
    return {
        "lessen": len(bereken_kansbeelden(nu=nu)),
        "bereken": p95(lambda: bereken_kansbeelden(nu=nu)),
        "serveer": p95(lambda: client.get(pad, HTTP_HX_REQUEST="true")),
        "anders": len(list(list_verschillen(nu, stap=1))),
    }


def p95(doe: Callable[[], object]) -> float:
    """Return the 95th percentile in milliseconds."""
    tijden = []
    for keer in range(KEREN + 3):
        begin = time.perf_counter()
        doe()
        if keer >= 3:  # the first warm up
            tijden.append((time.perf_counter() - begin) * 1000)
    return quantiles(tijden, n=20)[-1]


if __name__ == "__main__":
    django.setup()
    print(json.dumps(meet()))
