"""Hold the stored masks of a person against the exact answer."""

from datetime import timedelta

from hoofdrolspelers.domain.beschikbaarheid import AMSTERDAM, get_dag
from hoofdrolspelers.domain.dagmasker import bouw_masker
from hoofdrolspelers.domain.persoonstijd import bereken_vrij
from hoofdrolspelers.models import Hoofdrolspeler, VrijeDag
from hoofdrolspelers.selectors.tijd import list_tijdgegevens


def assert_maskers_kloppen(hoofdrolspeler, nu, dagen: int = 60) -> dict:
    """Fail when a stored mask is not what rows say now; return the masks by date."""
    assert Hoofdrolspeler.objects.get(pk=hoofdrolspeler.pk).dagen_tm is not None
    opgeslagen = dict(
        VrijeDag.objects.filter(hoofdrolspeler=hoofdrolspeler).values_list("datum", "bits")
    )
    vandaag = nu.astimezone(AMSTERDAM).date()
    for nummer in range(dagen):
        dag = vandaag + timedelta(days=nummer)
        venster = get_dag(dag)
        gegevens = list_tijdgegevens(ids=[hoofdrolspeler.pk], venster=venster)[hoofdrolspeler.pk]
        exact = bouw_masker(bereken_vrij(gegevens, venster), dag)
        assert opgeslagen.get(dag, 0) == exact, dag
    return opgeslagen
