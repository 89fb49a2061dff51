"""Mail at the desk, and sending an invitation once more."""

from datetime import timedelta

from django.urls import reverse

from boekingen.models import Poststuk
from boekingen.services.post import verwerk_antwoord
from lesaanbod.models import Bericht
from tests.boekingen.antwoordmail import Vraag, crlf, mail
from tests.boekingen.views.bureau import melding
from tests.boekingen.wereld import op, verstuur
from tests.paginas import assert_same_queries

PAD = "/planning/post/"


def schrijf(wereld, nummer=0, over="") -> Poststuk:
    """Let somebody write to the programme."""
    kop = f"From: Noor <noor{nummer}@school.example>\nSubject: Vraag {nummer}\n"
    verwerk_antwoord(inhoud=crlf(f"{kop}\nKan het later? <b>{over}\n"), nu=wereld.nu)
    return Poststuk.objects.latest("pk")


def test_page_shows_what_waits_and_then_what_is_done(client, coordinator, wereld):
    boeking = wereld.boeking()
    een, twee = schrijf(wereld, 1, boeking.aanvraag.kenmerk), schrijf(wereld, 2)
    client.post(reverse("boekingen:planning_post_afgehandeld", args=[een.pk]))
    response = client.get(PAD)
    assert response.context["stukken"] == [twee, een]
    tekst = response.content.decode()
    assert "één mail wacht op u" in tekst
    assert "door Jamila Terlouw" in tekst
    assert reverse("boekingen:planning_boeking", args=[boeking.pk]) in tekst


def test_page_without_mail_says_what_belongs_there(client, coordinator):
    assert "Hier staat wat mensen aan het programma mailen." in client.get(PAD).content.decode()


def test_page_same_queries_with_one_and_three_rows(client, coordinator, wereld):
    boeking = wereld.boeking()
    tel = iter(range(100))
    assert_same_queries(
        lambda aantal: [
            schrijf(wereld, next(tel), boeking.aanvraag.kenmerk) for _ in range(aantal)
        ],
        PAD,
        client,
    )


def test_vandaag_same_queries_with_one_and_three_mails(client, coordinator, wereld):
    boeking = wereld.boeking()
    tel = iter(range(100))
    assert_same_queries(
        lambda aantal: [
            schrijf(wereld, next(tel), boeking.aanvraag.kenmerk) for _ in range(aantal)
        ],
        "/planning/",
        client,
    )


def test_mail_is_shown_with_its_lesson_and_its_sender(client, coordinator, wereld):
    boeking = wereld.boeking()
    stuk = schrijf(wereld, over=boeking.aanvraag.kenmerk)
    Poststuk.objects.update(van=wereld.contact.gebruiker.email)
    tekst = client.get(f"{PAD}{stuk.pk}/").content.decode()
    assert "Kan het later? &lt;b&gt;" in tekst
    assert wereld.contact.naam in tekst
    assert "Dit adres is niet nagegaan." in tekst
    assert boeking.aanvraag.kenmerk in tekst


def test_mail_that_is_not_for_the_desk_is_not_there(client, coordinator, wereld):
    verwerk_antwoord(inhoud=b"From: a@b.example\r\nPrecedence: bulk\r\n\r\nx", nu=wereld.nu)
    assert client.get(f"{PAD}{Poststuk.objects.get().pk}/").status_code == 404


def test_booking_shows_the_answer_of_the_diary_and_when_it_was_mailed(client, coordinator, wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    verstuur(op(1, 11, 9, 1))
    uitnodiging = inzet.uitnodigingen.get()
    vraag = Vraag(
        uid=uitnodiging.uid, adres=uitnodiging.adres, begin=uitnodiging.begin, dtstamp=wereld.nu
    )
    verwerk_antwoord(inhoud=mail(vraag), nu=wereld.nu + timedelta(minutes=2))
    pad = reverse("boekingen:planning_boeking", args=[inzet.plek.boeking_id])
    tekst = client.get(pad).content.decode()
    assert "antwoord per agenda, ma 11 jan., 9.02 uur" in tekst
    assert "staat klaar" in tekst
    verstuur(op(1, 11, 9, 3))
    assert "verstuurd ma 11 jan., 9.03 uur" in client.get(pad).content.decode()


def test_invitation_goes_out_once_more_with_the_same_bytes(client, coordinator, wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    verstuur(wereld.nu)
    pad = reverse("boekingen:planning_uitnodiging_opnieuw", args=[inzet.uitnodigingen.get().pk])
    response = client.post(pad)
    naam = inzet.hoofdrolspeler.gebruiker.naam
    assert melding(response) == [
        f"De laatste agendamail aan {naam} gaat nog eens weg, binnen een minuut."
    ]
    eerste, tweede = Bericht.objects.filter(brief="inzet_gevraagd").order_by("pk")
    assert bytes(eerste.ics) == bytes(tweede.ics)
    client.post(pad)
    assert Bericht.objects.filter(brief="inzet_gevraagd").count() == 2


def test_address_from_which_mail_came_back_is_marked(client, coordinator, wereld):
    boeking = wereld.boeking()
    type(wereld.contact.gebruiker).objects.filter(pk=wereld.contact.gebruiker.pk).update(
        mail_teruggekomen_op=wereld.nu
    )
    for pad in (
        reverse("boekingen:planning_boeking", args=[boeking.pk]),
        reverse("boekingen:planning_contactpersoon", args=[wereld.contact.pk]),
        reverse("boekingen:planning_contactpersonen"),
    ):
        assert "mail kwam terug" in client.get(pad).content.decode()
