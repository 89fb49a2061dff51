"""The staff groups of the site keep their names: who may do what hangs on them."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver

from .gebruikers import Bevoegdheid

GROEP_BLIJFT = (
    "De groep «{naam}» hoort bij de site. Geef deze groep geen andere naam en verwijder haar niet."
)


def is_vaste_groep(naam: str) -> bool:
    """Whether the group with this name belongs to the site."""
    return naam in set(Bevoegdheid)


def format_weigering_groep(naam: str) -> str:
    """Return why this group stays as it is."""
    return GROEP_BLIJFT.format(naam=naam)


@receiver(pre_save, sender=Group, dispatch_uid="groep_houdt_haar_naam")
def _houd_naam(instance: Group, using: str, **_kwargs: object) -> None:
    """Refuse another name for a group of the site, whatever road it comes by."""
    opgeslagen = Group.objects.using(using).filter(pk=instance.pk).values_list("name", flat=True)
    naam = opgeslagen.first()
    if naam is not None and is_vaste_groep(naam) and instance.name != naam:
        raise ValidationError(format_weigering_groep(naam))


@receiver(pre_delete, sender=Group, dispatch_uid="groep_blijft_bestaan")
def _blijf_bestaan(instance: Group, **_kwargs: object) -> None:
    """Refuse to delete a group of the site."""
    if is_vaste_groep(instance.name):
        raise ValidationError(format_weigering_groep(instance.name))
