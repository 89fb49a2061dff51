import pytest

from boekingen.domain.mailadres import MAX_ADRES, is_uitnodigbaar

LANG = "a" * (MAX_ADRES - len("@school.example"))


@pytest.mark.parametrize(
    "adres",
    [
        "noor@school.example",
        "n.o'brien+les@mijn-school.example",
        "Noor@SCHOOL.example",
        f"{LANG}@school.example",
    ],
)
def test_is_uitnodigbaar_takes_ordinary_addresses(adres):
    assert is_uitnodigbaar(adres) is True


@pytest.mark.parametrize(
    "adres",
    [
        "",
        "noor",
        "noor@école.example",
        "noör@school.example",
        "noor%les@school.example",
        "noor?les@school.example",
        "noor#les@school.example",
        '"noor les"@school.example',
        "noor@[127.0.0.1]",
        "noor@school.example\n",
        "mailto:noor@school.example",
        f"a{LANG}@school.example",
    ],
)
def test_is_uitnodigbaar_refuses_what_no_diary_understands(adres):
    assert is_uitnodigbaar(adres) is False
