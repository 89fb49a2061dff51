"""Every step of ``boekingen.emails.tabel``, walked by the services.

A step is a function under ``@stap``: it brings about the state before, and returns the act itself,
still to be done, and the people it concerns.
"""

from collections.abc import Callable
from types import SimpleNamespace

from boekingen.domain.status import ContactStatus
from boekingen.emails.tabel import Wie
from boekingen.models import Boeking, Inzet, Tegenvoorstel
from boekingen.services import (
    afsluiting,
    boekingen,
    contactpersonen,
    deelname,
    inzetten,
    tegenvoorstellen,
)
from boekingen.services.aanvragen import dien_concept_in
from boekingen.services.herinneringen import herinner
from boekingen.services.rondes import start_ronde
from boekingen.services.rondestappen import zet_stap
from boekingen.services.wachtlijst import zet_op_wachtlijst
from hoofdrolspelers.domain.deelname import Pauze
from hoofdrolspelers.models import Hoofdrolspeler
from tests.boekingen.wereld import Wereld, op
from tests.factories.hoofdrolspelers import WeekRitmeFactory
from tests.factories.lesaanbod import GebruikerFactory

Daad = Callable[[], object]
Mensen = dict[Wie, Inzet | list[Inzet]]
STAPPEN: dict[str, Callable[[Wereld], tuple[Daad, Mensen]]] = {}


def stap(maak):
    STAPPEN[maak.__name__] = maak
    return maak


def doe(functie, wereld, **anders) -> Daad:
    """Return the call of a service, to be made later."""
    velden = {"nu": wereld.nu, "door": None} | anders
    return lambda: functie(**{naam: waarde for naam, waarde in velden.items() if waarde != "-"})


def vraag_twee(wereld) -> tuple[Boeking, Inzet, Inzet]:
    """Return a booking of one place, and two people asked for it."""
    boeking = wereld.boeking()
    mensen = wereld.persoon("wijkagent"), wereld.persoon("wijkagent")
    return boeking, *wereld.vraag(boeking, *mensen)


def half_vol(wereld) -> tuple[Boeking, Inzet, Inzet, Inzet]:
    """Return a booking of two places, one yes, and two people asked for the other place."""
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    mensen = [wereld.persoon(rol) for rol in ("wijkagent", "rolmodel", "rolmodel")]
    eerste, *anderen = wereld.vraag(boeking, *mensen)
    wereld.ja(eerste)
    return boeking, eerste, *anderen


def alleen_dinsdag(wereld) -> Hoofdrolspeler:
    """Return a wijkagent who can only come on Tuesdays."""
    persoon = wereld.persoon("wijkagent", ritme=False)
    WeekRitmeFactory(hoofdrolspeler=persoon, weekdag=2)
    return persoon


@stap
def ingediend(wereld):
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    gebruiker = wereld.contact.gebruiker
    return (
        doe(dien_concept_in, wereld, aanvraag_id=concept.pk, gebruiker=gebruiker, door="-"),
        {},
    )


@stap
def toegelaten(wereld):
    type(wereld.contact).objects.update(status=ContactStatus.AANGEMELD.value)
    return (
        doe(
            contactpersonen.laat_toe,
            wereld,
            contactpersoon_id=wereld.contact.pk,
            waarom="Teruggebeld.",
        ),
        {},
    )


@stap
def geweigerd(wereld):
    _, inzet = wereld.bevestigd()
    contact = wereld.contact
    return (
        doe(contactpersonen.weiger, wereld, contactpersoon_id=contact.pk, waarom="Onbekend."),
        {Wie.IEDEREEN: inzet},
    )


