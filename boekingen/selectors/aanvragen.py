"""Reading drafts, by the secret of their link."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser

from boekingen.domain.conceptlink import hash_sleutel
from boekingen.models import Aanvraag, Contactpersoon, School

if TYPE_CHECKING:
    from lesaanbod.models import Gebruiker


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolkeuze:
    """The school of a draft, from the register or as typed."""

    naam: str
    adres: str
    code: str
    regio: str
    is_bekend: bool


def find_aanvraag(*, les_id: int, sleutel: str) -> Aanvraag | None:
    """Return the request this link was made for, sent or not; None for any other link."""
    gevonden = Aanvraag.objects.filter(sleutel_hash=hash_sleutel(sleutel))
    aanvraag = gevonden.select_related("contactpersoon").first()
    return aanvraag if aanvraag and aanvraag.les_id == les_id else None


def get_schoolkeuze(antwoorden: Mapping[str, Any]) -> Schoolkeuze | None:
    """Return the school of a draft; None when none was chosen, or it left the register."""
    opgave = antwoorden.get("school")
    if not opgave:
        return None
    if "id" not in opgave:
        return _build_schoolkeuze(
            School(**{naam: opgave[naam] for naam in opgave if naam != "id"}), is_bekend=False
        )
    school = School.objects.filter(pk=opgave["id"], verdwenen_op__isnull=True).first()
    return _build_schoolkeuze(school, is_bekend=True) if school else None


def _build_schoolkeuze(school: School, *, is_bekend: bool) -> Schoolkeuze:
    return Schoolkeuze(
        naam=school.naam,
        adres=school.adres,
        code=school.vestigingscode or "",
        regio=school.vakantieregio,
        is_bekend=is_bekend,
    )


def get_eigen_gegevens(gebruiker: "Gebruiker | AnonymousUser") -> dict[str, str]:
    """Return what we know of who is logged in, for the form; empty for nobody."""
    if isinstance(gebruiker, AnonymousUser):
        return {}
    contact = Contactpersoon.objects.filter(gebruiker=gebruiker).order_by("-pk").first()
    if contact is None:
        return {"naam": gebruiker.naam, "email": gebruiker.email}
    return {
        "naam": contact.naam,
        "functie": contact.functie,
        "telefoon": contact.telefoon,
        "email": gebruiker.email,
    }
