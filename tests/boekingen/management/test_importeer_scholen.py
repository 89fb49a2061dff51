from pathlib import Path

from django.core.management import CommandError, call_command

import pytest

from boekingen.domain.schoolregister import parse_register
from boekingen.domain.vestigingen import Sector
from boekingen.models import School
from boekingen.selectors.scholen import zoek_scholen
from boekingen.services import schoolregister
from lesaanbod.models import Gebeurtenis
from tests.boekingen.duo import PO, VO
from tests.factories.registers import build_codes, build_register, build_rij

pytestmark = pytest.mark.django_db
DEMO_MAP = Path(schoolregister.__file__).parent / "demo" / "register"


@pytest.fixture
def importeer(capsys):
    """Run the command; returns (whether it went well, stdout, stderr)."""

    def act(*paden, **options):
        try:
            call_command("importeer_scholen", *map(str, paden), **options)
            gelukt = True
        except CommandError as fout:
            gelukt = str(fout)
        uit = capsys.readouterr()
        return gelukt, uit.out, uit.err

    return act


@pytest.fixture
def bestand(tmp_path):
    def act(inhoud, naam="po.csv"):
        pad = tmp_path / naam
        pad.write_bytes(inhoud)
        return pad

    return act


def test_importeer_scholen_reports_counts_and_every_refused_row(importeer, bestand):
    rijen = [build_rij(), build_rij(code="99BB00", plaatsnaam=" "), build_rij(code="x")]
    assert importeer(bestand(build_register(*rijen))) == (
        True,
        (
            "po.csv (basisonderwijs)\n"
            "       1 nieuw\n"
            "       0 gewijzigd\n"
            "       0 ongewijzigd\n"
            "       0 verdwenen\n"
            "       0 teruggekeerd\n"
            "       2 geweigerd\n"
            "       1 scholen uit het register aanwezig\n"
            "  Regel 3: De plaats ontbreekt.\n"
            '  Regel 4: De vestigingscode "x" klopt niet; verwacht is bijvoorbeeld 12AB00.\n'
        ),
        "",
    )


def test_importeer_scholen_takes_each_file_by_itself(importeer, bestand):
    goed = bestand(build_register(build_rij()), "goed.csv")
    kapot = bestand(build_register(build_rij(code="99BB00"))[:-5], "kapot.csv")
    vo = bestand(build_register(build_rij(Sector.VO, "99VA00"), sector=Sector.VO), "vo.csv")
    gelukt, uit, fouten = importeer(goed, kapot, vo)
    assert gelukt == "1 van 3 bestanden niet ingelezen."
    assert [regel for regel in uit.splitlines() if regel[0] != " "] == [
        "goed.csv (basisonderwijs)",
        "vo.csv (voortgezet onderwijs)",
    ]
    assert fouten == (
        "kapot.csv: niet ingelezen, er is niets veranderd.\n"
        "  Het bestand is afgebroken op regel 2. Download het opnieuw.\n"
    )
    codes = School.objects.order_by("vestigingscode").values_list("vestigingscode", flat=True)
    assert list(codes) == ["99AA00", "99VA00"]
    assert Gebeurtenis.objects.count() == 2


@pytest.mark.parametrize(
    ("inhoud", "uitleg"),
    [
        (b"", "Dit bestand is leeg."),
        (b"naam;adres\r\nDe Ark;Kade 1\r\n", "Dit is geen bestand met schoolvestigingen van DUO."),
        (build_register(build_rij(), encoding="utf-16"), "Dit bestand heeft een andere tekencod"),
        (build_register(build_rij(vestigingsnaam="É"), encoding="utf-8"), "Dit bestand heeft een"),
        (build_register(build_rij())[:-1], "Het bestand is afgebroken op regel 2."),
        (build_register(), "Er staan geen scholen in dit bestand."),
    ],
)
def test_importeer_scholen_of_a_wrong_file_changes_nothing(importeer, bestand, inhoud, uitleg):
    importeer(bestand(build_register(build_rij(code="99ZZ00"))))
    voor = list(School.objects.values())
    gelukt, uit, fouten = importeer(bestand(inhoud, "fout.csv"))
    assert (gelukt, uit) == ("1 van 1 bestanden niet ingelezen.", "")
    assert fouten.startswith(f"fout.csv: niet ingelezen, er is niets veranderd.\n  {uitleg}")
    assert list(School.objects.values()) == voor
    assert Gebeurtenis.objects.count() == 1


