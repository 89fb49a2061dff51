"""Playing a story: every step is a service, taken by the person who would take it, at a moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from boekingen.domain.schooldagen import ZONE
from boekingen.models import Aanvraag, Boeking, Contactpersoon, Inzet, Plek, School
from boekingen.services import aanvragen, boekingen, contactpersonen, inzetten
from lesaanbod.selectors import Lesopzet, find_les_id, get_lesopzet
from lesaanbod.services.gebruikers import ensure_gebruiker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from boekingen.services.demo.mensen import DemoContact
    from lesaanbod.models import Gebruiker

AANLOOP = timedelta(days=45)
"""How long before its first lesson an invented request was made; at the latest three days ago."""
VOORSTEL = timedelta(days=30)
"""How long before a lesson its moment was proposed; at the latest yesterday."""


@dataclass(slots=True)
class Regie:
    """The stage: who is who by first name or school, and what time it is in the real world."""

    nu: datetime
    coordinator: Gebruiker
    hoofdrolspelers: Mapping[str, int]
    scholen: dict[str, School] = field(default_factory=dict)

    def dien_in(
        self,
        contact: DemoContact,
        slug: str,
        wensen: Sequence[datetime],
        groepen: Sequence[tuple[str, int]],
        *,
        op: datetime | None = None,
        samen: bool = False,
    ) -> Aanvraag:
        """Submit a request for ``wensen`` (one per onderdeel), and admit the contact if so."""
        les = get_les(slug)
        op = op or min(self.nu - timedelta(days=3), min(wensen) - AANLOOP)
        concept, _ = aanvragen.start_concept(les_id=les.les_id, nu=op)
        for stap, antwoord in self.antwoorden(contact, les, wensen, groepen, samen=samen).items():
            aanvragen.bewaar_antwoorden(aanvraag_id=concept.pk, stap=stap, antwoorden=antwoord)
        gebruiker = ensure_gebruiker(email=contact.get_email(), naam=contact.naam)
        aanvraag = aanvragen.dien_concept_in(aanvraag_id=concept.pk, gebruiker=gebruiker, nu=op)
        if contact.toegelaten:
            self.laat_toe(aanvraag.contactpersoon, min(self.nu, op + timedelta(hours=1)))
        return aanvraag

    def antwoorden(
        self,
        contact: DemoContact,
        les: Lesopzet,
        wensen: Sequence[datetime],
        groepen: Sequence[tuple[str, int]],
        *,
        samen: bool = False,
    ) -> dict[str, dict[str, object]]:
        """Return the answers of the screens, as ``domain.indiening`` wants them."""
        niveau = les.niveaus[0].id
        return {
            "school": {"id": self.scholen[contact.school].pk},
            "klassen": {
                "groepen": [
                    {"naam": naam, "niveau": niveau, "leerlingen": leerlingen}
                    for naam, leerlingen in groepen
                ],
                "samen": samen,
            },
            "momenten": {
                "wensen": {
                    str(onderdeel.sleutel): [f"{wens.astimezone(ZONE):%Y-%m-%dT%H:%M}"]
                    for onderdeel, wens in zip(les.onderdelen, wensen, strict=True)
                },
                "verhinderd": [],
            },
            "praktisch": {
                "lokaal": "lokaal 12, melden bij de conciërge",
                "dagcontact_naam": contact.naam,
                "dagcontact_telefoon": contact.telefoon,
            },
            "contact": {
                "naam": contact.naam,
                "functie": contact.functie,
                "telefoon": contact.telefoon,
                "email": contact.get_email(),
            },
        }

    def laat_toe(self, contact: Contactpersoon | None, op: datetime) -> None:
        """Admit a contact, as after a call back."""
        assert contact is not None  # noqa: S101  # it was just made
        contactpersonen.laat_toe(
            contactpersoon_id=contact.pk,
            nu=op,
            door=self.coordinator,
            waarom="Teruggebeld op het nummer uit het register.",
        )

    def stel_voor(self, boeking: Boeking, begin: datetime) -> datetime:
        """Propose a moment; return when that was done."""
        ingediend = boeking.aanvraag.ingediend_op or self.nu
        gisteren = self.nu - timedelta(days=1)
        op = max(ingediend + timedelta(hours=2), min(gisteren, begin - VOORSTEL))
        boekingen.stel_moment_voor(boeking_id=boeking.pk, begin=begin, nu=op, door=self.coordinator)
        return op

    def vraag(self, boeking: Boeking, voornaam: str, op: datetime, *, rol: str = "") -> Inzet:
        """Ask somebody for the first open Plek, or the first one of ``rol`` (its slug)."""
        plekken = Plek.objects.filter(boeking=boeking).exclude(inzetten__status="toegezegd")
        if rol:
            plekken = plekken.filter(rol__slug=rol)
        plek = plekken.exclude(inzetten__status="uitgenodigd").order_by("pk").first()
        assert plek is not None, f"no open Plek in {boeking}"  # noqa: S101
        return inzetten.nodig_uit(
            plek_id=plek.pk,
            hoofdrolspeler_id=self.hoofdrolspelers[voornaam],
            nu=op,
            door=self.coordinator,
        )

    def bevestig(self, boeking: Boeking, begin: datetime, *voornamen: str) -> list[Inzet]:
        """Propose a moment, ask everybody, and let everybody say yes."""
        op = self.stel_voor(boeking, begin)
        gevraagd = [self.vraag(boeking, voornaam, op) for voornaam in voornamen]
        return [
            inzetten.zeg_toe(
                inzet_id=inzet.pk,
                nu=min(self.nu, op + timedelta(hours=3)),
                door=inzet.hoofdrolspeler.gebruiker,
            )
            for inzet in gevraagd
        ]


def get_les(slug: str) -> Lesopzet:
    """Return a lesson of the demo catalogue; raises ``LookupError`` when it is not there."""
    les = get_lesopzet(find_les_id(slug=slug) or 0)
    if les is None:
        raise LookupError(slug)
    return les
