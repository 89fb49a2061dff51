"""Where Wagtail's administration is made narrower than it comes."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    NotificationsSettingsPanel,
    ThemeSettingsPanel,
)
from wagtail.users.models import UserProfile


class EigenInstellingen(AccountView):
    """Own settings without name, address, portrait or password: those are not for an editor."""

    def get_panels(self) -> list[BaseSettingsPanel]:
        """Return the panels for notifications and theme."""
        user = self.request.user
        profile = UserProfile.get_for_user(user)
        panels = [
            panel(self.request, user, profile)
            for panel in (NotificationsSettingsPanel, ThemeSettingsPanel)
        ]
        return [panel for panel in panels if panel.is_active()]


eigen_instellingen = require_admin_access(EigenInstellingen.as_view())


def geen_pagina(request: HttpRequest, **kwargs: Any) -> HttpResponse:  # noqa: ARG001
    """Stand in for an address of Wagtail that this site does not have."""
    raise Http404
