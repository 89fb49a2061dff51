"""App configuration."""

from django.apps import AppConfig


class HoofdrolspelersConfig(AppConfig):
    """People and their time."""

    name = "hoofdrolspelers"
    verbose_name = "hoofdrolspelers"
