"""App configuration."""

from importlib import import_module

from django.apps import AppConfig


class LesaanbodConfig(AppConfig):
    """The ground floor and the catalogue."""

    name = "lesaanbod"
    verbose_name = "lesaanbod"

    def ready(self) -> None:
        """Let what follows a publication be heard by every process."""
        import_module("lesaanbod.services.zoekteksten")
        import_module("lesaanbod.services.catalogusversie")
