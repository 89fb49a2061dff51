"""App configuration."""

from django.apps import AppConfig


class LesaanbodConfig(AppConfig):
    """The ground floor and the catalogue."""

    name = "lesaanbod"
    verbose_name = "lesaanbod"
