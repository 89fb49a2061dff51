"""A docent sees the own requests, in honest words, and nobody else's."""

import pytest

from boekingen.domain.status import BoekingStatus, ContactStatus
from boekingen.models import Contactpersoon
from boekingen.selectors.mijn import get_mijn_aanvraag, list_mijn_aanvragen
from boekingen.services import afsluiting, inzet_einde
from boekingen.services.rondes import start_ronde
from boekingen.services.rondestappen import zet_rondes
from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid
from tests.boekingen.wereld import op
from tests.factories.boekingen import ContactpersoonFactory


def zie(wereld, aanvraag):
    return get_mijn_aanvraag(wereld.contact.gebruiker, aanvraag_id=aanvraag.pk, nu=wereld.nu)


def regels(wereld, aanvraag):
    return [
        (blok.naam, regel.nummer, regel.status, regel.wanneer, regel.chip, regel.zin)
        for blok in zie(wereld, aanvraag).blokken
        for regel in blok.regels
    ]


def test_only_the_own_requests_are_there(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    collega = ContactpersoonFactory(school=wereld.school).gebruiker
    assert list_mijn_aanvragen(collega, nu=wereld.nu) == []
    assert get_mijn_aanvraag(collega, aanvraag_id=aanvraag.pk, nu=wereld.nu) is None
    assert [een.id for een in list_mijn_aanvragen(wereld.contact.gebruiker, nu=wereld.nu)] == [
        aanvraag.pk
    ]


def test_draft_is_not_there(wereld):
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    assert zie(wereld, concept) is None


def test_lesson_to_be_planned_shows_the_wishes(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 2, "rolmodel": 1}))
    assert regels(wereld, aanvraag) == [
        (
            "",
            1,
            "te_plannen",
            ("wens: dinsdag 2 februari 2027, 9.00 uur",),
            "wij zoeken twee wijkagent en een rolmodel",
            "U hoort uiterlijk maandag 25 januari of het lukt.",
        )
    ]


def test_classes_after_each_other_have_their_own_rows_and_times(wereld):
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1})
    aanvraag = wereld.aanvraag(les, klassen=["8A", "8B"])
    assert [
        (naam, nummer, wanneer) for naam, nummer, _, wanneer, *_ in regels(wereld, aanvraag)
    ] == [
        ("8A", 1, ("wens: dinsdag 2 februari 2027, 9.00 uur",)),
        ("8A", 2, ("wens: dinsdag 9 februari 2027, 9.00 uur",)),
        ("8B", 1, ("wens: dinsdag 2 februari 2027, 10.15 uur",)),
        ("8B", 2, ("wens: dinsdag 9 februari 2027, 10.15 uur",)),
    ]
    gezien = zie(wereld, aanvraag)
    assert (gezien.groepen, gezien.onder, gezien.open_lessen) == (
        "8A en 8B",
        "50 leerlingen · 2 lessen van 60 minuten",
        4,
    )


def test_classes_together_share_their_rows(wereld):
    les = wereld.les({"wijkagent": 1}, max_leerlingen=60)
    aanvraag = wereld.aanvraag(les, klassen=["8A", "8B"], samen=True)
    assert [naam for naam, *_ in regels(wereld, aanvraag)] == [""]


def test_contact_that_is_not_admitted_reads_that_we_call_first(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    Contactpersoon.objects.update(status=ContactStatus.AANGEMELD.value)
    gezien = zie(wereld, aanvraag)
    assert gezien.toelating == "aangemeld"
    assert gezien.blokken[0].regels[0].zin == "Dat doen wij zodra wij uw school hebben gebeld."


def test_proposal_never_says_who_was_asked_or_how_many(wereld):
    boeking = wereld.boeking()
    moment = ("dinsdag 2 februari 2027", "9.00 tot 10.00 uur")
    zoekt = ("", 1, "voorgesteld", moment, "", "Wij zoeken voor dit moment een wijkagent.")
    gevraagd = "Wij hebben een wijkagent gevraagd. U hoort het als de les doorgaat."
    assert regels(wereld, boeking.aanvraag) == [zoekt]
    mensen = [wereld.persoon("wijkagent", gebruiker__naam=f"Geheim {n}") for n in range(2)]
    inzet, _ = wereld.vraag(boeking, *mensen)
    assert regels(wereld, boeking.aanvraag) == [(*zoekt[:-1], gevraagd)]
    inzet_einde.wijs_af(inzet_id=inzet.pk, reden="", nu=wereld.nu, door=None)
    assert regels(wereld, boeking.aanvraag) == [(*zoekt[:-1], gevraagd)]
    assert "Geheim" not in str(zie(wereld, boeking.aanvraag))


@pytest.mark.parametrize(
    ("zichtbaarheid", "zin"),
    [
        (Zichtbaarheid.ROL, "Er komt een wijkagent."),
        (Zichtbaarheid.VOORNAAM, "Wie komt er? Sanne, wijkagent."),
        (Zichtbaarheid.NAAM, "Wie komt er? Sanne de Wit, wijkagent."),
    ],
)
def test_confirmed_lesson_shows_who_comes_as_far_as_that_person_allows(wereld, zichtbaarheid, zin):
    boeking = wereld.boeking()
    persoon = wereld.persoon(
        "wijkagent",
        voornaam="Sanne",
        gebruiker__naam="Sanne de Wit",
        zichtbaarheid=zichtbaarheid.value,
    )
    wereld.ja(wereld.vraag(boeking, persoon)[0])
    (regel,) = zie(wereld, boeking.aanvraag).blokken[0].regels
    assert (regel.status, regel.zin) == ("bevestigd", zin)


def test_withdrawn_request_says_so(wereld):
    aanvraag = wereld.aanvraag(wereld.les({"wijkagent": 1}))
    assert zie(wereld, aanvraag).mag_intrekken
    afsluiting.trek_aanvraag_in(aanvraag_id=aanvraag.pk, reden="", nu=wereld.nu, door=None)
    gezien = zie(wereld, aanvraag)
    assert (gezien.is_geeindigd, gezien.mag_intrekken, gezien.open_lessen) == (True, False, 0)
    assert regels(wereld, aanvraag) == [
        ("", 1, BoekingStatus.GEANNULEERD, (), "", "Deze les gaat niet door.")
    ]


def test_newest_request_comes_first(wereld):
    ids = [wereld.aanvraag(wereld.les({"wijkagent": 1})).pk for _ in range(3)]
    gezien = list_mijn_aanvragen(wereld.contact.gebruiker, nu=wereld.nu)
    assert [aanvraag.id for aanvraag in gezien] == ids[::-1]


def test_a_round_that_found_nobody_is_said_until_somebody_is_asked(wereld):
    boeking = wereld.boeking()
    start_ronde(plek_id=boeking.plekken.get().pk, nu=wereld.nu, door=None)
    zet_rondes(wereld.nu)
    (regel,) = regels(wereld, boeking.aanvraag)
    assert "De coördinator zoekt nu zelf verder." in regel[-1]
    wereld.vraag(boeking, wereld.persoon("wijkagent"))
    (regel,) = regels(wereld, boeking.aanvraag)
    assert regel[-1] == "Wij hebben een wijkagent gevraagd. U hoort het als de les doorgaat."
