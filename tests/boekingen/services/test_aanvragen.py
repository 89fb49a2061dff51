"""Submitting: rows, bookings, contact, one log row and one letter, or nothing at all."""

import pytest

from boekingen.domain.status import AanvraagStatus, ContactStatus
from boekingen.domain.weigeringen import (
    AanvraagOnvolledig,
    ContactNietToegelaten,
    MomentOngeldig,
    SchoolOnvolledig,
    StapNietMogelijk,
    VolgordeOngeldig,
    Weigering,
)
from boekingen.models import Aanvraag, Boeking, Contactpersoon, Groep, School, Wens
from boekingen.services.aanvragen import bewaar_antwoorden, build_kenmerk, dien_concept_in
from lesaanbod.models import Bericht, Gebeurtenis
from tests.boekingen.wereld import op
from tests.factories.lesaanbod import GebruikerFactory

ZELF = {
    "naam": "De Vlieger",
    "straat": "Dorpsweg",
    "huisnummer": "1",
    "postcode": "3561 AB",
    "plaats": "Utrecht",
    "sector": "po",
    "vakantieregio": "Midden",
    "telefoon": "0301234567",
}


def dien_in(wereld, concept, gebruiker=None):
    return dien_concept_in(
        aanvraag_id=concept.pk, gebruiker=gebruiker or wereld.contact.gebruiker, nu=wereld.nu
    )


def test_submitting_makes_rows_and_empties_the_draft(wereld):
    les = wereld.les({"wijkagent": 1})
    aanvraag = dien_in(wereld, wereld.concept(les, [op(2, 2)], verhinderd=["2027-02-03"]))
    aanvraag.refresh_from_db()
    assert (aanvraag.status, aanvraag.antwoorden) == (AanvraagStatus.INGEDIEND, {})
    assert (aanvraag.les_titel, aanvraag.ingediend_op) == (les.title, wereld.nu)
    assert list(Groep.objects.values_list("naam", "leerlingen")) == [("8A", 25)]
    assert list(Wens.objects.values_list("volgorde", "begin")) == [(1, op(2, 2))]
    assert [f"{dag}" for dag in aanvraag.verhinderdata.all()] == ["03-02-2027"]
    assert list(Gebeurtenis.objects.values_list("onderwerp_soort", "wat")) == [
        ("aanvraag", "ingediend")
    ]
    assert list(Bericht.objects.values_list("brief", flat=True)) == ["aanvraag_ontvangen"]


def test_submitting_twice_changes_nothing(wereld):
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    kenmerk = dien_in(wereld, concept).kenmerk
    assert dien_in(wereld, concept).kenmerk == kenmerk
    assert (Boeking.objects.count(), Bericht.objects.count()) == (1, 1)


@pytest.mark.parametrize(("samen", "boekingen"), [(False, 4), (True, 2)])
def test_two_classes_after_each_other_or_together(wereld, samen, boekingen):
    les = wereld.les({"wijkagent": 1}, {"rolmodel": 1}, max_leerlingen=60)
    concept = wereld.concept(les, [op(2, 2), op(2, 9)], klassen=["8A", "8B"], samen=samen)
    aanvraag = dien_in(wereld, concept)
    assert aanvraag.boekingen.count() == boekingen
    assert aanvraag.klassen_samen is samen


def test_new_contact_still_has_to_be_admitted(wereld):
    nieuw = GebruikerFactory(email="nieuw@school.example")
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    contact = {"naam": "Noor", "telefoon": "0612345678", "email": "Nieuw@School.example"}
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="contact", antwoorden=contact)
    aanvraag = dien_in(wereld, concept, nieuw)
    assert aanvraag.contactpersoon.status == ContactStatus.AANGEMELD
    assert (aanvraag.contactpersoon.naam, aanvraag.contactpersoon.gebruiker) == ("Noor", nieuw)
    wat = Gebeurtenis.objects.order_by("pk").values_list("onderwerp_soort", "wat")
    assert list(wat) == [("contactpersoon", "aangemeld"), ("aanvraag", "ingediend")]


def test_known_contact_keeps_the_admission_and_gets_the_new_number(wereld):
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    contact = {"naam": "Noor", "telefoon": "0699999999", "email": wereld.contact.gebruiker.email}
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="contact", antwoorden=contact)
    dien_in(wereld, concept)
    wereld.contact.refresh_from_db()
    assert (wereld.contact.telefoon, wereld.contact.status) == (
        "0699999999",
        ContactStatus.TOEGELATEN,
    )


def test_school_by_hand_is_added_once_and_unchecked(wereld):
    for _ in range(2):
        concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
        bewaar_antwoorden(aanvraag_id=concept.pk, stap="school", antwoorden=ZELF)
        aanvraag = dien_in(wereld, concept)
    school = School.objects.get(naam="De Vlieger")
    assert aanvraag.contactpersoon.school == school
    assert not school.is_gecontroleerd


