"""Where Wagtail's administration is made narrower than it comes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import (
    AccountView,
    BaseSettingsPanel,
    NotificationsSettingsPanel,
    ThemeSettingsPanel,
)
from wagtail.admin.views.pages.workflow import WorkflowAction
from wagtail.users.models import UserProfile

from lesaanbod.domain.nakijken import format_weigering
from lesaanbod.selectors.nakijken import kijk_na


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


class Goedkeuring(WorkflowAction):
    """The answer to a page that waits for approval; one that would break requests waits on."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Approve, unless the check before publishing has an objection."""
        concept = self.object.get_latest_revision_as_object()
        weigering = format_weigering(kijk_na(concept)) if self.action_name == "approve" else ""
        if not weigering:
            return super().post(request, *args, **kwargs)
        messages.error(request, weigering)
        return redirect("wagtailadmin_pages:edit", self.object.pk)


goedkeuring = require_admin_access(Goedkeuring.as_view())
