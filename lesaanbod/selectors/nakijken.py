"""The facts of an offer that the check before publishing weighs."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from wagtail.documents import get_document_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from bs4 import BeautifulSoup

from lesaanbod.domain.nakijken import Aanbodfeiten, Bevinding, Onderdeelfeiten, list_bevindingen
from lesaanbod.models import AanbodPage, LesPage, Onderdeel, Vorm


def kijk_na(pagina: Page) -> list[Bevinding]:
    """Return what is missing or odd on an offer as an editor has it; nothing for another page."""
    return list_bevindingen(read_feiten(pagina)) if isinstance(pagina, AanbodPage) else []


def read_feiten(pagina: AanbodPage) -> Aanbodfeiten:
    """Return the facts of an offer, stored or still in the editor."""
    onderdelen = list(pagina.onderdelen.all()) if isinstance(pagina, LesPage) else []
    materialen = list(pagina.materialen.all())
    return Aanbodfeiten(
        samenvatting=pagina.samenvatting,
        boekbaar=isinstance(pagina, LesPage) and pagina.is_boekbaar,
        is_serie=pagina.vorm == Vorm.LESSENSERIE,
        doelen=len(pagina.doelen),
        doelgroepen=pagina.doelgroepen.count(),
        materialen=len(materialen),
        materialen_leeg=tuple(
            een.titel for een in materialen if not (een.document_id or een.adres)
        ),
        dode_links=_tel_dode_links(pagina),
        afbeeldingen_zonder_tekst=_tel_kale_afbeeldingen(pagina),
        onderdelen=tuple(_read_onderdeel(onderdeel) for onderdeel in onderdelen),
        alleen_materiaal=pagina.vorm == Vorm.LESMATERIAAL,
    )


def _read_onderdeel(onderdeel: Onderdeel) -> Onderdeelfeiten:
    """Return the facts of one onderdeel."""
    return Onderdeelfeiten(
        titel=onderdeel.titel,
        rollen=onderdeel.rollen.count(),
        op_school=onderdeel.op_school,
        plaats=onderdeel.plaats,
    )


def _list_waarden(pagina: AanbodPage, soort: str) -> Iterator[Any]:
    """Yield the values of the blocks of this kind in the running text."""
    return (blok.value for blok in pagina.inhoud if blok.block_type == soort)


def _tel_dode_links(pagina: AanbodPage) -> int:
    """Return how many links lead to a page that is not live or a document that is gone."""
    links = [
        (link["linktype"], int(str(link["id"])))
        for alinea in _list_waarden(pagina, "alinea")
        for link in BeautifulSoup(alinea.source, "html.parser").find_all(linktype=True, id=True)
    ]
    doelen = {"page": Page.objects.live(), "document": get_document_model().objects.all()}
    bestaand = {
        (soort, pk)
        for soort, rijen in doelen.items()
        for pk in rijen.filter(pk__in=[pk for _, pk in links]).values_list("pk", flat=True)
    }
    return sum(1 for link in links if link[0] in doelen and link not in bestaand)


def _tel_kale_afbeeldingen(pagina: AanbodPage) -> int:
    """Return how many pictures have no text of their own and are not marked as decoration."""
    return sum(
        1
        for beeld in _list_waarden(pagina, "afbeelding")
        if beeld is not None and not (beeld.decorative or _heeft_tekst(beeld))
    )


def _heeft_tekst(beeld: AbstractImage) -> bool:
    """Whether somebody described the picture; Wagtail itself proposes the name of the file."""
    tekst, bestand = (
        re.sub(r"[\W_]", "", ruw).casefold()
        for ruw in (beeld.contextual_alt_text or "", PurePath(beeld.file.name).stem)
    )
    return bool(tekst) and not bestand.startswith(tekst)
