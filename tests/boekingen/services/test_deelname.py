"""Joining, pausing and leaving, with what it means for lessons."""

from datetime import date, timedelta

from django.forms.models import model_to_dict

import pytest

from boekingen.domain import weigeringen
from boekingen.domain.feed import Feeddetail
from boekingen.models import Agendafeed, Antwoordadres
from boekingen.services import inzet_einde
from boekingen.services.agendafeeds import vernieuw_feed
from boekingen.services.deelname import (
    hervat_mens,
    laat_mens_vertrekken,
    nodig_mens_uit,
    pauzeer_mens,
)
from boekingen.services.rondestappen import zet_rondes
from hoofdrolspelers.domain.deelname import Pauze
from hoofdrolspelers.domain.tijdvak import Tijdvak
from hoofdrolspelers.domain.zichtbaarheid import Afscherming, Zichtbaarheid
from hoofdrolspelers.models import Hoofdrolspeler
from hoofdrolspelers.selectors import get_hoofdrolspeler_voor, list_profielen
from hoofdrolspelers.selectors.dagen import Dagvraag, list_mogelijke_ids
from hoofdrolspelers.services.dagen import werk_dagen_bij
from hoofdrolspelers.services.deelname import vul_profiel_in, werk_pauzes_bij
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.invarianten import list_schendingen
from tests.boekingen.wereld import brieven, op, status
from tests.factories.hoofdrolspelers import (
    ExterneAgendaFactory,
    UitzonderingFactory,
    WeekRitmeFactory,
)
from tests.factories.lesaanbod import RolFactory

FEBRUARI = Pauze(date(2027, 2, 1), date(2027, 2, 5))


def nodig(wereld, **anders) -> Hoofdrolspeler:
    velden = {
        "email": "Nieuw@voorbeeld.example",
        "rol_slugs": [wereld.rol("wijkagent").slug],
        "niveau_slugs": [wereld.niveau.slug],
        "wijkcodes": [],
    }
    return nodig_mens_uit(**velden | anders, nu=wereld.nu, door=None)


def pauzeer(wereld, persoon, pauze=FEBRUARI) -> int:
    return pauzeer_mens(hoofdrolspeler_id=persoon.pk, pauze=pauze, nu=wereld.nu, door=None)


def vertrek(wereld, persoon) -> int:
    return laat_mens_vertrekken(hoofdrolspeler_id=persoon.pk, nu=wereld.nu, door=None)


def vul_in(wereld, persoon, vooraf="voornaam", na="naam") -> Hoofdrolspeler:
    return vul_profiel_in(
        hoofdrolspeler_id=persoon.pk,
        naam="Ruben Aerts",
        voornaam="Ruben",
        organisatie="Parket",
        telefoon="0612345678",
        max_per_maand=3,
        afscherming=Afscherming(Zichtbaarheid(vooraf), Zichtbaarheid(na)),
        nu=wereld.nu,
        door=persoon.gebruiker,
    )


@pytest.mark.parametrize(
    ("laatste", "dagen"),
    [
        (5, "u van maandag 1 februari 2027 tot en met vrijdag 5 februari 2027 geen lessen"),
        (1, "u op maandag 1 februari 2027 geen lessen"),
    ],
)
def test_letter_of_a_pause_names_its_days(wereld, laatste, dagen):
    persoon = wereld.persoon("wijkagent")
    pauzeer(wereld, persoon, Pauze(date(2027, 2, 1), date(2027, 2, laatste)))
    assert dagen in Bericht.objects.get(brief="deelname_gepauzeerd").tekst


def test_invited_person_takes_part_after_telling_who_it_is(wereld):
    persoon = nodig(wereld)
    boeking = wereld.boeking()
    assert (persoon.deelname, persoon.gebruiker.email) == ("uitgenodigd", "nieuw@voorbeeld.example")
    with pytest.raises(weigeringen.NietInzetbaar):
        wereld.vraag(boeking, persoon)
    vul_in(wereld, persoon)
    persoon.refresh_from_db()
    assert (persoon.deelname, persoon.gebruiker.naam) == ("actief", "Ruben Aerts")
    week = [(rij.weekdag, f"{rij.begin:%H.%M}") for rij in persoon.weekritmes.all()]
    assert week == [(weekdag, "08.30") for weekdag in range(1, 6)]
    assert wereld.vraag(boeking, persoon)[0].status == "uitgenodigd"


def test_nobody_is_invited_twice(wereld):
    nodig(wereld)
    with pytest.raises(weigeringen.MensBestaatAl):
        nodig(wereld)
    assert [brief for brief, *_ in brieven()] == ["deelname_uitgenodigd"]


