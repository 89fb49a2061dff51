"""Change the version of the catalogue (lesaanbod.geheugen) with every edit a visitor can see.

Or a reader of letters: their wording is remembered under the same version.

After the commit: before it another process could read the old rows under the new version.
"""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from lesaanbod.geheugen import get_bestand, zet_gedeelde_versie
from lesaanbod.models import (
    Aanbieder,
    AanbodPage,
    ContactInstelling,
    Doelgroep,
    Mailtekst,
    Materiaal,
    Niveau,
    Onderdeel,
    OnderdeelRol,
    Rol,
    Sessie,
    Thema,
)
from lesaanbod.services.eigen_bestanden import maak_datamap

ZICHTBAAR: tuple[type[Model], ...] = (
    Aanbieder,
    AbstractDocument,
    AbstractImage,
    ContactInstelling,
    Doelgroep,
    Mailtekst,
    Materiaal,
    Niveau,
    Onderdeel,
    OnderdeelRol,
    PageViewRestriction,
    Rol,
    Sessie,
    Site,
    Thema,
)
# What Wagtail writes on a page when only its draft changed.
KLAD = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
    }
)


def verhoog_versie() -> None:
    """Let no page be shown any more that was made before this change is committed.

    A disk or a Redis that fails is logged and stops nobody: pages live a few minutes only.
    """
    transaction.on_commit(_verhoog_bestand, robust=True)
    transaction.on_commit(zet_gedeelde_versie, robust=True)


def _verhoog_bestand() -> None:
    """Let the file grow by one byte."""
    bestand = get_bestand()
    maak_datamap(bestand.parent)
    with bestand.open("ab") as open_bestand:
        open_bestand.write(b".")


@receiver(post_save, dispatch_uid="catalogusversie_na_opslaan")
def _na_opslaan(
    instance: Model,
    *,
    created: bool = False,
    update_fields: frozenset[str] | None = None,
    **_kwargs: object,
) -> None:
    """Follow what is saved; a draft that nobody sees yet changes nothing."""
    if isinstance(instance, Page):
        is_klad = update_fields and KLAD.issuperset(update_fields)
        if not (is_klad or (created and not instance.live)):
            verhoog_versie()
    elif isinstance(instance, ZICHTBAAR):
        verhoog_versie()


@receiver(post_delete, dispatch_uid="catalogusversie_na_verwijderen")
def _na_verwijderen(instance: Model, **_kwargs: object) -> None:
    """Follow what is deleted."""
    if isinstance(instance, (Page, *ZICHTBAAR)):
        verhoog_versie()


@receiver(m2m_changed, sender=AanbodPage.themas.through, dispatch_uid="catalogusversie_na_themas")
@receiver(page_published, dispatch_uid="catalogusversie_na_publiceren")
@receiver(page_unpublished, dispatch_uid="catalogusversie_na_offline")
@receiver(post_page_move, dispatch_uid="catalogusversie_na_verplaatsen")
def _na_wijziging(**_kwargs: Any) -> None:
    """Follow what Wagtail tells beside saving."""
    verhoog_versie()
