"""A small city for the tests of bookings: made with factories, moved on only by services."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core import mail

from wagtail.models import Page

from boekingen.domain.indiening import ONAF
from boekingen.domain.status import ContactStatus
from boekingen.models import Aanvraag, Boeking, Contactpersoon, Inzet, Plek, School, Wens
from boekingen.services import aanvragen, boekingen, inzetten
from boekingen.services.scholen import wijzig_school
from hoofdrolspelers.domain.uitzondering import Uitzonderingsoort
from hoofdrolspelers.models import Hoofdrolspeler, WeekRitme
from hoofdrolspelers.services.beschikbaarheid import zet_uitzondering
from lesaanbod.models import Bericht, LesPage, Rol
from lesaanbod.services.berichten import verstuur_klaarstaande
from tests.factories.boekingen import ContactpersoonFactory, SchoolFactory
from tests.factories.hoofdrolspelers import (
    HoofdrolspelerFactory,
    WijkFactory,
)
from tests.factories.lesaanbod import (
    GebruikerFactory,
    NiveauFactory,
    RolFactory,
    bouw_onderdeel,
    zet_lespagina_neer,
)

ZONE = ZoneInfo("Europe/Amsterdam")


def op(maand: int, dag: int, uur: int = 9, minuut: int = 0) -> datetime:
    """Return a moment in 2027 on the clock of Utrecht."""
    return datetime(2027, maand, dag, uur, minuut, tzinfo=ZONE)


@dataclass
class Wereld:
    """One school with an admitted contact, one level, one wijk, and whoever a test adds."""

    nu: datetime
    wijk: object = field(default_factory=WijkFactory)
    niveau: object = field(default_factory=lambda: NiveauFactory(slug="groep-8"))
    rollen: dict[str, Rol] = field(default_factory=dict)
    school: School = None
    contact: Contactpersoon = None
    mensen: list[Hoofdrolspeler] = field(default_factory=list)

    def __post_init__(self):
        self.school = self.school or SchoolFactory(wijk=self.wijk)
        self.contact = self.contact or ContactpersoonFactory(school=self.school)

    def rol(self, naam: str) -> Rol:
        if naam not in self.rollen:
            self.rollen[naam] = RolFactory(naam=naam)
        return self.rollen[naam]

    def les(self, *onderdelen: dict[str, int], **velden) -> LesPage:
        """Return a live lesson with one onderdeel for each mapping of role to number."""
        delen = [
            bouw_onderdeel(
                {self.rol(naam): aantal for naam, aantal in rollen.items()}, sort_order=volgorde
            )
            for volgorde, rollen in enumerate(onderdelen)
        ]
        les = zet_lespagina_neer(
            parent=Page.get_first_root_node(), niveaus=[self.niveau], onderdelen=delen, **velden
        )
        return LesPage.objects.get(pk=les.pk)

    def persoon(self, *rollen: str, ritme: bool = True, **velden) -> Hoofdrolspeler:
        """Return somebody with these roles who is free on every working day."""
        persoon = HoofdrolspelerFactory(
            rollen=[self.rol(naam) for naam in rollen], niveaus=[self.niveau], **velden
        )
        werkdag = {"hoofdrolspeler": persoon, "begin": time(8), "eind": time(17, 30)}
        werkdagen = [WeekRitme(weekdag=weekdag, **werkdag) for weekdag in range(1, 6)]
        WeekRitme.objects.bulk_create(werkdagen if ritme else [])
        self.mensen.append(persoon)
        return persoon

    def antwoorden(self, les: LesPage, wensen: list[datetime], **anders) -> dict:
        """Return a full set of answers: the n-th wish is the moment of the n-th onderdeel."""
        sleutels = [str(onderdeel.sleutel) for onderdeel in les.onderdelen.all()]
        return {
            "school": {"id": self.school.pk},
            "klassen": {
                "groepen": [
                    {"naam": naam, "niveau": self.niveau.pk, "leerlingen": 25}
                    for naam in anders.get("klassen", ["8A"])
                ],
                "samen": anders.get("samen", False),
            },
            "momenten": {
                "wensen": {
                    sleutel: [f"{wens.astimezone(ZONE):%Y-%m-%dT%H:%M}"]
                    for sleutel, wens in zip(sleutels, wensen, strict=True)
                },
                "verhinderd": anders.get("verhinderd", []),
            },
            "praktisch": {"lokaal": "lokaal 12", "dagcontact_naam": "Noor"},
            "contact": {
                "naam": self.contact.naam,
                "telefoon": self.contact.telefoon,
                "email": self.contact.gebruiker.email,
            },
        }

    def concept(self, les: LesPage, wensen: list[datetime], **anders) -> Aanvraag:
        """Return a draft with every answer, written at once instead of screen by screen."""
        concept, _ = aanvragen.start_concept(les_id=les.pk, nu=self.nu)
        concept.antwoorden = {**self.antwoorden(les, wensen, **anders), ONAF: {}}
        concept.save(update_fields=["antwoorden"])
        return concept

    def aanvraag(self, les: LesPage, wensen: list[datetime] | None = None, **anders) -> Aanvraag:
        """Return a submitted request; wishes are a week apart from 9 February on."""
        aantal = les.onderdelen.count()
        wensen = wensen or [op(2, 2) + timedelta(days=7 * nummer) for nummer in range(aantal)]
        return aanvragen.dien_concept_in(
            aanvraag_id=self.concept(les, wensen, **anders).pk,
            gebruiker=self.contact.gebruiker,
            nu=self.nu,
        )

    def boeking(self, *rollen_per_onderdeel: dict[str, int], begin: datetime | None = None):
        """Return the first booking of a new request, voorgesteld at ``begin``."""
        les = self.les(*(rollen_per_onderdeel or ({"wijkagent": 1},)))
        boeking = self.aanvraag(les).boekingen.earliest("nummer")
        return self.stel_voor(boeking, begin or op(2, 2))

    def stel_voor(self, boeking: Boeking, begin: datetime) -> Boeking:
        return boekingen.stel_moment_voor(boeking_id=boeking.pk, begin=begin, nu=self.nu, door=None)

    def vraag(self, boeking: Boeking, *personen: Hoofdrolspeler) -> list[Inzet]:
        """Ask these people, the n-th for the n-th Plek (the last Plek for all who are left)."""
        plekken = list(Plek.objects.filter(boeking=boeking).order_by("pk"))
        return [
            inzetten.nodig_uit(
                plek_id=plekken[min(nummer, len(plekken) - 1)].pk,
                hoofdrolspeler_id=persoon.pk,
                nu=self.nu,
                door=None,
            )
            for nummer, persoon in enumerate(personen)
        ]

    def ja(self, inzet: Inzet, nu: datetime | None = None) -> Inzet:
        return inzetten.zeg_toe(inzet_id=inzet.pk, nu=nu or self.nu, door=None)

    def bevestigd(self, **velden) -> tuple[Boeking, Inzet]:
        """Return a confirmed booking of one wijkagent, and the Inzet of that person."""
        boeking = self.boeking(**velden)
        (inzet,) = self.vraag(boeking, self.persoon("wijkagent"))
        self.ja(inzet)
        boeking.refresh_from_db()
        return boeking, inzet

    def verzet(self, boeking: Boeking, begin: datetime, **anders) -> Boeking:
        return boekingen.verzet_boeking(
            boeking_id=boeking.pk, begin=begin, door=None, **{"nu": self.nu} | anders
        )

    def nieuwe_contactpersoon(self, **velden) -> Contactpersoon:
        return ContactpersoonFactory(
            school=self.school, status=ContactStatus.AANGEMELD.value, **velden
        )


def voeg_wens_toe(boeking: Boeking, begin: datetime) -> Wens:
    """Let the school wish one moment more for this lesson."""
    eerder = boeking.aanvraag.wensen.filter(onderdeel_sleutel=boeking.onderdeel_sleutel).count()
    return Wens.objects.create(
        aanvraag=boeking.aanvraag,
        onderdeel_sleutel=boeking.onderdeel_sleutel,
        begin=begin,
        volgorde=eerder + 1,
    )


def ga_weg(persoon: Hoofdrolspeler, vanaf: datetime, tm: datetime, *, nu: datetime) -> None:
    """Let somebody be away on these days."""
    zet_uitzondering(
        hoofdrolspeler_id=persoon.pk,
        soort=Uitzonderingsoort.WEG,
        vanaf=vanaf.date(),
        tm=tm.date(),
        begin=None,
        eind=None,
        nu=nu,
        door=None,
    )


def status(rij: Aanvraag | Boeking | Inzet | Contactpersoon) -> str:
    """Return the state as it stands in the database."""
    return type(rij).objects.values_list("status", flat=True).get(pk=rij.pk)


def controleer_school(school: School, nu: datetime) -> None:
    """Let a coördinator say that what a docent typed about a school is right."""
    velden = ("naam", "straat", "huisnummer", "postcode", "plaats", "sector", "vakantieregio")
    wijzig_school(
        school_id=school.pk,
        **{veld: getattr(school, veld) for veld in velden},
        telefoon=school.telefoon,
        wijk_id=school.wijk_id,
        door=GebruikerFactory(),
        nu=nu,
    )


def brieven(sinds: int = 0) -> list[tuple[str, str, str]]:
    """Return every letter queued after row ``sinds``: key, receiver, METHOD."""
    return list(
        Bericht.objects.filter(pk__gt=sinds).order_by("pk").values_list("brief", "aan", "methode")
    )


def laatste_brief() -> int:
    """Return the number of the newest letter, to compare with later."""
    laatste = Bericht.objects.order_by("-pk").first()
    return laatste.pk if laatste else 0


def verstuur(nu: datetime) -> list[bytes]:
    """Send what is queued and return the mails as bytes, in order."""
    eerder = len(mail.outbox)
    verstuur_klaarstaande(nu=nu)
    return [bericht.message().as_bytes() for bericht in mail.outbox[eerder:]]
