"""A docent who fills in a lesaanvraag over HTTP, screen by screen."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import unquote

from django.core import mail
from django.http import HttpResponse
from django.test import Client

from boekingen.models import Aanvraag
from lesaanbod.models import LesPage
from tests.boekingen.wereld import Wereld, op

CODE = re.compile(r"\b([0-9]{4}-[0-9]{4})\b")


@dataclass
class Docent:
    """One browser on one draft."""

    wereld: Wereld
    les: LesPage
    client: Client = field(default_factory=Client)
    email: str = "noor@school.example"
    basis: str = ""

    def begin(self) -> "Docent":
        start = f"/aanvragen/{self.les.pk}-{self.les.slug}/"
        antwoord = self.client.post(start)
        self.basis = antwoord.url.removesuffix("school/")
        return self

    @property
    def sleutel(self) -> str:
        return self.basis.split("/")[-2]

    @property
    def concept(self) -> Aanvraag:
        return Aanvraag.objects.get()

    def open(self, stap: str, **query) -> HttpResponse:
        return self.client.get(f"{self.basis}{stap}/", query)

    def stuur(self, stap: str, velden: dict | None = None, actie: str = "verder") -> HttpResponse:
        velden = self.velden(stap) if velden is None else velden
        return self.client.post(f"{self.basis}{stap}/", {**velden, "actie": actie})

    def velden(self, stap: str, klassen: int = 1) -> dict:
        return getattr(self, f"velden_{stap}")()

    def velden_school(self) -> dict:
        return {"school": self.wereld.school.pk, "q": "school"}

    def velden_klassen(self, *namen: str, samen: str = "na_elkaar", leerlingen: int = 12) -> dict:
        velden = {"samen": samen} if len(namen) > 1 else {}
        for nummer, naam in enumerate(namen or ["8A"]):
            velden |= {
                f"groep-{nummer}-naam": naam,
                f"groep-{nummer}-niveau": self.wereld.niveau.pk,
                f"groep-{nummer}-leerlingen": leerlingen,
            }
        return velden

    def velden_momenten(self, eerste: datetime | None = None) -> dict:
        """Return one wish per lesson, a week apart."""
        eerste = eerste or op(2, 2)
        velden = {}
        for nummer in range(self.les.onderdelen.count()):
            velden |= self.wens(nummer, eerste + timedelta(weeks=nummer))
        return velden

    def wens(self, les: int, begin: datetime, volgorde: int = 1) -> dict:
        """Return the fields of one wish for the lesson at index ``les``."""
        sleutel = list(self.les.onderdelen.all())[les].sleutel.hex
        voorvoegsel = f"wens-{sleutel}-{volgorde}"
        return {
            f"{voorvoegsel}-dag": f"{begin:%Y-%m-%d}",
            f"{voorvoegsel}-tijd": f"{begin:%H:%M}",
        }

    def velden_praktisch(self) -> dict:
        return {"lokaal": "lokaal 12", "opmerking": ""}

    def velden_contact(self) -> dict:
        return {
            "naam": "Noor Verbeek",
            "functie": "leerkracht groep 8",
            "telefoon": "06 12 34 56 78",
            "email": self.email,
        }

    def vul_in(self, tot: str = "contact") -> HttpResponse:
        """Answer every screen up to and including ``tot``; returns the last answer."""
        for stap in ("school", "klassen", "momenten", "praktisch", "contact"):
            antwoord = self.stuur(stap)
            assert antwoord.status_code == 302, antwoord.context["scherm"].fouten
            if stap == tot:
                break
        return antwoord

    def bevestig(self, antwoord: HttpResponse) -> HttpResponse:
        """Type the code from the mail on the page ``antwoord`` leads to."""
        code = CODE.search(mail.outbox[-1].body)[1]
        pagina, _, volgende = antwoord.url.partition("?next=")
        return self.client.post(pagina, {"code": code, "next": unquote(volgende)})

    def verstuur(self) -> HttpResponse:
        return self.client.post(f"{self.basis}controleren/")
