from django.core.exceptions import PermissionDenied

import pytest

from boekingen.selectors.bord import Bordfilter, get_bord
from boekingen.selectors.bordkeuzes import list_leskeuzes, list_wijkkeuzes
from boekingen.services import inzet_einde
from tests.boekingen.wereld import Wereld, op
from tests.factories.lesaanbod import GebruikerFactory
from tests.inloggen import make_medewerker


@pytest.fixture
def wie(db):
    return make_medewerker("coördinator")


def bord(wie, nu, pagina=None, **filters):
    return get_bord(wie=wie, filters=Bordfilter(**filters), pagina=pagina, nu=nu)


def nummers(bord):
    return [rij.boeking_id for rij in bord.rijen]


def test_get_bord_refuses_who_is_no_coordinator(nu, db):
    with pytest.raises(PermissionDenied):
        bord(GebruikerFactory(), nu)


def test_get_bord_has_a_column_per_role_and_a_status_per_place(wereld, wie):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 2})
    wereld.vraag(boeking, wereld.persoon("wijkagent"))
    beeld = bord(wie, wereld.nu)
    assert [kolom.naam for kolom in beeld.kolommen] == ["rolmodel", "wijkagent"]
    (rij,) = beeld.rijen
    assert [vak.standen for vak in rij.vakken] == [("ontbreekt", "ontbreekt"), ("uitgenodigd",)]
    assert (rij.dagen, beeld.lessen, beeld.open_plekken) == (22, 1, 3)


def test_get_bord_row_without_that_role_has_an_empty_cell(wereld, wie):
    wereld.boeking({"wijkagent": 1})
    wereld.boeking({"rolmodel": 1}, begin=op(2, 3))
    eerste, tweede = bord(wie, wereld.nu).rijen
    assert [vak.standen for vak in eerste.vakken] == [(), ("ontbreekt",)]
    assert [vak.standen for vak in tweede.vakken] == [("ontbreekt",), ()]


def test_get_bord_orders_by_moment_or_first_wish(wereld, wie):
    laat = wereld.boeking(begin=op(2, 4))
    zonder = wereld.aanvraag(wereld.les({"wijkagent": 1}), [op(2, 3)]).boekingen.get()
    vroeg = wereld.boeking(begin=op(1, 26))
    beeld = bord(wie, wereld.nu)
    assert nummers(beeld) == [vroeg.pk, zonder.pk, laat.pk]
    assert (beeld.rijen[1].begin, beeld.rijen[1].wens) == (None, op(2, 3))


def test_get_bord_shows_a_drop_out_until_the_place_is_filled(wereld, wie):
    boeking, inzet = wereld.bevestigd()
    inzet_einde.meld_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    (vraag,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    assert bord(wie, wereld.nu).rijen[0].vakken[0].standen == ("afgemeld",)
    wereld.ja(vraag)
    assert bord(wie, wereld.nu).rijen == ()


def test_get_bord_bevestigd_shows_the_coming_thirty_days(wereld, wie):
    dichtbij, _ = wereld.bevestigd(begin=op(2, 2))
    wereld.bevestigd(begin=op(3, 9))
    assert nummers(bord(wie, wereld.nu)) == []
    assert nummers(bord(wie, wereld.nu, status="bevestigd")) == [dichtbij.pk]


@pytest.mark.parametrize(("status", "verwacht"), [("te_plannen", 1), ("voorgesteld", 1), ("", 2)])
def test_get_bord_by_status(wereld, wie, status, verwacht):
    wereld.boeking()
    wereld.aanvraag(wereld.les({"wijkagent": 1}))
    assert bord(wie, wereld.nu, status=status).lessen == verwacht


def test_get_bord_by_wijk_les_and_period(wereld, wie):
    eigen = wereld.boeking(begin=op(1, 26))
    ander = Wereld(nu=wereld.nu, niveau=wereld.niveau, rollen=wereld.rollen).boeking(
        begin=op(2, 16)
    )
    assert nummers(bord(wie, wereld.nu, wijk_id=wereld.wijk.pk)) == [eigen.pk]
    assert nummers(bord(wie, wereld.nu, les_id=ander.les_id)) == [ander.pk]
    assert nummers(bord(wie, wereld.nu, dagen=30)) == [eigen.pk]
    assert nummers(bord(wie, wereld.nu, wijk_id=wereld.wijk.pk, les_id=ander.les_id)) == []


def test_bordkeuzes_name_what_occurs(wereld, wie):
    boeking = wereld.boeking()
    assert list_wijkkeuzes(wie=wie) == [(wereld.wijk.pk, wereld.wijk.naam)]
    assert list_leskeuzes(wie=wie) == [(boeking.les_id, boeking.les.title)]


@pytest.mark.parametrize("pagina", ["2", "x", "-1", "999"])
def test_get_bord_any_page_number_gives_a_page(wereld, wie, pagina):
    wereld.boeking()
    assert bord(wie, wereld.nu, pagina=pagina).pagina.number == 1
