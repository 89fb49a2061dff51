"""``python -m tests.bench.meet_tijd``: time of people in the database of this site, as JSON."""

import json
import time
from collections.abc import Callable
from datetime import timedelta

import django

RONDEN = 15


def meet() -> dict[str, float]:
    """Return name → seconds or milliseconds."""
    from tests.bench.bouw_tijd import bouw_mensen

    ids = bouw_mensen()
    return {
        "masks": meet_maskers(len(ids)),
        "year": meet_schooljaar(ids[0]),
        "exception": meet_uitzondering(ids[0]),
    }


def meet_maskers(mensen: int) -> float:
    """Return the seconds in which the worker makes the masks of everybody, to the horizon."""
    from hoofdrolspelers.models import VrijeDag
    from hoofdrolspelers.services.dagen import werk_dagen_bij
    from tests.bench.bouw_tijd import NU

    begin = time.perf_counter()
    gedaan = 0
    while aantal := werk_dagen_bij(nu=NU):
        gedaan += aantal
    duur = time.perf_counter() - begin
    assert gedaan >= mensen
    assert VrijeDag.objects.count() > mensen * 200
    return duur


def meet_schooljaar(persoon_id: int) -> float:
    """Return the milliseconds from rows to a school year of somebody with a full diary."""
    from boekingen.domain.schooljaar import get_schooljaar
    from hoofdrolspelers.domain.persoonstijd import bereken_beschikbaarheid
    from hoofdrolspelers.domain.tijdvak import Tijdvak
    from hoofdrolspelers.selectors.tijd import list_tijdgegevens
    from tests.bench.bouw_tijd import NU

    jaar = get_schooljaar(NU.date())
    venster = Tijdvak(jaar.begin, jaar.eind)

    def bereken() -> None:
        gegevens = list_tijdgegevens(ids=[persoon_id], venster=venster)[persoon_id]
        assert bereken_beschikbaarheid(gegevens, venster).vrij

    return meet_beste(bereken)


def meet_uitzondering(persoon_id: int) -> float:
    """Return the milliseconds in which the page keeps two weeks away."""
    from django.urls import reverse
    from django.utils import timezone

    from hoofdrolspelers.models import Hoofdrolspeler

    client = build_client()
    client.force_login(Hoofdrolspeler.objects.get(pk=persoon_id).gebruiker, build_backend())
    adres = reverse("hoofdrolspelers:uitzondering")
    dagen = iter(range(1, 500, 20))

    def bewaar() -> None:
        dag = timezone.localdate() + timedelta(days=next(dagen))
        velden = {"soort": "weg", "vanaf": dag, "tm": dag + timedelta(days=13)}
        response = client.post(adres, velden)
        assert response.status_code == 302, response.content

    return meet_beste(bewaar)


def build_client():
    """Return a browser on the line of a production site."""
    from django.test import Client

    return Client(headers={"host": "127.0.0.1", "x-forwarded-proto": "https"})


def build_backend() -> str:
    """Return how somebody is logged in."""
    from django.conf import settings

    return settings.AUTHENTICATION_BACKENDS[0]


def meet_beste(doe: Callable[[], None]) -> float:
    """Return the milliseconds of the quickest: the rest is what else the machine did."""
    tijden = []
    for _ in range(RONDEN):
        begin = time.perf_counter()
        doe()
        tijden.append((time.perf_counter() - begin) * 1000)
    return min(tijden)


if __name__ == "__main__":
    import time_machine

    django.setup()
    from tests.bench.bouw_tijd import NU

    with time_machine.travel(NU):
        print(json.dumps(meet()))
