"""The cast and the things of the access matrix.

A row of the matrix names a thing in its address: ``/planning/boekingen/{boeking}/``. A new thing
is one line in one of the functions below. Things belong to ``docent`` or ``hoofdrolspeler``; the
«andere» look at them as strangers.
"""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from wagtail.models import Site

from boekingen.domain.feed import Feeddetail
from boekingen.models import Boeking, Contactpersoon, Inzet, Poststuk, Seizoensplan
from boekingen.services.aanvragen import start_concept
from boekingen.services.agendafeeds import vernieuw_feed
from boekingen.services.post import verwerk_antwoord
from boekingen.services.rondes import start_ronde
from boekingen.services.tegenvoorstellen import stel_ander_moment_voor
from hoofdrolspelers.models import Hoofdrolspeler
from lesaanbod.models import Bericht, Bevoegdheid, Gebruiker
from lesaanbod.services import links
from tests.boekingen.antwoordmail import Vraag, mail
from tests.boekingen.wereld import Wereld, op
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.factories.hoofdrolspelers import (
    ExterneAgendaFactory,
    HoofdrolspelerFactory,
    UitzonderingFactory,
    WeekRitmeFactory,
)
from tests.inloggen import make_medewerker

NU = datetime(2027, 1, 11, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
ROLLEN = (
    "anoniem",
    "docent",
    "andere_docent",
    "hoofdrolspeler",
    "andere_hoofdrolspeler",
    "schrijver",
    "redacteur",
    "coördinator",
    "beheerder",
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who tries the doors; ``anoniem`` is nobody."""

    gebruikers: dict[str, Gebruiker]

    def __getitem__(self, rol: str) -> Gebruiker:
        """Return the person in the role."""
        return self.gebruikers[rol]


def make_cast() -> Cast:
    """Store and return one person per role."""
    mensen = {
        "docent": ContactpersoonFactory().gebruiker,
        "andere_docent": ContactpersoonFactory().gebruiker,
        "hoofdrolspeler": HoofdrolspelerFactory().gebruiker,
        "andere_hoofdrolspeler": HoofdrolspelerFactory().gebruiker,
    }
    staf = {bevoegdheid.value: make_medewerker(bevoegdheid.value) for bevoegdheid in Bevoegdheid}
    return Cast({**mensen, **staf})


def make_site_dingen(cast: Cast) -> dict[str, object]:
    """Return people and what Wagtail starts with."""
    return {
        "docent_id": cast["docent"].pk,
        "medewerker_id": cast["schrijver"].pk,
        "site_id": Site.objects.get().pk,
    }


def make_boekingen_dingen(cast: Cast) -> dict[str, object]:
    """Return a draft, a request of ``docent`` and an invitation of ``hoofdrolspeler``."""
    contact = Contactpersoon.objects.get(gebruiker=cast["docent"])
    wereld = Wereld(nu=NU, contact=contact, school=contact.school)
    persoon = Hoofdrolspeler.objects.get(gebruiker=cast["hoofdrolspeler"])
    persoon.rollen.add(wereld.rol("wijkagent"))
    persoon.niveaus.add(wereld.niveau)
    WeekRitmeFactory(hoofdrolspeler=persoon, weekdag=2, begin=time(8), eind=time(17))
    boeking = wereld.boeking()
    (inzet,) = wereld.vraag(boeking, persoon)
    (ander,) = wereld.vraag(wereld.boeking(begin=op(2, 9)), persoon)
    voorstel = stel_ander_moment_voor(
        inzet_id=ander.pk, momenten=[op(2, 16)], toelichting="", nu=NU, door=None
    )
    return {"voorstel": voorstel.pk, **make_lesdingen(boeking, inzet)}


def make_lesdingen(boeking: Boeking, inzet: Inzet) -> dict[str, object]:
    """Return what hangs on a lesson for which somebody was asked: draft, round, links, mails."""
    _, sleutel = start_concept(les_id=boeking.les_id, nu=NU)
    persoon, contact = inzet.hoofdrolspeler, boeking.aanvraag.contact
    return {
        "les": f"{boeking.les_id}-{boeking.les.slug}",
        "concept": sleutel,
        "aanvraag": boeking.aanvraag_id,
        "boeking": boeking.pk,
        "plek": inzet.plek_id,
        "inzet": inzet.pk,
        "ronde": start_ronde(plek_id=inzet.plek_id, nu=NU, door=None).pk,
        "gevraagde_les": boeking.les_id,
        "token": links.sign(doel="uitnodiging", sleutel=inzet.sleutel),
        "feed": vernieuw_feed(hoofdrolspeler_id=persoon.pk, detail=Feeddetail.TIJD, nu=NU),
        "mens": persoon.pk,
        **make_plan_dingen(boeking.pk, persoon.pk),
        "bericht": Bericht.objects.earliest("pk").pk,
        "uitzondering": UitzonderingFactory(hoofdrolspeler=persoon).pk,
        **make_post_dingen(inzet),
        "contactpersoon": contact.pk,
        "school": SchoolFactory(vestigingscode=None, bron="hand", is_gecontroleerd=False).pk,
        "register": contact.school_id,
    }


def make_post_dingen(inzet: Inzet) -> dict[str, object]:
    """Return a mail of a person, and an answer from a diary that waits to be confirmed."""
    brief = b"From: Iemand <iemand@elders.example>\r\nSubject: Vraag\r\n\r\nKan het later?\r\n"
    verwerk_antwoord(inhoud=brief, nu=NU)
    uitnodiging = inzet.uitnodigingen.get()
    vraag = Vraag(uid=uitnodiging.uid, adres=uitnodiging.adres, dtstamp=NU, uitslag="")
    verwerk_antwoord(inhoud=mail(vraag), nu=NU)
    stuk = Poststuk.objects.get(voor_bureau=True)
    sleutel = Poststuk.objects.exclude(sleutel=None).get().sleutel
    return {
        "poststuk": stuk.pk,
        "antwoordtoken": links.sign(doel="antwoord", sleutel=sleutel or ""),
        "uitnodiging": uitnodiging.pk,
    }


def make_plan_dingen(boeking_id: int, hoofdrolspeler_id: int) -> dict[str, object]:
    """Return a proposal of the season planner, for a lesson that has a moment already."""
    toewijzing = {
        "lesson": str(boeking_id),
        "date": "2027-02-03",
        "start": "09:00",
        "speakers": [str(hoofdrolspeler_id)],
    }
    plan = Seizoensplan.objects.create(
        status="klaar",
        is_bezig=None,
        gestart_op=NU,
        tijdslimiet=60,
        voorstel={"assignments": [toewijzing]},
    )
    return {"seizoensplan": plan.pk}


def make_agenda_dingen(cast: Cast) -> dict[str, object]:
    """Return two diaries of ``hoofdrolspeler``: at an address, and from a file."""
    persoon = Hoofdrolspeler.objects.get(gebruiker=cast["hoofdrolspeler"])
    return {
        "agenda": ExterneAgendaFactory(hoofdrolspeler=persoon).pk,
        "agendabestand": ExterneAgendaFactory(hoofdrolspeler=persoon, adres="", host="").pk,
    }


def make_dingen(cast: Cast) -> dict[str, object]:
    """Return every thing a row may name, by name."""
    return make_site_dingen(cast) | make_boekingen_dingen(cast) | make_agenda_dingen(cast)
