"""Finding a draft by its link, and what is known of its school and its writer."""

from django.contrib.auth.models import AnonymousUser

from boekingen.selectors.aanvragen import (
    find_aanvraag,
    get_eigen_gegevens,
    get_schoolkeuze,
)
from boekingen.services.concepten import start_concept
from tests.boekingen.wereld import op
from tests.factories.lesaanbod import GebruikerFactory


def test_find_aanvraag_needs_lesson_and_secret(wereld):
    les, ander = wereld.les({"wijkagent": 1}), wereld.les({"wijkagent": 1})
    concept, sleutel = start_concept(les_id=les.pk, nu=wereld.nu)
    assert find_aanvraag(les_id=les.pk, sleutel=sleutel) == concept
    assert find_aanvraag(les_id=ander.pk, sleutel=sleutel) is None
    assert find_aanvraag(les_id=les.pk, sleutel=concept.sleutel_hash) is None
    assert find_aanvraag(les_id=les.pk, sleutel="") is None


def test_schoolkeuze_of_the_register_and_by_hand(wereld):
    keuze = get_schoolkeuze({"school": {"id": wereld.school.pk}})
    assert (keuze.naam, keuze.regio, keuze.is_bekend) == (wereld.school.naam, "Midden", True)
    zelf = {"naam": "De Vlieger", "straat": "Dorpsweg", "huisnummer": "1", "postcode": "3561 AB"}
    keuze = get_schoolkeuze({"school": {**zelf, "plaats": "Utrecht", "vakantieregio": "Zuid"}})
    assert (keuze.adres, keuze.regio, keuze.is_bekend) == (
        "Dorpsweg 1, 3561 AB Utrecht",
        "Zuid",
        False,
    )


def test_schoolkeuze_is_none_without_a_school_or_when_it_left(wereld):
    assert get_schoolkeuze({}) is None
    wereld.school.verdwenen_op = op(1, 1).date()
    wereld.school.save()
    assert get_schoolkeuze({"school": {"id": wereld.school.pk}}) is None


def test_eigen_gegevens_of_nobody_a_person_and_a_contact(wereld):
    assert get_eigen_gegevens(AnonymousUser()) == {}
    iemand = GebruikerFactory(naam="Ria")
    assert get_eigen_gegevens(iemand) == {"naam": "Ria", "email": iemand.email}
    assert get_eigen_gegevens(wereld.contact.gebruiker) == {
        "naam": wereld.contact.naam,
        "functie": "",
        "telefoon": "0612345678",
        "email": wereld.contact.gebruiker.email,
    }
