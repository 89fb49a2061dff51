"""Factories of the ground floor and the catalogue."""

from collections.abc import Mapping, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.text import slugify

from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

import factory
import wagtail_factories
from factory.django import DjangoModelFactory

from lesaanbod import models


class GebruikerFactory(DjangoModelFactory):
    class Meta:
        model = models.Gebruiker
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"persoon{n}@voorbeeld.example")
    naam = factory.Sequence(lambda n: f"Persoon {n}")


class NiveauFactory(DjangoModelFactory):
    class Meta:
        model = models.Niveau
        django_get_or_create = ("slug",)

    naam = factory.Sequence(lambda n: f"Niveau {n}")
    korte_naam = factory.SelfAttribute("naam")
    slug = factory.Sequence(lambda n: f"niveau-{n}")


class ThemaFactory(DjangoModelFactory):
    class Meta:
        model = models.Thema

    naam = factory.Sequence(lambda n: f"Thema {n}")
    slug = factory.Sequence(lambda n: f"thema-{n}")


class RolFactory(DjangoModelFactory):
    class Meta:
        model = models.Rol

    naam = factory.Sequence(lambda n: f"rol {n}")
    slug = factory.Sequence(lambda n: f"rol-{n}")


class AanbiederFactory(DjangoModelFactory):
    class Meta:
        model = models.Aanbieder

    naam = factory.Sequence(lambda n: f"Aanbieder {n}")


class LesPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = models.LesPage

    title = factory.Sequence(lambda n: f"Les {n}")
    samenvatting = "Een les voor de klas."
    vorm = models.Vorm.GASTLES.value
    aanbieder = factory.SubFactory(AanbiederFactory)


class OnderdeelFactory(DjangoModelFactory):
    class Meta:
        model = models.Onderdeel

    les = factory.SubFactory(LesPageFactory)
    titel = factory.Sequence(lambda n: f"Onderdeel {n}")
    duur = 60


class OnderdeelRolFactory(DjangoModelFactory):
    class Meta:
        model = models.OnderdeelRol

    onderdeel = factory.SubFactory(OnderdeelFactory)
    rol = factory.SubFactory(RolFactory)


def bouw_doelgroepen(niveaus: Sequence[models.Niveau]) -> list[models.Doelgroep]:
    """Return an audience for each level, in order, to be saved with its page."""
    return [
        models.Doelgroep(niveau=niveau, sort_order=plaats) for plaats, niveau in enumerate(niveaus)
    ]


def bouw_onderdeel(rollen: Mapping[models.Rol, int], **velden: object) -> models.Onderdeel:
    """Return an onderdeel that needs so many people of each role, to be saved with its page."""
    behoeften = [
        models.OnderdeelRol(rol=rol, aantal=aantal, sort_order=plaats)
        for plaats, (rol, aantal) in enumerate(rollen.items())
    ]
    return OnderdeelFactory.build(les=None, rollen=behoeften, **velden)


def maak_lespagina(
    *,
    parent: Page,
    niveaus: Sequence[models.Niveau],
    onderdelen: Sequence[models.Onderdeel],
    themas: Sequence[models.Thema] = (),
    **velden: object,
) -> models.LesPage:
    """Return a live lesson saved with all that hangs under it, as the editor does: at once.

    It is not in Wagtail's index of references, which takes a third of the time.
    """
    with disable_reference_index_auto_update():
        return LesPageFactory(
            parent=parent,
            doelgroepen=bouw_doelgroepen(niveaus),
            themas=list(themas),
            onderdelen=list(onderdelen),
            **velden,
        )


def zet_lespagina_neer(
    *,
    parent: Page,
    niveaus: Sequence[models.Niveau],
    onderdelen: Sequence[models.Onderdeel],
    **velden: object,
) -> models.LesPage:
    """Return a live lesson written as bare rows: for tests that only have it booked.

    It takes a quarter of the queries of ``maak_lespagina``. Nothing is checked, and of all signals
    only those of the page are sent, by which what is remembered of the catalogue is forgotten.
    """
    plaats = parent.numchild + 1
    title = velden.setdefault("title", f"Les {plaats}")
    slug = velden.setdefault("slug", slugify(title))
    les = models.LesPage(
        draft_title=title,
        url_path=f"{parent.url_path}{slug}/",
        path=Page._get_path(parent.path, parent.depth + 1, plaats),
        depth=parent.depth + 1,
        locale_id=parent.locale_id,
        content_type=ContentType.objects.get_for_model(models.LesPage),
        **{
            "samenvatting": "Een les voor de klas.",
            "vorm": models.Vorm.GASTLES.value,
            "aanbieder": AanbiederFactory(),
        }
        | velden,
    )
    Model.save(les)
    Page.objects.filter(pk=parent.pk).update(numchild=plaats)
    doelgroepen, rollen = bouw_doelgroepen(niveaus), [deel.rollen.all() for deel in onderdelen]
    for doelgroep in doelgroepen:
        doelgroep.aanbod = les
    models.Doelgroep.objects.bulk_create(doelgroepen)
    for onderdeel in onderdelen:
        onderdeel.les = les
    models.Onderdeel.objects.bulk_create(onderdelen)
    for onderdeel, behoeften in zip(onderdelen, rollen, strict=True):
        for behoefte in behoeften:
            behoefte.onderdeel = onderdeel
    models.OnderdeelRol.objects.bulk_create([behoefte for rij in rollen for behoefte in rij])
    return les