@stap
def wachtlijst(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    return doe(zet_op_wachtlijst, wereld, aanvraag_id=aanvraag.pk, reden="Niemand."), {}


@stap
def voorgesteld(wereld):
    boeking = wereld.aanvraag(wereld.les({"wijkagent": 1})).boekingen.get()
    return lambda: wereld.stel_voor(boeking, op(2, 2)), {}


@stap
def gevraagd(wereld):
    boeking, persoon = wereld.boeking(), wereld.persoon("wijkagent")
    return lambda: wereld.vraag(boeking, persoon), {Wie.ZELF: persoon}


@stap
def herinnerd(wereld):
    (zelf,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    return doe(herinner, wereld, inzet_id=zelf.pk, nu=zelf.herinner_op, door="-"), {Wie.ZELF: zelf}


@stap
def uitgeput(wereld):
    boeking = wereld.boeking()
    (ronde,) = [
        start_ronde(plek_id=plek.pk, nu=wereld.nu, door=None) for plek in boeking.plekken.all()
    ]
    return doe(zet_stap, wereld, ronde_id=ronde.pk, door="-"), {}


@stap
def ja_nog_open(wereld):
    boeking = wereld.boeking({"wijkagent": 1, "rolmodel": 1})
    een, twee = wereld.persoon("rolmodel"), wereld.persoon("rolmodel")
    _, zelf, ander = wereld.vraag(boeking, wereld.persoon("wijkagent"), een, twee)
    return lambda: wereld.ja(zelf), {Wie.ZELF: zelf, Wie.GEVRAAGD: ander}


@stap
def ja_laatste_plek(wereld):
    _, eerste, zelf, ander = half_vol(wereld)
    return lambda: wereld.ja(zelf), {Wie.ZELF: zelf, Wie.KOMT: eerste, Wie.GEVRAAGD: ander}


@stap
def verzet_voor_bevestigd(wereld):
    boeking = wereld.boeking()
    vrij, niet_vrij = wereld.vraag(boeking, wereld.persoon("wijkagent"), alleen_dinsdag(wereld))
    mensen = {Wie.VRIJ: vrij, Wie.NIET_VRIJ: niet_vrij}
    return lambda: wereld.verzet(boeking, op(2, 4)), mensen


@stap
def verzet(wereld):
    boeking = wereld.boeking({"rolmodel": 1, "wijkagent": 1})
    rollen = dict(boeking.plekken.values_list("rol__naam", "pk"))
    mensen = {"rolmodel": wereld.persoon("rolmodel"), "wijkagent": alleen_dinsdag(wereld)}
    vrij, niet_vrij = (
        inzetten.nodig_uit(
            plek_id=rollen[rol], hoofdrolspeler_id=persoon.pk, nu=wereld.nu, door=None
        )
        for rol, persoon in mensen.items()
    )
    wereld.ja(vrij)
    wereld.ja(niet_vrij)
    return lambda: wereld.verzet(boeking, op(2, 4)), {Wie.VRIJ: vrij, Wie.NIET_VRIJ: niet_vrij}


@stap
def verzet_zelfde_moment(wereld):
    boeking, _ = wereld.bevestigd()
    return lambda: wereld.verzet(boeking, op(2, 2)), {}


@stap
def moment_opgegeven_voor_bevestigd(wereld):
    boeking, *mensen = half_vol(wereld)
    daad = doe(boekingen.geef_moment_op, wereld, boeking_id=boeking.pk, reden="Sportdag.")
    return daad, {Wie.IEDEREEN: mensen}


@stap
def moment_opgegeven(wereld):
    boeking, inzet = wereld.bevestigd()
    daad = doe(boekingen.geef_moment_op, wereld, boeking_id=boeking.pk, reden="Sportdag.")
    return daad, {Wie.IEDEREEN: inzet}


@stap
def geannuleerd_voor_bevestigd(wereld):
    boeking, *mensen = half_vol(wereld)
    daad = doe(boekingen.annuleer_boeking, wereld, boeking_id=boeking.pk, reden="Ziek.")
    return daad, {Wie.IEDEREEN: mensen}


@stap
def geannuleerd(wereld):
    boeking, inzet = wereld.bevestigd()
    daad = doe(boekingen.annuleer_boeking, wereld, boeking_id=boeking.pk, reden="Ziek.")
    return daad, {Wie.IEDEREEN: inzet}


@stap
def aanvraag_ingetrokken_voor_bevestigd(wereld):
    boeking, *mensen = half_vol(wereld)
    daad = doe(
        afsluiting.trek_aanvraag_in, wereld, aanvraag_id=boeking.aanvraag_id, reden="Toch niet."
    )
    return daad, {Wie.IEDEREEN: mensen}


@stap
def aanvraag_ingetrokken(wereld):
    boeking, inzet = wereld.bevestigd()
    daad = doe(afsluiting.trek_aanvraag_in, wereld, aanvraag_id=boeking.aanvraag_id, reden="")
    return daad, {Wie.IEDEREEN: inzet}


@stap
def aanvraag_afgewezen(wereld):
    boeking, *mensen = half_vol(wereld)
    daad = doe(
        afsluiting.wijs_aanvraag_af, wereld, aanvraag_id=boeking.aanvraag_id, reden="Te druk."
    )
    return daad, {Wie.IEDEREEN: mensen}


@stap
def gegeven(wereld):
    boeking, _ = wereld.bevestigd()
    return lambda: boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 3)), {}


