"""Filters for numbers and lists in a sentence; see ``lesaanbod.domain.taal``."""

from collections.abc import Iterable

from django import template

from lesaanbod.domain.taal import format_aantal, opsomming, telwoord

register = template.Library()

register.filter("telwoord", telwoord)


@register.filter
def som_op(woorden: Iterable[object]) -> str:
    """Return «a, b en c» for anything that can be read aloud."""
    return opsomming(str(woord) for woord in woorden)


@register.simple_tag
def aantal(getal: int, enkelvoud: str, meervoud: str) -> str:
    """Return «1 les» or «5 lessen»: ``{% aantal n "les" "lessen" %}``."""
    return format_aantal(getal, enkelvoud, meervoud)