def test_importeer_scholen_without_file(importeer, tmp_path):
    gelukt, _, fouten = importeer(tmp_path / "weg.csv", tmp_path)
    assert gelukt == "2 van 2 bestanden niet ingelezen."
    assert fouten.count("Dit bestand is er niet. Controleer het pad.") == 2


def test_importeer_scholen_of_an_enormous_file(importeer, tmp_path):
    pad = tmp_path / "groot.csv"
    with pad.open("wb") as groot:
        groot.truncate(50_000_001)
    _, _, fouten = importeer(pad)
    assert fouten.endswith("Dit bestand is veel groter dan een register. Controleer het pad.\n")


def test_importeer_scholen_asks_before_many_go(importeer, bestand):
    importeer(bestand(build_register(*build_codes(20))))
    minder = bestand(build_register(*build_codes(10)), "minder.csv")
    gelukt, _, fouten = importeer(minder)
    assert gelukt == "1 van 1 bestanden niet ingelezen."
    assert fouten.endswith("Gebruik dan --sta-verdwijnen-toe.\n")
    assert School.objects.filter(verdwenen_op__isnull=True).count() == 20
    assert importeer(minder, sta_verdwijnen_toe=True)[0] is True
    assert School.objects.filter(verdwenen_op__isnull=True).count() == 10


def test_importeer_scholen_takes_the_register_of_the_demo(importeer):
    paden = sorted(DEMO_MAP.glob("*.csv"))
    gelukt, uit, _ = importeer(*paden)
    assert gelukt is True
    assert uit.count("       0 geweigerd\n") == 3
    per_sector = {
        sector: School.objects.filter(sector=sector).count() for sector in ("po", "vo", "so")
    }
    assert per_sector == {"po": 8, "vo": 4, "so": 3}
    assert School.objects.get(naam="Praktijkschool De Lasnaad").straat == "Coöperatiehof"


@pytest.mark.parametrize("pad", sorted(DEMO_MAP.glob("*.csv")), ids=lambda pad: pad.name)
def test_register_of_the_demo_is_written_as_duo_does(pad):
    """Windows-1252, CRLF, one space for nothing; and codes (99..) that no real school has."""
    inhoud = pad.read_bytes()
    assert inhoud.count(b"\n") == inhoud.count(b"\r\n")
    assert b";;" not in inhoud
    register = parse_register(inhoud)
    assert register.weigeringen == ()
    assert {code[:2] for code in register.vestigingen} == {"99"}


@pytest.mark.duo
def test_importeer_scholen_of_the_whole_country(importeer):
    """6,122 primary locations, again without a change, then the 31 of vo in Utrecht."""
    tellingen = []
    for pad in (PO, PO, VO):
        gelukt, uit, _ = importeer(pad)
        assert gelukt is True
        tellingen.append([int(regel.split()[0]) for regel in uit.splitlines()[1:8]])
    assert tellingen == [
        [6122, 0, 0, 0, 0, 0, 6122],
        [0, 0, 6122, 0, 0, 0, 6122],
        [31, 0, 0, 0, 0, 0, 6153],
    ]
    assert School.objects.filter(gemeentecode="0344", sector="po").count() == 98
    (gevonden,) = zoek_scholen(tekst="00RO03")
    assert gevonden.adres == "Passiebloemweg 3, 3452 CZ Vleuten"
