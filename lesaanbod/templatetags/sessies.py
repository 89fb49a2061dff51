"""The moments of a training, for its page."""

from django import template
from django.utils import timezone

from lesaanbod.models import TrainingPage
from lesaanbod.selectors import sessies

register = template.Library()


@register.simple_tag
def list_sessies(training: TrainingPage) -> list[sessies.Sessiebeeld]:
    """Return the moments still to come; a page is served by Wagtail, so the clock is read here."""
    nu = timezone.now()  # noqa: TID251
    return sessies.list_sessies(training_id=training.pk, nu=nu)
