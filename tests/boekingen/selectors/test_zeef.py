"""The masks never hide somebody who can: with them the same people come out as without."""

from datetime import time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boekingen.selectors.boekingen import get_boeking
from boekingen.selectors.kandidaten import list_blokkades, rangschik_uit, rangschik_voor_plek
from boekingen.selectors.lesboek import lees_lesboek
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.models import Hoofdrolspeler, Uitzondering, Vastlegging, WeekRitme
from hoofdrolspelers.selectors import list_personen
from hoofdrolspelers.services.dagen import bouw_dagen
from tests.boekingen.wereld import op
from tests.factories.hoofdrolspelers import VastleggingFactory, WeekRitmeFactory

MENSEN = 4
uren = st.integers(7, 11)
tijden = st.lists(st.tuples(uren, st.sampled_from([0, 7, 15, 50]), st.integers(1, 240)), max_size=2)
weken = st.lists(
    st.tuples(
        st.lists(st.tuples(uren, st.sampled_from([12, 13])), max_size=1), tijden, tijden, tijden
    ),
    min_size=MENSEN,
    max_size=MENSEN,
)


def geef_tijd(persoon, ritme, weg, extra, lessen) -> None:
    """Store the week of one person; lessons that overlap another are left out."""
    for begin, eind in ritme:
        WeekRitmeFactory(hoofdrolspeler=persoon, weekdag=2, begin=time(begin), eind=time(eind, 10))
    einde = op(2, 1)
    for uur, minuut, duur in sorted(lessen):
        begin = op(2, 2, uur, minuut)
        if begin >= einde:
            einde = begin + timedelta(minutes=duur)
            VastleggingFactory(hoofdrolspeler=persoon, begin=begin, eind=einde)
    for soort, spans in (("weg", weg), ("extra", extra[:1])):
        for uur, minuut, duur in spans:
            begin = op(2, 2, uur, minuut)
            Uitzondering.objects.create(
                hoofdrolspeler=persoon,
                soort=soort,
                begin=begin,
                eind=begin + timedelta(minutes=duur),
            )


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(weken, uren, st.sampled_from([0, 5, 45]))
def test_the_same_candidates_come_out_with_and_without_the_masks(wereld, weken, uur, minuut):
    if not wereld.mensen:
        wereld.proef = wereld.boeking(begin=op(2, 2))
        for _ in range(MENSEN):
            wereld.persoon("wijkagent", ritme=False)
    for model in (Vastlegging, Uitzondering, WeekRitme):
        model.objects.all().delete()
    for persoon, tijd in zip(wereld.mensen, weken, strict=True):
        geef_tijd(persoon, *tijd)
    ids = [persoon.pk for persoon in wereld.mensen]
    bouw_dagen(ids=ids, nu=wereld.nu)
    assert not Hoofdrolspeler.objects.filter(pk__in=ids, dagen_tm=None).exists()
    boeking = get_boeking(boeking_id=wereld.proef.pk)
    plek, begin = boeking.plekken.all()[0], op(2, 2, uur, minuut)
    gezeefd = rangschik_voor_plek(boeking=boeking, plek=plek, begin=begin, nu=wereld.nu)
    moment = Tijdvak(begin, begin + timedelta(minutes=boeking.duur))
    alle = rangschik_uit(
        boeking=boeking,
        rol_id=plek.rol_id,
        moment=moment,
        personen=list_personen(rol_id=plek.rol_id, venster=moment),
        lesboek=lees_lesboek(ids=ids, nu=wereld.nu),
        blokkades=list_blokkades(school_ids=[wereld.school.pk]),
        nu=wereld.nu,
    )
    assert gezeefd.kandidaten == alle.kandidaten
