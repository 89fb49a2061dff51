"""From demo texts to pages that are not stored yet."""

import io
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.base import ContentFile

from wagtail.documents.models import Document
from wagtail.utils.file import hash_filelike

from lesaanbod.models import (
    Aanbieder,
    Doelgroep,
    InformatiePage,
    LesPage,
    Materiaal,
    NieuwsPage,
    Niveau,
    Onderdeel,
    OnderdeelRol,
    Rol,
    Thema,
    TrainingPage,
)

from .docx import build_docx
from .pdf import build_pdf
from .teksten import (
    DemoAanbod,
    DemoBestand,
    DemoLes,
    DemoMateriaal,
    DemoNieuws,
    DemoOnderdeel,
    DemoPagina,
    DemoTraining,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrippen:
    """The stored words of the catalogue, by slug; providers by name."""

    niveaus: dict[str, Niveau]
    themas: dict[str, Thema]
    rollen: dict[str, Rol]
    aanbieders: dict[str, Aanbieder]


def build_aanbod(
    aanbod: DemoLes | DemoTraining, *, begrippen: Begrippen, nu: datetime
) -> LesPage | TrainingPage:
    """Return the page of a lesson or a training, not stored; its documents are."""
    if isinstance(aanbod, DemoLes):
        return _build_les(aanbod, begrippen=begrippen, nu=nu)
    return _build_training(aanbod, begrippen=begrippen, nu=nu)


def _build_les(les: DemoLes, *, begrippen: Begrippen, nu: datetime) -> LesPage:
    """Return the page of a lesson with its onderdelen."""
    pagina = LesPage(
        **_build_velden(les, begrippen=begrippen, nu=nu),
        uitgelicht=les.uitgelicht,
        max_leerlingen=les.max_leerlingen,
        min_dagen_tussen=les.min_dagen_tussen,
        min_dagen_vooraf=les.min_dagen_vooraf,
    )
    _hang_aan(pagina, les, begrippen=begrippen)
    pagina.onderdelen = [
        _build_onderdeel(onderdeel, plaats, begrippen=begrippen)
        for plaats, onderdeel in enumerate(les.onderdelen)
    ]
    return pagina


def _build_training(training: DemoTraining, *, begrippen: Begrippen, nu: datetime) -> TrainingPage:
    """Return the page of a training."""
    pagina = TrainingPage(
        **_build_velden(training, begrippen=begrippen, nu=nu),
        duur=training.duur,
        groepsgrootte=training.groepsgrootte,
        wie_geeft=training.wie_geeft,
        aanmelden=training.aanmelden,
    )
    _hang_aan(pagina, training, begrippen=begrippen)
    return pagina


def build_informatie(pagina: DemoPagina) -> InformatiePage:
    """Return the page of plain information, not stored."""
    return InformatiePage(
        slug=pagina.slug,
        title=pagina.titel,
        show_in_menus=pagina.in_menu,
        inhoud=list(pagina.inhoud),
    )


def build_nieuws(bericht: DemoNieuws, *, nu: datetime) -> NieuwsPage:
    """Return the page of a report, not stored."""
    return NieuwsPage(
        slug=bericht.slug,
        title=bericht.titel,
        search_description=bericht.samenvatting,
        samenvatting=bericht.samenvatting,
        inhoud=list(bericht.inhoud),
        first_published_at=nu - timedelta(days=bericht.dagen_oud),
    )


def _build_velden(aanbod: DemoAanbod, *, begrippen: Begrippen, nu: datetime) -> dict[str, object]:
    """Return the plain fields that lessons and trainings share."""
    return {
        "slug": aanbod.slug,
        "title": aanbod.titel,
        "search_description": aanbod.samenvatting,
        "samenvatting": aanbod.samenvatting,
        "vorm": aanbod.vorm,
        "aanbieder": begrippen.aanbieders[aanbod.aanbieder],
        "inhoud": list(aanbod.inhoud),
        "doelen": [("doel", doel) for doel in aanbod.doelen],
        "school_regelt": [("punt", punt) for punt in aanbod.school_regelt],
        "wij_regelen": [("punt", punt) for punt in aanbod.wij_regelen],
        "kosten": aanbod.kosten,
        "first_published_at": nu - timedelta(days=aanbod.dagen_oud),
    }


def _hang_aan(pagina: LesPage | TrainingPage, aanbod: DemoAanbod, *, begrippen: Begrippen) -> None:
    """Give a page its themes, audiences and materials."""
    pagina.themas = [begrippen.themas[thema] for thema in aanbod.themas]
    pagina.doelgroepen = [
        Doelgroep(niveau=begrippen.niveaus[niveau], leerjaren=leerjaren, sort_order=plaats)
        for plaats, (niveau, leerjaren) in enumerate(aanbod.doelgroepen)
    ]
    pagina.materialen = [
        _build_materiaal(materiaal, plaats) for plaats, materiaal in enumerate(aanbod.materialen)
    ]


def _build_onderdeel(onderdeel: DemoOnderdeel, plaats: int, *, begrippen: Begrippen) -> Onderdeel:
    """Return one onderdeel with its roles."""
    built = Onderdeel(
        titel=onderdeel.titel,
        tekst=onderdeel.tekst,
        duur=onderdeel.duur,
        op_school=onderdeel.op_school,
        plaats=onderdeel.plaats,
        sort_order=plaats,
    )
    built.rollen = [
        OnderdeelRol(rol=begrippen.rollen[rol], aantal=aantal, sort_order=nummer)
        for nummer, (rol, aantal) in enumerate(onderdeel.rollen)
    ]
    return built


def _build_materiaal(materiaal: DemoMateriaal, plaats: int) -> Materiaal:
    """Return one line of material; a document that does not stand yet is stored."""
    document = materiaal.bestand and _get_or_store(materiaal.bestand)
    return Materiaal(
        titel=materiaal.titel, document=document, adres=materiaal.adres, sort_order=plaats
    )


def _get_or_store(bestand: DemoBestand) -> Document:
    """Return the document with this title, made if it is not there."""
    document = Document.objects.filter(title=bestand.titel).first()
    if document is None:
        build = build_pdf if bestand.naam.endswith(".pdf") else build_docx
        inhoud = build(titel=bestand.titel, alineas=bestand.alineas)
        document = Document.objects.create(
            title=bestand.titel,
            file=ContentFile(inhoud, name=bestand.naam),
            file_size=len(inhoud),
            file_hash=hash_filelike(io.BytesIO(inhoud)),
        )
    return document
