from django.utils.html import escape

import pytest

from boekingen.domain.mailadres import UITLEG
from hoofdrolspelers.models import Hoofdrolspeler
from tests.boekingen.views.bureau import melding
from tests.boekingen.wereld import brieven, op
from tests.factories.hoofdrolspelers import HoofdrolspelerFactory, WijkFactory
from tests.paginas import assert_same_queries

PAD = "/planning/mensen/"
NIEUW = "/planning/mensen/nieuw/"


@pytest.fixture
def velden(wereld, coordinator):
    return {
        "email": "Ruben@Voorbeeld.example",
        "rol_slugs": [wereld.rol("officier van justitie").slug],
        "niveau_slugs": [wereld.niveau.slug],
        "wijkcodes": [wereld.wijk.code],
    }


def test_mensen_shows_the_load_of_this_month(client, coordinator, wereld):
    wereld.bevestigd(begin=wereld.nu.replace(day=26))
    (mens,) = client.get(PAD).context["pagina"].object_list
    assert (mens.lessen, mens.profiel.max_per_maand, mens.is_vol) == (1, 4, False)
    assert mens.profiel.rollen == ("wijkagent",)


def test_mensen_finds_by_name_organisation_and_role(client, coordinator, wereld):
    ruben = wereld.persoon("wijkagent", gebruiker__naam="Ruben Aerts", organisatie="Politie")
    wereld.persoon("rolmodel", gebruiker__naam="Ilse")
    for zoek in ("aerts", "POLITIE", "wijkagent", "ruben politie"):
        rijen = client.get(PAD, {"zoek": zoek}).context["pagina"].object_list
        assert [mens.profiel.id for mens in rijen] == [ruben.pk], zoek
    assert len(client.get(PAD).context["pagina"].object_list) == 2


def test_mensen_same_queries_with_one_and_three_rows(client, coordinator, wereld):
    assert_same_queries(
        lambda aantal: [wereld.persoon("wijkagent") for _ in range(aantal)], PAD, client
    )


def test_mens_nieuw_invites_somebody_by_mail(client, velden):
    response = client.post(NIEUW, velden)
    persoon = Hoofdrolspeler.objects.get()
    assert (persoon.gebruiker.email, persoon.deelname) == ("ruben@voorbeeld.example", "uitgenodigd")
    assert brieven() == [("deelname_uitgenodigd", "ruben@voorbeeld.example", "")]
    assert response["Location"] == PAD
    assert melding(response) == [
        "ruben@voorbeeld.example is uitgenodigd. Er gaat bericht naar ruben@voorbeeld.example."
    ]


def test_mens_nieuw_twice_adds_one(client, velden):
    client.post(NIEUW, velden)
    response = client.post(NIEUW, velden)
    assert Hoofdrolspeler.objects.count() == 1
    assert response.status_code == 400
    assert "Deze persoon staat al in de lijst." in response.content.decode()


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"email": "geen adres"}, "mailadres"),
        ({"email": "ruben@politié.example"}, UITLEG),
        ({"email": "ruben#aerts@voorbeeld.example"}, UITLEG),
        ({"rol_slugs": []}, "Kies minstens één rol."),
        ({"rol_slugs": ["bestaat-niet"]}, "bestaat-niet"),
    ],
)
def test_mens_nieuw_keeps_what_was_typed(client, velden, anders, fout):
    response = client.post(NIEUW, velden | anders)
    tekst = response.content.decode()
    assert response.status_code == 400
    assert fout in tekst
    assert 'value="' + escape((velden | anders)["email"]) + '"' in tekst
    assert not Hoofdrolspeler.objects.exists()


def test_mens_nieuw_offers_every_wijk_and_role(client, velden, wereld):
    WijkFactory(naam="Lunetten")
    HoofdrolspelerFactory()
    tekst = client.get(NIEUW).content.decode()
    assert "Lunetten" in tekst
    assert "officier van justitie" in tekst


@pytest.fixture
def mens(wereld, coordinator):
    return wereld.persoon("wijkagent", gebruiker__naam="Ruben Aerts", zichtbaarheid="voornaam")


def build_keuzes(mens, wereld, **anders) -> dict[str, object]:
    return {
        "rol_slugs": [rol.slug for rol in mens.rollen.all()],
        "niveau_slugs": [wereld.niveau.slug],
        "zichtbaarheid_vooraf": "rol",
        "zichtbaarheid": "voornaam",
    } | anders


def test_menspagina_keeps_the_vog_for_staff_only(client, mens, wereld):
    pad = f"{PAD}{mens.pk}/"
    velden = build_keuzes(mens, wereld, vog_datum="2026-09-01", vog_notitie="gezien door Jamila")
    assert client.post(pad, velden)["Location"] == pad
    assert "gezien door Jamila" in client.get(pad).content.decode()
    assert "gezien door Jamila" not in client.get(PAD).content.decode()


def test_coordinator_makes_shielding_only_stricter(client, mens, wereld):
    pad = f"{PAD}{mens.pk}/"
    ruimer = client.post(pad, build_keuzes(mens, wereld, zichtbaarheid="naam"))
    assert ruimer.status_code == 409
    client.post(pad, build_keuzes(mens, wereld, zichtbaarheid="rol"))
    mens.refresh_from_db()
    assert mens.zichtbaarheid == "rol"


def test_pauze_takes_out_of_lessons_and_hervatten_ends_it(client, wereld, coordinator):
    boeking, inzet = wereld.bevestigd()
    pad = f"{PAD}{inzet.hoofdrolspeler_id}/"
    fout = client.post(pad + "pauze/", {"van": "2027-02-02", "tot_en_met": "2027-02-01"})
    assert (fout.status_code, "vóór de eerste" in fout.content.decode()) == (400, True)
    goed = client.post(pad + "pauze/", {"van": "2027-02-01", "tot_en_met": "2027-02-05"})
    assert "1 les uit de agenda gehaald" in melding(goed)[0]
    boeking.refresh_from_db()
    assert boeking.status == "voorgesteld"
    client.post(pad + "hervatten/")
    assert Hoofdrolspeler.objects.get().pauze is None


def test_vertrek_takes_somebody_out_of_the_list(client, wereld, coordinator):
    _, inzet = wereld.bevestigd(begin=op(2, 2))
    pad = f"{PAD}{inzet.hoofdrolspeler_id}/"
    assert "lessen komen" not in client.get(pad + "vertrek/").content.decode()
    assert client.post(pad + "vertrek/")["Location"] == PAD
    assert list(client.get(PAD).context["pagina"].object_list) == []
    assert client.get(pad).status_code == 404
