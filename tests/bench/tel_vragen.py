"""``python -m tests.bench.tel_vragen``: count the queries of public pages of this site, as JSON."""

import json

import django

ADRESSEN = {
    "listing": "/lesaanbod/",
    "listing with filters": "/lesaanbod/?niveau=vo&zoekwoord=les",
    "listing without result": "/lesaanbod/?niveau=groep-8&zoekwoord=bestaatniet",
    "lesson": "/lesaanbod/kapot-sterk/",
}


def tel(adres: str) -> tuple[int, int]:
    """Return the queries of the first visit after an edit, and of the next."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from lesaanbod.services.catalogusversie import verhoog_versie

    client = Client(headers={"x-forwarded-proto": "https"})
    client.get(adres)  # templates, content types and the root of the site are known after this
    verhoog_versie()
    aantallen = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as vragen:
            response = client.get(adres)
        if response.status_code != 200:
            raise RuntimeError(f"{adres}: {response.status_code}")
        aantallen.append(len(vragen))
    return aantallen[0], aantallen[1]


if __name__ == "__main__":
    django.setup()
    from lesaanbod.models import AanbodPage

    print(
        json.dumps(
            {
                "aanbod": AanbodPage.objects.count(),
                "vragen": {naam: tel(adres) for naam, adres in ADRESSEN.items()},
            }
        )
    )
