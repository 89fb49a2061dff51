"""The invented people. Every address ends in .example, so no mail can ever reach anybody."""

from dataclasses import dataclass, field
from datetime import time

from hoofdrolspelers.domain.zichtbaarheid import Zichtbaarheid

POST = "demo.example"
OCHTEND = (time(8), time(12, 30))
MIDDAG = (time(12, 30), time(17, 30))
HELE_DAG = (time(8), time(17, 30))


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoMedewerker:
    """Somebody of the municipality; ``bevoegdheid`` is the name of the group."""

    email: str
    naam: str
    bevoegdheid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoHoofdrolspeler:
    """Somebody who gives lessons; ``ritme`` maps an ISO day to parts of that day.

    ``grenzen`` are limits by name. ``weg`` and ``extra`` count days from the next Monday on:
    the first and last of each. ``zomerritme`` holds from the next 1 August on. ``zittingen`` are
    ISO days on which court sits every other week, in the diary this person uploaded.
    """

    voornaam: str
    achternaam: str
    organisatie: str
    rollen: tuple[str, ...]
    niveaus: tuple[str, ...]
    ritme: dict[int, tuple[time, time]]
    wijken: tuple[str, ...] = ()
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.VOORNAAM
    max_per_maand: int = 4
    grenzen: dict[str, int | str | bool | None] = field(default_factory=dict)
    weg: tuple[tuple[int, int], ...] = ()
    extra: tuple[tuple[int, int], ...] = ()
    zomerritme: dict[int, tuple[time, time]] = field(default_factory=dict)
    zittingen: tuple[int, ...] = ()

    @property
    def email(self) -> str:
        """The address this person logs in with."""
        return f"{self.voornaam}.{self.achternaam.split()[-1]}@{POST}".lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoContact:
    """Somebody who arranges lessons; ``school`` is the vestigingscode."""

    naam: str
    school: str
    functie: str = "leerkracht"
    telefoon: str = "0612345678"
    toegelaten: bool = True
    email: str = field(default="")

    def get_email(self) -> str:
        """Return the address this person logs in with."""
        voornaam, *_, achternaam = self.naam.split()
        return self.email or f"{voornaam}.{achternaam}@school.{POST}".lower()


MEDEWERKERS = (
    DemoMedewerker(email=f"coordinator@{POST}", naam="Jamila Terlouw", bevoegdheid="coördinator"),
    DemoMedewerker(email=f"redacteur@{POST}", naam="Bram Oosterling", bevoegdheid="redacteur"),
    DemoMedewerker(email=f"schrijver@{POST}", naam="Femke Aalders", bevoegdheid="schrijver"),
    DemoMedewerker(email=f"beheerder@{POST}", naam="Ingrid Nauta", bevoegdheid="beheerder"),
)

_ALLES = ("groep-8", "vo", "mbo")
_PO_VO = ("groep-8", "vo")
_WERKWEEK = dict.fromkeys(range(1, 6), HELE_DAG)

