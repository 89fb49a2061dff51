"""App configuration."""

from django.apps import AppConfig


class BoekingenConfig(AppConfig):
    """Requests, matching and invitations."""

    name = "boekingen"
    verbose_name = "boekingen"
