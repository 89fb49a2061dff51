import pytest

from boekingen.selectors.scholen import (
    find_gelijke_school,
    get_kiesbare_school,
    list_te_controleren_scholen,
    zoek_scholen,
)
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def scholen():
    rows = {
        "ark": {"naam": "De Ark", "postcode": "3561 SA", "vestigingscode": "11AA00"},
        "markt": {"naam": "Marktschool", "postcode": "3561 SB", "vestigingscode": "22AA00"},
        "jozef": {
            "naam": "St. Jozéf",
            "plaats": "'s-Gravenhage",
            "postcode": "2511 SA",
            "vestigingscode": "33AA00",
        },
        "jozef_dependance": {
            "naam": "St. Jozéf Noord",
            "plaats": "'s-Gravenhage",
            "postcode": "2512 SA",
            "vestigingscode": "33AA01",
        },
        "plein": {
            "naam": "Het Plein van De Ark",
            "postcode": "3562 SA",
            "vestigingscode": "44AA00",
        },
    }
    return {key: SchoolFactory(**values) for key, values in rows.items()}


@pytest.mark.parametrize(
    ("tekst", "sleutels"),
    [
        ("ark", ["ark", "plein"]),
        ("de ark", ["ark", "plein"]),
        ("ARK de", ["ark", "plein"]),
        ("ark utrecht", ["ark", "plein"]),
        ("basisschool de ark", ["ark", "plein"]),
        ("mar", ["markt"]),
        ("3561", ["ark", "markt"]),
        ("3561SA", ["ark"]),
        ("3561 sa", ["ark"]),
        ("3561 de ark", ["ark"]),
        ("11AA00", ["ark"]),
        (" 11aa00 ", ["ark"]),
        ("33aa", ["jozef", "jozef_dependance"]),
        ("sint jozef", ["jozef", "jozef_dependance"]),
        ("st jozéf noord", ["jozef_dependance"]),
        ("jozef den haag", ["jozef", "jozef_dependance"]),
        ("s-gravenhage", ["jozef", "jozef_dependance"]),
        ("zaandam", []),
        ("%", []),
        ("a_k", []),
        ("", []),
        ("  ", []),
        ("ark' OR 1=1", []),
    ],
)
def test_zoek_scholen(scholen, tekst, sleutels):
    assert zoek_scholen(tekst=tekst) == [scholen[sleutel] for sleutel in sleutels]


def test_zoek_scholen_puts_the_exact_code_first(scholen):
    andere = SchoolFactory(naam="11AA00 of Aap", vestigingscode="55AA00")
    assert zoek_scholen(tekst="11aa00") == [scholen["ark"], andere]


def test_zoek_scholen_puts_the_exact_postcode_first(scholen):
    andere = SchoolFactory(naam="3561 Saai", postcode="3561 ZZ", vestigingscode="55AA00")
    assert zoek_scholen(tekst="3561 SA") == [scholen["ark"], andere]


def test_zoek_scholen_puts_names_that_begin_so_before_other_hits(scholen):
    plaats = SchoolFactory(naam="Aapje", plaats="De Ark", vestigingscode="55AA00")
    assert zoek_scholen(tekst="de ark") == [scholen["ark"], plaats, scholen["plein"]]


def test_zoek_scholen_leaves_out_gone_and_unchecked_schools(nu):
    SchoolFactory(naam="De Ark", verdwenen_op=nu.date())
    SchoolFactory(naam="De Ark", is_gecontroleerd=False, bron="hand", vestigingscode=None)
    assert zoek_scholen(tekst="ark") == []


def test_zoek_scholen_for_the_desk_finds_gone_schools_but_no_unchecked_ones(nu):
    weg = SchoolFactory(naam="De Ark", verdwenen_op=nu.date())
    SchoolFactory(naam="De Ark", is_gecontroleerd=False, bron="hand", vestigingscode=None)
    assert zoek_scholen(tekst="ark", ook_verdwenen=True) == [weg]


def test_zoek_scholen_gives_no_more_than_asked():
    SchoolFactory.create_batch(4, naam="De Ark")
    assert len(zoek_scholen(tekst="ark", hoogstens=3)) == 3


def test_zoek_scholen_of_a_very_long_text(scholen):
    assert zoek_scholen(tekst="ark " * 10_000) == [scholen["ark"], scholen["plein"]]


def test_zoek_scholen_is_one_query_however_many_rows(scholen, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len([school.adres for school in zoek_scholen(tekst="de ark")]) == 2
    SchoolFactory.create_batch(18, naam="De Ark")
    with django_assert_num_queries(1):
        assert len([school.adres for school in zoek_scholen(tekst="de ark")]) == 20
    with django_assert_num_queries(0):
        zoek_scholen(tekst="")


def test_get_kiesbare_school_of_present_gone_and_unchecked(nu):
    school = SchoolFactory()
    weg = SchoolFactory(verdwenen_op=nu.date())
    nieuw = SchoolFactory(is_gecontroleerd=False)
    gevonden = [get_kiesbare_school(school_id=een.pk) for een in (school, weg, nieuw)]
    assert gevonden == [school, None, None]


def test_list_te_controleren_scholen_oldest_first():
    SchoolFactory()
    nieuw = [SchoolFactory(naam=naam, is_gecontroleerd=False) for naam in ("B", "A")]
    assert list(list_te_controleren_scholen()) == nieuw


@pytest.mark.parametrize(
    ("statussen", "staat_erop"),
    [
        ([], True),
        (["aangemeld"], True),
        (["geweigerd"], False),
        (["geweigerd", "geweigerd"], False),
        (["geweigerd", "aangemeld"], True),
    ],
)
def test_list_te_controleren_scholen_leaves_out_where_everybody_was_refused(statussen, staat_erop):
    school = SchoolFactory(is_gecontroleerd=False)
    for contactstatus in statussen:
        ContactpersoonFactory(school=school, status=contactstatus)
    assert list(list_te_controleren_scholen()) == [school] * staat_erop


def test_find_gelijke_school_by_folded_name_and_postcode():
    school = SchoolFactory(naam="St. Jozéf", postcode="3561 SA")
    assert find_gelijke_school(naam="sint jozef", postcode="3561 SA") == school
    assert find_gelijke_school(naam="sint jozef", postcode="3561 SB") is None
    assert find_gelijke_school(naam="sint jozefa", postcode="3561 SA") is None
