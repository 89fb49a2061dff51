import pytest

from boekingen.domain.registerbestand import RegisterOnleesbaar
from boekingen.domain.registerindeling import KOLOMMEN, recognise_sector
from boekingen.domain.vestigingen import Sector


def test_kolommen_have_the_widths_duo_publishes():
    assert {sector: len(kolommen) for sector, kolommen in KOLOMMEN.items()} == {
        Sector.PO: 31,
        Sector.VO: 32,
        Sector.SO: 34,
    }


@pytest.mark.parametrize("sector", list(KOLOMMEN))
def test_recognise_sector_by_header(sector):
    assert recognise_sector([f" {kolom} " for kolom in KOLOMMEN[sector]]) is sector


@pytest.mark.parametrize(
    ("kop", "uitleg"),
    [
        (
            ["MBO INSTELLINGSSOORT - CODE", "PROVINCIE"],
            "Dit bestand gaat over mbo-instellingen. Voeg mbo-locaties met de hand toe.",
        ),
        (
            ["naam", "adres"],
            (
                "Dit is geen bestand met schoolvestigingen van DUO. Download het bestand voor "
                "basisonderwijs, voortgezet onderwijs of speciaal onderwijs."
            ),
        ),
        (
            KOLOMMEN[Sector.VO][:-1],
            (
                "De kolommen zijn anders dan die van DUO: VAKANTIEREGIO ontbreekt. "
                "Download het bestand opnieuw."
            ),
        ),
        (
            ["TELEFOON" if kolom == "TELEFOONNUMMER" else kolom for kolom in KOLOMMEN[Sector.PO]],
            (
                "De kolommen zijn anders dan die van DUO: TELEFOONNUMMER ontbreekt, TELEFOON is "
                "onbekend. Download het bestand opnieuw."
            ),
        ),
        (
            KOLOMMEN[Sector.PO][::-1],
            (
                "De kolommen zijn anders dan die van DUO: "
                "ze staan in een andere volgorde. Download het bestand opnieuw."
            ),
        ),
    ],
)
def test_recognise_sector_refuses_other_headers_and_says_why(kop, uitleg):
    with pytest.raises(RegisterOnleesbaar) as geweigerd:
        recognise_sector(kop)
    assert str(geweigerd.value) == uitleg
