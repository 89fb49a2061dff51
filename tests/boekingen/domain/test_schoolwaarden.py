import pytest

from boekingen.domain.schoolwaarden import (
    clean_plaats,
    clean_postcode,
    clean_tekst,
    clean_telefoon,
    clean_website,
)


@pytest.mark.parametrize(
    ("ruw", "schoon"), [(" ", ""), ("", ""), ("  a  b ", "a b"), ("a\u00a0b\tc", "a b c")]
)
def test_clean_tekst(ruw, schoon):
    assert clean_tekst(ruw) == schoon


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        (" ", ""),
        ("UTRECHT", "Utrecht"),
        ("DE MEERN", "De Meern"),
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("S GRAVENHAGE", "'s-Gravenhage"),
        ("S HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("'T HARDE", "'t Harde"),
        ("TULL EN 'T WAAL", "Tull en 't Waal"),
        ("'S-HEER ARENDSKERKE", "'s-Heer Arendskerke"),
        ("IJSSELSTEIN", "IJsselstein"),
        ("NIEUWERKERK AD IJSSEL", "Nieuwerkerk ad IJssel"),
        ("ANDIJK", "Andijk"),
        ("ALPHEN AAN DEN RIJN", "Alphen aan den Rijn"),
        ("WEHE-DEN HOORN", "Wehe-den Hoorn"),
        ("2E EXLOERMOND", "2e Exloermond"),
        ("ST.-ANNAPAROCHIE", "St.-Annaparochie"),
        ("SPAARNDAM GEM. HAARLEM", "Spaarndam gem. Haarlem"),
        ("ELST UT", "Elst UT"),
        ("HUIS TER HEIDE UT", "Huis ter Heide UT"),
        ("UT", "Ut"),
        ("De Meern", "De Meern"),
        ("utrecht", "utrecht"),
    ],
)
def test_clean_plaats(ruw, schoon):
    assert clean_plaats(ruw) == schoon


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        ("3524 SG", "3524 SG"),
        ("3524sg", "3524 SG"),
        (" 3524  sg ", "3524 SG"),
        ("0524 SG", ""),
        ("3524", ""),
        ("35245 SG", ""),
        ("٣٥٢٤ SG", ""),
        (" ", ""),
    ],
)
def test_clean_postcode(ruw, schoon):
    assert clean_postcode(ruw) == schoon


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        ("0301234567", "0301234567"),
        ("030 - 123 45 67", "0301234567"),
        ("+31 (0)30 1234567", "0301234567"),
        ("0031301234567", "0301234567"),
        ("06-123", ""),
        ("0" * 16, ""),
        ("geen", ""),
        (" ", ""),
    ],
)
def test_clean_telefoon(ruw, schoon):
    assert clean_telefoon(ruw) == schoon


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        ("www.school.example", "https://www.school.example"),
        ("http://WWW.School.example/Pad", "http://www.school.example/Pad"),
        ("HTTPS://school.example", "https://school.example"),
        ("www.de_elzen.example", "https://www.de_elzen.example"),
        ("www.school.example.", "https://www.school.example"),
        ("www.stichting.example/'t-prisma", "https://www.stichting.example/'t-prisma"),
        ("0302742000", ""),
        ("www. school.example", ""),
        ("www.school,example", ""),
        ("info@school.example", ""),
        ("javascript:alert(1)//a.example", ""),
        ('www.school.example/"><b>', ""),
        ("school", ""),
        (" ", ""),
    ],
)
def test_clean_website(ruw, schoon):
    assert clean_website(ruw) == schoon
