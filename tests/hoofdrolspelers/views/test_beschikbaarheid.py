"""A person keeps the own availability."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from hoofdrolspelers.models import Uitzondering, Vastlegging
from hoofdrolspelers.services.dagen import werk_dagen_bij
from tests.factories.hoofdrolspelers import (
    HoofdrolspelerFactory,
    UitzonderingFactory,
    VastleggingFactory,
    WeekRitmeFactory,
    WijkFactory,
)
from tests.factories.lesaanbod import LesPageFactory, NiveauFactory
from tests.hoofdrolspelers.maskers import assert_maskers_kloppen
from tests.inloggen import login_as
from tests.paginas import assert_same_queries, assert_sound

pytestmark = pytest.mark.django_db
PAD = "/hoofdrolspeler/beschikbaarheid/"
DINSDAG = date(2027, 1, 12)


@pytest.fixture(autouse=True)
def klok(nu):
    with time_machine.travel(nu, tick=False) as reis:
        yield reis


@pytest.fixture
def persoon(nu, klok):
    """Somebody who can on Tuesdays, the whole day, with masks."""
    hoofdrolspeler = HoofdrolspelerFactory(voornaam="Sanne")
    WeekRitmeFactory(hoofdrolspeler=hoofdrolspeler, weekdag=2, begin=time(8), eind=time(17, 30))
    werk_dagen_bij(nu=nu)
    return hoofdrolspeler


@pytest.fixture
def binnen(client, persoon):
    """The browser of that person."""
    login_as(client, persoon.gebruiker)
    return client


def lees(client, pad: str = PAD) -> str:
    reactie = client.get(pad)
    assert reactie.status_code == 200
    return reactie.content.decode()


def weekvelden(**anders: str) -> dict[str, str]:
    return {"wanneer": "nu", "van_2_1": "08:00", "tot_2_1": "12:00", **anders}


def test_page_shows_eight_weeks_with_the_reason_under_each_block(binnen, persoon, nu):
    VastleggingFactory(
        hoofdrolspeler=persoon,
        begin=datetime(2027, 1, 19, 9, tzinfo=UTC),
        eind=datetime(2027, 1, 19, 10, tzinfo=UTC),
    )
    UitzonderingFactory(hoofdrolspeler=persoon, begin=datetime(2027, 1, 26, 7, tzinfo=UTC))
    persoon.inzetbaar_voor.set([LesPageFactory(title="Kapot Sterk")])
    pagina = lees(binnen)
    assert pagina.count('<table class="week"') == 8
    for tekst in (
        "10.00–11.00",  # the lesson
        "vrij <span",  # around it
        "Voorjaarsvakantie",
        "Dinsdag 26 januari, 8.00 tot 12.00 uur",
        "Kapot Sterk",
        "4 per maand",
    ):
        assert tekst in " ".join(pagina.replace("\n", " ").split()), tekst


def test_a_tap_makes_a_half_day_not_free_and_another_tap_puts_it_back(binnen, persoon, nu):
    def tik(wens):
        reactie = binnen.post(f"{PAD}vak/", {"vak": f"2027-01-12 ochtend {wens}"})
        assert (reactie.status_code, reactie.url) == (302, f"{PAD}#dag-2027-01-12")
        return assert_maskers_kloppen(persoon, nu)

    voor = assert_maskers_kloppen(persoon, nu)
    na = tik("niet")
    assert na[DINSDAG] < voor[DINSDAG]
    assert "Tik nog eens om te herstellen." in lees(binnen)
    assert tik("vrij") == voor
    assert "Op dinsdag 12 januari kunt u in de ochtend." in lees(binnen)
    UitzonderingFactory(hoofdrolspeler=persoon, begin=datetime(2027, 1, 12, 9, tzinfo=UTC))
    tik("niet")
    pagina = lees(binnen)
    assert "Dit komt in de plaats van wat u eerder voor dit dagdeel doorgaf." in pagina
    assert "om te herstellen" not in pagina


@pytest.mark.parametrize(
    "vak", ["", "2027-01-12 ochtend", "2027-13-01 ochtend vrij", "2027-01-12 avond vrij", "x y z"]
)
def test_a_tap_on_what_is_no_box_changes_nothing(binnen, vak):
    assert binnen.post(f"{PAD}vak/", {"vak": vak}).status_code == 302
    assert not Uitzondering.objects.exists()
    assert "Kies een vak in de tabel" in lees(binnen)


@pytest.mark.parametrize(
    ("dag", "fout"),
    [
        ("2027-01-05", "Deze dagen zijn al voorbij."),
        ("0001-01-01", "Deze dagen zijn al voorbij."),
        ("9999-12-31", "Dit is te ver weg."),
    ],
)
def test_a_tap_on_a_day_that_is_over_or_far_away_says_so(binnen, dag, fout):
    binnen.post(f"{PAD}vak/", {"vak": f"{dag} ochtend niet"})
    assert fout in lees(binnen)
    assert not Uitzondering.objects.exists()


def test_leave_of_two_weeks_is_one_form_and_one_row(binnen, persoon, nu):
    velden = {"soort": "weg", "vanaf": "2027-02-01", "tm": "2027-02-14"}
    assert binnen.post(f"{PAD}uitzondering/", velden).url == PAD
    assert "Maandag 1 februari tot en met zondag 14 februari" in lees(binnen)
    assert_maskers_kloppen(persoon, nu)
    velden = {"soort": "extra", "vanaf": "2027-02-10", "begin": "19:00", "eind": "24:00"}
    binnen.post(f"{PAD}uitzondering/", velden)
    pagina = lees(binnen)
    assert "Het sloot aan op wat u eerder doorgaf" in pagina
    assert "Woensdag 10 februari, 19.00 tot 24.00 uur" in pagina
    assert_maskers_kloppen(persoon, nu)


@pytest.mark.parametrize(
    ("begin", "wanneer"),
    [
        ("", "Dinsdag 2 februari"),
        ("00:00", "Dinsdag 2 februari"),
        ("20:00", "Dinsdag 2 februari, 20.00 tot 24.00 uur"),
    ],
)
def test_until_midnight_is_until_the_end_of_the_day(binnen, persoon, nu, begin, wanneer):
    """The picker of a browser knows 00:00 and no 24:00."""
    velden = {"soort": "weg", "vanaf": "2027-02-02", "begin": begin, "eind": "00:00"}
    assert binnen.post(f"{PAD}uitzondering/", velden).url == PAD
    assert f"<p>{wanneer}</p>" in lees(binnen)
    assert_maskers_kloppen(persoon, nu)


def test_a_week_until_midnight_is_kept(binnen, persoon, nu):
    assert binnen.post(f"{PAD}week/", weekvelden(van_2_2="19:00", tot_2_2="00:00")).url == PAD
    assert persoon.weekritmes.latest("begin").eind == time(23, 59)
    assert_maskers_kloppen(persoon, nu)


@pytest.mark.parametrize(
    ("velden", "status", "fout"),
    [
        ({}, 400, "Vul de eerste dag in."),
        ({"vanaf": "2027-02-30"}, 400, "Vul een dag in die bestaat"),
        ({"vanaf": "2027-02-02", "tm": "2027-02-01"}, 409, "Kies een eind dat na het begin ligt."),
        ({"vanaf": "2027-02-02", "begin": "22:00", "eind": "06:00"}, 409, "na middernacht"),
        ({"vanaf": "2027-03-28", "begin": "02:00", "eind": "03:00"}, 409, "bestaan niet"),
        ({"vanaf": "2027-01-04"}, 409, "al voorbij"),
        ({"vanaf": "2027-02-02", "begin": "half negen"}, 400, "bijvoorbeeld 09:00"),
        ({"vanaf": "9999-12-31"}, 409, "te ver weg"),
        ({"vanaf": "2027-02-02", "tm": "9999-12-31"}, 409, "meer dan een jaar"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_kept_on_the_form(binnen, velden, status, fout):
    reactie = binnen.post(f"{PAD}uitzondering/", {"soort": "weg", **velden})
    pagina = reactie.content.decode()
    assert (reactie.status_code, fout in pagina) == (status, True)
    assert "<title>Fout: " in pagina
    assert all(f'value="{waarde}"' in pagina for waarde in velden.values())
    assert not Uitzondering.objects.exists()


def test_an_exception_is_taken_away_by_its_own_person_only(binnen, persoon):
    eigen = UitzonderingFactory(hoofdrolspeler=persoon)
    ander = UitzonderingFactory()
    for rij in (eigen, ander, eigen):
        assert binnen.post(f"{PAD}uitzondering/{rij.pk}/weg/").url == PAD
    assert list(Uitzondering.objects.all()) == [ander]


def test_the_fixed_week_is_shown_in_its_form_and_kept(binnen, persoon, nu):
    pagina = lees(binnen, f"{PAD}week/")
    assert ('value="08:00"' in pagina, 'value="17:30"' in pagina) == (True, True)
    velden = weekvelden(van_2_2="11:00", tot_2_2="14:00", van_6_1="10:00", tot_6_1="24:00")
    assert binnen.post(f"{PAD}week/", velden).url == PAD
    pagina = lees(binnen)
    assert "Tijden die elkaar raakten, hebben wij samengevoegd." in pagina
    assert "8.00 tot 14.00 uur" in pagina
    assert "Zaterdag" in pagina
    assert_maskers_kloppen(persoon, nu)


def test_another_week_for_a_while_says_that_it_takes_the_place_of_the_old_one(binnen, persoon, nu):
    velden = weekvelden(wanneer="anders", vanaf="2027-03-01", tm="2027-04-30")
    binnen.post(f"{PAD}week/", velden)
    pagina = lees(binnen)
    assert "stond al een andere week" in pagina
    for kop in ("Nu, tot en met zondag 28 februari 2027", "Vanaf zaterdag 1 mei 2027"):
        assert kop in pagina
    assert_maskers_kloppen(persoon, nu, dagen=150)


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"tot_2_1": ""}, "Vul voor dinsdag een begin en een later eind in."),
        ({"van_2_1": "22:00", "tot_2_1": "06:00"}, "Zet het deel na middernacht bij de dag erna."),
        ({"van_2_1": "25:00"}, "Vul de tijd in"),
        ({"wanneer": ""}, "Kies hoe lang deze week geldt."),
        ({"wanneer": "anders"}, "Vul in vanaf welke dag deze week geldt."),
        (
            {"wanneer": "anders", "vanaf": "2027-03-02", "tm": "2027-03-01"},
            "Kies een laatste dag die niet voor de eerste ligt.",
        ),
    ],
)
def test_a_week_that_cannot_be_is_refused_in_words(binnen, persoon, anders, fout):
    reactie = binnen.post(f"{PAD}week/", weekvelden(**anders))
    assert (reactie.status_code, fout in reactie.content.decode()) == (400, True)
    assert persoon.weekritmes.get().eind == time(17, 30)


def test_limits_are_kept_and_shown(binnen, persoon):
    wijk = WijkFactory(naam="Tuindorp")
    velden = {
        "max_per_dag": "1",
        "max_per_maand": "3",
        "dagen_vooraf": "7",
        "rust_minuten": "",
        "vervoermiddel": "ov",
        "vertrekwijk_id": str(wijk.pk),
        "max_reisminuten": "40",
        "in_vakanties": "on",
    }
    assert binnen.post(f"{PAD}grenzen/", velden).url == PAD
    pagina = lees(binnen)
    for tekst in (
        "1 per dag, 3 per maand",
        "minstens 7 dagen",
        "alleen reistijd",
        "met het openbaar vervoer, hooguit 40 minuten vanaf Tuindorp",
        "ook dan",
    ):
        assert tekst in pagina
    assert 'value="40"' in lees(binnen, f"{PAD}grenzen/")


@pytest.mark.parametrize(
    "fout", [{"max_per_dag": "0"}, {"max_per_maand": ""}, {"vervoermiddel": "x"}]
)
def test_limits_that_cannot_be_change_nothing(binnen, persoon, fout):
    velden = {"max_per_maand": "3", "vervoermiddel": "auto", **fout}
    assert binnen.post(f"{PAD}grenzen/", velden).status_code == 400
    persoon.refresh_from_db()
    assert (persoon.max_per_maand, persoon.vervoermiddel) == (4, "fiets")


def test_dit_klopt_nog_is_asked_again_after_a_month(binnen, persoon, klok, nu):
    assert "Klopt dit voor de komende weken?" in lees(binnen)
    binnen.post(f"{PAD}klopt/")
    assert "klopt klopt--vraag" not in lees(binnen)
    assert "Op 11 januari zei u dat dit klopt." in lees(binnen)
    klok.shift(timedelta(days=30))
    login_as(binnen, persoon.gebruiker)
    assert "klopt klopt--vraag" in lees(binnen)


def test_page_asks_the_same_number_of_questions_for_one_and_three(binnen, persoon):
    def make(aantal):
        for _ in range(aantal):
            nummer = Vastlegging.objects.count()
            begin = datetime(2027, 1, 19, 8 + nummer, tzinfo=UTC)
            VastleggingFactory(hoofdrolspeler=persoon, begin=begin)
            UitzonderingFactory(hoofdrolspeler=persoon, begin=begin + timedelta(days=1))
            WeekRitmeFactory(hoofdrolspeler=persoon, weekdag=3 + nummer)
            persoon.inzetbaar_voor.add(LesPageFactory())
            persoon.niveaus.add(NiveauFactory())
            persoon.wijken.add(WijkFactory())

    assert_same_queries(make, PAD, binnen)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_thumb_changes_tuesday_in_two_taps_and_every_page_is_accessible(phone, persoon):
    UitzonderingFactory(hoofdrolspeler=persoon, begin=datetime(2027, 1, 26, 7, tzinfo=UTC))
    login_as(phone, persoon.gebruiker)
    for pad in ("week/", "grenzen/", "uitzondering/", ""):
        phone.goto(f"{PAD}{pad}")
        assert_sound(phone)
    phone.locator("#dag-2027-01-19 button").first.click()
    phone.get_by_text("Tik nog eens om te herstellen.").wait_for()
    assert phone.locator("#dag-2027-01-19 .vak").first.inner_text().startswith("weg")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_dragging_with_a_mouse_fills_the_form_and_presses_nothing(page, persoon):
    login_as(page, persoon.gebruiker)
    page.goto(PAD)
    eerste, laatste = (
        page.locator(f'td[data-dag="2027-01-{dag}"][data-dagdeel="ochtend"]') for dag in (19, 21)
    )
    eerste.drag_to(laatste)
    velden = {naam: page.locator(f"#id_{naam}").input_value() for naam in ("vanaf", "tm", "begin")}
    assert velden == {"vanaf": "2027-01-19", "tm": "2027-01-21", "begin": "08:00"}
    assert page.get_by_label("Ik kan dan niet").is_checked()
    assert not Uitzondering.objects.exists()
    page.get_by_role("button", name="Geef door").click()
    page.get_by_text("Wij hebben het genoteerd.").wait_for()
    assert Uitzondering.objects.count() == 3
