from datetime import UTC, date
from http import HTTPStatus

from django.urls import reverse

import pytest

from boekingen.domain.weigeringen import ContactNietToegelaten
from boekingen.models import Contactpersoon, School
from lesaanbod.models import Bericht
from tests.boekingen.views.bureau import assert_geweigerd, melding
from tests.boekingen.wereld import op
from tests.paginas import assert_same_queries

WENS = op(2, 2).astimezone(UTC).isoformat()


@pytest.fixture
def te_plannen(wereld, coordinator):
    return wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()


def pad(boeking):
    return reverse("boekingen:planning_boeking", args=[boeking.pk])


def kies(client, boeking, **velden):
    return client.post(reverse("boekingen:planning_moment", args=[boeking.pk]), velden)


def test_boeking_and_aanvraag_say_that_the_school_left_the_register(client, coordinator, wereld):
    boeking, _ = wereld.bevestigd()
    aanvraag = reverse("boekingen:planning_aanvraag", args=[boeking.aanvraag_id])
    for adres in (pad(boeking), aanvraag):
        assert "niet meer in het register" not in client.get(adres).content.decode()
    School.objects.update(verdwenen_op=date(2026, 8, 1))
    zin = "staat niet meer in het register (sinds zaterdag 1 augustus 2026)"
    for adres in (pad(boeking), aanvraag):
        assert zin in client.get(adres).content.decode()


def test_boeking_shows_school_class_contact_and_people(client, coordinator, wereld):
    boeking, inzet = wereld.bevestigd()
    tekst = client.get(pad(boeking)).content.decode()
    for woord in (
        wereld.school.naam,
        wereld.school.adres,
        "0301234567",
        "8A, 25 leerlingen",
        wereld.contact.naam,
        str(inzet.hoofdrolspeler.gebruiker),
        "dinsdag 2 februari 2027, 9.00 tot 10.00 uur",
        "lokaal 12",
    ):
        assert woord in tekst


def test_boeking_shows_no_link_and_no_text_of_a_mail(client, coordinator, wereld):
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    tekst = client.get(pad(boeking)).content.decode()
    assert "Uitnodiging" in tekst
    assert inzet.sleutel not in tekst
    assert "persoonlijke link" not in tekst


def test_boeking_first_three_candidates_have_reasons_the_rest_is_folded(
    client, coordinator, wereld
):
    boeking = wereld.boeking()
    for _ in range(4):
        wereld.persoon("wijkagent")
    wereld.persoon("wijkagent", ritme=False)
    response = client.get(pad(boeking))
    (rol,) = response.context["rollen"]
    assert (len(rol.eerste), len(rol.overige), len(rol.anderen)) == (3, 1, 1)
    tekst = response.content.decode()
    assert "Nog één persoon" in tekst
    assert "kan niet op dit moment van de week." in tekst


def test_boeking_confirmed_offers_no_candidates(client, coordinator, wereld):
    boeking, _ = wereld.bevestigd()
    wereld.persoon("wijkagent")
    (rol,) = client.get(pad(boeking)).context["rollen"]
    assert (rol.open_plek_id, rol.rangschikking) == (None, None)


def test_boeking_asks_for_the_place_nobody_is_asked_for(client, coordinator, wereld):
    boeking = wereld.boeking({"wijkagent": 2})
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    (rol,) = client.get(pad(boeking)).context["rollen"]
    assert rol.open_plek_id not in {None, inzet.plek_id}


def test_boeking_same_queries_with_one_and_three_candidates(client, coordinator, wereld):
    boeking = wereld.boeking()
    assert_same_queries(
        lambda aantal: [wereld.persoon("wijkagent") for _ in range(aantal)], pad(boeking), client
    )


def test_boeking_without_moment_same_queries_with_one_and_three_candidates(
    client, te_plannen, wereld
):
    assert_same_queries(
        lambda aantal: [wereld.persoon("wijkagent") for _ in range(aantal)],
        pad(te_plannen),
        client,
    )


def test_boeking_same_queries_with_one_and_three_asked(client, coordinator, wereld):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    vragen = [wereld.persoon("rolmodel") for _ in range(3)]
    wereld.persoon("wijkagent")

    def vraag(aantal):
        plek = boeking.plekken.get(rol=wereld.rol("rolmodel"))
        for _ in range(aantal):
            client.post(
                reverse("boekingen:planning_uitnodigen", args=[plek.pk]),
                {"hoofdrolspeler": vragen.pop().pk},
            )

    assert_same_queries(vraag, pad(boeking), client)


