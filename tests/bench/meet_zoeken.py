"""``python -m tests.bench.meet_zoeken``: time searches in the database of this site, as JSON."""

import json
import time
from itertools import product
from statistics import quantiles

import django

WOORDEN = ["geld", "online veilig", "officier", "wapens", "groep", "les", "mbo drugs", "zzz", "de"]
FILTERS = [{}, {"niveau": ["vo"]}, {"vorm": ["gastles"], "niveau": ["groep-8", "vo"]}]
SORTERINGEN = ["", "titel", "duur"]
RONDEN = 4


def meet() -> list[float]:
    """Return milliseconds per search, first page and last."""
    from lesaanbod.forms.zoeken import zoek

    tijden = []
    combinaties = list(product(WOORDEN, FILTERS, SORTERINGEN, ("1", "999")))
    for ronde in range(RONDEN):
        for woord, filters, sorteer, pagina in combinaties:
            params = {**filters, "zoekwoord": [woord], "sorteer": [sorteer]}
            begin = time.perf_counter()
            zoek(params.items(), pagina=pagina)
            if ronde:  # the first warms up
                tijden.append((time.perf_counter() - begin) * 1000)
    return tijden


if __name__ == "__main__":
    django.setup()
    from lesaanbod.models import AanbodPage

    print(json.dumps({"aanbod": AanbodPage.objects.count(), "p95": quantiles(meet(), n=20)[-1]}))
