from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boekingen.domain.lesminuten import Lesminuten, minstens, versmal
from boekingen.domain.plekkans import (
    Kans,
    Lesvraag,
    Lesweek,
    Onderdeelvraag,
    benoem,
    bereken_plekkans,
    kies_kringen,
    list_lesweken,
)
from boekingen.domain.schooldagen import ZONE
from hoofdrolspelers.domain.dagdeel import Dagdeel
from hoofdrolspelers.domain.deelname import Pauze
from hoofdrolspelers.domain.persoon import Persoon
from hoofdrolspelers.domain.reistijd import Vervoermiddel
from hoofdrolspelers.domain.tijdvak import Tijdvak, voeg_samen
from tests.boekingen.kans_nagerekend import Narekenaar

VANDAAG = date(2027, 1, 11)
AGENT, OFFICIER, ROLMODEL = 1, 2, 3
NIVEAU, ANDER = 10, 11
WEEK = [VANDAAG + timedelta(days=dag) for dag in range(5)]
LES = Lesvraag(
    les_id=7,
    niveau_ids=(NIVEAU,),
    min_dagen_vooraf=0,
    in_avond=False,
    onderdelen=(Onderdeelvraag(60, {AGENT: 1}),),
)


def op(dag: int, uur: int, minuten: int = 0, duur: int = 60) -> Tijdvak:
    begin = datetime.combine(VANDAAG + timedelta(days=dag), time(uur, minuten), ZONE)
    return Tijdvak(begin, begin + timedelta(minutes=duur))


def persoon(id_: int, *rollen: int, **anders) -> Persoon:
    velden = {
        "id": id_,
        "naam": f"Persoon {id_}",
        "voornaam": "",
        "organisatie": "",
        "rol_ids": frozenset(rollen or {AGENT}),
        "niveau_ids": frozenset({NIVEAU}),
        "wijk_ids": frozenset(),
        "max_per_maand": 4,
        "is_actief": True,
        "vrij": (op(0, 8, duur=9 * 60),),
        "bezet": (),
    }
    return Persoon(**velden | anders)


def reken(personen, vraag=LES, lessen=None):
    minuten = Lesminuten(personen, lessen=lessen or {}, vandaag=VANDAAG)
    return bereken_plekkans(vraag, minuten)


def eerste(personen, **anders) -> tuple[Kans, Kans]:
    """Return the two words of the first week."""
    kansen = reken(personen, **anders).weken[0].kansen
    return kansen[Dagdeel.OCHTEND], kansen[Dagdeel.MIDDAG]


DRIE = [persoon(1), persoon(2), persoon(3)]


@pytest.mark.parametrize(
    ("met_plek", "dagen", "woord"),
    [(0, 5, "vol"), (1, 5, "krap"), (2, 5, "krap"), (3, 5, "ruim"), (1, 2, "ruim"), (1, 1, "ruim")],
)
def test_benoem(met_plek, dagen, woord):
    assert benoem(met_plek, dagen) == woord


def test_a_role_of_three_is_told_and_one_of_two_is_on_request():
    assert eerste(DRIE) == (Kans.KRAP, Kans.KRAP)
    kans = reken(DRIE[:2])
    assert (kans.weken, kans.op_aanvraag) == ((), {AGENT})
    slaapt = [*DRIE[:2], persoon(3, is_actief=False)]
    assert reken(slaapt).op_aanvraag == {AGENT}


TWAALF_WEKEN_VERDER = date(2027, 4, 2)


@pytest.mark.parametrize(
    "anders",
    [
        {"heeft_oude_agenda": True},
        {"pauze": Pauze(VANDAAG - timedelta(days=9), VANDAAG)},
        {"pauze": Pauze(TWAALF_WEKEN_VERDER, date(2027, 7, 1))},
    ],
)
def test_who_offers_no_time_by_a_pause_or_an_old_diary_is_not_one_of_three(anders):
    """Otherwise the page is the diary of the one or two who are left."""
    kans = reken([*DRIE[:2], persoon(3, **anders)])
    assert (kans.weken, kans.op_aanvraag) == ((), {AGENT})
    assert eerste([*DRIE, persoon(4, **anders)]) == eerste(DRIE)


def test_a_pause_before_or_after_the_weeks_of_the_page_changes_nothing():
    gisteren = Pauze(VANDAAG - timedelta(days=9), VANDAAG - timedelta(days=1))
    daarna = TWAALF_WEKEN_VERDER + timedelta(days=1)
    for pauze in (gisteren, Pauze(daarna, daarna)):
        assert eerste([*DRIE[:2], persoon(3, pauze=pauze)]) == eerste(DRIE)