HOOFDROLSPELERS = (
    DemoHoofdrolspeler(
        voornaam="Sanne",
        achternaam="Dijkhof",
        organisatie="politie",
        rollen=("wijkagent",),
        niveaus=_PO_VO,
        wijken=("WK034403", "WK034401"),
        ritme={1: MIDDAG, 2: HELE_DAG, 3: OCHTEND, 4: HELE_DAG},
        grenzen={"max_per_dag": 2, "rust_minuten": 15, "max_per_schooljaar": 30},
        weg=((32, 36), (18, 18)),
        extra=((25, 25),),
        zomerritme={2: HELE_DAG, 4: HELE_DAG, 5: OCHTEND},
    ),
    DemoHoofdrolspeler(
        voornaam="Mehmet",
        achternaam="Aydin",
        organisatie="politie",
        rollen=("wijkagent",),
        niveaus=_ALLES,
        ritme={1: HELE_DAG, 2: OCHTEND, 4: HELE_DAG, 5: OCHTEND},
        zichtbaarheid=Zichtbaarheid.NAAM,
    ),
    DemoHoofdrolspeler(
        voornaam="Loek",
        achternaam="Brandsma",
        organisatie="politie",
        rollen=("wijkagent",),
        niveaus=_PO_VO,
        wijken=("WK034410", "WK034409"),
        ritme={2: HELE_DAG, 3: HELE_DAG},
    ),
    DemoHoofdrolspeler(
        voornaam="Ruben",
        achternaam="Aerts",
        organisatie="Openbaar Ministerie",
        rollen=("officier-van-justitie",),
        niveaus=_ALLES,
        ritme={2: HELE_DAG, 4: OCHTEND},
        zichtbaarheid=Zichtbaarheid.ROL,
        max_per_maand=2,
        grenzen={"max_per_week": 1, "dagen_vooraf": 14, "vervoermiddel": "ov"},
        weg=((46, 53),),
        zittingen=(2, 4),
    ),
    DemoHoofdrolspeler(
        voornaam="Ilse",
        achternaam="van der Marck",
        organisatie="Openbaar Ministerie",
        rollen=("officier-van-justitie",),
        niveaus=_ALLES,
        ritme={1: OCHTEND, 2: OCHTEND, 4: OCHTEND},
        zichtbaarheid=Zichtbaarheid.ROL,
        max_per_maand=3,
    ),
    DemoHoofdrolspeler(
        voornaam="Noah",
        achternaam="Fontein",
        organisatie="Jongerenwerk Stad",
        rollen=("jongerenwerker",),
        niveaus=_ALLES,
        ritme=_WERKWEEK,
        max_per_maand=8,
    ),
    DemoHoofdrolspeler(
        voornaam="Yara",
        achternaam="Pinas",
        organisatie="Jongerenwerk Stad",
        rollen=("jongerenwerker", "rolmodel"),
        niveaus=_ALLES,
        wijken=("WK034403", "WK034407", "WK034408"),
        ritme={1: HELE_DAG, 2: HELE_DAG, 3: MIDDAG, 4: HELE_DAG},
        max_per_maand=8,
    ),
    DemoHoofdrolspeler(
        voornaam="Karin",
        achternaam="Veldman",
        organisatie="HALT",
        rollen=("halt-medewerker",),
        niveaus=_ALLES,
        ritme=_WERKWEEK,
        max_per_maand=10,
        grenzen={"vervoermiddel": "auto", "in_vakanties": True},
        zichtbaarheid=Zichtbaarheid.NAAM,
    ),
    DemoHoofdrolspeler(
        voornaam="Tarik",
        achternaam="Yildirim",
        organisatie="HALT",
        rollen=("halt-medewerker",),
        niveaus=_ALLES,
        ritme={1: HELE_DAG, 2: OCHTEND, 3: HELE_DAG, 5: HELE_DAG},
        max_per_maand=6,
    ),
    DemoHoofdrolspeler(
        voornaam="Djamila",
        achternaam="Bouzidi",
        organisatie="Rolmodellen in de wijk",
        rollen=("rolmodel",),
        niveaus=_ALLES,
        ritme={1: MIDDAG, 2: HELE_DAG, 3: MIDDAG, 4: HELE_DAG, 5: MIDDAG},
    ),
    DemoHoofdrolspeler(
        voornaam="Gio",
        achternaam="Martina",
        organisatie="Rolmodellen in de wijk",
        rollen=("rolmodel", "ervaringsdeskundige"),
        niveaus=_ALLES,
        ritme={2: MIDDAG, 4: HELE_DAG, 5: HELE_DAG},
    ),
    DemoHoofdrolspeler(
        voornaam="Lotte",
        achternaam="Hegeman",
        organisatie="Rechtenstudenten voor de klas",
        rollen=("rechtenstudent",),
        niveaus=("vo", "mbo"),
        ritme={1: HELE_DAG, 3: HELE_DAG, 5: HELE_DAG},
    ),
    DemoHoofdrolspeler(
        voornaam="Amir",
        achternaam="Rahimi",
        organisatie="Rechtenstudenten voor de klas",
        rollen=("rechtenstudent",),
        niveaus=("vo", "mbo"),
        ritme={1: HELE_DAG, 2: MIDDAG, 3: HELE_DAG},
    ),
    *(
        DemoHoofdrolspeler(
            voornaam=voornaam,
            achternaam=achternaam,
            organisatie=organisatie,
            rollen=(rol,),
            niveaus=_ALLES if rol != "rechtenstudent" else ("vo", "mbo"),
            ritme=ritme,
        )
        for voornaam, achternaam, organisatie, rol, ritme in (
            ("Sem", "Hofland", "Jongerenwerk Stad", "jongerenwerker", {1: MIDDAG, 3: OCHTEND}),
            ("Aisha", "Karimi", "Jongerenwerk Stad", "jongerenwerker", {2: HELE_DAG, 5: MIDDAG}),
            ("Bart", "Wolters", "HALT", "halt-medewerker", {3: OCHTEND, 4: MIDDAG}),
            ("Chantal", "Rozema", "Rolmodellen in de wijk", "rolmodel", {1: OCHTEND, 4: OCHTEND}),
            ("Dennis", "Plas", "Stichting Terug", "ervaringsdeskundige", {3: HELE_DAG}),
            ("Malika", "Benali", "Stichting Terug", "ervaringsdeskundige", {2: OCHTEND, 4: MIDDAG}),
            ("Puck", "Sanders", "Rechtenstudenten voor de klas", "rechtenstudent", {2: MIDDAG}),
        )
    ),
)

NOOR = DemoContact(naam="Noor Verbeek", school="99AA00")
LOES = DemoContact(naam="Loes Hendriks", school="99AB00", toegelaten=False)
WIM = DemoContact(naam="Wim Stroeve", school="99AC00", functie="intern begeleider")
FATIMA = DemoContact(naam="Fatima El Amrani", school="99AD00")
JOOST = DemoContact(naam="Joost Kuipers", school="99VA00", functie="docent maatschappijleer")
PETRA = DemoContact(naam="Petra Sanders", school="99AE00")
KOEN = DemoContact(naam="Koen de Wit", school="", functie="docent burgerschap")
EVA = DemoContact(naam="Eva Lindeman", school="99AG00")

CONTACTEN = (NOOR, LOES, WIM, FATIMA, JOOST, PETRA, KOEN, EVA)
