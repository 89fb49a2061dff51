import pytest

from boekingen.domain.zoektekst import LANGSTE_ZOEKTEKST, build_zoektekst, fold, split_woorden


def build(**values):
    plain = {"naam": "De Ark", "plaats": "Utrecht", "postcode": "3561 SA"}
    return build_zoektekst(**{**plain, "vestigingscode": "99AA00", "sector": "overig", **values})


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("", []),
        ("  De   Ark ", ["de", "ark"]),
        ("Coöperatie Fryslân É", ["cooperatie", "fryslan", "e"]),
        ("'s-Gravenhage", ["s", "gravenhage"]),
        ("St.-Jozef", ["sint", "jozef"]),
        ("Sint Jozef", ["sint", "jozef"]),
        ("Stad", ["stad"]),
        ("’t Prisma", ["t", "prisma"]),
        ("100% _ \\", ["100"]),
        ("学校", []),
    ],
)
def test_split_woorden(tekst, woorden):
    assert split_woorden(tekst) == woorden


def test_fold_makes_equal_what_sounds_equal():
    assert fold("ST. Jozéf") == fold("sint jozef")


def test_build_zoektekst_holds_every_word_with_a_space_before_it():
    assert build() == " 99aa00 3561sa 3561 sa utrecht de ark"


def test_build_zoektekst_adds_what_people_say():
    assert build(plaats="'s-Gravenhage", sector="po") == (
        " 99aa00 3561sa 3561 sa s gravenhage den haag de ark basisschool school"
    )


def test_build_zoektekst_of_a_very_long_name_keeps_the_codes():
    tekst = build(naam="ab " * 300)
    assert len(tekst) == LANGSTE_ZOEKTEKST
    assert tekst.startswith(" 99aa00 3561sa 3561 sa utrecht ab ab ")
