from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boekingen.domain.rangschikking import (
    AndereLes,
    Dossier,
    Factor,
    Gevraagd,
    get_te_krap,
    list_bezwaren,
    rangschik,
    rangschik_over,
    weeg,
)
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Plaats, Vervoermiddel
from hoofdrolspelers.domain.tijdvak import Tijdvak

ROL, ANDERE_ROL = 1, 2
NIVEAU, ANDER_NIVEAU = 10, 11
WIJK, ANDERE_WIJK = 20, 21
OV = Vervoermiddel.OV
SCHOOL = Plaats(school_id=30, wijk_id=WIJK)


def om(uur: float, minuten: int = 60) -> Tijdvak:
    begin = datetime(2027, 2, 2, tzinfo=UTC) + timedelta(hours=uur)
    return Tijdvak(begin, begin + timedelta(minutes=minuten))


GEVRAAGD = Gevraagd(
    rol_id=ROL,
    niveau_ids=frozenset({NIVEAU}),
    plaats=SCHOOL,
    moment=om(9),
    les_id=7,
    vandaag=date(2027, 1, 26),
)
PERSOON = Persoon(
    id=1,
    naam="Sanne Voorbeeld",
    voornaam="Sanne",
    organisatie="Wijkteam",
    rol_ids=frozenset({ROL}),
    niveau_ids=frozenset({NIVEAU, ANDER_NIVEAU}),
    wijk_ids=frozenset(),
    max_per_maand=4,
    is_actief=True,
    vrij=(om(8, 8 * 60),),
    bezet=(),
)


def les(uur: float, plaats: Plaats = SCHOOL) -> AndereLes:
    return AndereLes(tijdvak=om(uur), plaats=plaats)


def test_list_bezwaren_of_somebody_who_can_come_is_empty():
    assert list_bezwaren(PERSOON, GEVRAAGD, Dossier()) == ()


@pytest.mark.parametrize(
    ("anders", "dossier", "bezwaar"),
    [
        ({"is_actief": False}, {}, "doet nu even niet mee"),
        ({"rol_ids": frozenset({ANDERE_ROL})}, {}, "heeft een andere rol"),
        ({"niveau_ids": frozenset({ANDER_NIVEAU})}, {}, "geeft geen les op dit niveau"),
        ({"wijk_ids": frozenset({ANDERE_WIJK})}, {}, "werkt niet in deze wijk"),
        ({}, {"al_gevraagd": "is al gevraagd"}, "is al gevraagd"),
        ({}, {"blokkade": "eigen kind"}, "komt niet op deze school (eigen kind)"),
        ({}, {"lessen_deze_maand": 4}, "heeft deze maand al 4 lessen"),
        ({"max_per_dag": 1}, {"lessen_deze_dag": 1}, "heeft die dag al 1 les"),
        ({"max_per_week": 2}, {"lessen_deze_week": 2}, "heeft die week al 2 lessen"),
        (
            {"max_per_schooljaar": 20},
            {"lessen_dit_schooljaar": 21},
            "heeft dit schooljaar al 21 lessen",
        ),
        ({"les_ids": frozenset({8})}, {}, "is niet inzetbaar voor deze les"),
        ({"dagen_vooraf": 8}, {}, "wil het 8 dagen vooraf weten"),
        (
            {"max_reisminuten": 30, "vertrekwijk_id": ANDERE_WIJK, "vervoermiddel": OV},
            {},
            "vindt dit te ver (ongeveer 45 minuten met bus of tram)",
        ),
        ({"vrij": (), "weg": (om(9.5),), "vakantie": (om(9),)}, {}, "is dan weg"),
        ({"vrij": (), "vakantie": (om(9),)}, {}, "geeft geen les in de schoolvakantie"),
        ({"eigen_agenda": (om(8.5),)}, {}, "heeft dan iets in de eigen agenda"),
        (
            {"rust": timedelta(minutes=20)},
            {"andere_lessen": (les(10.25),)},
            "wil 20 minuten rust tussen twee lessen",
        ),
        (
            {"rust": timedelta(minutes=20), "vervoermiddel": OV},
            {"andere_lessen": (les(10.25, Plaats(school_id=31, wijk_id=WIJK)),)},
            "heeft te weinig reistijd vanaf een andere les",
        ),
        ({"vrij": ()}, {}, "kan niet op dit moment van de week"),
        ({"vrij": (om(9, 59),)}, {}, "kan niet op dit moment van de week"),
        ({"bezet": (om(9.5),)}, {}, "geeft dan een andere les"),
        (
            {},
            {"andere_lessen": (les(10, Plaats(school_id=31, wijk_id=WIJK)),)},
            "heeft te weinig reistijd vanaf een andere les",
        ),
    ],
)
def test_list_bezwaren_says_why_in_words(anders, dossier, bezwaar):
    persoon, dossier = replace(PERSOON, **anders), Dossier(**dossier)
    assert list_bezwaren(persoon, GEVRAAGD, dossier) == (bezwaar,)
    assert weeg(persoon, GEVRAAGD, dossier).factoren == ()