def test_a_role_left_out_leaves_the_others_told():
    vraag = replace(LES, onderdelen=(Onderdeelvraag(60, {AGENT: 1, OFFICIER: 1}),))
    kans = reken([*DRIE, persoon(4, OFFICIER)], vraag)
    assert (len(kans.weken), kans.op_aanvraag) == (12, {OFFICIER})


def test_who_holds_a_small_role_counts_for_no_other_role():
    beide = persoon(4, AGENT, OFFICIER)
    vraag = replace(LES, onderdelen=(Onderdeelvraag(60, {AGENT: 1, OFFICIER: 1}),))
    kringen = kies_kringen([*DRIE, beide], vraag)
    assert {rol: [p.id for p in kring] for (_, rol), kring in kringen.items()} == {AGENT: [1, 2, 3]}
    assert kies_kringen([*DRIE[:2], persoon(3, AGENT, OFFICIER)], LES) == {}


def test_a_role_can_be_small_for_one_lesson_or_one_level_only():
    niet = [*DRIE[:2], persoon(3, les_ids=frozenset({8})), persoon(4, niveau_ids=frozenset())]
    assert reken(niet).op_aanvraag == {AGENT}
    twee = replace(LES, niveau_ids=(NIVEAU, ANDER))
    assert reken(DRIE, twee).op_aanvraag == {AGENT}


def test_of_a_series_the_least_roomy_lesson_counts():
    lang = Onderdeelvraag(8 * 60, {AGENT: 3})
    vraag = replace(LES, onderdelen=(*LES.onderdelen, lang))
    assert eerste(DRIE, vraag=vraag) == (Kans.KRAP, Kans.VOL)


def test_nobody_fills_two_places():
    vraag = replace(LES, onderdelen=(Onderdeelvraag(60, {AGENT: 1, ROLMODEL: 1}),))
    vrij = {"vrij": ()}
    een = persoon(1, AGENT, ROLMODEL)
    anderen = [persoon(n, rol, **vrij) for n, rol in enumerate([AGENT, ROLMODEL] * 2, 2)]
    assert eerste([een, *anderen], vraag=vraag) == (Kans.VOL, Kans.VOL)
    assert eerste([een, *anderen, persoon(9, AGENT)], vraag=vraag) == (Kans.KRAP, Kans.KRAP)


@pytest.mark.parametrize(
    "anders",
    [
        {"bezet": (op(0, 12, 15, 30),)},
        {"eigen_agenda": (op(0, 8, duur=9 * 60),)},
        {"dagen_vooraf": 1},
        {"max_per_dag": 0},
        {"vrij": (op(0, 8, duur=59), op(0, 9, 1, 59))},
    ],
)
def test_what_keeps_somebody_from_being_proposed_keeps_the_place_from_being_told(anders):
    """Only the first of three has any time; the lesson takes four hours."""
    lang = replace(LES, onderdelen=(Onderdeelvraag(240, {AGENT: 1}),))
    dicht = [persoon(n, vrij=()) for n in (2, 3)]
    vol = (Kans.VOL, Kans.VOL)
    assert eerste([persoon(1), *dicht], vraag=lang) != vol
    assert eerste([persoon(1, **anders), *dicht], vraag=lang) == vol


def test_a_lesson_elsewhere_takes_the_way_from_it_and_the_rest_too():
    dicht = [persoon(n, vrij=()) for n in (2, 3)]
    rust = {"rust": timedelta(minutes=15), "vervoermiddel": Vervoermiddel.OV}
    minuten = Lesminuten(
        [persoon(1, bezet=(op(0, 10),), **rust), *dicht], lessen={}, vandaag=VANDAAG
    )
    vrij = minuten.get_vrij(minuten.personen[0], VANDAAG)
    # From 9.00 to 12.00 nothing: an hour of lesson, 45 minutes of travel and 15 of rest around it.
    assert [bool(vrij >> minuut & 1) for minuut in (59, 60, 239, 240)] == [True, False, False, True]


def test_weeks_begin_with_the_first_day_that_may_be_asked_for_and_holidays_say_so():
    weken = list(list_lesweken(date(2026, 12, 9), 7))
    assert len(weken) == 12
    assert weken[0] == Lesweek(date(2026, 12, 14), (date(2026, 12, 16), *weken[0].dagen[1:]))
    assert [week.maandag.isocalendar().week for week in weken[:5]] == [51, 52, 53, 1, 2]
    assert [week.vrij for week in weken[:4]] == ["", "Kerstvakantie", "Kerstvakantie", ""]
    assert next(list_lesweken(date(2027, 1, 16), 0)).maandag == date(2027, 1, 18)


@given(st.integers(0, 2**40 - 1), st.integers(1, 12))
def test_versmal_leaves_the_begins_of_runs_that_are_long_enough(bits, duur):
    klopt = sum(
        1 << begin for begin in range(40) if all(bits >> begin + n & 1 for n in range(duur))
    )
    assert versmal(bits, duur) == klopt