def test_kies_moment_takes_a_wish_and_mails_nobody(client, te_plannen):
    eerder = Bericht.objects.count()
    response = kies(client, te_plannen, keuze=WENS)
    te_plannen.refresh_from_db()
    assert (te_plannen.status, te_plannen.begin) == ("voorgesteld", op(2, 2))
    assert response["Location"] == pad(te_plannen)
    assert melding(response) == [
        "Het moment is dinsdag 2 februari 2027, 9.00 uur. Nodig nu iemand uit."
    ]
    assert Bericht.objects.count() == eerder


def test_kies_moment_wish_comes_back_as_the_page_wrote_it(client, te_plannen):
    (keuze,) = client.get(pad(te_plannen)).context["keuzes"]
    assert kies(client, te_plannen, keuze=keuze.waarde).status_code == HTTPStatus.FOUND


def test_kies_moment_takes_another_moment(client, te_plannen):
    kies(client, te_plannen, keuze="anders", datum="2027-02-04", tijd="13:15")
    te_plannen.refresh_from_db()
    assert te_plannen.begin == op(2, 4, 13, 15)


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({}, "Kies een moment."),
        ({"keuze": "2027-02-03T09:00:00+01:00"}, "Kies een moment."),
        ({"keuze": "anders"}, "Vul een datum in."),
        ({"keuze": "anders", "datum": "2027-02-04"}, "Vul een begintijd in."),
        ({"keuze": "anders", "datum": "31-02", "tijd": "9"}, "Vul de datum in als dag"),
        (
            {"keuze": WENS, "datum": "2027-02-04"},
            "Kies «Een ander moment», of maak datum en tijd leeg.",
        ),
    ],
)
def test_kies_moment_says_what_is_missing(client, te_plannen, velden, fout):
    response = kies(client, te_plannen, **velden)
    assert response.status_code == HTTPStatus.BAD_REQUEST
    tekst = response.content.decode()
    assert fout in tekst
    assert "<title>Fout: " in tekst
    te_plannen.refresh_from_db()
    assert te_plannen.begin is None


@pytest.mark.parametrize(
    ("datum", "tijd", "fout"),
    [
        ("2027-02-06", "09:00", "Dit is in het weekend."),
        ("2027-01-04", "09:00", "Dit moment is al voorbij."),
        ("2027-03-28", "02:30", "Deze tijd bestaat niet"),
        ("2027-02-04", "20:00", "Dit is te laat."),
    ],
)
def test_kies_moment_refused_keeps_what_was_typed(client, te_plannen, datum, tijd, fout):
    response = kies(client, te_plannen, keuze="anders", datum=datum, tijd=tijd)
    assert_geweigerd(response, fout=fout, getypt=f'value="{datum}"')


def test_kies_moment_order_can_be_overridden_with_a_reason(client, coordinator, wereld):
    les = wereld.les({"wijkagent": 1}, {"rolmodel": 1}, min_dagen_tussen=7)
    eerste, tweede = wereld.aanvraag(les).boekingen.order_by("nummer")
    wereld.stel_voor(eerste, op(2, 8))
    wens = op(2, 9).astimezone(UTC).isoformat()
    response = kies(client, tweede, keuze=wens)
    assert_geweigerd(response, fout="Kies een dag vanaf maandag 15 februari.", getypt=wens)
    assert kies(client, tweede, keuze=wens, reden="Op verzoek van de school.").status_code == 302


def test_kies_moment_twice_changes_nothing(client, te_plannen):
    kies(client, te_plannen, keuze=WENS)
    response = kies(client, te_plannen, keuze="anders", datum="2027-02-04", tijd="13:15")
    te_plannen.refresh_from_db()
    assert_geweigerd(response, fout="Er is intussen iets veranderd.")
    assert te_plannen.begin == op(2, 2)


def test_kies_moment_contact_not_admitted_is_refused(client, te_plannen):
    Contactpersoon.objects.update(status="aangemeld")
    response = kies(client, te_plannen, keuze=WENS)
    assert_geweigerd(response, fout=ContactNietToegelaten.uitleg)
