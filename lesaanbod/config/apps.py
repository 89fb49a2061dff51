"""App configurations of Wagtail that this project sets its own way."""

from wagtail.users.apps import WagtailUsersAppConfig


class BeheerUsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration, for staff only."""

    user_viewset = "lesaanbod.gebruikersbeheer.MedewerkerViewSet"