@pytest.mark.parametrize(
    "anders",
    [
        {"les_ids": frozenset({7, 8})},
        {"dagen_vooraf": 7},
        {"max_per_dag": 1, "max_per_week": 1, "max_per_schooljaar": 1},
        {"max_reisminuten": 30, "vertrekwijk_id": ANDERE_WIJK},
        {"max_reisminuten": 5, "vertrekwijk_id": None},
        {"rust": timedelta(minutes=20), "weg": (om(8),), "eigen_agenda": (om(8), om(10))},
    ],
)
def test_list_bezwaren_is_empty_within_the_limits(anders):
    assert list_bezwaren(replace(PERSOON, **anders), GEVRAAGD, Dossier()) == ()


def test_a_place_that_is_not_known_is_not_too_far():
    ver = replace(PERSOON, max_reisminuten=5, vertrekwijk_id=ANDERE_WIJK)
    ergens = replace(GEVRAAGD, plaats=Plaats(school_id=None, wijk_id=None))
    assert list_bezwaren(ver, ergens, Dossier()) == ()


def test_without_a_day_nobody_is_judged_by_notice():
    zonder = replace(GEVRAAGD, vandaag=None)
    assert list_bezwaren(replace(PERSOON, dagen_vooraf=90), zonder, Dossier()) == ()


def test_list_bezwaren_names_every_reason():
    niemand = replace(PERSOON, is_actief=False, rol_ids=frozenset(), vrij=())
    assert len(list_bezwaren(niemand, GEVRAAGD, Dossier())) == 3


def test_list_bezwaren_needs_every_level_of_classes_that_join():
    samen = replace(GEVRAAGD, niveau_ids=frozenset({NIVEAU, ANDER_NIVEAU}))
    assert list_bezwaren(PERSOON, samen, Dossier()) == ()
    een = replace(PERSOON, niveau_ids=frozenset({NIVEAU}))
    assert list_bezwaren(een, samen, Dossier()) == ("geeft geen les op dit niveau",)


def test_list_bezwaren_does_not_say_a_wijk_is_wrong_that_is_not_known():
    elders = replace(GEVRAAGD, plaats=Plaats(school_id=None, wijk_id=None))
    persoon = replace(PERSOON, wijk_ids=frozenset({ANDERE_WIJK}))
    kandidaat = weeg(persoon, elders, Dossier())
    assert kandidaat.bezwaren == ()
    assert Factor(".", "de wijk van deze les is niet bekend") in kandidaat.factoren


def test_a_lesson_that_overlaps_is_not_called_a_matter_of_travel():
    bezig = replace(PERSOON, bezet=(om(9),))
    dossier = Dossier(andere_lessen=(les(9, Plaats(school_id=31, wijk_id=WIJK)),))
    assert list_bezwaren(bezig, GEVRAAGD, dossier) == ("geeft dan een andere les",)


@pytest.mark.parametrize(
    ("plaats", "minuten"),
    [
        (SCHOOL, 0),
        (Plaats(school_id=31, wijk_id=WIJK), 15),
        (Plaats(school_id=32, wijk_id=ANDERE_WIJK), 30),
        (Plaats(school_id=None, wijk_id=None), 30),
    ],
)
@pytest.mark.parametrize("richting", [-1, 1])
def test_get_te_krap_before_and_after_to_the_minute(plaats, minuten, richting):
    genoeg = om(9 + richting * (1 + minuten / 60))
    te_weinig = om(9 + richting * (1 + (minuten - 1) / 60))
    assert get_te_krap(AndereLes(tijdvak=genoeg, plaats=plaats), om(9), SCHOOL) is False
    if minuten:
        assert get_te_krap(AndereLes(tijdvak=te_weinig, plaats=plaats), om(9), SCHOOL) is True