def test_officier_is_not_named_before_the_lesson_stands(wereld):
    RolFactory(naam="officier van justitie", slug="officier-van-justitie")
    persoon = nodig(wereld, rol_slugs=["officier-van-justitie"])
    assert (persoon.zichtbaarheid_vooraf, persoon.zichtbaarheid) == ("rol", "rol")
    vul_in(wereld, persoon)
    persoon.refresh_from_db()
    assert (persoon.zichtbaarheid_vooraf, persoon.zichtbaarheid) == ("rol", "naam")


def test_pause_reopens_the_lessons_on_its_days_only(wereld):
    boeking, inzet = wereld.bevestigd()
    persoon = inzet.hoofdrolspeler
    (later,) = wereld.vraag(wereld.boeking(begin=op(2, 9)), persoon)
    assert pauzeer(wereld, persoon) == 1
    assert [status(rij) for rij in (inzet, later, boeking)] == [
        "ingetrokken",
        "uitgenodigd",
        "voorgesteld",
    ]
    assert ("les_onzeker", wereld.contact.gebruiker.email, "REQUEST") in brieven()
    assert ("inzet_ingetrokken", persoon.gebruiker.email, "CANCEL") in brieven()
    assert list_schendingen() == []


def test_pause_refuses_its_days_and_no_others_without_any_worker(wereld):
    persoon = wereld.persoon("wijkagent")
    boeking = wereld.boeking()
    pauzeer(wereld, persoon)
    with pytest.raises(weigeringen.NietInzetbaar):
        wereld.vraag(boeking, persoon)
    assert wereld.vraag(wereld.boeking(begin=op(2, 9)), persoon)