@given(st.integers(1, 4), st.lists(st.integers(0, 255), max_size=6))
def test_minstens_counts_bits(aantal, rijen):
    klopt = sum(1 << bit for bit in range(8) if sum(rij >> bit & 1 for rij in rijen) >= aantal)
    assert minstens(aantal, rijen) == klopt


tijdvakken = st.lists(
    st.builds(
        op,
        st.integers(0, 4),
        st.integers(7, 17),
        st.sampled_from([0, 5, 13, 30, 45]),
        st.sampled_from([40, 90, 180, 400]),
    ),
    max_size=4,
)
mensen = st.lists(
    st.builds(
        lambda rollen, vrij, bezet, agenda, anders: (rollen, vrij, bezet, agenda, anders),
        st.sets(st.sampled_from([AGENT, OFFICIER, ROLMODEL]), min_size=1),
        tijdvakken,
        tijdvakken,
        tijdvakken,
        st.fixed_dictionaries(
            {},
            optional={
                "rust": st.just(timedelta(minutes=20)),
                "vervoermiddel": st.sampled_from(list(Vervoermiddel)),
                "max_per_week": st.just(1),
                "dagen_vooraf": st.integers(0, 3),
                "is_actief": st.booleans(),
                "heeft_oude_agenda": st.booleans(),
                "pauze": st.just(Pauze(VANDAAG + timedelta(days=30), VANDAAG + timedelta(days=40))),
                "niveau_ids": st.sampled_from([frozenset({NIVEAU}), frozenset({NIVEAU, ANDER})]),
                "les_ids": st.sampled_from([frozenset({7}), frozenset({8})]),
            },
        ),
    ),
    min_size=3,
    max_size=7,
)
vragen = st.tuples(
    st.sampled_from([(NIVEAU,), (NIVEAU, ANDER)]),
    st.lists(
        st.builds(
            Onderdeelvraag,
            st.sampled_from([45, 50, 100]),
            st.dictionaries(
                st.sampled_from([AGENT, OFFICIER, ROLMODEL]), st.integers(1, 2), min_size=1
            ),
        ),
        min_size=1,
        max_size=2,
    ),
).map(lambda deel: replace(LES, niveau_ids=deel[0], onderdelen=tuple(deel[1])))


def maak(rijen) -> list[Persoon]:
    return [
        persoon(
            nummer,
            *rollen,
            vrij=voeg_samen(vrij),
            bezet=tuple(bezet),
            eigen_agenda=(*agenda, *bezet[:1]),
            **anders,
        )
        for nummer, (rollen, vrij, bezet, agenda, anders) in enumerate(rijen, 1)
    ]


@settings(max_examples=40)
@given(mensen, vragen)
def test_the_words_are_those_of_working_it_out_the_long_way(rijen, vraag):
    personen = maak(rijen)
    lessen = {p.id: [les.begin for les in p.bezet] for p in personen}
    kans = reken(personen, vraag, lessen)
    lang = Narekenaar(personen, lessen, VANDAAG)
    nodig = {rol for onderdeel in vraag.onderdelen for rol in onderdeel.rollen}
    assert kans.op_aanvraag == lang.list_weg(vraag) & nodig
    assert (dict(kans.weken[0].kansen) if kans.weken else {}) == lang.kansen(vraag, WEEK)


@settings(max_examples=60)
@given(mensen, vragen, tijdvakken, tijdvakken)
def test_the_diary_of_somebody_in_a_small_role_changes_nothing(rijen, vraag, vrij, bezet):
    """Officieren are few: one or two of them beside everybody else, with any diary or none."""
    personen = [p for p in maak(rijen) if OFFICIER not in p.rol_ids]
    weinig = [persoon(90, OFFICIER), persoon(91, OFFICIER, AGENT)]
    voor = reken([*personen, *weinig], vraag)
    anders = [
        replace(p, vrij=voeg_samen(vrij), bezet=tuple(bezet), heeft_oude_agenda=bool(bezet))
        for p in weinig
    ]
    na = reken([*personen, *anders], vraag, {90: [t.begin for t in bezet]})
    assert na == voor


def test_the_clock_change_moves_no_lesson():
    zondag = date(2027, 3, 28)
    voor, na = (
        datetime.combine(zondag + timedelta(days=dag), time(9), ZONE).astimezone(UTC)
        for dag in (-2, 1)
    )
    assert (voor.hour, na.hour) == (8, 7)
    vrij = tuple(Tijdvak(op_, op_ + timedelta(hours=1)) for op_ in (voor, na))
    minuten = Lesminuten([persoon(1, vrij=vrij)], lessen={}, vandaag=VANDAAG)
    for dag in (zondag - timedelta(days=2), zondag + timedelta(days=1)):
        assert minuten.get_begins(minuten.personen[0], dag, 60) == 1 << 60
