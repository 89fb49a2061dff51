"""What the last screen shows, and what stands in the way of sending."""

import pytest

from boekingen.domain.weigeringen import AanvraagOnvolledig
from boekingen.selectors.aanvragen import get_schoolkeuze
from boekingen.services.controle import Bezwaar, Controleregel, controleer
from lesaanbod.selectors import get_lesopzet
from tests.boekingen.wereld import op


def controle(wereld, les, wensen, **anders):
    antwoorden = wereld.antwoorden(les, wensen, **anders)
    return controleer(
        antwoorden,
        les=get_lesopzet(les.pk),
        school=get_schoolkeuze(antwoorden),
        nu=wereld.nu,
    )


def test_rows_come_in_the_order_of_the_screens(wereld):
    les = wereld.les({"wijkagent": 1})
    gezien = controle(wereld, les, [op(2, 2)], verhinderd=["2027-02-03"])
    assert gezien.bezwaar is None
    assert gezien.email == wereld.contact.gebruiker.email
    assert gezien.regels == (
        Controleregel(
            stap="school", naam="School", regels=(wereld.school.naam, wereld.school.adres)
        ),
        Controleregel(
            stap="klassen", naam="Klassen", regels=(f"8A, {wereld.niveau.naam}, 25 leerlingen",)
        ),
        Controleregel(
            stap="momenten",
            naam="Wanneer",
            regels=("dinsdag 2 februari 2027, 9.00 tot 10.00 uur",),
        ),
        Controleregel(stap="momenten", naam="Kan niet op", regels=("woensdag 3 februari 2027",)),
        Controleregel(stap="praktisch", naam="Melden bij", regels=("lokaal 12",)),
        Controleregel(stap="praktisch", naam="Op de dag zelf", regels=("Noor",)),
        Controleregel(
            stap="contact",
            naam="Uw gegevens",
            regels=(wereld.contact.naam, "0612345678", wereld.contact.gebruiker.email),
        ),
    )


@pytest.mark.parametrize(
    ("samen", "hoe", "tijden"),
    [
        (False, "na elkaar, met een kwartier ertussen", "9.00 tot 11.15 uur"),
        (True, "samen in één les", "9.00 tot 10.00 uur"),
    ],
)
def test_two_classes_show_how_they_come_and_until_when(wereld, samen, hoe, tijden):
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1}, max_leerlingen=60)
    wensen = [op(2, 2), op(2, 9)]
    gezien = controle(wereld, les, wensen, klassen=["8A", "8B"], samen=samen)
    regels = {regel.naam: regel.regels for regel in gezien.regels}
    assert regels["Hoe"] == (hoe,)
    titels = list(les.onderdelen.values_list("titel", flat=True))
    assert regels[f"Les 2: {titels[1]}"] == (f"dinsdag 9 februari 2027, {tijden}",)


def test_advisory_holiday_is_shown_once_more(wereld):
    gezien = controle(wereld, wereld.les({"wijkagent": 1}), [op(2, 23)])
    waarschuwingen = [regel.waarschuwingen for regel in gezien.regels if regel.waarschuwingen]
    assert waarschuwingen == [
        (
            (
                "dinsdag 23 februari 2027: Uw school heeft dan misschien voorjaarsvakantie."
                " Bent u open? Dan kunt u deze dag laten staan."
            ),
        )
    ]
    assert gezien.bezwaar is None


@pytest.mark.parametrize(
    ("velden", "wens", "bezwaar"),
    [
        (
            {},
            op(2, 6),
            Bezwaar(
                stap="momenten",
                uitleg="Dit is in het weekend. Kies een dag van maandag tot en met vrijdag.",
            ),
        ),
        (
            {"max_leerlingen": 20},
            op(2, 2),
            Bezwaar(stap="klassen", uitleg="In deze les passen hooguit 20 leerlingen."),
        ),
    ],
)
def test_objection_names_the_screen_to_mend_it_on(wereld, velden, wens, bezwaar):
    les = wereld.les({"wijkagent": 1}, **velden)
    assert controle(wereld, les, [wens]).bezwaar == bezwaar


def test_missing_moment_is_an_objection(wereld):
    les = wereld.les({"wijkagent": 1})
    antwoorden = wereld.antwoorden(les, [op(2, 2)]) | {"momenten": {"wensen": {}, "verhinderd": []}}
    gezien = controleer(
        antwoorden, les=get_lesopzet(les.pk), school=get_schoolkeuze(antwoorden), nu=wereld.nu
    )
    assert gezien.bezwaar == Bezwaar(stap="momenten", uitleg="Kies voor elke les een moment.")


def test_open_screen_is_no_controle(wereld):
    les = wereld.les({"wijkagent": 1})
    antwoorden = wereld.antwoorden(les, [op(2, 2)])
    school = get_schoolkeuze(antwoorden)
    del antwoorden["contact"]
    with pytest.raises(AanvraagOnvolledig):
        controleer(antwoorden, les=get_lesopzet(les.pk), school=school, nu=wereld.nu)
