"""A whole small catalogue: the site's tree, and lessons and trainings in it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import zip_longest
from zoneinfo import ZoneInfo

from wagtail.images.models import Image
from wagtail.models import Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

import factory
import wagtail_factories
from factory.django import DjangoModelFactory

from lesaanbod import models
from lesaanbod.services.zoekteksten import schrijf_zoekteksten

from .lesaanbod import (
    AanbiederFactory,
    NiveauFactory,
    RolFactory,
    ThemaFactory,
    bouw_doelgroepen,
    bouw_onderdeel,
    maak_lespagina,
)

GEPUBLICEERD = datetime(2026, 9, 1, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


class HomePageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = models.HomePage

    title = "Gratis lessen"
    slug = "start"
    inleiding = "Lessen voor uw klas."


class LesaanbodPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = models.LesaanbodPage

    title = "Lesaanbod"
    slug = "lesaanbod"
    inleiding = "Zoek een les voor uw klas."


class InformatiePageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = models.InformatiePage

    title = factory.Sequence(lambda n: f"Informatie {n}")


class NieuwsOverzichtPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = models.NieuwsOverzichtPage

    title = "Nieuws"
    slug = "nieuws"
    inleiding = "Wat er nieuw is."


class NieuwsPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = models.NieuwsPage

    title = factory.Sequence(lambda n: f"Bericht {n}")
    samenvatting = "Kort wat er gebeurde."
    first_published_at = GEPUBLICEERD


class LeerlijnPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = models.LeerlijnPage

    title = "De leerlijn"
    slug = "leerlijn"
    inleiding = "Van groep 8 tot mbo."


class TrainingPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = models.TrainingPage

    title = factory.Sequence(lambda n: f"Training {n}")
    samenvatting = "Een training voor het team."
    vorm = models.Vorm.DOCENTENTRAINING.value
    aanbieder = factory.SubFactory(AanbiederFactory)
    duur = "twee uur"
    groepsgrootte = "10 tot 25 deelnemers"
    wie_geeft = "een trainer"
    aanmelden = "Bel of mail ons."


class MateriaalFactory(DjangoModelFactory):
    class Meta:
        model = models.Materiaal

    titel = factory.Sequence(lambda n: f"Materiaal {n}")


def maak_lesaanbod() -> models.LesaanbodPage:
    """Return an empty list of lessons under a home page that is the root of the site."""
    home = HomePageFactory(parent=Page.objects.get(depth=1))
    Site.objects.update(root_page=home, hostname="localhost", port=80)
    Site.clear_site_root_paths_cache()
    return LesaanbodPageFactory(parent=home)


def maak_les(
    lesaanbod: models.LesaanbodPage,
    *,
    niveaus: Sequence[models.Niveau] = (),
    themas: Sequence[models.Thema] = (),
    rollen: Sequence[str | None] = ("wijkagent",),
    duren: Sequence[int] = (60,),
    **velden: object,
) -> models.LesPage:
    """Return a live lesson; the onderdelen get ``rollen`` and ``duren`` in order."""
    onderdelen = [
        bouw_onderdeel(
            {get_rol(rol): 1} if rol else {}, titel=f"Deel {nummer}", duur=duur, sort_order=nummer
        )
        for nummer, (duur, rol) in enumerate(zip_longest(duren, rollen[: len(duren)]), start=1)
    ]
    les = maak_lespagina(
        parent=lesaanbod, niveaus=niveaus, themas=themas, onderdelen=onderdelen, **velden
    )
    schrijf_zoekteksten(ids=[les.pk])
    return les


def get_rol(naam: str) -> models.Rol:
    """Return the role of this name, made if needed."""
    slug = naam.replace(" ", "-")
    return models.Rol.objects.filter(slug=slug).first() or RolFactory(
        naam=naam, slug=slug, meervoud=f"{naam}s"
    )


def koppel(
    aanbod: models.AanbodPage,
    *,
    niveaus: Sequence[models.Niveau] = (),
    themas: Sequence[models.Thema] = (),
) -> None:
    """Give an offer its audiences and themes."""
    aanbod.doelgroepen = bouw_doelgroepen(niveaus)
    aanbod.themas = themas
    with disable_reference_index_auto_update():
        aanbod.save()
    schrijf_zoekteksten(ids=[aanbod.pk])


def maak_begrippen() -> dict[str, models.Niveau | models.Thema]:
    """Return two levels and two themes by slug, in their order."""
    return {
        "groep-8": NiveauFactory(naam="Groep 8", slug="groep-8", volgorde=1),
        "vo": NiveauFactory(naam="Voortgezet onderwijs", korte_naam="VO", slug="vo", volgorde=2),
        "online": ThemaFactory(naam="Online", slug="online", volgorde=1),
        "geld": ThemaFactory(naam="Snel geld", slug="geld", volgorde=2),
    }


BREEDTEN = (400, 600, 900, 1400)


def make_beeld() -> Image:
    """Return a picture of which every size was drawn before."""
    beeld = Image.objects.create(title="Klas", file="klas.jpg", width=2000, height=1000)
    for breedte in BREEDTEN:
        beeld.renditions.create(
            filter_spec=f"format-webp|width-{breedte}",
            file=f"klas.{breedte}.webp",
            width=breedte,
            height=breedte // 2,
        )
    return beeld


class SessieFactory(DjangoModelFactory):
    """Two hours on a Tuesday afternoon in February 2027."""

    class Meta:
        model = models.Sessie

    training = factory.SubFactory(TrainingPageFactory)
    begin = datetime(2027, 2, 2, 14, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    eind = factory.LazyAttribute(lambda sessie: sessie.begin + timedelta(hours=2))
    sluit_op = factory.LazyAttribute(lambda sessie: sessie.begin - timedelta(days=7))
    plaats = "Wijkbureau Noord, Lindelaan 4"
    capaciteit = 20