@stap
def niet_doorgegaan(wereld):
    boeking, _ = wereld.bevestigd()
    boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 3))
    daad = doe(boekingen.meld_niet_doorgegaan, wereld, boeking_id=boeking.pk, reden="Staking.")
    return daad, {}


@stap
def toch_gegeven(wereld):
    boeking, _ = wereld.bevestigd()
    boekingen.rond_les_af(boeking_id=boeking.pk, nu=op(2, 3))
    doe(boekingen.meld_niet_doorgegaan, wereld, boeking_id=boeking.pk, reden="Staking.")()
    daad = doe(boekingen.meld_toch_gegeven, wereld, boeking_id=boeking.pk, reden="Toch wel.")
    return daad, {}


def met_voorstel(wereld, inzet) -> Tegenvoorstel:
    """Return another moment that the person of ``inzet`` named: a week later."""
    return tegenvoorstellen.stel_ander_moment_voor(
        inzet_id=inzet.pk, momenten=[op(2, 9)], toelichting="", nu=wereld.nu, door=None
    )


@stap
def ander_moment(wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    return lambda: met_voorstel(wereld, inzet), {Wie.ZELF: inzet}


@stap
def ander_moment_overgenomen(wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    voorstel = met_voorstel(wereld, inzet)
    daad = doe(
        tegenvoorstellen.neem_voorstel_aan,
        wereld,
        voorstel_id=voorstel.pk,
        begin=op(2, 9),
        reden="",
    )
    return daad, {Wie.ZELF: inzet}


@stap
def ander_moment_afgewezen(wereld):
    (inzet,) = wereld.vraag(wereld.boeking(), wereld.persoon("wijkagent"))
    voorstel = met_voorstel(wereld, inzet)
    daad = doe(
        tegenvoorstellen.wijs_voorstel_af,
        wereld,
        voorstel_id=voorstel.pk,
        antwoord="Dan is de klas op kamp.",
    )
    return daad, {Wie.ZELF: inzet}


@stap
def ander_moment_niet_nodig(wereld):
    _, een, ander = vraag_twee(wereld)
    met_voorstel(wereld, een)
    return lambda: wereld.ja(ander), {Wie.ZELF: ander, Wie.NOEMDE: een}


@stap
def meedoen(wereld):
    gebruiker = GebruikerFactory()
    daad = doe(
        deelname.nodig_mens_uit,
        wereld,
        email=gebruiker.email,
        rol_slugs=[wereld.rol("wijkagent").slug],
        niveau_slugs=[wereld.niveau.slug],
        wijkcodes=[],
    )
    return daad, {Wie.ZELF: SimpleNamespace(gebruiker=gebruiker)}


@stap
def pauze(wereld):
    _, inzet = wereld.bevestigd()
    dag = Pauze(inzet.begin.date(), inzet.begin.date())
    daad = doe(deelname.pauzeer_mens, wereld, hoofdrolspeler_id=inzet.hoofdrolspeler_id, pauze=dag)
    return daad, {Wie.ZELF: inzet}


@stap
def vertrek(wereld):
    _, inzet = wereld.bevestigd()
    daad = doe(deelname.laat_mens_vertrekken, wereld, hoofdrolspeler_id=inzet.hoofdrolspeler_id)
    return daad, {Wie.ZELF: inzet}