def test_weeg_names_what_speaks_for_and_against():
    buurt = replace(PERSOON, wijk_ids=frozenset({WIJK}))
    dossier = Dossier(
        andere_lessen=(les(13, Plaats(school_id=31, wijk_id=WIJK)),),
        lessen_deze_maand=3,
        lessen_dit_schooljaar=20,
        vorige_les=GEVRAAGD.moment.begin - timedelta(days=25),
        kent_school=True,
        kans=0.7,
        ja=8,
        gevraagd=10,
    )
    assert weeg(buurt, GEVRAAGD, dossier).factoren == (
        Factor("+", "vrij op dit moment"),
        Factor("+", "heeft deze rol en dit niveau"),
        Factor("+", "eigen wijk"),
        Factor("+", "kent de school"),
        Factor("-", "20 van 40 lessen dit schooljaar (50 %)"),
        Factor(".", "nog 1 les mogelijk deze maand"),
        Factor("+", "vorige les 3 weken eerder"),
        Factor("-", "ongeveer 15 minuten fietsen vanaf een andere les"),
        Factor(".", "zegt meestal ja (8 van 10)"),
    )


def test_weeg_of_somebody_for_the_whole_city_without_lessons():
    assert weeg(PERSOON, GEVRAAGD, Dossier()).factoren == (
        Factor("+", "vrij op dit moment"),
        Factor("+", "heeft deze rol en dit niveau"),
        Factor(".", "werkt in de hele stad"),
        Factor("+", "0 van 40 lessen dit schooljaar (0 %)"),
        Factor("+", "nog geen eerdere les"),
    )


@pytest.mark.parametrize(
    ("anders", "dossier", "factor"),
    [
        (
            {"max_per_schooljaar": 10},
            {"lessen_dit_schooljaar": 3},
            Factor("+", "3 van 10 lessen dit schooljaar (30 %)"),
        ),
        ({}, {"vorige_les": om(8).begin}, Factor("-", "heeft in de week ervoor ook een les")),
        (
            {},
            {"vorige_les": om(9).begin - timedelta(days=7)},
            Factor(".", "vorige les 1 week eerder"),
        ),
        (
            {"vertrekwijk_id": ANDERE_WIJK, "vervoermiddel": OV},
            {},
            Factor(".", "ongeveer 45 minuten met bus of tram"),
        ),
        ({}, {"gevraagd": 4, "ja": 2, "kans": 0.5}, Factor(".", "zegt soms ja (2 van 4)")),
        ({}, {"gevraagd": 4, "ja": 0, "kans": 0.2}, Factor(".", "zegt zelden ja (0 van 4)")),
    ],
)
def test_weeg_says_each_measure_with_its_sign(anders, dossier, factor):
    assert factor in weeg(replace(PERSOON, **anders), GEVRAAGD, Dossier(**dossier)).factoren


def test_a_lesson_at_the_same_school_is_no_trip():
    factoren = weeg(PERSOON, GEVRAAGD, Dossier(andere_lessen=(les(13),))).factoren
    assert not any("vanaf een andere les" in factor.tekst for factor in factoren)


