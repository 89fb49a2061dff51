"""App configurations of Wagtail that this project sets its own way."""

from wagtail.users.apps import WagtailUsersAppConfig


class BeheerUsersConfig(WagtailUsersAppConfig):
    """Wagtail's administration of users, for staff only, and of groups."""

    group_viewset = "lesaanbod.groepenbeheer.GroepenViewSet"
    user_viewset = "lesaanbod.gebruikersbeheer.MedewerkerViewSet"
