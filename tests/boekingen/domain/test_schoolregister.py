import pytest

from boekingen.domain.registerbestand import RegisterOnleesbaar
from boekingen.domain.schoolregister import parse_register
from boekingen.domain.vestigingen import GeweigerdeRegel, Sector, Vestiging
from tests.factories.registers import build_register, build_rij

AFGEBROKEN = r"^Het bestand is afgebroken op regel {}\. Download het opnieuw\.$"


def test_parse_register_cleans_every_value():
    register = parse_register(build_register(build_rij()))
    assert register.sector is Sector.PO
    assert register.weigeringen == ()
    assert register.regels == {"99AA00": 2}
    assert register.gemeentecodes == {"0344"}
    assert register.vestigingen == {
        "99AA00": Vestiging(
            vestigingscode="99AA00",
            brin="99AA",
            sector=Sector.PO,
            soort="",
            naam="De Wilgenpoort",
            straat="Wilgenpad",
            huisnummer="12-A",
            postcode="3561 SA",
            plaats="De Meern",
            gemeentecode="0344",
            gemeente="Utrecht",
            telefoon="0300000001",
            website="https://www.dewilgenpoort.example",
            vakantieregio="Midden",
        )
    }


@pytest.mark.parametrize(
    ("sector", "kolom", "soort"),
    [
        (Sector.VO, "onderwijsstructuur", "MAVO/HAVO/VWO"),
        (Sector.SO, "soort_primair_onderwijs", "Speciaal basisonderwijs"),
    ],
)
def test_parse_register_takes_soort_from_its_own_column(sector, kolom, soort):
    inhoud = build_register(build_rij(sector, **{kolom: soort}), sector=sector)
    (vestiging,) = parse_register(inhoud).vestigingen.values()
    assert (vestiging.sector, vestiging.soort) == (sector, soort)


def test_parse_register_reads_one_space_as_nothing():
    leeg = dict.fromkeys(["straatnaam", "postcode", "telefoonnummer", "internetadres"], " ")
    inhoud = build_register(build_rij(gemeentenummer=" ", gemeentenaam=" ", **leeg))
    register = parse_register(inhoud)
    (v,) = register.vestigingen.values()
    assert (v.straat, v.postcode, v.telefoon, v.website) == ("", "", "", "")
    assert (v.gemeentecode, v.gemeente, register.gemeentecodes) == ("", "", frozenset())


def test_parse_register_reads_accents_and_quotes():
    inhoud = build_register(build_rij(vestigingsnaam='"De ""Coöperatie"" ‘t Huis"'))
    (vestiging,) = parse_register(inhoud).vestigingen.values()
    assert vestiging.naam == 'De "Coöperatie" ‘t Huis'


def test_parse_register_drops_what_is_no_website():
    inhoud = build_register(build_rij(internetadres="0302742000"))
    (vestiging,) = parse_register(inhoud).vestigingen.values()
    assert vestiging.website == ""


@pytest.mark.parametrize(
    ("waarden", "reden"),
    [
        (
            {"code": "9AAA00"},
            'De vestigingscode "9AAA00" klopt niet; verwacht is bijvoorbeeld 12AB00.',
        ),
        (
            {"code": "99aa00"},
            'De vestigingscode "99aa00" klopt niet; verwacht is bijvoorbeeld 12AB00.',
        ),
        (
            {"instellingscode": "98AA"},
            'De instellingscode "98AA" hoort niet bij vestigingscode 99AA00.',
        ),
        ({"vestigingsnaam": " "}, "De naam ontbreekt."),
        ({"plaatsnaam": " "}, "De plaats ontbreekt."),
        ({"vakantieregio": "Oost"}, 'De vakantieregio "Oost" is geen Noord, Midden of Zuid.'),
        ({"vakantieregio": " "}, 'De vakantieregio "" is geen Noord, Midden of Zuid.'),
        ({"postcode": "3561"}, 'De postcode "3561" klopt niet.'),
        ({"gemeentenummer": "344"}, 'Het gemeentenummer "344" klopt niet.'),
        ({"vestigingsnaam": "n" * 201}, "Te lang: naam heeft hoogstens 200 tekens."),
        ({"straatnaam": "s" * 121}, "Te lang: straat heeft hoogstens 120 tekens."),
        ({"vestigingsnaam": '"De Ark'}, "Niet te lezen; let op de aanhalingstekens."),
        ({"vestigingsnaam": "De\x07Ark"}, "Er staan onleesbare tekens in."),
        ({"vestigingsnaam": "De;Ark"}, "32 kolommen gevonden, 31 verwacht."),
    ],
)
def test_parse_register_refuses_one_row_and_takes_the_others(waarden, reden):
    inhoud = build_register(
        build_rij(code="99BB00"), build_rij(**waarden), build_rij(code="99CC00")
    )
    register = parse_register(inhoud)
    assert list(register.vestigingen) == ["99BB00", "99CC00"]
    assert [(een.regel, een.reden) for een in register.weigeringen] == [(3, reden)]


