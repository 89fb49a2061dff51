from boekingen.domain.status import (
    AanvraagStatus,
    BoekingStatus,
    ContactStatus,
    InzetStatus,
    PlanStatus,
    RondeStatus,
    VoorstelStatus,
)
from boekingen.emails.brieven import BRIEVEN
from boekingen.selectors.boekingbeeld import get_boeking_voor_planning
from boekingen.selectors.logboek import (
    list_logboek_boeking,
    list_ontvangers,
    list_verzonden,
)
from boekingen.selectors.woorden import BRIEFNAMEN, WAT_GEBEURDE
from boekingen.services import inzet_einde
from tests.inloggen import make_medewerker


def test_every_letter_and_every_state_has_a_word():
    assert set(BRIEFNAMEN) == set(BRIEVEN)
    standen = {("boeking", status) for status in BoekingStatus}
    standen |= {("boeking", wat) for wat in ("verzet", "plaats gewijzigd")}
    standen |= {("aanvraag", status) for status in AanvraagStatus if status != "concept"}
    standen |= {("inzet", status) for status in InzetStatus}
    standen |= {(soort, "antwoord per agenda") for soort in ("boeking", "inzet")}
    standen |= {("contactpersoon", status) for status in ContactStatus}
    standen |= {("ronde", status) for status in RondeStatus}
    voorstel = {"voorgesteld", *VoorstelStatus} - {VoorstelStatus.OPEN}
    standen |= {("seizoensplan", status) for status in PlanStatus}
    standen |= {("seizoensplan", wat) for wat in ("overgenomen", "stop_gevraagd")}
    standen |= {("belofte", "beloofd")}
    standen |= {("tegenvoorstel", status) for status in voorstel}
    assert {(soort, str(wat)) for soort, wat in standen} == set(WAT_GEBEURDE)


def test_list_logboek_boeking_tells_who_did_what_and_why(wereld):
    wie = make_medewerker("coördinator")
    boeking, inzet = wereld.bevestigd()
    naam = f"{inzet.hoofdrolspeler.gebruiker} (wijkagent)"
    inzet_einde.trek_inzet_in(inzet_id=inzet.pk, reden="Ruil.", nu=wereld.nu, door=wie)
    boeking = get_boeking_voor_planning(wie=wie, boeking_id=boeking.pk)
    regels = list_logboek_boeking(wie=wie, boeking=boeking)
    assert [(regel.over, regel.wat, regel.door) for regel in reversed(regels)] == [
        ("", "Aanvraag ingediend", str(wereld.contact.gebruiker)),
        ("", "Moment voorgesteld", ""),
        (naam, "gevraagd", ""),
        (naam, "zegt ja", ""),
        ("", "Les bevestigd", ""),
        ("", "Alle lessen staan vast", ""),
        (naam, "uitnodiging ingetrokken", str(wie)),
        ("", "Moment voorgesteld", str(wie)),
        ("", "Niet alle lessen staan meer vast", ""),
    ]
    assert regels[2].waarom == "Ruil."


def test_list_verzonden_holds_names_and_no_text(wereld):
    wie = make_medewerker("coördinator")
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, wereld.persoon("wijkagent"))
    (verzonden,) = list_verzonden(wie=wie, onderwerp=("boeking", boeking.pk))
    assert verzonden.naam == "Uitnodiging"
    assert verzonden.bericht.ontvanger == str(inzet.hoofdrolspeler.gebruiker)
    assert verzonden.bericht.is_onderweg
    assert not {"tekst", "html", "link_sleutel", "link_pad"} & set(
        verzonden.bericht.__dataclass_fields__
    )
    assert list_ontvangers(("boeking", boeking.pk), vanaf=wereld.nu) == [
        str(inzet.hoofdrolspeler.gebruiker)
    ]
