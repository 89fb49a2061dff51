"""Refusals: a step that may not be taken, with a sentence that says why and what to do.

Every service of this app raises one of these and then has changed nothing. ``uitleg`` is Dutch,
for the person at the screen; it never names somebody the person may not know about.
"""


class Weigering(Exception):
    """A refused step. Subclasses carry the sentence for the screen."""

    uitleg = "Dit kan nu niet."

    def __init__(self, uitleg: str = "") -> None:
        super().__init__(uitleg or self.uitleg)
        self.uitleg = uitleg or self.uitleg


class StapNietMogelijk(Weigering):
    """The state does not allow the step; somebody else was probably first."""

    uitleg = "Dit kan niet meer. Er is intussen iets veranderd. Bekijk eerst de nieuwe stand."


class ContactNietToegelaten(Weigering):
    """The contact of the school is not admitted."""

    uitleg = "De contactpersoon is nog niet toegelaten. Bel eerst de school."


class SchoolNietGecontroleerd(Weigering):
    """A docent typed the school in, and nobody has looked at it yet."""

    uitleg = "Controleer eerst de gegevens van de school."


class MomentOngeldig(Weigering):
    """The moment is in a holiday, the past, or otherwise impossible."""

    uitleg = "Dit moment kan niet. Kies een ander moment."


class VolgordeOngeldig(Weigering):
    """The moment breaks the order of the series or the days between two lessons."""

    uitleg = "De volgorde van de lessen klopt dan niet. Kies een ander moment of geef een reden."


class PlekVergeven(Weigering):
    """Somebody else said yes first."""

    uitleg = "Iemand anders heeft al ja gezegd. U hoeft niets meer te doen."


class AlBezet(Weigering):
    """The person already gives a lesson then."""

    uitleg = "Op dit moment staat er al een andere les vast."


class ReistijdTeKort(Weigering):
    """There is too little time to travel between two lessons."""

    uitleg = "Er is te weinig reistijd tussen deze les en een andere les op die dag."


class AlGevraagd(Weigering):
    """The person was already asked for this lesson, or comes to it already."""

    uitleg = "Deze persoon is al gevraagd voor deze les."


class NietInzetbaar(Weigering):
    """The person does not have the role, or takes no lessons now."""

    uitleg = "Deze persoon kan deze rol nu niet vervullen."


class NietOpDezeSchool(Weigering):
    """The person does not come to this school; why is on the page of the person."""

    uitleg = "Deze persoon komt niet op deze school. Kies iemand anders."


class MomentVeranderd(Weigering):
    """The lesson was moved since this person was asked."""

    uitleg = "De les is intussen verzet. Deze uitnodiging geldt niet meer."


class LesVoorbij(Weigering):
    """The lesson has begun."""

    uitleg = "Deze les is al begonnen of voorbij."


class AanvraagOnvolledig(Weigering):
    """Something is missing in the request, or no longer right."""

    uitleg = "Uw aanvraag is nog niet volledig. Loop de stappen nog eens langs."


class RedenOntbreekt(Weigering):
    """The step needs a reason in words."""

    uitleg = "Vul een reden in. Wij sturen die mee of bewaren die bij de les."


class PlaatsOntbreekt(Weigering):
    """A lesson elsewhere needs to be somewhere."""

    uitleg = "Vul in waar de les is."


class SchoolOnvolledig(Weigering):
    """Something is missing in a school added by hand, or cannot be."""

    uitleg = "De gegevens van de school zijn nog niet volledig."


class SchoolBestaatAl(Weigering):
    """We have a school with this name and postcode; ``school_id`` says which."""

    def __init__(self, *, naam: str, school_id: int) -> None:
        super().__init__(f"Wij kennen deze school al: {naam}. Kies die school uit de lijst.")
        self.school_id = school_id


class GeenMoment(Weigering):
    """Somebody proposed another moment and named none."""

    uitleg = "Kies minstens één ander moment, met dag en tijd."


class TeVeelMomenten(Weigering):
    """More moments than a coördinator can weigh."""

    uitleg = "Noem hooguit drie andere momenten."


class MensBestaatAl(Weigering):
    """Somebody with this address takes part, or was invited already."""

    uitleg = "Deze persoon staat al in de lijst."


class PauzeNietMogelijk(Weigering):
    """The days of a pause are none, or over."""

    uitleg = "Kies een laatste dag die niet vóór de eerste ligt, en niet voorbij is."


class PlanningLoopt(Weigering):
    """Somebody asked the planner something already, and it is at work."""

    uitleg = "Er loopt al een planning. Wacht tot die klaar is, of stop die eerst."


class GeenVoorstel(Weigering):
    """There is no proposal to apply: none yet, or it was applied or replaced."""

    uitleg = "Dit voorstel is er niet meer. Bekijk eerst de nieuwe stand."