def test_parse_register_refuses_a_short_row_between_others():
    inhoud = build_register("Utrecht;1;99BB;99BB00", build_rij())
    register = parse_register(inhoud)
    assert register.weigeringen == (
        GeweigerdeRegel(
            regel=2,
            reden="4 kolommen gevonden, 31 verwacht.",
            vestigingscode="99BB00",
            brin="99BB",
        ),
    )


def test_parse_register_takes_the_first_of_two_equal_codes():
    inhoud = build_register(build_rij(), build_rij(vestigingsnaam="Andere"))
    register = parse_register(inhoud)
    assert register.vestigingen["99AA00"].naam == "De Wilgenpoort"
    assert [(een.regel, een.reden) for een in register.weigeringen] == [
        (3, "Deze code staat ook op regel 2.")
    ]


def test_parse_register_keeps_of_a_refused_row_what_tells_the_location():
    inhoud = build_register(build_rij(code="99AA0", instellingscode="99AA"))
    assert parse_register(inhoud).weigeringen == (
        GeweigerdeRegel(
            regel=2,
            reden='De vestigingscode "99AA0" klopt niet; verwacht is bijvoorbeeld 12AB00.',
            brin="99AA",
            postcode="3561 SA",
            naam="De Wilgenpoort",
        ),
    )


def test_parse_register_counts_the_municipality_of_a_refused_row():
    inhoud = build_register(build_rij(), build_rij(vestigingsnaam=" ", gemeentenummer="0345"))
    assert parse_register(inhoud).gemeentecodes == {"0344", "0345"}


def test_parse_register_without_rows():
    with pytest.raises(RegisterOnleesbaar, match=r"^Er staan geen scholen in dit bestand\."):
        parse_register(build_register())


@pytest.mark.parametrize("minder", [1, 2, 3, 10, 60])
def test_parse_register_of_a_file_cut_in_its_last_row(minder):
    inhoud = build_register(build_rij(), build_rij(code="99BB00"))
    with pytest.raises(RegisterOnleesbaar, match=AFGEBROKEN.format(3)):
        parse_register(inhoud[:-minder])


def test_parse_register_of_a_cut_row_with_a_line_end():
    with pytest.raises(RegisterOnleesbaar, match=AFGEBROKEN.format(3)):
        parse_register(build_register(build_rij(), "Utrecht;1;99BB;99BB00"))


def test_parse_register_of_a_cut_row_with_an_open_quote():
    with pytest.raises(RegisterOnleesbaar, match=AFGEBROKEN.format(3)):
        parse_register(build_register(build_rij(), 'Utrecht;1;99BB;99BB00;"De'))


def test_parse_register_with_line_feeds_alone():
    register = parse_register(build_register(build_rij(), line_end="\n"))
    assert list(register.vestigingen) == ["99AA00"]


def test_parse_register_in_utf_8():
    inhoud = build_register(build_rij(vestigingsnaam="Fryslân"), encoding="utf-8")
    with pytest.raises(RegisterOnleesbaar, match="tekencodering"):
        parse_register(inhoud)