def test_rangschik_orders_by_wijk_school_load_rest_travel_chance_and_number():
    buurt = frozenset({WIJK})
    ver = (les(13, Plaats(school_id=32, wijk_id=ANDERE_WIJK)),)
    dichtbij = (les(13, Plaats(school_id=31, wijk_id=WIJK)),)
    maand = GEVRAAGD.moment.begin - timedelta(days=28)
    ouder = {"vorige_les": maand}
    dossiers = {
        # own wijk, of whom one knows the school
        8: Dossier(kent_school=True, lessen_dit_schooljaar=30),
        7: Dossier(lessen_dit_schooljaar=30),
        # knows the school
        2: Dossier(kent_school=True, lessen_dit_schooljaar=30),
        # load under a tenth, longest ago first
        9: Dossier(),
        6: Dossier(lessen_dit_schooljaar=3, **ouder, andere_lessen=dichtbij),
        5: Dossier(lessen_dit_schooljaar=2, **ouder, andere_lessen=ver, kans=0.9),
        4: Dossier(lessen_dit_schooljaar=1, **ouder, andere_lessen=ver, kans=0.5),
        3: Dossier(lessen_dit_schooljaar=1, **ouder, andere_lessen=ver, kans=0.49),
        1: Dossier(lessen_dit_schooljaar=1, vorige_les=maand + timedelta(days=21), kans=0.99),
        10: Dossier(lessen_dit_schooljaar=4, **ouder, andere_lessen=dichtbij),
    }
    mensen = [
        replace(PERSOON, id=nummer, wijk_ids=buurt if nummer in {7, 8} else frozenset())
        for nummer in sorted(dossiers)
    ]
    volgorde = rangschik(mensen, GEVRAAGD, dossiers)
    assert [kandidaat.persoon.id for kandidaat in volgorde.kandidaten] == [*dossiers]


def test_rangschik_over_all_wished_moments_puts_a_better_wish_first():
    mensen = [replace(PERSOON, id=nummer) for nummer in (1, 2, 3)]
    mensen[0] = replace(mensen[0], bezet=(om(9),))
    mensen[2] = replace(mensen[2], is_actief=False)
    wensen = [GEVRAAGD, replace(GEVRAAGD, moment=om(13))]
    uitkomst = rangschik_over([rangschik(mensen, wens, {}) for wens in wensen])
    assert [(een.kandidaat.persoon.id, een.momenten) for een in uitkomst] == [
        (2, (1, 2)),
        (1, (2,)),
    ]
    assert rangschik_over([]) == []


def test_rangschik_keeps_apart_who_cannot_come():
    mensen = [PERSOON, replace(PERSOON, id=2, is_actief=False)]
    uitkomst = rangschik(mensen, GEVRAAGD, {})
    assert [kandidaat.persoon.id for kandidaat in uitkomst.kandidaten] == [1]
    assert [(k.persoon.id, k.bezwaren) for k in uitkomst.anderen] == [
        (2, ("doet nu even niet mee",))
    ]


@given(st.permutations(range(1, 7)))
def test_rangschik_does_not_depend_on_the_order_of_the_people(nummers):
    mensen = [replace(PERSOON, id=nummer, is_actief=nummer % 2 == 0) for nummer in nummers]
    uitkomst = rangschik(mensen, GEVRAAGD, {})
    assert [k.persoon.id for k in uitkomst.kandidaten] == [2, 4, 6]
    assert [k.persoon.id for k in uitkomst.anderen] == [1, 3, 5]


EIGEN = "heeft dan iets in de eigen agenda"


@pytest.mark.parametrize(
    ("anders", "dossier", "bezwaren"),
    [
        ({"eigen_agenda": (om(9.5),)}, {}, (EIGEN,)),
        ({"eigen_agenda": (om(9),)}, {}, (EIGEN,)),
        ({"eigen_agenda": (om(8), om(10))}, {}, ()),
        ({"eigen_agenda": (om(9),)}, {"al_gevraagd": "is al gevraagd"}, ("is al gevraagd",)),
        (
            {"eigen_agenda": (om(9.5),), "bezet": (om(9.5),)},
            {},
            ("geeft dan een andere les",),
        ),
        (
            {"heeft_oude_agenda": True},
            {},
            ("heeft een eigen agenda die te lang niet is gelezen",),
        ),
        ({"heeft_oude_agenda": True, "eigen_agenda": (om(9),)}, {}, (EIGEN,)),
    ],
)
def test_own_diary_keeps_from_being_proposed_but_not_what_comes_back_from_us(
    anders, dossier, bezwaren
):
    persoon = replace(PERSOON, **anders)
    assert list_bezwaren(persoon, GEVRAAGD, Dossier(**dossier)) == bezwaren
    kandidaten = rangschik([persoon], GEVRAAGD, {1: Dossier(**dossier)}).kandidaten
    assert bool(kandidaten) is (bezwaren == ())