def weiger(wereld, concept, weigering, uitleg="", gebruiker=None):
    """Expect a refusal that leaves everything as it was."""
    scholen, contacten = School.objects.count(), Contactpersoon.objects.count()
    with pytest.raises(weigering) as geweigerd:
        dien_in(wereld, concept, gebruiker)
    assert isinstance(geweigerd.value, Weigering)
    assert geweigerd.value.uitleg.startswith(uitleg)
    concept.refresh_from_db()
    assert concept.status == AanvraagStatus.CONCEPT
    assert (Boeking.objects.count(), Bericht.objects.count()) == (0, 0)
    assert (School.objects.count(), Contactpersoon.objects.count()) == (scholen, contacten)


def test_somebody_else_cannot_submit(wereld):
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    weiger(
        wereld,
        concept,
        AanvraagOnvolledig,
        "Bevestig eerst uw e-mailadres.",
        gebruiker=GebruikerFactory(),
    )


def test_unpublished_lesson_is_refused(wereld):
    les = wereld.les({"wijkagent": 1})
    concept = wereld.concept(les, [op(2, 2)])
    les.unpublish()
    weiger(wereld, concept, StapNietMogelijk)


@pytest.mark.parametrize(
    ("begin", "weigering", "uitleg"),
    [
        (op(1, 12), MomentOngeldig, "Dit is te snel voor ons."),
        (op(4, 28), MomentOngeldig, "Kies een moment na 2 mei"),
        (op(2, 2, 6), MomentOngeldig, "Dit is te vroeg."),
    ],
)
def test_moment_that_cannot_be_is_refused(wereld, begin, weigering, uitleg):
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [begin])
    weiger(wereld, concept, weigering, uitleg)


def test_wrong_order_is_refused(wereld):
    les = wereld.les({"wijkagent": 1}, {"wijkagent": 1}, min_dagen_tussen=7)
    weiger(wereld, wereld.concept(les, [op(2, 9), op(2, 2)]), VolgordeOngeldig, "Kies een dag")


def test_too_many_pupils_are_refused_also_together(wereld):
    te_vol = wereld.les({"wijkagent": 1}, max_leerlingen=20)
    weiger(wereld, wereld.concept(te_vol, [op(2, 2)]), AanvraagOnvolledig, "In deze les passen")
    les = wereld.les({"wijkagent": 1}, max_leerlingen=40)
    samen = wereld.concept(les, [op(2, 2)], klassen=["8A", "8B"], samen=True)
    weiger(wereld, samen, AanvraagOnvolledig, "In deze les passen hooguit 40")


def test_class_of_another_level_is_refused(wereld):
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    groep = {"naam": "1B", "niveau": wereld.niveau.pk + 1, "leerlingen": 20}
    klassen = {"groepen": [groep], "samen": False}
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="klassen", antwoorden=klassen)
    weiger(wereld, concept, AanvraagOnvolledig, "Deze les past niet bij het niveau")


def test_lesson_without_a_moment_is_refused(wereld):
    les = wereld.les({"wijkagent": 1})
    concept = wereld.concept(les, [op(2, 2)])
    leeg = {"wensen": {str(les.onderdelen.get().sleutel): []}, "verhinderd": []}
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="momenten", antwoorden=leeg)
    weiger(wereld, concept, AanvraagOnvolledig, "Kies voor elke les een moment.")
    bewaar_antwoorden(
        aanvraag_id=concept.pk, stap="momenten", antwoorden={"wensen": {}, "verhinderd": []}
    )
    weiger(wereld, concept, AanvraagOnvolledig, "Kies voor elke les een moment.")


def test_school_that_left_or_is_incomplete_is_refused(wereld):
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    bewaar_antwoorden(
        aanvraag_id=concept.pk, stap="school", antwoorden=ZELF | {"sector": "onbekend"}
    )
    weiger(wereld, concept, SchoolOnvolledig)
    wereld.school.verdwenen_op = wereld.nu.date()
    wereld.school.save()
    bewaar_antwoorden(aanvraag_id=concept.pk, stap="school", antwoorden={"id": wereld.school.pk})
    weiger(wereld, concept, AanvraagOnvolledig, "Kies uw school opnieuw.")


def test_refused_contact_is_refused(wereld):
    wereld.contact.status = ContactStatus.GEWEIGERD.value
    wereld.contact.save()
    concept = wereld.concept(wereld.les({"wijkagent": 1}), [op(2, 2)])
    weiger(wereld, concept, ContactNietToegelaten, "U kunt voor deze school geen les aanvragen.")


def test_kenmerk_can_be_read_aloud(db):
    kenmerk = build_kenmerk("Snel geld, lange rekening")
    assert kenmerk.startswith("SG ")
    assert [len(deel) for deel in kenmerk.split()] == [2, 2, 2, 2]
    assert Aanvraag.objects.filter(kenmerk=kenmerk).count() == 0