def test_late_yes_in_a_pause_is_refused(wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    pauzeer(wereld, inzet.hoofdrolspeler)
    with pytest.raises(weigeringen.NietInzetbaar):
        wereld.ja(inzet)


def test_pause_begins_and_ends_by_itself(wereld):
    persoon = wereld.persoon("wijkagent")
    pauzeer(wereld, persoon)
    standen = []
    for dag in (op(1, 31), op(2, 1), op(2, 5), op(2, 6)):
        werk_pauzes_bij(nu=dag)
        standen.append(Hoofdrolspeler.objects.get().deelname)
    assert standen == ["actief", "gepauzeerd", "gepauzeerd", "actief"]
    assert Hoofdrolspeler.objects.get().pauze is None
    assert werk_pauzes_bij(nu=op(2, 7)) == 0


def test_pause_that_is_over_or_of_nobody_is_refused(wereld):
    persoon = wereld.persoon("wijkagent")
    with pytest.raises(weigeringen.PauzeNietMogelijk):
        pauzeer(wereld, persoon, Pauze(date(2026, 1, 1), date(2027, 1, 10)))
    with pytest.raises(weigeringen.StapNietMogelijk):
        pauzeer(wereld, nodig(wereld))


def test_hervat_mens_ends_a_pause_early(wereld):
    persoon = wereld.persoon("wijkagent")
    pauzeer(wereld, persoon, Pauze(date(2027, 1, 11), date(2027, 3, 1)))
    assert Hoofdrolspeler.objects.get().deelname == "gepauzeerd"
    hervat_mens(hoofdrolspeler_id=persoon.pk, nu=wereld.nu, door=None)
    persoon.refresh_from_db()
    assert (persoon.deelname, persoon.pauze) == ("actief", None)


def test_leaving_takes_out_of_every_list_and_lesson_and_keeps_what_was_given(wereld):
    boeking, gegeven = wereld.bevestigd(begin=op(1, 19))
    persoon = gegeven.hoofdrolspeler
    (komend,) = wereld.vraag(wereld.boeking(begin=op(2, 9)), persoon)
    wereld.ja(komend)
    Hoofdrolspeler.objects.update(vog_notitie="gezien", telefoon="0612345678")
    vernieuw_feed(hoofdrolspeler_id=persoon.pk, detail=Feeddetail.TIJD, nu=wereld.nu)
    wereld.nu = op(1, 20)
    assert vertrek(wereld, persoon) == 1
    persoon.refresh_from_db()
    assert (persoon.deelname, persoon.telefoon, persoon.vog_notitie) == ("vertrokken", "", "")
    assert (list_profielen(), get_hoofdrolspeler_voor(persoon.gebruiker)) == ([], None)
    assert not persoon.weekritmes.exists()
    assert not Agendafeed.objects.exists()
    assert (status(gegeven), status(komend)) == ("toegezegd", "ingetrokken")
    assert status(komend.plek.boeking) == "voorgesteld"
    assert boeking.plekken.get().inzetten.count() == 1
    assert list_schendingen() == []


@pytest.mark.parametrize("gaat", [pauzeer, vertrek])
def test_who_goes_after_a_yes_is_replaced_as_the_school_is_told(wereld, gaat):
    boeking, inzet = wereld.bevestigd(begin=op(2, 2))
    ander = wereld.persoon("wijkagent")
    gaat(wereld, inzet.hoofdrolspeler)
    assert "les_onzeker" in [brief for brief, *_ in brieven()]
    zet_rondes(wereld.nu)
    (gevraagd,) = boeking.plekken.get().inzetten.filter(status="uitgenodigd")
    assert gevraagd.hoofdrolspeler == ander


def test_leaving_erases_where_somebody_is_and_from_where_answers_come(wereld):
    persoon = wereld.persoon(
        "wijkagent",
        wijken=[wereld.wijk],
        vertrekwijk=wereld.wijk,
        max_per_maand=1,
        max_per_dag=1,
        rust_minuten=60,
        vervoermiddel="auto",
        in_vakanties=True,
        klopt_nog_op=wereld.nu,
    )
    UitzonderingFactory(hoofdrolspeler=persoon)
    ExterneAgendaFactory(hoofdrolspeler=persoon)
    werk_dagen_bij(nu=wereld.nu)
    for gebruiker in (persoon.gebruiker, wereld.persoon("wijkagent").gebruiker):
        Antwoordadres.objects.create(
            gebruiker=gebruiker, adres="thuis@voorbeeld.example", bevestigd_op=wereld.nu
        )
    vertrek(wereld, persoon)
    persoon.refresh_from_db()
    nieuw = model_to_dict(Hoofdrolspeler())
    blijft = {veld for veld, waarde in model_to_dict(persoon).items() if waarde != nieuw[veld]}
    wie = {"id", "gebruiker", "voornaam", "organisatie", "rollen", "niveaus"}
    assert blijft == {*wie, "deelname"}
    assert (persoon.klopt_nog_op, persoon.dagen_tm) == (None, None)
    rijen = ("weekritmes", "uitzonderingen", "vrije_dagen", "agendas", "wijken")
    assert [naam for naam in rijen if getattr(persoon, naam).exists()] == []
    assert Antwoordadres.objects.exclude(gebruiker=persoon.gebruiker).count() == 1
    assert not persoon.gebruiker.antwoordadressen.exists()


def test_leaving_tells_nobody_why(wereld):
    _, inzet = wereld.bevestigd()
    vertrek(wereld, inzet.hoofdrolspeler)
    onderwerpen = Gebeurtenis.objects.filter(onderwerp_soort="hoofdrolspeler")
    assert set(onderwerpen.values_list("waarom", flat=True)) == {""}
    with pytest.raises(weigeringen.StapNietMogelijk):
        vertrek(wereld, inzet.hoofdrolspeler)


def test_who_left_can_be_invited_again(wereld):
    persoon = nodig(wereld)
    vertrek(wereld, persoon)
    assert nodig(wereld).pk == persoon.pk
    persoon.refresh_from_db()
    assert persoon.deelname == "uitgenodigd"


def test_who_comes_back_is_asked_on_the_new_days_and_not_kept_to_the_old_ones(wereld):
    """Whoever had Mondays only, and March off, has the usual week of somebody new."""
    persoon = wereld.persoon("wijkagent", ritme=False)
    WeekRitmeFactory(hoofdrolspeler=persoon, weekdag=1)
    maart = {"begin": op(3, 1, 0), "eind": op(4, 1, 0)}
    UitzonderingFactory(hoofdrolspeler=persoon, **maart)
    werk_dagen_bij(nu=wereld.nu)
    vertrek(wereld, persoon)
    nodig(wereld, email=persoon.gebruiker.email)
    vul_in(wereld, persoon)
    dinsdagen = (op(2, 2), op(3, 16))
    assert all(is_mogelijk(wereld, persoon, begin) for begin in dinsdagen)
    assert werk_dagen_bij(nu=wereld.nu) == 1
    assert all(is_mogelijk(wereld, persoon, begin) for begin in dinsdagen)


def is_mogelijk(wereld, persoon, begin) -> bool:
    """Return whether the sieve of the day masks lets somebody through."""
    moment = Tijdvak(begin, begin + timedelta(hours=1))
    vraag = Dagvraag(moment=moment, rol_id=wereld.rol("wijkagent").pk)
    return list_mogelijke_ids(vraag) == [persoon.pk]
